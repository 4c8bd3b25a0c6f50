import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'palace.txt': `Prince Oskar Speaks Of The Island

Prince Oskar spoke to the Gull for an hour on Tuesday. Editor Runa Falk was there.

The Gull asked him about the claims of Ms Marr that he dined with her on the island in May. Lina Marr, a baker, told a court of it last year.

The prince answered: “It didn’t happen. I know nothing of any such supper.”

Runa Falk printed it all.`,
  'dam.txt': `Dam Of Lund To Be Raised

Sen. Tomas Ruiz, who has a boat there, said on Monday that he would stop the work on the dam in court.

The council met in the school. It was cold there, Sen. Edo Tamm said.

“The dam is no place for a school trip,” said Vera Stahl, head of the Lund Anglers Society.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

describe('somebody is found by what they are', () => {
  it.each([
    ['which senator threatened to stop the work on the dam', 'stop the work'],
    ['what did the anglers society lady say about the dam', 'no place for a school trip'],
    ['what did Prince Oskar answer', 'any such supper'],
  ])('%s', async (question, told) => {
    expect(await firstExcerpt(archive, question)).toContain(told);
  });
});

describe('a denial', () => {
  it('may name whom it is about by the surname only', async () => {
    expect(await firstExcerpt(archive, 'did Prince Oskar deny having dined with Lina Marr')).toContain(
      'It didn’t happen',
    );
  });
});
