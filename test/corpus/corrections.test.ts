import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { corrected, readCorrections } from '../../src/corpus/corrections.ts';
import { parseCorrections } from '../../src/corpus/parse-corrections.ts';
import { documentOf, folderOf, inEnglish } from './fixtures.ts';

const YAML = `
metadata:
  a.txt:
    title: Harbour to close
    outlet: null
    published: 2021-03-04
    url: https://gazette.example/harbour
aliases:
  - name: Marwick Harbour Authority
    type: organisation
    aliases: [MHA, the authority]
  - name: Bea Roe
    aliases: [Beatrice Roe]
`;

it('corpus.yaml adds and corrects metadata and names', async () => {
  const folder = await folderOf({ 'corpus.yaml': YAML });
  const corrections = await readCorrections(folder);
  expect(corrections.problems).toEqual([]);
  expect(corrections.aliases).toEqual([
    { name: 'Marwick Harbour Authority', type: 'organisation', aliases: ['MHA', 'the authority'] },
    { name: 'Bea Roe', aliases: ['Beatrice Roe'] },
  ]);
  const document = {
    ...(await documentOf('He left, said Hale.', 'a.txt')),
    outlet: 'Gazette',
    author: 'Ada Penrose',
  };
  expect(corrected(document, corrections)).toEqual({
    ...document,
    title: 'Harbour to close',
    outlet: null,
    published: '2021-03-04',
    url: 'https://gazette.example/harbour',
  });
  expect(corrected({ ...document, id: 'b.txt' }, corrections)).toEqual({ ...document, id: 'b.txt' });
});

it.each([
  ['UTF-16', Buffer.from('\ufeffaliases:\r\n- {name: José Núñez, aliases: [Pepe]}\r\n', 'utf16le')],
  ['windows-1252', Buffer.from('aliases:\n- {name: José Núñez, aliases: [Pepe]}\n', 'latin1')],
])('corpus.yaml may be in %s, as an article may', async (_, bytes) => {
  const { aliases, problems } = await readCorrections(await folderOf({ 'corpus.yaml': bytes }));
  expect(problems).toEqual([]);
  expect(aliases).toEqual([{ name: 'José Núñez', aliases: ['Pepe'] }]);
});

it('corpus.yaml of nothing corrects nothing, and one of no text is named', async () => {
  expect((await readCorrections(await folderOf({ 'corpus.yaml': ' \n' }))).problems).toEqual([]);
  const { problems } = await readCorrections(await folderOf({ 'corpus.yaml': Buffer.from([0, 1]) }));
  expect(problems.map(inEnglish)).toEqual(['is binary, not text']);
});

it('a folder without corpus.yaml has no corrections', async () => {
  expect(await readCorrections(await folderOf({}))).toEqual({
    metadata: new Map(),
    aliases: [],
    problems: [],
  });
});

it('corpus.yaml that is a link out of the folder is not followed', async () => {
  const outside = await folderOf({ 'other.yaml': YAML });
  const folder = await folderOf({});
  await symlink(path.join(outside, 'other.yaml'), path.join(folder, 'corpus.yaml'));
  const { problems, aliases } = await readCorrections(folder);
  expect(problems.map(inEnglish)).toEqual(['is a link out of the folder, which is not followed']);
  expect(aliases).toEqual([]);
});

/** What is wrong, how it is told, and whether the rest of the file still holds. */
const PROBLEMS: readonly (readonly [problem: string, yaml: string])[] = [
  [
    'metadata → b.txt → titel is not known; known are title, outlet, author, published, url',
    `${YAML}\n`.replace('aliases:', '  b.txt: {titel: x}\naliases:'),
  ],
  [
    'metadata → b.txt → published must be a date such as 2019-04-13',
    YAML.replace('aliases:', '  b.txt: {published: soon}\naliases:'),
  ],
  [
    'metadata → b.txt → url must be an address that begins with https:// or http://',
    YAML.replace('aliases:', '  b.txt: {url: "javascript:x"}\naliases:'),
  ],
  ['metadata → b.txt must be fields, such as "title: …"', YAML.replace('aliases:', '  b.txt: 5\naliases:')],
  ['aliases → 3 → aliases must hold at least one other name', `${YAML}  - {name: X, aliases: []}`],
  ['aliases → 3 → type must be person or organisation', `${YAML}  - {name: X, type: dog, aliases: [Y]}`],
  ['aliases → 3 must be an entry with a name and aliases', `${YAML}  - 5`],
  ['names is not known; known are metadata and aliases', `${YAML}names: []`],
];

it.each(PROBLEMS)('an error is told and stops nothing else: %s', (problem, yaml) => {
  const corrections = parseCorrections(yaml);
  expect(corrections.problems.map(inEnglish)).toEqual([problem]);
  expect(corrections.metadata.get('a.txt')).toMatchObject({ title: 'Harbour to close' });
  expect(corrections.aliases).toHaveLength(2);
});

it.each([
  ['is not valid YAML: ', 'metadata: [1'],
  [
    'is not valid YAML: ',
    'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ],
  ['the file must be fields', '- 1'],
])('a file that %s… is told as such', (problem, yaml) => {
  expect(parseCorrections(yaml).problems.map(inEnglish).join()).toContain(problem);
});

it('names like those of the language’s own objects do no harm', () => {
  const { metadata } = parseCorrections(
    'metadata:\n  __proto__: {title: X}\n  constructor: {title: Y, __proto__: {a: 1}}',
  );
  expect(metadata.get('constructor')).toEqual({ title: 'Y' });
  expect(({} as { title?: string }).title).toBeUndefined();
});
