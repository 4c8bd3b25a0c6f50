/** Where `hash` stands in `ascending`, or -1. Hashes are spread evenly, so it is looked for about where it should be first. */
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
