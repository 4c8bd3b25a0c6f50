import { fold } from '../fold.ts';
import { INSTITUTIONS } from '../lexicon.ts';
import { fullName, type Parts, partsOf, qualified, samePerson, surnameKey } from '../parts.ts';
import type { Alias, Person } from '../person.ts';
import type { CastList } from './cast.ts';
import { type Division, divide, meantBy, type Seen } from './division.ts';
import { absorb, addAppearance, type Entry, emptyEntry } from './entry.ts';

/** An entry, and the name a document means by what it writes. */
interface Named {
  readonly entry: Entry;
  readonly name: string;
}

/** Everybody a corpus names. */
export interface Merged {
  readonly entries: Entry[];
  readonly documents: { id: string; published: string | null }[];
  /** Entries by folded name. */
  readonly nameOf: Map<string, Entry>;
  /** Divisions of shared full names, by folded name. */
  readonly divisions: ReadonlyMap<string, Division>;
}

/**
 * Lists everybody the documents name, each once. The same full name means the same person unless documents contradict
 * that. A short form or a missing middle name counts where only one person fits. A bare surname belongs to the one
 * person of the corpus who has it, or else stays separate. `aliases` take precedence over all of this. Works in small
 * steps, so that the thread can do other things in between.
 */
export function* mergeCasts(lists: Iterable<CastList>, aliases: readonly Alias[]): Generator<void, Merged> {
  const ruled = new Map<string, Alias>();
  const apart = new Set<string>();
  for (const alias of aliases) {
    if (alias.apart) apart.add(fold(alias.name));
    for (const name of [alias.name, ...alias.aliases]) ruled.set(fold(name), alias);
  }
  const documents: { id: string; published: string | null }[] = [];
  const byKey = new Map<string, Entry>();
  const entryFor = (type: Person['type'], written: string): Named | null => {
    const plain = fold(written);
    const alias = ruled.get(plain);
    if (alias?.hidden) return null;
    const name = alias?.name ?? written;
    const entryKey = `${alias?.type ?? type} ${alias ? fold(name) : plain}`;
    const entry = byKey.get(entryKey) ?? emptyEntry(name, alias?.type ?? type);
    byKey.set(entryKey, entry);
    return { entry, name };
  };
  /** The same names come again and again, so each is worked out once. */
  const known = { person: new Map<string, Named | null>(), organisation: new Map<string, Named | null>() };
  const seen = new Map<Entry, Seen[]>();
  for (const list of lists) {
    const number = documents.push({ id: list.document, published: list.published }) - 1;
    const company: Entry[] = [];
    for (const appearance of list.people) {
      let named = known[appearance.type].get(appearance.name);
      if (named === undefined) {
        named = entryFor(appearance.type, appearance.name);
        known[appearance.type].set(appearance.name, named);
      }
      if (!named) continue;
      const { entry, name } = named;
      addAppearance(entry, name, number, appearance);
      company.push(entry);
      if (entry.type === 'person' && /\s/.test(name)) {
        const before = seen.get(entry);
        if (!before) seen.set(entry, [{ document: number, appearance, company }]);
        else if (before.length < FAMOUS) before.push({ document: number, appearance, company });
      }
    }
    yield;
  }
  const home = new Map<Entry, Entry>();
  yield* retype(byKey);
  const divisions = yield* divideAll(byKey, seen, documents, aliases, home);
  yield* mergePeople(
    [...byKey.values()].filter(
      (entry) => entry.type === 'person' && !home.has(entry) && !apart.has(fold(entry.name)),
    ),
    home,
  );
  for (const alias of aliases) {
    const entry =
      byKey.get(`${alias.type ?? 'person'} ${fold(alias.name)}`) ??
      byKey.get(`organisation ${fold(alias.name)}`);
    if (entry) for (const name of alias.aliases) (home.get(entry) ?? entry).given.add(name);
  }
  const entries = [...byKey.values()].filter((entry) => !home.has(entry));
  for (const entry of entries) {
    const alias = ruled.get(fold(entry.name));
    entry.name = entry.divided ? entry.name : (alias?.name ?? mostUsed(entry));
    for (const form of institutions.get(entry.name) ?? []) entry.given.add(form);
    yield;
  }
  entries.sort((a, b) => prominence(b) - prominence(a) || (a.name < b.name ? -1 : 1));
  const nameOf = new Map<string, Entry>();
  const settle = (name: string, entry: Entry) => {
    const there = nameOf.get(name);
    if (!there || prominence(there) < prominence(entry)) nameOf.set(name, entry);
  };
  for (const entry of byKey.values()) {
    const at = home.get(entry) ?? entry;
    if (entry.told !== null) settle(fold(fullName(entry.name, entry.told)), at);
    else for (const name of entry.names.keys()) settle(fold(name), at);
    yield;
  }
  for (const [name, alias] of ruled) {
    const entry = nameOf.get(fold(alias.name));
    if (entry && !alias.hidden) nameOf.set(name, entry);
  }
  return { entries, documents, nameOf, divisions };
}

