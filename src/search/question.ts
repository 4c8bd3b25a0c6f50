import { type Corpus, FEW } from './corpus.ts';
import { englishHash, englishNumber, kinOf } from './english.ts';
import { relatedTo } from './wordnet.ts';
import { hashOf, Trait, type Word, words } from './words.ts';

/** A question as the search sees it: its content words, each once. */
export interface Question {
  readonly terms: readonly QuestionTerm[];
  /** For each term, the one that follows it in the question, or -1. */
  readonly follows: Int8Array;
  /**
   * As bit sets: the terms written with a capital within the question, those with a digit, and those that say what is
   * asked for.
   */
  readonly names: number;
  readonly numbers: number;
  readonly focus: number;
  readonly asks: Asks;
  /** Which of its words follow which: `256 * a + b`. Words are counted from 1, stop words included. */
  readonly phrases: ReadonlySet<number>;
  /** Its words and similar ones that documents have, each once. The first role is that of any other word. */
  readonly roles: readonly Role[];
  /** For each term, the roles that stand for it: that of its own stem and those of its family. */
  readonly bearers: readonly (readonly Role[])[];
  /** The share of the question's weight in a set of its terms, 0 to 1. */
  readonly weigh: (terms: number) => number;
  /** Sum of the terms' weights. */
  readonly weight: number;
  /** The corpus it is asked of. */
  readonly corpus: Corpus;
}

export interface QuestionTerm {
  readonly stem: string;
  readonly hash: number;
  readonly foldedHash: number;
  /** Its number in each segment, or -1. */
  readonly found: Int32Array;
  /** How many documents have it. */
  readonly documents: number;
  /** Inverse document frequency (the rarer, the higher), and its share of the question's. */
  readonly weight: number;
  readonly share: number;
}

/** What a word of the documents means for a question. Words and terms are counted from 1, and 0 is none. */
export interface Role {
  /** The number of its stem in each segment, or -1. */
  readonly found: Int32Array;
  /**
   * The question's content word with this stem or one of its family; any word of the question; and the content word of
   * similar meaning, with the similarity, 0 to 1.
   */
  term: number;
  word: number;
  kin: number;
  strength: number;
}

/** The kind of answer asked for, as the question's first words tell it. */
export type Asks = 'time' | 'number' | 'person' | 'place' | 'reason' | 'manner' | 'thing' | 'other';

/** The most words of a question that are used, rarest first: as many as fit into a bit set. */
const MOST_TERMS = 31;

/** From this closeness on, words of a family stand for each other. */
const CLOSE = 0.25;

/** The most words that have a role: as many as a byte can number, with "no role". */
const MOST_ROLES = 255;

/** Reads a question as data: no character in it has a special meaning. */
export function readQuestion(text: string, corpus: Corpus): Question {
  const all = words(text);
  const distinct = new Map<string, Omit<QuestionTerm, 'share'>>();
  for (const { form } of all) {
    if (form.stop || distinct.has(form.stem)) continue;
    const hash = hashOf(form.stem);
    const documents = corpus.documentsWith(hash);
    const weight = corpus.weight(hash, documents);
    distinct.set(form.stem, {
      stem: form.stem,
      hash,
      foldedHash: hashOf(form.folded) >>> 0,
      found: corpus.find(hash),
      documents,
      weight,
    });
  }
  const rarest = new Set([...distinct.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS));
  const kept = [...distinct.values()].filter((term) => rarest.has(term));
  const weight = kept.reduce((sum, term) => sum + term.weight, 0);
  const terms = kept.map((term) => ({ ...term, share: term.weight / weight }));
  const { wordOf, phrases } = phrasesOf(all);
  const places = placesOf(all, terms);
  const roles = rolesOf(terms, wordOf, places.names | places.numbers, corpus);
  return {
    terms,
    ...places,
    phrases,
    roles,
    bearers: terms.map((_, i) => roles.filter(({ term }) => term === i + 1)),
    asks: asks(text),
    weigh: weigher(terms),
    weight,
    corpus,
  };
}

/** What the terms' places among all words of a question tell. */
function placesOf(
  all: readonly Word[],
  terms: readonly QuestionTerm[],
): Pick<Question, 'follows' | 'names' | 'numbers' | 'focus'> {
  const indexOf = new Map(terms.map((term, i) => [term.stem, i] as const));
  const follows = new Int8Array(terms.length).fill(-1);
  let names = 0;
  let numbers = 0;
  let focus = 0;
  let focussing = false;
  let previous: number | undefined;
  for (const [i, { form }] of all.entries()) {
    const index = indexOf.get(form.stem);
    if (form.stop || index === undefined) {
      focussing = FOCUSSING.has(form.folded) || (focussing && KEEPS_FOCUS.has(form.folded));
      continue;
    }
    if (i > 0 && form.traits & Trait.capital) names |= 1 << index;
    if (form.traits & Trait.digit) numbers |= 1 << index;
    if (focussing) focus |= 1 << index;
    if (previous !== undefined && follows[previous] === -1 && previous !== index) follows[previous] = index;
    previous = index;
  }
  return { follows, names, numbers, focus };
}

