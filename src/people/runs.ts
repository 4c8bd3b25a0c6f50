import type { Span } from '../text/span.ts';
import type { Entry, Gazetteer } from './gazetteer.ts';
import {
  FUNCTION,
  isGivenName,
  ORGANISATION_HEADS,
  ORGANISATION_WORDS,
  PARTICLES,
  ROLE_HEADS,
  ROLES,
  SUFFIXES,
  TIME,
  TITLES,
} from './lexicon.ts';
import type { Reading, Word } from './reading.ts';

/** A stretch of capitalised words that may name somebody. `first` and `last` are word indices, `last` exclusive. */
export interface Candidate extends Span {
  readonly first: number;
  readonly last: number;
  /** `name`: nothing tells whether it is a person or an organisation. */
  readonly type: 'person' | 'organisation' | 'name';
  /** Its entry in the tables, or null. */
  readonly entry: Entry | null;
  /** Index of the first word of a title or role right before it, or null. */
  readonly title: number | null;
  /** Told by its form (a known first name, a title, an organisation word), not only by its capitals. */
  readonly sure: boolean;
}

/** Makes a candidate of the words from `first` to `last`, exclusive: an organisation unless `what` says otherwise. */
export function candidate(
  reading: Reading,
  first: number,
  last: number,
  { entry = null, title = null, sure = true, type }: Partial<Omit<Candidate, keyof Span>> = {},
): Candidate {
  return {
    start: reading.words[first]!.start,
    end: reading.words[last - 1]!.end,
    first,
    last,
    type: type ?? (entry?.type === 'person' ? 'person' : 'organisation'),
    entry,
    title,
    sure,
  };
}

/** Where the run of capitalised words that begins at `first` ends, exclusive. Returns `first` if none begins there. */
export function runEnd(reading: Reading, first: number, gazetteer: Gazetteer): number {
  const { words } = reading;
  const opening = gazetteer.match(reading, first);
  let end = opening ? first + opening.length : isWord(reading, first) ? first + 1 : first;
  if (end === first) return first;
  let joinedOf = false;
  for (;;) {
    const next = words[end];
    if (!next || (!next.joined && next.text !== ',')) return end;
    const known = next.capital ? gazetteer.match(reading, end) : null;
    if (known) end += known.length;
    else if (isWord(reading, end)) end++;
    else if (next.text === '.' && isAbbreviation(words[end - 1]!.text) && joinedWord(reading, end + 1))
      end += 2;
    else if (PARTICLES.has(next.lower) && !next.mark && next.lower !== 'a' && particleGoesOn(reading, end))
      end++;
    else if (next.text === '&' && joinedWord(reading, end + 1)) end += 2;
    else if (ownsBody(reading, end)) end += 2;
    else if (next.text === ',' && SUFFIXES.has(words[end + 1]?.lower ?? '') && words[end + 1]!.joined)
      end += 2;
    else if (next.lower === 'and' && isPair(words[end - 1]!, words[end + 1])) end += 2;
    else if (CONNECTIVES.has(next.lower) && headed(reading, first, end, next.lower, joinedOf)) {
      const skip = words[end + 1]?.lower === 'the' ? 2 : 1;
      if (!joinedWord(reading, end + skip)) return end;
      joinedOf = true;
      end += skip + 1;
    } else return end;
  }
}

const isWord = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  if (word?.capital !== true || CONTRACTED.test(word.lower)) return false;
  if (MONTHS.has(word.lower) && isSurnameHere(reading, index)) return true;
  if (GIVEN_TOO.has(word.text) && isFirstNameHere(reading, index)) return true;
  if (FUNCTION.has(word.lower)) return isInitial(reading, index);
  return !TIME.has(word.lower);
};

/** First names that are also words or months. */
const GIVEN_TOO = new Set(['Will', 'Jan', 'April', 'May', 'June']);

/** Whether a word is a first name behind a role: "writer Will Hunter", "Rep. Jan Hunter". */
function isFirstNameHere({ words }: Reading, index: number): boolean {
  const before = words[words[index - 1]?.text === '.' ? index - 2 : index - 1];
  const next = words[index + 1];
  if (!before || !next?.capital || !next.joined || FUNCTION.has(next.lower)) return false;
  return !words[index]!.initial && (TITLES.has(before.lower) || ROLES.has(before.lower));
}

/** "A." and "I." between the names of one person. */
function isInitial(reading: Reading, index: number): boolean {
  const { words } = reading;
  return (
    words[index]!.text.length === 1 &&
    words[index + 1]?.text === '.' &&
    words[index + 1]!.start === words[index]!.end &&
    isGivenName(words[index - 1]?.text ?? '')
  );
}

