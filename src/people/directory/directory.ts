import { distance } from 'fastest-levenshtein';
import { lowerBound } from '../../text/ascending.ts';
import { fold, key, keyOf, keyWords, withCapital } from '../fold.ts';
import { sameGivenName } from '../lexicon.ts';
import { fullName, partsOf, qualified } from '../parts.ts';
import type { Alias, NameInQuestion, PersonMatch, PersonRecord } from '../person.ts';
import type { CastList } from './cast.ts';
import { type Division, meantBy } from './division.ts';
import type { Entry } from './entry.ts';
import { type Merged, mergeCasts } from './merge.ts';
import { findNames } from './question.ts';
import { formsOf, recordOf } from './record.ts';
import { RoleIndex } from './role-index.ts';
import { alike, beginning } from './spelling.ts';

/** Everybody whom a corpus names, and how a member may find them. */
export interface Directory {
  /** Whom a name typed by a member may mean, best first: in any case, without accents, misspelt, by surname, alias or role. */
  find(typed: string, limit: number): PersonMatch[];
  /** Whom a member may be about to type, most prominent first; everybody prominent where nothing is typed yet. */
  complete(typed: string, limit: number): PersonMatch[];
  /** The names within a question, in order, none overlapping. */
  namesIn(question: string): NameInQuestion[];
  /**
   * The name under which somebody is listed whom `document` calls `name`; null where they are hidden or not there. Without a
   * document, or for one that is not listed, a name that several bear stands for itself.
   */
  canonical(name: string, document?: string): string | null;
  /** Whether several bear a name, so that only its document tells whom it means. */
  isShared(name: string): boolean;
  /**
   * For each of some canonical names, those of the documents in which a part of it may mean whoever is listed so: that name them, or
   * nobody else of these names or of their surname.
   */
  naming(names: readonly string[], documents: readonly string[]): string[][];
  /** In which documents a shared name means somebody listed as `name`; null where nobody else bears their name. */
  sharing(name: string): { readonly called: string; readonly documents: ReadonlySet<string> } | null;
  /** The record of a canonical name. */
  record(name: string): PersonRecord | null;
  /** Everybody, most prominent first. */
  all(): Iterable<PersonRecord>;
  readonly size: number;
}

