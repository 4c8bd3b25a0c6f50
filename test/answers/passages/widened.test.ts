import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { LONGEST } from '../../../src/search/reading.ts';
import { archiveWith } from '../../support/archive.ts';

const ARTICLES = {
  'weir.txt': `Weir At Osk To Be Closed

Bailiff Greta Lomm told the moot that closing the weir would break the charter of the millers. “I do not read charters,” Reeve Anton Sell answered.

The eels come up the river in June, and the boys of the village catch them in baskets of willow.`,
  'toll.txt': `Toll On The Bridge

Hanne Brill, a miller, said on Friday that she is against the toll on the bridge.

“It takes a crown from everybody who carries flour to the market, and it gives nothing back,” Brill said.

Carter Olaf Reem said that the moot has no ear for anybody who owns a horse.`,
  'kiln.txt': `Kiln To Be Lit Again

The guild of potters said on Monday that the kiln will be lit again. ${'The kiln has a chimney of brick, a door of iron, '.repeat(8)}and a bell.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const excerpts = async (question: string) => {
  const found = await answer(archive, question);
  return found.status === 'answered' ? found.excerpts : [];
};

it('a statement is shown with the reply to it that is asked for', async () => {
  const [first] = await excerpts(
    'what did Anton Sell answer when Lomm told the moot of the charter of the millers',
  );
  expect(first?.text).toContain('would break the charter');
  expect(first?.text).toContain('“I do not read charters,”');
});

it('a statement is shown with what the same speaker goes on to say, which is not shown again', async () => {
  const [first, ...others] = await excerpts('why is Brill against the toll');
  expect(first).toMatchObject({ said: { speaker: 'Hanne Brill' } });
  expect(first?.text).toContain('against the toll');
  expect(first?.text).toContain('takes a crown from everybody');
  expect(others.map(({ text }) => text).join()).not.toContain('takes a crown');
});

it('nobody is shown with what others say of whom the question says nothing', async () => {
  const [first] = await excerpts('what did Hanne Brill say about the toll');
  expect(first?.text).not.toContain('Reem');
  expect(first?.text).not.toContain('no ear');
});

it('a statement is shown with no more than an excerpt holds', async () => {
  const [first] = await excerpts('what did the guild of potters say about the chimney of the kiln');
  expect(first?.text).toContain('a chimney of brick');
  expect(first?.text.length).toBeLessThanOrEqual(LONGEST);
  expect(first?.cut).toEqual({ before: false, after: true });
});