/** Whether the possessive at `mark` is part of a body's name: "Women's Law Center", "Farmers' Union". */
function ownsBody(reading: Reading, mark: number): boolean {
  const { words } = reading;
  const owner = words[mark - 1]!;
  const { text, start } = words[mark]!;
  if ((text !== "'s" && text !== "'") || start !== owner.end || !OWNERS.has(owner.lower)) return false;
  for (let i = mark + 1; i < mark + 4 && joinedWord(reading, i); i++)
    if (ORGANISATION_WORDS.has(words[i]!.lower)) return true;
  return false;
}

const OWNERS = new Set(
  `women men children people veterans workers farmers teachers students nurses writers citizens parents lawyers prosecutors
  firefighters drivers pilots actors players sheriffs governors mayors attorneys consumers taxpayers tenants retirees
  physicians doctors patients employers builders bankers manufacturers journalists reporters correspondents`.split(
    /\s+/,
  ),
);

/** "We've", "Don't" */
const CONTRACTED = /'(?:ve|re|ll|d|m|t)$/;
/** Months that are also surnames or first names: "Theresa May". */
const MONTHS = new Set(['may', 'june', 'april', 'august', 'march']);
const ADDRESSES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'lady', 'lord']);

function isSurnameHere(reading: Reading, index: number): boolean {
  const stop = reading.words[index - 1]?.text === '.' ? 1 : 0;
  const before = reading.words[index - 1 - stop];
  const after = reading.words[index + 1];
  return (
    before?.capital === true &&
    (ADDRESSES.has(before.lower) || (stop === 0 && isGivenName(before.text))) &&
    !MONTHS.has(before.lower) &&
    reading.words[index]!.joined &&
    !/^\d/.test(after?.text ?? '')
  );
}

/** Words that may join capitalised words into one name: "Department of Labor". */
export const CONNECTIVES = new Set(['of', 'for', 'on', 'and', 'to', 'in']);

/** Whether two capitalised words are the portfolio of one office: "(House) Ways and Means (Committee)". */
export const isPair = (left: Word, right: Word | undefined): boolean =>
  left.capital &&
  PAIRED.has(left.lower) &&
  right?.capital === true &&
  right.joined &&
  !TITLES.has(right.lower);
const PAIRED = new Set(
  'ways energy health housing education oversight transportation science culture digital work agriculture customs citizenship environment food business'.split(
    ' ',
  ),
);

const joinedWord = (reading: Reading, index: number): boolean =>
  isWord(reading, index) && reading.words[index]!.joined;

function particleGoesOn(reading: Reading, index: number): boolean {
  for (let i = index + 1; i < index + 4; i++) {
    if (joinedWord(reading, i)) return true;
    if (!PARTICLES.has(reading.words[i]?.lower ?? '')) return false;
  }
  return false;
}

const isAbbreviation = (text: string): boolean =>
  /^\p{Lu}$/u.test(text) || ABBREVIATED.has(text.toLowerCase());
const ABBREVIATED = new Set(
  'mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt sgt cmdr adm rev hon st ft jr sr supt det insp amb atty pres'.split(
    ' ',
  ),
);

/** Whether a connective may follow the words from `first` to `end`: "Department of", "Committee on", "Secretary of". */
function headed(
  reading: Reading,
  first: number,
  end: number,
  connective: string,
  joinedOf: boolean,
): boolean {
  const before = reading.words[end - 1]!.lower;
  if (connective === 'and' || connective === 'in') {
    if (!joinedOf || connective === 'in') return false;
    // "Secretary of State Ruth Hill and": here the portfolio is over.
    for (let i = first; i + 1 < end; i++)
      if (isGivenName(reading.words[i]!.text) && reading.words[i + 1]!.capital) return false;
    for (let i = first; i < end; i++) if (LISTING.has(reading.words[i]!.lower)) return true;
    return false;
  }
  if (connective === 'to') return before === 'ambassador' || before === 'adviser' || before === 'envoy';
  return (
    ORGANISATION_HEADS.has(before) ||
    ((connective === 'of' || connective === 'for') && ROLE_HEADS.has(before))
  );
}

/** Bodies whose names list their portfolio: "Committee on Oversight and Government Reform". */
const LISTING = new Set(
  'department committee subcommittee ministry office center centre institute council bureau commission association secretary minister directorate administrator commissioner board conference'.split(
    ' ',
  ),
);
