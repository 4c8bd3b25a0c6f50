import { ApplicationCommandType } from 'discord-api-types/v10';
import type { LocalDiscord } from '../../src/preview/local-discord.ts';
import type { Sight } from '../../src/preview/sight.ts';
import type { User } from '../../src/preview/user.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever Discord answers, looked into by tests
  readonly body: any;
  readonly headers: Headers;
}

/** A request as a bot's library would make it, without one in between. */
export async function call(
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = discord.token,
): Promise<Answer> {
  const form = body instanceof FormData;
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bot ${token}` }),
      ...(!form && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
}

export const respond = (
  discord: LocalDiscord,
  { interaction }: Sight,
  type: number,
  data?: unknown,
): Promise<Answer> =>
  call(
    discord,
    'POST',
    `/interactions/${interaction?.id}/${interaction?.token}/callback`,
    { type, data },
    null,
  );

export const webhook = (
  discord: LocalDiscord,
  { interaction }: Sight,
  method: string,
  message: string,
  body?: unknown,
): Promise<Answer> =>
  call(
    discord,
    method,
    `/webhooks/${discord.world.applicationId}/${interaction?.token}${message && `/messages/${message}`}`,
    body,
    null,
  );

/** The first fault that Discord's answer finds at a place of the data of an interaction's answer. */
export const faultAt = (path: string, { body }: Answer) =>
  path.split('.').reduce((inner, key) => inner?.[key], body.errors.data)?._errors?.[0];

/** Registers a command without a bot. */
export function register(
  discord: LocalDiscord,
  command: object = {},
  scope = discord.guild.id,
): Promise<Answer> {
  const where = scope === 'global' ? '' : `/guilds/${scope}`;
  return call(discord, 'POST', `/applications/${discord.world.applicationId}${where}/commands`, {
    name: 'ask',
    description: 'Asks',
    type: ApplicationCommandType.ChatInput,
    ...command,
  });
}

/** A slash command on its way, answered by nobody yet. */
export async function asked(discord: LocalDiscord, user: User = discord.member): Promise<Sight> {
  if (user.commands().length === 0) await register(discord);
  return user.begin('/ask');
}
