import { english, englishNumber, numberingOf } from './english.ts';
import type { Question } from './question.ts';
import { lowest, meanOf, type Reading, stemsAround, tokensOf, type Window } from './reading.ts';
import type { Segment } from './segment.ts';
import { relatedTo } from './wordnet.ts';
import { Trait } from './words.ts';

/**
 * How much of the question's weight is covered by words that WordNet relates to its terms: words of the same family,
 * the same meaning, or a wider or narrower one. A term that is there itself counts in full. Plain names: in the window,
 * for all terms; `…Missing`: for the terms it lacks; `…Plain`: for terms that are neither names nor say what is asked
 * for; `…Near`: within a sentence of the window, or the term itself in the title. -1 if there are no such terms.
 */
// biome-ignore format: a table
export const RELATIONS = [
  'family', 'familyNear', 'familyMissing',
  'synonym', 'synonymNear', 'synonymMissing', 'synonymPlain', 'broad',
] as const;

/** For each term, how closely the most related word is related to it. */
interface Relation {
  readonly family: Float32Array;
  readonly synonym: Float32Array;
  readonly broad: Float32Array;
}

/** Finds words related to those of one question. */
export class Relations {
  readonly #question: Question;
  readonly #related: Relation[] = [];
  /** For each English word by number, the place of its relation among those, from 1. Most words have none: 0. */
  readonly #places = new Uint16Array(english().hash.length);
  /** For the sentences read so far; null for most. */
  readonly #sentences = new Map<Reading, (Relation | null)[]>();

  constructor(question: Question) {
    this.#question = question;
    for (const [i, { hash }] of question.terms.entries())
      for (const { word, family, synonym, broad } of relatedTo(englishNumber(hash))) {
        if (this.#places[word] === 0) this.#places[word] = this.#related.push(this.#nothing());
        const related = this.#related[this.#places[word]! - 1]!;
        related.family[i] = Math.ceil(family);
        related.synonym[i] = synonym;
        related.broad[i] = broad;
      }
  }

  /** The numbers that `RELATIONS` names. */
  features(window: Window, slot: Uint8Array): number[] {
    const { terms, names, focus } = this.#question;
    const { reading, stems, first, last, from, to } = window;
    const here = this.#nothing();
    const whole = from === tokensOf(reading, first).from && to === tokensOf(reading, last).to;
    if (!whole) join(here, this.#read(reading.segment, slot, from, to));
    for (let s = first; whole && s <= last; s++) join(here, this.#sentence(reading, s, slot));
    const near = this.#nothing();
    join(near, here);
    for (const s of [first - 1, last + 1]) if (reading.marks[s]) join(near, this.#sentence(reading, s, slot));
    const around = stems | stemsAround(reading, first, last, 1) | reading.title;
    const every = 2 ** terms.length - 1;
    const missing = every & ~stems;
    fill(here, stems);
    fill(near, around);
    const mean = (set: number, values: Float32Array): number => meanOf(this.#question, set, values);
    // biome-ignore format: in the order of the names
    return [
      mean(every, here.family), mean(every, near.family), mean(missing, here.family),
      mean(every, here.synonym), mean(every, near.synonym), mean(missing, here.synonym),
      mean(every & ~focus & ~names, here.synonym), mean(every, here.broad),
    ];
  }

  /** Windows share sentences, so each sentence is read once. */
  #sentence(reading: Reading, sentence: number, slot: Uint8Array): Relation | null {
    const known = this.#sentences.get(reading) ?? [];
    this.#sentences.set(reading, known);
    const found = known[sentence];
    if (found !== undefined) return found;
    const { from, to } = tokensOf(reading, sentence);
    known[sentence] = this.#read(reading.segment, slot, from, to);
    return known[sentence];
  }

  #read(segment: Segment, slot: Uint8Array, from: number, to: number): Relation | null {
    const { tokens, formTerm, formTraits } = segment;
    const { roles } = this.#question;
    const { english: numbers } = numberingOf(segment.termHash);
    let found: Relation | null = null;
    for (let i = from; i < to; i++) {
      const form = tokens[i]!;
      const term = formTerm[form]!;
      const number = numbers[term]! - 1;
      const place = number < 0 ? 0 : this.#places[number]!;
      if (place === 0 || formTraits[form]! & Trait.stop || roles[slot[term]!]!.word !== 0) continue;
      found ??= this.#nothing();
      join(found, this.#related[place - 1]!);
    }
    return found;
  }

  #nothing(): Relation {
    const { length } = this.#question.terms;
    return {
      family: new Float32Array(length),
      synonym: new Float32Array(length),
      broad: new Float32Array(length),
    };
  }
}

/** A term that is there itself is fully related. */
function fill({ family, synonym, broad }: Relation, set: number): void {
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    const term = lowest(rest);
    family[term] = synonym[term] = broad[term] = 1;
  }
}

/** Raises each number to that of `other` if that is higher. */
function join(into: Relation, other: Relation | null): void {
  if (!other) return;
  for (let t = 0; t < into.family.length; t++) {
    into.family[t] = Math.max(into.family[t]!, other.family[t]!);
    into.synonym[t] = Math.max(into.synonym[t]!, other.synonym[t]!);
    into.broad[t] = Math.max(into.broad[t]!, other.broad[t]!);
  }
}
