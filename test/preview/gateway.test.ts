import { once } from 'node:events';
import { type Client, Events, type Interaction } from 'discord.js';
import { test as base, describe, expect } from 'vitest';
import WebSocket from 'ws';
import {
  type LocalDiscord,
  type LocalDiscordOptions,
  openLocalDiscord,
} from '../../src/preview/local-discord.ts';
import { type Behaviour, openBot } from './bot.ts';

const reply = (interaction: Interaction) =>
  interaction.isChatInputCommand() && interaction.reply('On the record');
interface Stage {
  open(options?: LocalDiscordOptions): Promise<LocalDiscord>;
  /** A bot that answers /ask. */
  answering(discord: LocalDiscord, more?: Behaviour): Promise<Client>;
}

const test = base.extend<{ stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it what a fixture needs
  stage: async ({}, use) => {
    const ends: (() => Promise<unknown>)[] = [];
    await use({
      async open(options = {}) {
        const discord = await openLocalDiscord(options);
        ends.unshift(() => discord.close());
        return discord;
      },
      async answering(discord, more = {}) {
        const commands = [{ name: 'ask', description: 'Asks' }];
        const bot = await openBot(discord, { commands, onInteraction: reply, ...more });
        ends.unshift(() => bot.destroy());
        return bot;
      },
    });
    for (const end of ends) await end();
  },
});

/** A gateway connection without a library: sends packets, collects what comes. */
async function connect(discord: LocalDiscord) {
  const socket = new WebSocket(`${discord.gateway.urls.first}?v=10&encoding=json`);
  // biome-ignore lint/suspicious/noExplicitAny: packets of every kind
  const packets: any[] = [];
  const arrivals = new Set<() => void>();
  socket.on('message', (raw) => {
    packets.push(JSON.parse(String(raw)));
    for (const wake of arrivals) wake();
  });
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  return {
    closed,
    packets,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    raw: (text: string) => socket.send(text),
    end: () => socket.terminate(),
    // biome-ignore lint/suspicious/noExplicitAny: packets of every kind
    async got(fits: (packet: any) => boolean) {
      for (;;) {
        const found = packets.find(fits);
        if (found) return found;
        await new Promise<void>((resolve) => arrivals.add(resolve));
      }
    },
  };
}

const identify = ({ token }: LocalDiscord, more: object = {}) => ({
  token,
  intents: 513,
  properties: {},
  ...more,
});

