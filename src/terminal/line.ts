import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
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
 * runs to the next `option:`. Commands and options go by their names in any language that we have; what is nearly an option's
 * name ("abuot:") is a slip, not a value. A line without a slash is a question for `/ask`. Linear in the length of the line.
 */
export function parseLine(line: string, commands: readonly Command[]): Line {
  const text = line.trim();
  if (!text.startsWith('/')) return parseLine(`/ask ${text}`, commands);
  const found = named(text.slice(1), commands);
  if (!found) return unknown(text.slice(1), commands);

  const { command, typed: name } = found;
  const options: Readonly<Record<string, Option>> = { ...command.options, [PRIVATE]: PRIVATE_OPTION };
  const called = namesOf(options);
  const pieces = piecesOf(text.slice(1 + name.length));
  const [first] = Object.keys(options) as [string];
  const slip = PROSE.has(first) ? undefined : pieces.map(nameTyped).find((typed) => nearest(typed, called));
  if (slip !== undefined) {
    const near = `${nearest(slip, called)}:`;
    return { problem: phrase('line.unknown-option', { command: command.name, option: `${slip}:`, near }) };
  }
  const typed = split(pieces, called, first);
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

/** Options whose values are sentences, in which a word before a colon is likelier a word than a slip. */
const PROSE: ReadonlySet<string> = new Set(['question', 'text']);

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

/** The options by what they are called in any language. */
function namesOf(options: Readonly<Record<string, Option>>): ReadonlyMap<string, string> {
  // English last, so that no other language takes a name from it.
  return new Map(
    LOCALES.toReversed().flatMap((locale) =>
      Object.keys(options).map((option) => [nameIn(locale, option), option] as const),
    ),
  );
}

/** Words, what is in double quotes as one, and the white space between them. */
const piecesOf = (text: string): string[] => text.match(/(?:[^\s"]|"[^"]*"?)+|\s+/g) ?? [];

/** What stands before a colon, as an option's name does. */
const nameTyped = (piece: string): string => piece.slice(0, Math.max(0, piece.indexOf(':'))).toLowerCase();

/** The values by option name, in order; what stands before any `option:` belongs to the `first` option. */
function split(
  pieces: readonly string[],
  called: ReadonlyMap<string, string>,
  first: string,
): Map<string, string> {
  let name = first;
  const parts = new Map<string, string>();
  for (const piece of pieces) {
    const typed = nameTyped(piece);
    const option = called.get(typed);
    if (option !== undefined) {
      name = option;
      parts.set(name, piece.slice(typed.length + 1));
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

/** A slip in a name of at most so many letters is one letter, else two: "abuot". */
const SHORT = 4;

/** The option's name that was most likely meant where `typed` is none but nearly one. */
function nearest(typed: string, called: ReadonlyMap<string, string>): string | null {
  if (called.has(typed) || !/^\p{L}{4,20}$/u.test(typed)) return null;
  const near = closest(typed, [...called.keys()]);
  return distance(typed, near) <= (typed.length > SHORT ? 2 : 1) ? near : null;
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
