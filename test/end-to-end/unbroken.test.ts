import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SettableClock } from '../../src/preview/clock.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { type BotProcess, type Folders, launchBot, makeFolders, startBot } from './bot-process.ts';

/** What must not keep the bot from answering. */

let folders: Folders;

beforeAll(() => {
  folders = makeFolders();
});

afterAll(() => folders.remove());

const callback = 'POST /interactions/:id/:token/callback';
const edit = 'PATCH /webhooks/:application/:token/messages/:message';
const question = { question: 'Who denied that a promise had been made?' };

describe('with one bot that lives through it all', () => {
  let discord: LocalDiscord;
  let bot: BotProcess;
  let members = 0;

  beforeAll(async () => {
    discord = await openLocalDiscord();
    bot = await startBot(discord, folders);
  }, 60_000);

  beforeEach(() => {
    discord.member.channel = discord.world.addChannel(discord.guild, `channel-${++members}`);
  });

  afterAll(async () => {
    expect(await bot.stop()).toBe(0);
    await discord.close();
  });

  /** The messages that one question has brought into a channel of its own. */
  const asked = async () => {
    const seen = await discord.member.slash('/ask', question);
    return { seen, all: discord.member.sees() };
  };

  test.each([
    ['429', { does: 429, retryAfter: 0.2 }],
    ['502 twice, the request not processed', { does: 'bad gateway', times: 2 }],
    ['503', { does: 503 }],
    ['a connection that is reset', { does: 'reset', times: 2 }],
    ['a connection that is closed', { does: 'hang up', times: 2 }],
  ] as const)('an answer gets through: %s', async (_, fault) => {
    const met = discord.faults.add({ on: callback, ...fault });
    const { seen, all } = await asked();
    expect(met.count).toBeGreaterThan(0);
    expect(seen.text).toMatch(/Aasen/);
    expect(all).toHaveLength(1);
  });

  test.each([
    ['502', { does: 'bad gateway' }],
    ['a connection that is reset', { does: 'reset' }],
    ['a connection that is closed', { does: 'hang up' }],
  ] as const)('an answer whose confirmation was lost is given once: %s', async (_, fault) => {
    discord.problems.expect({ what: 'refused', code: 40060 });
    const errors = bot.log.filter(({ msg }) => msg === 'not delivered').length;
    discord.faults.add({ on: callback, ...fault, processed: true });
    const { seen } = await asked();
    expect(seen.text).toMatch(/Aasen/);
    await bot.logged(({ request, sent }) => request === seen.interaction?.id && sent === 'sent');
    expect(discord.member.sees()).toHaveLength(1);
    expect(bot.log.filter(({ msg }) => msg === 'not delivered')).toHaveLength(errors);
  });

  test('a question asked while the connection was down is answered when it is back', async () => {
    discord.gateway.refuseConnections(true);
    discord.gateway.drop();
    const sight = discord.member.begin('/ask', question);
    discord.gateway.refuseConnections(false);
    expect((await sight.settled()).text).toMatch(/Aasen/);
    expect(discord.gateway.counts.identifies).toBe(1);
  });

  test('an event that comes twice is answered once', async () => {
    const { seen } = await asked();
    discord.gateway.repeatAfterResume();
    const resumes = discord.gateway.counts.resumes;
    discord.gateway.drop();
    await bot.logged(({ msg, replayed }) => msg === 'resumed' && replayed !== undefined);
    // Whatever it would do about the repeated event, it does before the next question.
    const next = await asked();
    expect(discord.gateway.counts.resumes).toBe(resumes + 1);
    expect(seen.text).toMatch(/Aasen/);
    expect(next.all).toHaveLength(2);
  });

  test('a command that it no longer has is answered with that', async () => {
    const id = discord.world.snowflake();
    const remembered = { id, name: 'rumours', type: 1, options: [] } as never;
    const seen = await discord.member.slash('/rumours', {}, { remembered });
    expect(seen).toMatchObject({ outcome: 'answered', ephemeral: true });
    expect(seen.text).toMatch(/\/rumours/);
  });

  test('a button of a message that is older than any bot says what it can', async () => {
    const { messages, world } = discord.parts;
    const stored = messages.write({
      channel: discord.member.channel,
      author: world.bot,
      body: {
        content: 'Old',
        components: [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'v0:page:2' }] }],
      },
      files: [],
      onlyFor: null,
      type: 0,
      repliesTo: null,
      byDefault: {},
      flags: 0,
    });
    const seen = await discord.member.click(stored, 'More');
    expect(seen).toMatchObject({ outcome: 'answered', ephemeral: true });
  });
});

