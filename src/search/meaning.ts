import { DIMENSIONS, english, numbersOf } from './english.ts';
import { findHash } from './hash.ts';
import type { Question } from './question.ts';
import { lowest, type Roles, type Window } from './reader.ts';
import { Trait } from './words.ts';

/**
 * How near a window comes to the question in meaning, by the vectors of words. `softCover`: the share of the question's
 * weight that it has, a term that it lacks counting by the cosine of the likest word; `softPlain`: the same of terms that are
 * neither names nor say what is asked for; `softMissing`: of those that it lacks; `focusKind`: how like what is asked for
 * the likest other word is (-1 where nothing is to be said); `centre`: the cosine of the two sums of vectors.
 */
export const MEANING = ['softCover', 'softPlain', 'softMissing', 'focusKind', 'centre'] as const;

/** Compares words with those of one question. */
export class Meaning {
  readonly #question: Question;
  readonly #terms: Int32Array;
  readonly #centre = new Float32Array(DIMENSIONS);
  readonly #likeness = new Map<number, Float32Array>();
  readonly #words = vocabulary();

  constructor(question: Question) {
    this.#question = question;
    this.#terms = Int32Array.from(question.terms, ({ hash }) => findHash(english().hash, hash));
    for (const [i, word] of this.#terms.entries())
      if (word >= 0) this.#add(this.#centre, word, question.terms[i]!.share);
  }

  /** As many numbers as `MEANING` names. */
  features({ reading: { segment }, from, to, stems }: Window, { slot, word }: Roles): number[] {
    const { terms, names, focus } = this.#question;
    const { tokens, formTerm, formTraits } = segment;
    const numbers = numbersOf(segment.termHash);
    const best = new Float32Array(terms.length);
    const centre = new Float32Array(DIMENSIONS);
    for (let i = from; i < to; i++) {
      const form = tokens[i]!;
      const term = formTerm[form]!;
      const number = numbers[term]! - 1;
      if (number < 0 || formTraits[form]! & Trait.stop) continue;
      this.#add(centre, number, this.#words.weight[number]!);
      if (word[slot[term]!] !== 0) continue;
      const likeness = this.#likenessOf(number);
      for (let t = 0; t < best.length; t++) if (likeness[t]! > best[t]!) best[t] = likeness[t]!;
    }
    for (let rest = stems; rest !== 0; rest &= rest - 1) best[lowest(rest)] = 1;
    const every = 2 ** terms.length - 1;
    const mean = (set: number): number => {
      let sum = 0;
      let all = 0;
      for (let rest = set; rest !== 0; rest &= rest - 1) {
        const { share } = terms[lowest(rest)]!;
        sum += share * best[lowest(rest)]!;
        all += share;
      }
      return all === 0 ? -1 : sum / all;
    };
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

  /** The cosine of a word with each term. */
  #likenessOf(word: number): Float32Array {
    const known = this.#likeness.get(word);
    if (known) return known;
    const likeness = Float32Array.from(this.#terms, (term) => (term < 0 ? 0 : this.#cosine(word, term)));
    this.#likeness.set(word, likeness);
    return likeness;
  }

  #add(sum: Float32Array, word: number, weight: number): void {
    const { vector, length } = this.#words;
    const factor = weight / length[word]!;
    for (let i = 0, at = word * DIMENSIONS; i < DIMENSIONS; i++) sum[i]! += factor * vector[at + i]!;
  }

  #cosine(a: number, b: number): number {
    const { vector, length } = this.#words;
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++) sum += vector[a * DIMENSIONS + i]! * vector[b * DIMENSIONS + i]!;
    return sum / length[a]! / length[b]!;
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
  /** Of each word's row: the same save for rounding. */
  readonly length: Float32Array;
  /** The rarer a word, the more it says of what a passage is about. */
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
