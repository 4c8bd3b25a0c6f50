import { expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'dam.txt': `Dam Of Lund To Be Closed

Ida Holt said on Monday that the dam leaks. The boats lay in the harbour of Tarn, and the skippers painted them green before the regatta, as they do in every year in which there is enough paint.

Water has come through the dam since the storm of March, when a barge struck the third sluice and the wardens of the canal had to close the locks for a week and a day.

Nils Grau, a baker, said bakers never cared for the dam. He bakes forty loaves on a Sunday for the ringers of the bell, and gives what is left to the ducks and to the geese of the old mill at Osk.`,
  'mill.txt':
    'The mill of Osk was closed in May. The flour was old, and the miller left for the hills of Sand.',
};

it('a single statement is followed by what stands near it in the words of the article, not by what others say', async () => {
  const found = await answer(await archiveWith(ARTICLES), 'what did Holt say about the dam');
  const [first, ...others] = found.status === 'answered' ? found.excerpts : [];
  expect(first).toMatchObject({ said: { speaker: 'Ida Holt' } });
  expect(others.map(({ text }) => text).join()).toContain('since the storm of March');
  expect(others.map(({ said }) => said?.speaker)).not.toContain('Nils Grau');
});

it('whoever says nothing of the kind is not answered for by passages', async () => {
  const found = await answer(await archiveWith(ARTICLES), 'what did Grau say about taxes');
  expect(found.status).toBe('nothing');
});
