import { beforeAll, describe, expect, it } from 'vitest';
import { claims } from '../../commands/claims.ts';
import { answer } from '../../src/answers/ask.ts';
import { onRecord } from '../../src/answers/record.ts';
import type { Archive } from '../../src/archive/archive.ts';
import type { Context } from '../../src/command.ts';
import { archiveWith } from '../support/archive.ts';

const DIRECTOR = 'Marcus Bell (director of the Coastal Relief Office)';
const BOY = 'Marcus Bell (aged 16)';

let archive: Archive;

beforeAll(async () => {
  archive = await archiveWith({
    'levees.txt':
      'Levees will hold, relief office says\n\nMarcus Bell, the director of the Coastal Relief Office, said on Monday that the levees would hold through the winter. Bell claimed that nobody had been warned.\n',
    'school.txt':
      'Boy hit by car on school road\n\nMarcus Bell, 16, was walking home from school when a car hit him on Friday. Bell said that he remembered nothing of the crash.\n',
  });
});

const speakers = (found: Awaited<ReturnType<typeof answer>>) =>
  found.status === 'answered' ? [...new Set(found.excerpts.map(({ said }) => said?.speaker))] : [];

describe('a question about a name that two bear', () => {
  it.each([
    ['what did Marcus Bell say about the levees?', DIRECTOR, BOY],
    ['what did marcus bell say about the crash?', BOY, DIRECTOR],
    ['who is Marcus Bell?', DIRECTOR, BOY],
  ])('%s is answered about one, the other being a choice', async (question, one, other) => {
    const found = await answer(archive, question);
    expect(found.choice).toMatchObject({ called: 'Marcus Bell', name: one, rather: null });
    expect(found.choice!.others.map(({ name }) => name)).toEqual([other]);
    expect(speakers(found)).toEqual([one]);
  });

  it('is about the one that it tells', async () => {
    const found = await answer(archive, `what did ${BOY} say?`);
    expect(found.choice).toBeUndefined();
    expect(speakers(found)[0]).toBe(BOY);
    expect(speakers(found)).not.toContain(DIRECTOR);
  });

  it('goes on with the one it was answered about', async () => {
    const found = await answer(archive, 'and Marcus Bell?', ['what did Ida Holt say about the levees?']);
    expect(speakers(found)).toEqual([DIRECTOR]);
  });
});

it('a list by a name that two bear is that of whoever is on it, with the same list of the other as a choice', async () => {
  const found = await onRecord(archive, { kinds: ['claim'], by: 'marcus bell', about: undefined });
  expect(speakers(found)).toEqual([DIRECTOR]);
  const reply = await claims.run({ by: 'marcus bell' }, { archive } as Context);
  expect(reply.suggestions).toEqual([{ label: BOY, detail: null, command: 'claims', values: { by: BOY } }]);
  expect(reply.data).toEqual({ choice: { called: 'Marcus Bell', name: DIRECTOR, others: [BOY] } });
});
