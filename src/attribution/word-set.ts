import { hash } from './features.ts';
import type { Token } from './tag.ts';

/**
 * A few words that are looked for among nearly all of a text: by the last bits of a word's number, which rule out nearly all
 * others, and then by the word.
 */
export class WordSet {
  private readonly words: ReadonlySet<string>;
  private readonly bits: Uint8Array;

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    let size = 1024;
    while (size < words.length * SPARSE) size *= 2;
    this.bits = new Uint8Array(size);
    for (const word of words) this.bits[hash(word) & (size - 1)] = 1;
  }

  has({ word, wordId }: Token): boolean {
    return this.mayHold(wordId) && this.words.has(word);
  }

  /** Whether a word with this number may be one of them. */
  mayHold(wordId: number): boolean {
    return this.bits[wordId & (this.bits.length - 1)] === 1;
  }
}

/** So many times more places than words, that few others share one. */
const SPARSE = 16;
