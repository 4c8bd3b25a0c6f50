import type { Span } from '../text/span.ts';
import { words } from './words.ts';

/** A word that no document has, and what was most likely meant. */
export interface Misspelt extends Span {
  readonly meant: string;
}

/** Shorter words have too many others near them; a word of this length, too many that differ in a letter. */
const SHORTEST = 5;
const LONGEST = 24;

/**
 * The words of `text` that no document has, where one that differs by a single slip does: spans of `text`, UTF-16, end exclusive.
 * `frequency` tells how many documents have a stem. What is written with a capital or digits is left alone: it may be a name.
 */
export function misspelt(text: string, frequency: (stem: string) => number): Misspelt[] {
  return words(text).flatMap(({ start, end, form }) => {
    const typed = text.slice(start, end);
    if (form.stop || !/^\p{Ll}+$/u.test(typed) || typed.length < SHORTEST || typed.length > LONGEST)
      return [];
    if (frequency(form.stem) > 0) return [];
    const meant = nearest(typed, frequency);
    return meant === null ? [] : [{ start, end, meant }];
  });
}

/** The most frequent word one slip away, by the likeliest sort of slip that leads to any. */
function nearest(typed: string, frequency: (stem: string) => number): string | null {
  for (const slips of typed.length > SHORTEST ? SLIPS : SLIPS.slice(0, 2)) {
    let best: string | null = null;
    let most = 0;
    for (const written of new Set(slips(typed))) {
      const [word] = words(written);
      const found = word && !word.form.stop ? frequency(word.form.stem) : 0;
      if (found > most) [best, most] = [written, found];
    }
    if (best !== null) return best;
  }
  return null;
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** What may have been meant by a word, by sort of slip, likeliest first; its first letter is always right. */
const SLIPS: readonly ((typed: string) => string[])[] = [
  // Two letters the wrong way round, or one instead of two.
  (typed) => [
    ...places(typed).map(
      (at) => typed.slice(0, at) + typed.slice(at + 1, at + 2) + typed[at] + typed.slice(at + 2),
    ),
    ...places(typed).map((at) => typed.slice(0, at) + typed[at] + typed.slice(at)),
  ],
  // One left out, or one too many.
  (typed) => [
    ...places(typed).flatMap((at) => LETTERS.map((letter) => typed.slice(0, at) + letter + typed.slice(at))),
    ...LETTERS.map((letter) => typed + letter),
    ...places(typed).map((at) => typed.slice(0, at) + typed.slice(at + 1)),
  ],
  // One instead of another.
  (typed) =>
    places(typed).flatMap((at) => LETTERS.map((letter) => typed.slice(0, at) + letter + typed.slice(at + 1))),
];

/** Where a slip may be: anywhere behind the first letter. */
const places = (typed: string): number[] => Array.from({ length: typed.length - 1 }, (_, at) => at + 1);
