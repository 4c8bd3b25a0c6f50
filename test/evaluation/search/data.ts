import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildSegment, openSegment, type Segment } from '../../../src/search/segment.ts';
import { sentences } from '../../../src/text/sentences.ts';

/** A document of an evaluation corpus: one line of its file. */
export interface Line {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** A question with the strings that answer it, and the document that holds them. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly document: string;
}

/** What is measured on: encyclopedia articles with questions on them, and news articles that do not answer them. */
export interface Answers {
  readonly articles: readonly Line[];
  readonly news: readonly Line[];
  readonly questions: readonly Asked[];
}

/** Reads the `answers` folder of the evaluation data. */
export function readAnswers(folder: string): Answers {
  return {
    articles: readLines(path.join(folder, 'squad-visible-corpus.jsonl')),
    news: readLines(path.join(folder, 'news-10k.jsonl.gz')),
    questions: readLines(path.join(folder, 'squad-visible-questions.jsonl')),
  };
}

function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

/** Segments of about 128 documents each, in memory. */
export function segmentsOf(lines: readonly Line[]): Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i < lines.length; i += 128) {
    const documents = lines
      .slice(i, i + 128)
      .map(({ id, title, text }) => ({ id, title, text, sentences: sentences(text) }));
    segments.push(openSegment(buildSegment(documents)));
  }
  return segments;
}

/** Whether an excerpt holds one of the answers, as `score-answers.mjs` decides it: white space and case are nothing. */
export function holds(excerpt: string, answers: readonly string[]): boolean {
  if (excerpt.length > 350) return false;
  const text = fold(excerpt);
  return answers.some((answer) => text.includes(fold(answer)));
}

function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
