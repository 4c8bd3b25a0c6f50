/** Keeps the `most` things of the highest rank. Of equal ones, the first come first. */
export class Best<T extends { readonly rank: number }> {
  readonly #most: number;
  #things: T[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a thing of this rank may be among the best. `add` takes any. */
  wants(rank: number): boolean {
    return rank > this.#floor;
  }

  add(thing: T): void {
    this.#things.push(thing);
    if (this.#things.length >= 2 * this.#most + 64) this.#prune();
  }

  /** The best, highest rank first. */
  inOrder(): readonly T[] {
    this.#prune();
    return this.#things;
  }

  #prune(): void {
    this.#things.sort((a, b) => b.rank - a.rank);
    if (this.#things.length <= this.#most) return;
    this.#things = this.#things.slice(0, this.#most);
    this.#floor = this.#things.at(-1)?.rank ?? this.#floor;
  }
}
