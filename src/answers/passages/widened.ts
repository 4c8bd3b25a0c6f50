import type { Archive, AttributionRecord } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { LONGEST } from '../../search/reading.ts';
import { terms, words } from '../../search/words.ts';
import { SEAM } from '../../text/seams.ts';
import { contains, overlaps, type Span, slice } from '../../text/span.ts';
import type { Excerpt } from '../answer.ts';
import { related } from '../related.ts';
import { excerpt, sentencesAround } from './excerpt.ts';
import { extent } from './shown.ts';
import { hull, wholeSentences } from './window.ts';

/**
 * Excerpts, the first of which, where it is a statement, is shown with what stands around it and bears on the question too: what the
 * same speaker goes on to say, and sentences that have words of the question that it lacks. The answer often stands there, as a
 * reply or a reason does. What it then holds of the same speaker is not shown again.
 */
export async function firstWidened(
  archive: Archive,
  question: string,
  excerpts: readonly Excerpt[],
): Promise<Excerpt[]> {
  const [first, ...others] = excerpts;
  if (!first) return [];
  const wide = await widened(archive, question, first);
  const isShown = (one: Excerpt): boolean =>
    one.document === wide.document &&
    contains(wide, one) &&
    (one.said?.speaker === wide.said?.speaker || contains(one, wide));
  return [wide, ...others.filter((one) => !isShown(one))];
}

async function widened(archive: Archive, question: string, one: Excerpt): Promise<Excerpt> {
  const { said, also, counterparts } = one;
  const document = said && (await archive.document(one.document));
  if (!document) return one;
  const near = { start: Math.max(0, one.start - LONGEST), end: one.end + LONGEST };
  const [records = []] = await archive.attributionsWithin([{ document: document.id, span: near }]);
  const asked = terms(question);
  const has = (stems: readonly string[], stem: string): boolean =>
    stems.some((other) => related(other, stem));
  const speaks = (record: AttributionRecord): boolean =>
    said.speaker !== null && record.attribution.speaker === said.speaker;
  const isNamed = ({ attribution: { source, speaker } }: AttributionRecord): boolean =>
    [speaker ?? '', ...(source ?? []).map((words) => slice(document.text, words))].some((name) =>
      terms(name).some((stem) => has(asked, stem)),
    );
  const bears = (next: Span, shown: Span): boolean => {
    const telling = records.filter((record) => overlaps(extent(record), next));
    if (telling.some(speaks)) return true;
    if (telling.length > 0 && !telling.some(isNamed)) return false;
    const [there, more] = [shown, next].map((span) => terms(slice(document.text, span)));
    return asked.some((stem) => has(more!, stem) && !has(there!, stem));
  };
  const span = widest(document, one, bears);
  if (span.start === one.start && span.end === one.end) return one;
  const matches = one.matches.map(({ start, end }) => ({ start: start + one.start, end: end + one.start }));
  return excerpt(document, span, { also, said, counterparts, matches });
}

/** A place with the sentences behind it, then those before it, as far as they bear on what is asked, and an excerpt holds them. */
function widest(document: Document, { start, end }: Span, bears: (next: Span, shown: Span) => boolean): Span {
  const behind = (shown: Span): Span | null => {
    const next = around(document, shown).find((each) => each.start >= shown.end);
    if (!next || !bears(next, shown)) return null;
    const whole = wholeSentences(document, hull([shown, next]));
    return fits(document, whole) ? whole : withBeginning(document, shown, next);
  };
  const before = (shown: Span): Span | null => {
    const next = around(document, shown).findLast((each) => each.end <= shown.start);
    if (!next || !bears(next, shown)) return null;
    const whole = wholeSentences(document, hull([next, shown]));
    return fits(document, whole) ? whole : null;
  };
  return repeated(before, repeated(behind, { start, end }));
}

/** What comes of a step that is done again and again until it changes nothing. */
function repeated(step: (from: Span) => Span | null, from: Span): Span {
  const next = step(from);
  return next ? repeated(step, next) : from;
}

/** The sentences of the paragraphs that a place touches, and of those next to it. */
const around = (document: Document, { start, end }: Span): Span[] =>
  sentencesAround(document, { start: Math.max(0, start - BREAK), end: end + BREAK });

/** So many characters may stand between two paragraphs, and one more. */
const BREAK = 3;

const fits = ({ text }: Document, span: Span): boolean =>
  span.end - span.start <= LONGEST && !slice(text, span).includes(SEAM);

/** A place with as much of the next sentence as fits, up to where a phrase ends; null where that is hardly any. */
function withBeginning(document: Document, { start }: Span, next: Span): Span | null {
  const all = words(slice(document.text, next));
  const ends = all.flatMap(({ form, end }, at) => {
    const behind = all[at + 1];
    return behind && !form.stop && (behind.form.stop || behind.start > end + 1) ? [next.start + end] : [];
  });
  const end = ends.findLast((each) => each <= start + LONGEST) ?? next.start;
  return end - next.start >= TELLING && fits(document, { start, end }) ? { start, end } : null;
}

/** A beginning shorter than this, in characters, tells nothing. */
const TELLING = 30;
