import type { Span } from '../text/span.ts';
import type { Gazetteer } from './gazetteer.ts';
import {
  COLLECTIVES,
  COMMON,
  FUNCTION,
  isGivenName,
  isPlace,
  ORGANISATION_HEADS,
  ORGANISATION_TAILS,
  ORGANISATION_WORDS,
  TITLES,
} from './lexicon.ts';
import { isAcronym, type Reading, type Word } from './reading.ts';
import { CONNECTIVES } from './runs.ts';
import { isSubject } from './usage.ts';

/** Where an organisation that begins at `at` ends, judged by its words. Null if none begins there. */
export function organisationEnd(reading: Reading, at: number, end: number): number | null {
  const { words } = reading;
  let last: number | null = null;
  for (let i = at; i < end; i++) {
    const { lower } = words[i]!;
    const noun = lastPart(lower);
    // "Elm Harbor General Hospital"
    const kind = lower === 'general' && i + 1 < end && ORGANISATION_WORDS.has(words[i + 1]!.lower);
    if (i > at && TITLES.has(lower) && !kind && !ORGANISATION_HEADS.has(lower)) break;
    if (ORGANISATION_HEADS.has(lower) && i + 2 < end && CONNECTIVES.has(words[i + 1]!.lower) && i - at < 4) {
      last = i + 2;
      while (
        last < end &&
        !TITLES.has(words[last]!.lower) &&
        !(last > i + 3 && isGivenName(words[last]!.text) && last + 1 < end)
      )
        last++;
      i = last - 1;
    } else if (
      i > at &&
      (ORGANISATION_WORDS.has(lower) || (i + 1 === end && isTail(noun) && hasOwnName(reading, at, i)))
    )
      last = i + 1;
  }
  while (last !== null && last > at + 1 && isLink(words[last - 1]!.lower)) last--;
  if (last !== null && last < end && words[last]!.text === '.') last++;
  // "Will Smith Foundation": fine; "Bill Gates Told Congress": not an organisation.
  return last;
}

/** "journal" of "courier-journal" */
const lastPart = (word: string): string => word.slice(word.lastIndexOf('-') + 1);
const isTail = (word: string): boolean => ORGANISATION_TAILS.has(word) || ORGANISATION_WORDS.has(word);

/**
 * Whether a name has a word of its own before its last: "Elm Water" is a body; "Clean Water", "de Water" and "Omar Bee"
 * are not.
 */
function hasOwnName({ words }: Reading, first: number, last: number): boolean {
  if (!words[last - 1]!.capital) return false;
  if (last - first === 1 && isFirstName(words[first]!.text) && !words[last]!.lower.endsWith('s'))
    return false;
  return words.slice(first, last).some(({ lower, mark }) => !mark && !COMMON.has(lower));
}
const isFirstName = (word: string): boolean => isGivenName(word) && !isPlace(word);

/**
 * Whether the abbreviation behind a name has letters for two more words before it: "Farms and Rivers Authority (FRA)".
 */
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
 * The institution of a place that speaks at the word `index`, with its name: "the Chinese government", "the British
 * foreign ministry", "Springfield police". Null if there is none, or if it is only mentioned.
 */
export function armOfPlace(
  reading: Reading,
  index: number,
  known: Gazetteer,
): (Span & { readonly name: string }) | null {
  const { words, plain } = reading;
  if (!words[index]!.joined || !followsCapital(reading, index) || !ARMS.has(words[index]!.lower)) return null;
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

/** Whether the word before, or the one before that, has a capital: most have none, and need not be looked up. */
const followsCapital = ({ words }: Reading, index: number): boolean =>
  index > 0 && (words[index - 1]!.capital || (index > 1 && words[index - 2]!.capital));

const isPartOfName = ({ capital, lower }: Word): boolean => capital && !FUNCTION.has(lower);
const ARMS = new Set('government military army police ministry embassy parliament navy'.split(' '));
const PORTFOLIOS = new Set(
  'foreign defence defense interior finance health commerce trade justice energy state city national federal'.split(
    ' ',
  ),
);

const isLink = (lower: string): boolean => CONNECTIVES.has(lower) || lower === 'the';

/** Kinds of bodies that a state may have under the same name as the nation. */
const STATE_OWN = new Set(['department', 'agency', 'government', 'committee', 'party', 'court']);

/**
 * Where the name of a state's own body ends if it contains a national one: "Ohio Department of Justice". Null if it
 * does not.
 */
export function stateBodyEnd(
  reading: Reading,
  at: number,
  end: number,
  place: NonNullable<ReturnType<Gazetteer['match']>>,
  gazetteer: Gazetteer,
): number | null {
  if (place.entry.kind !== 'state' || !reading.words[at + place.length]?.joined) return null;
  const body = gazetteer.match(reading, at + place.length);
  const last = at + place.length + (body?.length ?? 0);
  if (body?.entry.type !== 'organisation' || !STATE_OWN.has(body.entry.kind) || last > end) return null;
  // "Ohio State Department of Health"
  return reading.words[last]?.lower === 'of' ? organisationEnd(reading, at, end) : last;
}

interface Named {
  readonly name: string;
}

/** The one body that a single word of its name means: "the Post", "Harvard". Null where it could be several. */
export function bodyByWord<Body extends Named>(bodies: readonly Body[], word: string): Body | null {
  const begun = bodies.filter(
    ({ name }) =>
      name.startsWith(`${word} `) &&
      !OF_THE_HOUSE.test(name) &&
      !EPONYMOUS.has(name.slice(word.length + 1).toLowerCase()),
  );
  if (begun.length === 1) return begun[0]!;
  if (!isTail(lastPart(word.toLowerCase()))) return null;
  const ended = bodies.filter(({ name }) => name.endsWith(` ${word}`));
  return ended.length === 1 ? ended[0]! : null;
}

/**
 * The one body whose words begin with the letters of an abbreviation: "the EHA", "UKHA" for the UK Harbor Authority.
 * Null if none or several do.
 */
export function bodyByLetters<Body extends Named>(bodies: readonly Body[], acronym: string): Body | null {
  if (!isAcronym(acronym)) return null;
  const letters = acronym.replace(/[.&]/g, '');
  if (letters.length < SHORTEST) return null;
  const found = bodies.filter(({ name }) => initials(name) === letters);
  return found.length === 1 ? found[0]! : null;
}

/** Two letters fit too many names. */
const SHORTEST = 3;
const initials = (name: string): string => (name.match(/(?<![\p{L}\p{N}])\p{Lu}+/gu) ?? []).join('');

/** Parts of a chamber, not the chamber: "House Ferry Committee". */
const OF_THE_HOUSE = /^House (?!of )/;

/** Bodies called after people: their first word alone means the person. */
const EPONYMOUS = new Set([
  ...COLLECTIVES,
  ...'foundation organization organisation university library center centre institute family report law hotel tower'.split(
    ' ',
  ),
]);
