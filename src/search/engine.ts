import { overlaps, type Span } from '../text/span.ts';
import type { Corpus } from './corpus.ts';
import { type Field, featuresOf } from './features.ts';
import { fill } from './fill.ts';
import { candidates } from './lunr.ts';
import { Meaning } from './meaning.ts';
import { BASE, guessTrees, type Model, model, sumTrees } from './model.ts';
import { type Question, readQuestion } from './question.ts';
import { glance, Reader } from './reader.ts';
import type { Glance, Reading, Window } from './reading.ts';
import { Relations } from './relations.ts';
import type { Segment } from './segment.ts';
import { type Misspelt, misspelt } from './spelling.ts';
import { hashOf } from './words.ts';

/** A passage that may hold the answer to a question. */
export interface Passage {
  readonly document: string;
  readonly span: Span;
  /** How far an excerpt may go on into the next sentence. The end of the span if it may not. */
  readonly until: number;
  /** Words of the question found in it, to show in bold: offsets into the document's text. */
  readonly matches: readonly Span[];
  /** Above 0. Comparable within one search only. */
  readonly score: number;
  /** Estimated chance, 0 to 1, that this passage answers the question. Calibrated, and comparable across searches. */
  readonly confidence: number;
}

/**
 * If the chance that its best passages answer is lower than this, a question has no answer on record. Set so that about
 * four fifths of the questions a large corpus cannot answer meet with silence; `npm run evaluate` prints the curve.
 */
export const CONFIDENT = 0.154;

/** The chance, 0 to 1, that at least one of the passages answers the question, taking them as independent. */
export function chanceOf(passages: readonly Pick<Passage, 'confidence'>[]): number {
  return 1 - passages.reduce((none, { confidence }) => none * (1 - confidence), 1);
}

export interface FoundDocument {
  readonly document: string;
  /** Comparable within one search only. */
  readonly score: number;
}

/** Searches its segments. Everything a member typed is data: no character in it has a special meaning. */
export interface Engine {
  readonly documents: number;
  /** Passages that may answer `question`: best first, at most `limit`, without overlaps. */
  search(question: string, options: { readonly limit: number }): Passage[];
  /** Documents with words of `find` in their title or text, best first. */
  find(find: string, limit: number): FoundDocument[];
  /**
   * The words of `text` that no document has, leaving out names and quotations, each with the word most likely meant,
   * as documents write it.
   */
  misspelt(text: string): Misspelt[];
}

/**
 * How many documents are read (the best by Lunr), and how many of their windows are judged by the model (the best at
 * first sight).
 */
const READ = 150;
const JUDGED = 100;

/**
 * How many windows are judged by the whole model: the best by a first guess. Others hardly ever end up among the first
 * eight.
 */
const CLOSER = 24;

/** About how many postings a question touches at ten thousand documents. */
const POSTINGS = 2000;

/** `judge` replaces the model that ships for a corpus of this size. It is for fitting another one. */
export function openEngine(corpus: Corpus, judge?: Model): Engine {
  return {
    documents: corpus.size,
    search: (question, { limit }) =>
      search(corpus, readQuestion(question, corpus), limit, judge ?? model(corpus.size)),
    find: (find, limit) => documentsFor(corpus, readQuestion(find, corpus), limit),
    misspelt: (text) =>
      misspelt(text, {
        documentsWith: (stem) => corpus.documentsWith(hashOf(stem)),
        has: (folded) => corpus.has(folded),
      }),
  };
}

/** The terms to ask Lunr for: rarest first, until more postings would cost time and find little. */
function chosen({ terms }: Question, corpus: Corpus): string[] {
  const most = POSTINGS * Math.sqrt(Math.max(1, corpus.size / 10_000));
  const rarest = terms.filter(({ documents }) => documents > 0).sort((a, b) => a.documents - b.documents);
  let postings = 0;
  return rarest.flatMap(({ stem, documents }, i) => {
    if (i > 0 && postings + documents > most) return [];
    postings += documents;
    return [stem];
  });
}

function documentsFor(corpus: Corpus, question: Question, limit: number): FoundDocument[] {
  const found = candidates(corpus, chosen(question, corpus), limit);
  return found.map(({ document, score }) => {
    const { segment, local } = corpus.at(document);
    return { document: segment.ids[local]!, score };
  });
}

