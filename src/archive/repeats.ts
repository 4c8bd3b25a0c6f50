import { likeness } from '../text/likeness.ts';
import type { Reference } from './archive.ts';
import type { Collection, Place } from './collection.ts';
import type { Entry } from './entry.ts';
import { sharing } from './sketch.ts';

type Read = (document: string) => Entry | null;

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
  const own = segment.ids[local]!;
  const entry = read(own)!;
  const said = contentOf(entry, index);
  const sketch = entry.statementSketches[index]!;
  if (sketch.length === 0) return [];
  const candidates: Reference[] = [];
  for (const other of collection.segments) {
    const { statementHash: hash, statement: thing, attributionStart } = other.columns;
    for (const attribution of sharing({ hash, thing }, sketch).keys()) {
      const at = upperBound(attributionStart, attribution) - 1;
      candidates.push({ document: other.ids[at]!, index: attribution - attributionStart[at]! });
    }
  }
  const found: Reference[] = [];
  const documents = new Set([own]);
  for (const candidate of candidates.slice(0, MOST)) {
    if (documents.has(candidate.document)) continue;
    const other = read(candidate.document);
    if (!other || likeness(said, contentOf(other, candidate.index)) < SAME) continue;
    documents.add(candidate.document);
    found.push(candidate);
  }
  return found;
}

function contentOf({ document: { text }, attributions }: Entry, index: number): string {
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
