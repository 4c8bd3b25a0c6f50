import { describe, expect, test } from 'vitest';
import { DENIALS } from '../../src/attribution/denials.ts';
import { denying } from '../../src/attribution/kinds.ts';
import { tag } from '../../src/attribution/tag.ts';

/** The rows of the table that any word of the sentence meets. */
function rowsIn(sentence: string) {
  const tagged = tag(sentence);
  return tagged.units.flatMap((unit) =>
    tagged.tokens.flatMap((_, i) =>
      i >= unit.start && i < unit.end ? (denying(tagged, unit, i) ?? []) : [],
    ),
  );
}

describe('every row of the table of denials', () => {
  test.each(DENIALS)('knows its example: $example', (row) => {
    expect(rowsIn(row.example)).toContain(row);
  });

  test.each(DENIALS.filter((row) => row.not !== undefined))('leaves alone: $not', (row) => {
    expect(rowsIn(row.not!)).toEqual([]);
  });
});

describe('withholding is no denial', () => {
  test.each([
    'The consulate denied her a visa.',
    'The panel denied the claimant asylum.',
    'The bank denied the farmer a loan.',
    'The council denied a zoning variance to the theater.',
    'Passengers were denied boarding in Oslo.',
    'A judge denied the motion.',
    'The insurer denied coverage for the surgery.',
    'The widow was denied a hearing.',
    'The prisoner was denied bail on Friday.',
    'The senate rejected the nominee.',
    'The court dismissed the lawsuit.',
    'The airline refused him a seat.',
    'The goalkeeper refused to leave the field.',
    'The birth rate declined sharply.',
    'The mayor did not deny the report.',
    'The champion never disputed the score.',
    'The department did not rule out further cuts.',
  ])('%s', (sentence) => {
    expect(rowsIn(sentence)).toEqual([]);
  });
});
