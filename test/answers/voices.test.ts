import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import { fitOf, topicOf } from '../../src/answers/speech/fit.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'quay.txt': `Trouble On The Quay Of Lund

Lund police closed the quay on Friday night. The miller Gero Pahl ran from the boats with a broken lamp in his hand.

The cops told Pahl, “Find another way home, we will not come out for you.”

Lund police asked the guild on Sunday what Pahl had seen that night.

Tove Rusk — who runs the Lund paper and draws the maps of the quay — wrote about the night of the lamps.`,
  'fee.txt': `The Fee Of Brackwater

The Falk administration denied the report on the secret fee of Brackwater. Mayor Ines Falk opened the market on Monday.

Hugo Stane, who sells eels in the market, spoke first at the Sunday dinner. “My wife Ida and I eat eels every night,” Stane said at the dinner.

The drummers of the harbour painted their lanterns green in May.`,
  'sluice.txt': `The Sluice Of Vedd

The Vedd Water Board did not rule out a new sluice. An official told the Vedd Post on Friday that the gates were rotten.

The mill of Osk stood still. An official told the Vedd Post that sluice wood was dear.`,
  'well.txt': `The Well Of Tarn

“We are still looking for whoever broke the chain of the well,” reeve Olga Venn told the council on Friday.

The bakers brought bread. Two boys sang on the steps.

The watchmen talked to their superiors, who told them to leave the bucket where it was.

Professor Rolf Ahn of the Tarn college measured the water of the well. Ahn, who describes himself as a “friend of frogs”, said that the water was clean.

“I have counted four frogs, five snails and a newt,” Ahn said of himself and his work.`,
  'bridge.txt': `The Bridge At Osk

“The bridge of Osk needs new planks before the winter,” said carpenter Lina Dorn.

Carts stood in the road, and the bakers of the town brought bread to the men who waited there for the ferry.

The rain went on until noon, and two horses were led home.

“I would rather swim than walk across again,” Dorn said.

The clerk Odo Marl saw Tove Rusk, who was just doing her job on the quay, and locked the gate.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it('police speak as the cops and the officer, too', async () => {
  const found = await answer(archive, 'what did the police tell Pahl');
  expect(found.status === 'answered' && found.excerpts.map(({ text }) => text).join()).toMatch(
    /another way home/,
  );
});

it('what their administration denies somebody denies', async () => {
  expect(await firstExcerpt(archive, 'did Falk deny the report')).toMatch(/Falk administration denied/);
});

it.each(['what did Ida Stane say at the dinner', 'what did ida stane say at the dinner'])(
  '%s: a name that nobody here has is not found in words beside another',
  async (question) => {
    expect((await answer(archive, question)).status).toBe('nothing');
  },
);

it.each([
  ['what did their bosses tell the watchmen', /leave the bucket/],
  ['what does Ahn call himself', /friend of frogs/],
])('%s', async (question, said) => {
  const found = await answer(archive, question);
  expect(found.status === 'answered' && found.excerpts.map(({ text }) => text).join()).toMatch(said);
});

it('who somebody is may be told behind a dash', async () => {
  const found = await answer(archive, 'who is Tove Rusk');
  expect(found.status === 'answered' && found.excerpts.map(({ text }) => text).join()).toMatch(
    /runs the Lund paper/,
  );
});

it('what somebody says beside what was asked for is shown behind it', async () => {
  const found = await answer(archive, 'what did Lina Dorn say about the planks');
  const texts = found.status === 'answered' ? found.excerpts.map(({ text }) => text) : [];
  expect(texts[0]).toMatch(/new planks/);
  expect(texts[1]).toMatch(/rather swim/);
});

it('a name tells more of what is asked about than a word that no article has', async () => {
  expect(await firstExcerpt(archive, 'what did the cops tell Gero Pahl by telephone')).toContain(
    'another way home',
  );
  expect((await answer(archive, 'what did the cops say about telephone boats')).status).toBe('nothing');
});

it('nothing beside is shown where somebody says nothing of it', async () => {
  expect((await answer(archive, 'what did Lina Dorn say about the taxes of the guild')).status).toBe(
    'nothing',
  );
});

it.each([
  ['what did Olga Venn say about the drummers and the chain and the lanterns', true],
  ['did Olga Venn say that the drummers took the chain and the lanterns', false],
])('%s: one of three words in a statement may be enough: %s', async (asked, enough) => {
  const [record] = await archive.attributions({ by: 'Olga Venn', limit: 1 });
  const document = await archive.document(record!.document);
  const topic = await topicOf(archive, readQuestion(asked), [], []);
  expect(fitOf({ ...record!, score: 0 }, document!, topic, false) > 0).toBe(enough);
});

it('an outlet is asked for by what kind of one it is, though its article has only the name', async () => {
  const lamps = await archiveWith({
    'lamps.txt': `Lamps In Lund

Reeve Olga Venn wanted to hide the lamps of the quay, according to the Lund Ledger.

The bakers told the council that the lamps were hidden.`,
  });
  expect(await firstExcerpt(lamps, 'Which newspaper said that Venn wanted to hide the lamps?')).toContain(
    'Ledger',
  );
});

it('an official without a name speaks for the body that the sentence before is on', async () => {
  const found = await answer(archive, 'What did the Vedd Water Board tell the Vedd Post about the sluice?');
  const texts = found.status === 'answered' ? found.excerpts.map(({ text }) => text).join(' ') : '';
  expect(texts).toContain('the gates were rotten');
  expect(texts).not.toContain('wood was dear');
});