/** A window with its features, for searching and for fitting the model. */
export interface Judged {
  readonly window: Window;
  readonly features: Float32Array;
}

/** The windows most likely to answer at first sight, best first. */
export function promising(corpus: Corpus, question: Question, readers: Readers): Judged[] {
  const found = candidates(corpus, chosen(question, corpus), READ).map(({ document, score }, lunrRank) => ({
    glance: glance(question, document),
    lunrRank,
    lunr: score,
  }));
  const places = new Map<Reading, (typeof found)[number]>();
  const windows: Window[] = [];
  let least = 0;
  const keepBest = () => {
    windows.sort(
      (a, b) => b.promise - a.promise || places.get(a.reading)!.lunrRank - places.get(b.reading)!.lunrRank,
    );
    if (windows.length <= JUDGED) return;
    windows.length = JUDGED;
    least = windows.at(-1)!.promise;
  };
  // With the best windows known early, fewer documents need to be read.
  for (const place of [...found].sort((a, b) => b.glance.most - a.glance.most)) {
    if (place.glance.most < least) break;
    const reader = readers.of(place.glance.segment);
    const reading = reader.read(place.glance);
    places.set(reading, place);
    windows.push(...reader.windows(reading, least));
    if (windows.length > 2 * JUDGED) keepBest();
  }
  keepBest();
  const glances = found.map(({ glance }) => glance);
  const field = fieldOf(windows, glances, found[0]?.lunr ?? 0, question);
  return windows.map((window, promiseRank) => {
    const { lunrRank, lunr } = places.get(window.reading)!;
    const standing = { promiseRank, lunrRank, lunr };
    return { window, features: featuresOf(window, readers.of(window.reading.segment), field, standing) };
  });
}

function fieldOf(
  windows: readonly Window[],
  glances: readonly Glance[],
  bestLunr: number,
  question: Question,
): Field {
  const leaders = new Map<Reading, Window>();
  for (const window of windows) if (!leaders.has(window.reading)) leaders.set(window.reading, window);
  return {
    meaning: new Meaning(question),
    relations: new Relations(question),
    bestDocument: Math.max(0, ...glances.map(({ score }) => score)),
    bestLunr,
    mostCovered: Math.max(0, ...glances.map(({ all }) => question.weigh(all))),
    bestPromise: windows[0]?.promise ?? 0,
    leaders: [...leaders.values()].slice(0, 2),
  };
}

function search(corpus: Corpus, question: Question, limit: number, model: Model): Passage[] {
  const readers = new Readers(question);
  const bestFirst = (a: Verdict, b: Verdict) => b.score - a.score;
  const judged = promising(corpus, question, readers)
    .map((one) => ({ ...one, ...verdictOn(one, model, guessTrees) }))
    .sort(bestFirst)
    .map((one, rank) => (rank < CLOSER ? { ...one, ...verdictOn(one, model, sumTrees) } : one))
    .sort(bestFirst);
  const shown: Passage[] = [];
  for (const { window, score, confidence } of judged) {
    if (shown.length === limit) break;
    const { segment, local } = window.reading;
    const document = segment.ids[local]!;
    const taken = shown.filter((passage) => passage.document === document).map(({ span }) => span);
    if (taken.some((span) => overlaps(span, window.span))) continue;
    const filled = fill(window, taken);
    const matches = readers.of(segment).matches(local, filled.span);
    shown.push({ document, ...filled, matches, score, confidence });
  }
  return shown;
}

type Verdict = Pick<Passage, 'score' | 'confidence'>;

/** The model's verdict on a window. `sum` adds up trees. */
function verdictOn({ features }: Judged, { rank, answer }: Model, sum: typeof sumTrees): Verdict {
  const odds = BASE + sum(answer, features);
  const score = Math.exp((sum(rank, features) + odds) / 10);
  return { score, confidence: 1 / (1 + Math.exp(-odds)) };
}

/** Readers, one for each segment a question touches. */
export class Readers {
  readonly #question: Question;
  readonly #readers = new Map<Segment, Reader>();

  constructor(question: Question) {
    this.#question = question;
  }

  of(segment: Segment): Reader {
    const known = this.#readers.get(segment);
    if (known) return known;
    const reader = new Reader(segment, this.#question);
    this.#readers.set(segment, reader);
    return reader;
  }
}
