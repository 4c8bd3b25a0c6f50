import { upperBound } from '../text/ascending.ts';
import { memoise } from '../text/memoise.ts';
import { commonness, englishNumber, type Numbering, numberingOf } from './english.ts';
import { HashFilter } from './hash.ts';
import { findTerm, type Segment } from './segment.ts';
import { hashOf, terms } from './words.ts';

/** For how many words the numbers are remembered. */
const REMEMBERED = 4096;

/** All open segments as one. Documents are numbered throughout, and words weighed over all of them. */
export class Corpus {
  readonly segments: readonly Segment[];
  readonly size: number;
  /** Indexed terms in a document, on average. */
  readonly averageLength: number;
  readonly #bases: number[] = [];
  #forms: HashFilter | null = null;
  #ofEnglish: Numbering['own'][] | null = null;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    let base = 0;
    let length = 0;
    for (const segment of segments) {
      this.#bases.push(base);
      for (const one of segment.length) length += one;
      base += segment.ids.length;
    }
    this.size = base;
    this.averageLength = length / base || 1;
  }

  /** The number of a segment's first document. */
  base(segment: number): number {
    return this.#bases[segment]!;
  }

  /** The segment of a document, the segment's number, and the document's number within it. */
  at(document: number): { number: number; segment: Segment; local: number } {
    const number = upperBound(this.#bases, document) - 1;
    return { number, segment: this.segments[number]!, local: document - this.#bases[number]! };
  }

  /** The number of the term with this hash in each segment, or -1. Remembered, since words recur in questions. */
  readonly find: (hash: number) => Int32Array = memoise((hash) => {
    const english = englishNumber(hash);
    const found = new Int32Array(this.segments.length);
    for (let i = 0; i < found.length; i++)
      found[i] = english < 0 ? findTerm(this.segments[i]!, hash) : this.#english[i]![english]! - 1;
    return found;
  }, REMEMBERED);

  /** How many documents have the term with this hash. */
  readonly documentsWith: (hash: number) => number = memoise((hash) => {
    const found = this.find(hash);
    return this.segments.reduce((sum, { postingStart }, i) => {
      const term = found[i]!;
      return term < 0 ? sum : sum + postingStart[term + 1]! - postingStart[term]!;
    }, 0);
  }, REMEMBERED);

  /** For each segment, its numbers of the English words. */
  get #english(): readonly Numbering['own'][] {
    this.#ofEnglish ??= this.segments.map(({ termHash }) => numberingOf(termHash).own);
    return this.#ofEnglish;
  }

  /**
   * Whether some document has exactly this word, folded. Never for stop words. Rarely wrong, since hashes have 32 bits.
   */
  has(folded: string): boolean {
    const hash = hashOf(folded) >>> 0;
    this.#forms ??= this.#everyForm();
    const [stem] = this.#forms.has(hash) ? terms(folded) : [];
    if (stem === undefined) return false;
    return this.find(hashOf(stem)).some((term, i) => term >= 0 && this.segments[i]!.formHash.includes(hash));
  }

  /**
   * Inverse document frequency of a term that so many documents have, as if the corpus also had `BACKGROUND` documents
   * of ordinary English: five articles alone cannot tell a rare word from a common one.
   */
  weight(hash: number, documents: number): number {
    const holding = documents + BACKGROUND * commonness(hash);
    const all = this.size + BACKGROUND;
    return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
  }

  /**
   * The hashes of all words. They rule out most possible slips of the keyboard at once; hundreds are tried for a word.
   */
  #everyForm(): HashFilter {
    const lists = this.segments.map(({ formHash }) => formHash);
    const filter = new HashFilter(lists.reduce((sum, { length }) => sum + length, 0));
    for (const list of lists) for (const hash of list) filter.add(hash);
    return filter;
  }
}

const BACKGROUND = 200;

/** From this many documents on, a corpus is large. In a smaller one, a word tells less. */
export const FEW = 500;
