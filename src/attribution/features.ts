import { fnv1a } from '../text/fnv.ts';

/** log2 of the number of weights a model has for each of its outputs. */
export const TABLE_BITS = 20;
const MASK = (1 << TABLE_BITS) - 1;

/**
 * The features of one decision as positions in a table of weights; reused from decision to decision. A feature is a template (which
 * question) with a value (its answer).
 */
export class FeatureList {
  readonly ids = new Uint32Array(512);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(template: number, value: number): void {
    this.ids[this.length++] = slot(template, value);
  }
}

/** Where in the table the weight of a feature stands. Two features may share a place; few do. */
export function slot(template: number, value: number): number {
  return place(seed(template), value);
}

const seed = (template: number) => Math.imul(template + 1, 0x9e3779b1);

function place(seed: number, value: number): number {
  let h = Math.imul(value ^ seed, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) & MASK;
}

/** What a question is about: a fact, or two together, which may be such pairs in their turn. */
export type About<Fact extends string> = Fact | readonly [About<Fact>, About<Fact>];

/** Questions that are asked of a great many places. */
export interface Questions<Fact extends string> {
  /** Their names, in the order in which they are answered. */
  readonly names: readonly string[];
  /** The number of each fact. */
  readonly fact: Readonly<Record<Fact, number>>;
  /** The facts of a place, to be written before its questions are answered. */
  readonly facts: Int32Array;
  /** Adds what the facts, as they now stand, answer to each question of the first table. */
  readonly answer: (to: FeatureList) => void;
  /** The same for each table, which are answered in order. */
  readonly answers: readonly ((to: FeatureList) => void)[];
}

/**
 * The questions of a table, or of several. Whoever asks writes the facts of a place and has the answers added to a list:
 * several times faster than a call for each question. No class, so that the machine knows the arrays for constants.
 */
export function questions<const Fact extends string>(
  model: string,
  names: readonly Fact[],
  ...tables: readonly Readonly<Record<string, About<NoInfer<Fact>>>>[]
): Questions<Fact> {
  const fact = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Fact, number>;
  const pairs: [number, number][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (about: About<Fact>): number => {
    if (typeof about === 'string') return fact[about];
    const both: [number, number] = [numberOf(about[0]), numberOf(about[1])];
    const known = numbers.get(both.join());
    if (known !== undefined) return known;
    const number = names.length + pairs.push(both) - 1;
    numbers.set(both.join(), number);
    return number;
  };
  const parts = tables.map((table) => {
    const first = pairs.length;
    const asked = Object.entries(table).flatMap(([name, about]) => [
      numberOf(about),
      seed(templateOf(model, name)),
    ]);
    const own = pairs.slice(first);
    // Two numbers a step, all in one list, which is read fastest: the parts of each pair, then what each question is about and its seed.
    return { steps: Int32Array.from([...own.flat(), ...asked]), pairs: own.length, at: names.length + first };
  });
  // Behind the facts, the pairs that are made of them.
  const facts = new Int32Array(names.length + pairs.length);
  const answers = parts.map((part) => (to: FeatureList) => answer(facts, part, to));
  return { names: tables.flatMap((table) => Object.keys(table)), fact, facts, answer: answers[0]!, answers };
}

interface Steps {
  readonly steps: Int32Array;
  /** How many of them make pairs, and where the first pair is put. */
  readonly pairs: number;
  readonly at: number;
}

function answer(facts: Int32Array, { steps, pairs, at }: Steps, to: FeatureList): void {
  const { ids } = to;
  const lastPair = 2 * pairs;
  let step = 0;
  let next = at;
  for (; step < lastPair; step += 2) facts[next++] = pair(facts[steps[step]!]!, facts[steps[step + 1]!]!);
  let { length } = to;
  for (; step < steps.length; step += 2) ids[length++] = place(steps[step + 1]!, facts[steps[step]!]!);
  to.length = length;
}

/** A number for a word, as the integers that features are made with. */
export function hash(word: string): number {
  return fnv1a(word) | 0;
}

/** A number for a pair of values. */
export function pair(a: number, b: number): number {
  return (Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) + Math.imul(b, 0x297a2d39)) | 0;
}

/** 0 1 2 3 4 5-6 7-9 10-14 15-24 25-49 50+: distances matter less the greater they are. */
export function bucket(n: number): number {
  if (n < 5) return n;
  return n < 7 ? 5 : n < 10 ? 6 : n < 15 ? 7 : n < 25 ? 8 : n < 50 ? 9 : 10;
}

/** Numbers for the questions of a model, by name; the same whatever else it asks. */
export function templates<const Names extends readonly string[]>(
  model: string,
  ...names: Names
): Record<Names[number], number> {
  return Object.fromEntries(names.map((name) => [name, templateOf(model, name)])) as Record<
    Names[number],
    number
  >;
}

const templateOf = (model: string, name: string) => hash(`${model}: ${name}`);
