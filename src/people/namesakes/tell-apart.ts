import { contradict, type Trait } from './traits.ts';

/** One document's use of a shared name. */
export interface Sighting<Other> {
  /** The year the document was published, or null. */
  readonly year: number | null;
  /** The ids of the traits the document gives them. */
  readonly traits: readonly string[];
  /** The others the document names. */
  readonly company: readonly Other[];
}

/** How much it tells that two documents both name somebody. It is 0 for people all of them name. */
type Rarity<Other> = (other: Other) => number;

/*
 * These numbers, and those of the traits, were set by reading who is told apart in 257 corpora of 50 to 2,500 news articles: the
 * eight names that two people bear there, and nobody else.
 */

/** From this share of rare company in common, contradicting traits are taken for one career after all. */
const SAME_COMPANY = 0.35;
/**
 * A document without traits means the person with whom it shares this much company, and this many times more than with
 * anybody else.
 */
const LIKELY = 3;
const CLEARLY = 2;
/** A person named this many times as often as a namesake: the namesake is probably a misreading. */
const OUTNUMBERED = 10;

/**
 * Tells people with the same full name apart. Returns, for each sighting, the number of the person it means: 0 is the
 * most frequent, -1 means open. Returns null if all may be one person.
 *
 * They are one person unless documents contradict each other: by age, by the state that elected them, by form of
 * address, or by vocations that do not go together. A document that has both traits, or nearly the same company, makes
 * them one career after all. The order of the sightings does not matter.
 */
export function tellApart<Other>(
  sightings: readonly Sighting<Other>[],
  rarity: Rarity<Other>,
): number[] | null {
  const told = sightings.map(({ traits }) => traits);
  const traits = new Map<string, Told<Other>>();
  for (const [number, ids] of told.entries())
    for (const id of ids) {
      const trait = traits.get(id) ?? { id, beside: new Set(), years: new Set(), in: [] };
      traits.set(id, trait);
      trait.in.push(sightings[number]!);
      const { year } = sightings[number]!;
      if (year !== null) trait.years.add(year);
      for (const other of ids) if (other !== id) trait.beside.add(other);
    }
  const people = peopleOf([...traits.values()], rarity);
  if (people.length < 2) return null;
  const of = told.map((ids) => {
    const meant = new Set(
      ids.flatMap((id) => people.flatMap((person, number) => (person.has(id) ? number : []))),
    );
    return meant.size === 1 ? [...meant][0]! : -1;
  });
  const company = people.map(
    (_, number) => new Set(sightings.flatMap((one, at) => (of[at] === number ? one.company : []))),
  );
  return of.map((number, at) => {
    if (number >= 0) return number;
    const shares = company.map((known) => shared(new Set(sightings[at]!.company), known, rarity));
    const best = shares.indexOf(Math.max(...shares));
    const clear = shares.every((share, other) => other === best || shares[best]! >= CLEARLY * share);
    return shares[best]! >= LIKELY && clear ? best : -1;
  });
}

interface Told<Other> extends Trait {
  /** The traits that occur together with this one in some document. */
  readonly beside: Set<string>;
  readonly years: Set<number>;
  readonly in: Sighting<Other>[];
}

/** The traits of each person, the most frequent person first. Fewer than two where nobody can be told apart. */
function peopleOf<Other>(traits: readonly Told<Other>[], rarity: Rarity<Other>): Set<string>[] {
  const sorted = [...traits].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rivals = sorted.flatMap((a, i) =>
    sorted.slice(i + 1).flatMap((b) => (contradict(a, b) ? [[a, b] as const] : [])),
  );
  if (rivals.length === 0) return [];
  const rivalsOf = new Map(sorted.map(({ id }) => [id, new Set<string>()]));
  for (const [{ id: a }, { id: b }] of rivals) {
    rivalsOf.get(a)!.add(b);
    rivalsOf.get(b)!.add(a);
  }
  const against = (one: string, two: string) => rivalsOf.get(one)!.has(two);
  const home = new Map(sorted.map(({ id }) => [id, new Set([id])]));
  const join = (a: string, b: string) => {
    const [into, from] = [home.get(a)!, home.get(b)!];
    if (into === from) return;
    for (const id of from) home.set(id, into.add(id));
  };
  // Something two rivals share, such as an office, is not evidence for either.
  const common = new Set(
    sorted.flatMap(({ id, beside }) =>
      rivals.some(
        ([a, b]) => beside.has(a.id) && beside.has(b.id) && !against(id, a.id) && !against(id, b.id),
      )
        ? id
        : [],
    ),
  );
  for (const { id, beside } of sorted)
    for (const other of beside) if (!common.has(id) && !common.has(other)) join(id, other);
  const company = new Map(
    rivals.flat().map((trait) => [trait, new Set(trait.in.flatMap(({ company }) => company))]),
  );
  for (const [a, b] of rivals)
    if (likeness(company.get(a)!, company.get(b)!, rarity) >= SAME_COMPANY) join(a.id, b.id);
  const apart = rivals.filter(([a, b]) => home.get(a.id) !== home.get(b.id));
  const sizeOf = (group: ReadonlySet<string>) =>
    Math.max(...sorted.map((trait) => (group.has(trait.id) ? trait.in.length : 0)));
  const groups = [...new Set(apart.flat().map(({ id }) => home.get(id)!))].sort(
    (a, b) => sizeOf(b) - sizeOf(a),
  );
  const people: Set<string>[] = [];
  for (const group of groups) {
    if (people[0] && sizeOf(people[0]) >= OUTNUMBERED * sizeOf(group)) continue;
    const same = people.find((person) => ![...group].some((a) => [...person].some((b) => against(a, b))));
    if (same) for (const id of group) same.add(id);
    else people.push(new Set(group));
  }
  return people;
}

/** The share of the rarer of two companies that the other has as well, 0 to 1. */
function likeness<Other>(a: ReadonlySet<Other>, b: ReadonlySet<Other>, rarity: Rarity<Other>): number {
  const smaller = Math.min(shared(a, a, rarity), shared(b, b, rarity));
  return smaller === 0 ? 0 : shared(a, b, rarity) / smaller;
}

function shared<Other>(a: ReadonlySet<Other>, b: ReadonlySet<Other>, rarity: Rarity<Other>): number {
  let sum = 0;
  for (const other of a) if (b.has(other)) sum += rarity(other);
  return sum;
}
