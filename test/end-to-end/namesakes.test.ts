import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { User } from '../../src/preview/user.ts';
import { type BotProcess, type Folders, makeFolders, startBot } from './bot-process.ts';

const ARTICLES = {
  'levees.txt':
    'Levees will hold, relief office says\n\nMarcus Bell, the director of the Coastal Relief Office, said on Monday that the levees would hold through the winter.\n',
  'school-road.txt':
    'Boy hit by car on school road\n\nMarcus Bell, 16, was walking home from school when a car hit him. Bell said that he remembered nothing.\n',
  'council.txt':
    'Council votes on ferries\n\nSelma Torvik, the mayor of Hask, said on Monday that the ferries would run in winter. Torvik said the crews were paid.\n',
  'referee.txt':
    'Coach accused over match\n\nRune Torvik, the coach of the Hask Rovers, denied that he had paid the referee. Torvik said training would go on.\n',
};

let discord: LocalDiscord;
let folders: Folders;
let bot: BotProcess;
let moderator: User;

beforeAll(async () => {
  folders = makeFolders();
  for (const [file, text] of Object.entries(ARTICLES)) writeFileSync(path.join(folders.corpus, file), text);
  discord = await openLocalDiscord();
  moderator = discord.addUser('Moderator', { moderator: true });
  bot = await startBot(discord, folders);
}, 60_000);

afterAll(async () => {
  await bot.stop();
  folders.remove();
  await discord.close();
});

const DIRECTOR = 'Marcus Bell (director of the Coastal Relief Office)';

test('two people of one full name are offered as a choice', async () => {
  const choices = await discord.member.autocomplete('/who', { name: 'marcus' });
  expect(choices!.map(({ name }) => name).sort()).toEqual([
    'Marcus Bell · aged 16 · 1',
    'Marcus Bell · director of the Coastal Relief Office · 1',
  ]);
});

test('a question that means either answers about one, says so, and turns to the other at a press', async () => {
  const first = await discord.member.slash('/quotes', { by: 'Marcus Bell' });
  expect(first.text).toMatch(/Several people on record are called Marcus Bell/);
  const said = await discord.member.slash('/ask', { question: 'what did Marcus Bell say?' });
  expect(said.text).toMatch(/Several people on record are called Marcus Bell; this is about Marcus Bell \(/);
  const both = ['levees', 'remembered'];
  const [one, other] = said.text.includes('levees') ? both : both.reverse();
  expect(said.text).toContain(one);
  expect(said.text).not.toContain(other);
  const about = await discord.member.slash('/ask', {
    question: 'what did marcus bell say about the levees?',
  });
  expect(about.text).toContain(`this is about ${DIRECTOR}`);
  const who = await discord.member.slash('/who', { name: 'marcus bell' });
  const label = who.text.includes('### Marcus Bell (aged 16)') ? DIRECTOR : 'Marcus Bell (aged 16)';
  const turned = await discord.member.click(who, label);
  expect(turned.text).toContain(`### ${label}`);
});

test('a surname that two people share means the one who answers, and turns to the other at a press', async () => {
  const member = discord.addUser('Visitor');
  const denials = await member.slash('/denials', { by: 'torvik' });
  expect(denials.text).toMatch(/Several people on record are called Torvik; this is about Rune Torvik\./);
  expect(denials.text).toContain('paid the referee');
  const silent = await member.click(denials, 'Selma Torvik · mayor of Hask');
  expect(silent.text).toMatch(/Nothing on record[^\n]+Selma Torvik/);

  const who = await member.slash('/who', { name: 'Torvik' });
  const both = ['Selma Torvik · mayor of Hask', 'Rune Torvik · coach of the Hask Rovers'];
  const other = both[who.text.includes('### Selma Torvik') ? 1 : 0]!;
  const turned = await member.click(who, other);
  expect(turned.text).toContain(`### ${other.split(' · ')[0]}`);

  const asked = await member.slash('/ask', { question: 'what did Torvik say about the ferries?' });
  expect(asked.text).toContain('this is about Selma Torvik.');
  const same = await member.click(asked, both[1]!);
  expect(same.text).toContain('### what did Rune Torvik say about the ferries?');
});

test('a mention, and what follows up on it, go on about the same one', async () => {
  // One member may ask only so often.
  const member = discord.addUser('Follower');
  const said = await member.mention('what did Torvik say about the ferries?');
  expect(said.text).toContain('this is about Selma Torvik.');
  const next = await member.mention('did she deny it?', { replyTo: said });
  expect(next.text).toContain('Selma Torvik');
  expect(next.text).not.toContain('referee');

  const denials = await member.slash('/denials', { by: 'torvik' });
  const his = await member.mention('what did he say about training?', { replyTo: denials });
  expect(his.text).toContain('would go on');
});

test('the other is a press away where the question is too long for a button, and where it is a follow-up', async () => {
  const member = discord.addUser('Reader');
  const question =
    'what did Torvik say about the ferries, the crews that are paid for them, the winter timetable, the harbour and the boats?';
  const long = await member.slash('/ask', { question });
  expect(long.text).toContain('this is about Selma Torvik.');
  const turned = await member.click(long, 'Rune Torvik · coach of the Hask Rovers');
  expect(turned.text).toContain(`### ${question.replace('Torvik', 'Rune Torvik')}`);

  const first = await member.mention('what did Marcus Bell say about training?');
  const next = await member.mention('and Torvik?', { replyTo: first });
  expect(next.text).toContain('this is about Rune Torvik.');
  const other = await member.click(next, 'Selma Torvik · mayor of Hask');
  expect(other.text).toContain('### and Selma Torvik?');
  expect(other.text).toContain('-# … what did Marcus Bell say about training?');
});

test('a choice outlives a restart, in small print too', async () => {
  const member = discord.addUser('Early reader');
  const question =
    'what did Torvik say about training, the referee, the derby, the harbour, the boats and all of the rest of it?';
  const [list, long] = [
    await member.slash('/denials', { by: 'torvik' }),
    await member.slash('/ask', { question }),
  ];
  await bot.stop();
  bot = await startBot(discord, folders);
  const silent = await member.click(list, 'Selma Torvik · mayor of Hask');
  expect(silent.text).toMatch(/Nothing on record[^\n]+Selma Torvik/);
  const other = await member.click(long, 'Selma Torvik · mayor of Hask');
  expect(other.text).toContain(`### ${question.replace('Torvik', 'Selma Torvik')}`);
}, 60_000);

test('moderators make them one and two again, and it outlives a restart', async () => {
  const refused = await moderator.slash('/aliases merge', { name: 'Marcus Bell', into: 'Edda Quill' });
  expect(refused.text).toMatch(/Several people are called “Marcus Bell”/);
  await moderator.slash('/aliases merge', { name: 'Marcus Bell (aged 16)', into: DIRECTOR });
  await bot.stop();
  bot = await startBot(discord, folders);
  const one = await discord.member.slash('/who', { name: 'marcus bell' });
  expect(one.text).toMatch(/### Marcus Bell\n/);
  expect(one.text).toContain('levees');
  expect(one.text).toContain('remembered');
  await moderator.slash('/aliases split', { name: 'Marcus Bell' });
  expect((await discord.member.slash('/who', { name: DIRECTOR })).text).not.toContain('remembered');
}, 60_000);
