import { expect, test } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { describes, readSpeaker } from '../../src/answers/speech/speaker.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { HOSTILE } from '../corpus/hostile.ts';
import { archiveWith } from '../support/archive.ts';

/** Eight times as much text may take thirty times as long on a busy machine; squared, it would take sixty-four. */
const ALLOWED = 30;
/** Milliseconds below which a clock tells nothing. */
const FLOOR = 8;
const PATIENCE = { timeout: 60_000 };

/** Milliseconds of processor time that an answer takes: the least of three. */
async function cost(archive: Archive, question: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const began = process.cpuUsage();
    await answer(archive, question);
    times.push(process.cpuUsage(began).user / 1000);
  }
  return Math.min(...times);
}

const toll = (beside: string) => ({
  'toll.txt': `Toll\n\nA dam keeper of Lund said on Monday that the toll would rise. ${beside} It rained.`,
});

test('a name of many capitals is read at once', PATIENCE, async () => {
  const archive = await archiveWith(toll(''));
  const asked = (capitals: number) => `who is ${'A'.repeat(capitals)}(1)`;
  const short = await cost(archive, asked(13));
  expect((await cost(archive, asked(26))) / Math.max(short, FLOOR)).toBeLessThanOrEqual(ALLOWED);
});

test.each(Object.entries(HOSTILE))(
  'a question is answered, whatever it is made of: %s',
  PATIENCE,
  async (_, hostile) => {
    const archive = await archiveWith(toll(''));
    for (const ask of ['who is', 'what did the keeper say about', 'who denied', 'did the keeper deny', ''])
      expect(['answered', 'nothing']).toContain((await answer(archive, `${ask} ${hostile(380)}(1)`)).status);
  },
);

test('who is described is found beside a word of any length', () => {
  const speaker = readSpeaker('the dam keeper', null);
  const time = (length: number) => {
    const began = process.cpuUsage();
    describes(`a keeper ${'a'.repeat(length)}`, speaker);
    return process.cpuUsage(began).user / 1000;
  };
  time(1000);
  const short = time(8_000);
  expect(time(64_000) / Math.max(short, FLOOR)).toBeLessThanOrEqual(ALLOWED);
});
