import { starts } from '../text/ascending.ts';
import { withoutLinks } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { findHash } from './hash.ts';
import { pack, unpack } from './pack.ts';
import { eachWord, type Form, formOf, Trait } from './words.ts';

/** A document as search reads it. */
export interface SearchableDocument {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** In order, without overlaps. Text outside them is never found. */
  readonly sentences: readonly Span[];
}

/**
 * Some documents made ready for searching, in typed arrays: what Lunr's builder would count in them (which terms, in
 * which documents, how often), and each document's words in order, so that passages are scored without reading the text
 * again. Terms are named by their hash.
 */
export interface Segment {
  readonly ids: readonly string[];
  /** Ascending. */
  readonly termHash: Float64Array;
  /** Where each term's postings begin; one longer than `termHash`. */
  readonly postingStart: Uint32Array;
  readonly postingDocument: Uint8Array | Uint16Array | Uint32Array;
  readonly postingFrequency: Uint8Array;
  /** How many indexed terms each document has, repeats included: Lunr's field length. */
  readonly length: Uint32Array;
  /**
   * For each form (a word as written): its term's number, the hash of its folded form, its traits, its length. Form 0
   * is no word.
   */
  readonly formTerm: Uint8Array | Uint16Array | Uint32Array;
  readonly formHash: Uint32Array;
  readonly formTraits: Uint8Array;
  readonly formWidth: Uint8Array;
  /**
   * Each document's words in order as form numbers, the title's first; where each document begins, and where its text
   * does.
   */
  readonly tokens: Uint8Array | Uint16Array | Uint32Array;
  readonly tokenStart: Uint32Array;
  readonly textStart: Uint32Array;
  /** Characters from the start of the word before (or of the text) to the start of this one. */
  readonly gap: Uint8Array;
  /**
   * Each document's first sentence; the sentences' spans, and their first tokens, counted from the document's first.
   */
  readonly sentenceStart: Uint32Array;
  readonly sentenceFrom: Uint32Array;
  readonly sentenceTo: Uint32Array;
  readonly sentenceToken: Uint32Array;
}

const FORMAT = 'search segment 2';

/** Packs `documents`, in any order, for `openSegment`. The same documents give the same bytes. */
export function buildSegment(documents: readonly SearchableDocument[]): Uint8Array {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbering = new Numbering();
  const read = sorted.map((document) => readDocument(document, numbering));
  const { forms } = numbering;
  const columns = columnsOf(forms);
  const { termHash } = columns;
  const indexed = read.map(({ tokens }) => indexedTerms(tokens, columns));
  const sentences = read.map((one) => one.sentences);
  return pack(
    FORMAT,
    sorted.map(({ id }) => id),
    {
      termHash,
      ...postings(indexed, termHash.length),
      formTerm: columns.formTerm,
      formHash: columns.formHash,
      formTraits: columns.formTraits,
      formWidth: columns.formWidth,
      tokens: joined(
        narrow(forms.length + 1),
        read.map(({ tokens }) => tokens),
      ),
      tokenStart: starts(read.map(({ tokens }) => tokens.length)),
      textStart: Uint32Array.from(read, ({ textStart }) => textStart),
      gap: joined(
        Uint8Array,
        read.map(({ gap }) => gap),
      ),
      sentenceStart: starts(sentences.map(({ length }) => length)),
      sentenceFrom: joined(
        Uint32Array,
        sentences.map((spans) => spans.map(({ start }) => start)),
      ),
      sentenceTo: joined(
        Uint32Array,
        sentences.map((spans) => spans.map(({ end }) => end)),
      ),
      sentenceToken: joined(
        Uint32Array,
        read.map(({ sentenceToken }) => sentenceToken),
      ),
    },
  );
}

type FormColumns = Pick<Segment, 'termHash' | 'formTerm' | 'formHash' | 'formTraits' | 'formWidth'>;

/** The columns of a segment's forms and their terms. */
function columnsOf(forms: readonly Form[]): FormColumns {
  const termHash = Float64Array.from(new Set(forms.map(({ stemHash }) => stemHash))).sort();
  const length = forms.length + 1;
  const columns = {
    termHash,
    formTerm: new (narrow(termHash.length + 1))(length),
    formHash: new Uint32Array(length),
    formTraits: new Uint8Array(length),
    formWidth: new Uint8Array(length),
  };
  columns.formTerm[0] = termHash.length;
  for (const [i, { stemHash, foldedHash, traits, width }] of forms.entries()) {
    columns.formTerm[i + 1] = findHash(termHash, stemHash);
    columns.formHash[i + 1] = foldedHash;
    columns.formTraits[i + 1] = traits;
    columns.formWidth[i + 1] = Math.min(255, width);
  }
  return columns;
}

