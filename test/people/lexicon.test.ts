import { describe, expect, test } from 'vitest';
import { figure, gazetteer } from '../../src/people/gazetteer.ts';
import {
  FIGURES,
  genderOfGivenName,
  genderOfRole,
  INSTITUTIONS,
  isPlace,
  placesInBoth,
  sameGivenName,
} from '../../src/people/lexicon.ts';
import { findPeople } from '../../src/people/people.ts';
import { read } from '../../src/people/reading.ts';
import { slice } from '../../src/text/span.ts';

describe('the table of institutions', () => {
  test.each(INSTITUTIONS.flatMap(({ names }) => names.map((form) => [form, names[0]!] as const)))(
    '%s is %s',
    (form, full) => {
      const found = gazetteer([]).match(read(`${form} `), 0);
      expect(found?.entry.name).toBe(full);
    },
  );

  test('gives no name to two of them', () => {
    const forms = INSTITUTIONS.flatMap(({ names }) => names);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });
});

test.each(FIGURES.flatMap(({ names }) => names.slice(1).map((form) => [form, names[0]!] as const)))(
  'somebody called %s alone is %s',
  (form, full) => {
    expect(figure(form)).toBe(full);
  },
);

test('a surname that a document gives another first name is not the famous one', () => {
  expect(findPeople('Lena Merkel baked. Merkel sold bread.').map(({ name }) => name)).toEqual([
    'Lena Merkel',
  ]);
  // Who gets a first name later is another.
  expect(findPeople('Merkel spoke. She met Lena Merkel. Merkel left.').map(({ name }) => name)).toEqual([
    'Angela Merkel',
    'Lena Merkel',
  ]);
});

test.each([
  ['Ruth', 'female'],
  ['Bernie', 'male'],
  ['Jordan', null],
])('the first name %s tells %s', (name, gender) => {
  expect(genderOfGivenName(name)).toBe(gender);
});

test('titles and roles tell a gender, and places are places', () => {
  expect([genderOfRole('spokeswoman'), genderOfRole('mr'), genderOfRole('editor')]).toEqual([
    'female',
    'male',
    null,
  ]);
  expect([isPlace('Texas'), isPlace('French'), isPlace('Ruth')]).toEqual([true, true, false]);
});

test.each([
  ['Mike', 'Michael', true],
  ['J.', 'James', true],
  ['Mike', 'Mark', false],
])('%s and %s may be one person: %s', (a, b, same) => {
  expect(sameGivenName(a, b)).toBe(same);
});

describe('what moderators rule holds within a document', () => {
  const names = (text: string, aliases: Parameters<typeof findPeople>[1]) =>
    findPeople(text, aliases).map(({ name }) => name);
  test('another name of somebody', () => {
    expect(names('The Iron Mayor spoke.', [{ name: 'Carla Vosberg', aliases: ['Iron Mayor'] }])).toEqual([
      'Carla Vosberg',
    ]);
  });
  test('an organisation with its abbreviation', () => {
    const aliases = [{ name: 'Harbor Workers Union', type: 'organisation' as const, aliases: ['HWU'] }];
    expect(names('On Monday the HWU met.', aliases)).toEqual(['Harbor Workers Union']);
  });
  test('a hidden name', () => {
    expect(
      names('Then Carla Vosberg spoke.', [{ name: 'Carla Vosberg', aliases: [], hidden: true }]),
    ).toEqual([]);
  });
});

test.each([
  ['what does smoke cost America', 'It costs the U.S. a fortune.', ['America']],
  [
    'who left Saudi Arabia for Britain',
    'The Saudi envoy left for the UK.',
    ['Britain', 'Saudi Arabia', 'Saudi'],
  ],
  ['what does smoke cost America', 'It costs us a fortune in Canada.', []],
  ['who mines in Chad', 'He mines in Chadwick.', []],
])('%s: what "%s" has of the places, in whatever name', (text, other, places) => {
  expect(placesInBoth(text, other).map((span) => slice(text, span))).toEqual(places);
});
