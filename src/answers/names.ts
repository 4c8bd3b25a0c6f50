import type { Archive, NameInQuestion, PersonMatch, PersonRecord } from '../archive/archive.ts';
import { withCapital } from '../people/fold.ts';
import {
  COMMON,
  FUNCTION,
  genderOfGivenName,
  genderOfRole,
  isGivenName,
  ROLES,
  sameGivenName,
  stateOf,
  TITLES,
} from '../people/lexicon.ts';
import { partsOf } from '../people/parts.ts';
import { terms } from '../search/words.ts';
import type { Taken } from './answer.ts';
import { ofThatCountry } from './origins.ts';

/** Whom a typed name means, as far as can be told. */
export interface Understood {
  readonly typed: string;
  readonly person: PersonRecord | null;
  /** Whether the name was typed as the corpus has it. */
  readonly exact: boolean;
  /** Whether it tells what somebody is ("the attorney general") rather than how they are called. */
  readonly office: boolean;
  /** Others whom the name fits as well, likeliest first. */
  readonly others: readonly PersonRecord[];
  /** Whom the name may have meant where it is nobody's. */
  readonly near: readonly PersonRecord[];
  readonly taken: readonly Taken[];
}

/** The least score of a name, misspelt or a role, for it to be taken for somebody. */
const SURE = 0.6;
/** Two people fit a name equally well where their scores differ by no more than this. */
const AS_WELL = 0.055;
/** So many bearers of a name are tried. */
const BEARERS = 8;

/** Whom a name means that a member typed as such, with a title or without; null where nothing was typed. */
export async function understood(archive: Archive, typed: string | undefined): Promise<Understood | null> {
  const asTyped = typed?.trim();
  if (!asTyped) return null;
  const name = writtenOut(asTyped);
  const [found, within] = await Promise.all([
    archive.people(name, BEARERS),
    /\s/.test(name) ? archive.names(name) : [],
  ]);
  const matches =
    (found[0]?.score ?? 0) >= SURE ? found : [...(await byAnotherWord(archive, name)), ...found];
  const meant = [behindTitle(name, within), matches, beforeHouse(name, within)];
  const [best, ...rest] = meant.find(({ length }) => length > 0) ?? [];
  if (!best || best.score < SURE || isOneOfMany(name, best, rest[0]) || isOfAnother(name, best)) {
    const near = matches.slice(0, NEAR).map(({ person }) => person);
    return { typed: asTyped, person: null, exact: false, office: false, others: [], near, taken: [] };
  }
  const office = isByOffice(best);
  const fitting = [best, ...fittingAsWell(name, best, rest)].map(({ person }) => person);
  const [person, ...others] = office ? fitting : likeliestFirst(fitting, prominence);
  return {
    typed: asTyped,
    person: person!,
    exact: best.how === 'exact',
    office,
    others,
    near: [],
    taken:
      best.how === 'near' || isOtherwiseCalled(name, within, person!)
        ? [{ typed: asTyped, name: person!.name }]
        : [],
  };
}

/**
 * Whether a name has a word with a capital before a surname that is neither a title nor the bearer's first name as far as is known:
 * "Odile Brandt" of Edwin Brandt, which may be somebody else.
 */
