import { overlaps, type Span } from '../text/span.ts';
import type { Question } from './question.ts';
import { findTerm, type Segment } from './segment.ts';
import { Trait } from './words.ts';

/** One to three sentences of a document, at most `LONGEST` characters, with how well they fit the question. */
export interface Window {
  readonly span: Span;
  /** First and last token, counted within the segment; the last exclusive. */
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** An excerpt holds at most so many characters. */
export const LONGEST = 350;

/**
 * Reads documents of one segment for one question. The weights are those that did best on questions over an
 * encyclopedia: coverage of the question's terms in the window, around it, and the document's own score.
 */
export class WindowReader {
  readonly #segment: Segment;
  readonly #question: Question;
  /** For each term of the segment: 0, or the question's term plus one. */
  readonly #role: Uint8Array;

  constructor(segment: Segment, question: Question) {
    this.#segment = segment;
    this.#question = question;
    this.#role = new Uint8Array(segment.termHash.length + 1);
    for (const [i, { hash }] of question.terms.entries()) {
      const found = findTerm(segment, hash);
      if (found >= 0) this.#role[found] = i + 1;
    }
  }

  /** All windows of a document, in no order. `documentScore` is 0 to 1. */
  windows(local: number, documentScore: number): Window[] {
    const sentences = this.#sentences(local);
    const found: Window[] = [];
    for (let i = 0; i < sentences.length; i++) {
      let stems = 0;
      let exact = 0;
      let pairs = 0;
      let fits = false;
      for (let j = i; j < Math.min(sentences.length, i + 3); j++) {
        const last = sentences[j]!;
        if (j > i && last.span.end - sentences[i]!.span.start > LONGEST) break;
        stems |= last.stems;
        exact |= last.exact;
        pairs += last.pairs;
        fits ||= last.fits;
        const around = (sentences[i - 1]?.stems ?? 0) | (sentences[j + 1]?.stems ?? 0) | stems;
        const score =
          0.46 * this.#weigh(stems) +
          0.45 * this.#weigh(around) +
          0.3 * this.#weigh(exact) +
          0.2 * documentScore +
          0.12 * (pairs / Math.max(1, this.#question.pairs.length)) +
          0.05 * (fits ? 1 : 0);
        const span = { start: sentences[i]!.span.start, end: last.span.end };
        found.push({ span, from: sentences[i]!.from, to: last.to, score });
      }
    }
    return found;
  }

  /** Where the question's words stand within a window. */
  matches(local: number, window: Window): Span[] {
    const { tokens, formTerm, tokenStart, textStart, gap, width } = this.#segment;
    const found: Span[] = [];
    let at = 0;
    for (let i = tokenStart[local]! + textStart[local]!; i < window.to; i++) {
      at += gap[i]!;
      const matched = i >= window.from && this.#role[formTerm[tokens[i]!]!] !== 0;
      if (matched && at + width[i]! <= window.span.end) found.push({ start: at, end: at + width[i]! });
    }
    return found;
  }

  /** How much of the question's terms, by weight, stand in these spans, 0 to 1; a quarter of that for the sentences they lie in. */
  fit(local: number, spans: readonly Span[]): number {
    const { tokens, formTerm, tokenStart, textStart, gap } = this.#segment;
    const sentences = this.#sentences(local).filter(({ span }) => spans.some((one) => overlaps(one, span)));
    const around = sentences.reduce((mask, { stems }) => mask | stems, 0);
    let inside = 0;
    let at = 0;
    for (let i = tokenStart[local]! + textStart[local]!; i < tokenStart[local + 1]!; i++) {
      at += gap[i]!;
      const role = this.#role[formTerm[tokens[i]!]!]!;
      if (role !== 0 && spans.some(({ start, end }) => start <= at && at < end)) inside |= 1 << (role - 1);
    }
    return this.#weigh(inside) + 0.25 * this.#weigh(around & ~inside);
  }

  /** The share, 0 to 1, of the question's weight that a set of its terms has. */
  #weigh(mask: number): number {
    const { terms } = this.#question;
    let sum = 0;
    let all = 0;
    for (const [i, { weight }] of terms.entries()) {
      all += weight;
      if (mask & (1 << i)) sum += weight;
    }
    return all === 0 ? 0 : sum / all;
  }

  #sentences(local: number): ReadSentence[] {
    const { tokens, tokenStart, sentenceStart, sentenceFrom, sentenceTo, sentenceToken } = this.#segment;
    const { formTerm, formHash, formTraits } = this.#segment;
    const { terms, pairs, expects } = this.#question;
    const read: ReadSentence[] = [];
    const begin = tokenStart[local]!;
    const end = sentenceStart[local + 1]!;
    for (let s = sentenceStart[local]!; s < end; s++) {
      const from = begin + sentenceToken[s]!;
      const to = s + 1 < end ? begin + sentenceToken[s + 1]! : tokenStart[local + 1]!;
      let stems = 0;
      let exact = 0;
      let fits = false;
      let near = 0;
      let previous = -1;
      let previousAt = 0;
      for (let i = from; i < to; i++) {
        const form = tokens[i]!;
        const role = this.#role[formTerm[form]!]!;
        if (role === 0) {
          fits ||= answers(expects, formTraits[form]!, i === from);
          continue;
        }
        const term = role - 1;
        stems |= 1 << term;
        if (formHash[form] === terms[term]!.foldedHash) exact |= 1 << term;
        if (i - previousAt <= 4 && pairs.some(([a, b]) => a === previous && b === term)) near++;
        previous = term;
        previousAt = i;
      }
      read.push({
        span: { start: sentenceFrom[s]!, end: sentenceTo[s]! },
        from,
        to,
        stems,
        exact,
        pairs: near,
        fits,
      });
    }
    return read;
  }
}

interface ReadSentence {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** Bit sets of the question's terms. */
  readonly stems: number;
  readonly exact: number;
  readonly pairs: number;
  readonly fits: boolean;
}

function answers(expects: Question['expects'], traits: number, first: boolean): boolean {
  if (expects === 'time') return (traits & (Trait.year | Trait.month)) !== 0;
  if (expects === 'number') return (traits & (Trait.digit | Trait.number)) !== 0;
  if (expects === 'name') return (traits & Trait.capital) !== 0 && !first && (traits & Trait.stop) === 0;
  return true;
}
