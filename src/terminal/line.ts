import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { type Attachment, type Command, type Option, PRIVATE, type Values } from '../command.ts';
import { localName } from '../locales/names.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { LOCALES, type Locale } from '../locales/say.ts';

/** What a typed line asks for, or why it asks for nothing. */
export type Line =
  | { readonly command: Command; readonly values: Values; readonly private: boolean }
  | { readonly problem: Phrase };

/**
 * Reads `/denials about:asylum by:"Kevin McAleenan"`. The first option may stand without its name; a value is in double quotes or
 * runs to the next `option:`. Commands and options go by their names in any language that we have. A line without a slash is a
 * question for `/ask`. Linear in the length of the line.
 */
export function parseLine(line: string, commands: readonly Command[]): Line {
  const text = line.trim();
  if (!text.startsWith('/')) return parseLine(`/ask ${text}`, commands);
  const found = named(text.slice(1), commands);
  if (!found) return unknown(text.slice(1), commands);

  const { command, typed: name } = found;
  const options: Readonly<Record<string, Option>> = { ...command.options, [PRIVATE]: PRIVATE_OPTION };
  const typed = split(text.slice(1 + name.length), options);
  const values: Record<string, string | boolean | number | Attachment> = {};
  for (const [name, value] of typed) {
    const option = options[name];
    if (!option) return { problem: phrase('line.no-option', { command: command.name, value }) };
    const read = convert(option, value);
    if (read === null) return { problem: phrase('line.wrong-value', { option: name, value }) };
    values[name] = read;
  }
  const missing = Object.keys(command.options).find(
    (name) => command.options[name]?.required && values[name] === undefined,
  );
  if (missing) return { problem: phrase('line.missing', { command: command.name, option: missing }) };
  const { [PRIVATE]: hidden, ...rest } = values;
  return { command, values: rest, private: hidden === true };
}

const PRIVATE_OPTION: Option = { type: 'boolean', description: phrase('option.private') };

/** The command whose name, in any language, the text begins with; the longest of several, English before others. */
function named(
  text: string,
  commands: readonly Command[],
): { readonly command: Command; readonly typed: string } | undefined {
  const lower = text.toLowerCase();
  return LOCALES.flatMap((locale) =>
    commands.map((command) => ({ command, typed: nameIn(locale, command.name) })),
  )
    .filter(({ typed }) => lower === typed || (lower.startsWith(typed) && /\s/.test(lower[typed.length]!)))
    .sort((a, b) => b.typed.length - a.typed.length)[0];
}

/** What a command or an option is called in a language. */
const nameIn = (locale: Locale, name: string): string =>
  name
    .split(' ')
    .map((word) => localName(word, locale))
    .join(' ');

function unknown(text: string, commands: readonly Command[]): Line {
  const command = text.split(/\s/)[0] ?? '';
  const near = closest(
    command.toLowerCase().slice(0, 32),
    LOCALES.flatMap((locale) => commands.map(({ name }) => nameIn(locale, name))),
  );
  return { problem: phrase('line.no-command', { command, near }) };
}

/** The values by option name, in order; what stands before any `option:` belongs to the first option. */
function split(text: string, options: Readonly<Record<string, Option>>): Map<string, string> {
  const own = Object.keys(options);
  // English last, so that no other language takes a name from it.
  const called = new Map(
    LOCALES.toReversed().flatMap((locale) => own.map((option) => [nameIn(locale, option), option])),
  );
  let name = own[0] ?? '';
  const parts = new Map<string, string>();
  for (const [piece] of text.matchAll(/(?:[^\s"]|"[^"]*"?)+|\s+/g)) {
    const colon = piece.indexOf(':');
    const before = piece.slice(0, Math.max(0, colon)).toLowerCase();
    const option = called.get(before);
    if (option !== undefined) {
      name = option;
      parts.set(name, piece.slice(colon + 1));
    } else {
      parts.set(name, (parts.get(name) ?? '') + piece);
    }
  }
  return new Map(
    [...parts]
      .map(([key, value]) => [key, unquoted(value.trim())] as const)
      .filter(([, value]) => value !== ''),
  );
}

const unquoted = (value: string): string => /^"([^"]*)"$/.exec(value)?.[1]?.trim() ?? value;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ true: true, yes: true, false: false, no: false }),
);

function convert(option: Option, value: string): string | boolean | number | Attachment | null {
  if (option.choices && !option.choices.some((choice) => choice.value === value)) return null;
  if (option.type === 'boolean') return BOOLEANS.get(value.toLowerCase()) ?? null;
  if (option.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : null;
  return option.type === 'attachment' ? localFile(value) : value;
}

/** A file of this machine in place of one that a member uploads; null where there is none. */
function localFile(file: string): Attachment | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { name: path.basename(file), size: found.size, read: () => readFile(file) } : null;
}
