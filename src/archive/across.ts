import { KINDS } from '../attribution/attribution.ts';
import { hashOf, terms } from '../search/words.ts';
import { Aboutness, type Places, placesOf, termsWithin } from './about.ts';
import type { Reference } from './archive.ts';
import { Best } from './best.ts';
import type { Collection, Place } from './collection.ts';
import { Recent } from './recent.ts';
import { documentOf, referenceOf, type Segment, spansOf } from './segment.ts';

/** An attribution by its segment and its number there. */
interface Standing {
  readonly segment: Segment;
  readonly attribution: number;
}

/** An attribution with the terms it is about and their weights. */
interface Statement extends Standing {
  readonly weights: ReadonlyMap<number, number>;
}

/**
 * How many words must agree besides names, and how much of each statement they must make up, by weight. A tie across
 * documents is less sure than one within a document.
 */
const SAME_PEOPLE = { words: 2, ofDenial: 0.55, ofClaim: 0.3 };
const NOBODY_IN_COMMON = { words: 4, ofDenial: 0.75, ofClaim: 0.5 };
/** How many days apart two articles may be for a denial in one to answer the other. */
const APART = 180;
/** How many counterparts are returned at most. */
const MOST = 3;
/**
 * With how many words of a denial claims are looked up, and how many claims are then compared with it: those that share
 * the most.
 */
const LOOKED_UP = 12;
const COMPARED = 48;

const DENIES = KINDS.map((kind) => kind === 'denial');
const CLAIMS = KINDS.map((kind) => kind === 'claim' || kind === 'quote' || kind === 'statement');

/** Finds which denials answer claims of other documents, by the words and people they share. Reads no text. */
export class Counterparts {
  readonly #collection: Collection;
  /** By number. */
  readonly #denials: Statement[] = [];
  /** For each segment, the numbers of its denials by attribution. */
  readonly #numbers = new Map<Segment, Map<number, number>>();
  /** Term hash → the numbers of the denials about it. */
  readonly #about = new Map<number, number[]>();
  /** What was found last. It stays valid as long as the collection does. */
  readonly #found = new Recent<Reference[]>(4096);
  readonly #places = new Recent<Places>(64);
  /** How many words each denial shares with a claim. All 0 except while counting. */
  readonly #shared: Uint8Array;
  /** How much of a denial each attribution of one segment has, and in how many words. All 0 except while adding up. */
  readonly #sums: Float32Array;
  readonly #times: Uint8Array;

  /** Looks through all denials of the collection. */
  constructor(collection: Collection) {
    this.#collection = collection;
    for (const segment of collection.segments) {
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
      const numbers = new Map<number, number>();
      for (const [attribution, weights] of found) {
        const number = this.#denials.push({ segment, attribution, weights }) - 1;
        numbers.set(attribution, number);
        for (const hash of weights.keys()) {
          const there = this.#about.get(hash);
          if (there) there.push(number);
          else this.#about.set(hash, [number]);
        }
      }
      this.#numbers.set(segment, numbers);
    }
    this.#shared = new Uint8Array(this.#denials.length);
    const most = Math.max(0, ...collection.segments.map(({ columns }) => columns.kind.length));
    this.#sums = new Float32Array(most);
    this.#times = new Uint8Array(most);
  }

  /** Denials in other documents that answer a claim, or claims there that a denial answers, likeliest first. */
  of(place: Place, index: number): Reference[] {
    return this.#found.get(`${index} ${place.segment.ids[place.local]}`, () => this.#find(place, index));
  }

