import type { Span } from './span.ts';

/** A word (letters or digits, with inner hyphens, full stops of abbreviations, separators of numbers) or one other character. */
export interface Token extends Span {
  readonly text: string;
  readonly type: 'word' | 'mark';
}

/**
 * The words and marks of `text` in order, with offsets; white space is left out.
 * `Ocasio-Cortez`, `U.S.`, `don't` and `1,200.5` are one word each; the possessive of `CNN's` is a word of its own (`'s`).
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const token = plainToken(text, start) ?? anyToken(text, start);
    if (token) found.push(token);
    start = token ? token.end : start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  }
  return found;
}

/** A token of plain letters, digits or one plain mark, which most are: they need no expression. Null for any other, and for none. */
function plainToken(text: string, start: number): Token | null {
  const first = text.charCodeAt(start);
  if (first >= 128 || first === APOSTROPHE || first <= SPACE) return null;
  const end = endOfPlain(text, start);
  if (end === start) return { start, end: start + 1, text: text[start]!, type: 'mark' };
  const next = end < text.length ? text[end]! : ' ';
  // What may join it to more letters, or to the digits of a number, or make it an abbreviation.
  if (next >= '\x80' || (end === start + 1 || first <= DIGIT ? ".,:-&'" : "-&'").includes(next)) return null;
  return { start, end, text: text.slice(start, end), type: 'word' };
}

function anyToken(text: string, start: number): Token | null {
  if (text.charCodeAt(start) === SPACE) return null;
  TOKEN.lastIndex = start;
  const match = TOKEN.exec(text);
  if (!match) return null;
  const [token, word] = match;
  return { start, end: start + token.length, text: token, type: word === undefined ? 'mark' : 'word' };
}

/** Where a run of letters without accents and digits ends that begins at `start`; `start` where none does. */
export function endOfPlain(text: string, start: number): number {
  let end = start;
  for (;;) {
    const unit = text.charCodeAt(end);
    const isPlain =
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= DIGIT);
    if (!isPlain) return end;
    end++;
  }
}

const SPACE = 32;
const APOSTROPHE = 39;
/** The last of the digits. */
const DIGIT = 57;

/** The words of `text` alone, as `tokens` finds them. */
export function words(text: string): Token[] {
  return tokens(text).filter((token) => token.type === 'word');
}

const LETTERS = String.raw`[\p{L}\p{M}\p{N}]`;
const APOSTROPHES = `['’‘‛ʼ]`;
const WORD = [
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`\p{N}+(?:[.,:]\p{N}+)+`,
  `${APOSTROPHES}[sS](?!${LETTERS})`,
  // An apostrophe belongs to the word (don't, O'Brien) unless it begins the possessive 's.
  `${LETTERS}+(?:(?:[-‐‑&]|${APOSTROPHES}(?![sS](?!${LETTERS})))${LETTERS}+)*`,
].join('|');
const TOKEN = new RegExp(`(${WORD})|[^\\s\\p{M}]`, 'uy');
