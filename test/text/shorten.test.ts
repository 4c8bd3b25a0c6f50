import { describe, expect, it } from 'vitest';
import { short, shortWords } from '../../src/text/shorten.ts';

describe('a shortened text', () => {
  it.each([
    ['The pier', 8, 'The pier'],
    ['The pier is shut', 8, 'The pie…'],
    ['The pier is shut', 5, 'The…'],
    ['Pier 🚢 shut', 7, 'Pier…'],
    ['Pier 🚢 shut', 8, 'Pier 🚢…'],
    ['Pier', 0, ''],
  ])('of %j within %i characters is %j', (text, length, expected) => {
    expect(short(text, length)).toBe(expected);
  });

  it.each([
    ['The pier is shut', 16, 'The pier is shut'],
    ['The pier is shut', 15, 'The pier is…'],
    ['x'.repeat(99), 10, `${'x'.repeat(9)}…`],
    [`a ${'x'.repeat(99)}`, 10, `a ${'x'.repeat(7)}…`],
  ])('in whole words, of %j within %i characters is %j', (text, length, expected) => {
    expect(shortWords(text, length)).toBe(expected);
  });
});
