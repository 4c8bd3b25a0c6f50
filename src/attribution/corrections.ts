import type { PartOfSpeech } from 'wink-nlp';
import { LAST_OF_SPEECH, VERB_CLASS } from './lexicon.ts';
import { lemmaOf, type TaggedWord } from './words.ts';

/** A word with its part of speech, and its lemma as that. */
type Read = Pick<TaggedWord, 'lemma'> & { readonly pos: PartOfSpeech };

/**
 * What the word at `i` of a paragraph is, where the tagger is known to err: verbs of reporting taken for adjectives, names and nouns
 * for verbs. `heading` says that capitals mean nothing, `attached` that it follows the word before without a space.
 */
export function corrected(
  words: readonly TaggedWord[],
  tags: readonly PartOfSpeech[],
  i: number,
  heading: boolean,
  attached: boolean,
): Read {
  const { value, lemma } = words[i]!;
  const tag = tags[i]!;
  const told = tag === 'ADJ' ? toldBy(words, tags, i) : null;
  if (told !== null) return { lemma: lemmaOf(told), pos: 'VERB' };
  if (tag === 'NOUN' && (tellsWhoSaid(words, tags, i) || takesObject(words, tags, i)))
    return { lemma, pos: 'VERB' };
  if (tag === 'AUX' && hasNoComment(words, i)) return { lemma, pos: 'VERB' };
  if (isName(words, tags, i, heading) || isParticle(words, tags, i)) return { lemma, pos: 'PROPN' };
  if (isObject(words, tags, i)) return { lemma, pos: 'NOUN' };
  if (isObject(words, tags, i + 1)) return { lemma, pos: 'ADP' };
  if (value === "'" && attached && isPossessive(words, tags, i)) return { lemma, pos: 'PART' };
  return { lemma, pos: tag };
}

/**
 * The verb of reporting that a word taken for an adjective is, right after a name or a pronoun, between a noun and an article, or behind
 * what is said: "Merz fumed on Friday", "the captain contested the claim", “…,” fumed a skipper.
 */
function toldBy(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): string | null {
  const { word } = words[i]!.form;
  if (!word.endsWith('ed')) return null;
  const before = tags[i - 1];
  const after = tags[i + 1];
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
function tellsWhoSaid(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): boolean {
  const before = isSpeechInS(words[i]!) ? beforeSomebody(tags, i) : null;
  if (before === null || before < 1) return false;
  if (endsSaid(words, before)) return !PHRASE.has(tags[i + 1]!);
  if (
    words[before]!.value !== ',' ||
    tags[before + 1] !== 'DET' ||
    !/^[.”]?$/.test(words[i + 1]?.value ?? '')
  )
    return false;
  for (let j = before - 1; j >= 0 && !ENDS.test(words[j]!.value); j--)
    if (tags[j] === 'AUX' || tags[j] === 'VERB') return true;
  return false;
}

/** Whether a word may be a verb of speech in the third person: "claims". */
function isSpeechInS({ form, lemma }: TaggedWord): boolean {
  return form.word.endsWith('s') && !form.capital && lemma.verb > 0 && lemma.verb <= LAST_OF_SPEECH;
}

/**
 * Whether a word that the tagger takes for a plural is the verb between whoever a clause begins with and an article: "The union
 * disputes this", "Brandt claims the pier is closed".
 */
function takesObject(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): boolean {
  if (!isSpeechInS(words[i]!) || !OBJECT.test(words[i + 1]?.form.word ?? '')) return false;
  const before = beforeSomebody(tags, i);
  return before !== null && (before < 0 || ENDS.test(words[before]!.value));
}

/** What a noun in the plural seldom stands right before. */
const OBJECT = /^(?:the|this|that|these|those|his|her|its|their|he|she|it|they|there|any)$/;

/** The place before the phrase for somebody that ends right before the word at `i`, -1 where nothing stands there; null without one. */
function beforeSomebody(tags: readonly PartOfSpeech[], i: number): number | null {
  let before = i - 1;
  while (before >= 0 && before > i - LONGEST_SUBJECT && PHRASE.has(tags[before]!)) before--;
  return before < i - 1 && BEGINS_PHRASE.has(tags[before + 1]!) ? before : null;
}

/** In words, of a phrase for somebody. */
const LONGEST_SUBJECT = 8;
const PHRASE: ReadonlySet<PartOfSpeech> = new Set(['DET', 'PRON', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
/** Nobody of whom the verb tells in the singular is a noun without an article. */
const BEGINS_PHRASE: ReadonlySet<PartOfSpeech> = new Set(['DET', 'PRON', 'PROPN']);
const ENDS = /^[.?!:;”]$/;

/** Whether *have* is a verb here: "had no comment", "has no further comment". */
function hasNoComment(words: readonly TaggedWord[], i: number): boolean {
  if (words[i + 1]?.form.word !== 'no' || words[i]!.lemma.lemma !== 'have') return false;
  return [i + 2, i + 3].some((at) => words[at]?.form.word === 'comment');
}

/** Whether a word that the tagger takes for a verb is a name: "Welch said", "a letter from Rob Grant". */
function isName(
  words: readonly TaggedWord[],
  tags: readonly PartOfSpeech[],
  i: number,
  heading: boolean,
): boolean {
  const { value, form } = words[i]!;
  if (tags[i] !== 'VERB' && value !== 'Will' && value !== 'May') return false;
  if (heading || !form.capital || value === value.toUpperCase()) return false;
  const before = words[i - 1]?.value;
  // Within a sentence a capital is enough; at its beginning a verb of reporting must follow, in a form that takes a subject.
  if (before !== undefined && (before === ',' || /[\p{L}\p{N}]$/u.test(before))) return true;
  const next = words[i + 1];
  if (next === undefined || tags[i + 1] !== 'VERB' || next.lemma.verb === 0) return false;
  return !/(ed|ing)$/.test(value) && next.value !== next.lemma.lemma && !next.value.endsWith('ing');
}

/** Whether an apostrophe that the tagger takes for a mark makes a possessive: "the workers' demands". */
function isPossessive(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): boolean {
  const before = tags[i - 1];
  if ((before !== 'NOUN' && before !== 'PROPN') || !words[i - 1]!.form.word.endsWith('s')) return false;
  const after = tags[i + 1];
  return after === 'NOUN' || after === 'PROPN' || after === 'ADJ' || after === 'NUM';
}

/** Whether a word that the tagger cannot place begins a name: "De Groot". */
function isParticle(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): boolean {
  return (
    tags[i] === 'X' &&
    /^\p{L}+$/u.test(words[i]!.value) &&
    tags[i + 1] === 'PROPN' &&
    words[i + 1]!.form.capital
  );
}

/**
 * Whether a word that the tagger takes for an infinitive is none, as its form shows, or what stands before *to*: "according to
 * police", "in response to questions".
 */
function isObject(words: readonly TaggedWord[], tags: readonly PartOfSpeech[], i: number): boolean {
  if (tags[i] !== 'VERB' || words[i - 1]?.form.word !== 'to') return false;
  const { form, lemma } = words[i]!;
  if (form.word.endsWith('ing')) return false;
  return words[i - 2]?.form.word === 'according' || (form.word.endsWith('s') && form.word !== lemma.lemma);
}