/** The first hundred words, counted from 1 by the hashes of their stems, and which of them follow which. */
function phrasesOf(all: readonly Word[]): {
  readonly wordOf: ReadonlyMap<number, number>;
  readonly phrases: ReadonlySet<number>;
} {
  const wordOf = new Map<number, number>();
  const phrases = new Set<number>();
  let before = 0;
  for (const { form } of all.slice(0, 100)) {
    const hash = hashOf(form.stem);
    const word = wordOf.get(hash) ?? wordOf.size + 1;
    wordOf.set(hash, word);
    if (before !== 0) phrases.add(256 * before + word);
    before = word;
  }
  return { wordOf, phrases };
}

/**
 * The roles of the terms, of all `words` by the hash of their stems, of the families of terms other than `named`, and
 * of words akin to those.
 */
function rolesOf(
  terms: readonly QuestionTerm[],
  words: ReadonlyMap<number, number>,
  named: number,
  corpus: Corpus,
): Role[] {
  const none = {
    found: new Int32Array(corpus.segments.length).fill(-1),
    term: 0,
    word: 0,
    kin: 0,
    strength: 0,
  };
  const roles = new Map<number, Role>();
  const roleOf = (hash: number): Role | undefined => {
    const known = roles.get(hash);
    const found = corpus.find(hash);
    if (known || roles.size === MOST_ROLES || found.every((number) => number < 0)) return known;
    const role = { ...none, found };
    roles.set(hash, role);
    return role;
  };
  for (const [i, { hash }] of terms.entries()) {
    const role = roleOf(hash);
    if (role) role.term = i + 1;
  }
  for (const [hash, word] of words) {
    const role = roleOf(hash);
    if (role) role.word = word;
  }
  for (const [i, { hash }] of terms.entries()) {
    // Among few documents, "bakes" would too easily count as "baker", so families are only noted there.
    if (named & (1 << i) || corpus.size < FEW) continue;
    for (const { word, family } of relatedTo(englishNumber(hash))) {
      const role = family > CLOSE ? roleOf(englishHash(word)) : undefined;
      if (role && role.term === 0 && role.word === 0) role.term = i + 1;
    }
  }
  for (const [i, { hash }] of terms.entries()) {
    if (named & (1 << i)) continue;
    for (const akin of kinOf(hash)) {
      const role = roleOf(akin.hash);
      if (!role || role.strength >= akin.strength) continue;
      role.kin = i + 1;
      role.strength = akin.strength;
    }
  }
  return [none, ...roles.values()];
}

/** Adds up shares over sets of terms, with a table for every eight terms. */
function weigher(terms: readonly QuestionTerm[]): (set: number) => number {
  const tables = Array.from({ length: Math.ceil(terms.length / 8) || 1 }, (_, t) => {
    const table = new Float64Array(256);
    for (let set = 1; set < 256; set++) {
      const lowest = 31 - Math.clz32(set & -set);
      table[set] = table[set & (set - 1)]! + (terms[t * 8 + lowest]?.share ?? 0);
    }
    return table;
  });
  return (set) => {
    let sum = 0;
    for (let t = 0; t < tables.length; t++) sum += tables[t]![(set >>> (8 * t)) & 255]!;
    return sum;
  };
}

const FOCUSSING = new Set(['what', 'which', 'whose', 'many', 'much']);
const KEEPS_FOCUS = new Set(['of', 'the', 'other']);

function asks(text: string): Asks {
  for (const [pattern, kind] of ASKS) if (pattern.test(text)) return kind;
  return 'other';
}

const ASKS: readonly (readonly [RegExp, Asks])[] = [
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month|decade|century|time|period)\b/i, 'time'],
  [
    /\bhow (?:many|much|long|old|far|often|big|tall|high|large|fast|deep|wide)\b|\bwhat (?:percentage|number|percent|amount|portion|fraction)\b/i,
    'number',
  ],
  [
    /\bwhere\b|\b(?:what|which) (?:city|country|state|place|location|county|town|region|continent|nation)\b/i,
    'place',
  ],
  [/\bwho(?:m|se)?\b/i, 'person'],
  [/\bwhy\b|\bwhat (?:reason|cause)/i, 'reason'],
  [/\bhow\b/i, 'manner'],
  [/\b(?:what|which)\b/i, 'thing'],
];
