import { bound } from '../text/ascending.ts';
import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';
import {
  type Glance,
  LONGEST,
  lowest,
  type Marks,
  type Reading,
  spanOf,
  startsOf,
  stemsAround,
  sumOf,
  tokensOf,
  type Window,
} from './reading.ts';
import type { Segment } from './segment.ts';
import { Trait } from './words.ts';

/** The most sentences a window has. */
const WIDEST = 3;

/** The marks of most sentences. */
const UNMARKED: Marks = { stems: 0, exact: 0, pairs: 0, kin: 0 };

/** Looks a document up for a question without reading it. */
export function glance({ corpus, terms, bearers, weigh }: Question, document: number): Glance {
  const { number, segment, local } = corpus.at(document);
  const { postingStart, postingDocument, postingFrequency, length } = segment;
  const saturation = 1.2 * (0.25 + (0.75 * length[local]!) / corpus.averageLength);
  let all = 0;
  let score = 0;
  for (let i = 0; i < terms.length; i++) {
    let frequency = 0;
    for (const { found } of bearers[i]!) {
      const term = found[number]!;
      if (term < 0) continue;
      const [start, end] = [postingStart[term]!, postingStart[term + 1]!];
      const at = start + bound(end - start, (i) => postingDocument[start + i]! < local);
      if (at !== end && postingDocument[at] === local) frequency += postingFrequency[at]!;
    }
    if (frequency === 0) continue;
    all |= 1 << i;
    score += (terms[i]!.share * frequency) / (frequency + saturation);
  }
  return { segment, local, all, score, most: mostPromised(weigh(all), score) };
}

/** Reads documents of one segment for one question. */
export class Reader {
  readonly segment: Segment;
  readonly question: Question;
  /** For each term of the segment, its role in the question. */
  readonly slot: Uint8Array;

  constructor(segment: Segment, question: Question) {
    this.segment = segment;
    this.question = question;
    this.slot = slotsOf(segment, question);
  }

