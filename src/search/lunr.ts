import lunr from 'lunr';
import type { Corpus } from './corpus.ts';
import { findTerm, type Segment } from './segment.ts';
import { hashOf } from './words.ts';

/** The terms of one document in order, title and text: what Lunr indexes. */
export type IndexedText = readonly string[];

/** A document by its number in the corpus, and Lunr's score. */
export interface Candidate {
  readonly document: number;
  readonly score: number;
}

const FIELD = 'text';

/**
 * How often each term stands in each document, as Lunr's builder counts. This is what a segment keeps of a Lunr index.
 * The rest (inverse document frequencies, average length) depends on the whole corpus and is worked out when asked.
 */
export function termFrequencies(documents: readonly IndexedText[]): Map<string, number>[] {
  const builder = new lunr.Builder() as lunr.Builder & CountingBuilder;
  builder.ref('id');
  builder.field(FIELD);
  builder.tokenizer = ((terms: IndexedText) => terms) as unknown as typeof lunr.tokenizer;
  for (const [id, terms] of documents.entries()) builder.add({ id: String(id), [FIELD]: terms });
  return documents.map(
    (_, id) => new Map(Object.entries(builder.fieldTermFrequencies[`${FIELD}/${id}`] ?? {})),
  );
}

interface CountingBuilder {
  readonly fieldTermFrequencies: Record<string, Record<string, number>>;
}

/** How many documents of all segments hold the term. */
export function documentFrequency(segments: readonly Segment[], term: string): number {
  const hash = hashOf(term);
  let sum = 0;
  for (const segment of segments) {
    const found = findTerm(segment, hash);
    if (found >= 0) sum += segment.postingStart[found + 1]! - segment.postingStart[found]!;
  }
  return sum;
}

/**
 * The documents that hold any of `terms`, best first by Lunr's own matching and scoring. Lunr is given the part of the
 * index that the terms touch, in its serialised form, with frequencies of the whole corpus: its results are those of a
 * single Lunr index over all documents, whatever the segments. Costs time by the number of postings touched.
 */
export function candidates(corpus: Corpus, terms: readonly string[]): Candidate[] {
  if (terms.length === 0) return [];
  const { segments, size, averageLength } = corpus;
  const postings: [string, object][] = [];
  const vectors = new Map<string, number[]>();
  for (const [index, term] of [...terms].sort().entries()) {
    const hash = hashOf(term);
    const frequency = documentFrequency(segments, term);
    if (frequency === 0) continue;
    const idf = inverseDocumentFrequency(frequency, size);
    const documents: Record<string, object> = {};
    let base = 0;
    for (const segment of segments) {
      const found = findTerm(segment, hash);
      const end = found < 0 ? -1 : segment.postingStart[found + 1]!;
      for (let i = found < 0 ? 0 : segment.postingStart[found]!; i < end; i++) {
        const local = segment.postingDocument[i]!;
        const reference = String(base + local);
        const length = segment.length[local]! / averageLength;
        const weight = weigh(idf, segment.postingFrequency[i]!, length);
        const vector = vectors.get(reference);
        if (vector) vector.push(index, weight);
        else vectors.set(reference, [index, weight]);
        documents[reference] = {};
      }
      base += segment.ids.length;
    }
    postings.push([term, { _index: index, [FIELD]: documents }]);
  }
  const index = lunr.Index.load({
    version: lunr.version,
    fields: [FIELD],
    fieldVectors: Array.from(vectors, ([reference, vector]) => [`${FIELD}/${reference}`, vector]),
    invertedIndex: postings,
    pipeline: [],
  });
  const results = index.query((query) => {
    for (const term of terms) query.term(term, { usePipeline: false });
  });
  return results.map(({ ref, score }) => ({ document: Number(ref), score }));
}

/** `lunr.idf` of Lunr 2.3.9. */
function inverseDocumentFrequency(documents: number, all: number): number {
  return Math.log(1 + Math.abs((all - documents + 0.5) / (documents + 0.5)));
}

/** What `lunr.Builder#createFieldVectors` of Lunr 2.3.9 computes: BM25 with its k1 of 1.2 and b of 0.75, rounded to three decimals. */
function weigh(idf: number, frequency: number, relativeLength: number): number {
  const score = (idf * 2.2 * frequency) / (1.2 * (0.25 + 0.75 * relativeLength) + frequency);
  return Math.round(score * 1000) / 1000;
}
