import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { type Attachment, type Command, type Option, PRIVATE, type Values } from '../command.ts';
import { localName } from '../locales/names.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { LOCALES, type Locale } from '../locales/say.ts';

/** What a typed line asks, or why it asks nothing. */
export type Line =
  | { readonly command: Command; readonly values: Values; readonly private: boolean }
  | { readonly problem: Phrase };

/**
 * Reads `/denials about:asylum by:"Kevin McAleenan"`. The first option needs no name. A value is in double quotes or
 * ends at the next `option:`. Commands and options may be named in any of our languages. Nearly an option's name
 * ("abuot:") is a slip and not a value. A line without a slash is a question for `/ask`. Linear in the length of the
 * line.
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
  // If `private` is the only option, every value needs a name.
  const [first = ''] = Object.keys(command.options);
  const prose = PROSE.has(first);
  const slip = prose ? undefined : pieces.map(nameTyped).find((typed) => nearest(typed, called.keys()));
  if (slip !== undefined) {
    const near = `${nearest(slip, called.keys())}:`;
    return { problem: phrase('line.unknown-option', { command: command.name, option: `${slip}:`, near }) };
  }
  const typed = split(prose ? pieces : withColons(pieces, called), called, first);
  const values: Record<string, string | boolean | number | Attachment> = {};
  for (const [name, value] of typed) {
    const option = options[name];
    if (!option) return { problem: phrase('line.no-option', { command: command.name, value }) };
    const read = convert(option, value);
    if (read === null)
      return { problem: phrase('line.wrong-value', { option: name, value, takes: taken(option) }) };
    values[name] = read;
  }
  const required = Object.keys(command.options).filter((name) => command.options[name]?.required);
  const missing = required.find((name) => values[name] === undefined);
  if (missing) {
    const usage = `/${command.name} ${required.map((name) => `${name}:…`).join(' ')}`;
    return { problem: phrase('line.missing', { command: command.name, option: missing, usage }) };
  }
  const { [PRIVATE]: hidden, ...rest } = values;
  return { command, values: rest, private: hidden === true };
}

/** Options whose values are sentences. In these, a word before a colon is more likely a word than a slip. */
const PROSE: ReadonlySet<string> = new Set(['question', 'text']);

const PRIVATE_OPTION: Option = { type: 'boolean', description: phrase('option.private') };

/** The command whose name, in any language, the text begins with: the longest of several, English first. */
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

/** The name of a command or option in a language. */
const nameIn = (locale: Locale, name: string): string =>
  name
    .split(' ')
    .map((word) => localName(word, locale))
    .join(' ');

/**
 * Lists the commands that begin with the first word, or with what it nearly is: "/audit" is no command, "/audit list"
 * is.
 */
function unknown(text: string, commands: readonly Command[]): Line {
  const [command = ''] = text.split(/\s/);
  const names = LOCALES.flatMap((locale) => commands.map(({ name }) => nameIn(locale, name)));
  const words = new Set(names.map((name) => name.split(' ')[0]!));
  const typed = command.toLowerCase();
  const meant = words.has(typed) ? typed : nearest(typed, words);
  if (meant === null) return { problem: phrase('line.unknown-command', { command }) };
  const near = names.filter((name) => name.split(' ')[0] === meant).map((name) => `/${name}`);
  return { problem: phrase('line.no-command', { command, near: [...new Set(near)].join(', ') }) };
}

/** The options by their names in any language. */
function namesOf(options: Readonly<Record<string, Option>>): ReadonlyMap<string, string> {
  // English comes last, so that no other language takes a name from it.
  return new Map(
    LOCALES.toReversed().flatMap((locale) =>
      Object.keys(options).map((option) => [nameIn(locale, option), option] as const),
    ),
  );
}

/** Words, with text in double quotes as one, and the white space between them. */
const piecesOf = (text: string): string[] => text.match(/(?:[^\s"]|"[^"]*"?)+|\s+/g) ?? [];

/** The part before a colon, as an option's name would stand. */
const nameTyped = (piece: string): string => piece.slice(0, Math.max(0, piece.indexOf(':'))).toLowerCase();

/** The values by option name, in order. Text before any `option:` belongs to the `first` option. */
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

/**
 * "/quotes by Trump": if the first word is an option's name, it and those after it count as if they had their colon.
 */
function withColons(pieces: readonly string[], called: ReadonlyMap<string, string>): readonly string[] {
  const [first, ...more] = pieces.filter((piece) => piece.trim() !== '');
  if (more.length === 0 || !called.has(first!.toLowerCase())) return pieces;
  return pieces.map((piece) => (called.has(piece.toLowerCase()) ? `${piece}:` : piece));
}

/** In names of up to this many letters, a slip is one letter; in longer ones, two, as in "abuot". */
const SHORT = 4;

/** The name that `typed` nearly is, but not exactly. */
function nearest(typed: string, names: Iterable<string>): string | null {
  const known = [...names];
  if (known.includes(typed) || !/^\p{L}{4,20}$/u.test(typed)) return null;
  const near = closest(typed, known);
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

/** The valid values, for the message about one that is not. */
function taken({ type, choices }: Option): string | Phrase {
  if (choices) return choices.map(({ value }) => value).join(', ');
  if (type === 'boolean') return [...BOOLEANS.keys()].join(', ');
  return type === 'attachment' ? phrase('line.takes-file') : '1, 2, 3, …';
}

/** A local file in place of an uploaded one; null if there is none. */
function localFile(file: string): Attachment | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { name: path.basename(file), size: found.size, read: () => readFile(file) } : null;
}
