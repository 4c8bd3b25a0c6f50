/**
 * A line of a page: where it begins and ends from the left, how high it stands from below, and how tall its letters
 * are.
 */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly size: number;
}

/** The paragraphs that the lines of `pages` form, without running heads and page numbers. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const lines = withoutRunningLines(pages).flat();
  const words = wordsOf(lines);
  const step = usualStep(lines);
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const paragraphs: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const parts = paragraphs.at(-1);
    if (!above || !parts || beginsParagraph(above, line, step, right)) paragraphs.push([line.text]);
    else parts.push(...joint(parts.pop()!, line.text, words));
  }
  return paragraphs.map((parts) => parts.join(''));
}

function beginsParagraph(above: PdfLine, line: PdfLine, step: number, right: number): boolean {
  if (Math.abs(line.size - above.size) > 0.1 * above.size) return true;
  const ended = /[.!?:…]["'”’)\]]*$/.test(above.text);
  const short = above.right < 0.8 * right;
  const indented = line.left > above.left + 0.7 * line.size;
  const drop = above.height - line.height;
  // Up again: the next column or page, where a paragraph may continue.
  if (drop <= 0) return ended && (short || indented);
  return drop > 1.3 * step || indented || (ended && short);
}

/** The usual distance between lines of a paragraph: that of the closest quarter. */
function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines
    .map((line, index) => (lines[index - 1]?.height ?? 0) - line.height)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[steps.length >> 2] ?? Number.POSITIVE_INFINITY;
}

/** Removes first and last lines that recur on most pages, apart from numbers, or are only numbers. */
function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const bare = (line: PdfLine) => line.text.replace(/\d+/g, '#').toLowerCase();
  const edges = (page: readonly PdfLine[]) =>
    [...new Set([...page.slice(0, 2), ...page.slice(-2)])].filter(
      (line) => line.text.length < LONGEST_RUNNING,
    );
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(bare))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page) => {
    const running = new Set(
      edges(page).filter(
        (line) =>
          !/\p{L}/u.test(line.text) || (pages.length >= 3 && counts.get(bare(line))! > pages.length / 2),
      ),
    );
    return page.filter((line) => !running.has(line));
  });
}

/** In UTF-16 units. Longer lines are prose, however often they recur. */
const LONGEST_RUNNING = 60;

/**
 * Joins two lines. A hyphen at the end of the first stays if the document has the hyphenated word elsewhere, or has
 * both halves as words but never the whole: a quotation must not lose a hyphen of its own.
 */
function joint(above: string, below: string, words: ReadonlySet<string>): [above: string, below: string] {
  const end = /(\p{L}+)-$/u.exec(above.slice(-60))?.[1]?.toLowerCase();
  const start = /^\p{Ll}+/u.exec(below)?.[0];
  if (end === undefined || start === undefined) return [above, ` ${below}`];
  const compound = words.has(`${end}-${start}`) || (words.has(end) && words.has(start));
  const stays = compound && !words.has(end + start);
  return [stays ? above : above.slice(0, -1), below];
}

/** The words that stand whole within lines, in lower case. */
function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [run] of text.toLowerCase().matchAll(/[\p{L}-]+/gu))
      if (!run.endsWith('-')) words.add(run.slice(run.lastIndexOf('--') + 1).replace(/^-/, ''));
  return words;
}
