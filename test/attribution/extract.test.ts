import { expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';

test('finds who said what, with spans that are exact slices', () => {
  const text = '“The bridge will reopen,” Mayor Ilse Brandt said. Residents were not told.';
  const [found] = extract(text);
  expect(found?.content.map((span) => text.slice(span.start, span.end))).toEqual([
    '“The bridge will reopen,”',
  ]);
  expect(found?.source?.map((span) => text.slice(span.start, span.end))).toEqual(['Mayor Ilse Brandt']);
  expect(found?.kind).toBe('quote');
});

test('gives a quotation without a cue to whoever spoke right before it', () => {
  const text =
    '“The roof is gone,” Oda Merz said. “We saw it fall.” Behind her the barn smoked.\n\n“It took a minute, no more.”';
  const found = extract(text).filter(({ kind }) => kind === 'quote');
  expect(found.flatMap(({ content }) => content.map((span) => text.slice(span.start, span.end)))).toEqual([
    '“The roof is gone,”',
    '“We saw it fall.”',
    '“It took a minute, no more.”',
  ]);
  expect(found[0]?.source?.map((span) => text.slice(span.start, span.end))).toEqual(['Oda Merz']);
});
