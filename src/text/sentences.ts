import { behaviourOf, OPENERS, QUOTE_VERBS, TIME_WORDS } from './abbreviations.ts';
import { normalise } from './normalise.ts';
import { lines, trimmed } from './paragraphs.ts';
import { type Span, slice } from './span.ts';

/**
 * The sentences of `text` in order, without white space around them; none crosses a line end.
 * Intl.Segmenter (Unicode Standard Annex 29) splits each line, and a second look mends what it cannot know:
 * abbreviations, initials, `"Why?" he asked`, quotation marks that drifted to the next sentence.
 * Linear in the length of the text. Those of the last text are kept: all that read an article ask for them.
 */
export function sentences(text: string): readonly Span[] {
  if (last?.text !== text) last = { text, found: split(text) };
  return last.found;
}

/** The same as they are written. */
export const sentenceTexts = (text: string): string[] => sentences(text).map((span) => slice(text, span));

let last: { readonly text: string; readonly found: readonly Span[] } | null = null;

function split(text: string): Span[] {
  const found: Span[] = [];
  const plain = normalise(text);
  for (const line of lines(plain)) {
    const trim = trimmed(plain, line);
    if (!trim) continue;
    let start = trim.start;
    for (const boundary of boundaries(plain.slice(trim.start, trim.end))) {
      const span = trimmed(plain, { start, end: trim.start + boundary });
      if (span) found.push(span);
      start = trim.start + boundary;
    }
  }
  return found;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Where the sentences of one line end, its own end last. */
function* boundaries(line: string): Generator<number> {
  // Most lines have one stop, at their end.
  if (STOP.test(line.slice(0, -3))) {
    // An ellipsis before a capital ends a sentence as three full stops do.
    const dotted = line.replaceAll('…', '.');
    const squeezed = MAYBE_SQUEEZED.test(dotted) ? dotted.matchAll(SQUEEZED) : [].values();
    let gap = squeezed.next().value;
    let start = 0;
    for (const index of segmented(dotted)) {
      for (; gap && gap.index + gap[0].length <= index; gap = squeezed.next().value) {
        start = gap.index + gap[0].length;
        yield start;
      }
      const end = index + drift(line, index);
      if (end > start && end < line.length && !belongsTogether(line, start, index, end)) {
        start = end;
        yield end;
      }
    }
    for (; gap; gap = squeezed.next().value) yield gap.index + gap[0].length;
  }
  yield line.length;
}

const STOP = /[.?!…。！？؟।]/;

/** Where the segmenter sees sentences end. It copies the whole string for each, so it gets a long line piece by piece. */
function* segmented(line: string): Generator<number> {
  let start = 0;
  let size = PIECE;
  while (start < line.length) {
    const whole = start + size >= line.length;
    const certain = start + size - AHEAD;
    let next = start;
    for (const { index } of segmenter.segment(line.slice(start, start + size))) {
      if (index === 0 || (!whole && start + index > certain)) continue;
      next = start + index;
      yield next;
    }
    if (whole) return;
    if (next === start && size < LONGEST) {
      size *= 2;
      continue;
    }
    if (next === start) {
      next += size;
      yield next;
    }
    start = next;
    size = PIECE;
  }
}

/** UTF-16 units: of a piece, of what decides over a break, of the longest sentence. */
const PIECE = 2_048;
const AHEAD = 128;
const LONGEST = 65_536;

/** Sentences run together without a space: "said.The". Web addresses have no word and space behind their stops. */
const SQUEEZED = /\p{Ll}{2}[.?!](?=\p{Lu}\p{Ll}+[\s,])/gu;

/** The same with what is sooner told from it: other letters and marks than those of English, but for quotation marks. */
const MAYBE_SQUEEZED = /[a-z\u0080-\uffff][.?!][A-Z\u0080-\u2017\u2020-\uffff]/;

/** The length of closing marks and footnote numbers that the segmenter gives to the next sentence though they end this one. */
function drift(line: string, index: number): number {
  DRIFTED.lastIndex = index;
  return DRIFTED.exec(line)?.[0].length ?? 0;
}

const DRIFTED = /(?:[”’)\]]{1,4}(?=\s|$)|\d{1,3}\](?=\s|$))\s*/y;

/** Whether the break between the sentence that began at `start` and what follows at `end` is wrong. */
function belongsTogether(line: string, start: number, index: number, end: number): boolean {
  const right = line.slice(end, end + 60);
  if (/^\p{Ll}/u.test(right)) return true;
  if (end + 60 > line.length && !/[\p{L}\p{N}]/u.test(right)) return true;
  const left = line.slice(Math.max(start, index - 40), index).trimEnd();
  if (/[?!][”’"']+$/.test(left)) return QUOTE_VERBS.test(right);
  if (left.length < 40 && /^[^\p{L}]*$/u.test(left)) return /^[^\p{N}]*$|^\d{1,3}\.$/u.test(left);
  if (!left.endsWith('.')) return false;
  const word = lastWord(left);
  const next = /^[\p{L}\p{N}.'-]+/u.exec(right)?.[0] ?? '';
  switch (behaviourOf(word)) {
    case 'never-last':
      return true;
    case 'before-number':
      return /^\p{N}/u.test(next);
    case 'time':
      return TIME_WORDS.has(next.replace(/\.$/, '').toLowerCase());
    case 'sometimes-last':
      return mayGoOn(next);
    default:
      return false;
  }
}

/** The letters, digits and inner stops right before the full stop at the end of `text`. */
function lastWord(text: string): string {
  let start = text.length - 1;
  while (start > 0 && WORD.test(text[start - 1]!)) start--;
  return text.slice(start, -1);
}

const WORD = /[\p{L}\p{N}.&]/u;

/** Whether a sentence that has just had an abbreviation may go on with `next`, rather than a new one beginning. */
function mayGoOn(next: string): boolean {
  return next !== '' && !OPENERS.has(next.toLowerCase().replace(/'.*$/, ''));
}