// The client itself waits up to five seconds before it identifies again: the tests do so together.
describe.concurrent('the gateway', { timeout: 30_000 }, () => {
  test.for<[string, number, (discord: LocalDiscord) => unknown, number]>([
    ['4001: an unknown opcode', 99, () => null, 4001],
    ['4003: something before identifying', 3, () => ({}), 4003],
    ['4004: a wrong token', 2, (discord: LocalDiscord) => identify(discord, { token: 'wrong' }), 4004],
    [
      '4010: a shard beyond their number',
      2,
      (discord: LocalDiscord) => identify(discord, { shard: [2, 2] }),
      4010,
    ],
    [
      '4013: intents that do not exist',
      2,
      (discord: LocalDiscord) => identify(discord, { intents: 1 << 30 }),
      4013,
    ],
    [
      '4014: a privileged intent that is not switched on',
      2,
      (discord: LocalDiscord) => identify(discord, { intents: 513 | (1 << 15) }),
      4014,
    ],
  ])('%s closes the connection', async ([_, op, d, code], { stage }) => {
    const discord = await stage.open();
    const connection = await connect(discord);
    connection.send(op, d(discord));
    expect(await connection.closed).toBe(code);
  });

  test('4002: what is not JSON closes the connection', async ({ stage }) => {
    const discord = await stage.open();
    const connection = await connect(discord);
    connection.raw('{');
    expect(await connection.closed).toBe(4002);
  });

  test('4005: identifying twice closes the connection', async ({ stage }) => {
    const discord = await stage.open();
    const connection = await connect(discord);
    connection.send(2, identify(discord));
    connection.send(2, identify(discord));
    expect(await connection.closed).toBe(4005);
  });

  test('4007: a resume from the future closes the connection', async ({ stage }) => {
    const discord = await stage.open();
    const first = await connect(discord);
    first.send(2, identify(discord));
    const { d } = await first.got(({ t }) => t === 'READY');
    const second = await connect(discord);
    second.send(6, { token: discord.token, session_id: d.session_id, seq: 999 });
    expect(await second.closed).toBe(4007);
    first.end();
  });

  test('4008: more than 120 packets a minute close the connection', async ({ stage }) => {
    const discord = await stage.open();
    const connection = await connect(discord);
    for (let n = 0; n < 121; n++) connection.send(1, null);
    expect(await connection.closed).toBe(4008);
  });

  test('4011: an application in too many guilds must shard', async ({ stage }) => {
    const discord = await stage.open({ mustShardFrom: 2 });
    discord.addGuild('Second');
    const connection = await connect(discord);
    connection.send(2, identify(discord));
    expect(await connection.closed).toBe(4011);
  });

  test('a session begins with hello, ready and its guilds, each numbered', async ({ stage }) => {
    const discord = await stage.open({ heartbeat: 30_000 });
    const connection = await connect(discord);
    connection.send(2, identify(discord));
    const guild = await connection.got(({ t }) => t === 'GUILD_CREATE');
    expect(connection.packets.map(({ op, s, t }) => [op, s, t])).toEqual([
      [10, undefined, undefined],
      [0, 1, 'READY'],
      [0, 2, 'GUILD_CREATE'],
    ]);
    expect(connection.packets[0].d).toEqual({ heartbeat_interval: 30_000 });
    expect(connection.packets[1].d.guilds).toEqual([{ id: discord.guild.id, unavailable: true }]);
    expect(guild.d).toMatchObject({ name: 'The Newsroom', channels: [{ name: 'newsroom' }] });
    connection.send(1, 2);
    expect(await connection.got(({ op }) => op === 11)).toEqual({ op: 11, d: null });
    connection.end();
  });

  test('only events of intents that were asked for are sent', async ({ stage }) => {
    const discord = await stage.open();
    const connection = await connect(discord);
    connection.send(2, identify(discord, { intents: 1 }));
    await connection.got(({ t }) => t === 'GUILD_CREATE');
    discord.member.say('@On the Record who denied it?');
    discord.addGuild('Second');
    await connection.got(({ d }) => d?.name === 'Second');
    expect(connection.packets.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
    connection.end();
  });

  test('without the content intent a bot reads what mentions it and what is said to it in private', async ({
    stage,
  }) => {
    const discord = await stage.open();
    const heard: string[] = [];
    const bot = await stage.answering(discord, { options: { intents: 513 | 4096, partials: [1] } });
    bot.on(Events.MessageCreate, ({ content }) => heard.push(content));
    discord.member.say('Between us');
    discord.member.say('@On the Record who denied it?');
    discord.member.say('And this?', { in: discord.member.privately });
    while (heard.length < 3) await once(bot, Events.MessageCreate);
    expect(heard).toEqual(['', `<@${bot.user?.id}> who denied it?`, 'And this?']);
  });

  test('a dropped connection is resumed, and what was missed is replayed', async ({ stage }) => {
    const discord = await stage.open();
    await stage.answering(discord);
    discord.gateway.drop();
    const sight = await discord.member.slash('/ask');
    expect(sight.text).toBe('On the record');
    expect(discord.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  });

  test('op 7: a client asked to reconnect resumes', async ({ stage }) => {
    const discord = await stage.open();
    const bot = await stage.answering(discord);
    const resumed = once(bot, Events.ShardResume);
    discord.gateway.askToReconnect();
    await resumed;
    expect((await discord.member.slash('/ask')).text).toBe('On the record');
    expect(discord.gateway.counts.identifies).toBe(1);
  });

  test('op 9: an invalid session begins anew', async ({ stage }) => {
    const discord = await stage.open();
    const bot = await stage.answering(discord);
    const again = once(bot, Events.ShardReady);
    discord.gateway.invalidate();
    await again;
    expect((await discord.member.slash('/ask')).text).toBe('On the record');
    expect(discord.gateway.counts).toMatchObject({ identifies: 2, resumes: 0 });
  });

  test('a connection whose heartbeats are not acknowledged is taken for dead and resumed', async ({
    stage,
  }) => {
    const discord = await stage.open({ heartbeat: 40 });
    const bot = await stage.answering(discord);
    const resumed = once(bot, Events.ShardResume);
    discord.gateway.withholdAcks(true);
    await once(bot, Events.ShardReconnecting);
    discord.gateway.withholdAcks(false);
    await resumed;
    expect((await discord.member.slash('/ask')).text).toBe('On the record');
  });

  test('an event sent twice after a resume arrives twice', async ({ stage }) => {
    const discord = await stage.open();
    const ids: string[] = [];
    const bot = await stage.answering(discord, {
      onInteraction: (interaction) => {
        ids.push(interaction.id);
        return ids.length === 1 && reply(interaction);
      },
    });
    await discord.member.slash('/ask');
    discord.gateway.repeatAfterResume();
    const twice = once(bot, Events.InteractionCreate);
    discord.gateway.drop();
    await twice;
    expect(discord.gateway.counts.resumes).toBe(1);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  test('a guild that goes away for a while comes back', async ({ stage }) => {
    const discord = await stage.open();
    const bot = await stage.answering(discord);
    const gone = once(bot, Events.GuildUnavailable);
    discord.setAvailable(discord.guild, false);
    await gone;
    const back = once(bot, Events.GuildAvailable);
    discord.setAvailable(discord.guild, true);
    await back;
    expect((await discord.member.slash('/ask')).text).toBe('On the record');
  });

  test('guilds are spread over shards, and direct messages go to the first', async ({ stage }) => {
    const discord = await stage.open({ shards: 2 });
    const others = [1, 2, 3].map((n) => discord.addGuild(`Guild ${n}`));
    const bot = await stage.answering(discord, { options: { shards: 'auto' } });
    const shards = new Set(
      [discord.guild, ...others.map(({ guild }) => guild)].map(({ id }) => bot.guilds.cache.get(id)?.shardId),
    );
    expect(shards).toEqual(new Set([0, 1]));
    expect(discord.gateway.counts.identifies).toBe(2);
    const known: (number | undefined)[] = [];
    bot.on(Events.InteractionCreate, (interaction) => known.push(interaction.guild?.shardId));
    for (const { guild, channel } of others) {
      const user = discord.addUser(`Someone in ${guild.name}`, { guild });
      const command = discord.member.commands()[0]!;
      expect((await user.slash('/ask', {}, { in: channel, remembered: command })).text).toBe('On the record');
    }
    expect(known).toEqual(others.map(({ guild }) => bot.guilds.cache.get(guild.id)?.shardId));
  });
});
