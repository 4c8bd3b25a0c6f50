import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';
import type { Segment } from './segment.ts';

/** The most characters of an excerpt of free text. A single quotation may be longer. */
export const LONGEST = 350;

/** The question's terms found in some stretch of a document, as sets of one bit each. */
export interface Marks {
  /**
   * Terms found by their stem; those of them in the question's own form; those that follow each other as in the
   * question.
   */
  readonly stems: number;
  readonly exact: number;
  readonly pairs: number;
  /** Terms for which a similar word stands there. */
  readonly kin: number;
}

/** What the index tells of a document for one question before it is read. */
export interface Glance {
  readonly segment: Segment;
  readonly local: number;
  /** Terms in the title and text. */
  readonly all: number;
  /** BM25 with frequencies of the whole corpus, as a share of the score of a document full of every term. */
  readonly score: number;
  /** None of its windows promises more. */
  readonly most: number;
}

/** A document read for one question. */
export interface Reading extends Glance {
  /** For each sentence. */
  readonly marks: readonly Marks[];
  /** Terms in the title. */
  readonly title: number;
  /** How often the document has each term. */
  readonly counts: readonly number[];
  /** Each term's share of the question's weight, lower for terms found all over the document. They add up to 1. */
  readonly shares: Float64Array;
}

/** Consecutive sentences `first` to `last` of a document, or a part of one sentence that is too long for an excerpt. */
export interface Window extends Marks {
  readonly reading: Reading;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** A first impression. Most windows are dropped by it. */
  readonly promise: number;
}

/** The span of a sentence of a document in its text. */
export function spanOf({ segment, local }: Reading, sentence: number): Span {
  const s = segment.sentenceStart[local]! + sentence;
  return { start: segment.sentenceFrom[s]!, end: segment.sentenceTo[s]! };
}

/** The first token of a sentence, and the one behind its last. */
export function tokensOf(
  { segment: { sentenceStart, sentenceToken, tokenStart }, local, marks }: Reading,
  sentence: number,
): { readonly from: number; readonly to: number } {
  const s = sentenceStart[local]! + sentence;
  const begin = tokenStart[local]!;
  const isLast = sentence + 1 === marks.length;
  return {
    from: begin + sentenceToken[s]!,
    to: isLast ? tokenStart[local + 1]! : begin + sentenceToken[s + 1]!,
  };
}

/** Where each token of a sentence starts in the text. */
export function startsOf(reading: Reading, sentence: number): number[] {
  const { gap, tokenStart, textStart } = reading.segment;
  const { from, to } = tokensOf(reading, sentence);
  const starts: number[] = [];
  let at = 0;
  for (let i = tokenStart[reading.local]! + textStart[reading.local]!; i < to; i++) {
    at += gap[i]!;
    if (i >= from) starts.push(at);
  }
  return starts;
}

/** The terms in the sentences up to `reach` before `first` and after `last`. */
export function stemsAround({ marks }: Reading, first: number, last: number, reach: number): number {
  let set = 0;
  for (let i = 1; i <= reach; i++) set |= (marks[first - i]?.stems ?? 0) | (marks[last + i]?.stems ?? 0);
  return set;
}

/** The sum of the shares of a set of terms. */
export function sumOf(shares: Float64Array, set: number): number {
  let sum = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) sum += shares[lowest(rest)]!;
  return sum;
}

/** The mean of `values` over a set of terms, weighted by their share of the question's weight; -1 for no terms. */
export function meanOf({ terms }: Question, set: number, values: Float32Array): number {
  let sum = 0;
  let all = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    const term = lowest(rest);
    const { share } = terms[term]!;
    sum += share * values[term]!;
    all += share;
  }
  return all === 0 ? -1 : sum / all;
}

/** The number of the lowest bit that is set. */
export function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}
