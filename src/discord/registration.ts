import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import { type Command, type Option, PRIVATE } from '../command.ts';
import { localName } from '../locales/names.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { LOCALES, type Locale, say } from '../locales/say.ts';
import type { Access } from './access.ts';
import { isRepeatable, LONGEST } from './press.ts';

type Definition = RESTPutAPIApplicationCommandsJSONBody[number];

/** Which commands belong in which scope. Scopes not listed are not ours to touch. */
export interface Plan {
  /** Null means everywhere. */
  readonly guild: string | null;
  readonly commands: readonly Definition[];
}

export interface Scope extends Access {
  /** Member commands everywhere, or only in the home guilds (where they appear at once, for trying out). */
  readonly scope: 'guild' | 'global';
}

/** Discord's limits for commands. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const DESCRIPTION = 100;
const OPTIONS = 25;
const CHOICE = 100;
/** The longest text for a command that is not run again: enough for an article's link. */
const TEXT = 512;
const CHARACTERS = 8000;
const COMMANDS = 100;

/** Discord's names for languages where ours are shorter. */
const DISCORD_LOCALES: Readonly<Record<string, readonly string[]>> = { es: ['es-ES', 'es-419'] };

/**
 * What Discord should hold in each scope. A command in two scopes would be shown twice, so scopes that should be empty
 * are listed too. Moderator commands are in the home guilds only. Throws, naming the command, if Discord would refuse
 * one.
 */
export function plan(
  commands: readonly Command[],
  { scope, homeGuilds, moderatorRoles }: Scope,
): readonly Plan[] {
  const members = [
    ...definitions(
      commands.filter((command) => command.who === 'member'),
      null,
    ),
    menu(),
  ];
  const moderators = definitions(
    commands.filter((command) => command.who === 'moderator'),
    moderatorRoles,
  );
  return [
    { guild: null, commands: scope === 'global' ? members.map(everywhere) : [] },
    ...homeGuilds.map((guild) => ({
      guild,
      commands: scope === 'guild' ? [...members, ...moderators] : moderators,
    })),
  ];
}

/** Brings Discord to `plans`, writing only what differs, and returns what differed. With `dry`, writes nothing. */
export async function register(
  rest: Pick<REST, 'get' | 'put'>,
  application: string,
  plans: readonly Plan[],
  { dry = false } = {},
): Promise<
  readonly { readonly guild: string | null; readonly changed: boolean; readonly commands: number }[]
> {
  const results = [];
  for (const { guild, commands } of plans) {
    const route =
      guild === null
        ? Routes.applicationCommands(application)
        : Routes.applicationGuildCommands(application, guild);
    const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    const changed = !isDeepStrictEqual(normalised(held as Definition[]), normalised(commands));
    if (changed && !dry) await rest.put(route, { body: commands });
    results.push({ guild, changed, commands: commands.length });
  }
  return results;
}

/** Commands of two words become subcommands of the first word. */
function definitions(commands: readonly Command[], moderatorRoles: readonly string[] | null): Definition[] {
  const tops = new Map<string, Definition & { options: object[] }>();
  for (const command of commands) {
    const [top = '', sub, ...rest] = command.name.split(' ');
    const check = checker(`/${command.name}`);
    check(rest.length === 0, 'its name has more than two words');
    const options = optionsOf(command, check);
    const described = { ...localised('description', command.description, DESCRIPTION, check), options };
    const made = tops.get(top) ?? {
      type: ApplicationCommandType.ChatInput as const,
      ...named(top, check),
      description: top,
      options: [],
      ...(moderatorRoles === null ? {} : { default_member_permissions: defaultPermissions(moderatorRoles) }),
    };
    if (sub === undefined) Object.assign(made, described);
    else
      made.options.push({
        type: ApplicationCommandOptionType.Subcommand,
        ...named(sub, check),
        ...described,
      });
    check(made.options.length <= OPTIONS, `it has more than ${OPTIONS} options or subcommands`);
    check(
      lengthOf(made) <= CHARACTERS,
      `its names and descriptions are longer than ${CHARACTERS} characters together`,
    );
    tops.set(top, made);
  }
  checker('The commands')(tops.size <= COMMANDS, `are more than the ${COMMANDS} that Discord takes`);
  return [...tops.values()];
}

type Check = (holds: boolean, problem: string) => void;

function checker(name: string): Check {
  return (holds, problem) => {
    if (!holds) throw new Error(`${name} cannot be registered with Discord: ${problem}`);
  };
}

