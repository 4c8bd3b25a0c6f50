import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { shapes } from './shapes.ts';
import type { Channel, Happening, Stored, World } from './world.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const closing = {
  'unknown-opcode': 4001,
  'decode-error': 4002,
  'not-authenticated': 4003,
  'authentication-failed': 4004,
  'already-authenticated': 4005,
  'invalid-seq': 4007,
  'rate-limited': 4008,
  'session-timed-out': 4009,
  'invalid-shard': 4010,
  'sharding-required': 4011,
  'invalid-intents': 4013,
  'disallowed-intents': 4014,
} as const;

export interface GatewayOptions {
  readonly token: string;
  /** Privileged intents that this application may use. */
  readonly privileged: number;
  /** Intents that are refused although they need no privilege, as for an application under review. */
  readonly refused: number;
  /** Shards that `/gateway/bot` recommends. */
  readonly shards: number;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  /** An application in this many guilds must shard. */
  readonly mustShardFrom: number;
}

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  seq: number;
  /** The latest events, for replaying. */
  readonly sent: { readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
  resumable: boolean;
}

const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const everyIntent = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);
const identifiesADay = 1000;
const messagesAMinute = 120;
const keptForReplay = 1000;

/** Direct messages go to the first shard. */
const shardOf = (guildId: string | null, shards: number): number =>
  guildId ? Number((BigInt(guildId) >> 22n) % BigInt(shards)) : 0;

