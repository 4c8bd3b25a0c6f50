import type { Entry, Gazetteer } from './gazetteer.ts';
import {
  COMMON,
  isGivenName,
  isPlace,
  NOT_NAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  ROLE_PREFIXES,
  SPEECH,
  SUFFIXES,
  THINGS,
  TIME,
  TITLES,
} from './lexicon.ts';
import { isNoName, isRunTogether, SURNAMES } from './no-names.ts';
import { isSpelledOut, organisationEnd, stateBodyEnd } from './organisations.ts';
import { isAcronym, type Reading } from './reading.ts';
import { isRoleNoun } from './roles.ts';
import { type Candidate, CONNECTIVES, runEnd } from './runs.ts';

/** The stretches of capitalised words in a text that may be names of people or organisations, in order. */
export function findCandidates(reading: Reading, gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const { words } = reading;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.capital || word.headline) {
      if (!word.mark && (word.headline || !word.capital)) {
        const known = gazetteer.match(reading, i);
        // "the state department of health" is a state's own.
        const longer = known && !word.headline && words[i + known.length]?.lower === 'of';
        if (
          known &&
          !longer &&
          worth(known.entry) &&
          (!word.headline || known.entry.sure || known.length > 1 || isAcronym(word.text))
        ) {
          found.push(candidate(reading, i, i + known.length, known.entry, null));
          i += known.length - 1;
        }
      }
      continue;
    }
    const end = runEnd(reading, i, gazetteer);
    if (end > i) {
      segment(reading, i, end, gazetteer, found);
      i = end - 1;
    }
  }
  return found;
}

const worth = (entry: Entry): entry is Entry => entry.type !== 'place';

function candidate(
  reading: Reading,
  first: number,
  last: number,
  entry: Entry | null,
  title: number | null,
  type: Candidate['type'] = entry?.type === 'person' ? 'person' : 'organisation',
  sure = true,
): Candidate {
  const start = reading.words[first]!.start;
  return { start, end: reading.words[last - 1]!.end, first, last, type, entry, title, sure };
}

const isTitle = (lower: string): boolean =>
  TITLES.has(lower) || ROLE_PREFIXES.has(lower) || HYPHENATED.test(lower);
/** "then-Commissioner", "ex-President", "vice-chairman", "Mother-of-two" */
const HYPHENATED =
  /^(?:then|ex|vice|co|deputy|acting)-|^(?:mother|father|mum|dad)-of-|-(?:elect|nominee|designate|general)$/;

