import lunr from 'lunr';
import { words } from '../../../src/search/words.ts';
import { sentences } from '../../../src/text/sentences.ts';
import { type Span, slice } from '../../../src/text/span.ts';
import type { Line } from './data.ts';

/** A way to answer that needs nothing of ours but sentences: up to three excerpts, best first. */
export interface Baseline {
  readonly name: string;
  answer(question: string): string[];
}

/** What can be had from one plain Lunr index of all documents, built as its guide says. */
export function baselines(lines: readonly Line[]): Baseline[] {
  const texts = new Map(lines.map(({ id, text }) => [id, text] as const));
  const index = lunr(function () {
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const { id, title, text } of lines) this.add({ id, title: title ?? '', text });
  });
  const rare = (word: string) => (index.query((query) => query.term(word, {})).length || lines.length) + 1;
  const or = (terms: readonly string[]) =>
    terms.length === 0
      ? []
      : index.query((query) => {
          for (const term of terms) query.term(term, {});
        });
  const content = (question: string) => [
    ...new Set(words(question).flatMap(({ form }) => (form.stop ? [] : [form.folded]))),
  ];
  const best = (ids: readonly string[], question: string, weigh: (word: string) => number): string[] => {
    const asked = new Map(
      words(question).flatMap(({ form }) => (form.stop ? [] : [[form.stem, weigh(form.folded)] as const])),
    );
    const found = ids.flatMap((id) => {
      const text = texts.get(id) ?? '';
      return sentences(text).map((span: Span) => {
        const excerpt = slice(text, span).slice(0, 350);
        const seen = new Set(words(excerpt).map(({ form }) => form.stem));
        let score = 0;
        for (const [stem, weight] of asked) if (seen.has(stem)) score += weight;
        return { excerpt, score };
      });
    });
    return found
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ excerpt }) => excerpt);
  };
  return [
    {
      name: 'question typed into lunr.search, best sentences of the first article',
      answer(question) {
        try {
          return best(
            index
              .search(question)
              .slice(0, 1)
              .map(({ ref }) => ref),
            question,
            () => 1,
          );
        } catch {
          return [];
        }
      },
    },
    {
      name: 'OR of content words, best sentences of the first article',
      answer: (question) =>
        best(
          or(content(question))
            .slice(0, 1)
            .map(({ ref }) => ref),
          question,
          () => 1,
        ),
    },
    {
      name: 'OR of content words, best sentences of the first ten articles by rarity',
      answer: (question) =>
        best(
          or(content(question))
            .slice(0, 10)
            .map(({ ref }) => ref),
          question,
          (word) => Math.log(lines.length / rare(word)),
        ),
    },
  ];
}
