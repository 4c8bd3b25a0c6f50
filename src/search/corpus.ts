import { upperBound } from '../text/ascending.ts';
import { commonness } from './english.ts';
import type { Segment } from './segment.ts';

/** The open segments as one: documents are numbered through, and words weighed over all of them. */
export class Corpus {
  readonly segments: readonly Segment[];
  readonly size: number;
  /** Indexed terms in a document, on average. */
  readonly averageLength: number;
  readonly #bases: number[] = [];

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

  /** A document's segment and its number there. */
  at(document: number): { segment: Segment; local: number } {
    const segment = upperBound(this.#bases, document) - 1;
    return { segment: this.segments[segment]!, local: document - this.#bases[segment]! };
  }

  /**
   * Inverse document frequency of a term that so many documents hold, as if `BACKGROUND` documents of common English
   * were among them: five articles cannot tell a rare word from a common one.
   */
  weight(hash: number, documents: number): number {
    const holding = documents + BACKGROUND * commonness(hash);
    const all = this.size + BACKGROUND;
    return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
  }
}

const BACKGROUND = 200;
