import { describe, expect, it } from 'vitest';
import { warmUp } from '../../src/answers/warm.ts';
import type { Archive } from '../../src/archive/archive.ts';

const articles = [
  { title: 'Harbour board delays vote', text: 'The vote was put off.' },
  { title: null, text: 'Ferries stood still.' },
];
const archive = { articles: async () => articles } as unknown as Archive;

describe('warming up', () => {
  it('asks about the newest articles, one question after another', async () => {
    const asked: string[] = [];
    let open = 0;
    await warmUp(archive, async (question) => {
      expect(++open).toBe(1);
      await Promise.resolve();
      asked.push(question);
      open--;
    });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('Harbour board delays vote');
    expect(asked[1]).toContain('Ferries stood still.');
  });

  it('ends quietly where there is no index yet, and where an answer fails', async () => {
    const building = { articles: () => Promise.reject(new Error('building')) } as unknown as Archive;
    await expect(warmUp(building, async () => {})).resolves.toBeUndefined();
    await expect(warmUp(archive, () => Promise.reject(new Error('closed')))).resolves.toBeUndefined();
  });
});
