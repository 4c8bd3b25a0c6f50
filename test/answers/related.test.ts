import { expect, it } from 'vitest';
import { isMeant, related } from '../../src/answers/related.ts';
import { terms } from '../../src/search/words.ts';

it.each([
  ['abolish', 'abolition', true],
  ['see', 'saw', true],
  ['meet', 'met', true],
  ['stole', 'theft', true],
  ['died', 'death', true],
  ['flew', 'flight', true],
  ['sued', 'lawsuit', true],
  ['heads', 'led', true],
  ['bail', 'bailout', true],
  ['saw', 'shot', false],
  ['sail', 'sailor', false],
  ['mill', 'mile', false],
])('%s and %s are of one family: %s', (a, b, one) => {
  expect(related(terms(a)[0]!, terms(b)[0]!)).toBe(one);
});

it.each([
  ['talks', 'the negotiations ended', true],
  ['ignored', 'to disregard the order', true],
  ['promotion', 'her advancement to the council', true],
  ['fire', 'bread in a sack', false],
  ['constructor', 'a constructor and a prototype', false],
  ['talks', 'the mill burnt', false],
])('%s is meant by a word of "%s": %s', (word, text, one) => {
  expect(isMeant(terms(word)[0]!, terms(text))).toBe(one);
});
