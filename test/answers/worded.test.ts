import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { expected } from '../../src/answers/passages/expected.ts';
import { shownPassages } from '../../src/answers/passages/passages.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import { withoutBesides } from '../../src/answers/question/wording.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'lantern.txt': `The Lanterns Of Lund

Police cited mistakes in the records of Pale Lantern, the clerk Nils Ode said on Monday.

“Pale Lantern” is the town's code name for the search for the stolen bell, which began in May.

On Tuesday, Attorney General Hedda Rung rode to the quay, and commented on the office of the toll.

Boys sang on the steps. The sheriff of Osk praised the bell ringers.

Rung’s office declined to comment.

The Lund Herald first reported Rung's warning about the bell on Friday.`,
  'ferry.txt': `A New Ferryman

The reeve Olga Venn did not call Timo Jarn to ask for the keys of the ferry. That call was made by the steward, Ida Falk, and Jarn gave the keys to the boy.

On Sunday Venn named Lina Dorn to be the next ferryman, and said that Dorn rows well.

At the spring fair, Venn spoke of whether Dorn would keep the old ferry. “They say every week that she will sell it, and it is still here,” Venn said.

Olga Venn said the claims were “a shame” to the town. The watch had made the claims in a letter on Monday.

Boys threw stones at the quay all morning, and the ferry stayed where it was.

Venn later pledged to buy a new sail before the winter.`,
  'bread.txt': `Bread In Tarn

In a letter about the bread of Tarn, full of praise for Rolf Ahn – for years the friend of the baker's late uncle, Emil Sand – the baker Gero Pahl denied any part in hiding the loaves from the watch.

“I baked all night,” Sand told the watch.`,
  'toll.txt': `The Tolls Of Brack

Elsa Thorn, at the fair on Sunday, said she is “mad as a wasp” about the tolls.

Asked if the reeve is also that angry, his clerk Jon Abel said, “He is very angry about them.”

Reps. Bo Lind and Karl Wess of Osk claimed forty carts had been lost at the toll house since Monday.`,
  'bridge.txt': `The Bridge At Holm

The warden Ragna Sool promised the drovers that she would mend the bridge, but gave no details.

“The planks are old,” Sool said on the bank.

The removal of the bridge keeper Arno Vick came following a row over the lamps. Vick had kept them dark all winter.

Some drovers who camp on the far bank are open to a toll.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it('what a name is that nobody bears is told where the articles tell it', async () => {
  expect(await firstExcerpt(archive, 'What is Pale Lantern?')).toContain('code name');
  const unknown = await answer(archive, 'What is Green Lantern?');
  expect(unknown.status).toBe('nothing');
});

it('whose office it is may be asked by what they are', async () => {
  expect(await firstExcerpt(archive, "Did the attorney general's office comment?")).toContain(
    'declined to comment',
  );
});

it('who first reported a warning is no question for the warning', () => {
  expect(readQuestion("Which paper first reported Rung's warning?").form).toBe('fact');
});

it('who did something is not told by who did not', async () => {
  expect(await firstExcerpt(archive, 'Who called Jarn to ask for the keys?')).toContain('Ida Falk');
});

it('that somebody spoke of whether it is so does not tell what they said of it', async () => {
  expect(await firstExcerpt(archive, 'What did Venn say about whether Dorn would keep the ferry?')).toContain(
    'still here',
  );
});

it('what somebody promised to do about a matter is whatever they promised', async () => {
  expect(await firstExcerpt(archive, 'What did Venn promise to do about the claims?')).toContain('new sail');
});

it('nobody denies what another does behind a dash', async () => {
  const found = await answer(archive, 'Did Emil Sand deny hiding the loaves?');
  expect(found.status).toBe('nothing');
});

it('how large a share is may be told in words', () => {
  expect(expected('how large a majority is needed', 'It takes two-thirds of the council.')).toBe(1);
  expect(expected('how large a majority is needed', 'It takes the council.')).toBe(0);
});

it('of two who speak in a passage the one is shown whom the question names', async () => {
  const { text } = (await archive.document('toll.txt'))!;
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const span = { start: spanOf('Elsa').start, end: spanOf('about them.”').end };
  const matches = [spanOf('Thorn'), spanOf('very')];
  const [shown] = await shownPassages(archive, [{ document: 'toll.txt', span, matches }]);
  expect(shown?.said?.source).toMatch(/^Elsa Thorn/);
});

it('members of a parliament are asked for in the plural', async () => {
  expect(await firstExcerpt(archive, 'Which congressmen claimed that forty carts were lost?')).toContain(
    'Reps. Bo Lind and Karl Wess',
  );
});

it('that somebody deals with something is told by whatever they do about it', async () => {
  const found = await firstExcerpt(archive, 'Did Ragna Sool say how she would deal with the bridge?');
  expect(found).toContain('gave no details');
});

it('what led to an event is told by what it followed', async () => {
  expect(await firstExcerpt(archive, 'What led to Arno Vick getting fired?')).toContain('following a row');
});

it.each([
  'How do folks who camp on the far bank feel about the idea?',
  'What do people on the far bank think of the idea?',
])('how people take something is told without a word for feeling: %s', async (question) => {
  expect(await firstExcerpt(archive, question)).toContain('open to a toll');
});

it('what stands besides the thing asked for may be left out of the search', () => {
  expect(withoutBesides('Besides the toll, what did Sool ban?')).toBe('what did Sool ban?');
  expect(withoutBesides('Which lamps stood besides the bridge, and who lit them?')).toContain('besides');
});

it('what data say is told where no speaker is known, and only where the article has data on it', async () => {
  const archive = await archiveWith({
    'eels.txt': `Eels Of Tarn Counted

Ida Holt said on Monday that the boats lay in the harbour of Tarn, and that the skippers would paint them.

Holt’s argument that eels swim through the dam every night is not backed up by the data of the wardens, who counted nine of them in a year.`,
    'mill.txt': 'The mill of Osk was closed in May. The flour was old.',
  });
  const eels = await answer(archive, 'is the claim that eels swim through the dam supported by the data');
  expect(eels.status === 'answered' && eels.excerpts[0]!.text).toContain('not backed up by the data');
  expect((await answer(archive, 'is the claim that the mill leaks supported by the data')).status).toBe(
    'nothing',
  );
});

it('a statement that has hardly a word of the question may have words that mean much the same', async () => {
  const archive = await archiveWith({
    'quay.txt': `A Night At The Quay

“There is a theft from some ship every week,” said Edda Roe.

Ida Holt said on Monday that eels swim in the harbour of Tarn, and that the lamps are dark.`,
  });
  expect(await firstExcerpt(archive, 'who complained about robberies on vessels each week')).toContain(
    'a theft from',
  );
  expect((await answer(archive, 'who complained about bakers in villages each week')).status).toBe('nothing');
});
