import { describe, expect, test } from 'vitest';
import { type CastList, castList } from '../../../src/people/directory/cast.ts';
import { openDirectory } from '../../../src/people/directory/directory.ts';
import { findPeople } from '../../../src/people/people.ts';
import type { Alias } from '../../../src/people/person.ts';

const articles: Readonly<Record<string, readonly [published: string | null, text: string]>> = {
  harbour: ['2019-05-02', 'Acting Harbour Secretary Carla Vosberg met Mayor Omar Haddad. Vosberg smiled.'],
  bridge: [
    '2021-03-09',
    'Harbour Secretary Tomas Ruiz waited. His chief of staff Ruth Calloway left with Ruiz.',
  ],
  strike: [
    '2021-04-01',
    'A man from DHS met Ms. Vosberg. The Harbor Workers Union (HWU) was there with Lena Haddad.',
  ],
  dinner: [null, 'Mr. Haddad paid.'],
  rowing: [null, 'Mayor Edda Tan-Holt rowed. Senator Ivo B. Marr smiled.'],
  smuggling: [null, 'The National Counter-Smuggling Bureau said so. The Cart Owners Watch said nothing.'],
};

const lists = (): CastList[] =>
  Object.entries(articles).map(([id, [published, text]]) =>
    castList({ id, published, text }, findPeople(text), []),
  );

const open = (aliases: readonly Alias[] = []) => openDirectory(lists(), aliases);
const found = (typed: string, aliases?: readonly Alias[]) =>
  open(aliases)
    .find(typed, 5)
    .map(({ person }) => person.name);

describe('finding a name as members type it', () => {
  test.each([
    ['Carla Vosberg', 'Carla Vosberg'],
    ['vosberg', 'Carla Vosberg'],
    ['VOSBERG’s', 'Carla Vosberg'],
    ['vösberg', 'Carla Vosberg'],
    ['vossberg', 'Carla Vosberg'],
    ['vosbreg', 'Carla Vosberg'],
    ['the dhs', 'Department of Homeland Security'],
    ['homeland security', 'Department of Homeland Security'],
    ['hwu', 'Harbor Workers Union'],
    // Their initials, though no article has them; a word is none.
    ['NCSB', 'National Counter-Smuggling Bureau'],
    ['the ncsb', 'National Counter-Smuggling Bureau'],
    ['COW', 'Cart Owners Watch'],
    ['cow', undefined],
    // Nor is a middle name in short one of several names.
    ['ETH', 'Edda Tan-Holt'],
    ['IBM', undefined],
    ['tommy ruiz', undefined],
    ['acting harbour secretary', 'Carla Vosberg'],
    ['harbour secretary in 2021', 'Tomas Ruiz'],
    ["ruiz's chief of staff", 'Ruth Calloway'],
    ['zebulon pike', undefined],
    // Every object has one.
    ['constructor', undefined],
    ["constructor's secretary", undefined],
    ['', undefined],
  ])('%j', (typed, expected) => {
    expect(found(typed)[0]).toBe(expected);
  });

  test('says whether a name was typed as the corpus has it', () => {
    expect(open().find('vosberg', 1)[0]?.how).toBe('exact');
    expect(open().find('vosbreg', 1)[0]?.how).toBe('near');
  });
});

test('a surname of two people is a choice between them, and belongs to neither', () => {
  const matches = open().find('haddad', 5);
  const best = matches.filter(({ score, how }) => how === 'exact' && score === matches[0]?.score);
  expect(best.map(({ person }) => person.name)).toEqual(
    expect.arrayContaining(['Omar Haddad', 'Lena Haddad']),
  );
  expect(open().canonical('Haddad')).toBe('Haddad');
});

test('a surname that one person of the corpus has means them, in documents without a first name too', () => {
  expect(open().canonical('Vosberg')).toBe('Carla Vosberg');
  expect(open().record('Carla Vosberg')?.documents).toBe(2);
});

describe('what moderators rule goes before everything else', () => {
  test('two names merged are one person, found by either', () => {
    const aliases = [{ name: 'Carla Vosberg', aliases: ['Ruth Calloway'] }];
    expect(found('calloway', aliases)[0]).toBe('Carla Vosberg');
    expect(open(aliases).canonical('Ruth Calloway')).toBe('Carla Vosberg');
    expect(open(aliases).record('Carla Vosberg')?.documents).toBe(3);
  });
  test('a name kept apart is nobody else', () => {
    expect(open([{ name: 'Vosberg', aliases: [], apart: true }]).canonical('Vosberg')).toBe('Vosberg');
  });
  test('a hidden name is not found', () => {
    const aliases = [{ name: 'Ruth Calloway', aliases: [], hidden: true }];
    expect(found('Ruth Calloway', aliases)).not.toContain('Ruth Calloway');
    expect(open(aliases).canonical('Ruth Calloway')).toBeNull();
  });
});

test.each([
  ['vos', 'Carla Vosberg'],
  ['carla v', 'Carla Vosberg'],
  ['dh', 'Department of Homeland Security'],
  ['vossb', 'Carla Vosberg'],
])('%j completes to %s', (typed, expected) => {
  expect(open().complete(typed, 3)[0]?.person.name).toBe(expected);
});

test('with nothing typed, the most prominent come first', () => {
  expect(
    open()
      .complete('', 2)
      .map(({ person }) => person.documents),
  ).toEqual([2, 1]);
});

const within = (question: string) =>
  open()
    .namesIn(question)
    .map(({ span, matches }) => [question.slice(span.start, span.end), matches[0]?.person.name ?? null]);

test.each([
  [
    'what did vosberg say about the dhs?',
    [
      ['vosberg', 'Carla Vosberg'],
      ['the dhs', 'Department of Homeland Security'],
    ],
  ],
  ["did ruiz's chief of staff deny it?", [["ruiz's chief of staff", 'Ruth Calloway']]],
  ['who was harbour secretary in 2021', [['harbour secretary in 2021', 'Tomas Ruiz']]],
  ['What did Vosbreg deny?', [['Vosbreg', 'Carla Vosberg']]],
  ['What did Zebulon Pike say?', [['Zebulon Pike', null]]],
  ['Who denied the report on Monday?', []],
  ['may I ask who will lead?', []],
])('names in %j', (question, expected) => {
  expect(within(question)).toEqual(expected);
});

test('what the directory needs of a document survives being written as JSON', () => {
  const again = openDirectory(JSON.parse(JSON.stringify(lists())));
  expect([...again.all()]).toEqual([...open().all()]);
});

test('a word without end in a role keeps nobody from being found', () => {
  const role = { text: `${'a'.repeat(300_000)} director`, span: { start: 0, end: 1 } };
  const person = { name: 'Zyvo Pellam', type: 'person', forms: [], statements: 0, roles: [role] } as const;
  const directory = openDirectory([{ document: 'd', published: null, people: [person] }]);
  expect(directory.find('director', 5).map(({ person }) => person.name)).toEqual(['Zyvo Pellam']);
});
