import { describe, expect, it } from 'vitest';
import { tag } from '../../src/attribution/tag.ts';

describe('tagging', () => {
  it('cuts a sentence that never ends into units, so that reading it takes time in proportion to its length', () => {
    const { units, tokens } = tag(`He said that ${'word '.repeat(5000)}`);
    expect(units.at(-1)?.end).toBe(tokens.length);
    expect(Math.max(...units.map(({ start, end }) => end - start))).toBeLessThanOrEqual(600);
  });

  it('looks only at the beginning of a run of characters longer than any word', () => {
    const text = `She said ${'](http://'.repeat(300)} was broken.`;
    const { tokens } = tag(text);
    expect(tokens.length).toBeLessThan(200);
    expect(tokens.slice(-3).map(({ start, end }) => text.slice(start, end))).toEqual(['was', 'broken', '.']);
  });
});
