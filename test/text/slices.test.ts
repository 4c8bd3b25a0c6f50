import { describe, expect, it } from 'vitest';
import { SliceMemo } from '../../src/text/slices.ts';

describe('what is remembered for slices of texts', () => {
  it('is made once, wherever the slice stands', () => {
    const made: string[] = [];
    const memo = new SliceMemo((slice) => made.push(slice), 64);
    expect([memo.of('a ferry', 2, 7), memo.of('ferry', 0, 5), memo.of('the ferry sails', 4, 9)]).toEqual([
      1, 1, 1,
    ]);
    expect(made).toEqual(['ferry']);
  });

  it('is that of the very same slice, even where numbers for slices clash and places run out', () => {
    const memo = new SliceMemo((slice) => slice, 4);
    const text = Array.from({ length: 500 }, (_, i) => `w${i} wharf-of-many-letters${i % 7}`).join(' ');
    for (const { index, 0: word } of [...text.matchAll(/\S+/g), ...text.matchAll(/\S+/g)])
      expect(memo.of(text, index, index + word.length)).toBe(word);
  });

  it('may be about shorter slices in its turn', () => {
    const memo: SliceMemo<number> = new SliceMemo(
      (slice) => (slice === '' ? 0 : 1 + memo.of(slice, 0, slice.length - 1)),
      8,
    );
    expect(memo.of('harbor', 0, 6)).toBe(6);
  });
});