/**
 * From this many documents on, a full name belongs to somebody well known, whom documents name without introduction.
 */
const FAMOUS = 200;

/** Divides entries whose name means several people, and applies what moderators decided about one of them. */
function* divideAll(
  byKey: Map<string, Entry>,
  seen: ReadonlyMap<Entry, readonly Seen[]>,
  documents: Merged['documents'],
  aliases: readonly Alias[],
  home: Map<Entry, Entry>,
): Generator<void, Map<string, Division>> {
  const one = new Set(
    aliases.flatMap(({ name, aliases, apart }) => (apart ? [] : [name, ...aliases].map(fold))),
  );
  const apart = aliases.filter((alias) => alias.apart);
  const divisions = new Map<string, Division>();
  for (const [entryKey, entry] of [...byKey]) {
    yield;
    const appearances = seen.get(entry) ?? [];
    if (appearances.length < 2 || appearances.length === FAMOUS || one.has(fold(entry.name))) continue;
    const division = divide(entry, appearances, documents, apart);
    if (!division) continue;
    byKey.delete(entryKey);
    for (const [number, part] of division.entries.entries()) byKey.set(`${entryKey} ${number}`, part);
    divisions.set(fold(entry.name), division);
  }
  rule(byKey, divisions, aliases, home);
  return divisions;
}

/** Joins and hides people of a shared name as moderators decided, by qualified names. */
function rule(
  byKey: Map<string, Entry>,
  divisions: Map<string, Division>,
  aliases: readonly Alias[],
  home: Map<Entry, Entry>,
): void {
  const plain = (name: string): Entry | null =>
    byKey.get(`person ${fold(name)}`) ?? byKey.get(`organisation ${fold(name)}`) ?? null;
  const meant = (written: string): Entry | null => {
    const one = qualified(written);
    const division = one && divisions.get(fold(one.name));
    return division ? meantBy(division, one.told) : one ? null : plain(written);
  };
  const homeOf = (entry: Entry): Entry => (home.has(entry) ? homeOf(home.get(entry)!) : entry);
  for (const { name, aliases: others, hidden } of aliases) {
    const into = meant(name) ?? plain(qualified(name)?.name ?? name);
    if (!into || ![name, ...others].some((each) => qualified(each))) continue;
    if (hidden) {
      if (into.divided) hide(byKey, divisions, into);
      continue;
    }
    // Documents that use another name moderators gave to this one were listed under the qualified name.
    for (const each of [plain(name), ...others.map(meant)])
      if (each && homeOf(each) !== homeOf(into)) join(homeOf(into), each, home);
  }
  for (const [name, { of, entries, open }] of divisions) {
    const left = new Set(entries.filter((entry) => entry !== open).map(homeOf));
    // If only one person is left, documents that left it open mean them.
    if (left.size === 1 && open && homeOf(open) === open) join([...left][0]!, open, home);
    for (const [document, entry] of of) if (entry) of.set(document, homeOf(entry));
    if (left.size > 1) continue;
    divisions.delete(name);
    for (const only of left) if (only.divided) Object.assign(only, { divided: false, told: null });
  }
}

