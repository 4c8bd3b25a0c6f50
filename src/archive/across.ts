import { KINDS } from '../attribution/attribution.ts';
import { findTerm } from '../search/segment.ts';
import { hashOf, terms } from '../search/words.ts';
import { Aboutness, placesOf, termsWithin } from './about.ts';
import type { Reference } from './archive.ts';
import type { Collection, Place } from './collection.ts';
import { Recent } from './recent.ts';
import { documentOf, referenceOf, type Segment, spansOf } from './segment.ts';

/** An attribution by its segment and its number there, with the terms it is about and what each weighs. */
interface Statement {
  readonly segment: Segment;
  readonly attribution: number;
  readonly weights: ReadonlyMap<number, number>;
}

/**
 * A tie across documents is less sure than within one. So many words that are nobody's name must be the same, and so much
 * of what both say, by weight.
 */
const SAME_PEOPLE = { words: 2, ofDenial: 0.55, ofClaim: 0.3 };
const NOBODY_IN_COMMON = { words: 4, ofDenial: 0.75, ofClaim: 0.5 };
/** Beyond so many days between two articles, a denial answers something else. */
const APART = 180;
const MOST = 3;
/** Claims are looked up by so many words of a denial, and so many are compared with it: those that share the most. */
const LOOKED_UP = 12;
const COMPARED = 48;

const DENIES = KINDS.map((kind) => kind === 'denial');
const CLAIMS = KINDS.map((kind) => kind === 'claim' || kind === 'quote' || kind === 'statement');

/** Which denials answer which claims of other documents: those that share words and people. Reads no text. */
export class Answers {
  readonly #collection: Collection;
  readonly #denials = new Map<string, Statement>();
  /** Term hash → keys of the denials about it. */
  readonly #about = new Map<number, string[]>();
  /** What was found last: it stays so for as long as the collection does. */
  readonly #found = new Recent<Reference[]>(4096);
  readonly #places = new Recent<ReturnType<typeof placesOf>>(64);

  /** Looks through all denials of the collection. */
  constructor(collection: Collection) {
    this.#collection = collection;
    for (const [number, segment] of collection.segments.entries()) {
      const { about, aboutStart, kind } = segment.columns;
      const found = new Map<number, Map<number, number>>();
      for (let term = 0; term + 1 < aboutStart.length; term++)
        for (let i = aboutStart[term]!; i < aboutStart[term + 1]!; i++) {
          const attribution = about[i]! >>> 2;
          if (!DENIES[kind[attribution]!] || (about[i]! & 3) === Aboutness.near) continue;
          const weights = found.get(attribution) ?? new Map<number, number>();
          weights.set(segment.search.termHash[term]!, weightOf(segment, term));
          found.set(attribution, weights);
        }
      for (const [attribution, weights] of found) {
        const key = `${number} ${attribution}`;
        this.#denials.set(key, { segment, attribution, weights });
        for (const hash of weights.keys()) {
          const there = this.#about.get(hash);
          if (there) there.push(key);
          else this.#about.set(hash, [key]);
        }
      }
    }
  }

  /** Denials in other documents that answer a claim, or claims there that a denial answers, the likeliest first. */
  to(place: Place, index: number): Reference[] {
    return this.#found.get(`${index} ${place.segment.ids[place.local]}`, () => this.#find(place, index));
  }

