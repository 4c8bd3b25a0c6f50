/** Numbers in ascending order. */
type Ascending = Uint32Array | Float64Array | readonly number[];

/** Where each of some runs begins that lie one behind another, from how long they are; one longer, with where the last one ends. */
export function starts(lengths: ArrayLike<number>): Uint32Array {
  const all = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) all[i + 1] = all[i]! + lengths[i]!;
  return all;
}

/** How many of `values` are less than `value`. */
export function lowerBound(values: Ascending, value: number): number {
  return bound(values.length, (i) => values[i]! < value);
}

/** How many of `values` are at most `value`. */
export function upperBound(values: Ascending, value: number): number {
  return bound(values.length, (i) => values[i]! <= value);
}

/** The first of `length` positions that does not come `before`, all that do being first. */
export function bound(length: number, before: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