function isOtherwiseCalled(name: string, within: readonly NameInQuestion[], person: PersonRecord): boolean {
  const { start, end } = within.at(-1)?.span ?? { start: 0, end: 0 };
  const word = name.slice(0, start).trim().split(' ').at(-1)!;
  const lower = word.toLowerCase().replace('.', '');
  if (person.type !== 'person' || end < name.length || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (isTitleOrCommon(lower) || COURTESY.test(lower)) return false;
  const theirs = [person.called, ...person.aliases].flatMap((form) => form.split(' '));
  const held = person.roles.flatMap(({ text }) => terms(text));
  return (
    !theirs.some((each) => sameGivenName(each, word)) && !terms(word).some((stem) => held.includes(stem))
  );
}

/** Whether a name that is nearly that of a body ends in a word that is not even nearly one of its: "the Lund Mill clerk" of the Lund Mill Guild. */
function isOfAnother(name: string, { how, person }: PersonMatch): boolean {
  if (how !== 'near' || person.type === 'person' || !name.includes(' ')) return false;
  const beginning = name.split(' ').at(-1)!.slice(0, ALIKE).toLowerCase();
  const theirs = [person.called, ...person.aliases]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return !theirs.some((word) => word.startsWith(beginning));
}

/** A word nearly that of a name has so many first letters of it. */
const ALIKE = 3;

const NEAR = 5;

/** How members shorten what articles write out. */
const LONG: Readonly<Record<string, string>> = {
  dept: 'department',
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  sec: 'secretary',
  pres: 'president',
  admin: 'administration',
  atty: 'attorney',
  spox: 'spokesperson',
  ex: 'former',
  da: 'district attorney',
  ag: 'attorney general',
  pm: 'prime minister',
  vp: 'vice president',
  tv: 'television',
};
/** Those that may be a name stand before one, or behind all else. */
const SHORT =
  /\b(?:(?:dept|sec|admin|atty|spox|tv)\b|(?:da|ag|pm|vp)$|(?:gov|sen|rep|pres|ex)\b(?=[.-]? ?\p{L}))(?:\.(?= )|-)?/giu;

/** The code of a state before one of its offices. */
const STATE = /(?<=^(?:the )?)\p{L}{2}(?= (?:governor|gov|senator|sen|rep|ag|attorney general)\b)/iu;

/** A name or office as articles write it: "the ex-atty general" as "the former attorney general", "nj gov" as New Jersey's. */
export const writtenOut = (phrase: string): string =>
  phrase
    .replace(/^(?:the )?u\.?s\.?a?\.?$/i, 'United States')
    .replace(STATE, (code) => stateOf(code) ?? code)
    .replace(SHORT, (word) => {
      const long = LONG[word.toLowerCase().replace(/[.-]+$/, '')]!;
      return word.endsWith('-') ? `${long} ` : long;
    });

/** Words for one office: "the agency chief" may be any of its group. */
const OFFICES: readonly (readonly string[])[] = [
  ['chief', 'head', 'boss', 'leader', 'director', 'commissioner', 'chairman', 'chairwoman', 'secretary'],
  ['lawyer', 'attorney', 'counsel'],
  ['adviser', 'advisor', 'aide'],
];
/** What others are called who are at the head of something. */
const HEADS = /^(?:chief|head|boss|leader)$/;
const AT_THE_HEAD: readonly string[] = ['president', 'chair', 'administrator', 'ceo', 'minister'];

/** An office in the other words for it: "the agency director" for its chief, "president of the guild" for the head of it. */
export function inOtherWords(office: string): string[] {
  const [, before = '', word = '', behind = ''] =
    /^((?:the |an? )?)(\S+)( (?:of|at) .+)$/i.exec(office) ?? /^(.+ )(\S+)$/.exec(office) ?? [];
  const group = OFFICES.find((words) => words.includes(word.toLowerCase())) ?? [];
  const all = HEADS.test(word.toLowerCase()) ? [...group, ...AT_THE_HEAD] : group;
  return all.filter((other) => other !== word).map((other) => `${before}${other}${behind}`);
}

/** Whom the corpus knows by an office that was typed in another word for it. */
async function byAnotherWord(archive: Archive, name: string): Promise<readonly PersonMatch[]> {
  const theirs = ofThatCountry(name);
  for (const office of theirs === null ? inOtherWords(name) : [theirs, ...inOtherWords(theirs)]) {
    const found = await archive.people(office, BEARERS);
    if (found[0]?.how === 'exact' && found[0].score >= SURE) return found;
  }
  return [];
}

/**
 * The people whom a name fits as well as `best`. None where that is an organisation known by its abbreviation ("UN"), or was only
 * guessed from a misspelt name: organisations share words ("council") without sharing a name, and an ordinary word ("one") that
 * is nearly a name may be none.
 */
function fittingAsWell(typed: string, best: PersonMatch, rest: readonly PersonMatch[]): PersonMatch[] {
  const { type, name, aliases } = best.person;
  const isShort = (form: string) => form === form.toUpperCase() && form === typed.toUpperCase();
  const isOrdinary = FUNCTION.has(typed.toLowerCase()) || COMMON.has(typed.toLowerCase());
  if (best.how === 'near' && (type !== 'person' || isOrdinary)) return [];
  if (type !== 'person' && [name, ...aliases].some(isShort)) return [];
  return rest.filter(
    ({ person, how, score }) => person.type === 'person' && how === best.how && best.score - score <= AS_WELL,
  );
}

/** Everybody whom a name means, likeliest first. */
export const bearers = ({ person, others }: Understood): PersonRecord[] =>
  person ? [person, ...others] : [];

/** Whether a name is that of several, any of whom may be meant by it. */
export const isShared = ({ office, others }: Understood): boolean => !office && others.length > 0;

/**
 * Of people who share a part of their names, whoever is named in so many times fewer documents than another is hardly ever
 * meant.
 */
const FAMOUS = 10;

/** Whether a name that `all` share may mean this one of them: not where far fewer documents name them than another. */
export function isLikely({ called, documents }: PersonRecord, all: readonly PersonRecord[]): boolean {
  const most = Math.max(...all.map((other) => (other.called === called ? 0 : other.documents)));
  return documents * FAMOUS >= most;
}

/** Sorted by `worth`, the most first; whoever is hardly ever meant comes behind all others. */
export function likeliestFirst(
  all: readonly PersonRecord[],
  worth: (one: PersonRecord) => number,
): PersonRecord[] {
  const likely = all.filter((one) => isLikely(one, all)).sort((a, b) => worth(b) - worth(a));
  return [...likely, ...all.filter((one) => !likely.includes(one))];
}

/** As the directory orders them. */
const prominence = ({ statements, documents }: PersonRecord): number => 2 * statements + documents;

/** Whether a name is an office that several hold here, so that any of them may be meant: "the attorney". */
function isOneOfMany(name: string, best: PersonMatch, next: PersonMatch | undefined): boolean {
  return (
    isByOffice(best) && SHARED_OFFICE.test(name) && next !== undefined && best.score - next.score < AS_WELL
  );
}

const isByOffice = ({ how, score }: PersonMatch): boolean => how === 'exact' && score <= BY_OFFICE;

/** The most that a match by what somebody is scores. */
const BY_OFFICE = 0.85;
const SHARED_OFFICE =
  /\b(?:attorney|lawyer|spokes(?:m[ae]n|woman|person)|senator|judge|prosecutor|professor|official|deputy|officer|lawmaker|representative|congress(?:wo)?man|mayor|governor|sheriff|doctor|expert|analyst|advis[eo]r|reporter|editor|member)$/i;

/** Of "the DHS spokesman" the DHS, whose words the question asks for; any other phrase as it is. */
export function voiceless(phrase: string): string {
  return phrase.replace(
    /^(?:an? |the )?(\S.*?)(?:['’]s)? (?:spokes(?:m[ae]n|wom[ae]n|person|people)|spox)$/i,
    '$1',
  );
}

/**
 * Of "President Trump" Trump, whoever else is a president, and of "coach Brandt" those of the name who are one, where any is, of "Mrs.
 * Brandt" those who may be; nobody of "sources at the DHS" or "the Mexican president".
 */
function behindTitle(name: string, within: readonly NameInQuestion[]): PersonMatch[] {
  const last = within.at(-1);
  const best = last?.matches[0];
  if (!last || !best || last.span.start === 0 || last.span.end < name.length) return [];
  const title = name.slice(0, last.span.start).trim();
  if (/(?:['’]s?|\b(?:of|at|in|for|from|with|to|by|on|near|and|or))$/i.test(title)) return [];
  const words = terms(name.slice(last.span.start));
  const gender = genderOfRole(title.toLowerCase().replace('.', ''));
  const given = title.split(' ').at(-1)!;
  const named = [best, ...fittingAsWell(name.slice(last.span.start), best, last.matches.slice(1))].filter(
    ({ person }) => {
      if (isAnother(given, person)) return false;
      // Of a person's other names, some are titles.
      const { called: full, type, aliases } = person;
      const forms = new Set(terms(type === 'person' ? full : [full, ...aliases].join(' ')));
      const theirs = type === 'person' ? genderOfGivenName(partsOf(full).given) : null;
      return words.every((stem) => forms.has(stem)) && (!gender || !theirs || theirs === gender);
    },
  );
  if (COURTESY.test(title)) return named;
  const office = terms(title);
  const holding = named.filter(({ person: { roles } }) =>
    roles.some(({ text }) => {
      const held = terms(text);
      return office.length > 0 && office.every((stem) => held.includes(stem));
    }),
  );
  return holding.length > 0 ? holding : named;
}

/** Of "Ida Brandt of the Echo" Ida Brandt. */
function beforeHouse(name: string, [first]: readonly NameInQuestion[]): readonly PersonMatch[] {
  const person = first?.span.start === 0 && first.matches[0]?.person.type === 'person';
  return person && /^,? (?:of|from|at|with) /i.test(name.slice(first.span.end)) ? first.matches : [];
}

/** Whether a word, in lower case, is sooner a title, an office or a word like any other than a first name. */
const isTitleOrCommon = (lower: string): boolean =>
  COMMON.has(lower) || ROLES.has(lower) || TITLES.has(lower);

/** Whether a word before somebody's surname is a given name, and none of theirs: "Clara" of Brandt, whose name is Edwin. */
function isAnother(word: string, { called, type, aliases }: PersonRecord): boolean {
  const lower = word.toLowerCase();
  const name = withCapital(lower);
  if (type !== 'person' || !isGivenName(name) || isTitleOrCommon(lower)) return false;
  const theirs = [called, ...aliases].flatMap((form) => form.split(' ').slice(0, -1));
  return theirs.length > 0 && !theirs.some((each) => sameGivenName(each, name));
}

/** Whether a phrase is a given name and one or two words that are no office: "Ida Brandt", not "Ida's lawyer". */
export function isFullName(phrase: string): boolean {
  const [first = '', ...rest] = phrase.split(' ');
  const given = withCapital(first);
  const last = rest.at(-1)?.toLowerCase() ?? '';
  return (
    rest.length > 0 &&
    rest.length < 3 &&
    isGivenName(given) &&
    !COMMON.has(first.toLowerCase()) &&
    !ROLES.has(last)
  );
}

const COURTESY = /^(?:mrs?|ms|miss)\.?$/i;
