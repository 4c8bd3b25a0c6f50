import { describe, expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';
import { IDIOMS } from '../../src/attribution/idioms.ts';

const found = (text: string) =>
  extract(text).map(({ source, content }) =>
    [...(source ?? []), ...content].map(({ start, end }) => text.slice(start, end)),
  );

test.each(IDIOMS)('%s reports nothing', (_, example) => {
  expect(found(example)).toEqual([]);
});

describe('a voice is told of, and nothing that is said', () => {
  test.each([
    ['The old pilot spoke in a low voice.'],
    ['Ines Calder speaks with a northern accent.'],
    ['The clerk spoke slowly and clearly.'],
    // No mark behind it, as headlines have none.
    ['The clerk spoke'],
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('but what is spoken of is said', () => {
    expect(found('Ines Calder spoke about the rotten wood in the yard.')).toEqual([
      ['Ines Calder', 'the rotten wood in the yard'],
    ]);
  });
});

describe('who is spoken of says nothing', () => {
  test.each([
    ['Ines Calder is said to have sold the yard.'],
    ['Ines Calder was accused of taking the money.'],
    ['Tom Busch, the clerk, is also accused of hiding the letters.'],
  ])('%s', (text) => {
    expect(extract(text).filter(({ source }) => source !== null)).toEqual([]);
  });

  test('but whoever says it is named behind it', () => {
    expect(found('Ines Calder was accused by Tom Busch of taking the money.')[0]).toContain('Tom Busch');
  });
});