  /** Reads a document after a glance at it. */
  read(glance: Glance): Reading {
    const { tokenStart, textStart, sentenceStart, sentenceToken } = this.segment;
    const { local } = glance;
    const begin = tokenStart[local]!;
    const hits = this.#hits(begin, tokenStart[local + 1]!);
    let hit = hitsBefore(hits, 0, begin + textStart[local]!);
    const title = this.#marks(hits, 0, hit).stems;
    const first = sentenceStart[local]!;
    const marks = new Array<Marks>(sentenceStart[local + 1]! - first).fill(UNMARKED);
    for (let s = 0; s < marks.length && hit < hits.length; s++) {
      const isLast = s + 1 === marks.length;
      const close = isLast ? hits.length : hitsBefore(hits, hit, begin + sentenceToken[first + s + 1]!);
      if (close > hit) marks[s] = this.#marks(hits, hit, close);
      hit = close;
    }
    const [counts, shares] = [this.#counts(hits), localShares(this.question, marks)];
    // Listed one by one: spreading objects took a tenth of a search.
    const { segment, all, score, most } = glance;
    return { segment, local, all, score, most, marks, title, counts, shares };
  }

  /** All windows of a document that have a word of the question and promise at least `least`, in no order. */
  windows(reading: Reading, least: number): Window[] {
    const { marks } = reading;
    const found: Window[] = [];
    let marked = 0;
    for (let first = 0; first < marks.length; first++) {
      marked = Math.max(marked, first);
      while (marked < marks.length && marks[marked]!.stems === 0) marked++;
      // Most sentences are near no word of the question.
      first = Math.max(first, marked - WIDEST + 1);
      if (marked === marks.length) break;
      const { start, end } = spanOf(reading, first);
      if (end - start > LONGEST) {
        // No part promises more than the whole.
        const whole = marks[first]!;
        const promising = promiseOf(reading, first, first, whole, this.question) + ROUNDING >= least;
        if (whole.stems !== 0 && promising) found.push(...this.#parts(reading, first, least));
        continue;
      }
      let joined = UNMARKED;
      for (let last = first; last < Math.min(marks.length, first + WIDEST); last++) {
        const { end } = spanOf(reading, last);
        if (end - start > LONGEST) break;
        joined = both(joined, marks[last]!);
        if (joined.stems === 0) continue;
        const promise = promiseOf(reading, first, last, joined, this.question);
        if (promise < least) continue;
        const { stems, exact, pairs, kin } = joined;
        const [from, to] = [tokensOf(reading, first).from, tokensOf(reading, last).to];
        const span = { start, end };
        found.push({ reading, first, last, span, from, to, promise, stems, exact, pairs, kin });
      }
    }
    return found;
  }

  /** The places of the question's words within a span of a document. */
  matches(local: number, { start, end }: Span): Span[] {
    const { tokens, formTerm, formWidth, tokenStart, textStart, gap } = this.segment;
    const { roles } = this.question;
    const found: Span[] = [];
    let at = 0;
    for (let i = tokenStart[local]! + textStart[local]!; i < tokenStart[local + 1]! && at < end; i++) {
      at += gap[i]!;
      if (at < start) continue;
      const form = tokens[i]!;
      const close = at + formWidth[form]!;
      const matched = roles[this.slot[formTerm[form]!]!]!.term !== 0;
      if (matched && close <= end) found.push({ start: at, end: close });
    }
    return found;
  }

  /** Parts of a sentence that is longer than an excerpt may be, each between two marks. */
  #parts(reading: Reading, index: number, least: number): Window[] {
    const { gap, tokens, formWidth } = this.segment;
    const width = (token: number) => formWidth[tokens[token]!]!;
    const span = spanOf(reading, index);
    const { from } = tokensOf(reading, index);
    const starts = startsOf(reading, index);
    const ends = starts.map((start, k) => (k === starts.length - 1 ? span.end : start + width(from + k)));
    starts[0] = span.start;
    const cuts = starts.flatMap((_, k) => (k === 0 || gap[from + k]! > width(from + k - 1) + 1 ? [k] : []));
    const stops = new Set([...cuts.map((cut) => cut - 1), starts.length - 1]);
    return cuts.flatMap((cut) => {
      let best = -1;
      let fits = -1;
      for (let k = cut; k < starts.length && ends[k]! - starts[cut]! <= LONGEST; k++) {
        fits = k;
        if (stops.has(k)) best = k;
      }
      const close = best >= 0 ? best : fits;
      if (close < 0) return [];
      const hits = this.#hits(from + cut, from + close + 1);
      const marks = this.#marks(hits, 0, hits.length);
      if (marks.stems === 0) return [];
      const promise = promiseOf(reading, index, index, marks, this.question);
      if (promise < least) return [];
      const part = { reading, first: index, last: index, from: from + cut, to: from + close + 1, promise };
      return [{ ...part, span: { start: starts[cut]!, end: ends[close]! }, ...marks }];
    });
  }

  /** The tokens that have a role. */
  #hits(from: number, to: number): number[] {
    const { tokens, formTerm } = this.segment;
    const { slot } = this;
    const hits: number[] = [];
    for (let i = from; i < to; i++) if (slot[formTerm[tokens[i]!]!] !== 0) hits.push(i);
    return hits;
  }

