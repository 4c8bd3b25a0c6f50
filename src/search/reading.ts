import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';
import type { Segment } from './segment.ts';

/** How many characters an excerpt of free text holds at most; a single quotation may be longer. */
export const LONGEST = 350;

/** Sets of the question's terms, one bit each, that stand in some stretch of a document. */
export interface Marks {
  /** Found by their stem; those of them in the question's own form; those that follow each other as in the question. */
  readonly stems: number;
  readonly exact: number;
  readonly pairs: number;
  /** Terms for which a word of like meaning stands there. */
  readonly kin: number;
}

/** What the index tells of a document, for one question, before it is read. */
export interface Glance {
  readonly segment: Segment;
  readonly local: number;
  /** Terms in title and text. */
  readonly all: number;
  /** BM25 with frequencies of the whole corpus, as a share of what a document full of every term would get. */
  readonly score: number;
  /** No window of it promises more. */
  readonly most: number;
}

/** A document read for one question. */
export interface Reading extends Glance {
  /** For each sentence. */
  readonly marks: readonly Marks[];
  /** Terms in the title. */
  readonly title: number;
  /** How often each term stands in it. */
  readonly counts: readonly number[];
  /** Each term's share of the question's weight, less for terms that stand all over the document; together 1. */
  readonly shares: Float64Array;
}

/** Consecutive sentences `first` to `last` of a document, or a part of one that is too long for an excerpt. */
export interface Window extends Marks {
  readonly reading: Reading;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** A first impression, by which most windows are dropped. */
  readonly promise: number;
}

/** Where a sentence of a document stands in its text. */
export function spanOf({ segment, local }: Reading, sentence: number): Span {
  const s = segment.sentenceStart[local]! + sentence;
  return { start: segment.sentenceFrom[s]!, end: segment.sentenceTo[s]! };
}

/** The first token of a sentence, and the one after its last. */
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

/** Sum of the shares of a set of terms. */
export function sumOf(shares: Float64Array, set: number): number {
  let sum = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) sum += shares[lowest(rest)]!;
  return sum;
}

/** The mean of `values` over a set of terms, each counting by its share of the question's weight; -1 for no terms. */
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

/** The number of the lowest bit set. */
export function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}
