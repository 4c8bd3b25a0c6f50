import type { Archive, AttributionRecord } from '../archive/archive.ts';
import type { Document } from '../corpus/document.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Excerpt } from './answer.ts';
import { citation, excerpt, said, sentencesAround } from './excerpt.ts';
import { documentsOf, extent } from './shown.ts';
import { hull, LONGEST } from './window.ts';

/** A place worth showing, with words to show in bold. */
export interface Place {
  readonly document: string;
  readonly span: Span;
  readonly matches: readonly Span[];
  readonly also?: readonly { readonly document: string; readonly span: Span }[];
}

/** Places as excerpts, in their order: whole sentences where they fit, with who says it where a place lies in an attribution. */
export async function shownPassages(archive: Archive, places: readonly Place[]): Promise<Excerpt[]> {
  const [documents, within] = await Promise.all([
    documentsOf(
      archive,
      places.flatMap((place) => [place, ...(place.also ?? [])]),
    ),
    archive.attributionsWithin(places),
  ]);
  return places.flatMap((place, at) => {
    const document = documents.get(place.document);
    if (!document) return [];
    const span = readable(document, place.span);
    const record = speakerAt(place, within[at] ?? []);
    return excerpt(document, span, {
      matches: place.matches,
      said: record && said(document, record),
      also: (place.also ?? []).flatMap((other) => {
        const also = documents.get(other.document);
        return also ? [citation(also, other.span.start)] : [];
      }),
    });
  });
}

/** The place with its whole sentences where they are not too long. */
function readable(document: Document, span: Span): Span {
  const wide = hull([
    span,
    ...sentencesAround(document, span).filter((sentence) => overlaps(sentence, span)),
  ]);
  return wide.end - wide.start <= LONGEST ? wide : span;
}

/** The attribution that reports most of what a place holds; null where it is mostly the article's own words. */
function speakerAt(
  { span, matches }: Place,
  records: readonly AttributionRecord[],
): AttributionRecord | null {
  const shared = (record: AttributionRecord): number =>
    matches.filter((match) => record.attribution.content.some((part) => overlaps(part, match))).length ||
    (overlaps(hull(record.attribution.content), span) ? 0.5 : 0);
  const best = records
    .filter((record) => shared(record) > 0)
    .sort((a, b) => shared(b) - shared(a) || width(a) - width(b))[0];
  return best && shared(best) >= matches.length / 2 ? best : null;
}

const width = (record: AttributionRecord): number => extent(record).end - extent(record).start;
