import { PermissionFlagsBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Command, type Context, command } from '../../src/command.ts';
import { ConfigError } from '../../src/config.ts';
import { type Running, type Settings, startDiscord } from '../../src/discord/start.ts';
import { unmetered } from '../../src/hosting/metrics.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { SettableClock } from '../../src/preview/clock.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { reply } from '../../src/reply.ts';
import { botWith, commandsWith, excerpt, harbour, replyOf, silent, told, unsafe } from './fixture.ts';

/** Our client as it runs, against the local Discord: anything that Discord would refuse fails the test when it closes. */

let discord: LocalDiscord;
let running: Running;
let onFailed: (error: Error) => void = () => {};
let asked: (readonly [string, readonly string[]])[];

const everySentence = replyOf(
  [...harbour.text.split(/(?<=\.)\s+/), 'closed on Tuesday'].map((sentence) => excerpt(sentence)),
  { suggestions: [{ label: 'Ida Brandt', command: 'denials', values: { by: 'Ida Brandt' } }] },
);
const commands = commandsWith((question, earlier) => {
  asked.push([question, earlier]);
  if (question.includes('nobody'))
    return reply({
      heading: phrase('suggestions'),
      nothing: { reason: 'no-evidence', text: phrase('nothing.no-evidence') },
    });
  if (question.includes('broken')) throw new Error('a secret of the article');
  return everySentence;
});

const bot = botWith(commands);

async function start(
  parts: Partial<Settings> = {},
  known: readonly Command[] = commands,
  log = silent,
): Promise<Running> {
  const settings: Settings = {
    token: discord.token,
    applicationId: null,
    api: discord.api,
    scope: 'global',
    homeGuilds: [discord.guild.id],
    moderatorRoles: [],
    questionsPerMinute: 10_000,
    ...parts,
  };
  return startDiscord(settings, bot, known, {
    log,
    meter: unmetered,
    failed: (error) => onFailed(error),
  });
}

beforeEach(async () => {
  asked = [];
  bot.kept.length = 0;
  discord = await openLocalDiscord();
  running = await start();
});

afterEach(async () => {
  await running.stop();
  await discord.close();
});

const requests = (method: string, path: RegExp) =>
  discord.seen.filter((seen) => seen.method === method && path.test(seen.path));

