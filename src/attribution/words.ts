import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';
import { memoise } from '../text/memoise.ts';
import { SliceMemo } from '../text/slices.ts';
import { hash } from './features.ts';
import { NOUN_CLASS, PLAIN, SPEAKERS, VERB_CLASS } from './lexicon.ts';
import { chooseTags, readMachine, type Tagging } from './rules.ts';

/** A word as wink-nlp has it, as the part of speech that it is here, and what is known of it wherever it stands. */
export interface TaggedWord {
  readonly value: string;
  /** In lower case. */
  readonly word: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Numbers for word, lemma and part of speech, for the features. */
  readonly wordId: number;
  readonly lemmaId: number;
  readonly posId: number;
  /** A number for its ending, as far as that says what form it is: -ed, -ing, -s, -tion, -ly. */
  readonly ending: number;
  readonly capital: boolean;
  /** Begins with a letter. */
  readonly letter: boolean;
  /** Has neither letters nor digits. */
  readonly mark: boolean;
  /** Class of its lemma among the verbs of the lexicon, whatever it is here; 0 for none. */
  readonly verb: number;
  /** Its class in the lexicon: of verbs where it is one, else of nouns (negative); 0 for none. */
  readonly reports: number;
  /** A noun for someone who may speak. */
  readonly speaker: boolean;
  /** A word of plain reporting: "said", "according". */
  readonly plain: boolean;
}

/**
 * The words and marks of a paragraph as wink-nlp sees them, in order, without places, and what part of speech each one is. wink-nlp
 * cuts what stands between two blanks in the same way wherever it stands, so it is asked about each such chunk once. What part of
 * speech a word is hangs on its neighbours: by wink-nlp's rules, it is chosen here.
 */
export function readWords(text: string): TaggedWord[] {
  if (tagger.met() > MOST_WORDS) tagger = newTagger();
  const { chunks, machines } = tagger;
  const found: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = text.indexOf(' ', at);
    const end = blank < 0 ? text.length : blank;
    if (end > at) addTo(found, chunks.of(text, at, end));
    at = end + 1;
  }
  const numbers = chooseTags(machines, found);
  const words: TaggedWord[] = []; // Filled one by one, as the lists of proposals are.
  for (let i = 0; i < found.length; i++) words.push(readingOf(found[i]!, numbers[i]!));
  return words;
}

/** A word as wink-nlp knows it, wherever it stands. */
interface Word extends Tagging {
  readonly value: string;
  /** The token that wink-nlp made of it. */
  readonly token: WinkToken;
  /** As the part of speech that it was last seen to be for the first time. */
  reading: Reading | null;
}

/** What stands between two blanks: nearly always one word, which is found sooner without a list around it. */
type Chunk = Word | readonly Word[];

const isOne = (chunk: Chunk): chunk is Word => !Array.isArray(chunk);
const asChunk = (words: readonly Word[]): Chunk => (words.length === 1 ? words[0]! : words);

function addTo(words: Word[], chunk: Chunk): void {
  if (isOne(chunk)) words.push(chunk);
  else for (const word of chunk) words.push(word);
}

interface Reading extends TaggedWord {
  /** The part of speech by wink-nlp's number. */
  readonly tag: number;
  /** As another part of speech: a chain, since nearly every word has been one alone. */
  readonly other: Reading | null;
}

function readingOf(word: Word, tag: number): Reading {
  for (let known = word.reading; known; known = known.other) if (known.tag === tag) return known;
  const { value, fixed, token } = word;
  const { its, cache, names } = tagger;
  const tokens = fixed ? token : [token[NUMBER]!, 0, tag << TAG_BITS, 0];
  // Where it keeps a word's lemma, wink-nlp keeps something else for contractions: no lemma of "cannot," which it does not take apart.
  const contracted = !fixed && cache.property(token[NUMBER]!, 'isContraction') > 0;
  const lemma = contracted ? value : its.lemma(0, { tokens, cache }, model.addons);
  word.reading = reading(value, lemma, names[tag]!, tag, word.reading);
  return word.reading;
}

/** A word as it is written, with a lemma, as a part of speech. */
export const taggedWord = (value: string, lemma: string, pos: PartOfSpeech): TaggedWord =>
  reading(value, lemma, pos, -1, null);

