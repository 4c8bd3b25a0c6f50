import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { User } from '../../src/preview/user.ts';
import { type BotProcess, type Folders, makeFolders, startBot } from './bot-process.ts';

// An index is built more than once in some of these.
vi.setConfig({ testTimeout: 60_000 });

let discord: LocalDiscord;
let folders: Folders;
let bot: BotProcess;
let moderator: User;
let moderators = 0;

beforeAll(async () => {
  folders = makeFolders();
  discord = await openLocalDiscord();
  bot = await startBot(discord, folders);
}, 60_000);

beforeEach(() => {
  moderator = discord.addUser(`Moderator ${++moderators}`, { moderator: true });
});

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  folders.remove();
  await discord.close();
});

const attach = (name: string, text: string) =>
  discord.world.addFile(discord.parts.messages.origin, name, 'text/plain', Buffer.from(text, 'latin1'));

/** Asks for something that shows its progress, and waits for its end. */
async function finished(line: string, values: Parameters<User['slash']>[1], end: RegExp, user = moderator) {
  const seen = await user.slash(line, values);
  return seen.until(({ text }) => end.test(text));
}

const article = (what: string) =>
  `The ${what} opens in spring\n\nThe director of the ${what}, Sunniva Pell, denied that the ${what} was unsafe.\n\n"The ${what} is as safe as a kitchen," Pell said.\n`;

test('a moderator is offered what a plain member is not', () => {
  const of = (user: User) => user.commands().map(({ name }) => name);
  expect(of(moderator)).toEqual(
    expect.arrayContaining(['reindex', 'corpus', 'status', 'reports', 'aliases', 'audit']),
  );
  expect(of(discord.member)).not.toContain('reindex');
  expect(of(discord.member)).not.toContain('corpus');
});

test('a plain member who gets at a moderator command all the same is refused, and nothing happens', async () => {
  const before = bot.log.length;
  for (const line of [
    '/reindex',
    '/status',
    '/corpus list',
    '/reports list',
    '/aliases list',
    '/audit list',
  ]) {
    const seen = await discord.member.slash(line, {}, { force: true });
    expect(seen, line).toMatchObject({ outcome: 'answered', ephemeral: true });
    expect(seen.text, line).toMatch(/Only moderators/);
  }
  expect(bot.log.slice(before).filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

test('a moderator of another server moderates nothing here', async () => {
  const { guild, channel, owner } = discord.addGuild('Elsewhere');
  const boss = discord.addUser('Boss', { guild });
  guild.members.get(boss.account.id)!.roles.push(discord.world.addRole(guild, 'Boss', 32n).id);
  const seen = await boss.slash('/reindex', {}, { in: channel, remembered: reindexCommand() });
  expect(seen.text).toMatch(/only in the servers/);
  expect(owner.id).not.toBe(boss.account.id);
});

const reindexCommand = () => moderator.commands().find(({ name }) => name === 'reindex')!;

test('a reindex finds an article that was put into the folder', async () => {
  writeFileSync(path.join(folders.corpus, 'gondola.txt'), article('gondola'));
  await finished('/reindex', {}, /Added: 1/);
  const found = await discord.member.slash('/denials', { about: 'gondola' });
  expect(found.text).toMatch(/Sunniva Pell/);
});

test('the status tells a moderator how the bot is doing', async () => {
  const { text } = await moderator.slash('/status');
  expect(text).toMatch(/\d+ articles/);
  expect(text).toMatch(/Denial: \d/);
  expect(text).toMatch(/MB of memory/);
});

test('an article is added from a file, recognised the second time, corrected, and taken away again', async () => {
  const file = attach('planetarium.txt', article('planetarium'));
  await finished('/corpus add', { file }, /1 article added/);
  expect((await discord.member.slash('/quotes', { about: 'planetarium' })).text).toMatch(/safe as a kitchen/);
  expect((await moderator.slash('/corpus add', { file })).text).toMatch(/already there/);

  const [choice] = (await moderator.autocomplete('/corpus edit', { article: 'planetarium' }))!;
  const chosen = { article: String(choice?.value) };
  await finished('/corpus edit', { ...chosen, outlet: 'The Star' }, /Corrected/);
  expect((await discord.member.slash('/quotes', { about: 'planetarium' })).text).toMatch(/The Star/);

  await finished('/corpus remove', chosen, /Removed/);
  const gone = await discord.member.slash('/quotes', { about: 'planetarium' });
  expect(gone.text).not.toMatch(/planetarium is as safe/);
});

test('an article is added privately', async () => {
  const file = attach('aquarium.txt', article('aquarium'));
  const seen = await finished('/corpus add', { file, private: true }, /1 article added/);
  expect(seen.ephemeral).toBe(true);
});

test('a file that is not what its name says is refused with the reason', async () => {
  const file = attach('photo.txt', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00');
  await finished('/corpus add', { file }, /0 articles added[\s\S]*photo/);
});

test('two names are made one, and apart again by taking it back', async () => {
  const merged = await moderator.slash('/aliases merge', { name: 'Emil Karst', into: 'Viktor Lohse' });
  expect(merged.text).toMatch(/Emil Karst now means Viktor Lohse|Merged/);
  const entry = /\/audit undo (\S+)/.exec(merged.text.replaceAll('\\', ''))?.[1];
  const as = await discord.member.slash('/who', { name: 'Emil Karst' });
  expect(as.text).toMatch(/Viktor Lohse/);
  const undone = await moderator.slash('/audit undo', { entry: entry ?? '' });
  expect(undone.outcome).toBe('answered');
  expect((await discord.member.slash('/who', { name: 'Emil Karst' })).text).toMatch(/### Emil Karst/);
});

test.each([
  ['/status', /uptime|Running|article/i],
  ['/corpus list', /Harbour contract/],
  ['/reports list', /open report/],
  ['/aliases list', /Names/],
  ['/audit list', /<@|Moderator|\d/],
])('%s is answered', async (line, expected) => {
  const seen = await moderator.slash(line);
  expect(seen.outcome).toBe('answered');
  expect(seen.text).toMatch(expected);
});

test('names of members and files in what moderators read ping nobody', async () => {
  const file = attach('@everyone **x**.txt', article('windmill'));
  for (const seen of [await moderator.slash('/corpus add', { file }), await moderator.slash('/audit list')])
    expect(seen.stored?.pings).toEqual([]);
});

test('questions are answered while the articles are being indexed, and any number of moderators may ask for it', async () => {
  const text = readFileSync(path.join(folders.corpus, 'auditor-report.txt'), 'utf8');
  for (let n = 0; n < 120; n++)
    writeFileSync(
      path.join(folders.corpus, `more-${n}.txt`),
      text.replaceAll('Port Ellery', `Port Number${n}`),
    );
  const indexing = [moderator, discord.moderator].map((each) => each.begin('/reindex'));
  await indexing[0]!.until(({ outcome }) => outcome !== 'waiting');
  for (let n = 0; n < 5; n++) {
    const seen = await discord.addUser(`Asker ${n}`).slash('/denials', { about: 'ferry promise' });
    expect(seen.text).toMatch(/Aasen/);
  }
  for (const each of indexing) await each.until(({ text: shown }) => /Added: 12\d/.test(shown));
});
