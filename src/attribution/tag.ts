import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';
import type { Span } from '../text/span.ts';
import { normalise, type Quotation, quotations } from './quotations.ts';

/** A word or a mark, with what the tagger says about it. */
export interface Token extends Span {
  /** The characters in lower case, with plain quotation marks and apostrophes. */
  readonly word: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly capital: boolean;
  /** Index of the quotation it lies in (its marks included), or -1. */
  readonly quotation: number;
}

/** A run of tokens: indexes, `end` exclusive. */
export type Run = Span;

/** A text cut into tokens, and these into sentences and paragraphs. Offsets in tokens, indexes everywhere else. */
export interface Tagged {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** In character offsets. */
  readonly quotations: readonly Quotation[];
}

export interface Sentence extends Run {
  readonly paragraph: number;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
// wink-nlp's types miss that part of speech and lemma can be read from a whole collection.
type Its = typeof its.value;

/** Tokens with parts of speech, sentences and quotations of `text`; every token is an exact slice of it. */
export function tag(text: string): Tagged {
  const plain = normalise(text);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const quoted: Quotation[] = [];
  let paragraph = 0;
  for (const span of lines(plain)) {
    const first = quoted.length;
    quoted.push(...quotations(plain, span));
    const start = tokens.length;
    readTokens(plain, span, quoted, first, tokens);
    for (const run of splitSentences(tokens, start)) sentences.push({ ...run, paragraph });
    paragraph++;
  }
  return { text, tokens, sentences, quotations: quoted };
}

/** Paragraphs: lines that are not blank. */
function* lines(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end + 1;
  }
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
    into.push({
      start,
      end,
      word: value.toLowerCase(),
      lemma: lemmas[i]!,
      pos: tags[i]!,
      capital: /^\p{Lu}/u.test(value),
      quotation: inside ? quotation : -1,
    });
  }
}

/** Sentences end at a full stop of its own (abbreviations keep theirs), with the closing marks that follow. */
function* splitSentences(tokens: readonly Token[], from: number): Generator<Run> {
  let start = from;
  for (let i = from; i < tokens.length; i++) {
    if (!/^[.?!]+$/.test(tokens[i]!.word)) continue;
    let end = i + 1;
    while (end < tokens.length && closes(tokens, end)) end++;
    const next = tokens[end];
    if (next && !next.capital && next.pos !== 'NUM' && !/^["'[(\u2022]/.test(next.word)) continue;
    yield { start, end };
    start = end;
    i = end - 1;
  }
  if (start < tokens.length) yield { start, end: tokens.length };
}

function closes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (/^[)\].?!]+$/.test(token.word)) return true;
  if (token.word !== '"' && token.word !== "'") return false;
  return tokens[at - 1]!.end === token.start || at + 1 === tokens.length;
}
