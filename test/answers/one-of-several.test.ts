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
  expect(await found('Who is the judge in the case of the cart plan?')).toBe('nothing');
  expect(await found('What is the name of the pilot who spoke with the Lund Ledger?')).toBe('answered');
});

it('who is named among those who speak says what they say', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

Some of the bakers, including Lund master baker Ida Moss, have said that the carts make the town a safer place.

The pilot Udo Prell saw the carts of Ida Moss on Sunday.`,
  });
  const found = async (who: string) =>
    (await answer(archive, `What has ${who} said about the carts?`)).status;
  expect(await found('Ida Moss')).toBe('answered');
  expect(await found('Udo Prell')).toBe('nothing');
});

it('who is asked for as one of a body is found by their name, misspelt as it may be', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

The baker Ida Mosser, of the Lund Bread Guild, said on Sunday that the carts are too slow for the upper town.`,
  });
  expect(await firstExcerpt(archive, 'What did Ida Moser of LBG say about the carts?')).toContain('too slow');
});

it('whoever did not do what is asked about is answered by what says so', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts For The Upper Town

Reeve Olga Venn saw the broken carts of the bakers on Sunday. Venn, in a letter to the Lund Ledger, did not apologize but said that the town needs better roads.`,
  });
  expect(await firstExcerpt(archive, 'Did Olga Venn apologise afterwards?')).toContain('did not apologize');
});
