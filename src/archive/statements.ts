import { KINDS } from '../attribution/attribution.ts';
import type { Span } from '../text/span.ts';
import type { AttributionQuery, Reference } from './archive.ts';
import type { Collection } from './collection.ts';
import { Flag } from './columns.ts';
import type { Segment } from './segment.ts';

/** An attribution that answers a query. */
export interface Found extends Reference {
  /** How much it is about the topic asked for, 0 to about 1. */
  readonly score: number;
  /** What the results are ordered by: the score, then what is surer, more prominent, not nested and more recent. */
  readonly rank: number;
}

type Filter = Omit<AttributionQuery, 'limit' | 'about'>;

/** Up to so many attributions are each compared with a topic; of more, those of the documents that fit it best. */
const COMPARED = 2000;
const DOCUMENTS = 200;

/** The attributions that answer `query`, the best `most` of them in order, and how many there are in all. */
export function findStatements(
  collection: Collection,
  query: Filter & Pick<AttributionQuery, 'about'>,
  most: number,
  removed: ReadonlySet<string>,
): { readonly best: readonly Found[]; readonly total: number } {
  const best = new Best<Found>(most);
  let total = 0;
  const topic = query.about === undefined ? null : collection.engine.topic(query.about);
  if (topic?.empty) return { best: [], total };

  const add = (segment: Segment, local: number, attribution: number) => {
    const document = segment.ids[local]!;
    const score = topic ? topic.score(document, contentOf(segment, attribution)) : 0;
    if (topic && score <= 0) return;
    total++;
    const rank = score + bonus(collection, segment, local, attribution);
    if (best.wants(rank))
      best.add({ document, index: attribution - segment.columns.attributionStart[local]!, score, rank });
  };

  const filters = new Map(
    collection.segments.flatMap((segment) => {
      const filter = filterOf(collection, segment, query);
      return filter ? [[segment, filter] as const] : [];
    }),
  );
  const passing = topic ? count(filters) : 0;
  if (topic && passing > COMPARED) {
    for (const { document } of topic.documents(DOCUMENTS)) {
      const place = collection.place(document);
      const filter = place && filters.get(place.segment);
      if (!place || !filter || removed.has(document)) continue;
      for (const attribution of attributionsOf(place.segment, place.local))
        if (filter(attribution)) add(place.segment, place.local, attribution);
    }
  } else
    for (const [segment, filter] of filters)
      for (let local = 0; local < segment.ids.length; local++) {
        if (removed.size > 0 && removed.has(segment.ids[local]!)) continue;
        const { attributionStart } = segment.columns;
        for (let a = attributionStart[local]!; a < attributionStart[local + 1]!; a++)
          if (filter(a)) add(segment, local, a);
      }
  return { best: best.inOrder(), total };
}

/** Whether an attribution of `segment` passes, or null where none can. */
function filterOf(
  collection: Collection,
  segment: Segment,
  { kinds, quoted, by, mentions }: Filter,
): ((attribution: number) => boolean) | null {
  const { kind, flags, speaker, speakerStart, mention, mentionStart } = segment.columns;
  const wanted = new Uint8Array(KINDS.length);
  for (const one of kinds ?? KINDS) wanted[KINDS.indexOf(one)] = 1;
  const spoken = by === undefined ? null : namesLike(collection, segment, by);
  const mentioned = mentions === undefined ? null : namesLike(collection, segment, mentions);
  if (spoken?.size === 0 || mentioned?.size === 0) return null;
  const any = (names: ReadonlySet<number>, list: Uint32Array, from: number, to: number) => {
    for (let i = from; i < to; i++) if (names.has(list[i]!)) return true;
    return false;
  };
  return (a) =>
    wanted[kind[a]!] === 1 &&
    (!quoted || (flags[a]! & Flag.quoted) !== 0) &&
    (spoken === null || any(spoken, speaker, speakerStart[a]!, speakerStart[a + 1]!)) &&
    (mentioned === null || any(mentioned, mention, mentionStart[a]!, mentionStart[a + 1]!));
}

/** Numbers of the segment's names that mean `name`. */
function namesLike(collection: Collection, segment: Segment, name: string): ReadonlySet<number> {
  const wanted = collection.numberOfCanonical(collection.directory.canonical(name) ?? name);
  const found = new Set<number>();
  if (wanted >= 0)
    for (const [number, canonical] of collection.nameNumbers.get(segment)!.entries())
      if (canonical === wanted) found.add(number);
  return found;
}

function count(filters: ReadonlyMap<Segment, (attribution: number) => boolean>): number {
  let passing = 0;
  for (const [{ columns }, filter] of filters)
    for (let a = 0; a < columns.kind.length; a++) if (filter(a)) passing++;
  return passing;
}

function* attributionsOf({ columns }: Segment, local: number): Generator<number> {
  for (let a = columns.attributionStart[local]!; a < columns.attributionStart[local + 1]!; a++) yield a;
}

function contentOf(
  { columns: { contentStart, contentFrom, contentTo } }: Segment,
  attribution: number,
): Span[] {
  const spans: Span[] = [];
  for (let i = contentStart[attribution]!; i < contentStart[attribution + 1]!; i++)
    spans.push({ start: contentFrom[i]!, end: contentTo[i]! });
  return spans;
}

/** Up to 0.2: less than a word of the topic makes, so that it decides among equals only. */
function bonus(collection: Collection, { columns }: Segment, local: number, attribution: number): number {
  const position = attribution - columns.attributionStart[local]!;
  const sure = columns.confidence[attribution]! / 255;
  const outer = columns.flags[attribution]! & Flag.nested ? 0 : 1;
  const recent = collection.recency(columns.published[local]!);
  return 0.06 * sure + 0.06 / (1 + position / 4) + 0.04 * outer + 0.04 * recent;
}

/** The `most` things of the highest rank. */
class Best<T extends { readonly rank: number }> {
  readonly #most: number;
  #things: T[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  wants(rank: number): boolean {
    return rank > this.#floor;
  }

  add(thing: T): void {
    this.#things.push(thing);
    if (this.#things.length >= 2 * this.#most + 64) this.#prune();
  }

  inOrder(): readonly T[] {
    this.#prune();
    return this.#things;
  }

  #prune(): void {
    this.#things.sort((a, b) => b.rank - a.rank);
    if (this.#things.length <= this.#most) return;
    this.#things = this.#things.slice(0, this.#most);
    this.#floor = this.#things.at(-1)?.rank ?? this.#floor;
  }
}
