import type { Span } from './span.ts';

/** The paragraphs of `text`: every line that holds more than white space, without the white space around it. */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of lines(text)) {
    const span = trimmed(text, line);
    if (span) spans.push(span);
  }
  return spans;
}

/** The lines of `text`, without their ends (`\n`, `\r\n`, `\r`, U+2028, U+2029, form feed). */
export function* lines(text: string): Generator<Span> {
  const breaks = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
  let start = 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    yield { start, end: match.index };
    start = breaks.lastIndex;
  }
  yield { start, end: text.length };
}

/** `span` without white space and invisible characters at its ends; null where nothing else is in it. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && BLANK.test(text[start]!)) start++;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

const BLANK = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/;
