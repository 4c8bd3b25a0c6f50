import {
  type AllowedMentionsTypes,
  Client,
  GatewayIntentBits,
  Options,
  PermissionFlagsBits,
} from 'discord.js';

import { ConfigError } from '../config.ts';

/** Hosts on which Discord's API may be: Discord's own, and this machine for the local Discord and tests. */
const HOSTS = ['discord.com', '127.0.0.1', 'localhost', '[::1]'];

/** Discord's API, or the given one. Throws a ConfigError for a host that must not get the token. */
export function apiBase(given: string | null): string {
  if (given === null) return 'https://discord.com/api';
  const url = URL.canParse(given) ? new URL(given) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname !== 'discord.com');
  if (!url || !secure || !HOSTS.includes(url.hostname) || url.username !== '' || url.password !== '')
    throw new ConfigError(
      `DISCORD_API is not right: ${given} is neither Discord nor this machine, and the bot's token is not sent there. Leave it unset`,
    );
  return given.replace(/\/+$/, '');
}

/** A discord.js client that asks for no privileged intent, pings nobody, and keeps nothing that grows over time. */
export function buildClient(api: string): Client {
  const none: readonly AllowedMentionsTypes[] = [];
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: none, repliedUser: false },
    shards: 'auto',
    rest: { api, handlerSweepInterval: 60_000 },
    // discord.js needs the names of servers, their channels and roles. Everything else is used once and dropped.
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: 0,
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: 0,
      VoiceStateManager: 0,
    }),
  });
}

/** What the bot may need to do in a server. */
export const PERMISSIONS = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** The link by which a server's manager invites the bot. */
export function inviteLink(application: string): string {
  const permissions = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
}
