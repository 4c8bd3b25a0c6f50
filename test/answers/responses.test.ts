import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'locks.txt': `The Locks Of Varn

The steward Hanna Brekke pushed back when Reeve Olaf Tveit wanted to shut the locks, and told him that the law forbids it.

“Then change the law,” Tveit responded.

Tveit warned on Friday that open locks put children at risk.

The pilot Jon Aas rowed home.`,
  'barrels.txt': `Barrels For The Fair Of Varn

“The barrels for the fair are full of good herring,” the cooper Bo Rhee said on Monday. He named three prices.

The fair begins in May. It has been held since the old bridge fell, and the carts come from all over the valley.

The baker Ilse Vang said on Sunday that the price of the herring was a scandal. She called for a cheaper fair.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

describe('what somebody answers is found, whatever what they answer is called', () => {
  it.each([
    'How did Tveit answer Brekke’s objection?',
    'how did tveit respond to brekke’s pushback',
    'how did Tveit react when Brekke objected',
  ])('%s', async (question) => {
    expect(await firstExcerpt(archive, question)).toContain('Then change the law');
  });

  it('but not where they do not', async () => {
    expect((await answer(archive, 'How did Jon Aas respond to the objection?')).status).toBe('nothing');
  });

  it('nor by what they say far from whomever they are to answer', async () => {
    expect((await answer(archive, "How did Bo Rhee answer Vang's charge on the herring?")).status).toBe(
      'nothing',
    );
    expect(await firstExcerpt(archive, 'What did Bo Rhee say about the herring?')).toContain('good herring');
  });

  it('and whether they ever did is not told by whatever they say of it', async () => {
    expect((await answer(archive, 'Did Rhee ever respond to the herring story?')).status).toBe('nothing');
    expect(await firstExcerpt(archive, 'Did Tveit ever respond to the objection?')).toContain('responded');
  });
});

it('children are meant by another word for a child', async () => {
  expect(await firstExcerpt(archive, 'what has tveit warned about kids')).toContain('children at risk');
});