  #find({ segment, local }: Place, index: number): Reference[] {
    const attribution = segment.columns.attributionStart[local]! + index;
    const kind = segment.columns.kind[attribution]!;
    if (DENIES[kind]) {
      const number = this.#numbers.get(segment)?.get(attribution);
      if (number === undefined) return [];
      const own = this.#denials[number]!;
      return this.#likeliest(own, this.#claimsFor(own), (claim) => this.#fit(own, claim));
    }
    if (!CLAIMS[kind]) return [];
    const own = this.#claim(segment, local, attribution);
    return this.#likeliest(own, this.#denialsFor(own), (denial) => this.#fit(denial, own));
  }

  #likeliest(own: Statement, others: readonly Statement[], fitOf: (other: Statement) => number): Reference[] {
    const { document } = referenceOf(own.segment, own.attribution);
    return others
      .map((other) => ({ other, fit: fitOf(other) }))
      .filter(({ fit }) => fit > 0)
      .map(({ other, fit }) => ({ ...referenceOf(other.segment, other.attribution), fit }))
      .filter((other) => other.document !== document)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST)
      .map(({ document, index }) => ({ document, index }));
  }

  #denialsFor({ weights }: Statement): Statement[] {
    const touched: number[] = [];
    for (const hash of weights.keys())
      for (const denial of this.#about.get(hash) ?? []) {
        if (this.#shared[denial] === 0) touched.push(denial);
        if (this.#shared[denial]! < SAME_PEOPLE.words) this.#shared[denial]!++;
      }
    const found = touched.filter((denial) => this.#shared[denial] === SAME_PEOPLE.words);
    for (const denial of touched) this.#shared[denial] = 0;
    return found.map((denial) => this.#denials[denial]!);
  }

  #claimsFor(denial: Statement): Statement[] {
    const names = new Set(this.#nameTerms(denial));
    const said = [...denial.weights]
      .filter(([hash]) => !names.has(hash))
      .sort((a, b) => b[1] - a[1])
      .slice(0, LOOKED_UP);
    if (said.length < SAME_PEOPLE.words) return [];
    const best = new Best<{ segment: Segment; attribution: number; rank: number }>(COMPARED);
    const { segments, corpus } = this.#collection;
    for (const [number, segment] of segments.entries()) {
      const { about, aboutStart, kind } = segment.columns;
      const touched: number[] = [];
      const shared: number[] = [];
      for (const [hash, weight] of said) {
        const term = corpus.find(hash)[number]!;
        if (term < 0) continue;
        for (let i = aboutStart[term]!; i < aboutStart[term + 1]!; i++) {
          const attribution = about[i]! >>> 2;
          if ((about[i]! & 3) !== Aboutness.said || !CLAIMS[kind[attribution]!]) continue;
          if (this.#times[attribution] === 0) touched.push(attribution);
          if (this.#times[attribution] === 1) shared.push(attribution);
          this.#times[attribution]!++;
          this.#sums[attribution]! += weight;
        }
      }
      for (const attribution of shared) {
        const rank = this.#sums[attribution]!;
        if (best.wants(rank)) best.add({ segment, attribution, rank });
      }
      for (const attribution of touched) {
        this.#sums[attribution] = 0;
        this.#times[attribution] = 0;
      }
    }
    return best
      .inOrder()
      .filter((claim) => isNear(denial, claim))
      .map(({ segment, attribution }) => this.#claim(segment, documentOf(segment, attribution), attribution));
  }

  #claim(segment: Segment, local: number, attribution: number): Statement {
    const places = this.#places.get(segment.ids[local]!, () => placesOf(segment.search, local));
    const terms = termsWithin(places, spansOf(segment, attribution));
    const { termHash } = segment.search;
    const weights = new Map(Array.from(terms, (term) => [termHash[term]!, weightOf(segment, term)]));
    return { segment, attribution, weights };
  }

  /** How well a denial answers a claim; 0 if it does not. */
  #fit(denial: Statement, claim: Statement): number {
    if (!isNear(denial, claim)) return 0;
    const [by, about] = [this.#people(denial, 'speaker'), this.#people(denial, 'mention')];
    const [sayer, named] = [this.#people(claim, 'speaker'), this.#people(claim, 'mention')];
    if (by.some((name) => sayer.includes(name))) return 0;
    const linked = [...by, ...about].some((name) => named.includes(name));
    const least = linked ? SAME_PEOPLE : NOBODY_IN_COMMON;
    const common = [...denial.weights.keys()].filter((hash) => claim.weights.has(hash));
    if (common.length < least.words) return 0;
    const names = new Set([denial, claim].flatMap((one) => this.#nameTerms(one)));
    const words = common.filter((hash) => !names.has(hash));
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

  /** Canonical numbers of those who speak in a statement, or are mentioned in it. */
  #people({ segment, attribution }: Statement, role: 'speaker' | 'mention'): number[] {
    const { columns } = segment;
    const { names } = this.#collection;
    const people: number[] = [];
    for (let i = columns[`${role}Start`][attribution]!; i < columns[`${role}Start`][attribution + 1]!; i++) {
      const number = names.numberIn(segment, columns[role][i]!, attribution);
      if (number >= 0) people.push(number);
    }
    return people;
  }
}

/** Whether two statements were published close enough for one to answer the other. Unknown dates count as close. */
function isNear(a: Standing, b: Standing): boolean {
  const days = Math.abs(publishedOf(a) - publishedOf(b));
  return Number.isNaN(days) || days <= APART;
}

/** Inverse document frequency within the segment, which stands in for the corpus. */
function weightOf({ search }: Segment, term: number): number {
  const frequency = search.postingStart[term + 1]! - search.postingStart[term]!;
  return Math.log(1 + (search.ids.length - frequency + 0.5) / (frequency + 0.5));
}

/** The share of these words, names aside, in the weight of a statement. */
function shareOf({ weights }: Statement, words: readonly number[], names: ReadonlySet<number>): number {
  let all = 0;
  for (const [hash, weight] of weights) if (!names.has(hash)) all += weight;
  return words.reduce((sum, hash) => sum + weights.get(hash)!, 0) / all;
}

function publishedOf({ segment, attribution }: Standing): number {
  return segment.columns.published[documentOf(segment, attribution)]!;
}