/** Cuts the run from `first` to `end` into titles, places, organisations and people; adds the names to `found`. */
function segment(
  reading: Reading,
  first: number,
  end: number,
  gazetteer: Gazetteer,
  found: Candidate[],
): void {
  const { words } = reading;
  const lower = (i: number): string => words[i]!.lower;
  let at = first;
  let title: number | null = null;
  while (at < end) {
    const word = words[at]!;
    if (word.mark || PARTICLES.has(word.text)) {
      at++;
      continue;
    }
    if (title !== null && CONNECTIVES.has(word.lower)) {
      at = afterPortfolio(reading, at, end, gazetteer, found);
      continue;
    }
    const known = gazetteer.match(reading, at);
    if (known && at + known.length <= end) {
      const after = at + known.length;
      const multi = known.length > 1;
      const follows = after < end && !words[after]!.mark ? lower(after) : null;
      const alone = follows === null;
      const beforeTitle = follows !== null && isTitle(follows);
      if (known.entry.type === 'place') {
        const person =
          follows !== null &&
          !multi &&
          isGivenName(word.text) &&
          !beforeTitle &&
          !ORGANISATION_WORDS.has(follows) &&
          !THINGS.has(follows);
        const own = person ? null : stateBodyEnd(reading, at, end, known, gazetteer);
        if (own !== null) {
          found.push(candidate(reading, at, own, null, null, 'organisation'));
          at = own;
          continue;
        }
        const organisation = organisationEnd(reading, at, end);
        if (!person && organisation === null) {
          at = after;
          continue;
        }
      } else if (lower(at) === 'the' && (organisationEnd(reading, at + 1, end) ?? 0) > after) {
        // "The Independent Office for Police Conduct" is no newspaper.
        at++;
        continue;
      } else if (
        // "NHS Elmshire"
        word.text === 'NHS' &&
        after + 1 === end &&
        !beforeTitle &&
        !isGivenName(words[after]!.text)
      ) {
        found.push(candidate(reading, at, end, null, null, 'organisation'));
        at = end;
        continue;
      } else if (alone || multi || beforeTitle || isAcronym(word.text) || isGivenName(words[after]!.text)) {
        const longer = multi || beforeTitle ? null : organisationEnd(reading, at, end);
        if (longer === null) {
          found.push(
            candidate(reading, at, after, known.entry, known.entry.type === 'person' ? title : null),
          );
          title = beforeTitle ? at : null;
          at = after;
          continue;
        }
      }
    }
    const wide = WIDE.has(lower(at)) && title === null ? organisationEnd(reading, at, end) : null;
    const rest = wide === null ? null : gazetteer.match(reading, at + 1);
    const isKnown = rest?.entry.type === 'organisation' && at + 1 + rest.length === wide;
    if (wide !== null && wide > at + 1 && !isKnown) {
      found.push(candidate(reading, at, wide, null, null, 'organisation'));
      at = wide;
      continue;
    }
    if (
      isTitle(lower(at)) &&
      !isSurnameAfterTitle(reading, at, end, title) &&
      !(
        isGivenName(word.text) &&
        at + 2 === end &&
        !TITLES.has(lower(at + 1)) &&
        title === null &&
        !ALWAYS_TITLES.has(lower(at))
      )
    ) {
      title ??= at;
      at++;
      if (at < end && words[at]!.text === '.') at++;
      // "Det Con Ruth Hill"
      if (at + 1 < end && lower(at) === 'con' && CONSTABULARY.has(lower(at - 1))) at++;
      if (at < end && CONNECTIVES.has(lower(at))) at = afterPortfolio(reading, at, end, gazetteer, found);
      continue;
    }
    const chunk = chunkEnd(reading, at, end, gazetteer);
    const organisation = organisationEnd(reading, at, chunk);
    if (organisation !== null) {
      let start = words[at]!.initial && COMMON.has(lower(at)) && organisation > at + 2 ? at + 1 : at;
      if (isSpelledOut(reading, start, organisation)) {
        start -= 2;
        while (found.length > 0 && found.at(-1)!.last > start) found.pop();
      }
      found.push(
        candidate(reading, start, organisation, null, null, 'organisation', organisation > start + 1),
      );
      title = null;
      at = organisation;
      continue;
    }
    // A title further on: what stands before it belongs to it ("Texas Senator", "Trump ICE Chief").
    if (chunk < end && isTitle(lower(chunk)) && !startsPerson(reading, at, chunk)) {
      if (chunk === at + 1 || !person(reading, at, chunk, null, found, false)) title ??= at;
      at = chunk;
      continue;
    }
    if (
      NOT_NAMES.has(lower(at)) &&
      !(isGivenName(word.text) && chunk > at + 1 && !NOT_NAMES.has(lower(at + 1)))
    ) {
      at++;
      continue;
    }
    person(reading, at, chunk, title, found, true);
    title = null;
    at = chunk;
  }
}

/** What stands before "Con" for a constable. */
const CONSTABULARY = new Set(['det', 'ch']);

/** Adjectives that stand before offices and begin the names of bodies: "National Journal", "Federal Open Market Committee". */
const WIDE = new Set(['national', 'federal', 'american', 'independent', 'general']);

/** "Ms. King": the last word of a run, behind a form of address, that is a title elsewhere. */
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

/** Past the office of "Secretary of State Mike Pompeo": "of State". Institutions within are found too. */
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
      if (worth(known.entry)) found.push(candidate(reading, i, i + known.length, known.entry, null));
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
    // One office word for one connective, unless a list goes on: "State", "Health and Human Services".
    i++;
    if (
      i < end &&
      !(words[i]!.lower === 'and' || words[i]!.lower === 'of' || OFFICE_TAIL.has(words[i]!.lower))
    )
      return i;
  }
  return i;
}

/** Second words of offices: "Homeland Security", "Human Services", "Urban Development". */
const OFFICE_TAIL = new Set(
  'security services service affairs development rights staff relations trade safety reform intelligence works resources delegates commons representatives lords police justice general'.split(
    ' ',
  ),
);

