import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { candidates } from '../../src/search/lunr.ts';
import { words } from '../../src/search/words.ts';
import { babble, document, segments } from './fixtures.ts';

const documents = babble(120);

/** One Lunr index over everything, built and searched with nothing of ours but the words. */
const single = lunr(function () {
  this.ref('id');
  this.field('text');
  this.pipeline.reset();
  this.tokenizer = ((text: string) =>
    words(text).flatMap(({ form }) =>
      form.stop ? [] : [new lunr.Token(form.stem, {})],
    )) as unknown as typeof lunr.tokenizer;
  for (const { id, title, text } of documents) this.add({ id, text: `${title}\n${text}` });
});

describe('candidates', () => {
  it.each([1, 7, 120])('are those of a single Lunr index, with its scores, over segments of %i', (size) => {
    const corpus = new Corpus(segments(documents, size));
    for (const terms of [['w5x'], ['w300x', 'w2x', 'w40x'], ['w1x', 'nowhere'], ['w77x', 'w78x']]) {
      const expected = single.query((query) => {
        for (const term of terms) query.term(term, { usePipeline: false });
      });
      const found = candidates(corpus, terms, documents.length).map(({ document, score }) => {
        const { segment, local } = corpus.at(document);
        return [segment.ids[local], Math.round(score * 1e6)];
      });
      expect(new Map(found as [string, number][])).toEqual(
        new Map(expected.map(({ ref, score }) => [ref, Math.round(score * 1e6)])),
      );
      const scores = found.map(([, score]) => score as number);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it.each([1, 5, 40])('are the first %i of them where no more are asked for', (limit) => {
    const corpus = new Corpus(segments(documents, 50));
    const terms = ['w300x', 'w2x', 'w40x', 'w5x'];
    const scores = (count: number) => candidates(corpus, terms, count).map(({ score }) => score.toFixed(6));
    expect(scores(limit)).toEqual(scores(documents.length).slice(0, limit));
  });

  it.each([[['harbour']], [['harbour', 'ledger']], [['ledger', 'harbour', 'ferry']]])(
    'are the same few of many that hold %j equally, whether all are asked for or not',
    (terms) => {
      const texts = ['The harbour ledger.', 'A ledger of the harbour.', 'The ferry to the harbour.'];
      const alike = Array.from({ length: 90 }, (_, n) => document(`n${n}`, null, texts[n % 3]!));
      const corpus = new Corpus(segments(alike, 20));
      const found = (limit: number) => candidates(corpus, terms, limit).map(({ document }) => document);
      for (const limit of [1, 9, 40]) expect(found(limit)).toEqual(found(90).slice(0, limit));
    },
  );

  it('are none for no terms, where Lunr would give every document', () => {
    expect(candidates(new Corpus(segments(documents, 50)), [], 9)).toEqual([]);
  });

  it.each(['*', 'w*', '__proto__', 'constructor', '_index'])(
    'take %j for a word that no document holds',
    (term) => {
      expect(candidates(new Corpus(segments(documents, 50)), [term], 9)).toEqual([]);
    },
  );
});
