import type { Span } from '../text/span.ts';
import { findHash } from './hash.ts';
import { type IndexedText, termFrequencies } from './lunr.ts';
import { pack, unpack } from './pack.ts';
import { type Form, hashOf, words } from './words.ts';

/** A document as search reads it. */
export interface SearchableDocument {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** In order, none overlapping; text outside them is found by nobody. */
  readonly sentences: readonly Span[];
}

/**
 * Some documents made ready for searching, all in typed arrays: what Lunr's builder counted in them (which terms, in
 * which documents, how often), and each document's words in order, so that passages are scored without reading the
 * text again. Terms are named by their hash.
 */
export interface Segment {
  readonly ids: readonly string[];
  /** Ascending. */
  readonly termHash: Float64Array;
  /** Where each term's postings begin; one longer than `termHash`. */
  readonly postingStart: Uint32Array;
  readonly postingDocument: Uint8Array | Uint16Array | Uint32Array;
  readonly postingFrequency: Uint8Array;
  /** Indexed terms in each document, repeats included: Lunr's field length. */
  readonly length: Uint32Array;
  /** For each form (a word as written): its term's number, the hash of its folded form, its traits, its length. Form 0 is no word. */
  readonly formTerm: Uint8Array | Uint16Array | Uint32Array;
  readonly formHash: Uint32Array;
  readonly formTraits: Uint8Array;
  readonly formWidth: Uint8Array;
  /** Each document's words in order, the title's first, as form numbers; where each document begins, and its text. */
  readonly tokens: Uint8Array | Uint16Array | Uint32Array;
  readonly tokenStart: Uint32Array;
  readonly textStart: Uint32Array;
  /** Characters from the start of the word before (or of the text) to the start of this one. */
  readonly gap: Uint8Array;
  /** Each document's first sentence; the sentences' spans, and their first token counted from the document's. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceFrom: Uint32Array;
  readonly sentenceTo: Uint32Array;
  readonly sentenceToken: Uint32Array;
}

const FORMAT = 'search segment 2';

/** Packs `documents`, in any order, for `openSegment`. The same documents give the same bytes. */
export function buildSegment(documents: readonly SearchableDocument[]): Uint8Array {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbering = new Map<Form, number>();
  const read = sorted.map((document) => readDocument(document, numbering));
  const forms = [...numbering.keys()];
  const hashes = Float64Array.from(new Set(forms.map(({ stem }) => hashOf(stem)))).sort();
  const termOf = new Map(forms.map(({ stem }) => [stem, findHash(hashes, hashOf(stem))] as const));
  const sentences = read.map((one) => one.sentences);
  return pack(
    FORMAT,
    sorted.map(({ id }) => id),
    {
      termHash: hashes,
      ...postings(termFrequencies(read.map(({ indexed }) => indexed)), termOf, hashes.length),
      length: Uint32Array.from(read, ({ indexed }) => indexed.length),
      formTerm: narrow(hashes.length + 1).from([
        hashes.length,
        ...forms.map(({ stem }) => termOf.get(stem)!),
      ]),
      formHash: Uint32Array.from([0, ...forms.map(({ folded }) => hashOf(folded) >>> 0)]),
      formTraits: Uint8Array.from([0, ...forms.map(({ traits }) => traits)]),
      formWidth: Uint8Array.from([0, ...forms.map(({ width }) => Math.min(255, width))]),
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

/** Each term's documents, ascending, and how often it stands in them. */
function postings(
  frequencies: readonly ReadonlyMap<string, number>[],
  termOf: ReadonlyMap<string, number>,
  terms: number,
): Pick<Segment, 'postingStart' | 'postingDocument' | 'postingFrequency'> {
  const counts = new Array<number>(terms).fill(0);
  for (const one of frequencies) for (const stem of one.keys()) counts[termOf.get(stem)!]!++;
  const postingStart = starts(counts);
  const next = postingStart.slice();
  const postingDocument = new (narrow(frequencies.length))(postingStart.at(-1)!);
  const postingFrequency = new Uint8Array(postingStart.at(-1)!);
  for (const [document, one] of frequencies.entries())
    for (const [stem, count] of one) {
      const at = next[termOf.get(stem)!]!++;
      postingDocument[at] = document;
      postingFrequency[at] = Math.min(255, count);
    }
  return { postingStart, postingDocument, postingFrequency };
}

/** The narrowest array that holds numbers below `limit`. */
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

/** Throws where the bytes are no segment of this version. Keeps `bytes`, which must not change. */
export function openSegment(bytes: Uint8Array): Segment {
  const { columns, about } = unpack<Omit<Segment, 'ids'>, string[]>(FORMAT, bytes);
  return { ...columns, ids: about };
}

/** The number of the term with this hash in `segment`, or -1. */
export function findTerm({ termHash }: Segment, hash: number): number {
  return findHash(termHash, hash);
}

interface ReadDocument {
  readonly indexed: IndexedText;
  readonly tokens: number[];
  readonly gap: number[];
  readonly textStart: number;
  readonly sentences: readonly Span[];
  readonly sentenceToken: number[];
}

function readDocument(document: SearchableDocument, numbering: Map<Form, number>): ReadDocument {
  const numberOf = (form: Form): number => {
    const known = numbering.get(form) ?? numbering.size + 1;
    if (known > numbering.size) numbering.set(form, known);
    return known;
  };
  const title = words(document.title ?? '');
  const body = words(document.text);
  const tokens: number[] = [];
  const gap: number[] = [];
  for (const { form } of title) {
    tokens.push(numberOf(form));
    gap.push(0);
  }
  const textStart = tokens.length;
  const sentenceToken: number[] = [];
  let at = 0;
  for (const word of body) {
    let ahead = word.start - at;
    for (; ahead > 255; ahead -= 255) {
      tokens.push(0);
      gap.push(255);
    }
    while (
      sentenceToken.length < document.sentences.length &&
      document.sentences[sentenceToken.length]!.start <= word.start
    )
      sentenceToken.push(tokens.length);
    tokens.push(numberOf(word.form));
    gap.push(ahead);
    at = word.start;
  }
  while (sentenceToken.length < document.sentences.length) sentenceToken.push(tokens.length);
  const indexed: string[] = [];
  for (const part of [title, body]) for (const { form } of part) if (!form.stop) indexed.push(form.stem);
  return { indexed, tokens, gap, textStart, sentences: document.sentences, sentenceToken };
}

function starts(counts: readonly number[]): Uint32Array {
  const result = new Uint32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) result[i + 1] = result[i]! + count;
  return result;
}