function reading(
  value: string,
  lemma: string,
  pos: PartOfSpeech,
  tag: number,
  other: Reading | null,
): Reading {
  const { word, wordId, ending, capital, letter, mark } = formOf(value);
  const { id, verb, noun, speaker, plain } = lemmaOf(lemma);
  return {
    value,
    word,
    lemma,
    pos,
    wordId,
    lemmaId: id,
    posId: POS.indexOf(pos),
    ending,
    capital,
    letter,
    mark,
    verb,
    reports: pos === 'VERB' || pos === 'AUX' ? verb : 0 - noun, // Not −0, which is no integer to the machine.
    speaker,
    plain,
    tag,
    other,
  };
}

/** What is true of a word wherever it stands, by how it is written. */
export function formOf(value: string) {
  const word = value.toLowerCase();
  return {
    word,
    wordId: hash(word),
    ending: ENDINGS.findIndex((ending) => word.endsWith(ending)) + 1,
    capital: word !== value,
    letter: /^\p{L}/u.test(value),
    mark: !/[\p{L}\p{N}]/u.test(value),
  };
}

const ENDINGS = ['ed', 'ing', 's', 'tion', 'ly'];

/** What the lexicon makes of a lemma. */
const lemmaOf = memoise((lemma: string) => ({
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

/**
 * What wink-nlp wants of its language model for patterns, which are not used here. Asked again, the model writes it out anew,
 * twice as long.
 */
const PATTERNS: unknown = (model.metaCER as () => unknown)();

/**
 * wink-nlp, and what has been read of chunks of text. It takes the rules for parts of speech from its language model: with one that has
 * none it hands out its tokens as they come, to the `setter` of the rules.
 */
function newTagger() {
  const core = (model.core as () => WinkCore)();
  // Nothing else is asked of a word that is new to it, and to tell the shape and the like of each takes long.
  core.packing.efList = ['pos'];
  const { machines } = (model.pos as () => { machines: string[] })();
  let document: WinkDocument | undefined;
  const setter = (read: WinkDocument) => {
    document = read;
  };
  const pos = () => ({ machines: [], transformers: [], setter });
  const nlp = winkNLP({ ...model, core: () => core, pos, metaCER: () => PATTERNS }, ['pos']);
  nlp.readDoc('');
  const { cache } = document!;
  const last = cache.currentSize();
  const known = core.features.lexeme.hash;
  // What wink-nlp has once met as one word, or as a currency, it takes for the same wherever it meets it: an article would be read in
  // the light of those before it.
  const forget = (value: string) => {
    for (const written of [value, value.toLowerCase()]) if (known[written]! > last) delete known[written];
  };

  const knownWord = memoise((number: number): Word => {
    const tag = cache.posOf(cache.mappedSpelling(number)) || core.pos.hash.NOUN!;
    return newWord([number], tag, cache.normal(number), false);
  });
  // Words are of few kinds as to what part of speech they may be.
  const masks = new Map<number, number>();
  const partsOfSpeech = (normal: number): number => {
    const kind = cache.property(normal, 'lexemeCID');
    const known = masks.get(kind);
    if (known !== undefined) return known;
    const mask = core.pos.list.reduce(
      (all, _, i) => (cache.isMemberPOS(normal, i) ? all | (1 << i) : all),
      0,
    );
    masks.set(kind, mask);
    return mask;
  };
  const newWord = (token: WinkToken, tag: number, normal: number, fixed: boolean): Word => {
    const number = token[NUMBER]!;
    const hint = cache.property(number, 'posHint');
    return { value: cache.value(number), token, tag, fixed, may: partsOfSpeech(normal), hint, reading: null };
  };
  const wordOf = (token: WinkToken): Word => {
    const contracted = token[EXPANDED]!;
    return contracted < FIRST_EXPANDED
      ? knownWord(token[NUMBER]!)
      : newWord(token, token[TAG]! >>> TAG_BITS, cache.nox(contracted), true);
  };
  const read = (text: string): Word[] => {
    nlp.readDoc(loosened(text));
    const { tokens } = document!;
    const words: Word[] = [];
    for (let i = 0; i < tokens.length; i += TOKEN) words.push(wordOf(tokens.slice(i, i + TOKEN)));
    for (const { value } of words) forget(value);
    return words;
  };
  const chunk = (text: string): Chunk => {
    const numbers = cache.lookup(text);
    if (numbers) return numbers.length === 1 ? knownWord(numbers[0]!) : asChunk(read(text));
    if (LETTERS.test(text)) {
      const word = knownWord(cache.add(text, core.tcat.hash.word!));
      forget(text);
      return word;
    }
    const parts = partsOf(text, core.preserve);
    if (parts.length < 2) return asChunk(read(text));
    const words: Word[] = [];
    for (const part of parts) addTo(words, chunks.of(part, 0, part.length));
    // It does not take "cannot," apart, as it does "cannot".
    return asChunk(words.some(({ fixed }) => fixed) ? read(text) : words);
  };

  const chunks = new SliceMemo(chunk, MOST_CHUNKS);

  return {
    chunks,
    cache,
    its: nlp.its,
    names: core.pos.list,
    machines: machines.map(readMachine),
    met: () => cache.currentSize(),
  };
}

/**
 * The parts of what wink-nlp does not know as it is written, unlike "Mr.", where it reads each by itself: words with hyphens between
 * them, a word and the marks or the possessive at its ends. Of anything else, all of it alone.
 */
function partsOf(text: string, { prefix, suffix }: WinkCore['preserve']): string[] {
  if (HYPHENATED.test(text)) {
    const isOne = prefix[text.slice(0, text.indexOf('-'))] || suffix[text.slice(text.lastIndexOf('-') + 1)];
    return isOne ? [text] : text.split(AT_HYPHENS);
  }
  const at = POSSESSIVE.test(text) ? text.length - 2 : MARKED.test(text) ? placeOfMark(text) : 0;
  return at > 0 ? [text.slice(0, at), text.slice(at)] : [text];
}

/** The full stop of "(“Mr.”)" comes last. */
function placeOfMark(text: string): number {
  return OPENING.includes(text[0]!) && !CLOSING.includes(text.at(-1)!) ? 1 : text.length - 1;
}

const LETTERS = /^[a-zÀ-ÖØ-öø-ÿ]+$/i;
const HYPHENATED = /^[a-zÀ-ÖØ-öø-ÿ]+(?:-[a-zÀ-ÖØ-öø-ÿ]+)+$/i;
const AT_HYPHENS = /(?<=-)|(?=-)/;
const POSSESSIVE = /^[a-zÀ-ÖØ-öø-ÿ]{2,}(?:-[a-zÀ-ÖØ-öø-ÿ]{2,})*'s$/i;
const MARKED = /^[“‘(]?[a-zÀ-ÖØ-öø-ÿ]{2,}(?:-[a-zÀ-ÖØ-öø-ÿ]{2,})*(?:'s)?[.,;:!?]?[’”)]?$/i;
const OPENING = '“‘(';
const CLOSING = '’”)';

/** Chunks of which the words are remembered: those of a few thousand articles. */
const MOST_CHUNKS = 131_072;

/** A token of wink-nlp's: numbers for the word, for what it stands for in a contraction, for lemma and part of speech there. */
type WinkToken = readonly number[];
const TOKEN = 4;
const NUMBER = 0;
const EXPANDED = 1;
const TAG = 2;
/** Below it, they are the blanks before the token. */
const FIRST_EXPANDED = 65_536;
const TAG_BITS = 20;

/** What is used of wink-nlp's insides, which its types leave out. Words and parts of speech go by numbers. */
interface WinkDocument {
  readonly tokens: readonly number[];
  readonly cache: {
    lookup(text: string): readonly number[] | null;
    add(text: string, category: number): number;
    value(word: number): string;
    normal(word: number): number;
    mappedSpelling(word: number): number;
    /** The word that a part of a contraction stands for. */
    nox(expanded: number): number;
    posOf(word: number): number;
    isMemberPOS(word: number, tag: number): boolean;
    property(word: number, name: string): number;
    currentSize(): number;
  };
}

interface WinkCore {
  /** What it notes down of each new word, by name. */
  readonly packing: { efList: readonly string[] };
  readonly pos: { readonly list: readonly PartOfSpeech[]; readonly hash: Readonly<Record<string, number>> };
  /** The words that it knows, by how they are written. */
  readonly features: { readonly lexeme: { readonly hash: Record<string, number> } };
  /** What stands before or behind a hyphen where all is one word: "re-elect". */
  readonly preserve: Readonly<Record<'prefix' | 'suffix', Readonly<Record<string, unknown>>>>;
  /** Categories of tokens. */
  readonly tcat: { readonly hash: Readonly<Record<string, number>> };
}

let tagger = newTagger();

/**
 * wink-nlp keeps every word that it has met, some hundred bytes each, and numbers them from 87,000. Past this number it is made
 * anew, which takes a tenth of a second.
 */
const MOST_WORDS = 200_000;
