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
 * The words of a name for lookup: folded, without possessives, stops and apostrophes, so that `D.H.S.`, `dhs` and `the
 * DHS's` differ only by their article.
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

/** The `key` of a name that has these `keyWords`. */
export function keyOf(words: readonly string[]): string {
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ');
}

/** A word or name with a capital, however it was typed. */
export const withCapital = (name: string): string =>
  name.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

/** Whether two words with the same initial differ by one letter added, dropped or changed. */
export function differByOne(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end === 1;
}
