import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoise } from '../../src/text/memoise.ts';

describe('What is remembered of words', () => {
  it('is made once for each, and forgotten when there are too many', () => {
    const made: string[] = [];
    const double = memoise((word) => {
      made.push(word);
      return word + word;
    }, 2);
    expect(['a', 'b', 'a', 'c', 'a'].map(double)).toEqual(['aa', 'bb', 'aa', 'cc', 'aa']);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('holds the words, half characters and all, and not the texts that they were cut from', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const same = memoise((word) => word.toLowerCase());
    const held = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = held();
    for (let n = 0; n < 500; n++) {
      const text = `${n} unforgettable-${n} `.repeat(5000);
      expect(same(text.slice(0, 20))).toBe(text.slice(0, 20));
    }
    expect(held() - before).toBeLessThan(10e6);
    expect(same('half a character \ud83d')).toBe('half a character \ud83d');
  });
});