function optionsOf(command: Command, check: Check): APIApplicationCommandBasicOption[] {
  const own: Option = { type: 'boolean', description: phrase('option.private') };
  const options = Object.entries({ ...command.options, [PRIVATE]: command.options[PRIVATE] ?? own });
  check(options.length <= OPTIONS, `it has more than ${OPTIONS} options`);
  const sorted = options.sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false));
  return sorted.map(([name, option]) => {
    check(!(option.choices && option.complete), `its option ${name} has both choices and completions`);
    check((option.choices?.length ?? 0) <= OPTIONS, `its option ${name} has more than ${OPTIONS} choices`);
    return {
      type: TYPES[option.type],
      ...named(name, check),
      required: option.required ?? false,
      ...localised('description', option.description, DESCRIPTION, check),
      ...(option.type === 'string' ? textOption(option, isRepeatable(command), check) : {}),
    } as APIApplicationCommandBasicOption;
  });
}

const TYPES = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  integer: ApplicationCommandOptionType.Integer,
  attachment: ApplicationCommandOptionType.Attachment,
} as const;

function textOption({ choices, complete }: Option, shownAgain: boolean, check: Check) {
  if (choices)
    return {
      choices: choices.map(({ name, value }) => ({ ...localised('name', name, CHOICE, check), value })),
    };
  return complete ? { autocomplete: true, max_length: CHOICE } : { max_length: shownAgain ? LONGEST : TEXT };
}

function menu(): Definition {
  const check = checker('The message menu entry');
  return { type: ApplicationCommandType.Message, ...localised('name', phrase('discord.menu'), 32, check) };
}

/**
 * Settings that Discord takes only for commands that are everywhere: available in servers, in direct messages, and to
 * people who add the bot for themselves.
 */
function everywhere(definition: Definition): Definition {
  return {
    ...definition,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

/**
 * Offered to those who manage the server. If there are moderator roles, offered to everybody, since Discord cannot be
 * told the roles here; we check them ourselves.
 */
function defaultPermissions(moderatorRoles: readonly string[]): string | null {
  return moderatorRoles.length > 0 ? null : PermissionFlagsBits.ManageGuild.toString();
}

/** One of our texts in the form Discord takes: in English, and in our other languages. */
function localised<F extends 'name' | 'description'>(field: F, text: Phrase, longest: number, check: Check) {
  return translated(field, (locale) => {
    const words = say(text, locale);
    check(words.length >= 1 && words.length <= longest, `“${words}” must have 1 to ${longest} characters`);
    return words;
  });
}

/** The name of a command or an option. Discord restricts these. */
function named(name: string, check: Check) {
  return translated('name', (locale) => {
    const local = localName(name, locale);
    check(NAME.test(local) && local === local.toLowerCase(), `Discord does not take “${local}” for a name`);
    return local;
  });
}

function translated<F extends 'name' | 'description'>(field: F, inLocale: (locale: Locale) => string) {
  const others = LOCALES.filter((locale) => locale !== 'en').flatMap((locale) =>
    (DISCORD_LOCALES[locale] ?? [locale]).map((tag) => [tag, inLocale(locale)]),
  );
  return {
    [field]: inLocale('en'),
    ...(others.length > 0 ? { [`${field}_localizations`]: Object.fromEntries(others) } : {}),
  } as Record<F, string>;
}

/** What counts towards Discord's limit of 8000: names, descriptions and values, each in its longest localisation. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((total, each) => total + lengthOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((total, [key, inside]) => {
    if (key === 'name' || key === 'description' || key === 'value') {
      const translations: object =
        (value as Record<string, object | undefined>)[`${key}_localizations`] ?? {};
      return (
        total +
        Math.max(String(inside).length, ...Object.values(translations).map((text) => String(text).length))
      );
    }
    return key.endsWith('_localizations') ? total : total + lengthOf(inside);
  }, 0);
}

/** Defaults that Discord fills in. Other additions of Discord's do not matter. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  type: 1,
  name: '',
  name_localizations: {},
  description: '',
  description_localizations: {},
  options: [],
  choices: [],
  required: false,
  autocomplete: false,
  max_length: null,
  value: null,
  default_member_permissions: null,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: null,
};

function normalised(commands: readonly Definition[]): unknown {
  return commands.map(fill).sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
}

function fill(definition: object): Record<string, unknown> {
  const given = definition as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([key, standard]) => {
      const value = given[key] ?? standard;
      if (key === 'options' || key === 'choices') return [key, (value as object[]).map(fill)];
      return [key, Array.isArray(value) ? [...value].sort() : value];
    }),
  );
}
