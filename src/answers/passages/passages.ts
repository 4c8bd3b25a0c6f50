import type { Archive, AttributionRecord, Passage } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { LONGEST } from '../../search/reading.ts';
import { unbroken } from '../../text/seams.ts';
import { overlaps, type Span, slice } from '../../text/span.ts';
import type { Excerpt } from '../answer.ts';
import { citation, excerpt, said } from './excerpt.ts';
import { documentsOf, extent } from './shown.ts';
import { hull, readable, wholeSentences } from './window.ts';

/** A place worth showing, with words to show in bold. */
export interface Place {
  readonly document: string;
  readonly span: Span;
  /** Where it ends if the beginning of the next sentence is shown with it. */
  readonly until?: number;
  readonly matches: readonly Span[];
  readonly also?: readonly { readonly document: string; readonly span: Span }[];
}

/** A passage moved to another span of its document. Nothing is shown behind that: `until` was of the former span. */
export const moved = (passage: Passage, span: Span): Passage => ({ ...passage, span, until: span.end });

/**
 * Places as excerpts, in their order: whole sentences where they fit, with who says it where a place lies in an attribution. One in
 * the article's own words goes on with the beginning of the next sentence, if that is in the same paragraph and cuts no quotation.
 */
export async function shownPassages(archive: Archive, places: readonly Place[]): Promise<Excerpt[]> {
  const [documents, within] = await Promise.all([
    documentsOf(
      archive,
      places.flatMap((place) => [place, ...(place.also ?? [])]),
    ),
    archive.attributionsWithin(places.map((place) => ({ ...place, span: withBeginning(place) }))),
  ]);
  return places.flatMap((place, at) => {
    const document = documents.get(place.document);
    if (!document) return [];
    const records = within[at] ?? [];
    // Of those of the next sentence, none says what stands before it.
    const inside = records.filter((each) => overlaps(extent(each), place.span));
    const record = speakerAt(document, place, inside);
    const own = record ? ownPart(document, place.span, record, inside) : place.span;
    const span = readable(document, unbroken(document.text, own, place.matches), place.matches);
    return excerpt(document, record ? span : goingOn(document, span, place, records), {
      matches: place.matches,
      said: record && said(document, record),
      also: (place.also ?? []).flatMap((other) => {
        const also = documents.get(other.document);
        return also ? [citation(also, other.span.start)] : [];
      }),
    });
  });
}

/** The article's own words at a place with the beginning of the next sentence, where that may be shown. */
function goingOn(document: Document, span: Span, place: Place, records: readonly AttributionRecord[]): Span {
  const longer = { start: span.start, end: withBeginning(place).end };
  const may =
    span.end === place.span.end &&
    longer.end - longer.start <= LONGEST &&
    document.paragraphs.every(({ start }) => start < span.end || start >= longer.end) &&
    unbroken(document.text, longer) === longer &&
    (place.also ?? []).length === 0 &&
    // Nobody is quoted by half.
    records.every((one) => extent(one).end <= longer.end);
  return may ? longer : span;
}

/** A place with the beginning of the next sentence that may be shown with it. */
const withBeginning = ({ span, until }: Place): Span => ({ start: span.start, end: until ?? span.end });

/** The attribution that a passage mostly is, or in whose sentences its matches mostly stand; null for the article's own words. */
function speakerAt(
  document: Document,
  { span, matches }: Place,
  records: readonly AttributionRecord[],
): AttributionRecord | null {
  const share = (record: AttributionRecord): number => {
    const whole = wholeSentences(document, extent(record));
    const covered =
      (Math.min(whole.end, span.end) - Math.max(whole.start, span.start)) / (span.end - span.start);
    const inside = matches.filter((match) => overlaps(whole, match));
    return Math.max(covered, matches.length === 0 ? 0 : inside.length / matches.length);
  };
  // Who is named in the question is more likely to be who is meant to speak.
  const isNamed = ({ attribution: { source } }: AttributionRecord): boolean =>
    source?.some((words) => matches.some((match) => overlaps(words, match))) ?? false;
  const ranked = records
    .map((record) => ({ record, share: share(record) + (isNamed(record) ? NAMED : 0) }))
    .sort((a, b) => b.share - a.share);
  return ranked[0] && ranked[0].share >= MOSTLY ? ranked[0].record : null;
}

/** Of a passage that is somebody's, the paragraphs where they say it, and what stands around these up to where others speak. */
function ownPart(
  document: Document,
  { start, end }: Span,
  record: AttributionRecord,
  records: readonly AttributionRecord[],
): Span {
  const theirs = hull(document.paragraphs.filter((paragraph) => overlaps(paragraph, extent(record))));
  const { speaker } = record.attribution;
  const others = records
    .filter(({ attribution }) => speaker === null || attribution.speaker !== speaker)
    .map((other) => wholeSentences(document, extent(other)))
    .filter((other) => !overlaps(other, theirs));
  const from = Math.max(start, ...others.flatMap((other) => (other.end <= theirs.start ? other.end : [])));
  const to = Math.min(end, ...others.flatMap((other) => (other.start >= theirs.end ? other.start : [])));
  const own = slice(document.text, { start: from, end: to });
  return { start: from + own.length - own.trimStart().length, end: from + own.trimEnd().length };
}

/** The share of a passage, or of its matches, by which it is somebody's. */
const MOSTLY = 0.5;
/** What it counts that the source is named by words to show in bold. */
const NAMED = 0.1;
