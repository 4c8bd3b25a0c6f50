import lunr from 'lunr';
import { upperBound } from '../text/ascending.ts';
import type { Corpus } from './corpus.ts';
import { hashOf } from './words.ts';

/** A document, by its number in the corpus, with Lunr's score. */
export interface Candidate {
  readonly document: number;
  readonly score: number;
}

const FIELD = 'text';

/** The documents with a term, and Lunr's weight for it in each. */
interface Weighed {
  readonly documents: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The `limit` documents that match `terms` best, by Lunr's own matching and scoring. Lunr gets the part of the index
 * that the terms touch, in its serialised form, with frequencies of the whole corpus. Its results are those of a single
 * Lunr index over all documents, whatever the segments. Documents that cannot be among the first `limit` are left out
 * beforehand: Lunr sorts by the sum of a document's weights. Takes time in proportion to the postings touched.
 */
export function candidates(corpus: Corpus, terms: readonly string[], limit: number): Candidate[] {
  const held = terms.flatMap((term) => {
    const found = weighedBy(corpus, term);
    return found.documents.length > 0 ? [{ term, ...found }] : [];
  });
  const kept = best(corpus, held, limit);
  const vectors = new Map<number, number[]>();
  held.sort((a, b) => (a.term < b.term ? -1 : 1));
  const postings = held.map(({ term, documents, weights }, index): [string, object] => {
    const holding: Record<string, object> = {};
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!;
      if (kept[document] === 0) continue;
      const vector = vectors.get(document);
      if (vector) vector.push(index, weights[i]!);
      else vectors.set(document, [index, weights[i]!]);
      holding[document] = {};
    }
    return [term, { _index: index, [FIELD]: holding }];
  });
  const index = lunr.Index.load({
    version: lunr.version,
    fields: [FIELD],
    fieldVectors: Array.from(vectors, ([document, vector]) => [`${FIELD}/${document}`, vector]),
    invertedIndex: postings,
    pipeline: [],
  });
  if (vectors.size === 0) return [];
  const results = index.query((query) => {
    for (const term of terms) query.term(term, { usePipeline: false });
  });
  return results.slice(0, limit).map(({ ref, score }) => ({ document: Number(ref), score }));
}

function weighedBy(corpus: Corpus, term: string): Weighed {
  const hash = hashOf(term);
  const idf = inverseDocumentFrequency(corpus.documentsWith(hash), corpus.size);
  const documents: number[] = [];
  const weights: number[] = [];
  const found = corpus.find(hash);
  for (let number = 0; number < found.length; number++) {
    const term = found[number]!;
    if (term < 0) continue;
    const { length, postingStart, postingDocument, postingFrequency } = corpus.segments[number]!;
    const base = corpus.base(number);
    for (let i = postingStart[term]!; i < postingStart[term + 1]!; i++) {
      const local = postingDocument[i]!;
      documents.push(base + local);
      weights.push(weigh(idf, postingFrequency[i]!, length[local]! / corpus.averageLength));
    }
  }
  return { documents, weights };
}

/**
 * Marks with 1 the documents with the `limit` greatest sums of weights. If several equal the last, as for a word in
 * nearly every document, the first ones are taken: Lunr meets them in this order and keeps it.
 */
function best({ size }: Corpus, held: readonly Weighed[], limit: number): Uint8Array {
  const sums = new Float64Array(size).fill(-1);
  const touched: number[] = [];
  for (const { documents, weights } of held)
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!;
      if (sums[document]! < 0) {
        touched.push(document);
        sums[document] = 0;
      }
      sums[document]! += weights[i]!;
    }
  const sorted = new Float64Array(touched.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = sums[touched[i]!]!;
  sorted.sort();
  const least = sorted.at(-limit) ?? 0;
  const greater = sorted.length - upperBound(sorted, least + ROUNDING);
  const kept = new Uint8Array(size);
  let equal = limit - greater;
  for (const document of touched) {
    const sum = sums[document]!;
    if (sum > least + ROUNDING || (sum >= least - ROUNDING && equal-- > 0)) kept[document] = 1;
  }
  return kept;
}

/** Sums of weights that differ by less differ only because they were added up in another order. */
const ROUNDING = 1e-6;

/** `lunr.idf` of Lunr 2.3.9. */
function inverseDocumentFrequency(documents: number, all: number): number {
  return Math.log(1 + Math.abs((all - documents + 0.5) / (documents + 0.5)));
}

/**
 * Computes what `lunr.Builder#createFieldVectors` of Lunr 2.3.9 does: BM25 with its k1 of 1.2 and b of 0.75, rounded to
 * three decimals.
 */
function weigh(idf: number, frequency: number, relativeLength: number): number {
  const score = (idf * 2.2 * frequency) / (1.2 * (0.25 + 0.75 * relativeLength) + frequency);
  return Math.round(score * 1000) / 1000;
}
