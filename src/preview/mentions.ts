import { type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import { permissionsIn } from './permissions.ts';
import { everyComponent } from './rules/components.ts';
import type { AllowedMentions, MessageBody } from './rules/message.ts';
import type { Channel, World } from './world.ts';

export interface Mentioned {
  readonly users: readonly APIUser[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/**
 * Whom a message would ping. Counts every mention in its text: whether one in a code block or behind a backslash pings
 * is for Discord to decide, and not for a bot to rely on. Embeds never ping. `byDefault` is the meaning of a body
 * without `allowed_mentions`: everything for a channel message, and only users for webhooks and interaction responses.
 */
export function mentioned(
  world: World,
  channel: Channel,
  author: APIUser,
  body: MessageBody,
  byDefault: AllowedMentions,
  repliedTo: APIUser | null,
): Mentioned {
  const allowed = body.allowed_mentions ?? byDefault;
  const text = [
    body.content ?? '',
    ...[...everyComponent(body.components)].map(({ component }) => component.content ?? ''),
  ].join('\n');
  const may = (kind: 'users' | 'roles', id: string): boolean =>
    (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);
  const everyoneToo = (permissionsIn(channel, author.id) & PermissionFlagsBits.MentionEveryone) !== 0n;

  const users = new Map<string, APIUser>();
  for (const [, id] of text.matchAll(/<@!?(\d{1,20})>/g)) {
    const user = world.users.get(id!);
    if (user && may('users', id!)) users.set(user.id, user);
  }
  if (repliedTo && repliedTo.id !== author.id && allowed.replied_user !== false) {
    const said = body.allowed_mentions?.replied_user;
    if (said || (said === undefined && !body.allowed_mentions)) users.set(repliedTo.id, repliedTo);
  }
  const roles = [...text.matchAll(/<@&(\d{1,20})>/g)]
    .map(([, id]) => id!)
    .filter((id) => everyoneToo && channel.guild?.roles.has(id) && may('roles', id));
  return {
    users: [...users.values()],
    roles: [...new Set(roles)],
    everyone:
      everyoneToo && /@(?:everyone|here)/.test(text) && (allowed.parse?.includes('everyone') ?? false),
  };
}

/** The ids of users and roles it pings, and `everyone`. */
export const pingsOf = ({ users, roles, everyone }: Mentioned): string[] => [
  ...users.map(({ id }) => id),
  ...roles,
  ...(everyone ? ['everyone'] : []),
];
