import { DIMENSIONS, english, englishNumber, numberingOf } from './english.ts';
import type { Question } from './question.ts';
import { lowest, meanOf, type Reading, tokensOf, type Window } from './reading.ts';
import type { Segment } from './segment.ts';
import { Trait } from './words.ts';

/**
 * How near a window comes to the question in meaning, by word vectors. `softCover`: the share of the question's weight
 * it has; a term it lacks counts by the cosine of the most similar word. `softPlain`: the same for terms that are
 * neither names nor say what is asked for. `softMissing`: the same for the terms it lacks. `focusKind`: how similar the
 * most similar other word is to what is asked for (-1 if that cannot be said). `centre`: the cosine of the two sums of
 * vectors.
 */
export const MEANING = ['softCover', 'softPlain', 'softMissing', 'focusKind', 'centre'] as const;

/** What some consecutive words mean for a question. */
interface Sense {
  /** For each term, the cosine of the most similar word. */
  readonly best: Float32Array;
  /** The sum of the words' vectors. */
  readonly centre: Float32Array;
}

/** Compares words with those of one question. */
export class Meaning {
  readonly #question: Question;
  /** The terms' numbers among the English words, or -1, and their vectors in a row. */
  readonly #terms: Int32Array;
  readonly #vectors: Int8Array;
  readonly #centre = new Float32Array(DIMENSIONS);
  /** The current window's. Reused, since allocating one per window would cost more time than filling it. */
  readonly #window: Sense;
  readonly #likeness = new Map<number, Float32Array>();
  /** For the sentences read so far. */
  readonly #senses = new Map<Reading, Sense[]>();
  readonly #words = vocabulary();

  constructor(question: Question) {
    this.#question = question;
    this.#terms = Int32Array.from(question.terms, ({ hash }) => englishNumber(hash));
    this.#vectors = new Int8Array(this.#terms.length * DIMENSIONS);
    this.#window = this.#nothing();
    for (const [i, word] of this.#terms.entries()) {
      if (word < 0) continue;
      this.#vectors.set(
        this.#words.vector.subarray(word * DIMENSIONS, (word + 1) * DIMENSIONS),
        i * DIMENSIONS,
      );
      this.#add(this.#centre, word, question.terms[i]!.share);
    }
  }

  /** The numbers that `MEANING` names. */
  features(window: Window, slot: Uint8Array): number[] {
    const { terms, names, focus } = this.#question;
    const { stems } = window;
    const { best, centre } = this.#senseOf(window, slot);
    for (let rest = stems; rest !== 0; rest &= rest - 1) best[lowest(rest)] = 1;
    const every = 2 ** terms.length - 1;
    const mean = (set: number): number => meanOf(this.#question, set, best);
    let kind = -1;
    for (let rest = focus & ~stems; rest !== 0; rest &= rest - 1)
      if (this.#terms[lowest(rest)]! >= 0) kind = Math.max(kind, best[lowest(rest)]!);
    return [
      mean(every),
      mean(every & ~focus & ~names),
      mean(every & ~stems),
      kind,
      cosine(centre, this.#centre),
    ];
  }

  /** Windows share sentences, so each sentence is read once. The result is valid until the next call. */
  #senseOf({ reading, first, last, from, to }: Window, slot: Uint8Array): Sense {
    const { segment } = reading;
    if (from !== tokensOf(reading, first).from || to !== tokensOf(reading, last).to)
      return this.#read(segment, slot, from, to);
    const senses = this.#senses.get(reading) ?? [];
    this.#senses.set(reading, senses);
    const { best, centre } = this.#window;
    best.fill(0);
    centre.fill(0);
    for (let s = first; s <= last; s++) {
      const { from, to } = tokensOf(reading, s);
      senses[s] ??= this.#read(segment, slot, from, to);
      const sense = senses[s]!;
      for (let t = 0; t < best.length; t++) best[t] = Math.max(best[t]!, sense.best[t]!);
      for (let i = 0; i < DIMENSIONS; i++) centre[i]! += sense.centre[i]!;
    }
    return this.#window;
  }

  #nothing(): Sense {
    return { best: new Float32Array(this.#terms.length), centre: new Float32Array(DIMENSIONS) };
  }

  #read(segment: Segment, slot: Uint8Array, from: number, to: number): Sense {
    const { tokens, formTerm, formTraits } = segment;
    const { roles } = this.#question;
    const { english: numbers } = numberingOf(segment.termHash);
    const sense = this.#nothing();
    const { best, centre } = sense;
    for (let i = from; i < to; i++) {
      const form = tokens[i]!;
      const term = formTerm[form]!;
      const number = numbers[term]! - 1;
      if (number < 0 || formTraits[form]! & Trait.stop) continue;
      this.#add(centre, number, this.#words.weight[number]!);
      if (roles[slot[term]!]!.word !== 0) continue;
      const likeness = this.#likenessOf(number);
      for (let t = 0; t < best.length; t++) if (likeness[t]! > best[t]!) best[t] = likeness[t]!;
    }
    return sense;
  }

  /** The cosine of a word with each term. */
  #likenessOf(word: number): Float32Array {
    const known = this.#likeness.get(word);
    if (known) return known;
    const likeness = new Float32Array(this.#terms.length);
    for (let t = 0; t < likeness.length; t++) if (this.#terms[t]! >= 0) likeness[t] = this.#cosine(word, t);
    this.#likeness.set(word, likeness);
    return likeness;
  }

  #add(sum: Float32Array, word: number, weight: number): void {
    const { vector, length } = this.#words;
    const factor = weight / length[word]!;
    for (let i = 0, at = word * DIMENSIONS; i < DIMENSIONS; i++) sum[i]! += factor * vector[at + i]!;
  }

  #cosine(word: number, term: number): number {
    const { vector, length } = this.#words;
    const vectors = this.#vectors;
    let sum = 0;
    for (let i = 0, a = word * DIMENSIONS, b = term * DIMENSIONS; i < DIMENSIONS; i++)
      sum += Math.imul(vector[a + i]!, vectors[b + i]!);
    return sum / length[word]! / length[this.#terms[term]!]!;
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < DIMENSIONS; i++) {
    both += a[i]! * b[i]!;
    first += a[i]! ** 2;
    second += b[i]! ** 2;
  }
  return both === 0 ? 0 : both / Math.sqrt(first * second);
}

interface Vocabulary {
  readonly vector: Int8Array;
  /** The length of each word's row. They are equal except for rounding. */
  readonly length: Float32Array;
  /** The weight of each word: the rarer, the more it says about a passage. */
  readonly weight: Float32Array;
}

let known: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  if (known) return known;
  const { vector, rank } = english();
  const squares = new Float32Array(rank.length);
  for (let i = 0; i < vector.length; i++) squares[Math.floor(i / DIMENSIONS)]! += vector[i]! ** 2;
  known = {
    vector,
    length: squares.map((square) => Math.sqrt(square) || 1),
    weight: Float32Array.from(rank, (place) => Math.log(2 + place)),
  };
  return known;
}
