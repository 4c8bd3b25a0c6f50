import { describe, expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';
import { readMarks } from './marked.ts';
import { PASSAGES } from './passages.ts';
import { rates, score } from './score.ts';
import { STORIES } from './stories.ts';

/** How many attributions of marked texts are found, and rightly. */
function tallyOf(texts: readonly { readonly marked: string }[]) {
  const tally = { gold: 0, found: 0, content: 0, joint: 0 };
  for (const { marked } of texts) {
    const { text, attributions } = readMarks(marked);
    score(
      text,
      attributions,
      extract(text).filter(({ nested }) => !nested),
      tally,
    );
  }
  return tally;
}

describe('on passages of our own', () => {
  const tally = tallyOf(PASSAGES);

  test('nine in ten attributions are found, and as many of those found are right', () => {
    const content = rates(tally.content, tally.found, tally.gold);
    expect(content.recall).toBeGreaterThanOrEqual(0.9);
    expect(content.precision).toBeGreaterThanOrEqual(0.9);
  });

  test('nine in ten have the right source as well', () => {
    expect(rates(tally.joint, tally.found, tally.gold).f1).toBeGreaterThanOrEqual(0.9);
  });

  test.each(PASSAGES)('$trap: what is found has the right kind', ({ marked, kinds }) => {
    const { text } = readMarks(marked);
    const found = extract(text).filter(({ nested }) => !nested);
    expect(found.map(({ kind }) => kind).toSorted()).toEqual([...kinds].toSorted());
  });
});

describe('on whole stories of our own, in two dozen styles', () => {
  const tally = tallyOf(STORIES);

  test('seventeen in twenty attributions are found, and nine in ten of those found are right', () => {
    const content = rates(tally.content, tally.found, tally.gold);
    expect(content.recall).toBeGreaterThanOrEqual(0.85);
    expect(content.precision).toBeGreaterThanOrEqual(0.9);
  });

  test('seventeen in twenty have the right source as well', () => {
    expect(rates(tally.joint, tally.found, tally.gold).f1).toBeGreaterThanOrEqual(0.85);
  });
});
