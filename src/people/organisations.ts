import type { Span } from '../text/span.ts';
import type { Gazetteer } from './gazetteer.ts';
import { FUNCTION, isGivenName, ORGANISATION_HEADS, ORGANISATION_WORDS, TITLES } from './lexicon.ts';
import { isAcronym, type Reading, type Word } from './reading.ts';
import { CONNECTIVES } from './runs.ts';
import { isSubject } from './usage.ts';

/** Where an organisation that begins at `at` ends, judged by its words; null where there is none. */
export function organisationEnd(reading: Reading, at: number, end: number): number | null {
  const { words } = reading;
  let last: number | null = null;
  for (let i = at; i < end; i++) {
    const { lower } = words[i]!;
    if (i > at && TITLES.has(lower) && !ORGANISATION_HEADS.has(lower)) break;
    if (ORGANISATION_HEADS.has(lower) && i + 2 < end && CONNECTIVES.has(words[i + 1]!.lower) && i - at < 4) {
      last = i + 2;
      while (
        last < end &&
        !TITLES.has(words[last]!.lower) &&
        !(last > i + 3 && isGivenName(words[last]!.text) && last + 1 < end)
      )
        last++;
      i = last - 1;
    } else if (ORGANISATION_WORDS.has(lower) && i > at) last = i + 1;
  }
  while (last !== null && last > at + 1 && isLink(words[last - 1]!.lower)) last--;
  if (last !== null && last < end && words[last]!.text === '.') last++;
  // "Will Smith Foundation": fine; "Bill Gates Told Congress": not an organisation.
  return last;
}

/** Whether the abbreviation behind a name takes in two words before it: "Farms and Rivers Authority (FRA)". */
export function isSpelledOut({ words }: Reading, start: number, end: number): boolean {
  const short = words[end]?.text === '(' ? words[end + 1]!.text : '';
  const first = words[start - 2];
  return (
    isAcronym(short) &&
    words[start - 1]?.lower === 'and' &&
    first?.capital === true &&
    first.text[0] === short[0] &&
    words[start]!.text[0] !== short[0]
  );
}

/**
 * What a place has that speaks at the word `index`, with its name: "the Chinese government", "the British foreign ministry",
 * "Springfield police"; null where there is none or it only is spoken of.
 */
export function armOfPlace(
  reading: Reading,
  index: number,
  known: Gazetteer,
): (Span & { readonly name: string }) | null {
  const { words, plain } = reading;
  if (!ARMS.has(words[index]!.lower) || !words[index]!.joined) return null;
  let first = index - 1;
  if (PORTFOLIOS.has(words[first]?.lower ?? '')) first--;
  while (first > 0 && words[first]!.capital && isPartOfName(words[first - 1]!)) first--;
  if (first < 0 || words[first]!.headline) return null;
  const before = words[words[first - 1]?.lower === 'the' ? first - 2 : first - 1];
  if (!isSubject(reading, index) && before?.lower !== 'to') return null;
  const found = known.match(reading, first);
  if (found?.entry.type !== 'place') return null;
  const arm = words[first + found.length]!;
  if (arm !== words[index] && !PORTFOLIOS.has(arm.lower)) return null;
  const { start } = words[first]!;
  const { end } = words[index]!;
  const place =
    found.entry.name === 'United States' ? 'U.S.' : plain.slice(start, words[first + found.length - 1]!.end);
  return { start, end, name: `${place} ${plain.slice(arm.start, end)}`.replace(/\s+/g, ' ') };
}

const isPartOfName = ({ capital, lower }: Word): boolean => capital && !FUNCTION.has(lower);
const ARMS = new Set('government military army police ministry embassy parliament navy'.split(' '));
const PORTFOLIOS = new Set(
  'foreign defence defense interior finance health commerce trade justice energy state city national federal'.split(
    ' ',
  ),
);

const isLink = (lower: string): boolean => CONNECTIVES.has(lower) || lower === 'the';
