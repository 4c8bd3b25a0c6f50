import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { verb } from '../../../src/answers/question/verbs.ts';
import { readSpeaker } from '../../../src/answers/speech/speaker.ts';
import { tellsOf } from '../../../src/answers/speech/told.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { terms } from '../../../src/search/words.ts';
import { archiveWith, firstExcerpt } from '../../support/archive.ts';

const ARTICLES = {
  'fee.txt': `Fee At The Quay

“A fee of two crowns may please the people on the council, the people at the mill and the people who own the carts, for the quay has not been mended in years, and nobody else will pay for the stones and the planks before the storms come up the sound. The market women of Lund bring fish and eggs across every morning, with a boy to carry the baskets, and they go home in the afternoon when the bell of the chapel has rung and the last boat leaves the quay. A second fee would be too dear for older people, and half of the stalls would stand empty by the first snow,” said Timo Jarn, who keeps the toll book.

The skippers want to see what Oskar Melk says about the fee. Melk has read it all.`,
  'dyke.txt': `Dyke To Be Raised

“The old mill of Lund will stand for a hundred years,” said mayor Hedda Rung. She declined to say whether Lund will sell the mill.

“We discuss no negotiations,” said clerk Nils Ode.`,
  'sluice.txt': `Man Held In Lund

Aaron Vesk, who broke the sluice gate of Lund, told the reeve on Monday that he heard bells.

Jutta Hald told the reeve that she left because the mill was cold.`,
  'carts.txt': `Carts For The Winter

According to the Osk Ledger, the draft went on to name the millers, a reference to which Tilda Moor objected because “we don’t want to name anybody.” Moor objected to a line that the clerks wrote, “The guild has made many carts,” and she left.

“I promise more watchmen for the ferry,” said the steward Ilse Prahm. The bell was rung twice.`,
  'vote.txt': `Vote In The Moot

Piet Harl rejected the last winter ration in the moot of Osk because he believes that too much grain is given away.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const first = (question: string) => firstExcerpt(archive, question);

it('an excerpt of a long quotation is cut by the words that tell, not by "people"', async () => {
  expect(await first('what did Jarn say about older people')).toContain('too dear for older people');
});

it('that others want to see what somebody says does not tell it', async () => {
  expect(await first('what did Oskar Melk say about the fee')).not.toContain('what Oskar Melk says');
});

it('whether somebody says why is told by a reason only', async () => {
  expect(await first('did Aaron Vesk say why he did it')).not.toContain('bells');
  expect(await first('did Jutta Hald say why she left')).toContain('because the mill was cold');
});

it('whether somebody warned or promised is not told by what else they said', async () => {
  expect((await answer(archive, 'did Hedda Rung warn')).status).toBe('nothing');
  expect((await answer(archive, 'did Hedda Rung promise')).status).toBe('nothing');
  expect(await first('what did Hedda Rung say')).toContain('will stand');
});

it('a text is about somebody by their surname, and about a body by any of its words', () => {
  const record = { told: null, aliases: [], statements: 0, documents: 1, roles: [] };
  const person = { ...record, name: 'Mo Brandt', called: 'Mo Brandt', type: 'person' as const };
  expect(readSpeaker('mo brandt', person).telling).toEqual(terms('Brandt'));
  const body = { ...record, name: 'Osk Guild', called: 'Osk Guild', type: 'organisation' as const };
  expect(readSpeaker('the guild', body).telling).toEqual(terms('Osk Guild'));
});

it('whether somebody told what is left open is answered first by their declining to', async () => {
  expect(await first('did Rung say whether Lund will sell the old mill')).toContain('declined to say');
  expect(await first('what did Rung say about the mill')).toMatch(/^“The old mill/);
});

it('what somebody said of a thing is found where they call it by another word for the same', async () => {
  expect(await first('what did Nils Ode say about the talks')).toContain('negotiations');
});

it('what somebody will say is told by the very verb', () => {
  const record = { told: null, aliases: [], statements: 0, documents: 1, roles: [] };
  const dorn = { ...record, name: 'Wenzel Dorn', called: 'Wenzel Dorn', type: 'person' as const };
  const speaker = readSpeaker('Dorn', dorn);
  expect(tellsOf('The new reeve Wenzel Dorn will ask the guild for carts.', speaker, verb('ask'))).toBe(true);
  expect(tellsOf('Wenzel Dorn left, and some ask the guild for carts.', speaker, verb('ask'))).toBe(false);
});

it('what is told of somebody by the very verb is shown though another tells it', async () => {
  const found = await answer(archive, 'Why did Moor object to naming the millers?');
  const texts = found.status === 'answered' ? found.excerpts.map(({ text }) => text) : [];
  expect(texts.some((text) => text.includes('we don’t want to name anybody'))).toBe(true);
});

it('how many somebody promised is not told by a promise without a number', async () => {
  expect((await answer(archive, 'How many watchmen did Ilse Prahm promise for the ferry?')).status).toBe(
    'nothing',
  );
  expect(await first('What did Ilse Prahm promise?')).toContain('more watchmen');
});

it('a short form that no article has stands for words with its letters as their initials', async () => {
  expect(await first("Why did Piet Harl reject the moot's WR?")).toContain('because he believes');
});
