import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoise } from '../../src/text/memoise.ts';

describe('What is remembered of words', () => {
  it('is made once for each, and forgotten when too many others have been asked for since', () => {
    const made: string[] = [];
    const double = memoise((word: string) => {
      made.push(word);
      return word + word;
    }, 2);
    const asked = ['a', 'b', 'a', 'c', 'a', 'b'];
    expect(asked.map(double)).toEqual(asked.map((word) => word + word));
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is no more than the limit, however long it goes on', () => {
    const kept = new Set<WeakRef<object>>();
    const thing = memoise((word: string) => {
      const made = { word };
      kept.add(new WeakRef(made));
      return made;
    }, 100);
    for (let n = 0; n < 5000; n++) thing(`word ${n}`);
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      (runInNewContext('gc') as () => void)();
      expect([...kept].filter((one) => one.deref()).length).toBeLessThanOrEqual(100);
    });
  });

  it('holds the words, half characters and all, and not the texts that they were cut from', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const same = memoise((word: string) => word.toLowerCase());
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
