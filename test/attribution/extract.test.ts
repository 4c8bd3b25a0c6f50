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
