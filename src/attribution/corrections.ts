import type { PartOfSpeech } from 'wink-nlp';
import { LAST_OF_SPEECH, VERB_CLASS } from './lexicon.ts';
import { type TaggedWord, taggedWord } from './words.ts';

/**
 * What the word at `i` of a paragraph is, where the tagger is known to err: verbs of reporting taken for adjectives, names and nouns
 * for verbs. `heading` says that capitals mean nothing, `attached` that it follows the word before without a space.
 */
export function corrected(
  words: readonly TaggedWord[],
  i: number,
  heading: boolean,
  attached: boolean,
): TaggedWord {
  const word = words[i]!;
  const { value, lemma, pos } = word;
  const told = pos === 'ADJ' ? toldBy(words, i) : null;
  if (told !== null) return taggedWord(value, told, 'VERB');
  const other = otherPart(words, i, heading, attached);
  return other ? taggedWord(value, lemma, other) : word;
}

/** The part of speech that the word at `i` is rather than what the tagger takes it for; null where that stands. */
function otherPart(
  words: readonly TaggedWord[],
  i: number,
  heading: boolean,
  attached: boolean,
): PartOfSpeech | null {
  const { value, pos } = words[i]!;
  if (pos === 'NOUN' && (tellsWhoSaid(words, i) || takesObject(words, i))) return 'VERB';
  if (pos === 'AUX' && hasNoComment(words, i)) return 'VERB';
  if (isName(words, i, heading) || isParticle(words, i)) return 'PROPN';
  if (isObject(words, i)) return 'NOUN';
  if (isObject(words, i + 1)) return 'ADP';
  if (value === "'" && attached && isPossessive(words, i)) return 'PART';
  return null;
}

/**
 * The verb of reporting that a word taken for an adjective is, right after a name or a pronoun, between a noun and an article, or behind
 * what is said: "Merz fumed on Friday", "the captain contested the claim", “…,” fumed a skipper.
 */
function toldBy(words: readonly TaggedWord[], i: number): string | null {
  const { word } = words[i]!;
  if (!word.endsWith('ed')) return null;
  const before = words[i - 1]?.pos;
  const after = words[i + 1]?.pos;
  const isSubject = before === 'PROPN' || before === 'PRON' || (before === 'NOUN' && after === 'DET');
  if ((!isSubject || after === 'NOUN') && !endsSaid(words, i - 1)) return null;
  return [word.slice(0, -1), word.slice(0, -2)].find((verb) => VERB_CLASS.has(verb)) ?? null;
}

/** Whether the word at `i` is the mark that closes what somebody says, and a sentence goes on. */
function endsSaid(words: readonly TaggedWord[], i: number): boolean {
  const mark = words[i]?.value;
  return (mark === '”' || mark === '’') && /^[,?!—]$/.test(words[i - 1]?.value ?? '');
}

/**
 * Whether a word that the tagger takes for a plural is the verb of a phrase behind what is said: “…,” the group states; "The pier
 * is closed, the union claims."
 */
function tellsWhoSaid(words: readonly TaggedWord[], i: number): boolean {
  const before = isSpeechInS(words[i]!) ? beforeSomebody(words, i) : null;
  if (before === null || before < 1) return false;
  if (endsSaid(words, before)) return !PHRASE.has(words[i + 1]!.pos);
  if (
    words[before]!.value !== ',' ||
    words[before + 1]?.pos !== 'DET' ||
    !/^[.”]?$/.test(words[i + 1]?.value ?? '')
  )
    return false;
  for (let j = before - 1; j >= 0 && !ENDS.test(words[j]!.value); j--)
    if (words[j]?.pos === 'AUX' || words[j]?.pos === 'VERB') return true;
  return false;
}

/** Whether a word may be a verb of speech in the third person: "claims". */
function isSpeechInS({ word, capital, verb }: TaggedWord): boolean {
  return verb > 0 && verb <= LAST_OF_SPEECH && !capital && word.endsWith('s');
}

/**
 * Whether a word that the tagger takes for a plural is the verb between whoever a clause begins with and an article: "The union
 * disputes this", "But Brandt claims the pier is closed".
 */
