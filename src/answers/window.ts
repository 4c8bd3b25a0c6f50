import type { Attribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import { cutsCharacter, sentencesAround } from './excerpt.ts';

/** The most characters of free text shown as one excerpt. A single quotation may be longer. */
export const LONGEST = 350;

/**
 * The one slice of the text that shows an attribution so that it reads well: its whole sentences where they fit, else its own
 * words, else as much of them as fits, cut between words.
 */
export function windowOf(document: Document, attribution: Attribution): Span {
  const { source, cue, content } = attribution;
  const whole = hull([...(source ?? []), ...(cue ?? []), ...content]);
  const covered = sentencesAround(document, whole).filter((sentence) => overlaps(sentence, whole));
  const wide = hull([whole, ...covered]);
  if (length(wide) <= LONGEST) return wide;

  const reported = hull(content);
  const framed = hull(
    [...(cue ?? []), ...(source ?? [])].filter((part) => near(part, reported)).concat(reported),
  );
  const fitting = [
    { start: wide.start, end: whole.end },
    { start: whole.start, end: wide.end },
    whole,
    hull([framed, ...covered.filter((sentence) => overlaps(sentence, reported))]),
    framed,
  ].find((span) => length(span) <= LONGEST);
  if (fitting) return fitting;
  if (isOneQuotation(document.text, content)) return reported;
  return shortened(document, framed);
}

/** The smallest span that holds them all. Throws a RangeError for none. */
export function hull(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError('No spans, no hull');
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** `span` from its start, ending where a sentence does if that keeps half of what fits, else between two words. */
export function shortened(document: Document, span: Span): Span {
  if (length(span) <= LONGEST) return span;
  const furthest = span.start + LONGEST;
  const sentence = sentencesAround(document, span).findLast(
    ({ end }) => end <= furthest && end > span.start + LONGEST / 2,
  );
  if (sentence) return { start: span.start, end: sentence.end };
  const space = document.text.lastIndexOf(' ', furthest);
  const end = space > span.start + LONGEST / 2 ? space : furthest;
  return { start: span.start, end: cutsCharacter(document.text, end) ? end - 1 : end };
}

const length = (span: Span): number => span.end - span.start;

/** Whether a part stands close enough to be shown together with what it reports. */
const near = (part: Span, reported: Span): boolean =>
  part.start - reported.end <= LONGEST / 3 && reported.start - part.end <= LONGEST / 3;

const OPENING = /^["“”„«‘]/;

function isOneQuotation(text: string, content: readonly Span[]): boolean {
  return content.length === 1 && OPENING.test(slice(text, content[0]!));
}
