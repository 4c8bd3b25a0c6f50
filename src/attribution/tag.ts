import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';
import { normalise } from '../text/normalise.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { hash } from './features.ts';
import { type Quotation, quotations } from './quotations.ts';

/** A word or a mark, with what the tagger says about it. */
export interface Token extends Span {
  /** The characters in lower case, with normalised quotation marks and apostrophes. */
  readonly word: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Numbers for word, lemma and part of speech, for the features. */
  readonly wordId: number;
  readonly lemmaId: number;
  readonly posId: number;
  readonly capital: boolean;
  /** A mark and not a word. */
  readonly mark: boolean;
  /** Index of the quotation it lies in (its marks included), or -1. */
  readonly quotation: number;
}

/** A run of tokens: indexes, `end` exclusive. */
export type Run = Span;

/** A sentence, or several where a quotation runs on from one into the next. */
export interface Unit extends Run {
  readonly paragraph: number;
  /** Whether it holds no word outside quotation marks. */
  readonly quoted: boolean;
}

/** A text cut into tokens, and these into units. */
export interface Tagged {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** In character offsets. */
  readonly quotations: readonly Quotation[];
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
// wink-nlp's types miss that part of speech and lemma can be read from a whole collection.
type Its = typeof its.value;

/** Tokens with parts of speech, sentences and quotations of `text`; every token is an exact slice of it. */
export function tag(text: string): Tagged {
  const plain = normalise(doubleMarks(text));
  const tokens: Token[] = [];
  const quoted: Quotation[] = [];
  const ends = sentences(text).map((sentence) => sentence.end);
  const units: Unit[] = [];
  let sentence = 0;
  let number = 0;
  for (const paragraph of paragraphs(plain)) {
    const first = quoted.length;
    quoted.push(...quotations(plain, paragraph));
    let start = tokens.length;
    readTokens(plain, paragraph, quoted, first, tokens);
    for (let i = start; i < tokens.length; i++) {
      const next = tokens[i + 1];
      if (next) {
        while (sentence < ends.length && ends[sentence]! <= tokens[i]!.start) sentence++;
        if (sentence < ends.length && next.start < ends[sentence]!) continue;
        if (next.quotation >= 0 && next.quotation === tokens[i]!.quotation) continue;
      }
      units.push({ start, end: i + 1, paragraph: number, quoted: isQuoted(tokens, start, i + 1) });
      start = i + 1;
    }
    number++;
  }
  return { text, tokens, units, quotations: quoted };
}

/** Two apostrophes, as some agencies write, become a quotation mark and a space. */
function doubleMarks(text: string): string {
  if (!text.includes("''")) return text;
  return text.replace(/(?<=[\s(]|^)''(?=\S)/g, ' "').replace(/''/g, '" ');
}

function isQuoted(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (tokens[i]!.quotation < 0 && !tokens[i]!.mark) return false;
  return true;
}

/** wink-nlp gives no offsets: its tokens are found again by scanning forward. */
function readTokens(
  plain: string,
  span: Span,
  quoted: readonly Quotation[],
  first: number,
  into: Token[],
): void {
  const collection = nlp.readDoc(plain.slice(span.start, span.end)).tokens();
  const values = collection.out(its.value);
  const tags = collection.out(its.pos as Its) as PartOfSpeech[];
  const lemmas = collection.out(its.lemma as Its);
  let at = span.start;
  let quotation = first;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const start = plain.indexOf(value, at);
    if (start < 0 || start >= span.end) continue;
    const end = start + value.length;
    at = end;
    while (quotation < quoted.length && quoted[quotation]!.end <= start) quotation++;
    const inside = quotation < quoted.length && quoted[quotation]!.start <= start;
    const word = value.toLowerCase();
    const lemma = lemmas[i] ?? values[i]!;
    const pos = tags[i]!;
    into.push({
      start,
      end,
      word,
      lemma,
      pos,
      wordId: hash(word),
      lemmaId: hash(lemma),
      posId: POS.indexOf(pos),
      capital: word !== value,
      mark: !/[\p{L}\p{N}]/u.test(value),
      quotation: inside ? quotation : -1,
    });
  }
}

const POS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
  'SPACE',
];
