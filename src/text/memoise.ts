/**
 * `make`, remembering what it made for each key: for pure functions of words, which recur. Forgets everything
 * when `limit` keys are held, so that hostile text cannot fill the memory.
 */
export function memoise<T>(make: (key: string) => T, limit = 200_000): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= limit) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
