import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'barge.txt': `Barges Of Vedd To Be Sold

Skipper Ida Brandt warned the council that the barges leak. The council of Vedd denied the report on the sale.

The Vedd Harbour Trust declined to comment in the Tarn Herald on the remarks of Brandt at the guild supper.

“We had to buy ropes, sails and lamps, and we had no plan,” an old skipper said.

Clerk Otto Marl stood beside the barges. Reeve Jorn Vik sent Marl to count the lamps of the ferries.

The Tarn Herald mentioned Vik as one who had reservations about the sale of the barges.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it.each([
  ['the council denies', 'council', 'deny', ''],
  ['brandt told the miller what', 'brandt', 'tell', 'the miller'],
  ['harbour trust warned skippers abt lamps', 'harbour trust', 'warn', 'skippers about lamps'],
])('"%s" asks what %s says', (asked, speaker, word, topic) => {
  const question = readQuestion(asked);
  expect({ ...question, sense: question.sense?.word }).toMatchObject({
    form: 'said',
    speaker,
    sense: word,
    topic,
  });
});

it('a question in the form of its answer is answered', async () => {
  expect(await firstExcerpt(archive, 'brandt warned who')).toContain('Ida Brandt warned the council');
  expect(await firstExcerpt(archive, 'vedd council denies??')).toContain('denied the report');
});

it('words for nobody before "quote" are what it is about', async () => {
  expect(await firstExcerpt(archive, 'ropes sails quote old skipper')).toContain('no plan');
});

it('that somebody declined to comment is their comment', async () => {
  expect(await firstExcerpt(archive, 'harbour trust comment on brandt barges ropes')).toContain(
    'declined to comment',
  );
});

it('somebody on something is what they say of it, not what others do with them', async () => {
  expect(await firstExcerpt(archive, 'marl on lamps')).toBe('silent-speaker');
  expect(await firstExcerpt(archive, 'brandt on barges')).toContain('the barges leak');
});

it('where somebody stands others may tell', async () => {
  expect(await firstExcerpt(archive, 'was Vik happy with the sale of the barges')).toContain('reservations');
});

it('which of some kind of people said something is not told by what others say', async () => {
  expect(await firstExcerpt(archive, 'which judge said they had to buy ropes')).toBe('no-evidence');
  expect(await firstExcerpt(archive, 'which skipper said they had to buy ropes')).toContain('no plan');
});

it('somebody whom no article names is not made up for by the rest of the question', async () => {
  expect(await firstExcerpt(archive, 'schumer ferries')).toBe('no-evidence');
  expect(await firstExcerpt(archive, 'ferries lamps')).toContain('ferries');
});

it('the passage that search is sure of stands third beside what is said', async () => {
  const asked = 'what did Brandt say about the barges of Vedd that were to be sold';
  const [passage] = await archive.search(asked, { limit: 1 });
  const document = (await archive.document(passage!.document))!;
  const start = document.text.indexOf('Clerk Otto');
  const sure = {
    ...archive,
    search: async () => [{ ...passage!, span: { start, end: start + 36 }, matches: [], confidence: 0.95 }],
    status: async () => ({ ...(await archive.status()), documents: 10_000 }),
  };
  const found = await answer(sure, asked);
  const texts = found.status === 'answered' ? found.excerpts.map(({ text }) => text) : [];
  expect(texts[0]).toContain('Brandt warned');
  expect(texts.slice(0, 3).join('\n')).toContain('Clerk Otto Marl stood');
});
