/**
 * The position of `hash` in `ascending`, or -1. Hashes are evenly spread, so the search starts about where it should
 * be.
 */
export function findHash(ascending: Float64Array, hash: number): number {
  let low = 0;
  let high = ascending.length - 1;
  const guess = Math.floor((hash / 2 ** 53) * ascending.length);
  const reach = 2 * Math.ceil(Math.sqrt(ascending.length));
  if (guess > reach && ascending[guess - reach]! <= hash) low = guess - reach;
  if (guess + reach < high && ascending[guess + reach]! >= hash) high = guess + reach;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = ascending[middle]!;
    if (there === hash) return middle;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * A set of 32-bit hashes that keeps one bit for each, as a Bloom filter with one hash function does. It has all that
 * were added, and rarely one that was not: at most one in sixteen, if no more are added than it was made for.
 */
export class HashFilter {
  readonly #bits: Uint8Array;
  readonly #shift: number;

  constructor(hashes: number) {
    const digits = Math.min(30, Math.max(10, Math.ceil(Math.log2(hashes * SLOTS + 1))));
    this.#shift = 32 - digits;
    this.#bits = new Uint8Array(2 ** (digits - 3));
  }

  /** Adds a hash. Returns whether the set had it before. */
  add(hash: number): boolean {
    const slot = this.#slot(hash);
    const bit = 1 << (slot & 7);
    const had = (this.#bits[slot >>> 3]! & bit) !== 0;
    this.#bits[slot >>> 3]! |= bit;
    return had;
  }

  has(hash: number): boolean {
    const slot = this.#slot(hash);
    return (this.#bits[slot >>> 3]! & (1 << (slot & 7))) !== 0;
  }

  /** Sketches have small hashes, so the last digits tell them apart. */
  #slot(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }
}

/** Slots per hash: enough that few share one by chance. */
const SLOTS = 16;
