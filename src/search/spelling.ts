import { overlaps, type Span } from '../text/span.ts';
import { placeOf } from './english.ts';
import { fold, words } from './words.ts';

/** A word that no document has, and the word most likely meant, as documents write it. */
export interface Misspelt extends Span {
  readonly meant: string;
}

/** What is known of the words of all documents. */
export interface Vocabulary {
  /** How many documents have words with this stem. */
  documentsWith(stem: string): number;
  /** Whether some document has exactly this word, in lower case and without accents. */
  has(folded: string): boolean;
}

/** Shorter words have too many others near them. A word of this length has too many that differ in a letter. */
const SHORTEST = 5;
const LONGEST = 24;
/** How many stems count as English for sure: the most frequent ones. The rarer ones include common slips. */
const ENGLISH = 30_000;
/** From this many unknown words on, they are no slips but another language, or typed to keep us busy. */
const TOO_MANY = 8;

/**
 * The words of `text` that no document has while some document has a word that differs by a single slip. Spans of
 * `text`, UTF-16, end exclusive. English words are left alone even if a small corpus lacks them: "cause" is no slip for
 * its "case". So are words with capitals or digits, which may be names, and words in quotation marks.
 */
export function misspelt(text: string, vocabulary: Vocabulary): Misspelt[] {
  const quoted = Array.from(text.matchAll(QUOTATION), ({ 0: { length }, index: start }) => ({
    start,
    end: start + length,
  }));
  const unknown = words(text).filter((word) => {
    const typed = text.slice(word.start, word.end);
    if (word.form.stop || !/^\p{Ll}+$/u.test(typed)) return false;
    if (typed.length < SHORTEST || typed.length > LONGEST) return false;
    if (placeOf(word.form.stemHash) < ENGLISH) return false;
    return vocabulary.documentsWith(word.form.stem) === 0 && !quoted.some((span) => overlaps(span, word));
  });
  if (unknown.length >= TOO_MANY) return [];
  return unknown.flatMap(({ start, end }) => {
    const meant = nearest(text.slice(start, end), vocabulary);
    return meant === null ? [] : [{ start, end, meant }];
  });
}

const QUOTATION = /["“][^"“”]*["”]/g;

/** The most frequent word one slip away, by the likeliest kind of slip that leads to any. */
function nearest(typed: string, vocabulary: Vocabulary): string | null {
  for (const slips of typed.length > SHORTEST ? SLIPS : SLIPS.slice(0, 2)) {
    let best: string | null = null;
    let most = 0;
    for (const written of new Set(slips(typed))) {
      // The index knows the stem of "mills", which "milles" has too.
      if (!vocabulary.has(fold(written))) continue;
      const [word] = words(written);
      if (!word || word.form.stop) continue;
      const found = vocabulary.documentsWith(word.form.stem);
      if (found > most) [best, most] = [written, found];
    }
    if (best !== null) return best;
  }
  return null;
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** What may have been meant by a word, by kind of slip, likeliest first. The first letter counts as right. */
const SLIPS: readonly ((typed: string) => string[])[] = [
  // Two letters the wrong way round, or one letter instead of two.
  (typed) => [
    ...places(typed).map(
      (at) => typed.slice(0, at) + typed.slice(at + 1, at + 2) + typed[at] + typed.slice(at + 2),
    ),
    ...places(typed).map((at) => typed.slice(0, at) + typed[at] + typed.slice(at)),
  ],
  // A letter missing, or one too many.
  (typed) => [
    ...places(typed).flatMap((at) => LETTERS.map((letter) => typed.slice(0, at) + letter + typed.slice(at))),
    ...LETTERS.map((letter) => typed + letter),
    ...places(typed).map((at) => typed.slice(0, at) + typed.slice(at + 1)),
  ],
  // One letter instead of another.
  (typed) =>
    places(typed).flatMap((at) => LETTERS.map((letter) => typed.slice(0, at) + letter + typed.slice(at + 1))),
];

/** Where a slip may be: anywhere behind the first letter. */
const places = (typed: string): number[] => Array.from({ length: typed.length - 1 }, (_, at) => at + 1);
