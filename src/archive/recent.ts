/** Keeps the `limit` things used last. */
export class Recent<T> {
  readonly #limit: number;
  readonly #things = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value for `key`, made if there is none yet. */
  get(key: string, make: () => T): T {
    const thing = this.#things.get(key) ?? make();
    this.#things.delete(key);
    this.#things.set(key, thing);
    if (this.#things.size > this.#limit) this.#things.delete(this.#things.keys().next().value!);
    return thing;
  }

  clear(): void {
    this.#things.clear();
  }
}
