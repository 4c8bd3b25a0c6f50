import { HashFilter } from '../search/hash.ts';
import type { Word } from '../search/words.ts';
import { bound, lowerBound } from '../text/ascending.ts';
import { RUN } from '../text/likeness.ts';
import type { Span } from '../text/span.ts';

/** How many hashes stand for a statement and for a document. */
export const STATEMENT_SKETCH = 3;
export const DOCUMENT_SKETCH = 8;

/** The runs of words of a text, for finding other texts with many of the same. `likeness` then tells how many. */
export class Runs {
  readonly #words: readonly Word[];

  constructor(words: readonly Word[]) {
    this.#words = words;
  }

  /**
   * The `size` smallest hashes of the runs within `spans`, read on from one span to the next; fewer if there are fewer.
   * Two texts share each of them with the probability that they share a run: min-wise sketches after Broder, "On the
   * resemblance and containment of documents" (1997).
   */
  sketch(spans: readonly Span[], size: number): number[] {
    const smallest: number[] = [];
    const run: number[] = [];
    for (const { start, end } of spans) {
      for (
        let i = bound(this.#words.length, (word) => this.#words[word]!.start < start);
        i < this.#words.length && this.#words[i]!.start < end;
        i++
      ) {
        run.push(this.#words[i]!.form.number);
        if (run.length > RUN) run.shift();
        if (run.length === RUN) keep(smallest, hashRun(run), size);
      }
    }
    return smallest;
  }
}

function keep(smallest: number[], hash: number, size: number): void {
  if (smallest.length === size && hash >= smallest[size - 1]!) return;
  let at = smallest.length;
  while (at > 0 && smallest[at - 1]! > hash) at--;
  if (smallest[at - 1] === hash) return;
  smallest.splice(at, 0, hash);
  if (smallest.length > size) smallest.pop();
}

/**
 * A hash of the words' hashes in order, mixed so that small values are equally likely for any run (the finaliser of
 * MurmurHash3).
 */
function hashRun(run: readonly number[]): number {
  let hash = 0;
  for (const word of run) hash = Math.imul(hash, 31) + word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** For each hash, which of many numbered things have it in their sketch. Sorted, for binary search. */
export interface SketchIndex {
  readonly hash: Uint32Array;
  readonly thing: Uint32Array;
}

/** Indexes things by their sketches. The things are numbered in order. */
export function indexSketches(sketches: readonly (readonly number[])[]): SketchIndex {
  const pairs = sketches.flatMap((sketch, thing) => sketch.map((hash) => [hash, thing] as const));
  pairs.sort((a, b) => a[0] - b[0]);
  return {
    hash: Uint32Array.from(pairs, ([hash]) => hash),
    thing: Uint32Array.from(pairs, ([, thing]) => thing),
  };
}

/** Calls `found` for each thing that shares a hash with `sketch`, once per shared hash. */
export function sharing(
  { hash, thing }: SketchIndex,
  sketch: Iterable<number>,
  found: (thing: number) => void,
): void {
  for (const one of sketch) {
    for (let i = lowerBound(hash, one); hash[i] === one; i++) found(thing[i]!);
  }
}

/** Tells cheaply, and rarely wrongly, which hashes occur more than once. */
export class Repetition {
  readonly #repeated: HashFilter;

  constructor(lists: readonly Uint32Array[]) {
    const hashes = lists.reduce((sum, { length }) => sum + length, 0);
    const seen = new HashFilter(hashes);
    this.#repeated = new HashFilter(hashes);
    for (const list of lists) for (const hash of list) if (seen.add(hash)) this.#repeated.add(hash);
  }

  /** The hashes that occur more than once, and a few others. */
  among(hashes: Uint32Array): Uint32Array {
    return hashes.filter((hash) => this.#repeated.has(hash));
  }
}
