import { FUNCTION, genderOfRole } from '../lexicon.ts';
import type { Reading, Word } from '../reading.ts';
import { isRoleNoun, KIN_OF } from '../roles.ts';
import { type Affiliation, placeOf } from './affiliation.ts';
import { describedBody, isBody } from './bodies.ts';
import { distanceOf } from './position.ts';
import { type Figure, goesOn, nearest, type Scene, type Spoken } from './scene.ts';

/**
 * Whom a description means, which takes the words from `first` to `last`, and up to `end` with whose it is: the one person of that
 * role in this document ("the senator" after "Sen. Cruz", "the mayor of Dale"), or the one body of that kind. Null where none or
 * several fit.
 */
export function describedBy(scene: Scene, first: number, last: number, end: number): string | null {
  const { reading } = scene;
  const words = reading.words.slice(first, last).filter((word) => !word.mark);
  const noun = words.at(-1)?.lower;
  if (noun === undefined || words.length > 6) return null;
  const { start, lower: determiner } = reading.words[first]!;
  const between = words.slice(1, -1);
  const place = placeOf(
    between
      .filter(({ capital }) => capital)
      .map(({ text }) => text)
      .join(' '),
  );
  if (PARTIES.has(noun)) return byAffiliation(scene, { party: noun, place }, start);
  if (isRoleNoun(noun) || noun === 'lawmaker') {
    const adjectives = between.map(({ lower }) => lower);
    return (
      byRole(scene, { determiner, adjectives, noun, owner: ownerIn(reading, last, end) }, start) ??
      (place && LEGISLATORS.has(noun) ? byAffiliation(scene, { party: null, place }, start) : null)
    );
  }
  return isBody(noun) ? describedBody(scene, first, last) : null;
}

const PARTIES = new Set(['republican', 'democrat', 'independent']);
/** Members of parliaments. Their place tells them apart. */
const LEGISLATORS = new Set(
  'senator congressman congresswoman representative lawmaker legislator governor'.split(' '),
);

/** "The Ohio Republican", "the Texas congressman": the one of that party and place. Of several, the last who spoke. */
function byAffiliation(scene: Scene, { party, place }: Affiliation, start: number): string | null {
  const fits = scene.cast.filter(
    ({ affiliation, mentions }) =>
      (party === null || affiliation.party === party) &&
      (place === null || affiliation.place === place) &&
      (affiliation.party !== null || party === null) &&
      mentions[0]!.start < start,
  );
  const last = scene.spoken.at(-1);
  const speaker = last && goesOn(scene, last.start, start) ? last : null;
  if (speaker && fits.some(({ name }) => name === speaker.name)) return speaker.name;
  if (place === null) return null;
  if (fits.length > 0) return nearest(scene, fits, start);
  return speaker && isTheirs(scene, speaker, { party, place }, start) ? speaker.name : null;
}

/**
 * Whether a party and place may be the last speaker's although the text does not say so: readers may be expected to know
 * where a senator is from. The speaker must be a politician, and nothing may contradict it. They must also be the only
 * such politician lately, or have spoken right before.
 */
function isTheirs(scene: Scene, speaker: Spoken, { party, place }: Affiliation, start: number): boolean {
  const { reading } = scene;
  const sentence = reading.sentenceAt(start);
  const isRecent = (named: { readonly start: number }): boolean =>
    named.start < start &&
    goesOn(scene, named.start, start) &&
    !reading.words[reading.at(named.start)]!.quoted;
  const recent = scene.cast.filter(
    ({ name, mentions, roles, affiliation }) =>
      roles.some((role) => POLITICIAN.test(role)) &&
      (affiliation.place ?? place) === place &&
      (affiliation.party ?? party) === party &&
      (mentions.some(isRecent) || scene.spoken.some((each) => each.name === name && isRecent(each))),
  );
  const beside = distanceOf(reading, reading.sentenceAt(speaker.start), sentence) <= 1;
  return recent.some(({ name }) => name === speaker.name) && (recent.length === 1 || beside);
}

const POLITICIAN =
  /\b(?:sen\.?|senator|rep\.?|representative|congress\w*|lawmaker|leader|speaker|whip|governor|gov\.?|minister|candidate)(?:\W|$)/;

/** A description by a role, word by word in lower case: "the", "embattled", "senator". */
interface ByRole {
  readonly determiner: string;
  readonly adjectives: readonly string[];
  readonly noun: string;
  /** Whose it is, by the words that tell it: "Dale" in "the mayor of Dale". */
  readonly owner: readonly Word[];
}

/** The words that tell whose a description is, which stand behind it: "harbor board" in "of the harbor board". */
function ownerIn({ words }: Reading, from: number, end: number): Word[] {
  if (from >= end || !OWNERS.has(words[from]!.lower)) return [];
  const rest = words.slice(from + 1, end);
  const mark = rest.findIndex((word) => word.mark);
  return rest.slice(0, mark < 0 ? rest.length : mark).filter(({ lower }) => !FUNCTION.has(lower));
}

