import { bound } from '../text/ascending.ts';
import { normalise } from '../text/normalise.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { tokens } from '../text/tokens.ts';

/** A word or mark of a text, with what helps to tell names from other words. */
export interface Word extends Span {
  /** As in the normalised text: `'` for every apostrophe. */
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  readonly mark: boolean;
  /** Whether it is the first word of its sentence, or comes right behind an opening quotation mark or a colon. */
  readonly initial: boolean;
  /** Whether it stands in a line with nearly all words capitalised. */
  readonly headline: boolean;
  /** Whether it is part of a name that signs the words before it: "— Ruth Hill". */
  readonly signed: boolean;
  /** Between double quotation marks. */
  readonly quoted: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Whether a single space, or nothing, separates it from the word before. */
  readonly joined: boolean;
}

/** A text cut into words. */
export interface Reading {
  readonly text: string;
  readonly plain: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Span[];
  /** Index of the first word that starts at or after `offset`. */
  at(offset: number): number;
  /** Index of the sentence that holds `offset`, or of the last one before it. */
  sentenceAt(offset: number): number;
}

/**
 * Cuts `text` into words. Keeps the last result, since finding people and finding speakers read the same text in turn.
 */
export function read(text: string): Reading {
  if (last?.text !== text) last = readAnew(text);
  return last;
}

let last: Reading | null = null;

/** "al-Assad" counts too: within a sentence its article has no capital. */
const CAPITAL = /^(?:(?:al|el)-)?\p{Lu}/u;

/**
 * Whether a word begins with a capital. Most words begin with a plain letter, which is quicker to test without a
 * regular expression.
 */
function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 128 && word[2] !== '-' ? first >= 65 && first <= 90 : CAPITAL.test(word);
}

function readAnew(text: string): Reading {
  const plain = normalise(text);
  const spans = sentences(text);
  const words: Word[] = [];
  let sentence = 0;
  let seen = -1;
  let headline = false;
  let name = NOWHERE;
  let quoted = false;
  let lead = true;
  let before = 0;
  for (const token of tokens(plain)) {
    while (sentence + 1 < spans.length && spans[sentence + 1]!.start <= token.start) sentence++;
    if (sentence !== seen) {
      seen = sentence;
      lead = true;
      if (before < token.start && plain.slice(before, token.start).includes('\n')) quoted = false;
      const span = spans[sentence] ?? NOWHERE;
      headline = isHeadline(plain.slice(span.start, span.end));
      name = signature(plain, span, sentence > 0 ? spans[sentence - 1]! : span);
    }
    const mark = token.type === 'mark';
    const signed = name.start <= token.start && token.start < name.end;
    if (token.text === '”') quoted = false;
    words.push({
      start: token.start,
      end: token.end,
      text: token.text,
      lower: lowered(token.text),
      capital: !mark && isCapital(token.text),
      mark,
      initial: lead && !mark,
      headline: headline && !signed,
      signed,
      quoted,
      sentence,
      joined: token.start - before === 0 || (token.start - before === 1 && plain[before] === ' '),
    });
    if (token.text === '“') quoted = true;
    lead = mark ? lead || LEADERS.has(token.text) : false;
    before = token.end;
  }
  return {
    text,
    plain,
    words,
    sentences: spans,
    at: (offset) => firstFrom(words, offset),
    sentenceAt: (offset) => {
      const next = firstFrom(spans, offset + 1);
      return Math.max(0, next - 1);
    },
  };
}

/**
 * The word in lower case. Most already are. V8 lower-cases slowly in a text that has curly quotation marks, so this
 * tests first.
 */
function lowered(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 128 || (unit >= 65 && unit <= 90)) return word.toLowerCase();
  }
  return word;
}

const LEADERS = new Set(['“', '‘', ':', '—', '–', '•', '|', '·', '*']);

/** Whether a word is written like an abbreviation: "DHS", "D.H.S.". */
export const isAcronym = (text: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}\p{N}&-]{1,7}|(?:\p{Lu}\.){2,})$/u.test(text);

/** Index of the first span that starts at or after `offset`. */
function firstFrom(spans: readonly Span[], offset: number): number {
  return bound(spans.length, (i) => spans[i]!.start < offset);
}

/**
 * The span of a name that signs the words before it: "Ruth Hill, Elm Courier" behind a quotation, "— Ruth Hill (@hill)
 * May 4" behind a post. Empty if the sentence has none.
 */
function signature(plain: string, { start, end }: Span, before: Span): Span {
  if (plain[before.end - 1] === '”' && NAME_AND_OUTLET.test(plain.slice(start, end))) return { start, end };
  const account = plain.slice(start, end).lastIndexOf(' (@');
  if (account < 0) return NOWHERE;
  const dash = /[—–-] [^—–\n]{3,50}$/.exec(plain.slice(start, start + account));
  return dash ? { start: start + dash.index + 2, end: start + account } : NOWHERE;
}

const NOWHERE: Span = { start: 0, end: 0 };

const NAME_AND_OUTLET = /^(?!(?:The )?Editor)\p{Lu}[^,\n\d]{3,30}, [^,\n]{1,30}[^,\n.?!]$/u;

/** Whether nearly all longer words of a sentence without a full stop are capitalised. */
function isHeadline(sentence: string): boolean {
  if (/[.,;]["”’')]?$/.test(sentence)) return false;
  let long = 0;
  let capital = 0;
  for (const [word] of sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)) {
    if (word.length < 4 && !isCapital(word)) continue;
    long++;
    if (isCapital(word) || /^\p{N}/u.test(word)) capital++;
  }
  return long >= 4 && capital / long >= 0.75;
}
