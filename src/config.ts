import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { utf16Mark } from './corpus/decode.ts';
import { root } from './root.ts';

/** Everything a host can set, checked. Folders are absolute. */
export interface Config {
  /** Null: the bot is not connected to Discord. */
  readonly discord: {
    readonly token: string;
    /** Null: asked of Discord. */
    readonly applicationId: string | null;
    readonly scope: 'guild' | 'global';
    /** Where moderator commands exist. */
    readonly homeGuilds: readonly string[];
    /** Roles that moderate besides those who may manage the guild. */
    readonly moderatorRoles: readonly string[];
    /** Null: Discord's own. Set by the preview and by tests. */
    readonly api: string | null;
  } | null;
  readonly corpus: string;
  readonly index: string;
  readonly state: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Null: no metrics, no health checks. */
  readonly metricsPort: number | null;
  readonly previewPort: number;
  /** Questions a member may ask in a minute. */
  readonly questionsPerMinute: number;
  /** Language tag for the terminal and the preview. */
  readonly language: string;
  /** Whether a terminal may be coloured. */
  readonly color: boolean;
}

/** What is wrong with the settings: every variable at once, each with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** Exit status for it (EX_CONFIG of sysexits), on which nothing should restart the bot. */
  readonly exitStatus = 78;
}

/** One schema for each variable; its message says what to do. A variable that is set to nothing counts as not set. */
const Variables = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]{10,}\.[\w-]+\.[\w-]{10,}$/,
      'copy it whole from discord.com/developers → your application → Bot → Reset Token',
    )
    .optional(),
  DISCORD_APPLICATION_ID: id(
    'copy it from discord.com/developers → your application → General Information',
  ).optional(),
  COMMAND_SCOPE: z.enum(['guild', 'global'], 'set it to guild or to global').default('global'),
  HOME_GUILDS: ids('list server ids with commas between them: right-click your server → Copy Server ID'),
  MODERATOR_ROLES: ids('list role ids with commas between them: Server Settings → Roles → … → Copy Role ID'),
  DISCORD_API: z
    .url({
      protocol: /^https?$/,
      error: 'leave it unset; only the local preview and tests need it',
      abort: true,
    })
    .refine((url) => ['localhost', '127.0.0.1', '[::1]', 'discord.com'].includes(new URL(url).hostname), {
      error: 'only this machine and discord.com are allowed: leave it unset',
      abort: true,
    })
    .optional(),
  CORPUS: z.string().default('data/articles'),
  INDEX: z.string().default('data/index'),
  STATE: z.string().default('data/state'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'set it to debug, info, warn or error')
    .default('info'),
  METRICS_PORT: port().optional(),
  PREVIEW_PORT: port().default(0),
  QUESTIONS_PER_MINUTE: z.coerce
    .number('set it to a number, 1 or more')
    .int()
    .min(1, 'set it to a number, 1 or more')
    .default(30),
  LANGUAGE: z.string().optional(),
  LANG: z.string().optional(),
  NO_COLOR: z.string().optional(),
});

/**
 * The settings from the environment and, where it does not set them, from the file `.env` in the project's folder.
 * Throws a ConfigError that names every wrong variable with its cure. Never prints.
 */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  file = path.join(root, '.env'),
): Config {
  const fromFile = readEnvFile(file);
  const slip = Object.keys(fromFile).map(meant).find(Boolean);
  if (slip) throw new ConfigError(`${slip.typed} in ${file} is no setting: did you mean ${slip.name}?`);
  const set = Object.entries({ ...fromFile, ...environment }).filter(([, value]) => value?.trim());
  const result = Variables.safeParse(Object.fromEntries(set.map(([name, value]) => [name, value?.trim()])));
  if (!result.success) throw new ConfigError(describe(result.error));
  const v = result.data;
  if (v.COMMAND_SCOPE === 'guild' && v.HOME_GUILDS.length === 0 && v.DISCORD_TOKEN) {
    throw new ConfigError(
      'HOME_GUILDS is not set, and COMMAND_SCOPE=guild needs it: list the server ids, or set COMMAND_SCOPE=global',
    );
  }
  return {
    discord: v.DISCORD_TOKEN
      ? {
          token: v.DISCORD_TOKEN,
          applicationId: v.DISCORD_APPLICATION_ID ?? null,
          scope: v.COMMAND_SCOPE,
          homeGuilds: v.HOME_GUILDS,
          moderatorRoles: v.MODERATOR_ROLES,
          api: v.DISCORD_API ?? null,
        }
      : null,
    corpus: path.resolve(root, v.CORPUS),
    index: path.resolve(root, v.INDEX),
    state: path.resolve(root, v.STATE),
    logLevel: v.LOG_LEVEL,
    metricsPort: v.METRICS_PORT ?? null,
    previewPort: v.PREVIEW_PORT,
    questionsPerMinute: v.QUESTIONS_PER_MINUTE,
    language: v.LANGUAGE ?? v.LANG ?? 'en',
    color: v.NO_COLOR === undefined,
  };
}

/** The environment that a process started by this one gets. `set` wins. */
export function environmentWith(set: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, ...set };
}

function readEnvFile(file: string): Record<string, string> {
  try {
    const bytes = readFileSync(file);
    // As PowerShell writes it: read as UTF-8, nothing in it would be set, and nobody told.
    return parse(new TextDecoder(utf16Mark(bytes) ?? 'utf-8').decode(bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError(`${file} cannot be read: ${(error as Error).message}. Check its permissions.`);
  }
}

/** The setting whose name was nearly typed; what is like none may be for another program. */
function meant(typed: string): { readonly typed: string; readonly name: string } | null {
  const names = Object.keys(Variables.shape);
  if (names.includes(typed) || typed.length < SHORTEST_SLIP) return null;
  const name = closest(typed.toUpperCase(), names);
  return distance(typed.toUpperCase(), name) <= 2 ? { typed, name } : null;
}

/** Of shorter names, two letters more or fewer make another name. */
const SHORTEST_SLIP = 6;

/** Never the value itself: it may be a secret. */
function describe(error: z.ZodError): string {
  const lines = error.issues.map(({ path: [name], message }) => `${String(name)} is not right: ${message}`);
  return [...new Set(lines)].join('\n');
}

function id(cure: string) {
  return z.string().regex(/^\d{15,20}$/, cure);
}

function ids(cure: string) {
  return z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(z.array(id(cure)));
}

function port() {
  const cure = 'set it to a free port, 1 to 65535, or leave it unset';
  return z.coerce.number(cure).int(cure).min(1, cure).max(65535, cure);
}
