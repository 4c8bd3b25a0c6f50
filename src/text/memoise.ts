/**
 * `make`, remembering what it made for each key: for pure functions of words or of their numbers, which recur. Remembers at most
 * `limit` keys, those that were used lately, so that neither hostile text nor time can fill the memory: when half as many new ones
 * have come, what was not asked for meanwhile is forgotten.
 */
export function memoise<Key extends string | number, T>(
  make: (key: Key) => T,
  limit = 65_536,
): (key: Key) => T {
  let young = new Map<Key, T>();
  let old = new Map<Key, T>();
  const remember = (key: Key, value: T): T => {
    if (young.size >= limit / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const own = typeof key === 'string' ? (ofItsOwn(key) as Key) : key;
    return remember(own, old.get(own) ?? make(own));
  };
}

/** The same string with memory of its own: V8 keeps a whole text alive for any slice of thirteen characters or more. */
export function ofItsOwn(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
