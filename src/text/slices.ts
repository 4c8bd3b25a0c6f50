import { ofItsOwn } from './memoise.ts';

/**
 * What was made for slices of texts, found again without cutting them out: for pure functions of what recurs in many texts. Each
 * slice has few places it may stand in, of `size` (a power of two) in all; the new takes one from an old where they are full, so that
 * neither hostile text nor time can fill the memory.
 */
export class SliceMemo<T> {
  private readonly make: (slice: string) => T;
  private readonly hashes: Int32Array;
  private readonly slices: (string | undefined)[];
  private readonly made: (T | undefined)[];

  constructor(make: (slice: string) => T, size: number) {
    this.make = make;
    this.hashes = new Int32Array(size);
    this.slices = new Array(size).fill(undefined);
    this.made = new Array(size).fill(undefined);
  }

  /** What there is for `text.slice(start, end)`. */
  of(text: string, start: number, end: number): T {
    const { hashes, slices } = this;
    const last = hashes.length - 1;
    const hash = hashOf(text, start, end);
    for (let i = 0; i < PLACES; i++) {
      const place = (hash + i) & last;
      const slice = slices[place];
      if (slice === undefined) break;
      if (hashes[place] === hash && stands(slice, text, start, end)) return this.made[place]!;
    }
    const own = ofItsOwn(text.slice(start, end));
    const made = this.make(own);
    let free = 0;
    while (free < PLACES && slices[(hash + free) & last] !== undefined) free++;
    const place = (hash + (free < PLACES ? free : hash >>> 30)) & last;
    hashes[place] = hash;
    slices[place] = own;
    this.made[place] = made;
    return made;
  }
}

/** Whether `text.slice(start, end)` is `slice`: letter by letter, which is faster than to ask for so few. */
function stands(slice: string, text: string, start: number, end: number): boolean {
  if (slice.length !== end - start) return false;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== slice.charCodeAt(i - start)) return false;
  return true;
}

/** How many places a slice may stand in. */
const PLACES = 4;

/** FNV-1a, as in `fnv1a`, with its bits mixed once more: the lowest choose the place. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