/** Lists whom the documents name. Takes about a second for ten thousand articles; later changes of `aliases` need a new one. */
export function openDirectory(lists: Iterable<CastList>, aliases: readonly Alias[] = []): Directory {
  const steps = openDirectoryInSteps(lists, aliases);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, stopping after each small step, for a thread that has other things to do meanwhile. */
export function* openDirectoryInSteps(
  lists: Iterable<CastList>,
  aliases: readonly Alias[],
): Generator<void, Directory> {
  const merged = yield* mergeCasts(lists, aliases);
  const full = new Map<string, number[]>();
  const surnames = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  const initials = new Map<string, number[]>();
  for (const [number, entry] of merged.entries.entries()) {
    for (const form of formsOf(entry)) {
      const parts = keyWords(form);
      add(full, keyOf(parts), number);
      for (const word of parts) add(words, word, number);
    }
    if (entry.type === 'person') add(surnames, key(partsOf(entry.name).surname), number);
    if (entry.type === 'organisation') add(initials, initialsOf(entry.name), number);
    yield;
  }
  return new Lookup(merged, { full, surnames, words, initials });
}

/** How well each way of typing a name fits. */
const FIT = { full: 1, surname: 0.95, words: 0.9, role: 0.85, given: 0.6, prefix: 0.55 };
/** What a misspelling takes off, beside the share of letters that differ. */
const MISSPELT = 0.95;

/** A name is hardly ever a surname where so many times as many documents name one by it as a first name. */
const HARDLY = 10;

/** What may be initials rather than a word: in capitals, or without a vowel. */
const INITIALS = /^(?:[Tt]he )?(?:\p{Lu}{3,6}|[b-df-hj-np-tv-xz]{3,6})$/u;

/** The first letters of a name's words, folded, but for those in lower case: "National Counter-Terrorism Center" as "nctc". */
const initialsOf = (name: string): string => fold((name.match(/\b\p{Lu}/gu) ?? []).join(''));

/** How many names are kept for each beginning of one or two letters. */
const SHORT_KEPT = 50;

class Lookup implements Directory {
  readonly size: number;
  private readonly entries: readonly Entry[];
  private readonly documents: Merged['documents'];
  private readonly nameOf: ReadonlyMap<string, Entry>;
  private readonly divisions: Merged['divisions'];
  /** Key of a name or alias → entries by number. Numbers rise as prominence falls. */
  private readonly full: Map<string, number[]>;
  private readonly surnames: Map<string, number[]>;
  /** Word of a name → entries. */
  private readonly words: Map<string, number[]>;
  /** Initials of an organisation's words → entries. */
  private readonly initials: Map<string, number[]>;
  private readonly sorted: readonly string[];
  private readonly records = new Map<number, PersonRecord>();

  constructor(
    { entries, documents, nameOf, divisions }: Merged,
    {
      full,
      surnames,
      words,
      initials,
    }: Record<'full' | 'surnames' | 'words' | 'initials', Map<string, number[]>>,
  ) {
    this.entries = entries;
    this.documents = documents;
    this.nameOf = nameOf;
    this.divisions = divisions;
    this.size = entries.length;
    this.full = full;
    this.surnames = surnames;
    this.words = words;
    this.initials = initials;
    this.sorted = [...this.words.keys()].sort();
  }

  /** Made when first asked for: who opens a large corpus need not wait for it. */
  private get roles(): RoleIndex {
    this.roleIndex ??= new RoleIndex(
      this.entries,
      this.documents,
      (word) => this.surnames.get(word) ?? this.full.get(word) ?? [],
    );
    return this.roleIndex;
  }
  private roleIndex: RoleIndex | undefined;

  find(typed: string, limit: number): PersonMatch[] {
    const told = qualified(typed) && this.entryOf(typed);
    if (told) return [{ person: this.recordOf(this.numberOf(told)), how: 'exact', score: FIT.full }];
    const found = new Map<number, { score: number; how: PersonMatch['how'] }>();
    const note = (numbers: Iterable<number> | undefined, score: number, how: PersonMatch['how']) => {
      for (const number of numbers ?? [])
        if ((found.get(number)?.score ?? 0) < score) found.set(number, { score, how });
    };
    const wanted = key(typed);
    const words = wanted.split(' ').filter(Boolean);
    if (words.length === 0) return [];
    note(this.surnames.get(wanted), FIT.surname, 'exact');
    for (const number of this.full.get(wanted) ?? [])
      note([number], found.has(number) ? FIT.surname : FIT.full, 'exact');
    if (found.size > 0 && words.length === 1) note(this.byFirstName(wanted, limit), FIT.surname, 'exact');
    if (found.size === 0) {
      note(
        this.withAll(words),
        words.length > 1 ? FIT.words : FIT.given,
        words.length > 1 ? 'exact' : 'near',
      );
      note(this.byNickname(words), FIT.words, 'exact');
      note(this.byInitials(typed), FIT.words, 'exact');
    }
    if (![...found.values()].some(({ how }) => how === 'exact'))
      for (const { number, fit } of this.roles.find(typed)) note([number], FIT.role * fit, 'exact');
    if (found.size === 0)
      for (const { number, likeness } of this.misspelt(words)) note([number], MISSPELT * likeness, 'near');
    if (found.size < limit && wanted.length > 1) note(this.startingWith(words, limit), FIT.prefix, 'near');
    return [...found]
      .sort(([a, x], [b, y]) => y.score - x.score || a - b)
      .slice(0, limit)
      .map(([number, match]) => ({ person: this.recordOf(number), ...match }));
  }

  complete(typed: string, limit: number): PersonMatch[] {
    const words = key(typed).split(' ').filter(Boolean);
    if (words.length === 0)
      return this.entries
        .slice(0, limit)
        .map((_, number) => ({ person: this.recordOf(number), how: 'near' as const, score: 0 }));
    const found: PersonMatch[] = [];
    const seen = new Set<number>();
    for (const number of this.startingWith(words, limit)) {
      seen.add(number);
      found.push({ person: this.recordOf(number), how: 'near', score: FIT.prefix });
    }
    if (found.length < limit) {
      for (const match of this.find(typed, limit)) {
        if (found.some(({ person }) => person === match.person)) continue;
        found.push(match);
      }
    }
    if (found.length < limit && words.length === 1 && words[0]!.length >= 4)
      for (const number of this.startingNearly(words[0]!)) {
        if (found.some(({ person }) => person === this.recordOf(number))) continue;
        found.push({ person: this.recordOf(number), how: 'near', score: FIT.prefix / 2 });
      }
    return found.slice(0, limit);
  }

  namesIn(question: string): NameInQuestion[] {
    return findNames(question, this);
  }

  canonical(name: string, document?: string): string | null {
    const division = this.divisions.get(fold(name));
    const entry = division && document !== undefined ? this.meantIn(division, document) : this.entryOf(name);
    if (entry) return fullName(entry.name, entry.told);
    return division && entry === undefined ? name : null;
  }

  isShared(name: string): boolean {
    return this.divisions.has(fold(name));
  }

  sharing(name: string): { called: string; documents: ReadonlySet<string> } | null {
    const entry = this.entryOf(name);
    if (!entry?.divided) return null;
    const documents = new Set(entry.documents.map((number) => this.documents[number]!.id));
    return { called: entry.name, documents };
  }

  naming(names: readonly string[], documents: readonly string[]): string[][] {
    const numbers = documents.map((document) => this.numberOfDocument.get(document) ?? -1);
    const entries = names.map((name) => this.entryOf(name));
    const isNamed = (entry: Entry | undefined, document: number) =>
      entry !== undefined && entry.documents[lowerBound(entry.documents, document)] === document;
    return entries.map((entry) => {
      const { surname } = partsOf(entry?.type === 'person' ? entry.name : '');
      const family = (this.surnames.get(key(surname)) ?? []).map((number) => this.entries[number]!);
      // A surname by itself is nobody else's.
      const others = [...entries, ...family].filter((other) => other !== entry && other?.name !== surname);
      return documents.filter((_, n) => {
        const number = numbers[n]!;
        return isNamed(entry, number) || !others.some((other) => isNamed(other, number));
      });
    });
  }

  record(name: string): PersonRecord | null {
    const entry = this.entryOf(name);
    return entry ? this.recordOf(this.numberOf(entry)) : null;
  }

  private entryOf(name: string): Entry | undefined {
    const entry = this.nameOf.get(fold(name));
    if (entry) return entry;
    // What tells people apart may have changed since, and so may whether it must.
    const one = qualified(name);
    const division = one && this.divisions.get(fold(one.name));
    if (!one) return undefined;
    return division ? (meantBy(division, one.told) ?? undefined) : this.nameOf.get(fold(one.name));
  }

  /** Null for who is hidden. */
  private meantIn({ of }: Division, document: string): Entry | null | undefined {
    return of.get(this.numberOfDocument.get(document) ?? -1);
  }

  private get numberOfDocument(): ReadonlyMap<string, number> {
    this.documentNumbers ??= new Map(this.documents.map(({ id }, number) => [id, number]));
    return this.documentNumbers;
  }
  private documentNumbers: Map<string, number> | undefined;

  *all(): Iterable<PersonRecord> {
    for (let number = 0; number < this.entries.length; number++) yield this.recordOf(number);
  }

  /** Whether a text, as it stands, is somebody's name, alias, surname or initials. */
  isName(typed: string): boolean {
    const words = key(typed);
    return this.full.has(words) || this.surnames.has(words) || this.byInitials(typed).length > 0;
  }

  /** "NCTC" for the National Counter-Terrorism Center, whatever article calls it so. */
  private byInitials(typed: string): readonly number[] {
    return INITIALS.test(typed) ? (this.initials.get(key(typed)) ?? []) : [];
  }

  private numberOf(entry: Entry): number {
    this.numbers ??= new Map(this.entries.map((one, number) => [one, number]));
    return this.numbers.get(entry)!;
  }
  private numbers: Map<Entry, number> | undefined;

  private recordOf(number: number): PersonRecord {
    const known = this.records.get(number);
    if (known) return known;
    const entry = this.entries[number]!;
    const record = recordOf(entry, this.documents);
    this.records.set(number, record);
    return record;
  }

  /** Entries that have every one of `words` in their names. */
  private withAll(words: readonly string[]): number[] {
    const [first, ...rest] = words
      .map((word) => this.words.get(word) ?? [])
      .sort((a, b) => a.length - b.length);
    const others = rest.map((numbers) => new Set(numbers));
    return first!.filter((number) => others.every((set) => set.has(number)));
  }

  /**
   * People by a first name that is hardly ever a surname: "Hillary", though some articles do not tell which one, and others have a
   * foundation or a mountaineer of the name.
   */
  private byFirstName(word: string, limit: number): number[] {
    const isFull = (number: number) => partsOf(this.entries[number]!.name).given !== '';
    const last = (this.surnames.get(word) ?? []).find(isFull);
    const least = last === undefined ? 0 : HARDLY * this.entries[last]!.documents.length;
    const found: number[] = [];
    for (const number of this.words.get(word) ?? []) {
      const { type, name, documents, statements } = this.entries[number]!;
      // Behind these nobody is more prominent.
      if (found.length === limit || (found.length === 0 && 2 * statements + documents.length < least)) break;
      if (type !== 'person' || key(partsOf(name).given) !== word) continue;
      if (found.length === 0 && documents.length < least) break;
      found.push(number);
    }
    return found;
  }

  /** "joe smith" for Joseph Smith. */
  private byNickname(words: readonly string[]): number[] {
    if (words.length < 2) return [];
    const given = withCapital(words[0]!);
    return (this.surnames.get(words.slice(1).join(' ')) ?? []).filter((number) => {
      const parts = partsOf(this.entries[number]!.name);
      return parts.given !== '' && sameGivenName(given, parts.given);
    });
  }

  /** Entries with a word for each of `words` that differs by a letter or two. */
  private misspelt(words: readonly string[]): { number: number; likeness: number }[] {
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

  /** Entries with words that begin with `words`, the last of which may be unfinished; most prominent first. */
  private startingWith(words: readonly string[], limit: number): number[] {
    const [only] = words;
    if (words.length > 1 || only!.length > 2 || limit > SHORT_KEPT) return this.startingAfresh(words, limit);
    // A letter or two begin thousands of names: looked up once.
    const kept = this.short.get(only!) ?? this.startingAfresh(words, SHORT_KEPT);
    if (kept.length > 0) this.short.set(only!, kept);
    return kept.slice(0, limit);
  }
  private readonly short = new Map<string, readonly number[]>();

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
  private startingNearly(word: string): number[] {
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
