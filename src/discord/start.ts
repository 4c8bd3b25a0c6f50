import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsErrorCodes, Events, Status } from 'discord.js';
import {
  type APIInteraction,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Command, Desk } from '../command.ts';
import { ConfigError } from '../config.ts';
import type { Meter } from '../hosting/metrics.ts';
import { Cooldown } from './access.ts';
import type { Bot } from './bot.ts';
import { apiBase, buildClient, inviteLink } from './client.ts';
import { exchange } from './exchange.ts';
import { Faults, reasonOf } from './faults.ts';
import { farewell, jobFor } from './interactions.ts';
import { Owed } from './owed.ts';
import { answerMessage, Conversations, isQuestion } from './question.ts';
import { type Plan, plan, register, type Scope } from './registration.ts';
import { openWire } from './wire.ts';

export interface Settings extends Scope {
  readonly token: string;
  /** Only compared with what Discord says. */
  readonly applicationId: string | null;
  /** Null for Discord's own. */
  readonly api: string | null;
  readonly questionsPerMinute: number;
}

/** What the bot writes to and reports to. */
export interface Surroundings {
  readonly log: Logger;
  readonly meter: Meter;
  /** Aborting it ends the attempts to connect. `stop` ends an existing connection. */
  readonly stopping?: AbortSignal;
  /** Called when Discord ends the connection for good. The reason is a ConfigError if starting again cannot help. */
  failed(error: Error): void;
}

export interface Running {
  /** Whether every connection to Discord is up, with its heartbeats acknowledged. */
  ready(): boolean;
  /** Milliseconds from a heartbeat to its acknowledgement; null before the first. */
  latency(): number | null;
  /** Finishes the answers under way, for at most ten seconds, tells the remaining askers, and disconnects. */
  stop(): Promise<void>;
}

/** The most questions at once. The rest of a minute's allowance returns one by one. */
const BURST = 10;
/** Milliseconds for answers under way to finish before their askers are told that they will not. */
const DRAIN = 10_000;
const FAREWELL = 3000;
/** How many interactions are remembered, to answer each once: after a dropped connection Discord repeats some. */
const SEEN = 5000;
/** The longest pause between two attempts to reach Discord. */
const LONGEST_PAUSE = 60_000;
/** Discord asks for a heartbeat about every 41 s. Two may be missed. */
const SILENCE = 100_000;
/** Milliseconds before a registration that did not reach Discord is tried again. */
const AGAIN = 60_000;
/** In more servers than this, those that are not home guilds are not searched for leftover commands. */
const FEW_GUILDS = 25;

/**
 * Logs in, registers commands that differ, and answers until stopped. Resolves once connected, however long that takes.
 * Rejects with a ConfigError (token, intents, address), or with an Error naming a command that Discord would refuse.
 */
export async function startDiscord(
  settings: Settings,
  desk: Desk,
  commands: readonly Command[],
  around: Surroundings,
): Promise<Running> {
  const { log, meter } = around;
  const plans = plan(commands, settings);
  const api = apiBase(settings.api);
  const faults = new Faults(log, meter);
  const bot: Bot = {
    ...desk,
    health: () => ({ ...desk.health(), latencyMilliseconds: latency(), errors: faults.recent }),
    commands,
    access: settings,
    cooldown: new Cooldown(Math.min(BURST, settings.questionsPerMinute), 60 / settings.questionsPerMinute),
    faults,
    owed: new Owed(),
    meter,
    log,
  };
  if (settings.homeGuilds.length === 0)
    log.warn(
      'there are no moderator commands: set HOME_GUILDS to the ids of the servers whose moderators look after the articles',
    );

  let connected: Client | null = null;
  const latency = () => (connected && connected.ws.ping >= 0 ? connected.ws.ping : null);
  const { client, drain } = await connect(settings.token, api, bot, around.stopping);
  connected = client;
  client.on(Events.ShardDisconnect, ({ code }) => around.failed(closedBecause(code)));
  client.on(Events.GuildCreate, ({ id }) => {
    const wanted = plans.filter(({ guild }) => guild === id);
    void registerAll(client, wanted, log);
  });
  await registerAll(client, [...plans, ...leftOver(client, settings)], log);
  const { application } = client;
  const invite = application && inviteLink(application.id);
  log.info({ user: client.user?.id, guilds: client.guilds.cache.size, invite }, 'connected to Discord');
  return {
    ready: () => isReady(client),
    latency,
    async stop() {
      await drain();
      await client.destroy();
    },
  };
}

