import { KINDS } from '../attribution/attribution.ts';
import type { AttributionQuery, Reference } from './archive.ts';
import { Best } from './best.ts';
import type { Collection } from './collection.ts';
import { Flag } from './columns.ts';
import type { Segment } from './segment.ts';

/** An attribution that answers a query. */
export interface Found extends Reference {
  /** How closely it is about the topic, 0 to 1. */
  readonly score: number;
  /** Decides the order: the score, then sureness, prominence, not being nested, and recency. */
  readonly rank: number;
}

type Meaning = ReturnType<Collection['names']['meaning']>;

/** The attributions that answer `query`: the best `most` of them in order, and how many there are in all. */
export function findStatements(
  collection: Collection,
  query: Omit<AttributionQuery, 'limit'>,
  most: number,
  removed: ReadonlySet<string>,
): { readonly best: readonly Found[]; readonly total: number } {
  const best = new Best<Found>(most);
  let total = 0;
  const meaning = (name: string | undefined) => (name === undefined ? null : collection.names.meaning(name));
  const [by, mentions] = [meaning(query.by), meaning(query.mentions)];
  const subject = query.about === undefined ? null : collection.subject(query.about);
  if (subject?.empty) return { best: [], total };
  for (const segment of collection.segments) {
    const passes = filterOf(collection, segment, query, by, mentions);
    if (!passes) continue;
    const { attributionStart, kind } = segment.columns;
    let local = 0;
    const add = (attribution: number, score: number) => {
      while (attributionStart[local + 1]! <= attribution) local++;
      const document = segment.ids[local]!;
      if (removed.has(document) || by?.documents?.has(document) === false) return;
      if (mentions?.documents?.has(document) === false) return;
      total++;
      const rank = score + bonus(collection, segment, local, attribution);
      if (best.wants(rank))
        best.add({ document, index: attribution - attributionStart[local]!, score, rank });
    };
    if (subject) {
      for (const { attribution, score } of subject.matches(segment))
        if (passes(attribution)) add(attribution, score);
    } else for (let a = 0; a < kind.length; a++) if (passes(a)) add(a, 0);
  }
  return { best: best.inOrder(), total };
}

/** A test for the attributions of `segment`, or null if none can pass. */
function filterOf(
  collection: Collection,
  segment: Segment,
  { kinds, quoted }: Pick<AttributionQuery, 'kinds' | 'quoted'>,
  by: Meaning | null,
  mentions: Meaning | null,
): ((attribution: number) => boolean) | null {
  const { kind, flags, speaker, speakerStart, mention, mentionStart } = segment.columns;
  const wanted = new Uint8Array(KINDS.length);
  for (const one of kinds ?? KINDS) wanted[KINDS.indexOf(one)] = 1;
  const spoken = by && namesLike(collection, segment, by);
  const mentioned = mentions && namesLike(collection, segment, mentions);
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

/** Numbers of the segment's names that mean somebody. */
function namesLike({ names }: Collection, segment: Segment, { numbers }: Meaning): ReadonlySet<number> {
  const found = new Set<number>();
  const numbersHere = names.numbersIn(segment);
  for (const number of numbers)
    for (let name = numbersHere.indexOf(number); name >= 0; name = numbersHere.indexOf(number, name + 1))
      found.add(name);
  return found;
}

/** Up to 0.2. A word of the topic counts more, so this only decides between equals. */
function bonus(collection: Collection, { columns }: Segment, local: number, attribution: number): number {
  const position = attribution - columns.attributionStart[local]!;
  const sure = columns.confidence[attribution]! / 255;
  const outer = columns.flags[attribution]! & Flag.nested ? 0 : 1;
  const recent = collection.recency(columns.published[local]!);
  return 0.06 * sure + 0.06 / (1 + position / 4) + 0.04 * outer + 0.04 * recent;
}
