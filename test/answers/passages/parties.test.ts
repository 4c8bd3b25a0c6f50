import { expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { archiveWith } from '../../support/archive.ts';

const ARTICLES = {
  'mill.txt': `Trouble At The Mill Of Osk

Hal Brock called the guards to the mill of Ada Brill on Sunday night.

The bakers went home, and the carts stood in the rain until the morning came.

Mr Udo Prell was fired by the guild after a quarrel. Prell took his coat and went.

Sela Ward met nobody that day, and nothing came of Ward's lawsuit against the guild.

"The lamps stay," Ida Lorne said in a Friday interview with the Osk Ledger.

Hal Brock promised to pardon Omar Voss, and may help Nils Grau.

The lamps of the town were lit early, and the ferries lay in the harbour.`,
};

it.each([
  ['who did Hal Brock call', true, /called the guards/],
  ['who did Ada Brill call', false, /called the guards/],
  ['who did Ada Brill call for Hal Brock', false, /called the guards/],
  ['who fired Udo Prell', true, /fired by the guild/],
  ['who interviewed Ida Lorne', true, /Osk Ledger/],
  ['who sued Sela Ward', false, /lawsuit/],
  ['who pardoned Omar Voss', false, /promised to pardon/],
  ['who helps Nils Grau', true, /may help Nils Grau/],
  ['who did Udo Prell fire', false, /fired by the guild/],
])('%s: whoever is named must have the part that is asked about: %s', async (question, answers, told) => {
  const found = await answer(await archiveWith(ARTICLES), question);
  const first = found.status === 'answered' ? found.excerpts[0]!.text : '';
  expect(told.test(first)).toBe(answers);
});
