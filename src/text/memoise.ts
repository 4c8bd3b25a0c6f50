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
    const own = ofItsOwn(key);
    const value = make(own);
    made.set(own, value);
    return value;
  };
}

/** The same string with memory of its own: V8 keeps a whole text alive for any slice of thirteen characters or more. */
function ofItsOwn(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
