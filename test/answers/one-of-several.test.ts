import { expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

it('of several who go without a name, the one is meant who is told in the words of the question', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

The guild of Lund wants to bring the sacks of the bakers to the upper town by cart, two hands who told the watch of the cart plan say. One of the hands spoke with the Lund Ledger, and several Lund clerks confirmed the accounts.

The plan of the guild did not please the watch, with a top clerk responding that it was full of holes and dear, and that nobody had asked the bakers of the town.`,
  });
  expect(
    await firstExcerpt(
      archive,
      'What did the top watch clerk say about the plan to bring the sacks by cart?',
    ),
  ).toContain('full of holes');
});

it('whoever is asked for by an office is nobody where no article names anybody of it', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

The guild of Lund wants to bring sacks to the upper town by cart. The cart plan is unlikely to be kept up, bakers say, and was criticized in the taverns.

“The carts are too old for the plan,” a mason criticized on Sunday.`,
  });
  expect((await answer(archive, 'Which senator criticized the cart plan?')).status).toBe('nothing');
  expect(await firstExcerpt(archive, 'Which mason criticized the cart plan?')).toContain('a mason');
});

it('a question for a name is answered by nobody who goes without one', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

The council of Lund wants to bring sacks to the upper town by cart. One of the engineers spoke with the Lund Ledger about the cart plan. She saw the carts.

“No, judge, we have no carts,” the guild is to say of the cart plan when judges ask.

The pilot Ida Moss spoke with the Lund Ledger too.`,
  });
  const found = async (question: string) => (await answer(archive, question)).status;
  expect(await found('What is the name of the engineer who spoke with the Lund Ledger?')).toBe('nothing');
  expect(await found('Which judge ruled on the cart plan of the guild?')).toBe('nothing');
  expect(await found('What is the name of the pilot who spoke with the Lund Ledger?')).toBe('answered');
});
