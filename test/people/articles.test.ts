import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';
import { counterparts } from '../../src/people/counterparts/counterparts.ts';
import { findPeople } from '../../src/people/people.ts';
import { resolveSpeakers } from '../../src/people/speakers/resolve.ts';
import { root } from '../../src/root.ts';

const folder = path.join(root, 'data/articles');
const files = readdirSync(folder)
  .filter((file) => /^\d{3}_/.test(file))
  .sort();
const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
const spoken = (text: string) => resolveSpeakers(text, extract(text), findPeople(text));

/** Everybody who may be named as a speaker in each of the five articles, those first who must be. */
const SPEAKERS: readonly { readonly must: readonly string[]; readonly may: readonly string[] }[] = [
  {
    must: [
      'Donald Trump',
      'Kirstjen Nielsen',
      'Trump administration',
      'Department of Homeland Security',
      'The Hill',
    ],
    may: ['Jake Tapper', 'CNN', 'The Inquisitr', 'Mick Mulvaney'],
  },
  {
    must: ['Washington Post', 'Immigration and Customs Enforcement'],
    may: ['Donald Trump', 'White House', 'Stephen Miller', 'CNN'],
  },
  {
    must: ['Donald Trump', 'Kevin McAleenan', 'Washington Examiner'],
    may: ['White House', 'Washington Post', 'Immigration and Customs Enforcement'],
  },
  { must: ['Alejandro Mayorkas', 'Department of Homeland Security'], may: ['Washington Times', 'Joe Biden'] },
  {
    must: ['Thomas Homan', 'Thomas Saenz', 'Department of Justice', 'Immigration and Customs Enforcement'],
    may: ['Trump administration', 'Department of Homeland Security'],
  },
];

test.each(files.map((file, index) => [file, index] as const))(
  'the speakers of %s are the right ones',
  (_, index) => {
    const { must, may } = SPEAKERS[index]!;
    const found = new Set(spoken(texts[index]!).flatMap(({ speaker }) => speaker ?? []));
    expect([...found]).toEqual(expect.arrayContaining([...must]));
    expect([...found].filter((name) => !must.includes(name) && !may.includes(name))).toEqual([]);
  },
);

test('what the administration denies is tied to what was reported before', () => {
  const text = texts[0]!;
  const attributions = spoken(text);
  const tied = counterparts(text, attributions)
    .filter(({ denial }) => attributions[denial]!.speaker === 'Trump administration')
    .map(({ claim }) =>
      attributions[claim]!.content.map(({ start, end }) => text.slice(start, end)).join(' '),
    );
  expect(tied.some((claim) => claim.includes('would pardon him'))).toBe(true);
});
