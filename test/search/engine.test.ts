import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { CONFIDENT, chanceOf, openEngine, type Passage } from '../../src/search/engine.ts';
import { babble, NEWS, segments } from './fixtures.ts';

const engine = openEngine(new Corpus(segments(NEWS, 2)));
const text = (passage: Passage | undefined) =>
  NEWS.find(({ id }) => id === passage?.document)?.text.slice(passage?.span.start, passage?.span.end) ?? '';

/** Questions and a string that their best passage must hold. */
const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  ['When will the bridge in Quernby close?', '4 March 2019'],
  ['How much will the repairs of the bridge cost?', '$12 million'],
  ['Who founded the laboratory in Harnfeld?', 'Henrik Sallow'],
  ['Whom did Mirela Dunaj beat in the final?', 'Oskar Lindqvall'],
  ['What could stop the ferry crossings?', 'fog'],
];

describe('search', () => {
  it.each(QUESTIONS)('answers %j', (question, answer) => {
    expect(text(engine.search(question, { limit: 3 })[0])).toContain(answer);
  });

  it.each([
    'Who won the tennis tournament in Melbourne?',
    'What is the capital of Mongolia?',
    'When did the volcano erupt?',
  ])('is not confident of an answer to %j, which the articles do not hold', (question) => {
    expect(chanceOf(engine.search(question, { limit: 3 }))).toBeLessThan(CONFIDENT);
  });

  it('takes several doubtful passages together for likelier than the best of them, and none for no chance', () => {
    expect(chanceOf([{ confidence: 0.1 }, { confidence: 0.5 }])).toBeCloseTo(0.55);
    expect(chanceOf([])).toBe(0);
  });

  it('shows passages of at most 350 characters, none overlapping, best first, as many as asked for', () => {
    for (const [question] of QUESTIONS) {
      const passages = engine.search(question, { limit: 4 });
      expect(passages.length).toBeLessThanOrEqual(4);
      for (const [i, { document, span, score, confidence }] of passages.entries()) {
        expect(span.end - span.start).toBeLessThanOrEqual(350);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
        expect(score).toBeLessThanOrEqual(passages[i - 1]?.score ?? Number.POSITIVE_INFINITY);
        for (const other of passages.slice(0, i))
          if (other.document === document)
            expect(other.span.end <= span.start || span.end <= other.span.start).toBe(true);
      }
    }
  });

  it('marks the words that were asked for, in any of their forms', () => {
    const [best] = engine.search('Who praised the vaccines?', { limit: 1 });
    const { text: whole } = NEWS.find(({ id }) => id === best?.document)!;
    expect(best?.matches.map(({ start, end }) => whole.slice(start, end))).toEqual(
      expect.arrayContaining(['praised', 'vaccine']),
    );
  });

  it('finds a document by its title, which is no part of its text', () => {
    expect(engine.find('ferries fill gap', 1)[0]?.document).toBe('ferry.txt');
  });

  it('cuts a sentence that is longer than an excerpt where it has a mark', () => {
    const clause = 'the council of Quernby, which had met in the old town hall on the hill above the river, ';
    const long = `${clause.repeat(6)}chose Imelda Vastrup as its leader.`;
    const own = { id: 'long', title: null, text: long, sentences: [{ start: 0, end: long.length }] };
    const [best] = openEngine(new Corpus(segments([own], 1))).search(
      'Whom did the council choose as leader?',
      {
        limit: 1,
      },
    );
    const excerpt = long.slice(best!.span.start, best!.span.end);
    expect(excerpt).toContain('Imelda Vastrup');
    expect(excerpt.length).toBeLessThanOrEqual(350);
    expect(long.slice(0, best!.span.start)).toMatch(/, $/);
  });

  it.each(['', '   ', '???', 'the of and', '+', '*', '-', '~', 'title:', '"'])(
    'finds nothing for %j',
    (question) => {
      expect(engine.search(question, { limit: 3 })).toEqual([]);
    },
  );

  it.each([
    ['bridge:close', 'bridge close'],
    ['+bridge -close', 'bridge close'],
    ['bridge~2 close^9', 'bridge 2 close 9'],
    ['bridge* *close', 'bridge close'],
    ['document:bridge.txt', 'document bridge txt'],
  ])('takes the signs in %j for no more than space', (typed, plain) => {
    expect(engine.search(typed, { limit: 3 })).toEqual(engine.search(plain, { limit: 3 }));
  });

  it('reads a question of any length and with any words', () => {
    const long = Array.from({ length: 5000 }, (_, i) => `w${i}x`).join(' ');
    expect(() => engine.search(`${long} bridge`, { limit: 3 })).not.toThrow();
    for (const typed of ['abcdefghijklmnop~8', '__proto__ constructor toString', '\u0000\ud800 bridge'])
      expect(() => engine.search(typed, { limit: 3 })).not.toThrow();
  });

  it('finds the same however the documents are spread over segments', () => {
    const documents = babble(90);
    const answers = [1, 13, 90].map((size) => {
      const spread = openEngine(new Corpus(segments(documents, size)));
      return ['w300x w2x w40x', 'w99x of w5x', 'when did w200x w201x w9x'].map((question) =>
        spread.search(question, { limit: 3 }).map(({ score }) => Math.round(score * 1e6)),
      );
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
