import { genderOfRole } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { isRoleNoun, KIN_OF } from '../roles.ts';
import { placeOf } from './affiliation.ts';
import { describedBody, isBody } from './bodies.ts';
import { type Described, GOES_ON, nearest } from './described.ts';
import { distanceOf, type Spoken } from './pronouns.ts';

const PAST = /\b(?:former|ex|then)\b/;
const LESSER = /\b(?:vice|deputy|assistant|associate|acting|under|lieutenant)\b/g;
/** What an office is less than, or for the time being: the acting chief is not the deputy chief. */
const lesser = (office: string): string => (office.match(LESSER) ?? []).join(' ');

/**
 * Whom a definite description means that takes the words from `first` to `last`: the one person of that role in this document
 * ("the senator" after "Sen. Cruz"), the one body of that kind. Null where none or several fit. `voices` are the bodies for whom
 * somebody spoke, in the order of the text.
 */
export function describedBy(
  reading: Reading,
  first: number,
  last: number,
  cast: readonly Described[],
  spoken: readonly Spoken[],
  voices: readonly Spoken[],
): string | null {
  const words = reading.words.slice(first, last).filter((word) => !word.mark);
  const noun = words.at(-1)?.lower;
  if (noun === undefined || words.length > 6) return null;
  const start = reading.words[first]!.start;
  const rest = words.slice(1, -1).map((word) => word.lower);
  const place = placeOf(
    words
      .slice(1, -1)
      .filter(({ capital }) => capital)
      .map(({ text }) => text)
      .join(' '),
  );
  if (PARTIES.has(noun)) return byAffiliation(reading, noun, place, start, cast, spoken);
  if (isRoleNoun(noun) || noun === 'lawmaker')
    return (
      byRole(reading, noun, rest, first, cast) ??
      (place && LEGISLATORS.has(noun) ? byAffiliation(reading, null, place, start, cast, spoken) : null)
    );
  return isBody(noun) ? describedBody(reading, first, last, cast, spoken, voices) : null;
}

/** "the Ohio Republican", "the Texas congressman": the one of that party and place, or of several the last who spoke. */
function byAffiliation(
  reading: Reading,
  party: string | null,
  place: string | null,
  start: number,
  cast: readonly Described[],
  spoken: readonly Spoken[],
): string | null {
  const fits = cast.filter(
    ({ affiliation, mentions }) =>
      (party === null || affiliation.party === party) &&
      (place === null || affiliation.place === place) &&
      (affiliation.party !== null || party === null) &&
      mentions[0]!.start < start,
  );
  const last = spoken.at(-1);
  const goesOn = last && reading.sentenceAt(start) - reading.sentenceAt(last.start) <= GOES_ON;
  const speaker = goesOn && fits.find(({ name }) => name === last.name);
  if (speaker) return speaker.name;
  if (place === null) return null;
  if (fits.length > 0) return nearest(reading, fits, start);
  // The text may leave to its readers where a senator is from.
  const politicians = cast.filter(
    ({ roles, affiliation }) =>
      roles.some(({ text }) => POLITICIAN.test(text)) &&
      (affiliation.place ?? place) === place &&
      (affiliation.party ?? party) === party,
  );
  const sentence = reading.sentenceAt(start);
  const recent = politicians.filter(({ name, mentions }) =>
    [...mentions, ...spoken.filter((each) => each.name === name)].some(
      (named) =>
        named.start < start &&
        sentence - reading.sentenceAt(named.start) <= GOES_ON &&
        !reading.words[reading.at(named.start)]!.quoted,
    ),
  );
  const spoke = goesOn && recent.some(({ name }) => name === last.name);
  const beside = last && distanceOf(reading, reading.sentenceAt(last.start), sentence) <= 1;
  return spoke && (recent.length === 1 || beside) ? last.name : null;
}

const POLITICIAN =
  /\b(?:sen\.?|senator|rep\.?|representative|congress\w*|lawmaker|leader|speaker|whip|governor|gov\.?|minister|candidate)(?:\W|$)/;

