import { lines, trimmed } from '../text/paragraphs.ts';

/** A line that is not blank, trimmed. */
export interface RawLine {
  readonly text: string;
  /** Whether a blank line comes before it. */
  readonly gap: boolean;
  /** The white space between the previous line and this one. */
  readonly before: string;
}

/** The lines of `raw`. If it is hard-wrapped, the lines of a paragraph are joined, each line end becoming a space. */
export function unwrapped(raw: string): RawLine[] {
  const found: RawLine[] = [];
  let gap = false;
  let end = 0;
  for (const line of lines(raw)) {
    const span = trimmed(raw, line);
    if (span) {
      found.push({ text: raw.slice(span.start, span.end), gap, before: raw.slice(end, span.start) });
      end = span.end;
    }
    gap = !span;
  }
  if (!isHardWrapped(found)) return found;
  const joined: { text: string; gap: boolean; before: string }[] = [];
  const widest = found.reduce((most, line) => Math.max(most, line.text.length), 0);
  let open = false;
  for (const line of found) {
    const above = joined.at(-1);
    if (above && open && !line.gap && !/^[•●▪*-] /.test(line.text)) above.text += ` ${line.text}`;
    else joined.push({ ...line });
    open = line.text.length >= 0.6 * widest || !/[.!?:]["'”’)]*$/.test(line.text);
  }
  return joined;
}

/** Whether lines have nearly the same width and break in mid sentence, with blank lines between paragraphs. */
function isHardWrapped(lines: readonly RawLine[]): boolean {
  let breaks = 0;
  let wide = 0;
  let midSentence = 0;
  for (const [index, { text }] of lines.entries()) {
    if (text.length > 120) return false;
    const next = lines[index + 1];
    if (!next || next.gap) continue;
    breaks++;
    if (text.length >= 45) wide++;
    if (/^\p{Ll}/u.test(next.text)) midSentence++;
  }
  return breaks >= 3 && wide >= 0.7 * breaks && midSentence >= 0.5 * breaks;
}
