import type { Span } from '../text/span.ts';

/**
 * Text of an article as a block quotation. A reader sees exactly its characters, with the words under `bold` in bold.
 * Nothing in it becomes markup, a mention, a link or an emoji code, and no line of it leaves the quotation.
 */
export function quotation(text: string, bold: readonly Span[] = []): string {
  const marks = merged(bold.map((span) => whole(text, span)));
  return lines(text)
    .map((line) => `> ${emphasised(text, line, marks)}`)
    .join('\n');
}

/**
 * Text from a member, an article or a file name, for use within one of our lines: one line, shown exactly except for
 * white space and invisible characters.
 */
export function data(text: string): string {
  return escapeLine(plain(text));
}

/** A text on one line, without invisible characters. */
export function plain(text: string): string {
  return text
    .replace(UNSHOWABLE, '')
    .replace(DIRECTING, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Reverses `data`. */
export function undata(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** An article's own link, or null. Only http and https are allowed, and nothing in it can end the link early. */
export function target(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const safe = href.replace(/[()<>\\\s*_~|`[\]]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length <= 512 ? safe : null;
}

/** Characters without a visible form that do not change how others look: controls, unpaired surrogates. */
const UNSHOWABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffb\p{Surrogate}]/gu;

/**
 * Characters that change the direction of what follows, or take no room. A quotation keeps them, since they belong to
 * the article.
 */
const DIRECTING =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

function lines(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const end of text.matchAll(LINE_END)) {
    found.push({ start, end: end.index });
    start = end.index + end[0].length;
  }
  found.push({ start, end: text.length });
  return found;
}

function emphasised(text: string, line: Span, marks: readonly Span[]): string {
  let shown = '';
  let at = line.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, line.end);
    if (start >= end || text.slice(start, end).trim() === '') continue;
    shown += escapePart(text.slice(at, start), at === line.start);
    shown += `**${escapePart(text.slice(start, end), start === line.start)}**`;
    at = end;
  }
  shown += escapePart(text.slice(at, line.end), at === line.start);
  return shown + closing(text.slice(line.start, line.end));
}

function escapePart(part: string, startsLine: boolean): string {
  const clean = part.replace(UNSHOWABLE, '');
  return startsLine ? escapeLine(clean) : escapeInline(clean);
}

/** Discord hides a backslash before any of these, so what is seen stays the same. */
function escapeInline(text: string): string {
  return text.replace(/[\\*_~`|<>[\]@]|:(?=\S)/g, '\\$&');
}

/** Also escapes what at the beginning of a line would make it a heading, a list, a quotation or small print. */
function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/**
 * The characters that end every change of direction still open at the end of a line, so that it stays within the line.
 */
function closing(line: string): string {
  const open: string[] = [];
  for (const mark of line.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (mark === '\u202c' || mark === '\u2069') {
      if (open.at(-1) === mark) open.pop();
    } else open.push(mark >= '\u2066' ? '\u2069' : '\u202c');
  }
  return open.reverse().join('');
}

/** Widens the span to whole characters. */
function whole(text: string, { start, end }: Span): Span {
  const within = (at: number) =>
    /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
  return { start: within(start) ? start - 1 : start, end: within(end) ? end + 1 : end };
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) result.push(span);
  }
  return result;
}
