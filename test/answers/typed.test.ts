import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { onRecord } from '../../src/answers/record.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'dam.txt': `Dam Of Lund To Be Closed

The Tarn Herald reported on Monday that the dam of Lund would be closed. The town council denied the report.

Theresa May, a dam keeper, said the walls had cracks. Mrs May said on Tuesday that the sluice was safe.

The dam commissioner Ines Falk said nobody had looked at the gates. The former dam commissioner Udo Lenz was not asked.

“It will not pay for the gates,” the Brackwater Water Board said of the town.

The Brackwater Water Board reiterated that it would not lend money to Falk. Udo Lenz supports the closing of the dam.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

async function texts(question: string): Promise<string[]> {
  const found = await answer(archive, question);
  return found.status === 'answered' ? found.excerpts.map(({ text }) => text) : [];
}

describe('who holds an office', () => {
  it.each(['who is the dam commissioner', 'dam commissioner'])(
    '%s: first who holds it, then who held it',
    async (question) => {
      const [first, second] = await texts(question);
      expect(first).toContain('Ines Falk');
      expect(second).toContain('Udo Lenz');
    },
  );
});

it('somebody may be called like a month', async () => {
  const found = await answer(archive, 'what did may say about the sluice');
  expect(found.status === 'answered' && found.excerpts[0]).toMatchObject({
    said: { speaker: 'Theresa May' },
    text: expect.stringContaining('the sluice was safe'),
  });
});

it('who reported something is not who denied the report', async () => {
  expect((await texts('who reported that the dam would be closed'))[0]).toContain('The Tarn Herald reported');
});

it('what else is said of a thing does not tell who leaked it', async () => {
  expect(await texts('who leaked the gates')).toEqual([]);
});

it('a slip of the keyboard is mended and told', async () => {
  const found = await answer(archive, 'who denied the reprot');
  expect(found.taken).toEqual([{ typed: 'reprot', name: 'report' }]);
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('denied the report');
});

it('whether somebody does something is told by what they say of it', async () => {
  expect((await texts('will the Brackwater Water Board lend Falk money'))[0]).toContain('would not lend');
});

it('no excerpt shows again what stands in another', async () => {
  const shown = await texts('who is the dam commissioner');
  for (const [at, text] of shown.entries())
    expect(shown.slice(at + 1).filter((other) => text.includes(other))).toEqual([]);
});

it('a list without such statements shows the others on its topic as related', async () => {
  const found = await onRecord(archive, { kinds: ['denial'], by: undefined, about: 'sluice' });
  expect(found.status).toBe('nothing');
  expect(found.related.map(({ text }) => text)).toEqual([expect.stringContaining('the sluice was safe')]);
});
