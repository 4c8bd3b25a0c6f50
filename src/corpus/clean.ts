import { OPENERS } from '../text/abbreviations.ts';
import { SEAM } from '../text/seams.ts';
import { sentences } from '../text/sentences.ts';
import { clutter, LONGEST_CLUTTER } from './clutter.ts';
import type { Clutter } from './clutter-rules.ts';
import { dateOf, outletOf } from './metadata.ts';
import { type RawLine, unwrapped } from './unwrap.ts';

/** An article without the clutter around it. */
export interface Cleaned {
  /** The title line, if there is one. It is not part of `text`. */
  readonly title: string | null;
  readonly author: string | null;
  /** The newspaper, agency or the like that a line of its own above the article names, or null. */
  readonly outlet: string | null;
  /** The ISO 8601 date stated above the article, or null. */
  readonly published: string | null;
  /**
   * The article's paragraphs as they are in `raw`, with the breaks between them, line ends as `
   *
   * `. Where something else was removed between two paragraphs, there is a seam.
   */
  readonly text: string;
}

type Label = 'title' | 'prose' | Clutter;

/**
 * Finds the article in `raw`. Every line gets a label, and only title and prose are kept. No kept line is altered,
 * except for white space at its ends. A known `title` is removed from the text instead of being looked for.
 */
export function clean(raw: string, title: string | null = null): Cleaned {
  const page = labelled(raw, title);
  let text = '';
  let dropped = false;
  for (const line of page) {
    if (line.label === 'prose') {
      const between = dropped || !PLAIN_BREAK.test(line.before) ? SEAM : line.before.replace(/\r\n?/g, '\n');
      text += (text === '' ? '' : between) + line.raw;
    }
    dropped = line.label !== 'prose';
  }
  const head = page.slice(0, page.findIndex((line) => line.label === 'prose') + 1);
  return {
    title: title ?? page.find((line) => line.label === 'title')?.raw ?? null,
    author: first(head, (line) => (line.label === 'byline' ? authorOf(line.raw) : null)),
    outlet: first(head, (line) =>
      line.label === 'prose' || line.label === 'title' ? null : outletOf(line.raw),
    ),
    published: first(head, (line) =>
      line.label === 'date' || line.label === 'byline' ? dateOf(line.raw) : null,
    ),
    text,
  };
}

/** White space that only makes a line end or a blank line. */
const PLAIN_BREAK = /^[ \t\u00a0]{0,4}(?:\r\n?|\n)[ \t\u00a0]{0,4}(?:(?:\r\n?|\n)[ \t\u00a0]{0,4})?$/;

interface Line {
  label: Label | null;
  /** The line as it is in the text, without white space at its ends. */
  readonly raw: string;
  /** For comparing: lower case, plain quotation marks, single spaces, no bullet, no outer brackets. */
  readonly plain: string;
  readonly words: number;
  /** Whether it ends like a sentence. */
  readonly ends: boolean;
  /** The white space before it. */
  readonly before: string;
}

/** The lines of `raw` that are not blank, in order, each with its label. */
function labelled(raw: string, title: string | null): Line[] {
  const page = unwrapped(raw).map(toLine);
  for (const line of page)
    line.label = /\p{L}/u.test(line.raw) ? clutter(line.plain, line.words, 'anywhere') : 'separator';
  // "Opinion: …" and "Video: …" lead to other pages, except at the top of their own.
  if (page[0]?.label === 'related' && page[0].words >= 4) page[0].label = null;
  labelComments(page);
  labelHead(page, title);
  labelTail(page);
  labelLists(page);
  for (const line of page) line.label ??= 'prose';
  // If there is only a headline, that is what can be quoted.
  if (title === null && !page.some((line) => line.label === 'prose'))
    for (const line of page) if (line.label === 'title') line.label = 'prose';
  return page;
}

function toLine({ text: raw, before }: RawLine): Line {
  const words = wordCount(raw);
  const ends = /[.!?…:;—]["'”’“‘)\]]*$/.test(raw.slice(-8));
  return {
    label: null,
    raw,
    plain: raw.length > LONGEST_CLUTTER ? '' : comparable(raw),
    words,
    ends,
    before,
  };
}

function wordCount(text: string): number {
  let count = 0;
  for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) count++;
  return count + 1;
}