function takesObject(words: readonly TaggedWord[], i: number): boolean {
  if (!isSpeechInS(words[i]!) || !OBJECT.test(words[i + 1]?.word ?? '')) return false;
  let before = beforeSomebody(words, i);
  if (before === null) return false;
  if (words[before]?.pos === 'CCONJ' && words[before]!.capital) before--;
  return before < 0 || ENDS.test(words[before]!.value);
}

/** What a noun in the plural seldom stands right before. */
const OBJECT = /^(?:the|this|that|these|those|his|her|its|their|he|she|it|they|there|any)$/;

/** The place before the phrase for somebody that ends right before the word at `i`, -1 where nothing stands there; null without one. */
function beforeSomebody(words: readonly TaggedWord[], i: number): number | null {
  let before = i - 1;
  while (before >= 0 && before > i - LONGEST_SUBJECT && PHRASE.has(words[before]!.pos)) before--;
  return before < i - 1 && BEGINS_PHRASE.has(words[before + 1]!.pos) ? before : null;
}

/** In words, of a phrase for somebody. */
const LONGEST_SUBJECT = 8;
const PHRASE: ReadonlySet<PartOfSpeech> = new Set(['DET', 'PRON', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
/** Nobody of whom the verb tells in the singular is a noun without an article. */
const BEGINS_PHRASE: ReadonlySet<PartOfSpeech> = new Set(['DET', 'PRON', 'PROPN']);
const ENDS = /^[.?!:;”]$/;

/** Whether *have* is a verb here: "had no comment", "has no further comment". */
function hasNoComment(words: readonly TaggedWord[], i: number): boolean {
  if (words[i + 1]?.word !== 'no' || words[i]!.lemma !== 'have') return false;
  return [i + 2, i + 3].some((at) => words[at]?.word === 'comment');
}

/** Whether a word that the tagger takes for a verb is a name: "Welch said", "a letter from Rob Grant". */
function isName(words: readonly TaggedWord[], i: number, heading: boolean): boolean {
  const { value, pos, capital } = words[i]!;
  if (pos !== 'VERB' && value !== 'Will' && value !== 'May') return false;
  if (heading || !capital || value === value.toUpperCase()) return false;
  const before = words[i - 1]?.value;
  // Within a sentence a capital is enough; at its beginning a verb of reporting must follow, in a form that takes a subject.
  if (before !== undefined && (before === ',' || /[\p{L}\p{N}]$/u.test(before))) return true;
  const next = words[i + 1];
  if (next === undefined || words[i + 1]?.pos !== 'VERB' || next.verb === 0) return false;
  return !/(ed|ing)$/.test(value) && next.value !== next.lemma && !next.value.endsWith('ing');
}

/** Whether an apostrophe that the tagger takes for a mark makes a possessive: "the workers' demands". */
function isPossessive(words: readonly TaggedWord[], i: number): boolean {
  const before = words[i - 1]?.pos;
  if ((before !== 'NOUN' && before !== 'PROPN') || !words[i - 1]!.word.endsWith('s')) return false;
  const after = words[i + 1]?.pos;
  return after === 'NOUN' || after === 'PROPN' || after === 'ADJ' || after === 'NUM';
}

/** Whether a word that the tagger cannot place begins a name: "De Groot". */
function isParticle(words: readonly TaggedWord[], i: number): boolean {
  return (
    words[i]!.pos === 'X' &&
    /^\p{L}+$/u.test(words[i]!.value) &&
    words[i + 1]?.pos === 'PROPN' &&
    words[i + 1]!.capital
  );
}

/**
 * Whether a word that the tagger takes for an infinitive is none, as its form shows, or what stands before *to*: "according to
 * police", "in response to questions".
 */
function isObject(words: readonly TaggedWord[], i: number): boolean {
  if (words[i]?.pos !== 'VERB' || words[i - 1]?.word !== 'to') return false;
  const { word, lemma } = words[i]!;
  if (word.endsWith('ing')) return false;
  return words[i - 2]?.word === 'according' || (word.endsWith('s') && word !== lemma);
}
