import { describe, expect, it } from 'vitest';
import { hashOf, terms, words } from '../../src/search/words.ts';

/** What is written, and the words it is found by. */
const ROWS: readonly (readonly [written: string, found: readonly string[]])[] = [
  ["the minister's plan", ['the', 'minister', 'plan']],
  ['CNN‘s report', ['cnn', 'report']],
  ['the U.S. and the US and U.S.A', ['the', 'u.s', 'and', 'the', 'u.s', 'and', 'u.s']],
  ['ask us', ['ask', 'us']],
  ['U.N. envoy', ['un', 'envoy']],
  ['1,250.5 tonnes', ['1250.5', 'tonnes']],
  ['24–10 in the two-day match', ['24', '10', 'in', 'the', 'two', 'day', 'match']],
  ["O'Brien, Škoda and Besançon", ['obrien', 'skoda', 'and', 'besancon']],
  ['foo:bar + fox~2 ^9 * -no "quoted"', ['foo', 'bar', 'fox', '2', '9', 'no', 'quoted']],
  ['https://example.org/a?b=c', ['https', 'example', 'org', 'a', 'b', 'c']],
  ["naïve R&D at MI6's x.y, e.g. Gru\u0308n", ['naive', 'r&d', 'at', 'mi6', 'xy', 'eg', 'grun']],
  ['ends. a. 1. 𝔘ber 𝔘 \ud835 b', ['ends', 'a', '1', 'uber', 'u', 'b']],
  ['', []],
  ['— … !', []],
];

describe('words', () => {
  it.each(ROWS)('reads %j', (written, found) => {
    expect(words(written).map(({ form }) => form.folded)).toEqual(found);
  });

  it('says where each word stands', () => {
    const text = 'Mayor Ostrova’s U.S. visit';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Mayor',
      'Ostrova’s',
      'U.S',
      'visit',
    ]);
  });
});

describe('terms', () => {
  it('leaves out stop words and repeats, and joins the forms of a word', () => {
    expect(terms('Who denied the denial, and who denies it?')).toEqual(['deni', 'denial']);
  });
});

describe('hashOf', () => {
  it('gives every term its own number below 2^53', () => {
    const hashes = new Set(Array.from({ length: 50_000 }, (_, i) => hashOf(`term${i}`)));
    expect(hashes.size).toBe(50_000);
    for (const hash of hashes) expect(Number.isSafeInteger(hash)).toBe(true);
  });
});
