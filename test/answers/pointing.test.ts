import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import { FITTING, fitOf, topicOf } from '../../src/answers/speech/fit.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { slice } from '../../src/text/span.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith({
    'gates.txt': `The Gates Of Lund

On Sunday the reeve Ida Holt came to the old harbour of Lund. Holt ordered the steward Emil Brandt and the harbour master Otto Wess to close some of the gates of the old harbour of Lund at once, other clerks say.

Brandt pushed back against that, and told her that turning boats away breaks the treaty with the other towns along the coast, which the guild signed.

“So be it,” Holt answered. Her clerk Nils Ode managed to talk Holt out of the plan, but Brandt has left his post all the same.`,
    'tolls.txt': `The reeve Rolf Thorn said on Monday that the watch at the bridge of Tarn would go home for two weeks, so that farmers can come to terms with the town.

Carts had stood at the river since the morning, and the horses were tired. Boys threw stones into the water and sang, and an old woman sold them apples from a basket.

Nobody had seen tolls there before. The first tolls were asked for in May, a copper for each wheel and two for each horse, and many turned back to the ford in the next valley.

On the other side the bakers would not pay these tolls, and bread was dear in the upper town all summer long. A letter lay on the table of the guild for a month.

“It is a shame,” the baker Gero Pahl said in the evening, when the lamps were lit and the carts had gone.`,
    'levy.txt': `Levy On Carts In Osk

The millers of Osk said that the moot had raised the levy on the carts. “Nobody has to pay more,” said Piet Harl, the clerk of the moot. “It's not a levy.” He went home before noon.`,
    'boats.txt': `Boats Counted At Night

Boats were counted at night so that fewer tolls were due, two ferrymen told the guild of Osk. One of the ferrymen spoke with the Osk Ledger, and several clerks confirmed the accounts. They did not want to give their names.

“It was an idea of the toll keeper,” said one clerk who knows the ferrymen.`,
  });
});

it('who did something is told by what tells just that, though "the plan" stands there for the rest', async () => {
  expect(
    await firstExcerpt(archive, 'Who talked Holt out of closing the gates of the old harbour?'),
  ).toContain('Nils Ode');
});

it('what somebody said is their account', async () => {
  const found = await answer(archive, 'Who confirmed what the ferrymen said?');
  expect(found.status === 'answered' && found.excerpts[0]?.said?.source).toBe('several clerks');
});

it('but who says half of it in so many words fits better than who only points to all of it', async () => {
  const archive = await archiveWith({
    'carts.txt': `Carts went over it to Lund. An engineer said that the dam has cracks. Several clerks confirmed the accounts.`,
  });
  const question = readQuestion('Who said there were cracks in the dam from carts to Lund?');
  const document = (await archive.document('carts.txt'))!;
  const asked = await topicOf(archive, question, [], []);
  const said = await archive.attributions({ limit: 5 });
  const fitting = said
    .map((record) => ({ record, fit: fitOf({ ...record, score: 0 }, document, asked, false) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ record: { attribution } }) => slice(document.text, attribution.source![0]!));
  expect(fitting).toEqual(['An engineer', 'Several clerks']);
});

it.each([
  ['tolls', true],
  ['guild', false],
])('what an article without a title speaks of time and again is what it is on: %s', async (topic, fits) => {
  const question = readQuestion(`What did Thorn say about the ${topic}?`);
  const [record] = await archive.attributions({ by: 'Rolf Thorn', limit: 1 });
  const document = (await archive.document('tolls.txt'))!;
  const asked = await topicOf(archive, question, [], []);
  expect(fitOf({ ...record!, score: 0 }, document, asked, false) >= FITTING).toBe(fits);
});

it('what "it" is that somebody says it is not stands before', async () => {
  expect(await firstExcerpt(archive, 'did Piet Harl deny that the moot raised the levy')).toContain(
    'not a levy',
  );
  expect((await answer(archive, 'did Piet Harl deny that the bakers paid the tolls')).status).toBe('nothing');
});
