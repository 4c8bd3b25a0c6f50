import { type Gender, genderOfGivenName, INSTITUTIONS, stateOf } from '../lexicon.ts';

/** What a document says right beside somebody's name that may tell them from a namesake. Plain JSON. */
export interface Facts {
  readonly age?: number;
  /** The state that elected them. */
  readonly seat?: string;
  /** The party they were elected for: `R`, `D` or `I`. */
  readonly party?: string;
  /** As a form of address gives it. */
  readonly gender?: Gender;
  /** The noun that calls them a child: "unarmed teenager". */
  readonly child?: string;
  /** The newspaper or broadcaster they are said to work for. */
  readonly house?: string;
}

/** How many characters on either side of a name are read. */
const BESIDE = 60;

/**
 * The facts `text` gives beside the mentions of somebody by full name. The first age, state or form of address counts.
 */
export function factsOf(
  text: string,
  mentions: readonly { readonly start: number; readonly end: number }[],
): Facts {
  const facts: { -readonly [fact in keyof Facts]: Facts[fact] } = {};
  for (const { start, end } of mentions) {
    const [given, ...rest] = text.slice(start, end).split(/\s+/);
    if (rest.length === 0) continue;
    const before = text.slice(Math.max(0, start - BESIDE), start);
    const behind = text.slice(end, end + BESIDE);
    const age = (AGE_BEHIND.exec(behind) ?? AGE_BEFORE.exec(before))?.slice(1).find(Boolean);
    if (age) facts.age ??= Number(age);
    const [, party, of] = SEAT.exec(behind) ?? (OFFICE.test(before) ? OF.exec(behind) : null) ?? [];
    const seat = stateOf(of ?? '');
    if (seat) facts.seat ??= seat;
    if (seat && party) facts.party ??= party[0]!;
    const address = genderOfGivenName(given!) === null && ADDRESS.exec(before)?.[1];
    if (address) facts.gender ??= address === 'Mr' ? 'male' : 'female';
    const child = CHILD_BEHIND.exec(behind)?.[1] ?? CHILD_BEFORE.exec(before)?.[1];
    if (child) facts.child ??= child;
    const house = HOUSE_BEFORE.exec(before)?.[1] ?? HOUSE_BEHIND.exec(behind)?.[1];
    const known = house && HOUSES.find((name) => house.endsWith(name));
    if (known) facts.house ??= known;
  }
  return facts;
}

/** Newspapers and broadcasters. */
const HOUSES = INSTITUTIONS.flatMap(({ section, names }) =>
  section === 'newspaper' || section === 'network' || section === 'outlet' ? names : [],
);
/** "Fox News' Ida Holt" */
const HOUSE_BEFORE = /([A-Z][\p{L} ]{1,30})['’]s? $/u;
/** "Ida Holt of Fox News" */
const HOUSE_BEHIND = /^,? (?:of|from|with) (?:the )?([A-Z]\p{L}*(?: [A-Z]\p{L}*){0,3})/u;
/** ", 34," ", aged 34," ", a 34-year-old" */
const AGE_BEHIND =
  /^(?:, (?:aged? )?)(\d\d)(?:[,;]|\.(?!\d)|-year| years old)|^, (?:an?|the|then) (\d\d?)-year-old\b/;
/** "34-year-old teacher" */
const AGE_BEFORE = /\b(\d\d?)-year-old (?:[\p{L}-]{1,20} ){0,3}$/u;
/** "(R-Mich.)" ", D-Ohio," ", a Republican from Ohio" */
const SEAT =
  /^,? ?(?:\(?|(?:an?|the) )([RDI])(?:[-–—]|(?:epublican|emocrat) (?:of|from) )([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)?)/;
/** "Senator Ida Holt of Ohio" */
const OFFICE = /\b(?:Sen|Senator|Rep|Representative|Congress(?:wo)?man|Gov|Governor)\.? $/;
const OF = /^(),? of ([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)/;
const ADDRESS = /\b(Mr|Mrs|Ms|Miss)\.? $/;
/** "Boy" and "girl" are left out: grown people are called so too. */
const CHILD = 'teen(?:ager)?|school(?:boy|girl)|toddler|infant';
const CHILD_BEHIND = new RegExp(`^, (?:an?|the) ((?:[\\p{L}-]{1,20} ){0,4}(?:${CHILD}))\\b`, 'u');
const CHILD_BEFORE = new RegExp(`\\b(${CHILD}) $`);