describe('A member', () => {
  it('asks with a slash command and sees excerpts with their speakers and citations', async () => {
    const sight = await discord.member.slash('/denials', { about: 'crane' });
    expect(sight.text).toContain('**1 · Ida Brandt** — Denial: “denied”');
    expect(sight.text).toContain('> “We did not know that the **crane** was unsafe,”');
    expect(sight.ephemeral).toBe(false);
  });

  it('is the only one to see a private reply, and may share it', async () => {
    const sight = await discord.member.slash('/denials', { private: true });
    expect(sight.ephemeral).toBe(true);
    const shared = await discord.member.click(sight, 'Share');
    expect(shared.ephemeral).toBe(false);
    expect(shared.buttons).not.toContain('Share');
  });

  it('turns the pages of their own reply in place', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const next = await discord.member.click(sight, 'Next');
    expect(next.stored).toBe(sight.stored);
    expect(sight.text).toContain('Page 2 of 2');
    await discord.member.click(sight, 'Previous');
    expect(sight.text).toContain('Page 1 of 2');
  });

  it('gets a page of somebody else’s reply as a copy of their own', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const copy = await discord.moderator.click(sight, 'Next');
    expect(copy.ephemeral).toBe(true);
    expect(copy.text).toContain('Page 2 of 2');
    expect(sight.text).toContain('Page 1 of 2');
    await discord.moderator.click(copy, 'Previous');
    expect(copy.text).toContain('Page 1 of 2');
  });

  it('turns pages that were sent before a restart, of long questions too', async () => {
    const long = await discord.member.slash('/ask', { question: 'What happened? '.repeat(18) });
    const brief = await discord.member.slash('/ask', { question: 'What happened?' });
    await running.stop();
    running = await start();
    for (const sight of [long, brief]) {
      await discord.member.click(sight, 'Next');
      expect(sight.text).toContain('Page 2 of 2');
    }
  });

  it('opens the paragraphs around an excerpt, privately', async () => {
    const sight = await discord.member.slash('/denials', { about: 'crane' });
    const context = await discord.moderator.click(sight, 'Context');
    expect(context.ephemeral).toBe(true);
    expect(context.text).toContain('> The harbour of Port Ellery was closed on Tuesday');
    expect(context.text).toContain(
      '> **“We did not know that the crane was unsafe,”** said Mayor Ida Brandt',
    );
  });

  it('reports an excerpt by a form', async () => {
    const sight = await discord.member.slash('/denials');
    const form = await discord.member.click(sight, 'Report a problem');
    const options = form.form!.components[0]!.component!.options!;
    expect(options.map(({ label }) => label)).toEqual([
      '1 · Ida Brandt — Denial: “denied”',
      '2 · Two dock workers (not named) — Claim: “say”',
    ]);
    const thanks = await discord.member.submitModal(form, {
      excerpt: [options[1]!.value],
      reason: ['wrong-speaker'],
      note: 'It was three.',
    });
    expect(thanks.ephemeral).toBe(true);
    expect(bot.kept).toEqual([
      {
        type: 'report',
        document: harbour.id,
        start: told.start,
        end: told.end,
        reason: 'wrong-speaker',
        note: 'It was three.',
        shown: { kind: 'claim', speaker: 'Two dock workers' },
      },
    ]);
  });

  it('asks what a button suggests', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const suggested = await discord.member.click(sight, 'Ida Brandt');
    expect(suggested.text).toContain('**2 · Two dock workers (not named)**');
  });

  it('is told plainly where there is nothing', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What did nobody say?' });
    expect(sight.text).toContain('Nothing on record.');
    expect(sight.text).toContain('-# /ask question: What did nobody say?');
  });

  it('gets completions while typing', async () => {
    const choices = await discord.member.autocomplete('/denials', { about: 'cra' });
    expect(choices).toEqual([{ name: 'cra…', value: 'cra' }]);
  });

  it('has a message checked from its menu, privately', async () => {
    const message = discord.moderator.say('The mayor knew that the crane was unsafe.');
    const sight = await discord.member.apps(message, 'Check the record');
    expect(sight.ephemeral).toBe(true);
    expect(asked).toEqual([['The mayor knew that the crane was unsafe.', []]]);
  });

  it.each(['', 'https://gazette.example/harbour'])(
    'has checked what is embedded in a message of nothing else, or a link: %j',
    async (content) => {
      const message = discord.moderator.say(content);
      Object.assign(message.payload, {
        embeds: [
          {
            title: 'Crane falls',
            description: 'The mayor knew it was unsafe.',
            url: 'https://gazette.example',
          },
        ],
      });
      await discord.member.apps(message, 'Check the record');
      expect(asked).toEqual([['Crane falls The mayor knew it was unsafe.', []]]);
    },
  );

  it('has checked what a member wrote above what is embedded', async () => {
    const message = discord.moderator.say('Is it true? https://gazette.example/harbour');
    Object.assign(message.payload, { embeds: [{ title: 'Crane falls' }] });
    await discord.member.apps(message, 'Check the record');
    expect(asked).toEqual([['Is it true? https://gazette.example/harbour', []]]);
  });

  it('is told that a message without text holds nothing to check', async () => {
    const message = discord.moderator.say('', {
      files: [{ name: 'a.png', bytes: new Uint8Array(4), type: 'image/png' }] as never,
    });
    expect((await discord.member.apps(message, 'Check the record')).text).toBe(
      'There is no text in that message.',
    );
  });

  it('is told of an error by an id, and of nothing else', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What is broken?' });
    expect(sight.ephemeral).toBe(true);
    const id = /in the log as ([0-9a-f]{8})/.exec(sight.text)?.[1];
    expect(id).toBe(bot.faults.recent[0]?.id ?? id);
    expect(sight.text).not.toContain('secret');
  });
});

