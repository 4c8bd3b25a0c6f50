import { expect, test } from 'vitest';
import { sourceName } from '../src/reply.ts';

test.each([
  ['officials', 'officials'],
  ['that officials', 'officials'],
  ['that official', 'that official'],
  ['she', null],
  [null, null],
])('a source written %j is shown as %j', (source, shown) => {
  expect(sourceName({ speaker: null, source })).toBe(shown);
});

test('a speaker who is known goes before what the article writes', () => {
  expect(sourceName({ speaker: 'Edda Quill', source: 'the mayor' })).toBe('Edda Quill');
});