function comparable(raw: string): string {
  let plain = raw.toLowerCase();
  if (/[^\x20-\x7e]/.test(plain))
    plain = plain
      .replace(/[“”„‟]/g, '"')
      .replace(/[‘’‚‛′`´]/g, "'")
      .replace(/\s/g, ' ');
  plain = plain.replace(/ {2,}/g, ' ').replace(/^[•●▪◦·*»>|►▶–—-]+ ?(?=\S)/, '');
  if (/[*_|› ]$/.test(plain)) plain = plain.slice(0, -1).trimEnd();
  return OUTER_BRACKETS.exec(plain)?.[1]?.trim() ?? plain;
}

const OUTER_BRACKETS = /^(?:\((?=[^()]*\)$)|\[(?=[^[\]]*\]$))(.*).$/;

/** Whether a line looks like prose: a sentence with an end, or too long for anything else. */
function isProse(line: Line): boolean {
  return line.label === null && ((line.ends && line.words >= 3) || line.words >= 30);
}

/** Whether most of the longer words are capitalised, as headlines are. */
function isTitleCase(line: Line): boolean {
  const long = line.raw.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.length >= 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.75 * long.length;
}

const COMMENTS_BEGIN =
  /^(?:leave (?:a|your) (?:reply|comment)|post a comment|(?:\d+|one|two|three) (?:comments?|responses?|thoughts? on|replies)|comments?(?: ?\(?\d+\)?)?$|comments have been|have your say)/;

/** Readers' comments are not the article: everything below their heading goes. */
function labelComments(page: readonly Line[]): void {
  const total = page.reduce((sum, line) => sum + (isProse(line) ? line.raw.length : 0), 0);
  let before = 0;
  for (const [index, line] of page.entries()) {
    if (isProse(line)) before += line.raw.length;
    if (line.label !== 'comments' || before === 0 || !COMMENTS_BEGIN.test(line.plain)) continue;
    const form = page.slice(index + 1, index + 5).some(({ label }) => label === 'comments');
    if (!form && (before < 400 || before < total / 3)) continue;
    for (const rest of page.slice(index)) rest.label ??= 'comments';
    return;
  }
}

/** Labels title, byline, date and menus above the article. */
function labelHead(page: readonly Line[], known: string | null): void {
  const first = page.findIndex(isProse);
  const end = first < 0 ? page.length : first;
  const head = page.slice(0, Math.min(end, LONGEST_HEAD));
  for (const line of head) line.label ??= isByline(line) ? 'byline' : clutter(line.plain, line.words, 'head');
  const open = head.filter((line) => line.label === null);
  const title = known ?? (titleAmong(open) ?? titledProse(page[end], page[end + 1]))?.raw;
  if (first >= 0) for (const line of open) if (isName(line) && line.raw !== title) line.label = 'byline';
  if (title === undefined) return;
  let above = known === null || open.some((line) => isTitle(line, known));
  for (const line of page.slice(0, Math.max(head.length, NEAR_TITLE))) {
    if (isTitle(line, title)) {
      line.label = 'title';
      above = false;
    } else if (line.label === null && head.includes(line) && first >= 0) {
      if (above) line.label = 'menu';
      else if (line.words <= 4 && !line.ends) line.label = 'byline';
    }
  }
}

/** Within how many lines the title may be repeated. */
const NEAR_TITLE = 10;
const LONGEST_HEAD = 40;

function titleAmong(lines: readonly Line[]): Line | undefined {
  const fit = lines.filter(
    (line) => line.words >= 2 && line.words <= 40 && !isName(line) && !/[.…:;,]["'”’)]*$/.test(line.raw),
  );
  return fit.find((line) => line.words >= 3) ?? fit[0];
}

/** UTF-16 units. */
const LONGEST_NAME = 100;

/** Whether a line is an outlet, or two or three capitalised words, most likely the author's name. */
function isName(line: Line): boolean {
  if (outletOf(line.raw) !== null) return true;
  if (line.words > 3 || line.ends || line.raw.length > LONGEST_NAME) return false;
  if (!/^(?:\p{Lu}\S* ?){2,3}$/u.test(line.raw)) return false;
  return !line.plain.split(' ').some((word) => OPENERS.has(word) || word.endsWith("'s"));
}

/** Whether a first line that ends like a sentence is a headline nevertheless. */
function titledProse(line: Line | undefined, next: Line | undefined): Line | undefined {
  if (!line || !next || line.words > 25) return undefined;
  if (/[.?!]$/.test(line.raw) && line.words >= 5 && isTitleCase(line)) return line;
  const asks = /[?!]$/.test(line.raw) && line.words <= 18 && next.words > line.words;
  return asks && sentences(line.raw).length === 1 ? line : undefined;
}

/** Whether the line repeats the title, perhaps with the outlet's name behind it. */
function isTitle(line: Line, title: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (line.raw.length > title.length + 60) return false;
  const bare = letters(title);
  const here = letters(line.raw);
  return (
    here === bare ||
    (bare.length >= 20 && here.startsWith(bare) && /\s[|–—-]\s/.test(line.raw.slice(title.length - 2)))
  );
}

/** Labels bios, credits, related headlines and menus below the article. */
function labelTail(page: readonly Line[]): void {
  if (!page.some(isProse)) return;
  let sentences = 0;
  const loose: Line[] = [];
  for (let index = page.length - 1; index > 0; index--) {
    const line = page[index]!;
    if (line.label !== null) continue;
    const label = isByline(line) ? 'byline' : clutter(line.plain, line.words, 'tail');
    if (line.ends && ++sentences > 4) break;
    if (label !== null) line.label = label;
    else if (looseLine(line) !== null) loose.push(line);
    else break;
  }
  // A long run of them is a list in the article: signatories, results.
  if (loose.length <= LONGEST_FOOT) for (const line of loose) line.label = looseLine(line);
}

const LONGEST_FOOT = 12;

/** The label of a line below the last sentence that is no sentence itself; null if it is one. */
function looseLine(line: Line): Clutter | null {
  if (line.ends) return null;
  if (line.words <= 4) return 'menu';
  return line.words <= 20 && isTitleCase(line) ? 'related' : null;
}

/** Labels lists of headlines behind "Related:", lists of tags, and menu items among other clutter. */
function labelLists(page: readonly Line[]): void {
  let left = 0;
  for (const [index, line] of page.entries()) {
    if (line.label === 'related') left = line.words <= 6 ? 12 : left;
    else if (line.label === null) {
      const loose = !line.ends && line.words <= 20;
      if (left-- > 0 && loose) line.label = 'related';
      else left = 0;
      if (isTagList(line)) line.label = 'tags';
      const above = page[index - 1]?.label;
      const below = page[index + 1]?.label;
      if (loose && line.words <= 3 && isFurniture(above) && isFurniture(below)) line.label = 'menu';
    }
  }
}

function isFurniture(label: Label | null | undefined): boolean {
  return (
    label === 'menu' || label === 'share' || label === 'pages' || label === 'comments' || label === 'related'
  );
}

/** `border wall, asylum, ann marlow`: short items in lower case between commas, and no sentence. */
function isTagList(line: Line): boolean {
  if (line.ends || line.words > 60) return false;
  // Blanks are removed in a separate step: one expression for both would try a run of them from each of its places.
  const items = line.raw
    .split(/[,|•·#]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length < 3 || !items.every((item) => /\p{L}/u.test(item) && item.split(' ').length <= 5))
    return false;
  return line.raw === line.raw.toLowerCase() && !/["“”]/.test(line.raw);
}

function isByline(line: Line): boolean {
  return !line.ends && line.words <= 16 && BYLINE.test(line.raw);
}

/** The names that a byline gives ("By Ann Dale and Bo Roe, Staff Writers"), or null. */
function authorOf(byline: string): string | null {
  return AUTHOR.exec(byline)?.[1] ?? null;
}

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:de|van|von|bin|al|la|del|di|\p{Lu}[\p{L}.'’-]*)){1,3}`;
const BY = '(?:(?:Written|Posted|Story|Analysis|Opinion|Reported|Article|Published) )?[Bb][Yy]:? ';
const BYLINE = new RegExp(String.raw`^${BY}\p{Lu}`, 'u');
const AUTHOR = new RegExp(`^${BY}(${NAME}(?:(?:, ${NAME})*,? (?:and|&) ${NAME})?)`, 'u');

function first<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}
