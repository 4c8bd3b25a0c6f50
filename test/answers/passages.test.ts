import { expect, it } from 'vitest';
import { shownPassages } from '../../src/answers/passages.ts';
import { archiveWith } from '../support/archive.ts';

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
