import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { outletTold, withoutKind } from '../../../src/answers/passages/outlets.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../../support/archive.ts';

it.each([
  ['which paper did Holt talk to', 'Holt told the Lund Ledger that it burnt.', 1],
  ['which paper did Holt talk to', 'It burnt, Holt said in an interview with Radio Tarn.', 1],
  ['which paper did Holt talk to', 'Holt told Brandt that it burnt.', 0.4],
  ['which paper did Holt talk to', 'Holt told reporters that it burnt.', 0],
  ['which paper did Holt talk to', 'Holt left. Brandt told the Lund Ledger why.', 0],
  ['what tv network reported the fire', 'The fire was no accident, according to CNN.', 1],
  ['what tv network reported the fire', 'The fire was no accident.', 0.4],
  ['who reported the fire', 'The fire was no accident, according to CNN.', null],
])('%s: "%s" tells that: %s', (question, text, told) => {
  expect(outletTold(question, text)).toBe(told);
});

it.each([
  ['On which TV network did Holt speak', 'On which did Holt speak'],
  ['what local paper broke it', 'what broke it'],
  ['what paper', 'what paper'],
  ['who reads the paper', 'who reads the paper'],
])('"%s" is looked for as "%s"', (question, text) => {
  expect(withoutKind(question)).toBe(text);
});

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith({
    'dam.txt': `The Dam Of Lund

The reeve Ida Holt wants to raise the dam, and farmers below it are against that. Holt says it will hold for a hundred years, and wants to begin in May.

“The old one leaks,” Holt told the Lund Ledger on Sunday.

Osk News reported on Monday that the mason Emil Brandt has left the works. Brandt's brother would not say why he left.`,
  });
});

it('an outlet that is asked for is told where somebody spoke to one', async () => {
  expect(await firstExcerpt(archive, 'what newspaper did Holt talk to?')).toContain('Lund Ledger');
  expect(await firstExcerpt(archive, 'Which TV channel reported that Brandt left?')).toContain('Osk News');
});

it('and no other that spoke to nobody of whom it is asked', async () => {
  expect((await answer(archive, 'which magazine interviewed Brandt?')).status).toBe('nothing');
});
