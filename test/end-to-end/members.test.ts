import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { Sight } from '../../src/preview/sight.ts';
import type { User } from '../../src/preview/user.ts';
import { type BotProcess, type Folders, makeFolders, startBot } from './bot-process.ts';
import { inventedIn, quotationsIn } from './verbatim.ts';

let discord: LocalDiscord;
let folders: Folders;
let bot: BotProcess;
/** Somebody new for each test: the bot lets one member ask ten questions at once. */
let member: User;
let members = 0;

beforeEach(() => {
  member = discord.addUser(`Member ${++members}`);
});

beforeAll(async () => {
  folders = makeFolders();
  discord = await openLocalDiscord();
  bot = await startBot(discord, folders);
}, 60_000);

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  folders.remove();
  await discord.close();
});

const answered: readonly [string, Record<string, string>, RegExp][] = [
  ['/ask', { question: 'Who denied that e-mails were withheld?' }, /Ferrow/],
  ['/check', { text: 'so the e-mails were withheld from the council after all' }, /Ferrow/],
  ['/who', { name: 'Edda Quill' }, /Mayor/],
  ['/claims', { about: 'Copper Lanterns' }, /Copper Lanterns/],
  ['/denials', {}, /denied/],
  ['/quotes', { by: 'Tomas Brandt' }, /share a surname/],
  ['/articles', { find: 'ferry' }, /Ferry line to cut winter sailings/],
  ['/help', {}, /7 articles/],
];

test.each(answered)(
  '%s answers, and quotes only what stands in an article',
  async (line, values, expected) => {
    const seen = await member.slash(line, values);
    expect(seen.outcome).toBe('answered');
    expect(seen.text).toMatch(expected);
    expect(seen.ephemeral).toBe(false);
    expect(inventedIn(seen)).toEqual([]);
  },
);

test('every command a member has is among those', () => {
  const names = member.commands().flatMap(({ name, type }) => (type === 1 ? [`/${name}`] : []));
  expect(names.sort()).toEqual(answered.map(([line]) => line).sort());
});

test.each(answered)('%s shows its answer to the asker alone when asked to', async (line, values) => {
  const seen = await member.slash(line, { ...values, private: true });
  expect(seen).toMatchObject({ outcome: 'answered', ephemeral: true });
  expect(discord.moderator.sees().some(({ stored }) => stored === seen.stored)).toBe(false);
});

test('a name is completed from part of it, a surname and a misspelling', async () => {
  for (const typed of ['Edd', 'quill', 'Edda Quil']) {
    const choices = await member.autocomplete('/who', { name: typed });
    expect(
      choices?.map(({ value }) => value),
      typed,
    ).toContain('Edda Quill');
  }
});

test('what was completed can be asked', async () => {
  const [choice] = (await member.autocomplete('/who', { name: 'brandt' }))!;
  const seen = await member.slash('/who', { name: String(choice?.value) });
  expect(quotationsIn(seen).length).toBeGreaterThan(0);
});

test('nothing on record is said plainly, and what was searched', async () => {
  const seen = await member.slash('/ask', { question: 'Who invented the bicycle?' });
  expect(seen.text).toMatch(/Nothing on record/);
  expect(seen.text).toMatch(/7 articles/);
});

test('a mention is answered with a reply that pings nobody', async () => {
  const seen = await member.mention('who denied that a promise had been made?');
  expect(seen.outcome).toBe('answered');
  expect(seen.text).toMatch(/Aasen/);
  expect(inventedIn(seen)).toEqual([]);
  expect(seen.stored?.pings).toEqual([]);
  expect(seen.stored?.payload.message_reference).toBeDefined();
});

test('a direct message needs no mention', async () => {
  const seen = await member.mention('Who rejected the reading of the report?', { in: member.privately });
  expect(seen.outcome).toBe('answered');
  expect(seen.text).toMatch(/Brandt|Nobody is cleared/);
});

test('what a message says is checked from its menu', async () => {
  const said = discord.moderator.say('I heard that the festival never paid the Copper Lanterns.');
  const [command] = member.commands().filter(({ type }) => type === 3);
  const seen = await member.apps(said, command!.name);
  expect(seen.outcome).toBe('answered');
  expect(seen.text).toMatch(/Copper Lanterns/);
  expect(inventedIn(seen)).toEqual([]);
});

test('what a member types can neither ping nor break out', async () => {
  const evil = `<@${discord.moderator.account.id}> @everyone **bold** \`\`\` [x](https://example.org) ||no|| > q`;
  for (const seen of [
    await member.slash('/ask', { question: evil }),
    await member.slash('/who', { name: evil }),
    await member.slash('/denials', { about: evil }),
    await member.mention(evil, { in: member.privately }),
  ]) {
    expect(seen.outcome).toBe('answered');
    expect(seen.stored?.pings).toEqual([]);
  }
});

/** Presses every button on a message, and on what comes of it, once each by what it says and does. */
async function pressAll(first: Sight, depth: number): Promise<string[]> {
  const pressed: string[] = [];
  const queue = [{ sight: first, depth }];
  const known = new Set<string>();
  for (let next = queue.shift(); next && pressed.length < 60; next = queue.shift()) {
    const { sight } = next;
    if (next.depth === 0 || !sight.stored) continue;
    for (const { custom_id: id, label, disabled, url } of sight.controls) {
      if (!id || disabled || url || known.has(id)) continue;
      // An update may have taken the button away meanwhile.
      if (!sight.controls.some((each) => each.custom_id === id)) continue;
      known.add(id);
      const seen = await member.click(sight, id);
      expect(['answered', 'form'], `${label} gave ${seen.outcome}`).toContain(seen.outcome);
      expect(inventedIn(seen), label ?? '').toEqual([]);
      pressed.push(label ?? '');
      queue.push({ sight: seen, depth: next.depth - 1 });
    }
  }
  return pressed;
}

test.each(answered)('every button under %s does something', async (line, values) => {
  const seen = await member.slash(line, values);
  const pressed = await pressAll(seen, 2);
  if (quotationsIn(seen).length > 0) expect(pressed).toContain('Context');
});

test('Share makes a private answer public', async () => {
  const seen = await member.slash('/quotes', { by: 'Tomas Brandt', private: true });
  const shared = await member.click(seen, 'Share');
  const visible = [shared, ...shared.followUps].find(({ ephemeral, stored }) => stored && !ephemeral);
  expect(visible && inventedIn(visible)).toEqual([]);
  expect(discord.moderator.sees().some(({ stored }) => stored === visible?.stored)).toBe(true);
});

test('every button under a private answer does something', async () => {
  await pressAll(await member.slash('/quotes', { by: 'Tomas Brandt', private: true }), 2);
});

test('a button works for another member, too', async () => {
  const seen = await member.slash('/denials');
  const other = discord.addUser('Ada');
  const context = await other.click(seen, 'Context');
  expect(context).toMatchObject({ outcome: 'answered', ephemeral: true });
});

test('a report is taken by a form, and a moderator finds it', async () => {
  const seen = await member.slash('/denials');
  const form = await member.click(seen, 'Report a problem');
  expect(form.outcome).toBe('form');
  const choose = (n: number) => form.form?.components[n]?.component?.options?.[0]?.value ?? '';
  const labels = form.form?.components.map(({ label }) => label ?? '') ?? [];
  const thanks = await member.submitModal(form, { [labels[0]!]: choose(0), [labels[1]!]: choose(1) });
  expect(thanks).toMatchObject({ outcome: 'answered', ephemeral: true });
  const reports = await discord.moderator.slash('/reports list');
  expect(reports.text).toMatch(/1 open report/);
});