describe('A message that mentions the bot', () => {
  it('is answered by a reply that pings nobody', async () => {
    const sight = await discord.member.mention('who denied the report?');
    expect(asked).toEqual([['who denied the report?', []]]);
    expect(sight.stored!.payload.message_reference).toBeDefined();
    expect(sight.stored!.pings).toEqual([]);
  });

  it('is told of an error by an id', async () => {
    expect((await discord.member.mention('what is broken?')).text).toMatch(/in the log as [0-9a-f]{8}/);
  });

  it('is told so where it says nothing and there is no help', async () => {
    expect((await discord.member.mention('')).text).toBe('There is no text in that message.');
  });

  it('is told to mention the bot where it mentions its role, which Discord lets nobody read', async () => {
    const { guild, world } = discord;
    await running.stop();
    guild.roles.get(guild.id)!.permissions |= PermissionFlagsBits.MentionEveryone;
    const own = world.addRole(guild, 'On the Record', 0n, world.bot.id);
    const other = world.addRole(guild, 'Proof-readers', 0n);
    running = await start();
    discord.member.say(`<@&${other.id}> who denied the report?`);
    discord.member.say(`<@&${own.id}> who denied the report?`);
    await vi.waitFor(() => expect(discord.member.sees()).toHaveLength(3));
    expect(discord.member.sees().at(-1)!.text).toContain('Mention me, not the role');
    expect(asked).toEqual([]);
    await discord.member.mention(`<@&${own.id}> who denied the report?`);
    expect(asked).toEqual([['who denied the report?', []]]);
  });

  it('follows up on the answer it replies to, after a restart too', async () => {
    const first = await discord.member.mention('who denied the report?');
    await running.stop();
    running = await start();
    const second = await discord.member.mention('and the company?', { replyTo: first });
    const third = await discord.member.mention('and the workers?', { replyTo: second });
    expect(asked.slice(1)).toEqual([
      ['and the company?', ['who denied the report?']],
      ['and the workers?', ['who denied the report?', 'and the company?']],
    ]);
    await discord.member.click(third, 'Next');
    expect(asked.at(-1)).toEqual(asked[2]);
    expect(third.text).toContain('Page 2 of 2');
  });

  it('follows up on a command’s answer that it replies to', async () => {
    const first = await discord.member.slash('/denials', { about: 'crane' });
    await discord.member.mention('and the company?', { replyTo: first });
    expect(asked).toEqual([['and the company?', ['denials about crane']]]);
  });

  it('follows up on the last question of its thread', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    await discord.member.mention('who denied the report?', { in: thread });
    await discord.moderator.mention('and the company?', { in: thread });
    expect(asked).toEqual([
      ['who denied the report?', []],
      ['and the company?', ['who denied the report?']],
    ]);
  });

  it('follows up on the last question of its thread and of direct messages after a restart, too', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    for (const where of [thread, discord.member.privately]) {
      asked = [];
      await discord.member.mention('who denied the report?', { in: where });
      discord.moderator.say('Somebody says something else.', { in: thread });
      await running.stop();
      running = await start();
      await discord.member.mention('and the company?', { in: where });
      expect(asked.at(-1)).toEqual(['and the company?', ['who denied the report?']]);
    }
  });

  it('follows up on nothing in a thread whose messages it may not read', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    await discord.member.mention('who denied the report?', { in: thread });
    await running.stop();
    running = await start();
    discord.channel.denied = PermissionFlagsBits.ReadMessageHistory;
    discord.problems.expect({ code: 50013 });
    await discord.member.mention('and the company?', { in: thread });
    expect(asked.at(-1)).toEqual(['and the company?', []]);
  });

  it('has its pages turned in place by who asked, and suggestions answered for all', async () => {
    const sight = await discord.member.mention('who denied the report?');
    await discord.member.click(sight, 'Next');
    expect(sight.text).toContain('Page 2 of 2');
    expect((await discord.member.click(sight, 'Ida Brandt')).ephemeral).toBe(false);
    expect((await discord.moderator.click(sight, 'Previous')).ephemeral).toBe(true);
    expect(sight.text).toContain('Page 2 of 2');
  });

  it('is answered in direct messages without a mention, follow-ups too', async () => {
    const dm = { in: discord.member.privately };
    await discord.member.mention('who denied the report?', dm);
    await discord.member.mention('and the company?', dm);
    expect(asked[1]).toEqual(['and the company?', ['who denied the report?']]);
  });
});

