import { DiscordAPIError, REST } from 'discord.js';
import { PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { Archive } from '../archive/archive.ts';
import type { Command } from '../command.ts';
import { apiBase, inviteLink, PERMISSIONS } from './client.ts';
import { plan, register } from './registration.ts';
import type { Settings } from './start.ts';

/** The result of one check. `cure` says what to do if something is wrong. */
export interface Finding {
  readonly what: string;
  readonly cure: string | null;
}

/** The id of the application the token belongs to. Rejects with DiscordAPIError 401 if the token is wrong. */
export async function applicationOf(
  rest: Pick<REST, 'get'>,
): Promise<{ readonly id: string; readonly name: string }> {
  return (await rest.get(Routes.currentApplication())) as { id: string; name: string };
}

/** A client for Discord's API with the bot's token. Throws a ConfigError for an address that must not get it. */
export function openRest({ api, token }: Pick<Settings, 'api' | 'token'>): REST {
  return new REST({ api: apiBase(api) }).setToken(token);
}

/** Checks everything that can be wrong around a bot, one thing after another. Changes nothing. */
export async function* examine(
  settings: Settings | null,
  commands: readonly Command[],
  archive: () => Promise<Archive>,
): AsyncGenerator<Finding> {
  yield* examineArchive(archive);
  if (!settings)
    return yield bad(
      'DISCORD_TOKEN is not set',
      'put the token into .env; until then npm start opens the preview',
    );
  const rest = openRest(settings);
  let application: { id: string; name: string };
  try {
    application = await applicationOf(rest);
  } catch (error) {
    return yield unanswered(error);
  }
  yield good(`the token is that of ${application.name}`);
  if (settings.applicationId && settings.applicationId !== application.id)
    yield bad(
      'DISCORD_APPLICATION_ID is that of another application',
      `set it to ${application.id}, or leave it unset`,
    );
  yield good('no privileged intent is needed');
  yield* examineLogins(rest);
  yield* examineGuilds(rest, settings, application.id);
  yield* examineCommands(rest, settings, application.id, commands);
  yield good(`invite it with ${inviteLink(application.id)}`);
}

/** Why Discord does not say whom the token belongs to. */
export function unanswered(error: unknown): Finding {
  return isStatus(error, 401)
    ? bad(
        'Discord does not know the token',
        'copy it again: discord.com/developers → your application → Bot → Reset Token',
      )
    : bad(
        `Discord cannot be reached: ${(error as Error).message}`,
        'check the network and discordstatus.com',
      );
}

/** A finding in two lines for a console. */
export function sayFinding({ what, cure }: Finding): string {
  return cure === null ? `✓ ${what}` : `✗ ${what}\n  → ${cure}`;
}

async function* examineArchive(open: () => Promise<Archive>): AsyncGenerator<Finding> {
  try {
    const archive = await open();
    const { documents, builtAt } = await archive.status();
    await archive.close();
    yield documents > 0
      ? good(
          `${documents} ${documents === 1 ? 'article is' : 'articles are'} on record, read last at ${builtAt}`,
        )
      : bad(
          'there are no articles',
          'put .txt, .md, .html, .pdf, .docx or .jsonl files into the CORPUS folder, then npm run index',
        );
  } catch (error) {
    yield bad(
      `the articles cannot be served: ${(error as Error).message}`,
      'see the message; npm run index rebuilds the index',
    );
  }
}

async function* examineLogins(rest: REST): AsyncGenerator<Finding> {
  const { session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as {
    session_start_limit: { remaining: number; total: number };
  };
  yield limit.remaining > limit.total / 10
    ? good(`${limit.remaining} of ${limit.total} logins are left today`)
    : bad(
        `only ${limit.remaining} of ${limit.total} logins are left today: Discord resets the token when there are none`,
        'find out why the bot restarts so often before starting it again',
      );
}

async function* examineGuilds(rest: REST, settings: Settings, application: string): AsyncGenerator<Finding> {
  if (settings.homeGuilds.length === 0)
    yield bad(
      'there are no moderators',
      'set HOME_GUILDS to the ids of the servers whose moderators look after the articles',
    );
  const guilds = (await rest.get(Routes.userGuilds())) as { id: string; name: string; permissions: string }[];
  for (const id of settings.homeGuilds) {
    const guild = guilds.find((each) => each.id === id);
    if (!guild) {
      yield bad(
        `the bot is not in the home guild ${id}`,
        `invite it with ${inviteLink(application)}, or take the id out of HOME_GUILDS`,
      );
      continue;
    }
    const has = BigInt(guild.permissions);
    const may = (bit: bigint) => (has & (bit | PermissionFlagsBits.Administrator)) !== 0n;
    const missing = Object.entries(PERMISSIONS).flatMap(([name, bit]) => (may(bit) ? [] : [name]));
    yield missing.length === 0
      ? good(`the bot may write in ${guild.name}`)
      : bad(
          `in ${guild.name} the bot lacks ${missing.join(', ')}`,
          'grant them to its role: Server Settings → Roles',
        );
  }
}

async function* examineCommands(
  rest: REST,
  settings: Settings,
  application: string,
  commands: readonly Command[],
): AsyncGenerator<Finding> {
  for (const each of plan(commands, settings)) {
    const where = each.guild === null ? 'everywhere' : `in ${each.guild}`;
    try {
      const [result] = await register(rest, application, [each], { dry: true });
      yield result?.changed
        ? bad(
            `the commands ${where} are not as they should be`,
            'they are registered at the next start, or by npm run register',
          )
        : good(`the ${each.commands.length} commands ${where} are as they should be`);
    } catch (error) {
      yield bad(
        `the commands ${where} cannot be read: ${(error as Error).message}`,
        `invite the bot with ${inviteLink(application)}`,
      );
    }
  }
}

function good(what: string): Finding {
  return { what, cure: null };
}

function bad(what: string, cure: string): Finding {
  return { what, cure };
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof DiscordAPIError && error.status === status;
}
