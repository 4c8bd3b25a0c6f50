import { lowerBound } from '../../text/ascending.ts';
import { fold, key, withCapital } from '../fold.ts';
import { sameGivenName } from '../lexicon.ts';
import { fullName, partsOf, qualified } from '../parts.ts';
import type { Alias, NameInQuestion, PersonMatch, PersonRecord } from '../person.ts';
import type { CastList } from './cast.ts';
import { type Division, meantBy } from './division.ts';
import type { Entry } from './entry.ts';
import { type Merged, mergeCasts } from './merge.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { findNames } from './question.ts';
import { recordOf } from './record.ts';
import { RoleIndex } from './role-index.ts';

/** Everybody a corpus names, and the ways to find them. */
export interface Directory {
  /**
   * Whom a typed name may mean, best first. Case and accents do not matter; misspellings, surnames, aliases and roles
   * are found.
   */
  find(typed: string, limit: number): PersonMatch[];
  /** Whom a member may be about to type, most prominent first. Everybody prominent for empty input. */
  complete(typed: string, limit: number): PersonMatch[];
  /** The names within a question, in order, none overlapping. */
  namesIn(question: string): NameInQuestion[];
  /**
   * The listed name of somebody `document` calls `name`. Null if they are hidden or unknown. Without a document, or if
   * the document is not listed, a shared name stands for itself.
   */
  canonical(name: string, document?: string): string | null;
  /** Whether several people have this name, so that only its document tells whom it means. */
  isShared(name: string): boolean;
  /**
   * For each canonical name, the documents in which a part of it may mean its bearer: those that name the bearer, or
   * nobody else with one of these names or their surname.
   */
  naming(names: readonly string[], documents: readonly string[]): string[][];
  /** The documents in which a shared name means the person listed as `name`. Null if nobody else has the name. */
  sharing(name: string): { readonly called: string; readonly documents: ReadonlySet<string> } | null;
  /** The record of a canonical name. */
  record(name: string): PersonRecord | null;
  /** Everybody, most prominent first. */
  all(): Iterable<PersonRecord>;
  readonly size: number;
}

/**
 * Lists everybody the documents name. Takes about a second for ten thousand articles. Later changes of `aliases` need a
 * new directory.
 */
export function openDirectory(lists: Iterable<CastList>, aliases: readonly Alias[] = []): Directory {
  const steps = openDirectoryInSteps(lists, aliases);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in small steps, so that the thread can do other things in between. */
export function* openDirectoryInSteps(
  lists: Iterable<CastList>,
  aliases: readonly Alias[],
): Generator<void, Directory> {
  const merged = yield* mergeCasts(lists, aliases);
  return new Lookup(merged, yield* indexNames(merged.entries));
}

/** How well each way of typing a name fits. */
const FIT = { full: 1, surname: 0.95, words: 0.9, role: 0.85, given: 0.6, prefix: 0.55 };
/** Factor for a misspelling, besides the share of letters that differ. */
const MISSPELT = 0.95;

/** A name is hardly a surname where this many times more documents use it as somebody's first name. */
const HARDLY = 10;

class Lookup implements Directory {
  readonly size: number;
  private readonly entries: readonly Entry[];
  private readonly documents: Merged['documents'];
  private readonly nameOf: ReadonlyMap<string, Entry>;
  private readonly divisions: Merged['divisions'];
  private readonly names: NameIndex;
  private readonly records = new Map<number, PersonRecord>();

  constructor({ entries, documents, nameOf, divisions }: Merged, names: NameIndex) {
    this.entries = entries;
    this.documents = documents;
    this.nameOf = nameOf;
    this.divisions = divisions;
    this.size = entries.length;
    this.names = names;
  }

  /** Made on first use, so that opening a large corpus need not wait for it. */
  private get roles(): RoleIndex {
    this.roleIndex ??= new RoleIndex(this.entries, this.documents, (word) => {
      const family = this.names.ofSurname(word);
      return family.length > 0 ? family : this.names.ofName(word);
    });
    return this.roleIndex;
  }
  private roleIndex: RoleIndex | undefined;

  find(typed: string, limit: number): PersonMatch[] {
    const told = qualified(typed) && this.entryOf(typed);
    if (told) return [{ person: this.recordOf(this.numberOf(told)), how: 'exact', score: FIT.full }];
    const found = new Map<number, { score: number; how: PersonMatch['how'] }>();
    const note = (numbers: Iterable<number>, score: number, how: PersonMatch['how']) => {
      for (const number of numbers)
        if ((found.get(number)?.score ?? 0) < score) found.set(number, { score, how });
    };
    const wanted = key(typed);
    const words = wanted.split(' ').filter(Boolean);
    if (words.length === 0) return [];
    note(this.names.ofSurname(wanted), FIT.surname, 'exact');
    for (const number of this.names.ofName(wanted))
      note([number], found.has(number) ? FIT.surname : FIT.full, 'exact');
    if (found.size > 0 && words.length === 1) note(this.byFirstName(wanted, limit), FIT.surname, 'exact');
    if (found.size === 0) {
      note(
        this.names.withAll(words),
        words.length > 1 ? FIT.words : FIT.given,
        words.length > 1 ? 'exact' : 'near',
      );
      note(this.byNickname(words), FIT.words, 'exact');
      note(this.names.ofInitials(typed), FIT.words, 'exact');
    }
    if (![...found.values()].some(({ how }) => how === 'exact'))
      for (const { number, fit } of this.roles.find(typed)) note([number], FIT.role * fit, 'exact');
    if (found.size === 0)
      for (const { number, likeness } of this.names.nearly(words))
        note([number], MISSPELT * likeness, 'near');
    if (found.size < limit && wanted.length > 1)
      note(this.names.startingWith(words, limit), FIT.prefix, 'near');
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
    for (const number of this.names.startingWith(words, limit)) {
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
      for (const number of this.names.startingNearly(words[0]!)) {
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
      const family = this.names.ofSurname(key(surname)).map((number) => this.entries[number]!);
      // A surname alone must belong to nobody else.
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
    // What tells people apart may have changed since, or may no longer be needed.
    const one = qualified(name);
    const division = one && this.divisions.get(fold(one.name));
    if (!one) return undefined;
    return division ? (meantBy(division, one.told) ?? undefined) : this.nameOf.get(fold(one.name));
  }

  /** Null for hidden people. */
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

  /** Whether a text, exactly as it stands, is somebody's name, alias, surname or initials. */
  isName(typed: string): boolean {
    return this.names.isName(typed);
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

  /**
   * People with a first name that is hardly ever a surname: "Hillary", although some articles leave open which one, and
   * there are a foundation and a mountaineer of that name.
   */
  private byFirstName(word: string, limit: number): number[] {
    const isFull = (number: number) => partsOf(this.entries[number]!.name).given !== '';
    const last = this.names.ofSurname(word).find(isFull);
    const least = last === undefined ? 0 : HARDLY * this.entries[last]!.documents.length;
    const found: number[] = [];
    for (const number of this.names.ofWord(word)) {
      const { type, name, documents, statements } = this.entries[number]!;
      // Nobody after this one is more prominent.
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
    return this.names.ofSurname(words.slice(1).join(' ')).filter((number) => {
      const parts = partsOf(this.entries[number]!.name);
      return parts.given !== '' && sameGivenName(given, parts.given);
    });
  }
}