function hide(byKey: Map<string, Entry>, divisions: Map<string, Division>, entry: Entry): void {
  for (const [entryKey, each] of byKey) if (each === entry) byKey.delete(entryKey);
  for (const { of } of divisions.values())
    for (const [document, each] of of) if (each === entry) of.set(document, null);
}

/** A single word that some document took for a body is a surname if it is somebody's surname in others. */
function* retype(byKey: Map<string, Entry>): Generator<void> {
  const surnames = new Set<string>();
  for (const { type, name } of byKey.values()) {
    const { given, surname } = partsOf(name);
    if (type === 'person' && given !== '') surnames.add(surnameKey(surname));
    yield;
  }
  for (const [entryKey, entry] of [...byKey]) {
    yield;
    const plain = fold(entry.name);
    if (entry.type === 'person' || !surnames.has(plain) || institutions.has(entry.name)) continue;
    byKey.delete(entryKey);
    const person = byKey.get(`person ${plain}`);
    if (person) absorb(person, entry);
    else byKey.set(`person ${plain}`, { ...entry, type: 'person' });
  }
}

const institutions = new Map(INSTITUTIONS.map(({ names }) => [names[0]!, names.slice(1)]));

const prominence = ({ statements, documents }: Entry): number => 2 * statements + documents.length;

const mostUsed = ({ name, names }: Entry): string => {
  let best = name;
  for (const [other, count] of names) if (count > (names.get(best) ?? 0)) best = other;
  return best;
};

/** Joins the entries of the same person. `home` says where each joined entry went. */
function* mergePeople(entries: readonly Entry[], home: Map<Entry, Entry>): Generator<void> {
  const families = new Map<string, { entry: Entry; parts: Parts }[]>();
  for (const entry of entries) {
    const parts = partsOf(entry.name);
    const surname = surnameKey(parts.surname);
    const family = families.get(surname);
    if (family) family.push({ entry, parts });
    else families.set(surname, [{ entry, parts }]);
    yield;
  }
  for (const family of families.values()) {
    yield;
    if (family.length < 2) continue;
    family.sort((a, b) => b.entry.documents.length - a.entry.documents.length);
    const people: { entry: Entry; all: Parts[] }[] = [];
    for (const { entry, parts } of family) {
      if (parts.given === '') continue;
      const fits = entry.divided
        ? []
        : people.filter(({ all }) => all.every((other) => mayJoin(other, parts, family.length)));
      if (fits.length === 1) {
        join(fits[0]!.entry, entry, home);
        fits[0]!.all.push(parts);
      } else people.push({ entry, all: [parts] });
    }
    const bearer = onlyBearer(people.map(({ entry }) => entry));
    if (bearer) for (const { entry, parts } of family) if (parts.given === '') join(bearer, entry, home);
  }
}

/** For a surname alone to mean one bearer, this many times more documents must name them than all others. */
const DOMINANT = 10;

/**
 * The one person of a corpus whom a surname means. An occasional misspelt first name does not count as a second person.
 */
function onlyBearer(people: readonly Entry[]): Entry | null {
  const [first, ...others] = [...people].sort((a, b) => b.documents.length - a.documents.length);
  const rest = others.reduce((sum, { documents }) => sum + documents.length, 0);
  return first && first.documents.length >= DOMINANT * rest ? first : null;
}

/** "Mike" and "Michael" are the same only in a small family: common surnames have several of each. */
function mayJoin(a: Parts, b: Parts, family: number): boolean {
  if (!samePerson(a, b)) return false;
  return fold(a.given) === fold(b.given) || family <= 4;
}

function join(into: Entry, entry: Entry, home: Map<Entry, Entry>): void {
  home.set(entry, into);
  absorb(into, entry);
}