describe('with a bot of its own', () => {
  let discord: LocalDiscord;
  let bot: BotProcess;

  afterEach(async () => {
    await bot.kill();
    await discord.close();
  });

  test('pages are turned after a restart', async () => {
    discord = await openLocalDiscord();
    bot = await startBot(discord, folders);
    const seen = await discord.member.slash('/quotes');
    const first = seen.text;
    await bot.stop();
    bot = await startBot(discord, folders);
    const next = await discord.member.click(seen, 'Next');
    expect(next.stored).toBe(seen.stored);
    expect(seen.text).not.toBe(first);
    await discord.member.click(seen, 'Previous');
    expect(seen.text).toBe(first);
  }, 60_000);

  test('buttons work an hour later', async () => {
    const clock = new SettableClock();
    discord = await openLocalDiscord({ clock });
    bot = await startBot(discord, folders);
    const seen = await discord.member.slash('/quotes');
    clock.advance(60 * 60_000);
    expect((await discord.member.click(seen, 'Context')).ephemeral).toBe(true);
  }, 60_000);

  test('a reindex that outlives its fifteen minutes reports to the channel', async () => {
    const clock = new SettableClock();
    discord = await openLocalDiscord({ clock });
    discord.problems.expect({ what: 'refused', code: 50027 });
    bot = await startBot(discord, folders);
    const held = discord.faults.add({ on: edit, does: 'hold' });
    const sight = discord.moderator.begin('/reindex');
    await held.met;
    clock.advance(15 * 60_000 + 1);
    held.release();
    const posted = await sight.until(() => discord.moderator.sees().length > 1);
    expect(discord.moderator.sees().at(-1)?.text).toMatch(/index is up to date/i);
    expect(posted.outcome).toBe('thinking');
  }, 60_000);

  test('SIGTERM in the middle of an answer lets it be finished', async () => {
    discord = await openLocalDiscord();
    bot = await startBot(discord, folders);
    const held = discord.faults.add({ on: callback, does: 'hold' });
    const sight = discord.member.begin('/ask', question);
    await held.met;
    const ended = bot.stop();
    await bot.logged(({ msg }) => msg === 'finishing what is under way');
    held.release();
    expect((await sight.settled()).text).toMatch(/Aasen/);
    expect(await ended).toBe(0);
  }, 60_000);

  test('the end of the preview that started it ends it', async () => {
    discord = await openLocalDiscord();
    bot = await startBot(discord, folders);
    expect(await bot.abandon()).toBe(0);
  }, 60_000);

  test('a wrong token ends it with the status that nothing restarts on, naming the variable', async () => {
    discord = await openLocalDiscord();
    discord.problems.expect({ what: 'refused', code: 0 });
    const wrong = `${discord.token.slice(0, -3)}xyz`;
    bot = launchBot(discord, folders, { environment: { DISCORD_TOKEN: wrong } });
    expect(await bot.exited).toBe(78);
    expect(bot.complaints.join('\n')).toMatch(/DISCORD_TOKEN/);
    expect(discord.gateway.counts.identifies).toBe(0);
  }, 60_000);

  test('refused intents end it with that status, too, after one attempt', async () => {
    discord = await openLocalDiscord({ refused: 512 });
    bot = launchBot(discord, folders);
    expect(await bot.exited).toBe(78);
    expect(bot.complaints.join('\n')).toMatch(/intents/);
    expect(discord.gateway.counts.identifies).toBe(1);
  }, 60_000);

  test('it asks for no privileged intent, and registers nothing when nothing has changed', async () => {
    discord = await openLocalDiscord();
    bot = await startBot(discord, folders);
    await bot.logged(({ msg }) => msg === 'commands registered');
    await bot.stop();
    const puts = () => discord.seen.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    bot = await startBot(discord, folders);
    await bot.logged(({ msg }) => msg === 'connected to Discord');
    await discord.member.slash('/help');
    expect(puts()).toBe(before);
  }, 60_000);
});
