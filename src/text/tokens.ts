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
  for (const match of text.matchAll(TOKEN))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      type: match[1] === undefined ? 'mark' : 'word',
    });
  return found;
}

/** The words of `text` alone, as `tokens` finds them. */
export function words(text: string): Token[] {
  return tokens(text).filter((token) => token.type === 'word');
}

const LETTERS = String.raw`[\p{L}\p{M}\p{N}]`;
const APOSTROPHE = `['’‘‛ʼ]`;
const WORD = [
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`\p{N}+(?:[.,:]\p{N}+)+`,
  `${APOSTROPHE}[sS](?!${LETTERS})`,
  // An apostrophe belongs to the word (don't, O'Brien) unless it begins the possessive 's.
  `${LETTERS}+(?:(?:[-‐‑&]|${APOSTROPHE}(?![sS](?!${LETTERS})))${LETTERS}+)*`,
].join('|');
const TOKEN = new RegExp(`(${WORD})|[^\\s\\p{M}]`, 'gu');
