import { COMMON, isPlace, ORGANISATION_WORDS, PARTICLES, SPEECH } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { isRoleNoun, KIN_OF, RELATIVES, rolesAround } from './roles.ts';
import type { Candidate } from './runs.ts';

/**
 * Whether a name of several words and unknown kind acts like a person's: it speaks, has a role or an age, or `all`
 * names of the text show its `surname` alone elsewhere.
 */
export function actsLikePerson(
  reading: Reading,
  candidate: Candidate,
  surname: string,
  all: readonly Candidate[],
): boolean {
  const { words, plain } = reading;
  const { first, last } = candidate;
  if (last - first > 4) return false;
  const next = words[last];
  const previous = words[first - 1];
  if (
    next &&
    !next.mark &&
    (SPEECH.has(next.lower) ||
      next.lower === 'who' ||
      (BEFORE_SPEECH.has(next.lower) && SPEECH.has(words[last + 1]?.lower ?? ''))) &&
    !ORGANISATION_WORDS.has(words[last - 1]!.lower)
  )
    return true;
  // A turn in a transcript: "RUTH HILL:".
  if (
    next?.text === ':' &&
    words[first]!.initial &&
    words.slice(first, last).every(({ text }) => IN_CAPITALS.test(text))
  )
    return last - first > 1 && !words.slice(first, last).some(({ lower }) => COMMON.has(lower));
  if (previous && words[first]!.joined && (isRoleNoun(previous.lower) || SAID.has(previous.lower)))
    return true;
  // Signed: “The barn is gone.” Ruth Hill, Elm Courier
  if (words[first]!.signed && words[first]!.initial && couldBePersonal(reading, candidate)) return true;
  if (next?.text === ',') {
    const behind = words[last + 1];
    // "the foreign minister, Ruth Hill, said", "the company's head of research, Ruth Hill, said"
    if (previous?.text === ',' && hasRoleBefore(reading, first - 1)) return true;
    if (PERSONAL.has(behind?.lower ?? '') && couldBePersonal(reading, candidate)) return true;
    if (speaksBehindApposition(reading, last) && couldBePersonal(reading, candidate)) return true;
    if (/^\d\d$/.test(behind?.text ?? '')) return true;
  }
  if (rolesAround(reading, candidate).length > 0) return true;
  return all.some(
    (other) =>
      other.last - other.first === 1 &&
      other.start > candidate.start &&
      other.type !== 'organisation' &&
      plain.slice(other.start, other.end) === surname,
  );
}

/** Whether a single word of unknown kind acts like a name: it speaks, or `all` names of the text show it again. */
export function actsLikeName(reading: Reading, candidate: Candidate, all: readonly Candidate[]): boolean {
  const { words } = reading;
  const word = words[candidate.first]!;
  const next = words[candidate.last];
  const previous = words[candidate.first - 1];
  if (next && (SPEECH.has(next.lower) || isBodyByKind(reading, candidate.last))) return true;
  if (
    next &&
    BEFORE_SPEECH.has(next.lower) &&
    (next.lower === 'has' || !COMMON.has(word.lower)) &&
    SPEECH.has(words[candidate.last + 1]?.lower ?? '')
  )
    return true;
  if (previous && SAID.has(previous.lower) && word.joined) return true;
  if (isRelative(reading, candidate)) return true;
  if (COMMON.has(word.lower)) return false;
  const same = all.filter(
    (other) => other.last - other.first === 1 && words[other.first]!.text === word.text,
  );
  return same.filter((other) => !words[other.first]!.initial).length >= 2;
}

/** Whether a relation stands right before a name: "her husband Tom". */
export const isRelative = ({ words }: Reading, { first }: Candidate): boolean =>
  RELATIVES.has(words[first - 1]?.lower ?? '') && KIN_OF.has(words[first - 2]?.lower ?? '');

