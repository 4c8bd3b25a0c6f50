import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../src/corpus/pdf-lines.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { normalise } from '../../src/text/normalise.ts';
import { sentences } from '../../src/text/sentences.ts';
import { tokens } from '../../src/text/tokens.ts';
import { HOSTILE } from './hostile.ts';

const SMALL = 16_000;
const TIMES = 8;
/** Eight times as much text may take thirty times as long on a busy machine; squared, it would take sixty-four. */
const ALLOWED = 30;
/** Below this a clock tells nothing. */
const FLOOR = 4;

const READINGS: Readonly<Record<string, (text: string) => unknown>> = {
  sentences,
  normalise,
  tokens,
  'a text file': (text) => readDocument(text, 'a.txt'),
  'a Markdown file': (text) => readDocument(text, 'a.md'),
  'a web page': (text) => readDocument(text, 'a.html'),
  'a line of a PDF': (text) => paragraphsOf([[{ text: `${text}--`, left: 0, right: 1, height: 1, size: 1 }]]),
};

/** Of processor time, which other programs on the machine do not lengthen. */
async function milliseconds(read: (text: string) => unknown, text: string): Promise<number> {
  const began = process.cpuUsage();
  await read(text);
  return process.cpuUsage(began).user / 1000;
}

/** Milliseconds; for machines that do much else. */
const PATIENCE = { timeout: 60_000 };

describe.each(Object.entries(READINGS))('no text makes it slow to read %s', PATIENCE, (_, read) => {
  test.each(Object.entries(HOSTILE))('%s', async (_, hostile) => {
    // Once to load and compile what is needed.
    await read(hostile(1000));
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && ratio > ALLOWED; attempt++) {
      const small = await milliseconds(read, hostile(SMALL));
      const large = await milliseconds(read, hostile(SMALL * TIMES));
      ratio = large / Math.max(small, FLOOR);
    }
    expect(ratio).toBeLessThanOrEqual(ALLOWED);
  });
});

test('a text of half a million paragraphs is read', PATIENCE, async () => {
  const result = await readDocument('A b.\n'.repeat(500_000), 'a.txt');
  expect('document' in result && result.document.paragraphs.length).toBe(500_000);
});
