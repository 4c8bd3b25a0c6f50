import { KINDS, type Kind } from '../attribution/attribution.ts';
import { fold } from '../people/fold.ts';
import type { Alias } from '../people/person.ts';
import { Corpus } from '../search/corpus.ts';
import { type Engine, openEngine } from '../search/engine.ts';
import { memoise } from '../text/memoise.ts';
import { Subject } from './about.ts';
import { Counterparts } from './across.ts';
import { bitsOf } from './bits.ts';
import type { Names } from './names.ts';
import type { Segment } from './segment.ts';
import { Repetition } from './sketch.ts';
import type { Manifest } from './store.ts';

/** For how many documents the place is remembered. */
const PLACES = 4096;

/** Where a document is kept. */
export interface Place {
  readonly segment: Segment;
  readonly local: number;
}

interface Dated {
  readonly id: string;
  readonly day: number;
  /** Words in the form for comparing titles, with a space before each. */
  readonly title: string;
}

/** All segments of one index, with what is derived from all of them. Only its names may be replaced by newer ones. */
export class Collection {
  readonly segments: readonly Segment[];
  readonly builtAt: string;
  readonly aliases: readonly Alias[];
  #names: Names;
  readonly engine: Engine;
  /** Days since 1970. */
  readonly #earliest: number;
  readonly #latest: number;
  #counterparts: Counterparts | null = null;
  #newest: readonly Dated[] | null = null;
  #kinds: Record<Kind, number> | null = null;
  /** Hashes that the sketches of several statements, or of several documents, may share. */
  readonly repeatedStatements: Repetition;
  readonly repeatedDocuments: Repetition;
  readonly corpus: Corpus;
  readonly #byPrefix: ReadonlyMap<string, Segment>;

  constructor(
    segments: readonly Segment[],
    { builtAt, aliases }: Pick<Manifest, 'builtAt' | 'aliases'>,
    names: Names,
  ) {
    this.#names = names;
    this.aliases = aliases;
    this.segments = segments;
    this.builtAt = builtAt;
    this.corpus = new Corpus(segments.map(({ search }) => search));
    this.#byPrefix = new Map(segments.map((segment) => [segment.file.prefix, segment]));
    this.engine = openEngine(this.corpus);
    this.repeatedStatements = new Repetition(segments.map(({ columns }) => columns.statementHash));
    this.repeatedDocuments = new Repetition(segments.map(({ columns }) => columns.documentHash));
    let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { columns } of segments)
      for (const day of columns.published) {
        if (day < earliest) earliest = day;
        if (day > latest) latest = day;
      }
    this.#earliest = earliest;
    this.#latest = latest;
  }

  get names(): Names {
    return this.#names;
  }

  set names(names: Names) {
    this.#names = names;
    this.#counterparts = null;
  }

  /** How recent a day is among all articles, 0 to 1; 0 for no day. */
  recency(day: number): number {
    return this.#latest > this.#earliest && day >= this.#earliest
      ? (day - this.#earliest) / (this.#latest - this.#earliest)
      : 0;
  }

  /** ISO 8601 dates of the first and the last article; null if no article has a date. */
  get dates(): { readonly earliest: string | null; readonly latest: string | null } {
    const date = (day: number) =>
      Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : null;
    return { earliest: date(this.#earliest), latest: date(this.#latest) };
  }

  /** Finds denials and claims of different documents that answer each other. Slow to make. */
  get counterparts(): Counterparts {
    this.#counterparts ??= new Counterparts(this);
    return this.#counterparts;
  }

  /** All documents, newest first, those without a date last. */
  get newest(): readonly Dated[] {
    this.#newest ??= this.segments
      .flatMap(({ ids, columns, titles }) =>
        ids.map((id, local) => ({
          id,
          day: columns.published[local]! || Number.NEGATIVE_INFINITY,
          title: ` ${fold(titles[local] ?? '')}`,
        })),
      )
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : b.day - a.day));
    return this.#newest;
  }

  /** Ids of the documents with a title in which consecutive words begin with what is typed, newest first. */
  titled(typed: string): string[] {
    const wanted = ` ${fold(typed.trim())}`;
    return this.newest.flatMap(({ id, title }) => (title.includes(wanted) ? id : []));
  }

  /** One answer needs dozens of these, mostly for the same documents. */
  readonly place: (id: string) => Place | null = memoise((id) => {
    const bits = bitsOf(id);
    for (let length = 0; length <= bits.length; length++) {
      const segment = this.#byPrefix.get(bits.slice(0, length));
      if (!segment) continue;
      const local = segment.find(id);
      return local < 0 ? null : { segment, local };
    }
    return null;
  }, PLACES);

  /** How many attributions of each kind there are. */
  get kinds(): Readonly<Record<Kind, number>> {
    if (!this.#kinds) {
      const counts = new Uint32Array(KINDS.length);
      for (const { columns } of this.segments) for (const kind of columns.kind) counts[kind]!++;
      this.#kinds = Object.fromEntries(KINDS.map((kind, i) => [kind, counts[i]])) as Record<Kind, number>;
    }
    return this.#kinds;
  }

  subject(about: string): Subject {
    return new Subject(about, this.corpus);
  }
}
