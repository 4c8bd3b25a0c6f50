import { createHash } from 'node:crypto';
import type { Command, Values } from '../command.ts';
import { short } from '../text/shorten.ts';
import { data, plain, undata } from './markdown.ts';

/**
 * Buttons hold no state of ours. What was asked is in the button's custom id or, if it is too long for that, in small
 * print on the message. So buttons work after a restart, and there is nothing to store, expire or leak.
 */

/** A question, complete enough to ask it again. */
export interface Asked {
  readonly command: string;
  readonly values: Values;
  /** Earlier questions that this one follows up on, oldest first. */
  readonly earlier: readonly string[];
}

/** The most characters of a member's input that are used: as much as can be repeated on every page. */
export const LONGEST = 300;

/** How many earlier questions a follow-up remembers, and how much of each. */
const REMEMBERED = { questions: 2, characters: 120 };

/**
 * The question in the one form that survives being written on a button or a message: on one line, not too long, and
 * with only the command's own options.
 */
export function ask(command: Command, given: Values, earlier: readonly string[] = []): Asked {
  if (!isRepeatable(command)) {
    const own = Object.keys(command.options).map((name) => [name, given[name]]);
    return { command: command.name, values: Object.fromEntries(own), earlier: [] };
  }
  const values: Record<string, Values[string]> = {};
  let left = LONGEST;
  for (const name of Object.keys(command.options)) {
    const value = given[name];
    const kept = typeof value === 'string' ? short(plain(value), left) : value;
    if (typeof kept === 'string') left -= kept.length;
    values[name] = kept === '' ? undefined : kept;
  }
  return {
    command: command.name,
    values,
    earlier: earlier
      .map((question) => short(plain(question), REMEMBERED.characters))
      .slice(-REMEMBERED.questions),
  };
}

/** Whether the member wrote more than is used. */
export function isCut(asked: Asked): boolean {
  const texts = Object.values(asked.values).filter((value) => typeof value === 'string');
  return texts.some((value) => value.endsWith('…')) && texts.join('').length >= LONGEST - 2;
}

/** Whether a command may be run again for another page. One that changes something may not. */
export function isRepeatable(command: Command): boolean {
  return command.who === 'member' || command.repeatable === true;
}

/** How many arguments each kind of button has before the question. */
const ACTS = {
  /** page, stamp of the index, and the asker where the message does not tell */
  page: 3,
  /** number of the excerpt in the reply, counted from 0, and its mark */
  context: 2,
  /** page */
  share: 1,
  report: 1,
  /** number of the suggestion; what was asked is the suggestion */
  ask: 1,
  /** number and mark of a suggestion that follows up, or is too long for a custom id; what was asked is what the reply answers */
  other: 2,
} as const;

export type Act = keyof typeof ACTS;

export interface Press {
  readonly act: Act;
  readonly args: readonly string[];
  /** Null if it is in the message's small print. */
  readonly asked: Asked | null;
}

/** Discord's limit. */
const CUSTOM_ID = 100;

/** The component id of the small print that holds what was asked. */
export const ECHO = 7001;

/** The custom id of a button, or null if `asked` is too long for one. */
export function customId(act: Act, args: readonly (string | number)[], asked: Asked | null): string | null {
  const fields = [act[0] as string, ...args.map(String), ...(asked ? fieldsOf(asked) : [])];
  if (asked && (asked.earlier.length > 0 || !packable(asked.values))) return null;
  const id = fields.map((field) => field.replace(/[\\|]/g, (c) => (c === '|' ? '\\!' : '\\\\'))).join('|');
  return id.length <= CUSTOM_ID ? id : null;
}

/** The press that a custom id stands for, or null if this version did not make it. */
export function pressOf(id: string, commands: readonly Command[]): Press | null {
  const fields = id
    .split('|')
    .map((field) => field.replace(/\\([!\\])/g, (_, c) => (c === '!' ? '|' : '\\')));
  const act = (Object.keys(ACTS) as Act[]).find((name) => name[0] === fields[0]);
  if (!act || fields.length < 1 + ACTS[act]) return null;
  const [name, ...values] = fields.slice(1 + ACTS[act]);
  const args = fields.slice(1, 1 + ACTS[act]);
  if (name === undefined) return { act, args, asked: null };
  const command = commands.find((known) => known.name === name);
  if (!command) return null;
  const named = Object.keys(command.options).map((option, index) => [option, values[index] ?? ''] as const);
  return { act, args, asked: ask(command, valuesOf(command, named)) };
}

/** The question as lines of small print, for people to read and for `askedFrom` to parse. */
export function echo(asked: Asked): string {
  const values = given(asked).map(([name, value]) => `${name}: ${data(String(value))}`);
  return [
    ...asked.earlier.map((question) => `-# … ${data(question)}`),
    `-# ${[`/${asked.command}`, ...values.slice(0, 1)].join(' ')}`,
    ...values.slice(1).map((value) => `-# ${value}`),
  ].join('\n');
}

/** The question that `echo` wrote on a message, or null if there is none or its command no longer exists. */
export function askedFrom(text: string, commands: readonly Command[]): Asked | null {
  const lines = text.split('\n').map((line) => line.replace(/^-# /, ''));
  const at = lines.findIndex((line) => line.startsWith('/'));
  const first = `${lines[at] ?? ''} `;
  const command = commands.find((known) => first.startsWith(`/${known.name} `));
  if (!command) return null;
  const named = [first.slice(command.name.length + 2).trimEnd(), ...lines.slice(at + 1)].flatMap((line) => {
    const [, name, value] = /^([^:]+): (.*)$/s.exec(line) ?? [];
    return name && value !== undefined ? [[name, undata(value)] as const] : [];
  });
  const earlier = lines.slice(0, at).map((line) => undata(line.replace(/^… /, '')));
  return ask(command, valuesOf(command, named), earlier);
}

/** Whether the question has more than the command itself. */
export function isParticular(asked: Asked): boolean {
  return given(asked).length > 0 || asked.earlier.length > 0;
}

/** A short mark that identifies a text. */
export function mark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 4);
}

function fieldsOf(asked: Asked): string[] {
  const values = Object.entries(asked.values);
  const fields = [asked.command, ...values.map(([, value]) => (value === undefined ? '' : String(value)))];
  while (fields.at(-1) === '') fields.pop();
  return fields;
}

function given(asked: Asked) {
  return Object.entries(asked.values).filter(([, value]) => value !== undefined && value !== '');
}

function packable(values: Values): boolean {
  return Object.values(values).every((value) => typeof value !== 'object');
}

function valuesOf(command: Command, named: readonly (readonly [string, string])[]): Values {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, value] of named) {
    const type = command.options[name]?.type;
    if (value === '') continue;
    if (type === 'string') values[name] = value;
    else if (type === 'boolean') values[name] = value === 'true';
    else if (type === 'integer' && Number.isSafeInteger(Number(value))) values[name] = Number(value);
  }
  return values;
}
