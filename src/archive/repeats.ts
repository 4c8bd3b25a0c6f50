import { likeness } from '../text/likeness.ts';
import type { Reference } from './archive.ts';
import type { Collection, Place } from './collection.ts';
import type { Article } from './entry.ts';
import { sharing } from './sketch.ts';

type Read = (document: string) => Article | null;

/** From here on two statements are one, said once and printed twice. */
const SAME = 0.6;
/** A statement is looked for in so many places at most. */
const MOST = 32;

/** Where other documents carry the same statement, in no order. */
export function repeatsOf(
  collection: Collection,
  { segment, local }: Place,
  index: number,
  read: Read,
): Reference[] {
  const { attributionStart, sketchStart, sketch } = segment.columns;
  const attribution = attributionStart[local]! + index;
  const own = sketch.subarray(sketchStart[attribution]!, sketchStart[attribution + 1]!);
  if (!collection.isRepeated(own)) return [];
  const candidates = new Map<string, Reference>();
  for (const other of collection.segments) {
    const { statementHash: hash, statement: thing, attributionStart: starts } = other.columns;
    sharing({ hash, thing }, own, (found) => {
      const at = upperBound(starts, found) - 1;
      const reference = { document: other.ids[at]!, index: found - starts[at]! };
      candidates.set(`${reference.index} ${reference.document}`, reference);
    });
  }
  const document = segment.ids[local]!;
  const found: Reference[] = [];
  const documents = new Set([document]);
  for (const candidate of [...candidates.values()].slice(0, MOST)) {
    if (documents.has(candidate.document)) continue;
    const other = read(candidate.document);
    if (!other || likeness(contentOf(read(document)!, index), contentOf(other, candidate.index)) < SAME)
      continue;
    documents.add(candidate.document);
    found.push(candidate);
  }
  return found;
}

function contentOf({ document: { text }, attributions }: Article, index: number): string {
  return attributions[index]!.content.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** The number of values that are at most `value`, in ascending `values`. */
function upperBound(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
