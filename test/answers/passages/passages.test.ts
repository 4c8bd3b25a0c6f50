import { expect, it } from 'vitest';
import { shownPassages } from '../../../src/answers/passages/passages.ts';
import { archiveWith } from '../../support/archive.ts';

/** What is shown of a whole article with this text, as a passage, and as whose. */
async function shownOf(text: string) {
  const archive = await archiveWith({ 'mill.txt': `Mill Of Osk Under Review\n\n${text}\n` });
  const [article] = await archive.articles('mill', 1);
  const word = article!.text.indexOf('mill');
  const matches = [{ start: word, end: word + 'mill'.length }];
  const span = { start: 0, end: article!.text.length };
  const [shown] = await shownPassages(archive, [{ document: article!.id, span, matches }]);
  return { text: shown!.text, speaker: shown!.said?.speaker };
}

const DENIED = 'Ida Brandt, the owner, denied that she sold the mill.';

it('a passage that is what somebody says leaves out the paragraphs in which others speak', async () => {
  const others = 'Omar Voss said the ovens were cold. He left.\n\nNils Grau said the flour was wet.';
  expect(await shownOf(`${DENIED}\n\n${others}`)).toEqual({ text: DENIED, speaker: 'Ida Brandt' });
});

it('and keeps those that are the article’s own', async () => {
  const text = `${DENIED}\n\nThe wheel was built in May.`;
  expect(await shownOf(text)).toEqual({ text, speaker: 'Ida Brandt' });
});

it('and what others’ paragraphs hold before they speak', async () => {
  const vote = 'The vote was 5-4.';
  const text = `${DENIED}\n\n${vote} Nils Grau said the flour was wet.`;
  expect(await shownOf(text)).toEqual({ text: `${DENIED}\n\n${vote}`, speaker: 'Ida Brandt' });
});

const BEGUN =
  'It was built of oak from the hills above the river, with nine wheels and two stones for each of the owners who had paid for it in the years before the great flood carried the old one away, together with the weir that had stood below it since the days of the first ferrymen and their heavy boats, which nobody missed.';

const MILL = 'The mill of Osk ground flour for the villages on both banks.';

/** What is shown of a text up to the end of MILL, as a passage that may go on to the end of "the hills". */
async function begunOf(text: string): Promise<string> {
  const archive = await archiveWith({ 'mill.txt': `Mill Of Osk Under Review\n\n${text}\n` });
  const [article] = await archive.articles('mill', 1);
  const endOf = (words: string) => article!.text.indexOf(words) + words.length;
  const matches = [{ start: endOf('mill') - 4, end: endOf('mill') }];
  const place = {
    document: article!.id,
    span: { start: 0, end: endOf('banks.') },
    until: endOf('the hills'),
  };
  const [shown] = await shownPassages(archive, [{ ...place, matches }]);
  return shown!.text;
}

it('the article’s own words are shown with the beginning of the next sentence where a passage has it', async () => {
  expect(await begunOf(`${MILL} ${BEGUN}`)).toBe(`${MILL} It was built of oak from the hills`);
});

it('and without what stands before something that was left out', async () => {
  const text = `The barges came in May.\n\nAdvertisement\n\n${MILL} ${BEGUN}`;
  expect(await begunOf(text)).toBe(`${MILL} It was built of oak from the hills`);
});

it('but not where it begins another paragraph', async () => {
  expect(await begunOf(`${MILL}\n${BEGUN}`)).toBe(MILL);
});

it('nor is anybody quoted by half, or given words that are the article’s own', async () => {
  const told = BEGUN.replace('which nobody missed', 'Ida Brandt, the owner, said');
  expect(await begunOf(`${MILL} ${told}`)).toBe(MILL);
  const denied = 'Ida Brandt, the owner, denied that she sold the mill of the villages on both banks.';
  expect(await begunOf(`${denied} ${BEGUN}`)).toBe(denied);
});

it('and what somebody says in the next paragraph makes nothing theirs, though words of the question stand there', async () => {
  const text = `${MILL} Nobody mills there now, Omar Voss said.\n\nThe hills are bare, Nils Grau said.`;
  const archive = await archiveWith({ 'mill.txt': `Mill Of Osk Under Review\n\n${text}\n` });
  const [article] = await archive.articles('mill', 1);
  const hills = { start: article!.text.indexOf('hills'), end: article!.text.indexOf('hills') + 5 };
  const span = { start: 0, end: MILL.length };
  const place = { document: article!.id, span, until: hills.end, matches: [hills] };
  const [shown] = await shownPassages(archive, [place]);
  expect({ text: shown!.text, said: shown!.said }).toEqual({ text: MILL, said: null });
});