describe('A moderator', () => {
  it('uses a moderators’ command in a home guild', async () => {
    expect((await discord.moderator.slash('/reindex')).text).toContain('### Related');
  });

  it.each([
    ['a member of it', () => discord.member],
    [
      'the owner of another server',
      () => discord.addUser('Else', { guild: discord.addGuild('Elsewhere').guild }),
    ],
  ])('is not %s, whatever Discord lets through', async (_, user) => {
    const remembered = discord.moderator.commands().find(({ name }) => name === 'reindex')!;
    const sight = await user().slash('/reindex', {}, { force: true, remembered });
    expect(sight.ephemeral).toBe(true);
    expect(sight.text).not.toContain('### Related');
  });

  it('may be whoever has a moderators’ role', async () => {
    const role = discord.world.addRole(discord.guild, 'Editors', 0n);
    const editor = discord.addUser('Eddy');
    discord.guild.members.get(editor.account.id)!.roles.push(role.id);
    await running.stop();
    running = await start({ moderatorRoles: [role.id] });
    expect((await editor.slash('/reindex')).text).toContain('### Related');
  });
});

describe('A reindex that takes longer than Discord lets anybody answer', () => {
  const clock = new SettableClock();
  let finish: () => void;
  const long = commands.map((each) =>
    each.name !== 'reindex'
      ? each
      : {
          ...each,
          async run(_: unknown, { progress }: Context) {
            progress({ stage: 'reading', done: 1, total: 2 });
            await new Promise<void>((resolve) => {
              finish = resolve;
            });
            return reply({ heading: phrase('reindex.heading') });
          },
        },
  );

  beforeEach(async () => {
    await running.stop();
    await discord.close();
    discord = await openLocalDiscord({ clock });
    running = await start({}, long);
  });

  it.each([
    ['in its channel', 0n, () => discord.channel],
    [
      'as a direct message where the bot may not write there',
      PermissionFlagsBits.SendMessages,
      () => discord.moderator.privately,
    ],
  ])('still tells every moderator who waits for it, %s', async (_, denied, where) => {
    discord.channel.denied = denied;
    const seen = discord.moderator.begin('/reindex');
    await seen.until(({ text }) => text.includes('Reading'));
    clock.advance(16 * 60_000);
    discord.problems.expect({ what: 'refused' });
    const told = new Promise<void>((resolve) => {
      const stop = discord.world.onHappening((happening) => {
        if (happening.type !== 'message' || happening.change !== 'created') return;
        stop();
        resolve();
      });
    });
    finish();
    await told;
    expect(discord.moderator.sees({ in: where() }).at(-1)?.text).toContain('The index is up to date');
  });
});

