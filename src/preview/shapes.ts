import { ChannelType } from 'discord-api-types/v10';
import type { Channel, Guild, Member, Role, World } from './world.ts';

type Shape = Record<string, unknown>;

/**
 * What the API and the gateway send for each thing in the world, with every key that Discord's own description
 * requires.
 */
export const shapes = { application, guild, guildCreate, channel, role, member };

function application(world: World): Shape {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    install_params: { scopes: ['bot', 'applications.commands'], permissions: '274877991936' },
    integration_types_config: { 0: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.bot,
    team: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}

function role(of: Role, position: number): Shape {
  return {
    id: of.id,
    name: of.name,
    permissions: String(of.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: of.bot !== null,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(of.bot !== null && { tags: { bot_id: of.bot } }),
  };
}

function member(of: Member): Shape {
  return {
    user: of.user,
    nick: of.nick,
    avatar: null,
    banner: null,
    roles: of.roles,
    joined_at: of.joined,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: 0,
    deaf: false,
    mute: false,
  };
}

function channel(of: Channel): Shape {
  const last = [...of.messages.keys()].at(-1) ?? null;
  if (of.recipient)
    return { id: of.id, type: of.type, flags: 0, last_message_id: last, recipients: [of.recipient] };
  const shared = {
    id: of.id,
    type: of.type,
    name: of.name,
    guild_id: of.guild?.id,
    flags: 0,
    last_message_id: last,
    rate_limit_per_user: 0,
  };
  if (of.type === ChannelType.PublicThread) {
    return {
      ...shared,
      parent_id: of.parent?.id,
      owner_id: of.guild?.owner,
      message_count: of.messages.size,
      member_count: 1,
      total_message_sent: of.messages.size,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: of.guild?.joined,
        create_timestamp: of.guild?.joined,
        locked: false,
      },
    };
  }
  return {
    ...shared,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    permission_overwrites: of.denied
      ? [{ id: of.guild?.id, type: 0, allow: '0', deny: String(of.denied) }]
      : [],
  };
}

function guild(of: Guild): Shape {
  return {
    id: of.id,
    name: of.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: of.owner,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...of.roles.values()].map((each, index) => role(each, index)),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

function guildCreate(of: Guild): Shape {
  const channels = [...of.channels.values()];
  return {
    ...guild(of),
    joined_at: of.joined,
    large: false,
    unavailable: false,
    member_count: of.members.size,
    // Without the members intent Discord sends only the bot's own membership.
    members: [...of.members.values()].filter(({ user }) => user.bot).map(member),
    channels: channels.filter(({ parent }) => !parent).map(channel),
    threads: channels.filter(({ parent }) => parent).map(channel),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
