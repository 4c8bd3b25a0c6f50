import { overlaps, type Span } from '../text/span.ts';
import { LONGEST, type Reading, spanOf, startsOf, tokensOf, type Window } from './reading.ts';
import { formOf, Trait } from './words.ts';

/**
 * What is shown of a window: it, with as many whole sentences after and before it as an excerpt holds, clear of what is
 * `taken`. Sentences of its own paragraph come first. The answer often stands beside what matches.
 */
export function fill({ reading, first, last, span }: Window, taken: readonly Span[]): Filled {
  const sentence = (at: number) => (reading.marks[at] ? spanOf(reading, at) : undefined);
  const wider = ({ start, end }: Span, by: Span | undefined): Span | null => {
    if (!by) return null;
    const both = { start: Math.min(start, by.start), end: Math.max(end, by.end) };
    return both.end - both.start <= LONGEST && !taken.some((one) => overlaps(one, both)) ? both : null;
  };
  const whole = span.start === spanOf(reading, first).start && span.end === spanOf(reading, last).end;
  const together = (at: number) => inOneParagraph(sentence(at), sentence(at + 1));
  let filled = span;
  const widen = (anywhere: boolean) => {
    for (let more = whole; more; ) {
      const next = anywhere || together(last) ? wider(filled, sentence(last + 1)) : null;
      const previous = !next && (anywhere || together(first - 1)) ? wider(filled, sentence(first - 1)) : null;
      if (next) last++;
      if (previous) first--;
      filled = next ?? previous ?? filled;
      more = next !== null || previous !== null;
    }
  };
  widen(false);
  // The beginning of the next sentence of the same paragraph tells more than another paragraph.
  if (!together(last)) widen(true);
  const following = whole ? sentence(last + 1) : undefined;
  const shown = following && taken.some((one) => overlaps(one, following));
  const goesOn = following && !shown && together(last);
  const until = goesOn ? beginning(reading, last + 1, filled.start + LONGEST) : null;
  return { span: filled, until: until ?? filled.end };
}

/** Whole sentences, and how far an excerpt may go on into the next one: `span.end` if it may not. */
export interface Filled {
  readonly span: Span;
  readonly until: number;
}

/**
 * Whether one sentence follows another in the same paragraph. More than one character between them is a paragraph
 * break.
 */
const inOneParagraph = (before: Span | undefined, after: Span | undefined): boolean =>
  before !== undefined && after !== undefined && after.start - before.end <= 1;

/** The index does not know where a word of this width or more ends. */
const WIDEST = 255;

/** A beginning shorter than this, in characters, tells nothing. */
const TELLING = 30;

/**
 * Where the longest useful beginning of a sentence ends, at `limit` or before. It ends at a mark, or where a stop word
 * follows another word, so that no name or phrase is cut in two. Null if hardly anything is left.
 */
function beginning(reading: Reading, sentence: number, limit: number): number | null {
  const { tokens, gap, formTraits, formHash, formWidth } = reading.segment;
  const { start } = spanOf(reading, sentence);
  const { from } = tokensOf(reading, sentence);
  const starts = startsOf(reading, sentence);
  let end = start;
  for (let k = 0; k < starts.length - 1; k++) {
    const [form, next] = [tokens[from + k]!, tokens[from + k + 1]!];
    const width = formWidth[form]!;
    const close = starts[k]! + width;
    if (close > limit || width === WIDEST) break;
    if (formTraits[form]! & Trait.stop) continue;
    const parted = formTraits[next]! & Trait.stop && formHash[next] !== OF;
    if (parted || gap[from + k + 1]! > width + 1) end = close;
  }
  return end - start < TELLING ? null : end;
}

/** "The Secretary of State" is one phrase. */
const OF = formOf('of').foldedHash;
