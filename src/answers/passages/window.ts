import type { SpokenAttribution } from '../../attribution/attribution.ts';
import type { Document } from '../../corpus/document.ts';
import { LONGEST } from '../../search/reading.ts';
import { normalise } from '../../text/normalise.ts';
import { unbroken } from '../../text/seams.ts';
import { contains, overlaps, type Span, slice } from '../../text/span.ts';
import { cutsCharacter, sentencesAround } from './excerpt.ts';

/**
 * The one slice of the text that shows an attribution so that it reads well: its whole sentences where they fit, else its own
 * words; with the sentence before where that has to tell who a "he" is; of more than fits, a whole quotation where nothing in
 * particular is looked for, else the part that holds most of `matches`.
 */
export function windowOf(
  document: Document,
  attribution: SpokenAttribution,
  matches: readonly Span[] = [],
): Span {
  const { source, cue, content, speaker } = attribution;
  const speech = [...(source ?? []), ...(cue ?? [])];
  const whole = unbroken(document.text, hull([...speech, ...content]), matches.length > 0 ? matches : speech);
  const wide = wholeSentences(document, whole);
  // Of a sentence that is too long, whichever end leaves more of it.
  const [shorter, longer] = [
    { start: wide.start, end: whole.end },
    { start: whole.start, end: wide.end },
  ].sort((a, b) => a.end - a.start - (b.end - b.start));
  const told = speaker === null && source && PRONOUN.test(slice(document.text, source[0]!));
  const fitting = [...(told ? [withBefore(document, wide)] : []), wide, longer!, shorter!, whole].find(fits);
  if (fitting) return fromClause(document, wide, fitting);
  const [first] = content;
  if (content.length === 1 && matches.length === 0 && isQuotation(slice(document.text, first!)))
    return unbroken(document.text, first!);
  return clipped(document, wide, matches.length === 0 ? content : matches, speech);
}

/** A part of a sentence from as far before as fits: from behind a comma or the like. */
function fromClause({ text }: Document, sentence: Span, { start, end }: Span): Span {
  const before = slice(text, { start: sentence.start, end: start });
  const starts = [...before.matchAll(CLAUSE)].map(
    ({ 0: mark, index }) => sentence.start + index + mark.length,
  );
  return { start: starts.find((each) => end - each <= LONGEST) ?? start, end };
}

/** Where a clause may end. */
const CLAUSE = /[,;:—–]['’”"]? /g;

/** Whether a text is a single quotation, of one paragraph or more: none begins in it behind the end of another. */
function isQuotation(text: string): boolean {
  const marked = normalise(text);
  const [opening, closing] = marked.startsWith('‘') ? ['‘', '’'] : ['“', '”'];
  const end = marked.indexOf(closing);
  return marked.startsWith(opening) && (end < 0 || marked.lastIndexOf(opening) < end);
}

/** A passage as it is best read: whole sentences and quotations where they fit, else the part that holds most of `matches`. */
export function readable(document: Document, span: Span, matches: readonly Span[]): Span {
  return clipped(document, wholeSentences(document, span), matches);
}

/**
 * `span`, or where that is too long the stretch of at most `LONGEST` characters of it that holds most of `matches`, from the
 * beginning of a sentence or clause to the end of one where that is possible; of equal ones that which holds more of `besides`,
 * then the first.
 */
export function clipped(
  document: Document,
  span: Span,
  matches: readonly Span[] = [],
  besides: readonly Span[] = [],
): Span {
  if (fits(span)) return span;
  const { text } = document;
  const inside = sentencesAround(document, span).filter((sentence) => overlaps(sentence, span));
  const starts = [span.start, ...inside.map(({ start }) => start)].filter((start) => start >= span.start);
  const breaks = [...slice(text, span).matchAll(CLAUSE)].map(
    ({ 0: mark, index }) => span.start + index + mark.length,
  );
  const ends = [
    ...inside.map(({ end }) => end),
    ...breaks.map((start) => text.slice(0, start).trimEnd().length),
  ];
  let best: { readonly span: Span; readonly worth: number } | null = null;
  for (const start of [...starts, ...breaks]) {
    const furthest = Math.min(start + LONGEST, span.end);
    const end =
      ends.filter((each) => each <= furthest && each > start + LONGEST / 3).sort((a, b) => b - a)[0] ??
      betweenWords(text, furthest);
    const held = (spans: readonly Span[]) => spans.filter((each) => contains({ start, end }, each));
    const worth =
      new Set(held(matches).map((match) => slice(text, match).toLowerCase())).size +
      held(besides).length * 0.2 +
      (starts.includes(start) ? 0.5 : 0) +
      (inside.some((sentence) => sentence.end === end) ? 0.5 : 0);
    if (end > start && (!best || worth > best.worth)) best = { span: { start, end }, worth };
  }
  return best?.span ?? { start: span.start, end: betweenWords(text, span.start + LONGEST) };
}

/** The smallest span that holds them all. Throws a RangeError for none. */
export function hull(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError('No spans, no hull');
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** The paragraphs that hold `span`, and the one before. */
export function paragraphsAround({ paragraphs }: Document, span: Span): Span {
  const first = paragraphs.findLastIndex(({ start }) => start <= span.start);
  const last = paragraphs.findIndex(({ end }) => end >= span.end);
  return hull([span, paragraphs[Math.max(0, first - 1)] ?? span, paragraphs[last] ?? span]);
}

const PRONOUN = /^(?:he|she|they)$/i;

/** With the sentence before, in the same paragraph. */
function withBefore(document: Document, span: Span): Span {
  const before = sentencesAround(document, span).findLast(({ end }) => end <= span.start);
  return before ? hull([before, span]) : span;
}

const fits = ({ start, end }: Span): boolean => end - start <= LONGEST;

/** The sentences that share a character with `span`, and those of a quotation that one of them begins or ends in, where all fit. */
export function wholeSentences(document: Document, span: Span): Span {
  const sentences = sentencesAround(document, span);
  const wide = hull([span, ...sentences.filter((sentence) => overlaps(sentence, span))]);
  const quotations = quotationsAround(document, wide).filter((quotation) => overlaps(quotation, wide));
  const quoted = hull([wide, ...quotations]);
  const whole = hull([quoted, ...sentences.filter((sentence) => overlaps(sentence, quoted))]);
  return fits(whole) ? whole : fits(quoted) ? quoted : wide;
}

/** Quotations in the paragraphs around `span`, marks included. */
function quotationsAround({ text, paragraphs }: Document, span: Span): Span[] {
  return paragraphs
    .filter((paragraph) => overlaps(paragraph, span) && paragraph.end - paragraph.start < LONGEST_PARAGRAPH)
    .flatMap((paragraph) =>
      [...normalise(slice(text, paragraph)).matchAll(/“[^“”]+”/g)].map(({ 0: quotation, index }) => ({
        start: paragraph.start + index,
        end: paragraph.start + index + quotation.length,
      })),
    );
}

/** A longer one was not written as a paragraph, and its quotation marks go together by chance. */
const LONGEST_PARAGRAPH = 5000;

/** The last place at or before `offset` where a word ends. */
function betweenWords(text: string, offset: number): number {
  if (offset >= text.length || /\s/.test(text[offset]!)) return offset;
  const space = text.lastIndexOf(' ', offset);
  if (space > offset - LONGEST_WORD) return space;
  return cutsCharacter(text, offset) ? offset - 1 : offset;
}

/** What has no space for so many characters is no word, and may be cut. */
const LONGEST_WORD = 60;
