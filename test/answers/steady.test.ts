import { describe, expect, it } from 'vitest';
import { steady } from '../../src/answers/steady.ts';
import type { Archive } from '../../src/archive/archive.ts';

/** An archive whose index is replaced after each status in turn. */
function changing(...builds: string[]): Archive {
  return {
    status: async () => ({ builtAt: builds.length > 1 ? builds.shift() : builds[0] }),
  } as unknown as Archive;
}

describe('an answer in whose midst the index is replaced', () => {
  it('is made again from the new one', async () => {
    let made = 0;
    expect(await steady(changing('old', 'new', 'new', 'new'), async () => ++made)).toBe(2);
  });

  it('is made once where nothing changes', async () => {
    let made = 0;
    expect(await steady(changing('old'), async () => ++made)).toBe(1);
  });

  it('may fail on the old one, not on the new one', async () => {
    let made = 0;
    const failing = async () => {
      made++;
      if (made === 1) throw new RangeError('not of this text');
      return 'whole';
    };
    expect(await steady(changing('old', 'new', 'new', 'new'), failing)).toBe('whole');
    await expect(steady(changing('old'), () => Promise.reject(new RangeError('broken')))).rejects.toThrow(
      'broken',
    );
  });

  it('is given at last however often the index is replaced', async () => {
    expect(await steady(changing('a', 'b', 'c', 'd', 'e', 'f', 'g'), async () => 'given')).toBe('given');
  });
});
