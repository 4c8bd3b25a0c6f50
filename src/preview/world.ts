import {
  type APIApplicationCommand,
  type APIAttachment,
  type APIMessage,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Clock } from './clock.ts';

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  /**
   * The bot this role was made for, by user id: Discord makes one for each bot invited with permissions. Null for other
   * roles.
   */
  readonly bot: string | null;
}

export interface Member {
  readonly user: APIUser;
  nick: string | null;
  readonly roles: string[];
  readonly joined: string;
}

/** A channel. `denied` takes permissions from everyone in it. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType.GuildText | ChannelType.DM | ChannelType.PublicThread;
  /** Null for a direct message. */
  readonly guild: Guild | null;
  /** The channel a thread belongs to. */
  readonly parent: Channel | null;
  /** The other side of a direct message. */
  readonly recipient: APIUser | null;
  denied: bigint;
  readonly messages: Map<string, Stored>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  available: boolean;
  readonly joined: string;
}

/** A message, with what clients are never told about it. */
export interface Stored {
  payload: APIMessage;
  readonly channel: Channel;
  /** The only user who sees an ephemeral message; null if everyone does. */
  readonly onlyFor: string | null;
  /** Whether the message is gone: deleted for everybody, or an ephemeral one dismissed. */
  gone: boolean;
  /** Whom it would ping: user ids, role ids, `@everyone`, `@here`. */
  pings: readonly string[];
}

/** Events, in the order they happen. */
export type Happening =
  | { readonly type: 'message'; readonly change: 'created' | 'edited' | 'deleted'; readonly stored: Stored }
  | { readonly type: 'typing'; readonly channel: Channel; readonly user: APIUser }
  | { readonly type: 'commands' }
  | { readonly type: 'guild'; readonly change: 'created' | 'unavailable'; readonly guild: Guild }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'interaction'; readonly id: string };

const epoch = 1_420_070_400_000n;

/** Everything in the local Discord: one application, its guilds, their people, and what was said. */
export class World {
  readonly clock: Clock;
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly users = new Map<string, APIUser>();
  readonly guilds = new Map<string, Guild>();
  /** Guild channels, threads and direct messages. */
  readonly channels = new Map<string, Channel>();
  /** By scope: a guild's id, or `global`. */
  readonly commands = new Map<string, Map<string, APIApplicationCommand>>();
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();
  #last = 0n;
  readonly #listeners = new Set<(happening: Happening) => void>();

  constructor(clock: Clock, botName: string) {
    this.clock = clock;
    this.bot = this.addUser(botName, true);
    this.applicationId = this.bot.id;
  }

  /** Ids grow with time and never repeat: https://docs.discord.com/developers/reference#snowflakes */
  snowflake(): string {
    const now = (BigInt(this.clock.now()) - epoch) << 22n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return String(this.#last);
  }

  timestamp(): string {
    return new Date(this.clock.now()).toISOString();
  }

  onHappening(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(happening: Happening): void {
    for (const listener of [...this.#listeners]) listener(happening);
  }

  addUser(name: string, bot = false): APIUser {
    const user = {
      id: this.snowflake(),
      username: name.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
      global_name: bot ? null : name,
      discriminator: bot ? '0420' : '0',
      avatar: null,
      banner: null,
      accent_color: null,
      avatar_decoration_data: null,
      collectibles: null,
      primary_guild: null,
      public_flags: 0,
      flags: 0,
      ...(bot && { bot, username: name }),
    } as unknown as APIUser;
    this.users.set(user.id, user);
    return user;
  }

  addGuild(name: string, owner: APIUser): Guild {
    // A guild's shard is its id without the last 22 bits. This way, guilds made in one millisecond still get shards in
    // turn.
    this.#last += 1n << 22n;
    const id = this.snowflake();
    const everyone: Role = { id, name: '@everyone', permissions: everyoneMay, bot: null };
    const guild: Guild = {
      id,
      name,
      owner: owner.id,
      roles: new Map([[id, everyone]]),
      members: new Map(),
      channels: new Map(),
      available: true,
      joined: this.timestamp(),
    };
    this.guilds.set(id, guild);
    this.addMember(guild, this.bot);
    this.addMember(guild, owner);
    this.tell({ type: 'guild', change: 'created', guild });
    return guild;
  }

  addMember(guild: Guild, user: APIUser, roles: readonly Role[] = []): Member {
    const member = { user, nick: null, roles: roles.map(({ id }) => id), joined: this.timestamp() };
    guild.members.set(user.id, member);
    return member;
  }

  addRole(guild: Guild, name: string, permissions: bigint, bot: string | null = null): Role {
    const role = { id: this.snowflake(), name, permissions, bot };
    guild.roles.set(role.id, role);
    return role;
  }

  addChannel(guild: Guild, name: string, parent: Channel | null = null): Channel {
    const channel: Channel = {
      id: this.snowflake(),
      name,
      type: parent ? ChannelType.PublicThread : ChannelType.GuildText,
      guild,
      parent,
      recipient: null,
      denied: 0n,
      messages: new Map(),
    };
    guild.channels.set(channel.id, channel);
    this.channels.set(channel.id, channel);
    this.tell({ type: 'channel', channel });
    return channel;
  }

  /** The direct message channel between the bot and a user, made on first use. */
  directMessage(user: APIUser): Channel {
    for (const channel of this.channels.values()) if (channel.recipient?.id === user.id) return channel;
    const channel: Channel = {
      id: this.snowflake(),
      name: user.username,
      type: ChannelType.DM,
      guild: null,
      parent: null,
      recipient: user,
      denied: 0n,
      messages: new Map(),
    };
    this.channels.set(channel.id, channel);
    this.tell({ type: 'channel', channel });
    return channel;
  }

  commandsIn(scope: string): Map<string, APIApplicationCommand> {
    let commands = this.commands.get(scope);
    if (!commands) {
      commands = new Map();
      this.commands.set(scope, commands);
    }
    return commands;
  }

  /** Stores a file and returns it as an attachment that can be fetched from `origin`. */
  addFile(origin: string, name: string, type: string, bytes: Uint8Array): APIAttachment {
    const id = this.snowflake();
    const path = `/attachments/${id}/${encodeURIComponent(name)}`;
    this.files.set(path, { bytes, type });
    const url = `${origin}${path}`;
    return { id, filename: name, size: bytes.length, url, proxy_url: url, content_type: type };
  }

  message(channel: Channel, id: string): Stored | undefined {
    const stored = channel.messages.get(id);
    return stored?.gone ? undefined : stored;
  }

  findMessage(id: string): Stored | undefined {
    for (const channel of this.channels.values()) {
      const stored = this.message(channel, id);
      if (stored) return stored;
    }
    return undefined;
  }
}

const everyoneMay =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.CreatePublicThreads;
