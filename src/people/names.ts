import type { Entry, Gazetteer } from './gazetteer.ts';
import {
  COMMON,
  isGivenName,
  NOT_NAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  ROLE_PREFIXES,
  SUFFIXES,
  THINGS,
  TITLES,
} from './lexicon.ts';
import { isSpelledOut, organisationEnd, stateBodyEnd } from './organisations.ts';
import { OFFICE_TAIL, personIn } from './personal.ts';
import { isAcronym, type Reading } from './reading.ts';
import { type Candidate, CONNECTIVES, candidate, runEnd } from './runs.ts';

/** The stretches of capitalised words in a text that may be names of people or organisations, in order. */
export function findCandidates(reading: Reading, gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const { words } = reading;
  for (let i = 0; i < words.length; i++) {
    const { capital, headline } = words[i]!;
    if (capital && !headline) {
      const end = runEnd(reading, i, gazetteer);
      if (end === i) continue;
      new Cutter(reading, i, end, gazetteer, found).cut();
      i = end - 1;
      continue;
    }
    const known = knownWithoutCapital(reading, i, gazetteer);
    if (!known) continue;
    found.push(candidate(reading, i, i + known.length, { entry: known.entry }));
    i += known.length - 1;
  }
  return found;
}

/** A known name at a word without a capital, or in a headline, where capitals tell nothing. Null if there is none. */
function knownWithoutCapital(reading: Reading, at: number, gazetteer: Gazetteer): Known | null {
  const { words } = reading;
  const word = words[at]!;
  const known = word.mark ? null : gazetteer.match(reading, at);
  if (!known || !worth(known.entry)) return null;
  // "The state department of health" belongs to a state.
  if (!word.headline) return words[at + known.length]?.lower === 'of' ? null : known;
  return known.entry.sure || known.length > 1 || isAcronym(word.text) ? known : null;
}

const worth = (entry: Entry): entry is Entry => entry.type !== 'place';

const isTitle = (lower: string): boolean =>
  TITLES.has(lower) || ROLE_PREFIXES.has(lower) || HYPHENATED.test(lower);
/** "then-Commissioner", "ex-President", "vice-chairman", "Mother-of-two" */
const HYPHENATED =
  /^(?:then|ex|vice|co|deputy|acting)-|^(?:mother|father|mum|dad)-of-|-(?:elect|nominee|designate|general)$/;

/** Cuts a run of capitalised words into titles, places, organisations and people, and adds the names to `found`. */
class Cutter {
  private readonly reading: Reading;
  private readonly end: number;
  private readonly gazetteer: Gazetteer;
  private readonly found: Candidate[];
  /** The next word. */
  private at: number;
  /** Where the title before the next word begins; null if there is none. */
  private title: number | null = null;

  constructor(reading: Reading, first: number, end: number, gazetteer: Gazetteer, found: Candidate[]) {
    this.reading = reading;
    this.at = first;
    this.end = end;
    this.gazetteer = gazetteer;
    this.found = found;
  }

  /** Each step either takes words from the beginning of what is left, or leaves them to the next step. */
  cut(): void {
    while (this.at < this.end) {
      if (this.cutFiller() || this.cutPortfolio() || this.cutKnown() || this.cutWideBody() || this.cutTitle())
        continue;
      const chunk = chunkEnd(this.reading, this.at, this.end, this.gazetteer);
      if (this.cutBody(chunk) || this.cutBeforeTitle(chunk) || this.cutNoName(chunk)) continue;
      const person = personIn(this.reading, this.at, chunk, this.title, true);
      if (person) this.found.push(person);
      this.pass(chunk);
    }
  }

  private lower(i: number): string {
    return this.reading.words[i]!.lower;
  }

  /** Moves on to a word that has no title before it. */
  private pass(to: number): true {
    this.at = to;
    this.title = null;
    return true;
  }

  private add(last: number, what: Parameters<typeof candidate>[3] = {}): void {
    this.found.push(candidate(this.reading, this.at, last, what));
  }

  /** Skips a mark or a particle by itself. */
  private cutFiller(): boolean {
    const word = this.reading.words[this.at]!;
    if (!word.mark && !PARTICLES.has(word.text)) return false;
    this.at++;
    return true;
  }

  /** "of State" behind "Secretary". */
  private cutPortfolio(): boolean {
    if (this.title === null || !CONNECTIVES.has(this.lower(this.at))) return false;
    this.at = afterPortfolio(this.reading, this.at, this.end, this.gazetteer, this.found);
    return true;
  }

