import {
  COMMON,
  isGivenName,
  isPlace,
  NOT_NAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  SPEECH,
  THINGS,
  TIME,
  TITLES,
} from './lexicon.ts';
import { isNoName, isRunTogether, SURNAMES } from './no-names.ts';
import { isAcronym, type Reading } from './reading.ts';
import { isRoleNoun } from './roles.ts';
import { type Candidate, candidate } from './runs.ts';

/**
 * The words from `from` to `end` as a person's name or, with `allowUnknown`, as a name of unknown kind. Null if they
 * are no name. `title` is where the title before them begins, or null.
 */
export function personIn(
  reading: Reading,
  from: number,
  end: number,
  title: number | null,
  allowUnknown: boolean,
): Candidate | null {
  const { words } = reading;
  const at = nameStart(reading, from, end);
  // "Police Scotland", at the beginning of a sentence too.
  if (at === from + 1 && end - at === 1 && words[from]!.lower === 'police' && isPlace(words[at]!.text))
    return candidate(reading, from, end);
  let last = end;
  while (last > at && (words[last - 1]!.mark || PARTICLES.has(words[last - 1]!.text))) last--;
  if (last <= at) return null;
  if (last - at > 1) return longName(reading, at, last, title, allowUnknown);
  return allowUnknown ? shortName(reading, at, title) : null;
}

/** Skips words that begin no name or only stand before one. */
function nameStart(reading: Reading, from: number, end: number): number {
  const { words } = reading;
  let at = from;
  // The first word of a sentence is always capitalised: "Asked Trump", "Will Trump", "Singer Ruth Hill".
  while (
    at < end - 1 &&
    words[at]!.initial &&
    !words[at]!.signed &&
    !PARTICLES.has(words[at]!.lower) &&
    (COMMON.has(words[at]!.lower) || (isRoleNoun(words[at]!.lower) && !isGivenName(words[at]!.text))) &&
    !(isGivenName(words[at]!.text) && end - at === 2 && !isGivenName(words[at + 1]!.text))
  )
    at++;
  while (at < end && (words[at]!.mark || isNoName(reading, at, end))) at++;
  // "for Management Ruth Hill"
  if (
    end - at >= 3 &&
    (COMMON.has(words[at]!.lower) || OFFICE_TAIL.has(words[at]!.lower) || isTrade(words[at]!.lower)) &&
    !isGivenName(words[at]!.text) &&
    isGivenName(words[at + 1]!.text)
  )
    at++;
  // "DNI Ruth Hill": the initials of her office or body.
  if (
    end - at >= 3 &&
    (IN_LETTERS.test(words[at]!.text) || CONSTABLES.has(words[at]!.text)) &&
    isGivenName(words[at + 1]!.text)
  )
    at++;
  return at;
}

/** A name of one word. */
function shortName(reading: Reading, at: number, title: number | null): Candidate | null {
  const { words } = reading;
  const only = words[at]!;
  if (
    only.text.length < 2 ||
    LEGAL_FORMS.has(only.lower) ||
    NOT_NAMES.has(only.lower) ||
    PARTY_AND_PLACE.test(only.text)
  )
    return null;
  const titled = title !== null && title < at;
  if (!titled && TIME.has(only.lower)) return null;
  const before = words[words[at - 1]?.text === '.' ? at - 2 : at - 1];
  if (THINGS.has(only.lower) && !(titled && TITLES.has(before!.lower))) return null;
  if (
    !titled &&
    only.initial &&
    !ORGANISATION_WORDS.has(only.lower) &&
    (COMMON.has(only.lower) || SPEECH.has(only.lower))
  )
    return null;
  const type = titled && !isAcronym(only.text) ? 'person' : 'name';
  return candidate(reading, at, at + 1, { title, type, sure: titled });
}

/** A name of several words. */
function longName(
  reading: Reading,
  at: number,
  end: number,
  title: number | null,
  allowUnknown: boolean,
): Candidate | null {
  const words = reading.words.slice(at, end);
  const [first, second] = words;
  const tail = words.at(-1)!.lower;
  if (words.length > 5 || (words.length > 2 && isRunTogether(reading, at, end))) return null;
  if (words.some(({ lower }) => PARTICIPLE.test(lower))) return null;
  // "Dale County Sheriff"
  if (words.slice(1).some(({ lower }) => REGIONS.has(lower))) return null;
  const isGiven = isGivenName(first!.text);
  if (THINGS.has(tail) && !isGiven) return null;
  if (NOT_NAMES.has(tail) && title === null && !(isGiven && SURNAMES.has(tail))) return null;
  const given = isGiven || (/^\p{Lu}\.?$/u.test(first!.text) && second!.text === '.');
  if (given && THINGS.has(tail) && title === null && words.length > 2) return null;
  const sure = given || title !== null;
  return sure || allowUnknown
    ? candidate(reading, at, end, { title, type: sure ? 'person' : 'name', sure })
    : null;
}

const IN_LETTERS = /^\p{Lu}{3,}$/u;
/** Whether the end of a word shows it is a trade: "Brexiteer", "Neuroscientist", "Congress-watcher". */
const isTrade = (lower: string): boolean =>
  isRoleNoun(lower) || /\p{Ll}{3}(?:teer|ist)$|-\p{Ll}+er$/u.test(lower);
/** Ranks of the British police. */
const CONSTABLES = new Set(['PC', 'DC', 'DS', 'DI']);
/** "Springfield-based" is no name. */
const PARTICIPLE = /-(?:issued|based|led|backed|owned|run|born|style|era|controlled|sponsored|funded|wide)$/;
/** "D-Calif" */
const PARTY_AND_PLACE = /^[DRI]-\p{Lu}/u;
/** Words that make a first name part of a place. */
const REGIONS = new Set(['county', 'township', 'borough', 'parish']);
const LEGAL_FORMS = new Set(['inc', 'llc', 'ltd', 'corp', 'plc', 'co', 'llp']);

/** Second words of offices: "Homeland Security", "Human Services", "Urban Development". */
export const OFFICE_TAIL = new Set(
  'security services service affairs development rights staff relations trade safety reform intelligence works resources delegates commons representatives lords police justice general'.split(
    ' ',
  ),
);