const OWNERS = new Set(['of', 'for', 'at']);

/** Those of several of whom the text says that they are so of what a description says. */
function ofOwner(holders: readonly Figure[], { noun, owner }: ByRole): readonly Figure[] {
  const last = owner.at(-1);
  if (!last) return holders;
  const named = holders.filter(({ roles }) =>
    roles.some((role) => owner.every(({ lower }) => role.split(/[\s,]+/).includes(lower))),
  );
  if (named.length > 0 || (ANY_BODY.has(last.lower) && !last.capital))
    return named.length > 0 ? named : holders;
  const another = new RegExp(`\\b${noun} (?:of|for|at) `);
  return holders.filter(({ roles }) => !roles.some((role) => another.test(role)));
}

/** Whatever somebody has been said to head may be called so later: "the head of the group". */
const ANY_BODY = new Set('group company firm organization organisation agency body institution'.split(' '));

/** The one person who has the role of a description, or is likely to. */
function byRole(scene: Scene, description: ByRole, start: number): string | null {
  const { adjectives, noun } = description;
  const holders = ofOwner(
    scene.people.filter((figure) => holds(figure, description)),
    description,
  );
  // Whoever is introduced much further down is not meant yet.
  const known = holders.filter(({ mentions }) => mentions[0]!.start < start + NEARBY);
  if (known.length > 0) return nearest(scene, known, start);
  const leader = noun === 'president' && adjectives.length === 0 ? leaderOf(scene) : null;
  if (leader) return leader;
  // "The former secretary" may be anybody.
  const past = PAST.test(adjectives.join(' '));
  return HELD_BY_ONE.has(noun) && !past ? byElimination(scene, start) : null;
}

/** Whether somebody has the role that a description names, as far as the text says what they are. */
function holds({ gender, roles }: Figure, { determiner, adjectives, noun }: ByRole): boolean {
  const described = genderOfRole(noun);
  if (described !== null && gender !== null && gender !== described) return false;
  const description = [...adjectives, noun].join(' ');
  // "His professor" is not whoever is called Prof.
  const spelled = KIN_OF.has(determiner) ? (word: string) => word : spelledOut;
  return roles.some(
    (role) =>
      role
        .split(/[\s,]+/)
        .some((word) => word === noun || word.endsWith(`-${noun}`) || spelled(word) === noun) &&
      (PAST.test(role) === PAST.test(description) || !PAST.test(role)) &&
      lesser(role) === lesser(description) &&
      adjectives.every((word) => MILD.has(word) || role.includes(SYNONYMS.get(word) ?? word)),
  );
}

const PAST = /\b(?:former|ex|then)\b/;
const LESSER = /\b(?:vice|deputy|assistant|associate|acting|under|lieutenant)\b/g;
/** What makes an office a lesser or passing one: the acting chief is not the deputy chief. */
const lesser = (office: string): string => (office.match(LESSER) ?? []).join(' ');

/** "The Trump administration's plan … the president said": the only person with an administration named after them. */
function leaderOf({ cast, people }: Scene): string | null {
  const leaders = people.filter(({ name }) =>
    cast.some((body) => body.name === `${name.split(' ').at(-1)} administration`),
  );
  return leaders.length === 1 ? leaders[0]!.name : null;
}

/** Offices of which a body has one. */
const HELD_BY_ONE = new Set(
  'director president chairman chairwoman chair chief commissioner secretary minister governor mayor ceo chancellor premier superintendent administrator'.split(
    ' ',
  ),
);

/**
 * Whom an office means that the text gives nobody: its main figure, if it says nothing of what they are. Leads speak like this
 * of people they name next: "the agency's acting director said … . But Hill's plan …".
 */
function byElimination({ people }: Scene, start: number): string | null {
  const holdsSuch = (role: string): boolean =>
    role.split(/\s+/).some((word) => HELD_BY_ONE.has(spelledOut(word)) || word === 'sen.');
  const [first, second] = people
    .filter(({ roles }) => !roles.some(holdsSuch))
    .sort((a, b) => b.mentions.length - a.mentions.length);
  if (
    !first ||
    first.roles.length > 0 ||
    first.mentions.length < MAIN_FIGURE ||
    first.mentions.length < 2 * (second?.mentions.length ?? 0)
  )
    return null;
  return first.mentions.some((mention) => Math.abs(mention.start - start) < NEARBY) ? first.name : null;
}

/** How often, at the least, a text names the person it is mostly about. */
const MAIN_FIGURE = 4;
/** How near to the description, in characters, they must be named. */
const NEARBY = 700;

/** A word of a role, abbreviated titles spelled out. */
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

/** Words of descriptions, and what roles say for them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([['tory', 'conservative']]);

/** Adjectives of a description that need not be in the role: "the embattled senator". */
const MILD = new Set(
  'former acting new current republican democratic embattled outgoing incoming top longtime veteran u.s. us american'.split(
    ' ',
  ),
);