/** The web socket half of Discord. The methods named after faults cause them. */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  #identifies = identifiesADay;
  #withholdsAcks = false;
  #repeats: string | null = null;
  #refusesConnections = false;
  /** How often each thing was requested. A well-behaved bot keeps these low. */
  readonly counts = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0 };
  readonly #waiting = new Set<() => void>();
  /** Where to connect first, and where to resume. Set once the server listens. */
  urls = { first: '', resume: '' };

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    world.onHappening((happening) => this.#report(happening));
  }

  /** What GET /gateway/bot answers. */
  information(): Record<string, unknown> {
    return {
      url: this.urls.first,
      shards: this.#options.shards,
      session_start_limit: {
        total: identifiesADay,
        remaining: this.#identifies,
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    };
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#refusesConnections) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#converse(client));
  }

  /** Resolves when every shard is connected and ready. */
  async ready(): Promise<void> {
    const isReady = (): boolean => {
      const live = [...this.#sessions.values()].filter(({ socket }) => socket);
      return live.length > 0 && live.length >= (live[0]?.shards ?? 1);
    };
    while (!isReady()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Sends an event to the shards it is for. */
  dispatch(event: string, data: unknown, guildId: string | null, intents = 0): void {
    for (const session of this.#sessions.values()) {
      const shard = shardOf(guildId, session.shards);
      if (shard !== session.shard) continue;
      if (intents && !(session.intents & intents)) continue;
      this.#push(session, event, data);
    }
  }

  /** Cuts every connection without notice, as a lost network does. Events are kept for a resume. */
  drop(): void {
    for (const session of this.#sessions.values()) session.socket?.terminate();
  }

  /** Closes every connection with a code. 1000, 1001 and 4000 upwards may end the session. */
  close(code: number): void {
    for (const session of this.#sessions.values()) session.socket?.close(code);
  }

  /** Asks every shard to reconnect and resume (op 7). */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values()) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Ends every session (op 9). `resumable` ones may be resumed. */
  invalidate(resumable = false): void {
    for (const session of this.#sessions.values()) {
      session.resumable &&= resumable;
      send(session.socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
    }
  }

  /** Stops or resumes answering heartbeats, so that the client must notice a dead connection. */
  withholdAcks(withhold: boolean): void {
    this.#withholdsAcks = withhold;
  }

  /** Refuses new connections until told otherwise. */
  refuseConnections(refuse: boolean): void {
    this.#refusesConnections = refuse;
  }

  /** Sends the last event of a kind again after the next resume, as Discord sometimes does. */
  repeatAfterResume(event = 'INTERACTION_CREATE'): void {
    this.#repeats = event;
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #converse(socket: WebSocket): void {
    this.counts.connections++;
    let session: Session | null = null;
    let received: number[] = [];
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeat } });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = null;
    });
    socket.on('message', (raw) => {
      const now = this.#world.clock.now();
      received = [...received.filter((at) => at > now - 60_000), now];
      if (received.length > messagesAMinute) return close(socket, 'rate-limited');
      let packet: { op: number; d: unknown };
      try {
        packet = JSON.parse(String(raw));
      } catch {
        return close(socket, 'decode-error');
      }
      switch (packet.op) {
        case GatewayOpcodes.Heartbeat:
          this.counts.heartbeats++;
          if (!this.#withholdsAcks) send(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
          return;
        case GatewayOpcodes.Identify:
          if (session) return close(socket, 'already-authenticated');
          session = this.#identify(socket, packet.d as Identify);
          return;
        case GatewayOpcodes.Resume:
          if (session) return close(socket, 'already-authenticated');
          session = this.#resume(socket, packet.d as Resume);
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) close(socket, 'not-authenticated');
          return;
        default:
          close(socket, 'unknown-opcode');
      }
    });
  }

  #identify(
    socket: WebSocket,
    { token, intents, shard: [shard, shards] = [0, 1] }: Identify,
  ): Session | null {
    this.counts.identifies++;
    this.#identifies--;
    const wrong =
      token !== this.#options.token
        ? 'authentication-failed'
        : !Number.isInteger(intents) || intents < 0 || intents & ~everyIntent
          ? 'invalid-intents'
          : intents & ((privilegedIntents & ~this.#options.privileged) | this.#options.refused)
            ? 'disallowed-intents'
            : shard >= shards || shard < 0
              ? 'invalid-shard'
              : this.#world.guilds.size / shards >= this.#options.mustShardFrom
                ? 'sharding-required'
                : null;
    if (wrong) {
      close(socket, wrong);
      return null;
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard,
      shards,
      intents,
      seq: 0,
      sent: [],
      socket,
      resumable: true,
    };
    for (const [id, other] of this.#sessions)
      if (other.shard === shard && !other.socket) this.#sessions.delete(id);
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter(({ id }) => shardOf(id, shards) === shard);
    this.#push(session, 'READY', {
      v: 10,
      user: { ...this.#world.bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.urls.resume,
      shard: [shard, shards],
      application: { id: this.#world.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
    });
    if (intents & GatewayIntentBits.Guilds)
      for (const guild of guilds)
        if (guild.available) this.#push(session, 'GUILD_CREATE', shapes.guildCreate(guild));
    this.#wake();
    return session;
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: Resume): Session | null {
    this.counts.resumes++;
    const session = this.#sessions.get(id);
    if (token !== this.#options.token) {
      close(socket, 'authentication-failed');
      return null;
    }
    if (!session?.resumable) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return null;
    }
    if (seq > session.seq) {
      close(socket, 'invalid-seq');
      return null;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const event of session.sent.filter(({ s }) => s > seq))
      send(socket, { op: GatewayOpcodes.Dispatch, ...event });
    this.#push(session, 'RESUMED', { _trace: [] });
    const last = session.sent.findLast(({ t }) => t === this.#repeats);
    if (last) {
      this.#repeats = null;
      this.#push(session, last.t, last.d);
    }
    this.#wake();
    return session;
  }

  #push(session: Session, t: string, d: unknown): void {
    const event = { t, s: ++session.seq, d };
    session.sent.push(event);
    if (session.sent.length > keptForReplay) session.sent.shift();
    send(session.socket, { op: GatewayOpcodes.Dispatch, ...event });
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #report(happening: Happening): void {
    switch (happening.type) {
      case 'message':
        // Only the invoker's client is told of an ephemeral message, and the bot never is.
        if (!happening.stored.onlyFor) this.#reportMessage(happening.change, happening.stored);
        return;
      case 'guild': {
        const { guild, change } = happening;
        if (change === 'created')
          this.dispatch('GUILD_CREATE', shapes.guildCreate(guild), guild.id, GatewayIntentBits.Guilds);
        else
          this.dispatch(
            'GUILD_DELETE',
            { id: guild.id, unavailable: true },
            guild.id,
            GatewayIntentBits.Guilds,
          );
        return;
      }
      case 'channel': {
        const { channel } = happening;
        if (!channel.guild) return;
        this.dispatch(
          channel.parent ? 'THREAD_CREATE' : 'CHANNEL_CREATE',
          shapes.channel(channel),
          channel.guild.id,
          GatewayIntentBits.Guilds,
        );
      }
    }
  }

  #reportMessage(change: 'created' | 'edited' | 'deleted', { payload, channel }: Stored): void {
    const where = {
      channel_id: channel.id,
      channel_type: channel.type,
      ...(channel.guild && { guild_id: channel.guild.id }),
    };
    const event = { created: 'MESSAGE_CREATE', edited: 'MESSAGE_UPDATE', deleted: 'MESSAGE_DELETE' }[change];
    const member = channel.guild?.members.get(payload.author.id);
    for (const session of this.#sessions.values()) {
      const data =
        change === 'deleted'
          ? { id: payload.id, ...where }
          : {
              ...this.#readable(payload, channel, session.intents),
              ...where,
              ...(member && { member: { ...shapes.member(member), user: undefined } }),
            };
      const shard = shardOf(channel.guild?.id ?? null, session.shards);
      const needed = channel.guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
      if (shard === session.shard && session.intents & needed) this.#push(session, event, data);
    }
  }

  /**
   * Without the content intent, what members write is left out, unless it is for the bot: a mention, a direct message,
   * or its own.
   */
  #readable(payload: Stored['payload'], channel: Channel, intents: number): Stored['payload'] {
    const { bot } = this.#world;
    const forBot =
      !channel.guild || payload.author.id === bot.id || payload.mentions.some(({ id }) => id === bot.id);
    if (forBot || intents & GatewayIntentBits.MessageContent) return payload;
    return { ...payload, content: '', embeds: [], attachments: [], components: [] };
  }
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

function send(socket: WebSocket | null, packet: unknown): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(packet));
}

const close = (socket: WebSocket, why: keyof typeof closing): void => socket.close(closing[why], why);