describe('Registration', () => {
  const names = (scope: string) =>
    [...discord.world.commandsIn(scope).values()].map(({ name }) => name).sort();

  it('puts members’ commands everywhere and moderators’ into the home guilds', () => {
    expect(names('global')).toEqual(['Check the record', 'ask', 'denials']);
    expect(names(discord.guild.id)).toEqual(['reindex']);
  });

  it('writes nothing where nothing differs', async () => {
    const before = requests('PUT', /commands/).length;
    await running.stop();
    running = await start();
    expect(requests('PUT', /commands/)).toHaveLength(before);
  });

  it('clears the other scope', async () => {
    await running.stop();
    running = await start({ scope: 'guild' });
    expect(names('global')).toEqual([]);
    expect(names(discord.guild.id)).toEqual(['Check the record', 'ask', 'denials', 'reindex']);
  });

  it('leaves no moderators’ commands behind where there is no home guild any more', async () => {
    await running.stop();
    running = await start({ homeGuilds: [] });
    expect(names(discord.guild.id)).toEqual([]);
  });

  it('puts moderators’ commands into a home guild that the bot is invited to later', async () => {
    await running.stop();
    const { guild } = discord.addGuild('Annex');
    running = await start({ homeGuilds: [discord.guild.id, guild.id] });
    expect(names(guild.id)).toEqual(['reindex']);
  });

  it('that fails keeps nobody from being answered', async () => {
    await running.stop();
    discord.faults.add({ on: 'GET /applications/:application/commands', does: 'bad gateway', times: 4 });
    running = await start();
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('tells a member who still sees a removed command', async () => {
    const remembered = discord.member.commands().find(({ name }) => name === 'denials')!;
    await running.stop();
    running = await start({}, commands.slice(0, 1));
    expect((await discord.member.slash('/denials', {}, { remembered })).text).toContain('/denials');
  });

  it('names the command that Discord would refuse, before anything is sent', async () => {
    const wrong = command({ ...commands[0]!, name: 'Ask Me Now', options: {} });
    await expect(start({}, [wrong])).rejects.toThrow('/Ask Me Now cannot be registered');
  });
});

describe('When Discord is not well', () => {
  const callback = 'POST /interactions/:id/:token/callback';

  it.each([
    ['a connection that breaks', { does: 'reset' } as const],
    ['a bad gateway, three times over', { does: 'bad gateway', times: 3 } as const],
    ['an answer that is lost after it was taken', { does: 'bad gateway', processed: true } as const],
    ['a connection closed after the answer was taken', { does: 'hang up', processed: true } as const],
  ])('an answer survives %s', async (_, script) => {
    discord.faults.add({ on: callback, ...script });
    if ('processed' in script) discord.problems.expect({ what: 'refused', code: 40060 });
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('an interaction that comes again after a dropped connection is answered once', async () => {
    discord.gateway.repeatAfterResume();
    await discord.member.slash('/denials');
    discord.gateway.drop();
    await discord.gateway.ready();
    await discord.member.slash('/denials');
    expect(requests('POST', /callback/)).toHaveLength(2);
  });

  it('an answer waits out a short rate limit', async () => {
    discord.faults.add({ on: callback, does: 429, retryAfter: 0.1 });
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('an interaction is answered before all servers have been heard of', async () => {
    await running.stop();
    discord.setAvailable(discord.guild, false);
    const starting = start();
    await discord.gateway.ready();
    expect((await discord.member.slash('/denials', {}, { in: discord.member.privately })).text).toContain(
      'Ida',
    );
    discord.setAvailable(discord.guild, true);
    running = await starting;
  });

  it('a token that is taken back is a mistake in the settings, for nobody to start again on', async () => {
    const failed = new Promise<Error>((resolve) => {
      onFailed = resolve;
    });
    discord.gateway.close(4004);
    expect(await failed).toBeInstanceOf(ConfigError);
    expect((await failed).message).toContain('DISCORD_TOKEN');
    expect(running.ready()).toBe(false);
  });

  it('a wrong token is a mistake in the settings that names the variable', async () => {
    discord.problems.expect({ what: 'refused' });
    const wrong = `${discord.token.slice(0, -3)}xyz`;
    await expect(start({ token: wrong })).rejects.toThrow(ConfigError);
  });

  it('the token is sent nowhere but to Discord and this machine', async () => {
    await expect(start({ api: 'https://discord.example/api' })).rejects.toThrow('token is not sent there');
  });
});

it('The log tells of every request by its id, and holds no word of a member', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  await running.stop();
  running = await start({}, commands, log);
  discord.faults.add({ on: 'POST /interactions/:id/:token/callback', does: 'bad gateway' });
  const sight = await discord.member.slash('/ask', { question: 'What did Zaphod say?' });
  await discord.member.slash('/ask', { question: 'Is Zaphod broken?' });
  await discord.member.click(sight, 'Next');
  await discord.member.mention('where is Zaphod?');
  await discord.member.autocomplete('/denials', { about: 'Zaphod' });
  await discord.member.apps(discord.moderator.say('Zaphod was here.'), 'Check the record');
  await running.stop();
  const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
  expect(answered).toHaveLength(6);
  expect(answered.every(({ request, what }) => /^\d+$/.test(request) && what !== '')).toBe(true);
  expect(lines.join('')).not.toMatch(/Zaphod|Theo|theo/);
  expect(lines.join('')).not.toContain(discord.token);
});

it('Stopping finishes what is being answered', async () => {
  let release = () => {};
  const slow = commandsWith(
    () =>
      new Promise((resolve) => {
        release = () => resolve(replyOf([unsafe]));
      }),
  );
  await running.stop();
  running = await start({}, slow);
  const sight = discord.member.begin('/ask', { question: 'What happened?' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = running.stop();
  release();
  await stopped;
  expect(sight.text).toContain('Ida Brandt');
});
