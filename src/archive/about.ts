import type { Corpus } from '../search/corpus.ts';
import type { Segment as SearchSegment } from '../search/segment.ts';
import { hashOf, terms } from '../search/words.ts';
import { bound, starts } from '../text/ascending.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Entry } from './entry.ts';
import type { Segment } from './segment.ts';

/**
 * How an attribution is about a term, and what each way counts: it says the term, what it answers says it, or its
 * sentence has it.
 */
export const Aboutness = { said: 0, answered: 1, near: 2 } as const;
const COUNTS = [1, 0.6, 0.25];

/** How many words of a topic are compared at most: the rarest. */
const MOST_TERMS = 32;
/** From this share of a topic on, by weight, an attribution is about it. */
const LEAST = 0.2;

/** For each term of `search`, the attributions of `entries` that are about it. See Columns. */
export function aboutOf(
  entries: readonly Entry[],
  search: SearchSegment,
): { readonly start: Uint32Array; readonly postings: Uint16Array | Uint32Array } {
  const lists: number[][] = Array.from(search.termHash, () => []);
  let first = 0;
  for (const [local, { attributions, sentences, ties }] of entries.entries()) {
    const places = placesOf(search, local);
    for (const [index, { content }] of attributions.entries()) {
      const near = sentences.filter((sentence) => content.some((span) => overlaps(sentence, span)));
      const answered = ties.flatMap(({ denial, claim }) =>
        denial === index ? attributions[claim]!.content : [],
      );
      const terms = new Map<number, number>();
      eachTermWithin(places, near, (term) => terms.set(term, Aboutness.near));
      eachTermWithin(places, answered, (term) => terms.set(term, Aboutness.answered));
      eachTermWithin(places, content, (term) => terms.set(term, Aboutness.said));
      for (const [term, how] of terms) lists[term]!.push((first + index) * 4 + how);
    }
    first += attributions.length;
  }
  const start = starts(lists.map(({ length }) => length));
  return { start, postings: (first * 4 < 0xffff ? Uint16Array : Uint32Array).from(lists.flat()) };
}

/** What somebody asks statements about. */
export class Subject {
  readonly #corpus: Corpus;
  /** By their number in each segment of the corpus. */
  readonly #terms: readonly { readonly found: Int32Array; readonly weight: number }[];
  readonly #whole: number;
  /** How much of it each attribution of a segment has. All 0 except while adding up. */
  #sums = new Float32Array(0);

  constructor(about: string, corpus: Corpus) {
    this.#corpus = corpus;
    this.#terms = terms(about)
      .map((term) => {
        const hash = hashOf(term);
        const frequency = corpus.documentsWith(hash);
        const weight = Math.log(1 + (corpus.size - frequency + 0.5) / (frequency + 0.5));
        return { found: corpus.find(hash), weight };
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_TERMS);
    this.#whole = this.#terms.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** Whether there is nothing to compare: no words, or only stop words. */
  get empty(): boolean {
    return this.#terms.length === 0;
  }

  /**
   * The attributions of `segment` that are about it, ascending, each with how much, 0 to 1. Below a fifth does not
   * count.
   */
  matches({
    search,
    columns: { about, aboutStart, kind },
  }: Segment): { attribution: number; score: number }[] {
    if (this.#sums.length < kind.length) this.#sums = new Float32Array(2 * kind.length);
    const sums = this.#sums;
    const touched: number[] = [];
    const number = this.#corpus.segments.indexOf(search);
    for (const { found, weight } of this.#terms) {
      const term = found[number]!;
      if (term < 0) continue;
      for (let i = aboutStart[term]!; i < aboutStart[term + 1]!; i++) {
        const attribution = about[i]! >>> 2;
        if (sums[attribution] === 0) touched.push(attribution);
        sums[attribution]! += weight * COUNTS[about[i]! & 3]!;
      }
    }
    const least = LEAST * this.#whole;
    const matching = touched
      .filter((attribution) => sums[attribution]! >= least)
      .sort((a, b) => a - b)
      .map((attribution) => ({ attribution, score: sums[attribution]! / this.#whole }));
    for (const attribution of touched) sums[attribution] = 0;
    return matching;
  }
}

/** The terms of a document's text in order, and where each stands. */
export interface Places {
  readonly at: readonly number[];
  readonly terms: readonly number[];
}

/** The terms of the text of document `local`, without stop words. */
export function placesOf(search: SearchSegment, local: number): Places {
  const { tokens, tokenStart, textStart, gap, formTerm, postingStart } = search;
  const places = { at: [] as number[], terms: [] as number[] };
  let at = 0;
  for (let i = tokenStart[local]! + textStart[local]!; i < tokenStart[local + 1]!; i++) {
    at += gap[i]!;
    const term = formTerm[tokens[i]!]!;
    // Stop words have a number but no postings. Fillers of long gaps have no number.
    if (postingStart[term + 1]! > postingStart[term]!) {
      places.at.push(at);
      places.terms.push(term);
    }
  }
  return places;
}

/** The terms with a place in one of the spans. */
export function termsWithin(places: Places, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  eachTermWithin(places, spans, (term) => found.add(term));
  return found;
}

function eachTermWithin({ at, terms }: Places, spans: readonly Span[], found: (term: number) => void): void {
  for (const { start, end } of spans)
    for (let i = bound(at.length, (place) => at[place]! < start); i < at.length && at[i]! < end; i++)
      found(terms[i]!);
}
