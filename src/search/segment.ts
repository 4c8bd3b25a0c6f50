import type { Span } from '../text/span.ts';
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
  readonly postingDocument: Uint16Array | Uint32Array;
  readonly postingFrequency: Uint8Array;
  /** Indexed terms in each document, repeats included: Lunr's field length. */
  readonly length: Uint32Array;
  /** For each form (a word as written): its term's number, the hash of its folded form, its traits. Form 0 is no word. */
  readonly formTerm: Uint16Array | Uint32Array;
  readonly formHash: Uint32Array;
  readonly formTraits: Uint8Array;
  /** Each document's words in order, the title's first, as form numbers; where each document begins, and its text. */
  readonly tokens: Uint16Array | Uint32Array;
  readonly tokenStart: Uint32Array;
  readonly textStart: Uint32Array;
  /** Characters from the word before (or the text's start) to this one's start, and this one's length, at most 255. */
  readonly gap: Uint8Array;
  readonly width: Uint8Array;
  /** Each document's first sentence; the sentences' spans, and their first token counted from the document's. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceFrom: Uint32Array;
  readonly sentenceTo: Uint32Array;
  readonly sentenceToken: Uint32Array;
}

const FORMAT = 'search segment 1';

/** How many segments a corpus of so many documents is kept in: each holds 64 to 128 on average, so that one changed article costs little. */
export function segmentCount(documents: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(documents / 128)));
}

/** The number of the segment that holds document `id`, of `count`. */
export function segmentOf(id: string, count: number): number {
  return hashOf(id) % count;
}

/** Packs `documents`, in any order, for `openSegment`. The same documents give the same bytes. */
export function buildSegment(documents: readonly SearchableDocument[]): Uint8Array {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const forms = new Numbering<Form>();
  const read = sorted.map((document) => readDocument(document, forms));
  const frequencies = termFrequencies(read.map(({ indexed }) => indexed));

  const stems = [...new Set([...forms.values()].map((form) => form.stem))];
  const hashes = Float64Array.from(stems, hashOf).sort();
  const termOf = new Map(Array.from(hashes, (hash, term) => [hash, term] as const));
  const postings = hashes.length === 0 ? [] : Array.from(hashes, () => [] as (readonly [number, number])[]);
  for (const [document, counts] of frequencies.entries())
    for (const [stem, count] of counts) postings[termOf.get(hashOf(stem))!]!.push([document, count]);
  const flat = postings.flat();
  const narrow = forms.size < 0xffff && sorted.length < 0xffff ? Uint16Array : Uint32Array;
  const all = [...forms.values()];

  return pack(
    FORMAT,
    sorted.map(({ id }) => id),
    {
      termHash: hashes,
      postingStart: starts(postings.map((list) => list.length)),
      postingDocument: narrow.from(flat.map(([document]) => document)),
      postingFrequency: Uint8Array.from(flat, ([, count]) => Math.min(255, count)),
      length: Uint32Array.from(read, ({ indexed }) => indexed.length),
      formTerm: narrow.from([hashes.length, ...all.map((form) => termOf.get(hashOf(form.stem))!)]),
      formHash: Uint32Array.from([0, ...all.map((form) => hashOf(form.folded) >>> 0)]),
      formTraits: Uint8Array.from([0, ...all.map((form) => form.traits)]),
      tokens: narrow.from(read.flatMap(({ tokens }) => tokens)),
      tokenStart: starts(read.map(({ tokens }) => tokens.length)),
      textStart: Uint32Array.from(read, ({ textStart }) => textStart),
      gap: Uint8Array.from(read.flatMap(({ gap }) => gap)),
      width: Uint8Array.from(read.flatMap(({ width }) => width)),
      sentenceStart: starts(read.map(({ sentences }) => sentences.length)),
      sentenceFrom: Uint32Array.from(read.flatMap(({ sentences }) => sentences.map(({ start }) => start))),
      sentenceTo: Uint32Array.from(read.flatMap(({ sentences }) => sentences.map(({ end }) => end))),
      sentenceToken: Uint32Array.from(read.flatMap(({ sentenceToken }) => sentenceToken)),
    },
  );
}

/** Throws where the bytes are no segment of this version. Keeps `bytes`, which must not change. */
export function openSegment(bytes: Uint8Array): Segment {
  const { columns, about } = unpack<Omit<Segment, 'ids'>, string[]>(FORMAT, bytes);
  return { ...columns, ids: about };
}

/** The number of the term with this hash in `segment`, or -1. */
export function findTerm({ termHash }: Segment, hash: number): number {
  let low = 0;
  let high = termHash.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = termHash[middle]!;
    if (there === hash) return middle;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

interface ReadDocument {
  readonly indexed: IndexedText;
  readonly tokens: number[];
  readonly gap: number[];
  readonly width: number[];
  readonly textStart: number;
  readonly sentences: readonly Span[];
  readonly sentenceToken: number[];
}

function readDocument(document: SearchableDocument, forms: Numbering<Form>): ReadDocument {
  const title = words(document.title ?? '');
  const body = words(document.text);
  const tokens: number[] = [];
  const gap: number[] = [];
  const width: number[] = [];
  for (const { form } of title) {
    tokens.push(forms.of(form));
    gap.push(0);
    width.push(0);
  }
  const textStart = tokens.length;
  const sentenceToken: number[] = [];
  let at = 0;
  for (const word of body) {
    let ahead = word.start - at;
    for (; ahead > 255; ahead -= 255) {
      tokens.push(0);
      gap.push(255);
      width.push(0);
    }
    while (
      sentenceToken.length < document.sentences.length &&
      document.sentences[sentenceToken.length]!.start <= word.start
    )
      sentenceToken.push(tokens.length);
    tokens.push(forms.of(word.form));
    gap.push(ahead);
    width.push(Math.min(255, word.end - word.start));
    at = word.start;
  }
  while (sentenceToken.length < document.sentences.length) sentenceToken.push(tokens.length);
  const indexed = [...title, ...body].flatMap(({ form }) => (form.stop ? [] : [form.stem]));
  return { indexed, tokens, gap, width, textStart, sentences: document.sentences, sentenceToken };
}

/** Numbers things from 1 in the order they are met. */
class Numbering<T> {
  readonly #numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  values(): Iterable<T> {
    return this.#numbers.keys();
  }

  get size(): number {
    return this.#numbers.size;
  }
}

function starts(counts: readonly number[]): Uint32Array {
  const result = new Uint32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) result[i + 1] = result[i]! + count;
  return result;
}
