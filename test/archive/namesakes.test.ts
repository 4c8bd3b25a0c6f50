import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open.ts';
import { folderOf, NOTHING } from './folder.ts';

const LEVEES = `Levees will hold, relief office says

Marcus Bell, the director of the Coastal Relief Office, said on Monday that the levees would hold through the winter. “Nobody needs to leave,” Bell told reporters.
`;
const SCHOOL = `Boy hit by car on school road

Marcus Bell, 16, was walking home from school when a car hit him on Friday. Bell said that he remembered nothing.
`;
const DIRECTOR = 'Marcus Bell (director of the Coastal Relief Office)';
const BOY = 'Marcus Bell (aged 16)';

const saidBy = async (archive: Archive, by: string) =>
  (await archive.attributions({ by, limit: 9 })).map(({ document, attribution }) => [
    document,
    attribution.speaker,
  ]);

/** What is known of everybody called Bell, and who says what. */
const known = async (archive: Archive) => ({
  people: await archive.people('marcus bell', 9),
  offered: await archive.complete('person', 'bell', 9),
  said: await archive.attributions({ limit: 50 }),
});

it('keeps what two people of one full name said apart, and offers both', async () => {
  const archive = await openArchive({ corpus: folderOf({ 'levees.txt': LEVEES, 'school.txt': SCHOOL }) });
  expect(await saidBy(archive, DIRECTOR)).toEqual([
    ['levees.txt', DIRECTOR],
    ['levees.txt', DIRECTOR],
  ]);
  expect(await saidBy(archive, BOY)).toEqual([['school.txt', BOY]]);
  expect(await archive.count({ by: DIRECTOR })).toBe(2);
  expect((await archive.complete('person', 'marcus', 9)).map(({ label }) => label)).toEqual([
    'Marcus Bell · director of the Coastal Relief Office · 2',
    'Marcus Bell · aged 16 · 1',
  ]);
});

it('knows the same of them after one article more as after reading all of them', async () => {
  const corpus = folderOf({ 'levees.txt': LEVEES });
  const archive = await openArchive({ corpus });
  expect((await archive.people('marcus bell', 9)).map(({ person }) => person.name)).toEqual(['Marcus Bell']);
  writeFileSync(path.join(corpus, 'school.txt'), SCHOOL);
  await archive.reindex();
  const whole = await openArchive({ corpus: folderOf({ 'levees.txt': LEVEES, 'school.txt': SCHOOL }) });
  expect(await known(archive)).toEqual(await known(whole));

  rmSync(path.join(corpus, 'school.txt'));
  await archive.reindex();
  expect(await saidBy(archive, 'Marcus Bell')).toHaveLength(2);
  expect(await saidBy(archive, DIRECTOR)).toHaveLength(2);
});

it('takes them for one where moderators say so, and keeps to it', async () => {
  const corpus = folderOf({ 'levees.txt': LEVEES, 'school.txt': SCHOOL });
  const overrides = { ...NOTHING, merged: new Map([[BOY, DIRECTOR]]) };
  const archive = await openArchive({ corpus });
  await archive.override(overrides);
  expect(await saidBy(archive, 'Marcus Bell')).toHaveLength(3);
  writeFileSync(path.join(corpus, 'levees.txt'), LEVEES.replace('the winter', 'the spring'));
  await archive.reindex();
  expect(await saidBy(archive, 'Marcus Bell')).toHaveLength(3);
  await archive.close();

  const again = await openArchive({ corpus, overrides });
  expect(await saidBy(again, BOY)).toHaveLength(3);
  await again.override(NOTHING);
  expect(await saidBy(again, BOY)).toEqual([['school.txt', BOY]]);
});
