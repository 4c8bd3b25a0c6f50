import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'barge.txt': `Barge Aground At Lund

The two young skippers of the barge told the reeve that the lamp of the quay was out. A Danish engineer of the harbour, who asked not to be named, said the lamp had been out for a week.

Clara Moor, the senior engineer of the harbour, opened an inquiry on Monday. The diver Paul Brandt found the anchor of the barge after two days of work in the mud.

A dredger who waited at the quay pulled the barge free.`,
  'mill.txt':
    'The mill of Osk was closed in May. The flour was old, and the miller left for the hills of Sand.',
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it.each([
  'what are the names of the two young skippers of the barge?',
  'Whats the name of the skipper who told the reeve about the lamp',
  'What is the name of the Danish engineer of the harbour?',
  'What was the name of the dredger who pulled the barge free?',
])('nobody’s name is told where the article does not have it: %s', async (question) => {
  expect((await answer(archive, question)).status).toBe('nothing');
});

it.each([
  ['What is the name of the diver who found the anchor?', 'Paul Brandt'],
  ['what was the name of the senior engineer who opened an inquiry', 'Clara Moor'],
  ['What is the name of the young diver who found the anchor?', 'Paul Brandt'],
])('a name beside what somebody is tells it: %s', async (question, name) => {
  const found = await answer(archive, question);
  expect(found.status === 'answered' && found.excerpts[0]?.text).toContain(name);
});
