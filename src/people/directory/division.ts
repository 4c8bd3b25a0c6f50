import { fold, key } from '../fold.ts';
import { tellApart } from '../namesakes/tell-apart.ts';
import { mayContradict } from '../namesakes/traits.ts';
import { qualified } from '../parts.ts';
import type { Alias } from '../person.ts';
import type { Appearance } from './cast.ts';
import { addAppearance, type Entry, emptyEntry } from './entry.ts';

/** One appearance of an entry's name, and where. */
export interface Seen {
  readonly document: number;
  readonly appearance: Appearance;
  readonly company: readonly Entry[];
}

/** The people with one name, each with an entry. */
export interface Division {
  /** Whom each document means by the name. Null for hidden people. */
  readonly of: Map<number, Entry | null>;
  readonly entries: readonly Entry[];
  /** The entry for documents that do not tell whom they mean. Null if all do. */
  readonly open: Entry | null;
}

/**
 * Divides an entry into the people its documents mean. Null if they all mean one. Documents that do not tell whom they
 * mean get an entry of their own. People whom moderators keep `apart` by a qualified name are divided first.
 */
export function divide(
  entry: Entry,
  seen: readonly Seen[],
  documents: readonly { readonly published: string | null }[],
  apart: readonly Alias[],
): Division | null {
  const ruled = apart.flatMap(({ name }) => {
    const one = qualified(name);
    return one && fold(one.name) === fold(entry.name) ? one.told : [];
  });
  const of = (ruled.length > 0 ? asRuled(seen, ruled) : null) ?? bySightings(entry, seen, documents);
  if (!of) return null;
  const numbers = [...new Set(of)].sort((a, b) => a - b);
  if (numbers.length < 2) return null;
  const entries = new Map(
    numbers.map((number) => [number, { ...emptyEntry(entry.name, entry.type), divided: true }]),
  );
  const parts = new Map(numbers.map((number) => [number, seen.filter((_, at) => of[at] === number)]));
  const taken = new Set<string>();
  for (const number of numbers) {
    const told = number < 0 ? UNTOLD : unlike(taken, tellingOf(parts.get(number)!), number);
    taken.add(key(told));
    entries.get(number)!.told = told;
  }
  const division: Division = {
    of: new Map(),
    entries: [...entries.values()],
    open: entries.get(-1) ?? null,
  };
  for (const [number, part] of parts) {
    const one = entries.get(number)!;
    for (const { document, appearance } of part) {
      addAppearance(one, entry.name, document, appearance);
      division.of.set(document, one);
    }
  }
  return division;
}

/** Follows the name where documents do not tell which of its bearers they mean. */
export const UNTOLD = '…';

/**
 * The entry that a qualified name means. Earlier words for what tells people apart are recognised too. Null if none
 * fits.
 */
export function meantBy({ entries }: Division, told: string): Entry | null {
  const wanted = key(told);
  const exact = entries.find(
    (entry) => entry.told === told || (wanted !== '' && key(entry.told!) === wanted),
  );
  if (exact) return exact;
  const words = wanted.split(' ');
  let best: Entry | null = null;
  let most = 0;
  for (const entry of entries) {
    const known = new Set(entry.roles.flatMap(({ text }) => key(text).split(' ')));
    const share = words.filter((word) => known.has(word)).length / words.length;
    if (share > most) [best, most] = [entry, share];
  }
  return most > 0.5 ? best : null;
}

function bySightings(
  entry: Entry,
  seen: readonly Seen[],
  documents: readonly { readonly published: string | null }[],
): number[] | null {
  const rarity = ({ documents: { length } }: Entry) => Math.log(documents.length / length);
  const told = new Set(seen.flatMap(({ appearance: { traits = [] } }) => traits));
  if (!mayContradict([...told])) return null;
  const sightings = seen.map(({ document, appearance: { traits = [] }, company }) => {
    const { published } = documents[document]!;
    return {
      year: published === null ? null : Number(published.slice(0, 4)),
      traits,
      company: company.filter((other) => other !== entry),
    };
  });
  return tellApart(sightings, rarity);
}

/**
 * Assigns each document with a role that moderators keep apart to the first person with that role. Null if that divides
 * nobody.
 */
function asRuled(seen: readonly Seen[], ruled: readonly string[]): number[] | null {
  const keys = ruled.map(key);
  const of = seen.map(({ appearance: { roles } }) => {
    const written = roles.map(({ text }) => ` ${key(text)} `);
    const found = keys.findIndex((wanted) => written.some((role) => role.includes(` ${wanted} `)));
    return found < 0 ? keys.length : found;
  });
  return new Set(of).size > 1 ? of : null;
}

/**
 * What tells somebody from others of the same name: their most frequent role, else their age, else their newspaper,
 * their state or how they are addressed. Empty if nothing does.
 */
function tellingOf(seen: readonly Seen[]): string {
  const wordings = new Map<string, { text: string; count: number }>();
  const facts = seen.map(({ appearance }) => appearance.facts ?? {});
  for (const { appearance } of seen) {
    const { roles, facts: { child } = {} } = appearance;
    for (const text of new Set(roles.map(({ text }) => briefly(text)).concat(child ?? []))) {
      if (!tells(text)) continue;
      const known = wordings.get(key(text)) ?? { text, count: 0 };
      wordings.set(key(text), { text: [known.text, text].sort()[0]!, count: known.count + 1 });
    }
  }
  const [told] = [...wordings.values()].sort(
    (a, b) => b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
  );
  const seat = usual(facts.map(({ seat }) => seat));
  if (told) return seat && !told.text.includes(seat) ? `${told.text}, ${seat}` : told.text;
  const age = usual(facts.map(({ age }) => age));
  const gender = usual(facts.map(({ gender }) => gender));
  const address = gender && { male: 'Mr.', female: 'Ms.' }[gender];
  return age !== undefined
    ? `aged ${age}`
    : (usual(facts.map(({ house }) => house)) ?? seat ?? address ?? '');
}

/** The most frequent of the known values, the first of equals. Undefined if none is known. */
function usual<T extends string | number>(values: readonly (T | undefined)[]): T | undefined {
  const known = values.filter((value) => value !== undefined).sort();
  const count = (value: T) => known.filter((each) => each === value).length;
  return known.reduce<T | undefined>(
    (best, value) => (best === undefined || count(value) > count(best) ? value : best),
    undefined,
  );
}

/** The first part of a description, before it turns to something else. */
const briefly = (role: string): string => role.split(/,| (?:who|from|in) | and (?=\p{Ll})/u)[0]!;

/** Longer descriptions say too much, and some are no descriptions. */
const tells = (role: string): boolean =>
  role.length <= 48 && !/[()]|^(?:by|and|of|or|with|considered)\b|\b(?:of|for|and|the)$/i.test(role);

function unlike(taken: ReadonlySet<string>, told: string, number: number): string {
  if (told === '') return String(number + 1);
  return taken.has(key(told)) ? `${told} ${number + 1}` : told;
}
