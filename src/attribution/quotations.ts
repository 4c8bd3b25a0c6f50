import type { Span } from '../text/span.ts';

/** Words in quotation marks; the span includes the marks. */
export interface Quotation extends Span {
  /** The paragraph ends before the quotation does: it goes on in the next one. */
  readonly unclosed: boolean;
}

/**
 * `text` with every double quotation mark as `"`, every apostrophe and single mark as `'` and every odd space as
 * a space. It has the same length, so that offsets into one are offsets into the other.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'")
    .replace(/[\u00a0\u2000-\u200b\u202f\u3000\t\r]/g, ' ')
    .replace(/(?<=[\s(]|^)''(?=\S)/g, ' "')
    .replace(/''/g, '" ');
}

/**
 * The quotations of one paragraph of a normalised text, in order. A mark opens or closes by what stands beside it
 * and not by its shape, since scraped text closes with opening marks and opens with closing ones.
 */
export function quotations(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (
    let at = text.indexOf('"', paragraph.start);
    at >= 0 && at < paragraph.end;
    at = text.indexOf('"', at + 1)
  ) {
    const before = at > paragraph.start ? text[at - 1]! : ' ';
    const after = at + 1 < paragraph.end ? text[at + 1]! : ' ';
    const opens = /[\s([\-\u2013\u2014/:']/.test(before) && !/\s/.test(after);
    if (open >= 0 && !(opens && /\s/.test(before))) {
      found.push({ start: open, end: at + 1, unclosed: false });
      open = -1;
    } else if (opens || /[\p{L}\p{N}]/u.test(after)) {
      // When a quotation is open already, it was never closed and is dropped.
      open = at;
    }
  }
  if (open >= 0) found.push({ start: open, end: trimmedEnd(text, paragraph), unclosed: true });
  return found;
}

function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
