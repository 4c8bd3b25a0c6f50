import fc from 'fast-check';
import { expect, it } from 'vitest';
import { misspelt, type Vocabulary } from '../../src/search/spelling.ts';
import { terms } from '../../src/search/words.ts';

/** How many documents of a small corpus have each word. */
const WORDS: Readonly<Record<string, number>> = {
  report: 9,
  accounts: 3,
  amounts: 8,
  committee: 2,
  sanctuary: 1,
  records: 5,
  record: 5,
  government: 4,
  mills: 2,
};
const BY_STEM = new Map(Object.entries(WORDS).map(([word, documents]) => [terms(word)[0]!, documents]));
const vocabulary: Vocabulary = {
  documentsWith: (stem) => BY_STEM.get(stem) ?? 0,
  has: (folded) => folded in WORDS,
};
const meant = (text: string) => misspelt(text, vocabulary).map((one) => one.meant);

it.each([
  ['two letters the wrong way round', 'who denied the reprot', ['report']],
  ['one letter for two', 'the commitee met', ['committee']],
  ['a letter left out', 'the sanctury', ['sanctuary']],
  ['a letter too many', 'goverrnment', ['government']],
  ['another letter', 'rewords', ['records']],
  ['a letter left out of a short word', 'recrd', ['record']],
  ['a letter too many, as the slip that leads to a word as documents write it', 'millse', ['mills']],
  ['a letter left out rather than another one', 'the acounts', ['accounts']],
])('%s', (_, text, expected) => {
  expect(meant(text)).toEqual(expected);
});

it.each([
  ['words that documents have', 'the report and the accounts'],
  ['what is nowhere near any word', 'the helicopter landed'],
  ['English words that no document has, however near to one that it has', 'the resort'],
  ['short words', 'the acct'],
  ['another letter in a short word', 'malls'],
  ['what may be a name', 'Reprot said'],
  ['what is quoted', 'who said “the reprot” or "goverrnment"'],
  ['what leads to no word as documents write it', 'millez'],
  ['a text of another language', 'wer sprach gestern über diese reprot niemand weiter danach draußen wieder'],
  ['a wrong first letter', 'teport records'],
])('leaves %s alone', (_, text) => {
  expect(meant(text)).toEqual([]);
});

it('gives spans of the text whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const text = `the reprot ${typed}`;
      for (const { start, end } of misspelt(text, vocabulary)) {
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^\p{Ll}+$/u);
      }
    }),
  );
});
