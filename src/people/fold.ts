/** Lower case without accents, for comparing names. */
export function fold(name: string): string {
  return PLAIN.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[‘’ʼ‛`´]/g, "'");
}

const PLAIN = /^[ -_a-~]*$/;

/**
 * The words of a name as they are looked up: folded, without possessives, stops and apostrophes,
 * so that `D.H.S.`, `dhs` and `the DHS's` differ by their article only.
 */
export function keyWords(name: string): string[] {
  return fold(name)
    .replace(/'s\b/g, '')
    .replace(/[.']/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean);
}

/** `keyWords` as one string, without a leading article. */
export function key(name: string): string {
  return keyOf(keyWords(name));
}

/** The `key` of a name whose `keyWords` these are. */
export function keyOf(words: readonly string[]): string {
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ');
}
