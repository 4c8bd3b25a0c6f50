import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { inOneWord } from '../../../src/answers/question/phrasal.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../../support/archive.ts';

const ARTICLES = {
  'weir.txt': `The Weir Of Tollen

The miller Anso Berg proposed on Monday that the council sell the weir. The council rejected the offer on Tuesday.

“Nobody sells a river,” said the clerk Runa Holm.

Holm did not respond to a request for comment on the price of the eels.

The fisher Odd Karsten criticised Berg for asking. Two carters who had seen the letter confirmed Karsten's account.`,
  'bridge.txt': `A Toll On The Bridge

The reeve Tyra Lund promised the carters on Friday that the bridge would stay free.

Asked about the toll on Sunday, the reeve said that she had never read the letter.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

describe('a verb of several words is read as the one that reports the same', () => {
  it.each([
    ['who turned it down', 'who rejected it'],
    ['did Holt turn the whole idea down', 'did Holt reject the whole idea'],
    ['who shot down the idea', 'who rejected the idea'],
    ['who called Holt out for lying', 'who criticized Holt for lying'],
    ['who made the claim that Holt lied', 'who claimed that Holt lied'],
    ['who issued a denial', 'who denied'],
    ['who stayed silent on the toll', 'who declined to comment on the toll'],
    ['did Holt dodge the question', 'did Holt decline to comment on'],
  ])('%s', (said, meant) => {
    expect(inOneWord(said)).toBe(meant);
  });

  it.each([
    'who shot down the drone',
    'why did the guild turn down the offer',
    'who called on Holt to get out',
    'who made the boat',
  ])('but not %s', (said) => {
    expect(inOneWord(said)).toBe(said);
  });
});

describe('in an article', () => {
  it.each([
    ['Did the council turn the offer down?', 'rejected the offer'],
    ['who shot down the offer', 'rejected the offer'],
    ['who dodged questions about the eels', 'did not respond'],
    ['who called Berg out', 'criticised Berg'],
    ['who backed up Karsten’s story', 'confirmed Karsten'],
    ['did lund make a promise to the carters', 'would stay free'],
  ])('%s', async (question, told) => {
    expect(await firstExcerpt(archive, question)).toContain(told);
  });

  it('nobody turned down what nobody is told to have refused', async () => {
    expect((await answer(archive, 'Did Runa Holm turn down a seat in parliament?')).status).toBe('nothing');
  });
});

describe('a slip in a word of reporting is mended, though no article has that word', () => {
  it.each([
    ['who critisized berg', 'criticised Berg'],
    ['who refuzed to comment on the eels', 'did not respond'],
    ['what did lund promisse the carters', 'would stay free'],
  ])('%s', async (question, told) => {
    expect(await firstExcerpt(archive, question)).toContain(told);
  });

  it('and said', async () => {
    const { taken } = await answer(archive, 'who critisized berg');
    expect(taken).toContainEqual({ typed: 'critisized', name: 'criticized' });
  });

  it('but not where the question is on no speech', async () => {
    const { taken } = await answer(archive, 'when was the weir defunded');
    expect(taken).toEqual([]);
  });
});
