import { documentFrequency } from './lunr.ts';
import type { Segment } from './segment.ts';
import { hashOf, Trait, words } from './words.ts';

/** A question as the search sees it: its content words, each once. */
export interface Question {
  readonly terms: readonly QuestionTerm[];
  /** Neighbours among the terms, by index into `terms`. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly expects: Expectation;
}

export interface QuestionTerm {
  readonly stem: string;
  readonly hash: number;
  readonly foldedHash: number;
  /** Documents that hold it. */
  readonly documents: number;
  /** Inverse document frequency, the rarer the higher. */
  readonly weight: number;
  readonly name: boolean;
}

/** What the answer probably is, by the question's first words. */
export type Expectation = 'time' | 'number' | 'name' | 'any';

/** So many words of a question are used at most, the rarest. */
const MOST_TERMS = 32;

export function readQuestion(text: string, segments: readonly Segment[]): Question {
  const all = words(text);
  const total = segments.reduce((sum, segment) => sum + segment.ids.length, 0);
  const seen = new Map<string, QuestionTerm>();
  for (const [i, { form }] of all.entries()) {
    if (form.stop || seen.has(form.stem)) continue;
    const documents = documentFrequency(segments, form.stem);
    seen.set(form.stem, {
      stem: form.stem,
      hash: hashOf(form.stem),
      foldedHash: hashOf(form.folded) >>> 0,
      documents,
      weight: Math.log(1 + (total - documents + 0.5) / (documents + 0.5)),
      name: i > 0 && (form.traits & Trait.capital) !== 0,
    });
  }
  const rarest = [...seen.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
  const kept = [...seen.values()].filter((term) => rarest.includes(term));
  const order = all.flatMap(({ form }) => {
    const index = kept.findIndex((term) => term.stem === form.stem);
    return form.stop || index < 0 ? [] : [index];
  });
  const pairs = order.slice(1).map((index, i) => [order[i]!, index] as const);
  return { terms: kept, pairs: pairs.filter(([a, b]) => a !== b), expects: expectation(text) };
}

function expectation(text: string): Expectation {
  for (const [pattern, expects] of EXPECTATIONS) if (pattern.test(text)) return expects;
  return 'any';
}

const EXPECTATIONS: readonly (readonly [RegExp, Expectation])[] = [
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month|decade|century)\b/i, 'time'],
  [
    /\bhow (?:many|much|long|old|far|often|big|tall|high|large)\b|\bwhat (?:percentage|number|percent)\b/i,
    'number',
  ],
  [/\bwho(?:m|se)?\b|\bwhere\b|\b(?:what|which) (?:person|city|country|state|company|place)\b/i, 'name'],
];
