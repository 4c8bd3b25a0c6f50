import { expect, test } from 'vitest';
import { SEAM, unbroken } from '../../src/text/seams.ts';
import { slice } from '../../src/text/span.ts';

const TEXT = ['The mayor spoke.\nHe left.', 'Nobody heard it.', 'It rained.'].join(SEAM);
const whole = { start: 0, end: TEXT.length };
const find = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

test('a span without a seam stays as it is', () => {
  expect(unbroken(TEXT, find('mayor spoke.\nHe'))).toEqual(find('mayor spoke.\nHe'));
});

test('of a span over seams, the stretch with most of what is wanted is left, else the longest', () => {
  expect(slice(TEXT, unbroken(TEXT, whole, [find('heard')]))).toBe('Nobody heard it.');
  expect(slice(TEXT, unbroken(TEXT, whole, [find('heard'), find('It'), find('rained')]))).toBe('It rained.');
  expect(slice(TEXT, unbroken(TEXT, whole))).toBe('The mayor spoke.\nHe left.');
});
