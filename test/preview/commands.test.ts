import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettableClock } from '../../src/preview/clock.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { call } from './raw.ts';

let discord: LocalDiscord;
let clock: SettableClock;

beforeEach(async () => {
  clock = new SettableClock();
  discord = await openLocalDiscord({ clock });
});

afterEach(() => discord.close());

const put = (commands: object[], guild = true) => {
  const where = guild ? `/guilds/${discord.guild.id}` : '';
  return call(discord, 'PUT', `/applications/${discord.world.applicationId}${where}/commands`, commands);
};

const a = (length: number): string => 'a'.repeat(length);
const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'about', description: 'A topic', ...more });
const choice = (name: string) => ({ name, value: name });

test.each([
  ['names of at most 32 characters', [command({ name: a(33) })], '0.name'],
  ['names without spaces', [command({ name: 'who said' })], '0.name'],
  ['names in small letters', [command({ name: 'Ask' })], '0.name'],
  [
    'translated names by the same rules',
    [command({ name_localizations: { de: 'Wer Sagte' } })],
    '0.name_localizations.de',
  ],
  ['descriptions of at most 100 characters', [command({ description: a(101) })], '0.description'],
  ['a description', [command({ description: '' })], '0.description'],
  ['no description in a message menu', [{ type: 3, name: 'Check', description: 'x' }], '0.description'],
  ['no options in a message menu', [{ type: 3, name: 'Check', options: [option()] }], '0.options'],
  [
    'at most 25 options',
    [command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })],
    '0.options',
  ],
  [
    'required options first',
    [command({ options: [option(), option({ name: 'by', required: true })] })],
    '0.options.1',
  ],
  ['options of different names', [command({ options: [option(), option()] })], '0.options.1'],
  [
    'choices or autocomplete, not both',
    [command({ options: [option({ autocomplete: true, choices: [choice('a')] })] })],
    '0.options.0.autocomplete',
  ],
  [
    'at most 25 choices',
    [command({ options: [option({ choices: Array.from({ length: 26 }, (_, n) => choice(`${n}`)) })] })],
    '0.options.0.choices',
  ],
  [
    'choices of different names',
    [command({ options: [option({ choices: [choice('a'), choice('a')] })] })],
    '0.options.0.choices.1',
  ],
  [
    'subcommands or options, not both',
    [command({ options: [{ type: 1, name: 'add', description: 'x' }, option()] })],
    '0.options.1',
  ],
  ['names that stand once', [command(), command()], '1.name'],
  [
    'permissions in digits',
    [command({ default_member_permissions: 'ManageGuild' })],
    '0.default_member_permissions',
  ],
  [
    'at most 8000 characters in all',
    [
      command({
        options: Array.from({ length: 20 }, (_, n) =>
          option({
            name: `o${n}`,
            choices: Array.from({ length: 5 }, (_, m) => ({ name: `${m}`, value: a(100) })),
          }),
        ),
      }),
    ],
    '0',
  ],
])('50035: commands have %s', async (_, commands, path) => {
  const answer = await put(commands);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  const at = path.split('.').reduce((inner, key) => inner?.[key], answer.body.errors);
  expect(at?._errors, JSON.stringify(answer.body.errors)).toBeInstanceOf(Array);
  discord.problems.expect({ code: 50035 });
});

test.each([
  ['100 slash commands', 101, { description: 'x' }],
  ['15 message commands', 16, { type: 3 }],
])('30032: a scope has at most %s', async (_, count, more) => {
  const commands = Array.from({ length: count }, (__, n) => ({ name: `c${n}`, ...more }));
  expect(await put(commands)).toMatchObject({ body: { code: 30032 } });
  discord.problems.expect({ code: 30032 });
});

test('30034: 200 commands a day can be created in a scope, and writing the same again creates none', async () => {
  const named = (from: number) => Array.from({ length: 100 }, (_, n) => command({ name: `c${from + n}` }));
  await put(named(0));
  await put(named(0));
  await put(named(100));
  expect(await put(named(200))).toMatchObject({ body: { code: 30034 } });
  clock.advance(24 * 60 * 60_000 + 1);
  expect(await put(named(200))).toMatchObject({ status: 200 });
  discord.problems.expect({ code: 30034 });
});

test('a command keeps its id when it is written again, and gets a new version when it changed', async () => {
  const [first] = (await put([command()])).body;
  const [same] = (await put([command()])).body;
  const [changed] = (await put([command({ description: 'Asks better' })])).body;
  expect(same).toEqual(first);
  expect(changed.id).toBe(first.id);
  expect(changed.version).not.toBe(first.version);
});

test('translations are listed when they are asked for', async () => {
  const translated = { name_localizations: { de: 'frage' } };
  await put([command({ ...translated, options: [option(translated)] })]);
  const path = `/applications/${discord.world.applicationId}/guilds/${discord.guild.id}/commands`;
  const [plain] = (await call(discord, 'GET', path)).body;
  const [whole] = (await call(discord, 'GET', `${path}?with_localizations=true`)).body;
  expect(JSON.stringify(plain)).not.toContain('frage');
  expect(whole).toMatchObject({ ...translated, options: [translated] });
});

test('the same command in a guild and everywhere shows twice', async () => {
  await put([command()]);
  await put([command()], false);
  expect(discord.member.commands().map(({ name }) => name)).toEqual(['ask', 'ask']);
  expect(discord.member.commands({ in: discord.member.privately })).toHaveLength(1);
});

test('a key that Discord does not know is noted, in options too', async () => {
  await put([command({ option: [], options: [option({ requierd: true })] })]);
  discord.problems.expect({ what: 'ignored', detail: /^option of/ });
  discord.problems.expect({ what: 'ignored', detail: /^options\.0\.requierd/ });
});

test('a command that a guild keeps to itself does not tell where it is installed', async () => {
  await put([command({ contexts: [0] })]);
  discord.problems.expect({ what: 'ignored', detail: /contexts/ });
});
