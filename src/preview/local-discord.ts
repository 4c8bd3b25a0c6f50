import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import { apiServer, type Seen } from './api.ts';
import { type Clock, systemClock } from './clock.ts';
import { Faults } from './faults.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { Messages } from './messages.ts';
import { Problems } from './problems.ts';
import type { Parts } from './routes/route.ts';
import { User } from './user.ts';
import { type Channel, type Guild, World } from './world.ts';

export interface LocalDiscordOptions extends Partial<Omit<GatewayOptions, 'token'>> {
  readonly clock?: Clock;
  readonly botName?: string;
}

/** A private Discord on a loopback port. A discord.js client with `api` and `token` is connected to it. */
export interface LocalDiscord {
  /** For `rest.api`. */
  readonly api: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly problems: Problems;
  /** Every request so far, in order. */
  readonly seen: readonly Seen[];
  readonly parts: Parts;
  /** How many answers had status 401, 403 or 429. Discord shuts out an address with 10,000 of them in ten minutes. */
  invalidRequests(): number;
  /** The guild that everybody below belongs to, and the channel they are in. */
  readonly guild: Guild;
  readonly channel: Channel;
  readonly moderator: User;
  readonly member: User;
  addUser(name: string, options?: { readonly guild?: Guild; readonly moderator?: boolean }): User;
  /** Another guild, with the bot in it and a channel. */
  addGuild(name: string): { readonly guild: Guild; readonly channel: Channel; readonly owner: APIUser };
  /** Makes a guild unavailable, as an outage does, or available again. */
  setAvailable(guild: Guild, available: boolean): void;
  /** Resolves when the bot is connected and has registered commands. */
  ready(): Promise<void>;
  /** Stops. Throws if the bot did anything unexpected. */
  close(): Promise<void>;
}

/** Opens a private Discord on this machine, with a guild, a moderator and a member, for one bot to log in. */
export async function openLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { clock = systemClock, botName = 'On the Record', ...gatewayOptions } = options;
  const world = new World(clock, botName);
  const token = `${Buffer.from(world.bot.id).toString('base64url')}.local0.${'local-discord-only'.padEnd(38, '-')}`;
  const problems = new Problems();
  const messages = new Messages(world);
  const gateway = new Gateway(world, {
    privileged: 0,
    refused: 0,
    shards: 1,
    heartbeat: 41_250,
    mustShardFrom: 2500,
    ...gatewayOptions,
    token,
  });
  const interactions = new Interactions(world, messages);
  const parts: Parts = { world, messages, interactions, gateway, problems };
  const faults = new Faults();
  const seen: Seen[] = [];
  const server = apiServer({ parts, faults, token, seen });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  messages.origin = `http://${host}`;
  gateway.urls = { first: `ws://${host}/gateway`, resume: `ws://${host}/gateway/resume` };
  watch(parts);

  const owner = world.addUser('Ines');
  const guild = world.addGuild('The Newsroom', owner);
  const channel = world.addChannel(guild, 'newsroom');
  const moderators = world.addRole(
    guild,
    'Moderators',
    PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages,
  );

  const addUser: LocalDiscord['addUser'] = (name, { guild: into = guild, moderator = false } = {}) => {
    const account = world.addUser(name);
    world.addMember(into, account, moderator && into === guild ? [moderators] : []);
    return new User(parts, account, [...into.channels.values()][0] ?? channel);
  };

  return {
    api: `http://${host}/api`,
    token,
    world,
    gateway,
    faults,
    problems,
    seen,
    parts,
    invalidRequests: () => seen.filter(({ status }) => [401, 403, 429].includes(status)).length,
    guild,
    channel,
    moderator: addUser('Mara', { moderator: true }),
    member: addUser('Theo'),
    addUser,
    addGuild(name) {
      const of = world.addUser(`Owner of ${name}`);
      const added = world.addGuild(name, of);
      return { guild: added, channel: world.addChannel(added, 'general'), owner: of };
    },
    setAvailable(of, available) {
      of.available = available;
      world.tell({ type: 'guild', change: available ? 'created' : 'unavailable', guild: of });
    },
    async ready() {
      await gateway.ready();
      const registered = (): boolean => [...world.commands.values()].some(({ size }) => size > 0);
      if (registered()) return;
      await new Promise<void>((resolve) => {
        const stop = world.onHappening(({ type }) => {
          if (type !== 'commands' || !registered()) return;
          stop();
          resolve();
        });
      });
    },
    async close() {
      faults.clear();
      gateway.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      problems.check();
    },
  };
}

/** Records what Discord would let pass, but people would mind. */
function watch({ world, interactions, problems }: Parts): void {
  world.onHappening((happening) => {
    if (happening.type === 'message' && happening.change !== 'deleted') {
      const { payload, pings } = happening.stored;
      if (payload.author.id === world.bot.id && pings.length > 0)
        problems.add('pinged', `${pings.join(', ')} by: ${payload.content.slice(0, 200) || 'components'}`);
    }
    if (happening.type === 'interaction') {
      const missed = interactions.all().find(({ id }) => id === happening.id);
      if (missed?.state === 'missed') problems.add('unanswered', `${missed.name} in ${missed.channel.name}`);
    }
  });
}
