/** What was used last, up to `limit` things. */
export class Recent<T> {
  readonly #limit: number;
  readonly #things = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What there is for `key`, made where there is nothing yet. */
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
