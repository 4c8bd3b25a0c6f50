import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Attribution, Kind } from '../../src/attribution/attribution.ts';
import { extract } from '../../src/attribution/extract.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { root } from '../../src/root.ts';
import type { Span } from '../../src/text/span.ts';

/** What somebody who reads the article finds in it: source and content as they begin. */
type Row = readonly [
  kind: Kind,
  source: string | null,
  content: string,
  more?: { nested?: true; anonymous?: true; via?: string },
];

const ARTICLES: Readonly<Record<string, readonly Row[]>> = {
  '000_bbc4ccc2e3994ef7.txt': [
    ['claim', 'a new report from CNN', 'Trump told a top immigration official', { via: 'CNN' }],
    ['claim', 'individuals briefed on the matter', 'The president also promised', { anonymous: true }],
    ['quote', 'individuals briefed on the meeting', 'Trump told McAleenan that he', { anonymous: true }],
    ['denial', 'The administration', 'the report'],
    ['denial', 'the Department of Homeland Security', '“At no time has the President', { via: 'CNN' }],
    ['claim', 'The Hill', 'Trump told Border Patrol agents'],
    ['statement', 'Trump', 'to refuse to let any migrants', { nested: true, via: 'The Hill' }],
    ['dispute', 'Nielsen', 'the president’s suggestion'],
    ['quote', 'Trump', '“I don’t care,”'],
  ],
  '001_5fd2b49faa8a5c2b.txt': [
    ['claim', 'The Washington Post', 'The White House sought to punish'],
    ['quote', 'the Post', '“The White House told U.S. Immigration'],
    ['statement', 'DHS sources', 'that Trump himself had pressed', { anonymous: true, via: 'CNN' }],
    ['dispute', 'ICE', 'the idea'],
    ['quote', 'one congressional investigator', '“It was basically an idea', { anonymous: true }],
    ['quote', 'a senior DHS official', '“If we would have done that', { anonymous: true }],
  ],
  '002_5991628dadd4bca4.txt': [
    ['statement', 'Donald Trump', 'that Immigration and Customs Enforcement'],
    ['statement', 'the officials', 'The “family op,”', { anonymous: true }],
    ['statement', 'McAleenan', 'that an indiscriminate operation'],
    ['claim', 'He', 'that ICE should not devote'],
    ['quote', 'one person familiar', '“I know he has not approved', { anonymous: true }],
    ['quote', 'a second official', '“That’s our belief,”', { anonymous: true }],
    ['statement', 'The first official', 'McAleenan may have leaked it', { anonymous: true }],
    ['quote', 'A third official', 'McAleenan “cares more', { anonymous: true }],
  ],
  '003_31508e0416801ff4.txt': [
    ['statement', 'a report', 'Homeland Security Secretary Alejandro Mayorkas'],
    ['quote', 'Mayorkas', '“I am 100 percent against'],
    ['quote', 'he', '“It’s the opposite of what'],
    ['quote', 'he', '“I am now seeing cases'],
    ['quote', 'he', '“In all honesty'],
    ['statement', 'Mayorkas', 'the agent that he would take over'],
    ['quote', 'he', '“I know the jurisdictions'],
    ['quote', 'he', '“Every law enforcement agency'],
    ['statement', 'he', 'that the guidelines are not'],
    ['no-comment', 'The DHS', 'to comment'],
  ],
  '004_2e846e7793ac7719.txt': [
    ['statement', 'An official', 'that the department is working', { anonymous: true, via: 'HuffPost' }],
    ['statement', 'legal experts', 'Homan’s plan is likely', { anonymous: true }],
    ['statement', 'He', 'that ICE would dramatically'],
    ['statement', 'he', 'Public officials should be held'],
    ['no-comment', 'ICE', 'a request for more information'],
    ['quote', 'Homan', '“We’ve got to take these', { via: 'Fox News' }],
    ['quote', 'he', '“California better hold on tight,”'],
    ['claim', 'several legal experts', 'The big problem with Homan', { anonymous: true }],
    ['statement', 'Thomas Saenz', 'Laws merely limiting cooperation'],
  ],
};

const DENYING: readonly Kind[] = ['denial', 'dispute', 'no-comment'];

describe.each(Object.entries(ARTICLES))('%s', async (id, rows) => {
  const result = await readDocument(await readFile(path.join(root, 'data/articles', id)), id);
  if ('skipped' in result) throw new Error(result.skipped.key);
  const { text } = result.document;
  const begins = (spans: readonly Span[] | null, beginning: string | null) =>
    beginning === null ? !spans : text.startsWith(beginning, spans?.[0]?.start);
  const all = extract(text);
  const find = ([kind, source, content]: Row): Attribution | undefined =>
    all.find((each) => each.kind === kind && begins(each.source, source) && begins(each.content, content));

  for (const row of rows) {
    const [kind, source, content, more] = row;
    test(`has a ${kind} by ${source}: ${content}`, () => {
      expect(find(row)).toMatchObject({ nested: false, anonymous: false, via: null, ...more });
    });
  }

  test('denies, disputes and declines nothing else', () => {
    const expected = rows.filter(([kind]) => DENYING.includes(kind));
    expect(all.filter(({ kind }) => DENYING.includes(kind))).toHaveLength(expected.length);
  });
});
