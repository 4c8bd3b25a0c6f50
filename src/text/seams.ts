import { overlaps, type Span } from './span.ts';

/**
 * Stands in a document's text between two lines that do not follow each other so where they come from: something between them
 * was left out, or the white space between them was another. Words on both sides of it are no excerpt.
 */
export const SEAM = '\n\f\n';

/** The stretch of `span` without a seam that holds most of `wanted`; of equal ones the longest, `span` itself where it has none. */
export function unbroken(text: string, span: Span, wanted: readonly Span[] = []): Span {
  const stretches: Span[] = [];
  let start = span.start;
  for (let at = text.indexOf('\f', start); at >= 0 && at < span.end; at = text.indexOf('\f', at + 1)) {
    stretches.push(inside(text, { start, end: at }));
    start = at + 1;
  }
  if (stretches.length === 0) return span;
  stretches.push(inside(text, { start, end: span.end }));
  const held = (stretch: Span): number =>
    wanted.filter((each) => overlaps(stretch, each)).length + (stretch.end - stretch.start) / text.length;
  return stretches.reduce((best, stretch) => (held(stretch) > held(best) ? stretch : best));
}

/** Without the line ends beside the seam. */
function inside(text: string, { start, end }: Span): Span {
  return {
    start: start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0),
    end: start + text.slice(start, end).trimEnd().length,
  };
}