const PARTIES = new Set(['republican', 'democrat', 'independent']);
/** What members of a parliament are called, whose place tells them apart. */
const LEGISLATORS = new Set(
  'senator congressman congresswoman representative lawmaker legislator governor'.split(' '),
);

function byRole(
  reading: Reading,
  noun: string,
  rest: readonly string[],
  first: number,
  cast: readonly Described[],
): string | null {
  const { start, lower: determiner } = reading.words[first]!;
  const description = [...rest, noun].join(' ');
  const gender = genderOfRole(noun);
  // "His professor" is not whoever is called Prof.
  const office = KIN_OF.has(determiner) ? (word: string) => word : spelledOut;
  const fits = cast.filter(
    (figure) =>
      figure.type === 'person' &&
      (gender === null || figure.gender === null || figure.gender === gender) &&
      figure.roles.some(
        ({ text }) =>
          text
            .split(/[\s,]+/)
            .some((word) => word === noun || word.endsWith(`-${noun}`) || office(word) === noun) &&
          (PAST.test(text) === PAST.test(description) || !PAST.test(text)) &&
          lesser(text) === lesser(description) &&
          rest.every((word) => MILD.has(word) || text.includes(SYNONYMS.get(word) ?? word)),
      ),
  );
  // Whoever is introduced much further down is not meant yet.
  const known = fits.filter(({ mentions }) => mentions[0]!.start < start + NEARBY);
  if (known.length > 0) return nearest(reading, known, start);
  if (noun === 'president' && rest.length === 0) {
    // "The Trump administration's plan … the president said"
    const leaders = cast.filter(
      ({ name, type }) =>
        type === 'person' && cast.some((body) => body.name === `${name.split(' ').at(-1)} administration`),
    );
    if (leaders.length === 1) return leaders[0]!.name;
  }
  // "The former secretary" may be anybody.
  return HELD_BY_ONE.has(noun) && !PAST.test(description) ? byElimination(cast, start) : null;
}

/** Offices of which a body has one. */
const HELD_BY_ONE = new Set(
  'director president chairman chairwoman chair chief commissioner secretary minister governor mayor ceo chancellor premier superintendent administrator'.split(
    ' ',
  ),
);

/**
 * Whom a description means whose office no name is given: the one whom the text is mostly about, where it gives them no office at
 * all, of those it gives no such office.
 * Leads speak so of who is named next: "the agency's acting director said … . But Hill's plan …".
 */
function byElimination(cast: readonly Described[], start: number): string | null {
  const free = cast
    .filter(
      ({ type, roles }) =>
        type === 'person' &&
        !roles.some(({ text }) =>
          text.split(/\s+/).some((word) => HELD_BY_ONE.has(spelledOut(word)) || word === 'sen.'),
        ),
    )
    .sort((a, b) => b.mentions.length - a.mentions.length);
  const [first, second] = free;
  if (
    !first ||
    first.roles.length > 0 ||
    first.mentions.length < MAIN_FIGURE ||
    first.mentions.length < 2 * (second?.mentions.length ?? 0)
  )
    return null;
  return first.mentions.some((mention) => Math.abs(mention.start - start) < NEARBY) ? first.name : null;
}

/** How often somebody is named at least whom a text is mostly about. */
const MAIN_FIGURE = 4;
/** How near, in characters, they must be named to the description. */
const NEARBY = 700;

/** The title that a word of a role abbreviates, or the word. */
const spelledOut = (word: string): string => ABBREVIATIONS.get(word.replace(/\.$/, '')) ?? word;

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    congressman: 'representative',
    sgt: 'sergeant',
    lt: 'lieutenant',
    capt: 'captain',
    col: 'colonel',
    gen: 'general',
    adm: 'admiral',
    cmdr: 'commander',
    det: 'detective',
    insp: 'inspector',
    supt: 'superintendent',
    prof: 'professor',
    rev: 'reverend',
    cllr: 'councillor',
  }),
);

/** Words of a description for those of a role. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([['tory', 'conservative']]);

/** Adjectives of a description that need not be in the role: "the embattled senator". */
const MILD = new Set(
  'former acting new current republican democratic embattled outgoing incoming top longtime veteran u.s. us american'.split(
    ' ',
  ),
);
