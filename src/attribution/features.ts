/** Receives the features of one decision. A feature is a template (which question) with a value (its answer). */
export interface FeatureSink {
  add(template: number, value: number): void;
}

/** log2 of the number of weights a model has for each of its outputs. */
export const TABLE_BITS = 20;
const MASK = (1 << TABLE_BITS) - 1;

/** Features as positions in a table of weights; reused from decision to decision. */
export class FeatureList implements FeatureSink {
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
  let h = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) & MASK;
}

/** A number for a word: FNV-1a. */
export function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h | 0;
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
  return Object.fromEntries(names.map((name) => [name, hash(`${model}: ${name}`)])) as Record<
    Names[number],
    number
  >;
}
