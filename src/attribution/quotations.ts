import type { Span } from '../text/span.ts';

/** Words in quotation marks; the span includes the marks. */
export interface Quotation extends Span {
  /** The paragraph ends before the quotation does: it goes on in the next one. */
  readonly unclosed: boolean;
}

/**
 * The quotations of one paragraph of a normalised text, in order, double ones and single ones outside double ones.
 * A mark that is never closed counts only where it leads to the end of the paragraph.
 */
export function quotations(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  let double = -1;
  let single = -1;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text.charCodeAt(at);
    if (mark < 0x2018 || mark > 0x201d) continue;
    if (mark === 0x201c) {
      double = at;
    } else if (mark === 0x201d && double >= 0) {
      found.push({ start: double, end: at + 1, unclosed: false });
      double = -1;
      single = -1;
    } else if (mark === 0x2018 && double < 0) {
      single = at;
    } else if (mark === 0x2019 && double < 0 && single >= 0) {
      found.push({ start: single, end: at + 1, unclosed: false });
      single = -1;
    }
  }
  if (double >= 0) found.push({ start: double, end: paragraph.end, unclosed: true });
  return found;
}
