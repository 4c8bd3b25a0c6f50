import { distance } from 'fastest-levenshtein';
import { fold, key, keyOf, keyWords } from '../fold.ts';
import { partsOf } from '../parts.ts';
import type { Entry } from './entry.ts';
import { formsOf } from './record.ts';
import { alike, beginning } from './spelling.ts';

/** Indexes the names of `entries`, yielding after each. */
export function* indexNames(entries: readonly Entry[]): Generator<void, NameIndex> {
  const full = new Map<string, number[]>();
  const surnames = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  const initials = new Map<string, number[]>();
  for (const [number, entry] of entries.entries()) {
    for (const form of formsOf(entry)) {
      const parts = keyWords(form);
      add(full, keyOf(parts), number);
      for (const word of parts) add(words, word, number);
    }
    if (entry.type === 'person') add(surnames, key(partsOf(entry.name).surname), number);
    if (entry.type === 'organisation' || WRITTEN_OUT.test(entry.name))
      add(initials, initialsOf(entry.name), number);
    yield;
  }
  return new NameIndex({ full, surnames, words, initials });
}

/** What may be initials rather than a word: all capitals, or no vowels. */
const INITIALS = /^(?:[Tt]he )?(?:\p{Lu}{3,6}|[b-df-hj-np-tv-xz]{3,6})$/u;

/** Three names or more, none of them in short: "Mara Tan-Holt". */
const WRITTEN_OUT = /^\p{Lu}\p{Ll}\p{L}*(?:[ -]\p{Lu}\p{Ll}\p{L}*){2,}$/u;

/** The first letters of a name's capitalised words, folded: "National Counter-Terrorism Center" becomes "nctc". */
const initialsOf = (name: string): string => fold((name.match(/\b\p{Lu}/gu) ?? []).join(''));

/** How many entries are kept for each beginning of one or two letters. */
const SHORT_KEPT = 50;

type Table = Map<string, number[]>;

/** Finds entries by what somebody typed for their names. Entries are numbered by prominence, most prominent first. */
export class NameIndex {
  /** Key of a name or alias → entries. */
  private readonly full: Table;
  private readonly surnames: Table;
  /** Word of a name → entries. */
  private readonly words: Table;
  /** Initials → entries. */
  private readonly initials: Table;
  private readonly sorted: readonly string[];
  private readonly short = new Map<string, readonly number[]>();

  constructor({
    full,
    surnames,
    words,
    initials,
  }: Record<'full' | 'surnames' | 'words' | 'initials', Table>) {
    this.full = full;
    this.surnames = surnames;
    this.words = words;
    this.initials = initials;
    this.sorted = [...words.keys()].sort();
  }

  /** Entries by the key of a name or alias. */
  ofName(wanted: string): readonly number[] {
    return this.full.get(wanted) ?? [];
  }

  /** Entries by the key of a surname. */
  ofSurname(wanted: string): readonly number[] {
    return this.surnames.get(wanted) ?? [];
  }

  /** Entries by a folded word of a name or alias. */
  ofWord(word: string): readonly number[] {
    return this.words.get(word) ?? [];
  }

  /** "NCTC" for the National Counter-Terrorism Center, with or without an article. */
  ofInitials(typed: string): readonly number[] {
    return INITIALS.test(typed) ? (this.initials.get(key(typed)) ?? []) : [];
  }

  /** Whether a text, exactly as it stands, is a name, alias, surname or initials. */
  isName(typed: string): boolean {
    const words = key(typed);
    return this.full.has(words) || this.surnames.has(words) || this.ofInitials(typed).length > 0;
  }

  /** Entries with all of `words` in their names. */
  withAll(words: readonly string[]): number[] {
    const [first, ...rest] = words.map((word) => this.ofWord(word)).sort((a, b) => a.length - b.length);
    const others = rest.map((numbers) => new Set(numbers));
    return first!.filter((number) => others.every((set) => set.has(number)));
  }

  /** Entries with a word for each of `words` that differs by a letter or two. */
  nearly(words: readonly string[]): { number: number; likeness: number }[] {
    let found: Map<number, number> | null = null;
    for (const word of words) {
      const here = new Map<number, number>();
      for (const { other, likeness } of alike(word, this.sorted))
        for (const number of this.words.get(other)!)
          if ((here.get(number) ?? 0) < likeness && (found === null || found.has(number)))
            here.set(number, likeness);
      if (found) for (const [number, likeness] of here) here.set(number, likeness + found.get(number)!);
      found = here;
      if (found.size === 0) return [];
    }
    return [...(found ?? [])].map(([number, sum]) => ({ number, likeness: sum / words.length }));
  }

  /**
   * Entries whose names have words beginning with `words`, most prominent first. The last of `words` may be unfinished.
   */
  startingWith(words: readonly string[], limit: number): number[] {
    const [only] = words;
    if (words.length > 1 || only!.length > 2 || limit > SHORT_KEPT) return this.startingAfresh(words, limit);
    // Thousands of names begin with a given letter or two, so these are looked up once.
    const kept = this.short.get(only!) ?? this.startingAfresh(words, SHORT_KEPT);
    if (kept.length > 0) this.short.set(only!, kept);
    return kept.slice(0, limit);
  }

  private startingAfresh(words: readonly string[], limit: number): number[] {
    const [start, end] = beginning(words.at(-1)!, this.sorted);
    const rest = words.slice(0, -1);
    const found = new Set<number>();
    const allowed = rest.length > 0 ? new Set(this.withAllPrefixes(rest)) : null;
    for (let i = start; i < end; i++)
      for (const number of this.words.get(this.sorted[i]!)!)
        if (!allowed || allowed.has(number)) found.add(number);
    return [...found].sort((a, b) => a - b).slice(0, limit);
  }

  private withAllPrefixes(words: readonly string[]): number[] {
    let found: Set<number> | null = null;
    for (const word of words) {
      const here = new Set<number>();
      const [start, end] = beginning(word, this.sorted);
      for (let i = start; i < end; i++)
        for (const number of this.words.get(this.sorted[i]!)!)
          if (!found || found.has(number)) here.add(number);
      found = here;
    }
    return [...(found ?? [])];
  }

  /** Entries with a word whose beginning differs from `word` by one letter. */
  startingNearly(word: string): number[] {
    const found = new Set<number>();
    const [start, end] = beginning(word[0]!, this.sorted);
    for (let i = start; i < end; i++) {
      const other = this.sorted[i]!;
      if (other.length < word.length) continue;
      for (const length of [word.length, word.length - 1, word.length + 1])
        if (distance(word, other.slice(0, length)) <= 1) {
          for (const number of this.words.get(other)!) found.add(number);
          break;
        }
    }
    return [...found].sort((a, b) => a - b);
  }
}

function add(map: Map<string, number[]>, word: string, number: number): void {
  if (word === '') return;
  const list = map.get(word);
  if (!list) map.set(word, [number]);
  else if (list.at(-1) !== number) list.push(number);
}
