import type { Span } from '../text/span.ts';

/** Words in quotation marks; the span includes the marks. */
export interface Quotation extends Span {
  /** The paragraph ends, or would in print, before the quotation does: it goes on in the next one. */
  readonly unclosed: boolean;
}

/**
 * The quotations of one paragraph of a normalised text, in order, double ones and single ones outside double ones, or around them.
 * A mark that is never closed counts only where it leads to the end of the paragraph; a single one only where the next paragraph
 * begins with another.
 */
export function quotations(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  let double = -1;
  let single = -1;
  /** How many quotations stand before the single mark that is open. */
  let before = 0;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text.charCodeAt(at);
    if (mark < 0x2018 || mark > 0x201d) continue;
    if (mark === 0x201c && !(at === paragraph.start && LABEL.test(text.slice(at, at + LONGEST_LABEL)))) {
      // Paragraphs run together: “The barn is gone. “We lost the goats.”
      if (double >= 0 && ENDED.test(text.slice(at - 2, at)) && !SAID.test(text.slice(double, at)))
        found.push({ start: double, end: at - 1, unclosed: true });
      double = at;
    } else if (mark === 0x201d && double >= 0) {
      found.push({ start: double, end: at + 1, unclosed: false });
      double = -1;
      if (!speaks(text, paragraph, single)) single = -1;
    } else if (mark === 0x2018 && double < 0) {
      single = at;
      before = found.length;
    } else if (mark === 0x2019 && double < 0 && single >= 0) {
      if (found.length === before || STOPS.test(text[at - 1]!)) {
        found.splice(before, found.length, { start: single, end: at + 1, unclosed: false });
      }
      single = -1;
    }
  }
  if (double >= 0) found.push({ start: double, end: paragraph.end, unclosed: true });
  else if (speaks(text, paragraph, single) && NEXT_OPENS.test(text.slice(paragraph.end, paragraph.end + 8)))
    found.splice(before, found.length, { start: single, end: paragraph.end, unclosed: true });
  return found;
}

/** Whether a single mark opens what somebody says: at the beginning of a paragraph, or behind a comma or a colon. */
function speaks(text: string, paragraph: Span, at: number): boolean {
  return at === paragraph.start || (at > paragraph.start + 1 && /[,:] /.test(text.slice(at - 2, at)));
}

/** A mark before the name of whoever has the turn, where each paragraph of a transcript begins with one: “MERZ: We lost the barn. */
const LABEL = /^“\p{Lu}{2}[\p{Lu} .'-]*: /u;
const LONGEST_LABEL = 40;
const ENDED = /[.?!…] $/;
/** Where somebody says it before the quotation ends, a closing mark is missing. */
const SAID = /[,?!]\S? (?:[^,.?!“]{1,40} )?(?:said|says|told|added|wrote|asked|explained|noted)\b/;
const STOPS = /[.,?!…]/;
const NEXT_OPENS = /^\s*\n\s*‘/;
