import { expect, it } from 'vitest';
import { englishNumber } from '../../src/search/english.ts';
import { relatedTo } from '../../src/search/wordnet.ts';
import { formOf, hashOf } from '../../src/search/words.ts';

const number = (word: string) => englishNumber(hashOf(formOf(word).stem));

function related(word: string, other: string) {
  return relatedTo(number(word)).find((one) => one.word === number(other));
}

it('irregular forms and what is derived are of one family', () => {
  for (const [word, other] of [
    ['write', 'wrote'],
    ['die', 'death'],
    ['deny', 'denial'],
    ['germany', 'german'],
  ] as const) {
    expect(related(word, other)?.family, `${word} and ${other}`).toBeGreaterThan(0);
    expect(related(other, word)).toEqual({ ...related(word, other), word: number(word) });
  }
  expect(related('write', 'wrote')?.family).toBe(1);
});

it('words of one meaning are no family, and those of a wider one have no meaning in common', () => {
  expect(related('buy', 'purchase')).toMatchObject({ family: 0 });
  expect(related('buy', 'purchase')?.synonym).toBeGreaterThan(0.3);
  expect(related('vehicle', 'craft')).toMatchObject({ synonym: 0 });
  expect(related('vehicle', 'craft')?.broad).toBeGreaterThan(0);
  expect(related('write', 'arrival')).toBeUndefined();
});

it('a word that is not known is related to none', () => {
  expect(relatedTo(-1)).toEqual([]);
});
