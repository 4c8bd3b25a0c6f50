import { distance } from 'fastest-levenshtein';
import { bound } from '../../text/ascending.ts';

/** A word of `sorted` that a typed one may mean. `likeness` is 1 for the same word. */
interface Alike {
  readonly other: string;
  readonly likeness: number;
}

/**
 * The word itself if `sorted` has it. Else the words that differ by a letter or two: those with the same first letter,
 * or if there are none, any.
 */
export function alike(word: string, sorted: readonly string[]): Alike[] {
  const [at, behind] = beginning(word, sorted);
  if (at < behind && sorted[at] === word) return [{ other: word, likeness: 1 }];
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (most === 0) return [];
  const [start, end] = beginning(word[0]!, sorted);
  const near = within(word, most, sorted, start, end);
  return near.length > 0 ? near : within(word, 1, sorted, 0, sorted.length);
}

/** The range of the sorted words that begin with `prefix`, end exclusive. */
export function beginning(prefix: string, sorted: readonly string[]): [number, number] {
  const upTo = (word: string) => bound(sorted.length, (i) => sorted[i]! < word);
  return [upTo(prefix), upTo(`${prefix}\uffff`)];
}

function within(word: string, most: number, sorted: readonly string[], start: number, end: number): Alike[] {
  const found: Alike[] = [];
  for (let i = start; i < end; i++) {
    const other = sorted[i]!;
    if (Math.abs(other.length - word.length) > most || other.length < 4) continue;
    if (most === 1 && !endsAlike(word, other)) continue;
    const far = swapped(word, other) ? 1 : distance(word, other);
    if (far <= most) found.push({ other, likeness: 1 - far / Math.max(word.length, other.length) });
  }
  return found;
}

/**
 * Whether two words may differ by one slip: their common beginning and end leave at most two letters of the shorter one.
 * This rules out most words quickly.
 */
function endsAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a.charCodeAt(before) === b.charCodeAt(before)) before++;
  let behind = 0;
  while (behind < shorter && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind))
    behind++;
  return before + behind >= shorter - 2;
}

/** Whether two words differ by two neighbouring letters that changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
