import type { Archive, AttributionRecord, Reference } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { terms, words } from '../../search/words.ts';
import { contains, type Span, slice } from '../../text/span.ts';
import type { Excerpt } from '../answer.ts';
import { withoutAnybody } from '../topic.ts';
import { citation, excerpt, said } from './excerpt.ts';
import { hull, windowOf } from './window.ts';

/** Attributions shown together with one excerpt beyond this number help nobody. */
const MOST_COUNTERPARTS = 2;

/**
 * The records as excerpts, in their order: one that repeats an earlier one in another article becomes a citation of it, one that
 * lies in another one's content is shown with the chain of who tells it, and what it denies, or what denies it, stands beside it.
 * Words of `about` are shown in bold.
 */
export async function shown(
  archive: Archive,
  records: readonly AttributionRecord[],
  about = '',
): Promise<Excerpt[]> {
  const once = withoutRepeats(records);
  const beside = await archive.counterparts(once.map(reference), MOST_COUNTERPARTS);
  const all = [...once, ...beside.flat()];
  const [documents, tellers] = await Promise.all([
    documentsOf(archive, [...all, ...once.flatMap((record) => record.repeats)]),
    tellersOf(archive, all),
  ]);
  const sought = new Set(withoutAnybody(terms(about)));
  const show = (record: AttributionRecord, counterparts: readonly Excerpt[]): Excerpt | null => {
    const document = documents.get(record.document);
    if (!document) return null;
    const outer = tellers.get(place(record)) ?? [];
    const matches = matchesIn(document, extent(record), sought);
    return excerpt(document, windowOf(document, record.attribution, matches), {
      matches,
      said: said(document, record, outer),
      also: alsoIn(record, documents),
      counterparts,
    });
  };
  return printedOnce(
    once.flatMap((record, at) => {
      const counterparts = (beside[at] ?? []).flatMap((counterpart) => show(counterpart, []) ?? []);
      return show(record, distinct(counterparts)) ?? [];
    }),
  );
}

/** The archive names a bounded number of places for a statement; what more articles print in the same words becomes a citation too. */
function printedOnce(excerpts: readonly Excerpt[]): Excerpt[] {
  const kept: Excerpt[] = [];
  for (const each of excerpts) {
    const at = kept.findIndex((other) => other.document !== each.document && isSameStatement(other, each));
    if (at < 0) kept.push(each);
    else kept[at] = alsoPrinted(kept[at]!, each);
  }
  return kept;
}

/** Whether two excerpts have the same words of the same speaker; “He denied it” may be anybody's. */
const isSameStatement = (one: Excerpt, other: Excerpt): boolean =>
  one.text === other.text &&
  Boolean(one.said?.speaker) &&
  one.said?.speaker === other.said?.speaker &&
  one.said?.cue === other.said?.cue;

/** An excerpt with the citations of another one, each article once. */
function alsoPrinted(one: Excerpt, other: Excerpt): Excerpt {
  const cited = new Set([one.document, ...one.also.map(({ document }) => document)]);
  const more = [other.citation, ...other.also].filter(({ document }) => !cited.has(document));
  return { ...one, also: [...one.also, ...more] };
}

/** The excerpts without those whose words an earlier one shows, or that show an earlier one again with what stands around it. */
export function distinct(excerpts: readonly Excerpt[]): Excerpt[] {
  const kept: Excerpt[] = [];
  for (const each of excerpts) {
    const shown = kept.some(
      (other) =>
        other.document === each.document &&
        (contains(other, each) || (contains(each, other) && addsNothing(each, other))),
    );
    if (!shown) kept.push(each);
  }
  return kept;
}

/** Whether a wider excerpt adds nobody's words to a narrower one, and little of the article's own. */
const addsNothing = (wide: Excerpt, narrow: Excerpt): boolean =>
  wide.said === null
    ? narrow.text.length * 2 > wide.text.length
    : wide.said.source === narrow.said?.source && wide.said.cue === narrow.said?.cue;

/** The documents behind places, by id; those that are gone are left out. */
export async function documentsOf(
  archive: Archive,
  places: readonly { readonly document: string }[],
): Promise<ReadonlyMap<string, Document>> {
  const ids = [...new Set(places.map(({ document }) => document))];
  const documents = await Promise.all(ids.map((id) => archive.document(id)));
  return new Map(documents.flatMap((document) => (document ? [[document.id, document]] : [])));
}

/** Where an attribution stands, and nothing else of it. */
export const reference = ({ document, index }: Reference): Reference => ({ document, index });

/** What tells an attribution from any other, as a key. */
export const place = ({ document, index }: Reference): string => `${index}\n${document}`;

/** Where words of these stems stand within `span`. */
function matchesIn(document: Document, span: Span, stems: ReadonlySet<string>): Span[] {
  if (stems.size === 0) return [];
  return words(slice(document.text, span))
    .filter(({ form }) => stems.has(form.stem))
    .map(({ start, end }) => ({ start: start + span.start, end: end + span.start }));
}

/** All the words of an attribution, from the first to the last. */
export function extent({ attribution: { source, cue, content } }: AttributionRecord): Span {
  return hull([...(source ?? []), ...(cue ?? []), ...content]);
}

function withoutRepeats(records: readonly AttributionRecord[]): AttributionRecord[] {
  const repeated = new Set<string>();
  return records.filter((record) => {
    if (repeated.has(place(record))) return false;
    for (const ref of [record, ...record.repeats]) repeated.add(place(ref));
    return true;
  });
}

function alsoIn(record: AttributionRecord, documents: ReadonlyMap<string, Document>) {
  const others = new Set(record.repeats.map(({ document }) => document));
  others.delete(record.document);
  return [...others].flatMap((id) => {
    const document = documents.get(id);
    return document ? [citation(document)] : [];
  });
}

/** For every nested record, the attributions whose content holds it, innermost first. */
async function tellersOf(
  archive: Archive,
  records: readonly AttributionRecord[],
): Promise<ReadonlyMap<string, readonly AttributionRecord[]>> {
  const nested = records.filter((record) => record.attribution.nested);
  if (nested.length === 0) return new Map();
  const within = await archive.attributionsWithin(
    nested.map((record) => ({ document: record.document, span: extent(record) })),
  );
  return new Map(
    nested.map((record, at) => [
      place(record),
      (within[at] ?? [])
        .filter((outer) => outer.index !== record.index && holds(outer, record))
        .sort((a, b) => width(extent(a)) - width(extent(b))),
    ]),
  );
}

const holds = (outer: AttributionRecord, inner: AttributionRecord): boolean =>
  contains(hull(outer.attribution.content), extent(inner));

const width = (span: Span): number => span.end - span.start;
