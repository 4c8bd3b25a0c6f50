import { hash } from './features.ts';
import type { Token } from './tag.ts';

/**
 * A few words that are looked for among nearly all of a text: by the last bits of a word's number, which rule out nearly all
 * others, and then by the word.
 */
export class WordSet {
  private readonly words: ReadonlySet<string>;
  private readonly bits = new Uint8Array(1024);

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    for (const word of words) this.bits[hash(word) & LAST] = 1;
  }

  has({ word, wordId }: Token): boolean {
    return this.bits[wordId & LAST] === 1 && this.words.has(word);
  }
}

const LAST = 1023;
