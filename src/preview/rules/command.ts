import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { type Fault, Refusal, refuseIf } from '../refusal.ts';
import { oracle } from './oracle.ts';

export interface CommandBody {
  id?: string;
  name: string;
  type?: ApplicationCommandType;
  description?: string | null;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: OptionBody[] | null;
  default_member_permissions?: string | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  nsfw?: boolean;
  dm_permission?: boolean | null;
}

interface OptionBody {
  type: ApplicationCommandOptionType;
  name: string;
  description: string;
  required?: boolean;
  choices?: APIApplicationCommandOptionChoice[] | null;
  autocomplete?: boolean;
  options?: OptionBody[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const chatName = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

const mostOf: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** Throws Discord's answer to this whole list of commands for one scope, if it would refuse it. */
export async function checkCommands(commands: readonly CommandBody[]): Promise<void> {
  refuseIf(await commandFaults(commands, (index) => [index]));
  for (const [type, most] of Object.entries(mostOf))
    if (commands.filter((command) => (command.type ?? 1) === Number(type)).length > most)
      throw new Refusal('too-many-commands');
}

/** The same for a single command. */
export async function checkCommand(command: CommandBody): Promise<void> {
  refuseIf(await commandFaults([command], () => []));
}

async function commandFaults(
  commands: readonly CommandBody[],
  place: (index: number) => Fault['path'],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const names = new Set<string>();
  for (const [index, command] of commands.entries()) {
    // Discord takes permissions as a string of digits, although its description says number.
    const { default_member_permissions: permissions, ...described } = command;
    const found = [...(await oracle('ApplicationCommandUpdateRequest', described)), ...ownFaults(command)];
    if (permissions && !/^\d+$/.test(permissions))
      found.push({
        path: ['default_member_permissions'],
        code: 'NUMBER_TYPE_COERCE',
        message: `Value "${permissions}" is not int.`,
      });
    const key = `${command.type ?? 1} ${command.name}`;
    if (names.has(key))
      found.push({
        path: ['name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    names.add(key);
    faults.push(...found.map((fault) => ({ ...fault, path: [...place(index), ...fault.path] })));
  }
  return faults;
}

function ownFaults(command: CommandBody): Fault[] {
  const chat = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  const faults = chat ? optionFaults(command.options ?? [], ['options']) : [];
  for (const [path, name] of namesOf(command)) if (chat && !validName(name)) faults.push(badName(path));
  if (chat && !command.description)
    faults.push({ path: ['description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  if (!chat && command.description)
    faults.push({
      path: ['description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
      message: 'Context menu commands cannot have description',
    });
  if (!chat && command.options?.length)
    faults.push({
      path: ['options'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
      message: 'Context menu commands cannot have options',
    });
  if (sizeOf(command) > 8000)
    faults.push({
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: 'Command exceeds maximum size (8000)',
    });
  return faults;
}

const validName = (name: string): boolean => chatName.test(name) && name === name.toLowerCase();

const badName = (path: Fault['path']): Fault => ({
  path,
  code: 'APPLICATION_COMMAND_INVALID_NAME',
  message: 'Command name is invalid',
});

function namesOf(of: CommandBody | OptionBody): [Fault['path'], string][] {
  const localized = Object.entries(of.name_localizations ?? {});
  return [
    [['name'], of.name],
    ...localized.map(([locale, name]): [Fault['path'], string] => [['name_localizations', locale], name]),
  ];
}

const nesting = (type: ApplicationCommandOptionType): boolean =>
  type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;

function optionFaults(options: readonly OptionBody[], path: Fault['path']): Fault[] {
  const faults: Fault[] = [];
  let optional = false;
  const names = new Set<string>();
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    for (const [where, name] of namesOf(option))
      if (!validName(name)) faults.push(badName([...at, ...where]));
    if (names.has(option.name))
      faults.push({
        path: at,
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message: `Option name already exists`,
      });
    names.add(option.name);
    if (option.required && optional)
      faults.push({
        path: at,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    optional ||= !option.required;
    if (nesting(option.type) !== nesting(options[0]!.type))
      faults.push({
        path: at,
        code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
      });
    if (option.autocomplete && option.choices?.length)
      faults.push({
        path: [...at, 'autocomplete'],
        code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
        message: 'Autocomplete may not be set while choices are present',
      });
    faults.push(
      ...choiceFaults(option.choices ?? [], [...at, 'choices']),
      ...optionFaults(option.options ?? [], [...at, 'options']),
    );
  }
  return faults;
}

function choiceFaults(choices: readonly APIApplicationCommandOptionChoice[], path: Fault['path']): Fault[] {
  const names = new Set<string>();
  return choices.flatMap(({ name }, index) => {
    const twice = names.has(name);
    names.add(name);
    return twice
      ? [
          {
            path: [...path, index],
            code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            message: 'Option choice name already exists',
          },
        ]
      : [];
  });
}

/** The size of names, descriptions and values together. Of a text and its translations the longest counts. */
function sizeOf(of: CommandBody | OptionBody): number {
  const longest = (
    text: string | null | undefined,
    translations: Record<string, string> | null | undefined,
  ) => Math.max(text?.length ?? 0, ...Object.values(translations ?? {}).map(({ length }) => length));
  const choices = 'choices' in of ? (of.choices ?? []) : [];
  return (
    longest(of.name, of.name_localizations) +
    longest(of.description, of.description_localizations) +
    choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
    (of.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}
