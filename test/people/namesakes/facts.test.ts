import { expect, test } from 'vitest';
import { factsOf } from '../../../src/people/namesakes/facts.ts';

test.each([
  ['an age', '[Zyvo Pellam], 34, left.', { age: 34 }],
  ['an age in words', '[Zyvo Pellam], aged 34, left.', { age: 34 }],
  ['an age before the name', 'The 34-year-old teacher [Zyvo Pellam] left.', { age: 34 }],
  ['no age: a share', 'With [Zyvo Pellam], 34.5 percent left.', {}],
  ['a seat and a party', '[Zyvo Pellam] (R-Mich.) left.', { seat: 'Michigan', party: 'R' }],
  ['a seat in words', '[Zyvo Pellam], a Democrat from Ohio, left.', { seat: 'Ohio', party: 'D' }],
  ['a seat behind an office', 'Sen. [Zyvo Pellam] of Ohio left.', { seat: 'Ohio' }],
  ['no seat without an office', 'The plumber [Zyvo Pellam] of Ohio left.', {}],
  ['a form of address', 'Then Mrs. [Zyvo Pellam] left.', { gender: 'female' }],
  ['nothing by an address that the first name tells anyway', 'Then Mrs. [Ruth Pellam] left.', {}],
  ['a child', '[Zyvo Pellam], an unarmed teenager, left.', { child: 'unarmed teenager' }],
  ['no child: a grown boy', '[Zyvo Pellam], a farm boy, left.', {}],
  ['a broadcaster', "It was CNN's [Zyvo Pellam] who left.", { house: 'CNN' }],
  ['a newspaper behind the name', '[Zyvo Pellam] of the Washington Post left.', { house: 'Washington Post' }],
  ['nothing beside a surname alone', '[Pellam], 34, left.', {}],
])('beside a name stands %s', (_, marked, facts) => {
  const mention = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  expect(factsOf(marked.replace(/[[\]]/g, ''), [mention])).toEqual(facts);
});
