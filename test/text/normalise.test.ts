import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';

const CASES: readonly (readonly [remark: string, raw: string, normal: string])[] = [
  ['an opening mark for an apostrophe', 'CNN‘s report', "CNN's report"],
  ['a curly apostrophe', 'it’s', "it's"],
  ['an opening mark at the end of a quotation', '“It is for the public. “', '“It is for the public. ”'],
  ['straight marks', 'He said "no" twice.', 'He said “no” twice.'],
  ['straight single marks', "He said 'no' twice.", 'He said ‘no’ twice.'],
  ['a quotation within one', "“She said ‘as well.'”", '“She said ‘as well.’”'],
  ['guillemets', 'Er sagte «nein».', 'Er sagte “nein”.'],
  ['German marks', 'Er sagte „nein“.', 'Er sagte “nein”.'],
  ['guillemets behind spaces', '« non », dit-il', '“ non ”, dit-il'],
  ['a possessive of many within a quotation', '‘The voters’ will,’ he said', "‘The voters' will,’ he said"],
  ['a possessive of many', 'the voters’ will', "the voters' will"],
  ['a decade', "the '90s and ’80s", "the '90s and '80s"],
  ['feet and inches', '5\'10" tall', '5\'10" tall'],
  ['spaces of other widths', 'a\u00a0b\u2009c', 'a b c'],
  ['hyphens and bars', 'post\u2011war ― so', 'post-war — so'],
  ['a quotation that goes on in the next paragraph', '“One.\n“Two.”', '“One.\n“Two.”'],
  ['marks beside dashes and brackets', 'the plan—"ours"—(and "theirs")', 'the plan—“ours”—(and “theirs”)'],
  [
    'links behind a name',
    'Sen. Ida Brandt Ida Maria BrandtMayor rejects bids MORE (D) left.',
    `Sen. Ida Brandt${' '.repeat('Ida Maria BrandtMayor rejects bids MORE'.length + 1)} (D) left.`,
  ],
  ['a name alone that links stand behind', 'Olsen Ida OlsenMORE left', `Olsen${' '.repeat(14)} left`],
  [
    'MORE behind another name',
    'Ida Brandt BrandtMayor wants MORE: all',
    'Ida Brandt BrandtMayor wants MORE: all',
  ],
  ['MORE in what somebody writes', 'Brandt says Brandt wants MORE', 'Brandt says Brandt wants MORE'],
];

describe('a normalised copy', () => {
  test.each(CASES)('of %s', (_, raw, normal) => {
    expect(normalise(raw)).toBe(normal);
  });

  test('has the length of the text, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...' \n\t\u00a0\'"“”‘’„«»`′″abZ9.,?()[]—-‑😀s') });
    fc.assert(fc.property(text, (raw) => normalise(raw).length === raw.length));
  });

  test('differs from the text in marks and spaces alone', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab Z9.“”"\'‘’\u00a0\n') });
    const bare = (value: string) => value.replace(/[“”"'‘’\s]/g, '·');
    fc.assert(fc.property(text, (raw) => bare(normalise(raw)) === bare(raw)));
  });
});
