import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type PartOfSpeech } from 'wink-nlp';
import { memoise } from '../text/memoise.ts';
import { hash } from './features.ts';
import { NOUN_CLASS, PLAIN, SPEAKERS, VERB_CLASS } from './lexicon.ts';

/** A word as wink-nlp has it, with its lemma as the part of speech that it is here. */
export interface TaggedWord {
  readonly value: string;
  readonly form: Form;
  readonly lemma: Lemma;
}

type Form = ReturnType<typeof formOf>;
type Lemma = ReturnType<typeof lemmaOf>;

/** The words and marks of a paragraph as wink-nlp sees them, in order, without places, and what part of speech each one is. */
export function readWords(text: string): { words: TaggedWord[]; tags: PartOfSpeech[] } {
  const { nlp, its, readings } = tagger;
  const collection = nlp.readDoc(loosened(text)).tokens();
  const tags = collection.out(its.pos as Its) as PartOfSpeech[];
  const numbers = collection.out(its.uniqueId as unknown as Its) as unknown as number[];
  // What a contraction stands for is the tagger's choice in each place: "'d" is had or would.
  const contracted = collection.out(its.contractionFlag as unknown as Its) as unknown as boolean[];
  if (numbers.some((number) => number > MOST_WORDS)) tagger = newTagger();
  const words: TaggedWord[] = [];
  for (const [i, number] of numbers.entries()) {
    const reading = number * POS.length + POS.indexOf(tags[i]!);
    const before = contracted[i] ? undefined : readings.get(reading);
    words.push(before ?? readWord(collection.itemAt(i)));
    if (!before && !contracted[i]) readings.set(reading, words[i]!);
  }
  return { words, tags };
}

function readWord(token: ItemToken): TaggedWord {
  const { its } = tagger;
  const value = token.out(its.value);
  return { value, form: formOf(value), lemma: lemmaOf(token.out(its.lemma as Its) ?? value) };
}

/** What is true of a word wherever it stands, by how it is written. */
export const formOf = memoise((value: string) => {
  const word = value.toLowerCase();
  return {
    word,
    id: hash(word),
    capital: word !== value,
    letter: /^\p{L}/u.test(value),
    mark: !/[\p{L}\p{N}]/u.test(value),
  };
});

export const lemmaOf = memoise((lemma: string) => ({
  lemma,
  id: hash(lemma),
  verb: VERB_CLASS.get(lemma) ?? 0,
  noun: NOUN_CLASS.get(lemma) ?? 0,
  speaker: SPEAKERS.has(lemma),
  plain: PLAIN.has(lemma),
}));

/**
 * Marks after a possessive are set apart: wink-nlp takes "Merz's." for the word "Merz's" and a full stop, and from then on
 * every "Merz's", in this text and all later ones, for one word. So is a colon after a bracket, which it takes for one mark.
 */
function loosened(text: string): string {
  return text.replace(/'\p{L}{0,2}(?=[^\p{L}\p{N}\s'])|\)(?=:)/gu, '$& ');
}

/** The parts of speech, by number. */
export const POS =
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE'.split(' ');

/** wink-nlp, and what has been read of each of its words, by its number for it and the part of speech: letters are compared once. */
function newTagger() {
  const nlp = winkNLP(model, ['pos']);
  return { nlp, its: nlp.its, readings: new Map<number, TaggedWord>() };
}

let tagger = newTagger();

/**
 * wink-nlp keeps every word that it has met, some hundred bytes each, and numbers them from 87,000. Past this number it is made
 * anew, which takes a tenth of a second.
 */
const MOST_WORDS = 200_000;

// wink-nlp's types miss that part of speech and lemma can be read from a whole collection.
type Its = typeof tagger.its.value;