  /** The marks of the `hits` numbered `first` to `end`, exclusive. */
  #marks(hits: readonly number[], first: number, end: number): Marks {
    const { tokens, formTerm, formHash, formTraits } = this.segment;
    const { terms, follows, roles } = this.question;
    let stems = 0;
    let exact = 0;
    let pairs = 0;
    let kin = 0;
    let previous = -1;
    let previousAt = 0;
    for (let hit = first; hit < end; hit++) {
      const i = hits[hit]!;
      const form = tokens[i]!;
      const role = roles[this.slot[formTerm[form]!]!]!;
      const term = role.term - 1;
      if (term < 0) {
        if (role.kin !== 0) kin |= 1 << (role.kin - 1);
        continue;
      }
      // "us" has the stem of "used", but is not in the index.
      if (formTraits[form]! & Trait.stop) continue;
      stems |= 1 << term;
      if (formHash[form] === terms[term]!.foldedHash) exact |= 1 << term;
      if (previous >= 0 && i - previousAt <= 4 && follows[previous] === term) pairs |= 1 << term;
      previous = term;
      previousAt = i;
    }
    return { stems, exact, pairs, kin };
  }

  /** How often each term stands at the hits. */
  #counts(hits: readonly number[]): number[] {
    const { tokens, formTerm, formTraits } = this.segment;
    const { terms, roles } = this.question;
    const counts = terms.map(() => 0);
    for (const hit of hits) {
      const form = tokens[hit]!;
      const { term } = roles[this.slot[formTerm[form]!]!]!;
      if (term !== 0 && !(formTraits[form]! & Trait.stop)) counts[term - 1]!++;
    }
    return counts;
  }
}

/** The number of the first hit, from `hit` on, at or after the token `to`. */
function hitsBefore(hits: readonly number[], hit: number, to: number): number {
  while (hit < hits.length && hits[hit]! < to) hit++;
  return hit;
}

function both(a: Marks, b: Marks): Marks {
  if (b === UNMARKED) return a;
  if (a === UNMARKED) return b;
  return { stems: a.stems | b.stems, exact: a.exact | b.exact, pairs: a.pairs | b.pairs, kin: a.kin | b.kin };
}

/** For each term of the segment, the number of its role. */
function slotsOf(segment: Segment, { corpus, roles }: Question): Uint8Array {
  const slot = new Uint8Array(segment.termHash.length + 1);
  const number = corpus.segments.indexOf(segment);
  for (let role = 1; role < roles.length; role++) {
    const found = roles[role]!.found[number]!;
    if (found >= 0) slot[found] = role;
  }
  return slot;
}

/** A linear sum that did well on questions about an encyclopedia. */
function promiseOf(
  reading: Reading,
  first: number,
  last: number,
  { stems, exact, pairs, kin }: Marks,
  { weigh }: Question,
): number {
  const around = stems | stemsAround(reading, first, last, 1);
  return (
    PROMISE.stems * weigh(stems) +
    PROMISE.around * weigh(around | reading.title) +
    PROMISE.exact * weigh(exact) +
    PROMISE.score * reading.score +
    PROMISE.pairs * weigh(pairs) +
    PROMISE.kin * weigh(kin & ~stems) +
    PROMISE.local * sumOf(reading.shares, stems) +
    PROMISE.localAround * sumOf(reading.shares, around)
  );
}

const PROMISE = {
  stems: 0.46,
  around: 0.45,
  exact: 0.3,
  score: 0.3,
  pairs: 0.12,
  kin: 0.2,
  local: 0.3,
  localAround: 0.3,
};

/**
 * The most a window can promise if its document has so much of the question's weight: all of it in the window, each
 * term in the question's form, and similar words for the rest. The shares of a document give the terms it lacks more
 * than those of the question do.
 */
function mostPromised(weight: number, score: number): number {
  const { stems, around, exact, pairs, kin, local, localAround } = PROMISE;
  const most = (stems + around + exact + pairs + local + localAround) * weight + kin * (1 - weight);
  return most + PROMISE.score * score + ROUNDING;
}

/** Sums of shares that differ by less differ only because they were added up in another order. */
const ROUNDING = 1e-9;

function localShares({ terms }: Question, marks: readonly Marks[]): Float64Array {
  const shares = new Float64Array(terms.length);
  for (const { stems } of marks) for (let rest = stems; rest !== 0; rest &= rest - 1) shares[lowest(rest)]!++;
  let sum = 0;
  for (const [i, { share }] of terms.entries()) {
    const rarity = Math.log(1 + marks.length / Math.max(1, shares[i]!));
    shares[i] = share * rarity;
    sum += shares[i]!;
  }
  if (sum > 0) for (let i = 0; i < shares.length; i++) shares[i]! /= sum;
  return shares;
}
