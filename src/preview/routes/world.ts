import { permissionsOf } from '../permissions.ts';
import { Refusal } from '../refusal.ts';
import { shapes } from '../shapes.ts';
import type { Guild, World } from '../world.ts';
import type { Call, Route } from './route.ts';

/** The bot, and the guilds and people there are. */
export const worldRoutes: readonly Route[] = [
  { at: 'GET /gateway', open: true, handle: (_, { gateway }) => ({ url: gateway.urls.first }) },
  { at: 'GET /gateway/bot', handle: (_, { gateway }) => gateway.information() },
  {
    at: 'GET /users/@me',
    handle: (_, { world }) => ({ ...world.bot, verified: true, mfa_enabled: false, locale: 'en-US' }),
  },
  {
    at: 'GET /users/@me/guilds',
    handle: (_, { world }) =>
      [...world.guilds.values()].map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: guild.owner === world.bot.id,
        permissions: String(permissionsOf(guild, world.bot.id)),
        features: [],
      })),
  },
  {
    at: 'GET /users/:user',
    handle: ({ params }, { world }) => {
      const user = world.users.get(params.user ?? '');
      if (!user) throw new Refusal('unknown-user');
      return user;
    },
  },
  { at: 'GET /applications/@me', handle: (_, { world }) => shapes.application(world) },
  { at: 'GET /oauth2/applications/@me', handle: (_, { world }) => shapes.application(world) },
  { at: 'GET /guilds/:guild', handle: (call, { world }) => shapes.guild(inside(call, world)) },
  {
    at: 'GET /guilds/:guild/channels',
    handle: (call, { world }) =>
      [...inside(call, world).channels.values()].filter(({ parent }) => !parent).map(shapes.channel),
  },
  {
    at: 'GET /guilds/:guild/roles',
    handle: (call, { world }) =>
      [...inside(call, world).roles.values()].map((role, index) => shapes.role(role, index)),
  },
  {
    at: 'GET /guilds/:guild/members/:user',
    handle: (call, { world }) => {
      const member = inside(call, world).members.get(call.params.user ?? '');
      if (!member) throw new Refusal('unknown-member');
      return shapes.member(member);
    },
  },
];

function inside({ params }: Call, world: World): Guild {
  const guild = world.guilds.get(params.guild ?? '');
  if (!guild) throw new Refusal('unknown-guild');
  if (!guild.members.has(world.bot.id)) throw new Refusal('missing-access');
  return guild;
}