/** The indexed terms of a document's words, without stop words. */
function indexedTerms(tokens: readonly number[], { formTerm, formTraits }: FormColumns): number[] {
  const terms: number[] = [];
  for (const form of tokens) if (form > 0 && !(formTraits[form]! & Trait.stop)) terms.push(formTerm[form]!);
  return terms;
}

/** Each term's documents, ascending, and how often they have it, from the indexed terms of each document in order. */
function postings(
  indexed: readonly (readonly number[])[],
  terms: number,
): Pick<Segment, 'postingStart' | 'postingDocument' | 'postingFrequency' | 'length'> {
  const last = new Int32Array(terms).fill(-1);
  const holding = new Uint32Array(terms);
  for (const [document, one] of indexed.entries()) countHolding(document, one, last, holding);
  const postingStart = starts(holding);
  const postingDocument = new (narrow(indexed.length))(postingStart.at(-1)!);
  const postingFrequency = new Uint8Array(postingStart.at(-1)!);
  const end = postingStart.slice();
  last.fill(-1);
  for (const [document, one] of indexed.entries())
    post(document, one, last, end, postingDocument, postingFrequency);
  return {
    postingStart,
    postingDocument,
    postingFrequency,
    length: Uint32Array.from(indexed, ({ length }) => length),
  };
}

/** Counts a document for each of its terms. `last` is the document that last had a term. */
function countHolding(document: number, terms: readonly number[], last: Int32Array, holding: Uint32Array) {
  for (const term of terms) {
    if (last[term] !== document) holding[term]!++;
    last[term] = document;
  }
}

/** Adds a document to the postings of its terms, which end at `end` so far. */
function post(
  document: number,
  terms: readonly number[],
  last: Int32Array,
  end: Uint32Array,
  postingDocument: Segment['postingDocument'],
  postingFrequency: Uint8Array,
) {
  for (const term of terms) {
    if (last[term] !== document) postingDocument[end[term]!++] = document;
    last[term] = document;
    const at = end[term]! - 1;
    if (postingFrequency[at]! < 255) postingFrequency[at]!++;
  }
}

/** The narrowest array type for numbers below `limit`. */
function narrow(limit: number): Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor {
  return limit <= 0x100 ? Uint8Array : limit <= 0x10000 ? Uint16Array : Uint32Array;
}

function joined(
  type: ReturnType<typeof narrow>,
  parts: readonly (readonly number[])[],
): Uint8Array | Uint16Array | Uint32Array {
  const all = new type(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Throws if the bytes are no segment of this version. Keeps `bytes`, which must not change. */
export function openSegment(bytes: Uint8Array): Segment {
  const { columns, about } = unpack<Omit<Segment, 'ids'>, string[]>(FORMAT, bytes);
  return { ...columns, ids: about };
}

/** The number of the term with this hash in `segment`, or -1. */
export function findTerm({ termHash }: Segment, hash: number): number {
  return findHash(termHash, hash);
}

/** The forms of a segment by spelling, numbered from 1 in order of appearance. */
class Numbering {
  readonly forms: Form[] = [];
  readonly #numbers = new Map<string, number>();

  of(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const number = this.forms.push(formOf(written));
    this.#numbers.set(written, number);
    return number;
  }
}

interface ReadDocument {
  readonly tokens: number[];
  readonly gap: number[];
  readonly textStart: number;
  readonly sentences: readonly Span[];
  readonly sentenceToken: number[];
}

function readDocument({ title, text, sentences }: SearchableDocument, numbering: Numbering): ReadDocument {
  const tokens: number[] = [];
  const gap: number[] = [];
  eachWord(title ?? '', (written) => {
    tokens.push(numbering.of(written));
    gap.push(0);
  });
  const textStart = tokens.length;
  const sentenceToken: number[] = [];
  let at = 0;
  eachWord(withoutLinks(text), (written, start) => {
    let ahead = start - at;
    for (; ahead > 255; ahead -= 255) {
      tokens.push(0);
      gap.push(255);
    }
    while (sentenceToken.length < sentences.length && sentences[sentenceToken.length]!.start <= start)
      sentenceToken.push(tokens.length);
    tokens.push(numbering.of(written));
    gap.push(ahead);
    at = start;
  });
  while (sentenceToken.length < sentences.length) sentenceToken.push(tokens.length);
  return { tokens, gap, textStart, sentences, sentenceToken };
}