/** Whether the surname at `index` speaks or owns something here: "Rounds said", "Hill, who", "Park's". */
export function isSubject({ words }: Reading, index: number): boolean {
  let at = index + 1;
  if (words[at]?.text === "'s" || words[at]?.lower === 'who') return true;
  if (words[at]?.text === ',') return words[at + 1]?.lower === 'who';
  while (at < index + 4 && (BEFORE_SPEECH.has(words[at]?.lower ?? '') || words[at]?.lower.endsWith('ly')))
    at++;
  return SPEECH.has(words[at]?.lower ?? '');
}

/** Whether the word at `index` means the person with that surname, and not the word or place it also is. */
export function namesBearer(reading: Reading, index: number): boolean {
  const { words } = reading;
  const next = words[index + 1];
  if (isSubject(reading, index) || FINITE.has(next?.lower ?? '')) return true;
  if (!isPlace(words[index]!.text) || next?.text === ',' || next?.capital) return false;
  return !LOCAL.has(words[index - 1]?.lower ?? '');
}

/** Verb forms that follow a single person. */
const FINITE = new Set('is was has had will would did does'.split(' '));
/** Prepositions that stand before places. */
const LOCAL = new Set('in from at near of to outside around across'.split(' '));

/** Whether every word of a name could be part of a person's: "Wounded Warriors" and "D-Springfield" could not. */
function couldBePersonal({ words }: Reading, { first, last }: Candidate): boolean {
  for (let i = first; i < last; i++) {
    const { capital, lower, mark } = words[i]!;
    if (!capital && !mark && !PARTICLES.has(lower)) return false;
    if (PARTY.test(lower) || ORGANISATION_WORDS.has(lower)) return false;
    if (lower.endsWith('s') && (COMMON.has(lower) || COMMON.has(lower.slice(0, -1)))) return false;
  }
  return true;
}

/**
 * Whether the comma at `index` begins an apposition, with a verb of speech behind it: ", a former receiver on the team,
 * said".
 */
function speaksBehindApposition({ words }: Reading, index: number): boolean {
  const article = words[index + 1]?.lower;
  if (article !== 'a' && article !== 'an') return false;
  let head = index + 2;
  while (words[head]?.mark === false && !ATTACHING.has(words[head]!.lower)) head++;
  const noun = words[head - 1]!.lower;
  if (ORGANISATION_WORDS.has(noun) || BODIES.has(noun)) return false;
  let end = head;
  while (end < index + LONGEST_APPOSITION && words[end] && !STOPPING.has(words[end]!.text)) end++;
  return words[end]?.text === ',' && SPEECH.has(words[end + 1]?.lower ?? '');
}

/** In words. */
const LONGEST_APPOSITION = 16;
const ATTACHING = new Set('of for at in on with from to by who that which and or'.split(' '));
const STOPPING = new Set([',', '.', ';', ':', '“', '”', '(']);
/** Nouns for what only bodies are. */
const BODIES = new Set(
  'maker retailer manufacturer publisher developer provider chain brand startup nonprofit charity website outlet venture'.split(
    ' ',
  ),
);

/** Whether the words at `index` say that the name before them is a body's: "the Tasnim news agency". */
function isBodyByKind({ words }: Reading, index: number): boolean {
  const { lower } = words[index]!;
  return (
    lower === 'newspaper' ||
    lower === 'magazine' ||
    (lower === 'news' && words[index + 1]?.lower === 'agency')
  );
}

/** Whether a role stands right before the comma at `index`. */
function hasRoleBefore({ words }: Reading, index: number): boolean {
  for (let i = index - 1; i >= index - 9 && i >= 0 && words[i]!.text !== ','; i--)
    if (isRoleNoun(words[i]!.lower)) return true;
  return false;
}

/** Words that may stand between a name and its verb of speech. */
const BEFORE_SPEECH = new Set(
  'has had have also then later recently previously repeatedly often once'.split(' '),
);
const SAID = new Set(['said', 'says', 'added', 'asked', 'wrote', 'tweeted', 'explained', 'argued']);
const IN_CAPITALS = /^\p{Lu}[\p{Lu}.'-]*$/u;
const PARTY = /^[dri]-/;
/** Words that, behind a comma, follow the name of a person and not of a body. */
const PERSONAL = new Set(['who', 'whose']);
