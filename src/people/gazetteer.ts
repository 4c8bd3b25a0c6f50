import { normalise } from '../text/normalise.ts';
import { tokens } from '../text/tokens.ts';
import { FIGURES, INSTITUTIONS, PLACES } from './lexicon.ts';
import type { Alias } from './person.ts';
import type { Reading } from './reading.ts';

/** A known name. */
export interface Entry {
  readonly name: string;
  readonly type: 'person' | 'organisation' | 'place' | 'hidden';
  /** The noun that may stand for it: "department", "newspaper". Empty for people. */
  readonly kind: string;
  /** Whether this form is the full name or came from a moderator, rather than a built-in short form. */
  readonly sure: boolean;
}

/** One form of a known name, as words, and their number. */
interface Form {
  readonly words: readonly string[];
  readonly length: number;
  readonly entry: Entry;
}

/** Finds known names in a text. */
export interface Gazetteer {
  /** The longest known name that begins at the word `index`, with its length in words. Null if none does. */
  match(reading: Reading, index: number): Pick<Form, 'entry' | 'length'> | null;
  /** The entry of a name written exactly like this. */
  entry(name: string): Entry | null;
}

interface Tree {
  /** Forms by their first word, the longest first. */
  readonly forms: Map<string, Form[]>;
  /** Whether any form begins with a word of a given first letter and length. Spares most words a lookup. */
  readonly begun: Uint8Array;
}

const emptyTree = (): Tree => ({ forms: new Map(), begun: new Uint8Array(BEGINNINGS) });
const BEGINNINGS = 4096;
const beginning = (word: string): number => (word.charCodeAt(0) ^ (word.length << 7)) & (BEGINNINGS - 1);

const wordsOf = (name: string): string[] => tokens(normalise(name)).map((token) => token.text);

function plant(tree: Tree, form: string, entry: Entry): void {
  const words = wordsOf(form);
  const first = words[0];
  if (first === undefined) return;
  const branch = tree.forms.get(first) ?? [];
  branch.push({ words, length: words.length, entry });
  branch.sort((a, b) => b.length - a.length);
  tree.forms.set(first, branch);
  tree.begun[beginning(first)] = 1;
}

/** A national department as some papers write it: "the justice department". Not one that towns have too. */
const uncapitalised = (form: string): string[] => (NATIONAL.test(form) ? [form.toLowerCase()] : []);
const NATIONAL =
  /^(?:(?:Homeland Security|Justice|State|Defen[cs]e|Treasury|Interior|Agriculture|Commerce|Labor|Energy|Veterans Affairs) Department|(?:Foreign|Defen[cs]e|Justice|Interior|Finance|Health) Ministry)$/;

const builtIn = emptyTree();
for (const { section, names } of INSTITUTIONS)
  for (const form of names)
    for (const written of [form, ...uncapitalised(form)])
      plant(builtIn, written, {
        name: names[0]!,
        type: 'organisation',
        kind: section,
        sure: form === names[0],
      });
for (const { section, names } of PLACES)
  for (const form of names)
    plant(builtIn, form, { name: names[0]!, type: 'place', kind: section, sure: form === names[0] });

/** Surname or other short form → full name, for people the press calls by it. */
const figures = new Map(FIGURES.flatMap(({ names }) => names.map((form) => [form, names[0]!] as const)));

/** The full name of somebody the press calls `form`, or null. */
export function figure(form: string): string | null {
  return figures.get(form) ?? null;
}

/** Known names: the built-in ones, with those of `aliases` taking precedence. */
export function gazetteer(aliases: readonly Alias[]): Gazetteer {
  const known = made.get(aliases);
  if (known) return known;
  const own = emptyTree();
  for (const alias of aliases) {
    const type = alias.hidden ? 'hidden' : (alias.type ?? 'person');
    for (const form of [alias.name, ...alias.aliases])
      plant(own, form, { name: alias.name, type, kind: '', sure: true });
  }
  const trees = own.forms.size > 0 ? [own, builtIn] : [builtIn];
  const gazetteer: Gazetteer = {
    match(reading, index) {
      for (const tree of trees) {
        const { text } = reading.words[index]!;
        if (tree.begun[beginning(text)] === 0) continue;
        const found = tree.forms.get(text)?.find(({ words }) => stands(reading, index, words));
        if (found) return found;
      }
      return null;
    },
    entry(name) {
      const words = wordsOf(name);
      for (const tree of trees)
        for (const found of tree.forms.get(words[0] ?? '') ?? [])
          if (found.words.length === words.length && found.words.every((word, i) => word === words[i]))
            return found.entry;
      return null;
    },
  };
  made.set(aliases, gazetteer);
  return gazetteer;
}

const made = new WeakMap<readonly Alias[], Gazetteer>();

function stands(reading: Reading, index: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const word = reading.words[index + i];
    if (!word?.joined || word.text !== words[i]) return false;
  }
  return true;
}
