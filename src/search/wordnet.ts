import { unpackShipped } from './pack.ts';

/** How WordNet relates a word to another, 0 to 1 each. The wider the relation, the higher the number. */
export interface Related {
  /** The other word's number among the English ones. */
  readonly word: number;
  /**
   * Derived from it (`deny` and `denial`): higher the more often both have that meaning. Irregular forms (`write` and
   * `wrote`) have 1.
   */
  readonly family: number;
  /** The same meaning (`buy` and `purchase`): higher the more often both have it. The family has 1. */
  readonly synonym: number;
  /** Either of these, or a wider, narrower or neighbouring meaning (`car` and `vehicle`). */
  readonly broad: number;
}

/**
 * The relations of English words by number. Those of a word begin at `start`, which is one longer than there are words.
 */
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