  /** Takes a name that the tables know. */
  private cutKnown(): boolean {
    const known = this.gazetteer.match(this.reading, this.at);
    if (!known || this.at + known.length > this.end) return false;
    return known.entry.type === 'place' ? this.cutPlace(known) : this.cutKnownName(known);
  }

  /** The word after another, in lower case. Null at the end of the run or before a mark. */
  private follower(at: number): string | null {
    const word = at < this.end ? this.reading.words[at]! : null;
    return word === null || word.mark ? null : word.lower;
  }

  /** Skips a place: by itself it names nobody. */
  private cutPlace(place: Known): boolean {
    const { reading, at, end } = this;
    const after = at + place.length;
    const follows = this.follower(after);
    const isPerson =
      follows !== null &&
      place.length === 1 &&
      isGivenName(reading.words[at]!.text) &&
      !isTitle(follows) &&
      !ORGANISATION_WORDS.has(follows) &&
      !THINGS.has(follows);
    if (isPerson) return false;
    const own = stateBodyEnd(reading, at, end, place, this.gazetteer);
    if (own !== null) this.add(own);
    else if (organisationEnd(reading, at, end) !== null) return false;
    this.at = own ?? after;
    return true;
  }

  private cutKnownName({ entry, length }: Known): boolean {
    const { reading, at, end } = this;
    const { words } = reading;
    const after = at + length;
    // "The Independent Office for Police Conduct" is no newspaper.
    if (this.lower(at) === 'the' && (organisationEnd(reading, at + 1, end) ?? 0) > after) {
      this.at++;
      return true;
    }
    const follows = this.follower(after);
    const beforeTitle = follows !== null && isTitle(follows);
    // "NHS Elmshire"
    if (words[at]!.text === 'NHS' && after + 1 === end && !beforeTitle && !isGivenName(words[after]!.text)) {
      this.add(end);
      this.at = end;
      return true;
    }
    const whole = length > 1 || beforeTitle;
    if (!whole && follows !== null && !isAcronym(words[at]!.text) && !isGivenName(words[after]!.text))
      return false;
    if (!whole && organisationEnd(reading, at, end) !== null) return false;
    this.add(after, { entry, title: entry.type === 'person' ? this.title : null });
    this.title = beforeTitle ? at : null;
    this.at = after;
    return true;
  }

  /** "National Journal", unless the tables know what follows the first word. */
  private cutWideBody(): boolean {
    const { reading, at, end } = this;
    if (!WIDE.has(this.lower(at)) || this.title !== null) return false;
    const wide = organisationEnd(reading, at, end);
    if (wide === null || wide <= at + 1) return false;
    const rest = this.gazetteer.match(reading, at + 1);
    if (rest?.entry.type === 'organisation' && at + 1 + rest.length === wide) return false;
    this.add(wide);
    this.at = wide;
    return true;
  }

  /** "Senator", with its full stop and portfolio. */
  private cutTitle(): boolean {
    const { reading, at, end } = this;
    const { words } = reading;
    if (!isTitle(this.lower(at)) || isSurnameAfterTitle(reading, at, end, this.title)) return false;
    // "Dean Hill"
    const isGiven =
      isGivenName(words[at]!.text) &&
      at + 2 === end &&
      !TITLES.has(this.lower(at + 1)) &&
      this.title === null &&
      !ALWAYS_TITLES.has(this.lower(at));
    if (isGiven) return false;
    this.title ??= at;
    this.at++;
    if (this.at < end && words[this.at]!.text === '.') this.at++;
    // "Det Con Ruth Hill"
    if (this.at + 1 < end && this.lower(this.at) === 'con' && CONSTABULARY.has(this.lower(this.at - 1)))
      this.at++;
    if (this.at < end) this.cutPortfolio();
    return true;
  }

  /** A body that its words tell: "Elm Trade Council". */
  private cutBody(chunk: number): boolean {
    const { reading, at, found } = this;
    const end = organisationEnd(reading, at, chunk);
    if (end === null) return false;
    let start = reading.words[at]!.initial && COMMON.has(this.lower(at)) && end > at + 2 ? at + 1 : at;
    if (isSpelledOut(reading, start, end)) {
      start -= 2;
      while (found.length > 0 && found.at(-1)!.last > start) found.pop();
    }
    found.push(candidate(reading, start, end, { sure: end > start + 1 }));
    return this.pass(end);
  }

  /** Words before a later title belong to it: "Texas Senator", "Trump ICE Chief". */
  private cutBeforeTitle(chunk: number): boolean {
    const { reading, at } = this;
    if (chunk === this.end || !isTitle(this.lower(chunk)) || startsPerson(reading, at, chunk)) return false;
    const person = chunk === at + 1 ? null : personIn(reading, at, chunk, null, false);
    if (person) this.found.push(person);
    else this.title ??= at;
    this.at = chunk;
    return true;
  }