/** Tries until Discord can be reached. Throws only what waiting cannot cure. */
async function connect(token: string, api: string, bot: Bot, stopping?: AbortSignal) {
  for (let attempt = 0; ; attempt++) {
    stopping?.throwIfAborted();
    const client = buildClient(api);
    const drain = listen(client, api, bot);
    const stop = () => void client.destroy();
    stopping?.addEventListener('abort', stop);
    try {
      await client.login(token);
      return { client, drain };
    } catch (error) {
      await drain();
      stopping?.throwIfAborted();
      const fatal = fatalReason(error);
      if (fatal) throw fatal;
      const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt);
      bot.log.warn({ pause, ...reasonOf(error) }, 'Discord cannot be reached; trying again');
      await sleep(pause, undefined, { signal: stopping });
    } finally {
      stopping?.removeEventListener('abort', stop);
    }
  }
}

/**
 * Answers what comes in over the gateway. Uses raw events, because discord.js withholds its own until every server has
 * reported (up to 15 s after a start), while an interaction lives for three. Returns the function that ends it.
 */
function listen(client: Client, api: string, bot: Bot): () => Promise<void> {
  const { log } = bot;
  const wire = openWire(client.rest, api, log);
  const conversations = new Conversations();
  const underWay = new Set<Promise<void>>();
  const seen = new Set<string>();
  const stops = new Set<() => void>();
  let draining = false;

  const isNew = (id: string) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > SEEN) seen.delete(seen.values().next().value!);
    return true;
  };
  const track = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (!isNew(interaction.id)) return;
    const job = draining ? farewell(interaction) : jobFor(interaction, bot);
    if (job) track(exchange(interaction, job, wire, bot, stops));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    const self = client.user?.id;
    if (draining || self === undefined) return;
    const guild = client.guilds.cache.get(message.guild_id ?? '');
    const role = guild?.roles.botRoleFor(self)?.id ?? null;
    if (!isQuestion(message, { self, role }) || !isNew(message.id)) return;
    const thread = client.channels.cache.get(message.channel_id)?.isThread() ?? false;
    const language = guild?.preferredLocale ?? 'en';
    track(answerMessage(message, { self, role, language, thread, conversations }, bot, wire));
  });
  client.on(Events.Error, (error) => log.error(reasonOf(error), 'discord.js reports an error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, ...reasonOf(error) }, 'connection error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.rest.on('rateLimited', ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'));

  return async () => {
    draining = true;
    const all = async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    };
    const inTime = (ms: number) => Promise.race([all(), sleep(ms, undefined, { ref: false })]);
    await inTime(DRAIN);
    for (const stop of stops) stop();
    await inTime(FAREWELL);
    wire.close();
  };
}

/** A failed registration costs no answers. The bot goes on and, if that can help, tries again. */
async function registerAll(client: Client, plans: readonly Plan[], log: Logger): Promise<void> {
  for (const each of plans) {
    const where = each.guild === null ? 'everywhere' : `server ${each.guild}`;
    try {
      for (const done of await register(client.rest, client.application!.id, [each]))
        log[done.changed ? 'info' : 'debug']({ where, ...done }, 'commands registered');
    } catch (error) {
      const refused = error instanceof DiscordAPIError;
      const cure = refused
        ? 'invite the bot to that server with the scope applications.commands, or take it out of HOME_GUILDS; npm run doctor says more'
        : 'they are tried again in a minute';
      log.error({ where, cure, ...reasonOf(error) }, 'commands could not be registered');
      const again = () => client.isReady() && void registerAll(client, [each], log);
      if (!refused) setTimeout(again, AGAIN).unref();
    }
  }
}

/** Former home guilds, which may still have commands. */
function leftOver(client: Client, { homeGuilds }: Settings): Plan[] {
  const others = [...client.guilds.cache.keys()].filter((guild) => !homeGuilds.includes(guild));
  return others.length <= FEW_GUILDS ? others.map((guild) => ({ guild, commands: [] })) : [];
}

function isReady(client: Client): boolean {
  const alive = (at: number) => at < 0 || Date.now() - at < SILENCE;
  return (
    client.isReady() &&
    client.ws.shards.size > 0 &&
    client.ws.shards.every((shard) => shard.status === Status.Ready && alive(shard.lastPingTimestamp))
  );
}

const TOKEN_WRONG =
  'DISCORD_TOKEN is not right: Discord does not know it. Copy it from discord.com/developers → your application → Bot → Reset Token';
const INTENTS_WRONG =
  'Discord refuses the intents. This bot needs no privileged one: check that DISCORD_TOKEN belongs to the application you mean';

function fatalReason(error: unknown): ConfigError | null {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (code === DiscordjsErrorCodes.TokenInvalid || /authentication failed/i.test(message))
    return new ConfigError(TOKEN_WRONG);
  return /(?:disallowed|invalid) intents/i.test(message) ? new ConfigError(INTENTS_WRONG) : null;
}

function closedBecause(code: number): Error {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new ConfigError(TOKEN_WRONG);
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return new ConfigError(INTENTS_WRONG);
  return new Error(
    `Discord closed the connection for good (code ${code}: ${GatewayCloseCodes[code] ?? 'unknown'})`,
  );
}
