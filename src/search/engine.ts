import { overlaps, type Span } from '../text/span.ts';
import { candidates } from './lunr.ts';
import { type Question, readQuestion } from './question.ts';
import type { Segment } from './segment.ts';
import { WindowReader } from './windows.ts';

/** A passage that may hold the answer to a question. */
export interface Passage {
  readonly document: string;
  readonly span: Span;
  /** Words of the question found in it, offsets into the document's text, for showing in bold. */
  readonly matches: readonly Span[];
  /** Comparable within one search only. */
  readonly score: number;
  /** Calibrated estimate, 0 to 1, that this passage answers the question; comparable across searches. */
  readonly confidence: number;
}

/** Below this confidence of its best passage, a question has no answer on record. */
export const CONFIDENT = 0.5;

export interface FoundDocument {
  readonly document: string;
  /** Comparable within one search only. */
  readonly score: number;
}

/** What somebody asks about, for comparing many places of the corpus with it. */
export interface Topic {
  /** Whether there is anything to compare: false for an empty text, or one of stop words only. */
  readonly empty: boolean;
  /** Documents that hold any of its words, best first. */
  documents(limit: number): FoundDocument[];
  /** How much of the topic these spans of a document are about, 0 to 1; what stands around them counts for less. */
  score(document: string, spans: readonly Span[]): number;
}

/** Searches what its segments hold. Everything a member typed is data: no sign in it has a meaning of its own. */
export interface Engine {
  readonly documents: number;
  /** Passages that may answer `question`, best first, at most `limit`, none overlapping. */
  search(question: string, options: { readonly limit: number }): Passage[];
  /** Documents whose title or text hold words of `find`, best first. */
  find(find: string, limit: number): FoundDocument[];
  topic(about: string): Topic;
}

/** So many documents, the best by Lunr, are read for passages. */
const READ = 50;

export function openEngine(segments: readonly Segment[]): Engine {
  const corpus = new Corpus(segments);
  return {
    documents: corpus.size,
    search: (question, { limit }) => search(corpus, readQuestion(question, segments), limit),
    find: (find, limit) => corpus.find(readQuestion(find, segments), limit),
    topic: (about) => topic(corpus, readQuestion(about, segments)),
  };
}

class Corpus {
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly #bases: number[] = [];
  readonly #places = new Map<string, number>();

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    let base = 0;
    for (const segment of segments) {
      this.#bases.push(base);
      for (const [local, id] of segment.ids.entries()) this.#places.set(id, base + local);
      base += segment.ids.length;
    }
    this.size = base;
  }

  /** A document's segment and its number there. */
  at(document: number): { segment: Segment; local: number } {
    let low = 0;
    let high = this.#bases.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#bases[middle]! <= document) low = middle;
      else high = middle - 1;
    }
    return { segment: this.segments[low]!, local: document - this.#bases[low]! };
  }

  place(id: string): number | undefined {
    return this.#places.get(id);
  }

  find(question: Question, limit: number): FoundDocument[] {
    return candidates(this.segments, chosen(question))
      .slice(0, limit)
      .map(({ document, score }) => {
        const { segment, local } = this.at(document);
        return { document: segment.ids[local]!, score };
      });
  }
}

/** The terms Lunr is asked for: rarest first, until more postings would cost time and find little. */
function chosen(question: Question): string[] {
  const known = question.terms.filter(({ documents }) => documents > 0);
  const rarest = [...known].sort((a, b) => a.documents - b.documents);
  let postings = 0;
  return rarest.flatMap(({ stem, documents }, i) => {
    if (i > 0 && postings + documents > 3000) return [];
    postings += documents;
    return [stem];
  });
}

function search(corpus: Corpus, question: Question, limit: number): Passage[] {
  const found = candidates(corpus.segments, chosen(question)).slice(0, READ);
  const best = found[0]?.score ?? 1;
  const readers = new Map<Segment, WindowReader>();
  const read = found.flatMap(({ document, score }) => {
    const { segment, local } = corpus.at(document);
    const reader = readers.get(segment) ?? new WindowReader(segment, question);
    readers.set(segment, reader);
    return reader.windows(local, score / best).map((window) => ({ segment, local, reader, window }));
  });
  read.sort((a, b) => b.window.score - a.window.score);
  const shown: typeof read = [];
  for (const one of read) {
    if (shown.length === limit) break;
    const clash = (other: typeof one) =>
      other.segment === one.segment &&
      other.local === one.local &&
      overlaps(other.window.span, one.window.span);
    if (!shown.some(clash)) shown.push(one);
  }
  return shown.map(({ segment, local, reader, window }) => ({
    document: segment.ids[local]!,
    span: window.span,
    matches: reader.matches(local, window),
    score: window.score,
    confidence: Math.min(1, window.score / 1.5),
  }));
}

function topic(corpus: Corpus, question: Question): Topic {
  const readers = new Map<Segment, WindowReader>();
  return {
    empty: question.terms.length === 0,
    documents: (limit) => corpus.find(question, limit),
    score(document, spans) {
      const place = corpus.place(document);
      if (place === undefined || question.terms.length === 0) return 0;
      const { segment, local } = corpus.at(place);
      const reader = readers.get(segment) ?? new WindowReader(segment, question);
      readers.set(segment, reader);
      return reader.fit(local, spans);
    },
  };
}
