import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/archive/analysis.ts';
import { encode } from '../../src/archive/entry.ts';
import { buildSegment } from '../../src/search/segment.ts';
import { terms } from '../../src/search/words.ts';
import { sentences } from '../../src/text/sentences.ts';
import { HOSTILE } from '../corpus/hostile.ts';
import { documentOf } from '../support/document.ts';

const SMALL = 4_000;
const TIMES = 8;
/** As in `test/corpus/linear.test.ts`: squared, it would take sixty-four times as long. */
const ALLOWED = 30;
/** Milliseconds below which a clock tells nothing. */
const FLOOR = 8;
const PATIENCE = 60_000;

const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  'find statements in': (text) => encode(analyse(documentOf(text), []).entry),
  'make searchable': (text) => buildSegment([{ id: 'a', title: null, text, sentences: sentences(text) }]),
  'read as a question': (text) => terms(text),
};

/** Of processor time, which other programs on the machine do not lengthen. */
function milliseconds(work: (text: string) => unknown, text: string): number {
  const began = process.cpuUsage();
  work(text);
  return process.cpuUsage(began).user / 1000;
}

describe.each(Object.entries(WORK))('no text makes it slow to %s', { timeout: PATIENCE }, (_, work) => {
  test.each(Object.entries(HOSTILE))('%s', (_, hostile) => {
    // Once to load and compile what is needed.
    work(hostile(1000));
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && ratio > ALLOWED; attempt++) {
      const small = milliseconds(work, hostile(SMALL));
      ratio = milliseconds(work, hostile(SMALL * TIMES)) / Math.max(small, FLOOR);
    }
    expect(ratio).toBeLessThanOrEqual(ALLOWED);
  });
});
