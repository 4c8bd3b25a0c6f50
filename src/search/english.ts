import { findHash } from './hash.ts';
import { unpackShipped } from './pack.ts';

/**
 * What is known of English words, independent of the corpus: how common each is, and which words mean nearly the same.
 */
export interface English {
  /** Hashes of the stems, ascending, and the rank of each by frequency. */
  readonly hash: Float64Array;
  readonly rank: Uint16Array;
  /** Where each stem's kin begin (one longer than `hash`), their numbers, and how near they are, in 255ths. */
  readonly start: Uint32Array;
  readonly kin: Uint16Array;
  readonly strength: Uint8Array;
  /** `DIMENSIONS` numbers for each stem. The cosine of two stems' rows says how similarly they are used. */
  readonly vector: Int8Array;
}

/** How many numbers a word's vector has. */
export const DIMENSIONS = 64;

/** A word of similar meaning, by the hash of its stem. `strength` is the cosine of the two words' vectors. */
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

/** Words of similar meaning, nearest first. */
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
 * The approximate share of news articles that have the stem. By Zipf's law a word's share of a text is about 0.1 /
 * rank; articles are taken to have 600 words.
 */
export function commonness(hash: number): number {
  const place = placeOf(hash);
  return place === Number.POSITIVE_INFINITY ? 1 / 20_000 : 1 - Math.exp(-60 / (place + 3));
}

/** The rank by frequency, from 0, of the English stem with this hash; Infinity if there is none. */
export function placeOf(hash: number): number {
  const found = englishNumber(hash);
  return found < 0 ? Number.POSITIVE_INFINITY : english().rank[found]!;
}

/** The number, from 0, of the English stem with this hash, or -1. */
export function englishNumber(hash: number): number {
  return findHash(english().hash, hash);
}

/** The hash of the English stem with this number. */
export function englishHash(number: number): number {
  return english().hash[number]!;
}

/** How a segment's stems and the English ones correspond. Both are counted from 1, and 0 is none. */
export interface Numbering {
  /** For each stem of the segment, its number among the English ones. */
  readonly english: Uint16Array;
  /** For each English stem, its number in the segment. */
  readonly own: Uint16Array | Uint32Array;
}

/** Numbers the stems with the ascending `hashes` among the English ones, and the other way round. */
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

/** Each is kept as long as its segment is open. */
const numberings = new WeakMap<Float64Array, Numbering>();
