import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';
import { slice } from '../../src/text/span.ts';

/** `|` marks where one sentence ends and the next begins. */
const CASES: readonly (readonly [remark: string, marked: string])[] = [
  ['a title before a name', 'She met Sen. John Marlow. | He left.'],
  [
    'a word that is spelt like an abbreviation',
    'He was ill. | Marlow left. | It was no mess. | Dale said no.',
  ],
  ['a bracket at the end', 'It is run by an agency (the MHA). | Marlow denies it.'],
  ['a percentage at the end', 'It fell to 51%. | Marlow denies it.'],
  ['a single quotation mark at the end', "It is no 'scandal'. | Marlow denies it."],
  ['a middle initial', 'Robert P. Marlow left.'],
  ['a state behind a town', 'He came from Dale, Calif. | The town is small.'],
  ['a street that ends a sentence', 'They met in Dale St. | The door was open.'],
  ['two people in court', 'The case is Marlow v. Dale.'],
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

test('sentences lie in order, apart, trimmed, and miss nothing but white space', () => {
  const unit = fc.constantFrom(...'aB .?!…“”"’)\n', 'U.S. ', 'Mr. ', '. “', 'said. ', '1. ', '[1] ');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      let end = 0;
      let joined = '';
      for (const span of sentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
        joined += slice(text, span);
        expect(slice(text, span).trim()).toBe(slice(text, span));
        expect(slice(text, span)).not.toContain('\n');
      }
      expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
