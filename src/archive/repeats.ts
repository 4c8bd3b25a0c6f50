import type { Passage as FoundPassage } from '../search/engine.ts';
import { likeness } from '../text/likeness.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Passage, Reference } from './archive.ts';
import type { Collection, Place } from './collection.ts';
import type { Article } from './entry.ts';
import { referenceOf } from './segment.ts';
import { sharing } from './sketch.ts';

type Read = (document: string) => Article | null;

/** From this likeness on, two statements are the same one, printed twice. */
const SAME = 0.6;
/** In how many places a statement is looked for at most. */
const MOST = 32;

/** Where other documents have the same statement, in no order. */
export function repeatsOf(
  collection: Collection,
  { segment, local }: Place,
  index: number,
  read: Read,
): Reference[] {
  const { attributionStart, sketchStart, sketch } = segment.columns;
  const attribution = attributionStart[local]! + index;
  const own = collection.repeatedStatements.among(
    sketch.subarray(sketchStart[attribution]!, sketchStart[attribution + 1]!),
  );
  if (own.length === 0) return [];
  const candidates = new Map<string, Reference>();
  for (const other of collection.segments) {
    const { statementHash: hash, statement: thing } = other.columns;
    sharing({ hash, thing }, own, (found) => {
      const reference = referenceOf(other, found);
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

/** How many hashes two documents must share to be worth comparing. */
const SHARED = 2;

/** The documents that share much of their text with `document`, without itself. */
function documentsLike(collection: Collection, { segment, local }: Place): string[] {
  const { documentSketchStart, documentSketch } = segment.columns;
  const own = collection.repeatedDocuments.among(
    documentSketch.subarray(documentSketchStart[local]!, documentSketchStart[local + 1]!),
  );
  if (own.length < SHARED) return [];
  const counts = new Map<string, number>();
  for (const { ids, columns } of collection.segments)
    sharing({ hash: columns.documentHash, thing: columns.document }, own, (found) => {
      counts.set(ids[found]!, (counts.get(ids[found]!) ?? 0) + 1);
    });
  counts.delete(segment.ids[local]!);
  return [...counts].flatMap(([id, count]) => (count >= SHARED ? id : [])).slice(0, MOST);
}

/**
 * The first `limit` passages without copies of earlier ones. Copies go beside the earlier one, together with the same
 * words in documents like its own: a wire story is one passage, whoever printed it.
 */
export function withoutCopies(
  collection: Collection,
  passages: readonly FoundPassage[],
  limit: number,
  read: Read,
): Passage[] {
  const shown: (FoundPassage & { readonly also: Stretch[] })[] = [];
  for (const passage of passages) {
    const { document, span } = passage;
    // Few passages are of equal length, and only those are read.
    const isCopy = (other: Stretch) =>
      lengthOf(other.span) === lengthOf(span) && textOf(other, read) === textOf(passage, read);
    const same = shown.find((other) => isCopy(other) || isBeside(other.also, passage));
    if (same) {
      if (!isBeside(same.also, passage) && same.document !== document) same.also.push({ document, span });
    } else if (shown.length < limit) shown.push({ ...passage, also: copiesOf(collection, passage, read) });
  }
  return shown;
}

/** A stretch of a document's text. */
interface Stretch {
  readonly document: string;
  readonly span: Span;
}

/** The same words in documents like the passage's own. */
function copiesOf(collection: Collection, passage: Stretch, read: Read): Stretch[] {
  const alike = documentsLike(collection, collection.place(passage.document)!);
  // Read only if there is something to compare it with.
  const text = alike.length > 0 ? textOf(passage, read) : '';
  return alike.flatMap((id) => {
    const start = read(id)?.document.text.indexOf(text) ?? -1;
    return start < 0 ? [] : [{ document: id, span: { start, end: start + text.length } }];
  });
}

const textOf = ({ document, span }: Stretch, read: Read): string =>
  read(document)?.document.text.slice(span.start, span.end) ?? '';

const lengthOf = ({ start, end }: Span): number => end - start;

function isBeside(also: readonly Stretch[], place: Stretch): boolean {
  return also.some(({ document, span }) => document === place.document && overlaps(span, place.span));
}

function contentOf({ document: { text }, attributions }: Article, index: number): string {
  return attributions[index]!.content.map(({ start, end }) => text.slice(start, end)).join(' ');
}
