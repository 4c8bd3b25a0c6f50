import { unpackShipped } from './pack.ts';

/** How related a word is to another by WordNet, 0 to 1 each: the wider the relation, the higher the number. */
export interface Related {
  /** The other word's number among the English ones. */
  readonly word: number;
  /** Derived from it, the more the oftener both have that meaning, or, 1, an irregular form (`deny` and `denial`, `write` and `wrote`). */
  readonly family: number;
  /** Of one meaning (`buy` and `purchase`), the more the oftener both have it; 1 for the family. */
  readonly synonym: number;
  /** Either, or of a wider, narrower or neighbouring meaning (`car` and `vehicle`). */
  readonly broad: number;
}

/** The relations of English words, by their numbers: those of a word begin at `start`, which is one longer than there are words. */
interface Wordnet {
  readonly start: Uint32Array;
  readonly other: Uint16Array;
  readonly family: Uint8Array;
  readonly synonym: Uint8Array;
  readonly broad: Uint8Array;
}

/** The format of `wordnet.bin`. */
export const WORDNET = 'english relations 1';

/** What WordNet (Fellbaum 1998) relates to the English word with this number; nothing for -1. */
export function relatedTo(word: number): Related[] {
  const { start, other, family, synonym, broad } = wordnet();
  const found: Related[] = [];
  if (word < 0) return found;
  for (let i = start[word]!; i < start[word + 1]!; i++)
    found.push({
      word: other[i]!,
      family: family[i]! / 255,
      synonym: synonym[i]! / 255,
      broad: broad[i]! / 255,
    });
  return found;
}

/** `wordnet.bin`, made from WordNet's database by `test/evaluation/search/wordnet.ts`. Read once, when first needed. */
function wordnet(): Wordnet {
  loaded ??= unpackShipped<Wordnet>(WORDNET, 'wordnet.bin', 'wordnet.ts');
  return loaded;
}

let loaded: Wordnet | undefined;
