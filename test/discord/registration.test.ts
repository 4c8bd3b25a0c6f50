import { describe, expect, it } from 'vitest';
import { commands as everyCommand } from '../../commands/index.ts';
import { type Command, command } from '../../src/command.ts';
import { plan, register } from '../../src/discord/registration.ts';
import { localName, NAMES } from '../../src/locales/names.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { reply } from '../../src/reply.ts';
import { commandsWith, replyOf } from './fixture.ts';

/** Every name that there is, so that none is forgotten in another language. */
const everyName = [
  ...new Set(everyCommand.flatMap(({ name, options }) => [...name.split(' '), ...Object.keys(options)])),
];

const GUILD = '100000000000000001';
const commands = commandsWith(() => replyOf([]));
const scope = { scope: 'global', homeGuilds: [GUILD], moderatorRoles: [] } as const;

const named = (name: string, options: Command['options'] = {}) =>
  command({
    name,
    description: phrase('suggestions'),
    who: 'member',
    options,
    run: async () => reply({ heading: phrase('related') }),
  });

/** Discord as far as registration goes: it fills in what was left out, and counts what is written. */
function discord(fill: (body: never[]) => unknown = (body) => body) {
  const held = new Map<string, unknown>();
  const written: string[] = [];
  return {
    written,
    get: async (route: string) => held.get(route) ?? [],
    put: async (route: string, { body }: { body?: unknown } = {}) => {
      written.push(route);
      held.set(route, fill(body as never[]));
    },
  };
}

describe('What is registered', () => {
  it('is the same commands with everything Discord wants to know', () => {
    expect(plan(commands, scope)).toMatchSnapshot();
  });

  it('lets every command be used privately', () => {
    const [{ commands: all } = { commands: [] }] = plan(commands, scope);
    const options = all
      .filter((each) => 'options' in each)
      .map((each) => (each as { options: { name: string }[] }).options);
    expect(options.every((each) => each.some(({ name }) => name === 'private'))).toBe(true);
  });

  it('has commands of two words as subcommands of the first', () => {
    const [everywhere] = plan([named('corpus add'), named('corpus remove')], { ...scope, homeGuilds: [] });
    const [corpus] = everywhere!.commands as unknown as {
      name: string;
      options: { name: string; type: number }[];
    }[];
    expect(corpus!.name).toBe('corpus');
    expect(corpus!.options.map(({ name, type }) => [name, type])).toEqual([
      ['add', 1],
      ['remove', 1],
    ]);
  });

  it('has no moderators’ commands where there is no home guild', () => {
    const plans = plan(commands, { ...scope, homeGuilds: [] });
    expect(plans.flatMap((each) => each.commands.map(({ name }) => name))).not.toContain('reindex');
  });

  it('can be the real commands, within every limit', () => {
    expect(() => plan(everyCommand, scope)).not.toThrow();
  });

  it.each(everyName)('has a name for %s in every language', (name) => {
    expect(Object.keys(NAMES)).toContain(name);
  });

  describe.each(['de', 'es', 'fr'])('in %s', (language) => {
    it.each(everyName)('may call %s what Discord takes for a name', (name) => {
      expect(localName(name, language)).toMatch(/^[\p{Ll}\p{N}]{1,32}$/u);
    });

    it('calls no two commands, and no two options of one command, the same', () => {
      for (const names of [
        [...new Set(everyCommand.map(({ name }) => name))],
        ...everyCommand.map(({ options }) => [...Object.keys(options), 'private']),
      ]) {
        const local = names.map((name) =>
          name
            .split(' ')
            .map((word) => localName(word, language))
            .join(' '),
        );
        expect(new Set(local).size).toBe(names.length);
      }
    });
  });

  const string = { type: 'string', description: phrase('suggestions') } as const;
  it.each([
    ['a name in capitals', named('Ask')],
    ['a name of three words', named('a b c')],
    [
      'more than 25 options',
      named('ask', Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`o${n}`, string]))),
    ],
    [
      'choices and completions at once',
      named('ask', { a: { ...string, choices: [], complete: async () => [] } }),
    ],
    [
      'a description that is too long',
      { ...named('ask'), description: phrase('who.named', { speaker: 'x'.repeat(101) }) },
    ],
    ['an option with spaces in its name', named('ask', { 'a b': string })],
  ])('is refused with %s, naming the command, before Discord sees it', (_, wrong) => {
    expect(() => plan([wrong], scope)).toThrow(new RegExp(`^/${wrong.name} cannot be registered`));
  });
});

describe('Registering', () => {
  it('writes each scope once, and then nothing while nothing differs', async () => {
    const api = discord();
    await register(api, '1', plan(commands, scope));
    expect(api.written).toEqual(['/applications/1/commands', `/applications/1/guilds/${GUILD}/commands`]);
    await register(api, '1', plan(commands, scope));
    expect(api.written).toHaveLength(2);
  });

  it('does not mind what Discord fills in, nor in which order it has them', async () => {
    const api = discord((body) =>
      [...body].reverse().map((each: object) => ({
        id: '9',
        version: '8',
        nsfw: false,
        dm_permission: true,
        name_localizations: null,
        ...each,
      })),
    );
    await register(api, '1', plan(commands, scope));
    const again = await register(api, '1', plan(commands, scope));
    expect(again.map(({ changed }) => changed)).toEqual([false, false]);
  });

  it.each([
    ['a command', (all: readonly Command[]) => all.slice(1)],
    [
      'a description',
      ([first, ...rest]: readonly Command[]) => [{ ...first!, description: phrase('related') }, ...rest],
    ],
    ['an option', ([first, ...rest]: readonly Command[]) => [{ ...first!, options: {} }, ...rest]],
  ])('notices %s that differs', async (_, change) => {
    const api = discord();
    await register(api, '1', plan(commands, scope));
    const [everywhere] = await register(api, '1', plan(change(commands), scope));
    expect(everywhere?.changed).toBe(true);
  });

  it('writes nothing when only asked what would change', async () => {
    const api = discord();
    const results = await register(api, '1', plan(commands, scope), { dry: true });
    expect(results.map(({ changed }) => changed)).toEqual([true, true]);
    expect(api.written).toEqual([]);
  });
});