  #find({ segment, local }: Place, index: number): Reference[] {
    const attribution = segment.columns.attributionStart[local]! + index;
    const kind = segment.columns.kind[attribution]!;
    if (DENIES[kind]) {
      const own = this.#denials.get(`${this.#collection.segments.indexOf(segment)} ${attribution}`);
      return own ? this.#likeliest(own, this.#claimsFor(own), (claim) => this.#fit(own, claim)) : [];
    }
    if (!CLAIMS[kind]) return [];
    const own = this.#claim(segment, local, attribution);
    return this.#likeliest(own, this.#denialsFor(own), (denial) => this.#fit(denial, own));
  }

  #likeliest(own: Statement, others: readonly Statement[], fitOf: (other: Statement) => number): Reference[] {
    const { document } = referenceOf(own.segment, own.attribution);
    return others
      .map((other) => ({ ...referenceOf(other.segment, other.attribution), fit: fitOf(other) }))
      .filter((other) => other.fit > 0 && other.document !== document)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST)
      .map(({ document, index }) => ({ document, index }));
  }

  #denialsFor({ weights }: Statement): Statement[] {
    const shared = new Map<string, number>();
    for (const hash of weights.keys())
      for (const key of this.#about.get(hash) ?? []) shared.set(key, (shared.get(key) ?? 0) + 1);
    return [...shared].flatMap(([key, words]) => (words >= SAME_PEOPLE.words ? this.#denials.get(key)! : []));
  }

  #claimsFor(denial: Statement): Statement[] {
    const names = new Set(this.#nameTerms(denial));
    const said = [...denial.weights]
      .filter(([hash]) => !names.has(hash))
      .sort((a, b) => b[1] - a[1])
      .slice(0, LOOKED_UP);
    const found: { segment: Segment; attribution: number; sum: number }[] = [];
    for (const segment of said.length < SAME_PEOPLE.words ? [] : this.#collection.segments) {
      const { about, aboutStart, kind } = segment.columns;
      const sums = new Float32Array(kind.length);
      const shared = new Map<number, number>();
      for (const [hash, weight] of said) {
        const term = findTerm(segment.search, hash);
        if (term < 0) continue;
        for (let i = aboutStart[term]!; i < aboutStart[term + 1]!; i++) {
          const attribution = about[i]! >>> 2;
          if ((about[i]! & 3) !== Aboutness.said || !CLAIMS[kind[attribution]!]) continue;
          if (sums[attribution]! > 0) shared.set(attribution, (shared.get(attribution) ?? 1) + 1);
          sums[attribution]! += weight;
        }
      }
      for (const [attribution, words] of shared)
        if (words >= SAME_PEOPLE.words) found.push({ segment, attribution, sum: sums[attribution]! });
    }
    return found
      .sort((a, b) => b.sum - a.sum)
      .slice(0, COMPARED)
      .map(({ segment, attribution }) => this.#claim(segment, documentOf(segment, attribution), attribution));
  }

  #claim(segment: Segment, local: number, attribution: number): Statement {
    const places = this.#places.get(segment.ids[local]!, () => placesOf(segment.search, local));
    const terms = termsWithin(places, spansOf(segment, attribution));
    const { termHash } = segment.search;
    const weights = new Map(Array.from(terms, (term) => [termHash[term]!, weightOf(segment, term)]));
    return { segment, attribution, weights };
  }

  /** How well a denial answers a claim, 0 where it does not. */
  #fit(denial: Statement, claim: Statement): number {
    const days = publishedOf(denial) - publishedOf(claim);
    if (Math.abs(days) > APART) return 0;
    const [by, about] = [this.#people(denial, 'speaker'), this.#people(denial, 'mention')];
    const [sayer, named] = [this.#people(claim, 'speaker'), this.#people(claim, 'mention')];
    if ([...by].some((name) => sayer.has(name))) return 0;
    const linked = [...by, ...about].some((name) => named.has(name));
    const least = linked ? SAME_PEOPLE : NOBODY_IN_COMMON;
    const names = new Set([denial, claim].flatMap((one) => this.#nameTerms(one)));
    const words = [...denial.weights.keys()].filter((hash) => claim.weights.has(hash) && !names.has(hash));
    const [ofDenial, ofClaim] = [shareOf(denial, words, names), shareOf(claim, words, names)];
    const fits = words.length >= least.words && ofDenial >= least.ofDenial && ofClaim >= least.ofClaim;
    return fits ? ofDenial + ofClaim + (linked ? 1 : 0) : 0;
  }

  /** The terms of the names that a statement's content mentions. */
  #nameTerms({ segment, attribution }: Statement): number[] {
    const { mention, mentionStart } = segment.columns;
    const names = mention.subarray(mentionStart[attribution]!, mentionStart[attribution + 1]!);
    return Array.from(names, (name) => segment.names[name]!).flatMap((name) => terms(name).map(hashOf));
  }

  /** Canonical numbers of who speaks in a statement, or is mentioned. */
  #people({ segment, attribution }: Statement, role: 'speaker' | 'mention'): Set<number> {
    const { columns } = segment;
    const numbers = this.#collection.names.numbersIn(segment);
    const start = columns[`${role}Start`];
    const names = columns[role].subarray(start[attribution]!, start[attribution + 1]!);
    return new Set(Array.from(names, (name) => numbers[name]!).filter((number) => number >= 0));
  }
}

/** Inverse document frequency within the segment, which is a sample of the corpus. */
function weightOf({ search }: Segment, term: number): number {
  const frequency = search.postingStart[term + 1]! - search.postingStart[term]!;
  return Math.log(1 + (search.ids.length - frequency + 0.5) / (frequency + 0.5));
}

/** How much of what a statement says, names aside, these words are. */
function shareOf({ weights }: Statement, words: readonly number[], names: ReadonlySet<number>): number {
  let all = 0;
  for (const [hash, weight] of weights) if (!names.has(hash)) all += weight;
  return words.reduce((sum, hash) => sum + weights.get(hash)!, 0) / all;
}

function publishedOf({ segment, attribution }: Statement): number {
  return segment.columns.published[documentOf(segment, attribution)]!;
}