/** Where the words that go together from `at` end: before the next title, known institution or the run's end. */
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

/** Adds the words from `at` to `end` as a person, or as a name of unknown make; false where they are neither. */
function person(
  reading: Reading,
  from: number,
  end: number,
  title: number | null,
  found: Candidate[],
  allowUnknown: boolean,
): boolean {
  const { words } = reading;
  let at = from;
  // The first word of a sentence has its capital from there: "Asked Trump", "Will Trump", "Singer Ruth Hill".
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
  // "DNI Ruth Hill": the office, or the body, by its letters.
  if (
    end - at >= 3 &&
    (IN_LETTERS.test(words[at]!.text) || CONSTABLES.has(words[at]!.text)) &&
    isGivenName(words[at + 1]!.text)
  )
    at++;
  // "Police Scotland", at the beginning of a sentence too.
  if (at === from + 1 && end - at === 1 && words[from]!.lower === 'police' && isPlace(words[at]!.text)) {
    found.push(candidate(reading, from, end, null, null, 'organisation'));
    return true;
  }
  let last = end;
  while (last > at && (words[last - 1]!.mark || PARTICLES.has(words[last - 1]!.text))) last--;
  const length = last - at;
  if (length <= 0) return false;
  const only = words[at]!;
  if (length === 1) {
    if (
      only.text.length < 2 ||
      LEGAL_FORMS.has(only.lower) ||
      NOT_NAMES.has(only.lower) ||
      PARTY_AND_PLACE.test(only.text)
    )
      return false;
    const titled = title !== null && title < at;
    if (!titled && TIME.has(only.lower)) return false;
    const before = words[words[at - 1]?.text === '.' ? at - 2 : at - 1];
    if (THINGS.has(only.lower) && !(titled && TITLES.has(before!.lower))) return false;
    if (
      !titled &&
      only.initial &&
      !ORGANISATION_WORDS.has(only.lower) &&
      (COMMON.has(only.lower) || SPEECH.has(only.lower))
    )
      return false;
    if (!allowUnknown) return false;
    found.push(
      candidate(reading, at, last, null, title, titled && !isAcronym(only.text) ? 'person' : 'name', titled),
    );
    return true;
  }
  if (length > 2 && isRunTogether(reading, at, last)) return false;
  for (let i = at; i < last; i++) if (PARTICIPLE.test(words[i]!.lower)) return false;
  const tail = words[last - 1]!.lower;
  if (THINGS.has(tail) && !isGivenName(only.text)) return false;
  if (
    length > 5 ||
    (NOT_NAMES.has(tail) && title === null && !(isGivenName(only.text) && SURNAMES.has(tail)))
  )
    return false;
  const given = isGivenName(only.text) || (/^\p{Lu}\.?$/u.test(only.text) && words[at + 1]!.text === '.');
  const sure = given || title !== null;
  if (!sure && !allowUnknown) return false;
  if (given && THINGS.has(tail) && title === null && length > 2) return false;
  // "Dale County Sheriff"
  if (words.slice(at + 1, last).some(({ lower }) => REGIONS.has(lower))) return false;
  found.push(candidate(reading, at, last, null, title, sure ? 'person' : 'name', sure));
  return true;
}

const IN_LETTERS = /^\p{Lu}{3,}$/u;
/** What somebody is by their trade, as a word tells it by its end: "Brexiteer", "Neuroscientist", "Congress-watcher". */
const isTrade = (lower: string): boolean =>
  isRoleNoun(lower) || /\p{Ll}{3}(?:teer|ist)$|-\p{Ll}+er$/u.test(lower);
/** British police, by rank. */
const CONSTABLES = new Set(['PC', 'DC', 'DS', 'DI']);
/** "Springfield-based", which is no name. */
const PARTICIPLE = /-(?:issued|based|led|backed|owned|run|born|style|era|controlled|sponsored|funded|wide)$/;
/** "D-Calif" */
const PARTY_AND_PLACE = /^[DRI]-\p{Lu}/u;
/** What a first name is part of a place with. */
const REGIONS = new Set(['county', 'township', 'borough', 'parish']);
const LEGAL_FORMS = new Set(['inc', 'llc', 'ltd', 'corp', 'plc', 'co', 'llp']);
