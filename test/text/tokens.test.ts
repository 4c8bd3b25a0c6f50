import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphs } from '../../src/text/paragraphs.ts';
import { slice } from '../../src/text/span.ts';
import { tokens } from '../../src/text/tokens.ts';

const CASES: readonly (readonly [remark: string, text: string, tokens: string])[] = [
  ['words and marks', 'Yes, he “did”.', 'Yes , he “ did ” .'],
  ['a possessive', "CNN's and CNN‘s", "CNN 's and CNN ‘s"],
  ['contractions and Irish names', "don't tell O’Brien", "don't tell O’Brien"],
  ['hyphens', 'Ocasio-Cortez, then-mayor', 'Ocasio-Cortez , then-mayor'],
  ['abbreviations', 'the U.S. at 5 p.m. today', 'the U.S. at 5 p.m. today'],
  ['numbers', '$1,200.50, or 12% of it', '$ 1,200.50 , or 12 % of it'],
  ['letters with marks', 'café Müller Ελλάδα', 'café Müller Ελλάδα'],
  ['a sentence that ends in a letter', 'plan B. Then', 'plan B . Then'],
];

test.each(CASES)('tokens of %s', (_, text, expected) => {
  expect(tokens(text).map((token) => token.text)).toEqual(expected.split(' '));
});

test('tokens lie where they say, in order, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aB9 .,'’-&\n“”é😀U.S") }), (text) => {
      const found = tokens(text);
      for (const token of found) expect(slice(text, token)).toBe(token.text);
      expect(found.map((token) => token.text).join('')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('paragraphs are the lines that hold something, trimmed', () => {
  const text = ' One. \n\n\u00a0\nTwo.\r\nThree.\u200b\n';
  expect(paragraphs(text).map((span) => slice(text, span))).toEqual(['One.', 'Two.', 'Three.']);
});
