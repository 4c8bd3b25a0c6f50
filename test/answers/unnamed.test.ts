import { expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith } from '../support/archive.ts';

const archive = await archiveWith({
  'tank.txt': `Tanks In Osk Counted Again\n\nIn Osk a full tank betrayed a second household to the water board, which counted every tank in the town twice a year.\n`,
  'mill.txt': `Mill Of Osk Under Review\n\nThe mill ground flour for both banks. Ida Brandt owns the mill and the two barges beside it.\n`,
});

/** The same articles as if there were so many. */
const among = (documents: number): Archive => ({
  ...archive,
  status: async () => ({ ...(await archive.status()), documents }),
});

it('among many articles, what they tell of somebody whom nobody knows by a description is shown', async () => {
  const question = 'What did the water board think a full tank in Osk betrayed?';
  const found = await answer(among(10_000), question);
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('a second household');
  expect((await answer(among(2), question)).status).toBe('nothing');
});

it('so is a fact in what somebody says whose words are not on record', async () => {
  const question = 'What did Ida Brandt think the mill ground flour for?';
  const found = await answer(among(10_000), question);
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('for both banks');
  expect((await answer(among(2), question)).status).toBe('nothing');
});

it('but not of somebody who is named and says nothing', async () => {
  const found = await answer(among(10_000), 'What did Ida Brandt say about the mill and the two barges?');
  expect(found.status).toBe('nothing');
});

it('a few articles tell nothing of a name that none of them has', async () => {
  const asked = (who: string) => answer(archive, `What does ${who} own besides the mill of Osk?`);
  expect((await asked('Brandt')).status).toBe('answered');
  expect((await asked('the Rowing Guild')).status).toBe('nothing');
});
