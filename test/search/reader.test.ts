import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { readQuestion } from '../../src/search/question.ts';
import { glance, Reader } from '../../src/search/reader.ts';
import { babble, document, NEWS, segments } from './fixtures.ts';

const QUESTIONS = [
  'When will the old bridge over the Lorne in Quernby close?',
  'Who found cracks in two of the arches of Quernby bridge?',
  'What did Ostrova praise?',
  'w3x w40x w9x',
  'Which w300x of the w12x was w5x before w77x and w2x?',
];

describe('a glance at a document', () => {
  const all = [...NEWS, ...babble(60), document('us', null, 'Bridges please us. Few used them.')];
  const corpus = new Corpus(segments(all, 20));

  it.each([...QUESTIONS, 'Who used it?'])('promises at least what its windows do: %s', (asked) => {
    const question = readQuestion(asked, corpus);
    let windows = 0;
    for (let n = 0; n < corpus.size; n++) {
      const glanced = glance(question, n);
      const reader = new Reader(glanced.segment, question);
      for (const { promise } of reader.windows(reader.read(glanced), 0)) {
        windows++;
        expect(promise).toBeLessThanOrEqual(glanced.most);
      }
    }
    expect(windows).toBeGreaterThan(0);
  });

  it('tells the terms that are read in it', () => {
    for (const asked of QUESTIONS) {
      const question = readQuestion(asked, corpus);
      for (let n = 0; n < corpus.size; n++) {
        const glanced = glance(question, n);
        const { marks, title } = new Reader(glanced.segment, question).read(glanced);
        expect(marks.reduce((set, { stems }) => set | stems, title)).toBe(glanced.all);
      }
    }
  });

  it('does not take "us" for a form of "used", whose stem it has', () => {
    const question = readQuestion('Who used it?', corpus);
    const glanced = glance(question, corpus.size - 1);
    const { marks } = new Reader(glanced.segment, question).read(glanced);
    expect(marks.map(({ stems }) => stems)).toEqual([0, 1]);
  });
});
