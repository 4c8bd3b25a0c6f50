import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { inOtherWords } from '../../src/answers/names.ts';
import { verb } from '../../src/answers/question/verbs.ts';
import { readSpeaker } from '../../src/answers/speech/speaker.ts';
import { tellsOf } from '../../src/answers/speech/told.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'tolls.txt': `Weir Tolls To Double

Pia Lunt, president and counsel of the Eel Trust, said that eels pay no tolls.

Weir Board director Jorn Vik opened the gates in May. The rain came on Monday.

The old scales were sold to a museum in March.`,
  'quarry.txt': `Quarry Vote Splits Osk

Some masons and carters criticized Reeve Falk for opening the quarry, saying that it was a gift to Lund.

Mason Ora Venn called on the reeve to close the quarry for good. Carter Bo Rusk said the opening was nothing but a show for the quarry.

Falk spokesman Milo Ward played down the vote, saying that nobody had counted the carts.

The Falk campaign bought bread for the carters of Osk.`,
  'stairs.txt': `Stairs Of Tarn Closed

The paper took the guild to court over the key of the reporter Ines Roth. The paper’s lawyers argued that the decision to lock him out of the stairs broke the rule of the house.

The bakers went home.`,
  'mint.txt': `Mint Of Vedd Reopens

Mint Secretary Otto Marl told the former reeve that the coins were good. Marl praised the stamps.

Former Mint Secretary Lena Dray warned that the stamps would break. The furnace was cold.`,
  'weights.txt': `Weights Seized In Orm

The Orm Market Watch weighed every sack on Friday. Otto Hesk, the watch’s acting director, said that he would take the false weights to court.

“The scales of Orm lie,” Hesk said.`,
  'fair.txt': `Fair Of Orm Opens

Orm Market Watch Director Ruth Elm rode to the fair. She saw the bears.`,
  'border.txt': `Talks On The Ferry

Yara Holm said that the ferry would go to the US in the winter. The boats are old.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it.each([
  ['the head of the guild', 'the director of the guild'],
  ['the head of the guild', 'the president of the guild'],
  ['guild boss', 'guild chief'],
  ['counsel of the guild', 'lawyer of the guild'],
])('%s may be called %s', (typed, meant) => {
  expect(inOtherWords(typed)).toContain(meant);
});

it('the president of one body is not called its secretary, nor a baker anything else', () => {
  expect(inOtherWords('president of the guild')).toEqual([]);
  expect(inOtherWords('the baker of Osk')).toEqual([]);
});

it.each([
  'who runs the Eel Trust',
  'who is in charge of the Eel Trust?',
  'who’s the head of the eel trust',
  'who is the boss of the Eel Trust',
])('%s: whoever is at the head of it, whatever they are called', async (question) => {
  expect(await firstExcerpt(archive, question)).toContain('Pia Lunt, president and counsel of the Eel Trust');
});

it('who runs what has nobody at its head is not told by somebody else', async () => {
  expect(await firstExcerpt(archive, 'who runs the guild')).toBe('no-evidence');
  // A director of another board, beside eels.
  expect(await firstExcerpt(archive, 'who is the head of the eel board')).toBe('no-evidence');
});

it('what somebody does who is asked for by their office may be told by their name', () => {
  const record = { told: null, aliases: [], statements: 2, documents: 1, roles: [], type: 'person' as const };
  const vik = readSpeaker('the weir board director', { ...record, name: 'Jorn Vik', called: 'Jorn Vik' });
  const hopes = verb('hope');
  expect(tellsOf('At the dinner Vik expressed an interest in eels.', vik, hopes)).toBe(true);
  expect(tellsOf('At the dinner Falk expressed an interest in eels.', vik, hopes)).toBe(false);
});

it('who held an office is not who holds it', async () => {
  expect(await firstExcerpt(archive, 'what did the former mint secretary say about the stamps')).toContain(
    'Lena Dray warned',
  );
});

it('critics are those who criticise', async () => {
  expect(await firstExcerpt(archive, 'what did critics of the reeve say about opening the quarry')).toContain(
    'a gift to Lund',
  );
});

it('whoever calls on somebody does not call anything something', async () => {
  expect(await firstExcerpt(archive, 'who called the quarry opening a show')).toContain('nothing but a show');
  expect(await firstExcerpt(archive, 'who called for the quarry to be closed')).toContain(
    'called on the reeve',
  );
});

it('a campaign speaks through the spokesman of whose it is', async () => {
  expect(await firstExcerpt(archive, 'what was the Falk campaign’s reaction to the vote')).toContain(
    'nobody had counted the carts',
  );
});

it('whom a statement is about may be named in the sentence before it', async () => {
  expect(await firstExcerpt(archive, 'what did the paper’s lawyers argue about Ines Roth')).toContain(
    'broke the rule of the house',
  );
});

it('the US is a country that the articles know', async () => {
  const found = await answer(archive, 'what did Holm say about when the US ferry would go');
  expect(found.status).toBe('answered');
});

it('an office whose holder says nothing of it may be that of somebody else', async () => {
  expect(
    await firstExcerpt(archive, 'what did the Orm Market Watch director say about false weights'),
  ).toContain('take the false weights to court');
});
