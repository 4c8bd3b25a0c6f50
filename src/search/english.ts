import { findHash } from './hash.ts';
import { unpackShipped } from './pack.ts';

/** What is known of English words whatever the corpus: how common each is, and which others mean much the same. */
export interface English {
  /** Stems by the hash of their letters, ascending, and each one's place by frequency. */
  readonly hash: Float64Array;
  readonly rank: Uint16Array;
  /** Where each stem's kin begin, one longer than `hash`; their numbers, and how near they are, in 255ths. */
  readonly start: Uint32Array;
  readonly kin: Uint16Array;
  readonly strength: Uint8Array;
  /** `DIMENSIONS` numbers for each stem; the cosine of two stems' rows says how alike they are used. */
  readonly vector: Int8Array;
}

/** Numbers in the vector of a word. */
export const DIMENSIONS = 64;

/** A word of like meaning, by the hash of its stem; `strength` is the cosine of the two words' vectors. */
export interface Kin {
  readonly hash: number;
  readonly strength: number;
}

/** The format of `english.bin`. */
export const ENGLISH = 'english words 2';

/** `english.bin`, made from word vectors by `test/evaluation/search/english.ts`. Read once, when first needed. */
export function english(): English {
  loaded ??= unpackShipped<English>(ENGLISH, 'english.bin', 'english.ts');
  return loaded;
}

let loaded: English | undefined;

/** Words of like meaning, nearest first. */
export function kinOf(hash: number): Kin[] {
  const { hash: hashes, start, kin, strength } = english();
  const found = englishNumber(hash);
  const result: Kin[] = [];
  if (found < 0) return result;
  for (let i = start[found]!; i < start[found + 1]!; i++)
    result.push({ hash: hashes[kin[i]!]!, strength: strength[i]! / 255 });
  return result;
}

/**
 * About which share of news articles holds the stem. By Zipf's law a word's share of a text is about 0.1 / rank;
 * articles are taken to have 600 words.
 */
export function commonness(hash: number): number {
  const place = placeOf(hash);
  return place === Number.POSITIVE_INFINITY ? 1 / 20_000 : 1 - Math.exp(-60 / (place + 3));
}

/** The place by frequency, from 0, of the English stem with this hash; Infinity where it is none. */
export function placeOf(hash: number): number {
  const found = englishNumber(hash);
  return found < 0 ? Number.POSITIVE_INFINITY : english().rank[found]!;
}

/** The number of the stem with this hash among the English ones, from 0, or -1. */
export function englishNumber(hash: number): number {
  return findHash(english().hash, hash);
}

/** The hash of the stem with this number. */
export function englishHash(number: number): number {
  return english().hash[number]!;
}

/** English stems among those of a segment, both counted from 1, 0 for none. */
export interface Numbering {
  /** For each stem of the segment its number among the English ones. */
  readonly english: Uint16Array;
  /** For each English stem its number in the segment. */
  readonly own: Uint16Array | Uint32Array;
}

/** Where the stems with the ascending `hashes` are among the English ones, and those among them. */
export function numberingOf(hashes: Float64Array): Numbering {
  const known = numberings.get(hashes);
  if (known) return known;
  const { hash } = english();
  const numbering = {
    english: new Uint16Array(hashes.length + 1),
    own: new (hashes.length < 0xffff ? Uint16Array : Uint32Array)(hash.length),
  };
  let at = 0;
  for (let i = 0; i < hashes.length; i++) {
    while (at < hash.length && hash[at]! < hashes[i]!) at++;
    if (hash[at] !== hashes[i]) continue;
    numbering.english[i] = at + 1;
    numbering.own[at] = i + 1;
  }
  numberings.set(hashes, numbering);
  return numbering;
}

/** Kept for as long as a segment is open. */
const numberings = new WeakMap<Float64Array, Numbering>();