  /** Skips a capitalised word that is no name. */
  private cutNoName(chunk: number): boolean {
    const { at } = this;
    if (!NOT_NAMES.has(this.lower(at))) return false;
    if (isGivenName(this.reading.words[at]!.text) && chunk > at + 1 && !NOT_NAMES.has(this.lower(at + 1)))
      return false;
    this.at++;
    return true;
  }
}

type Known = NonNullable<ReturnType<Gazetteer['match']>>;

/** Words before "Con", short for constable. */
const CONSTABULARY = new Set(['det', 'ch']);

/**
 * Adjectives that begin the names of bodies and also stand before offices: "National Journal", "Federal Reserve Chair".
 */
const WIDE = new Set(['national', 'federal', 'american', 'independent', 'general']);

/** "Ms. King": the last word of a run, behind a form of address, that would otherwise be a title. */
const isSurnameAfterTitle = ({ words }: Reading, at: number, end: number, title: number | null): boolean => {
  const before = words[words[at - 1]?.text === '.' ? at - 2 : at - 1];
  return title !== null && at + 1 === end && ADDRESS.has(before?.lower ?? '') && BOTH.has(words[at]!.lower);
};
const ADDRESS = new Set('mr mrs ms miss dr sen rep gov'.split(' '));
/** Titles that are surnames too. */
const BOTH = new Set('king bishop pope prince major judge dean lord baron sheriff page earl duke'.split(' '));

const ALWAYS_TITLES = new Set(
  'mr mrs ms miss dr sen rep gov president senator secretary mayor rabbi dame sergeant marshal'.split(' '),
);

/**
 * The word after the portfolio in "Secretary of State Mike Pompeo". Institutions named in the portfolio are added to
 * `found`.
 */
function afterPortfolio(
  reading: Reading,
  at: number,
  end: number,
  gazetteer: Gazetteer,
  found: Candidate[],
): number {
  const { words } = reading;
  let i = at + 1;
  if (i < end && words[i]!.lower === 'the') i++;
  const start = i;
  while (i < end) {
    const known = gazetteer.match(reading, i);
    if (known) {
      if (worth(known.entry)) found.push(candidate(reading, i, i + known.length, { entry: known.entry }));
      i += known.length;
      if (i < end && (words[i]!.lower === 'and' || OFFICE_TAIL.has(words[i]!.lower))) i++;
      else if (i < end && !isTitle(words[i]!.lower)) return i;
      continue;
    }
    if (i > start && isGivenName(words[i]!.text) && i + 1 < end) return i;
    if (words[i]!.lower === 'and' || words[i]!.lower === 'of' || words[i]!.mark) {
      i++;
      continue;
    }
    // Each connective takes one word, unless a list goes on: "State", "Health and Human Services".
    i++;
    if (
      i < end &&
      !(words[i]!.lower === 'and' || words[i]!.lower === 'of' || OFFICE_TAIL.has(words[i]!.lower))
    )
      return i;
  }
  return i;
}

/**
 * Where the words that go together from `at` end: before the next title or known institution, or at the end of the run.
 */
function chunkEnd(reading: Reading, at: number, end: number, gazetteer: Gazetteer): number {
  const { words } = reading;
  const given = isGivenName(words[at]!.text);
  for (let i = at + 1; i < end; i++) {
    const { lower, mark } = words[i]!;
    if (mark || PARTICLES.has(words[i]!.text)) continue;
    if (isTitle(lower)) {
      // A surname that is also a title: "John Major", "Stephen King".
      const third = i === at + 2 && BOTH.has(lower);
      const behind = words[words[i + 1]?.text === ',' ? i + 2 : i + 1];
      const surname =
        given && (i === at + 1 || third) && (i + 1 === end || SUFFIXES.has(behind?.lower ?? ''));
      const middle = given && i === at + 2 && i + 1 === end && /^\p{Lu}$/u.test(words[i - 1]!.text);
      if (!surname && !middle && organisationEnd(reading, at, end) === null) return i;
    }
    const known = gazetteer.match(reading, i);
    if (known && known.length > 1 && worth(known.entry) && i + known.length <= end && !given) return i;
  }
  return end;
}

function startsPerson(reading: Reading, at: number, end: number): boolean {
  return (
    end - at >= 2 && isGivenName(reading.words[at]!.text) && !NOT_NAMES.has(reading.words[at + 1]!.lower)
  );
}
