import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { language } from './words.ts';

/** A command as typed: `corpus add` is one, although Discord files it under `corpus`. */
export interface Typed {
  readonly command: APIApplicationCommand;
  readonly path: string[];
  /** Its name in the member's language, which they see, and in the code. */
  readonly name: string;
  readonly plainName: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Every command that can be typed, by name, each subcommand separately. */
export function typedCommands(commands: readonly APIApplicationCommand[]): Typed[] {
  const nested = (option: APIApplicationCommandOption): boolean =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  const expand = (
    command: APIApplicationCommand,
    path: string[],
    names: string[],
    description: string,
    options: readonly APIApplicationCommandOption[],
  ): Typed[] =>
    options.some(nested)
      ? options.flatMap((option) =>
          expand(
            command,
            [...path, option.name],
            [...names, localized('name', option)],
            localized('description', option),
            ('options' in option && option.options) || [],
          ),
        )
      : [
          {
            command,
            path,
            name: names.join(' '),
            plainName: [command.name, ...path].join(' '),
            description,
            options: options as readonly APIApplicationCommandBasicOption[],
          },
        ];
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) =>
      expand(
        command,
        [],
        [localized('name', command)],
        localized('description', command),
        command.options ?? [],
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The command that was typed, under either of its names. */
export const typedAs = (commands: readonly Typed[], name: string): Typed | undefined =>
  commands.find((each) => each.name === name) ?? commands.find((each) => each.plainName === name);

/** In the language of the person viewing the page. */
export function localized<F extends 'name' | 'description'>(
  field: F,
  of: Readonly<Record<F, string>>,
): string {
  const { [`${field}_localizations`]: translations } = of as Record<string, unknown>;
  const known = (translations ?? {}) as Record<string, string | undefined>;
  return known[language] ?? known[language.split('-')[0]!] ?? of[field];
}
