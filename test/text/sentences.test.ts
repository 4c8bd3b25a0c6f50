import { expect, test } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';
import { slice } from '../../src/text/span.ts';

/** `|` marks where one sentence ends and the next begins. */
const CASES: readonly (readonly [remark: string, marked: string])[] = [
  ['a title before a name', 'She met Sen. John Marlow. | He left.'],
  ['initials', 'A. B. Carver spoke. | It rained.'],
  ['a country as the last word', 'He lives in the U.S. | He likes it.'],
  ['a country in the middle', 'The U.S. Coast Guard came. | Nobody left.'],
  ['a question that is asked', '“Will you go?” he asked. | “No.”'],
  ['a question that somebody named asks', '“Will you go?” Ms. Dale asked. | “No.”'],
  ['a closing mark that drifted off', 'I have a lot to say. “'],
  ['no space behind the stop', 'He said so.|Then she left.'],
  ['an ellipsis', 'They left … nobody stayed… | The rest came.'],
  ['a time of day', 'It starts at 5 p.m. Monday. | Doors open at 4 p.m. | Bring food.'],
  ['a date', 'On Sept. 11 Marlow spoke.'],
  ['a footnote number', 'It ended.[1] | Then it began.'],
  ['a numbered list', '1. Eat well.'],
  ['lines', 'One line without a stop\n|Another line.'],
];

test.each(CASES)('finds where sentences end: %s', (_, marked) => {
  const parts = marked.split('|');
  const text = parts.join('');
  expect(sentences(text).map((span) => slice(text, span))).toEqual(parts.map((part) => part.trim()));
});
