import { describe, expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';

describe('a source is unnamed', () => {
  test.each([
    ['a senior Treasury official', true],
    ['two people briefed on the talks', true],
    ['a person familiar with the matter', true],
    ['several former employees', true],
    ['one official', true],
    ['Hollis Pryor, a senior official', false],
    ['Treasury Secretary Hollis Pryor', false],
    ['the Harbor Police', false],
    ['she', false],
  ])('%s: %s', (source, anonymous) => {
    const [found] = extract(`${source[0]!.toUpperCase()}${source.slice(1)} said that the bank had lied.`);
    expect(found?.anonymous).toBe(anonymous);
  });
});

describe('the outlet is the one the article credits', () => {
  test.each([
    ['An aide told CNN that the vote would be close.', 'CNN'],
    ['An aide told the Harbor Tribune that the vote would be close.', 'Harbor Tribune'],
    ['In a statement supplied to Reuters, the ministry said that the vote would be close.', 'Reuters'],
    [
      'According to a report from the Marrow County Gazette, the vote will be close.',
      'Marrow County Gazette',
    ],
    ['Brandt said during a Fox News interview that the vote would be close.', 'Fox News'],
    ['According to the Harbor Tribune, the vote will be close.', null],
    ['Brandt said that CNN had called the vote too early.', null],
    ['Brandt said that the vote would be close.', null],
  ])('%s', (text, via) => {
    expect(extract(text).find(({ nested }) => !nested)?.via).toBe(via);
  });
});

describe('extraction holds for any text', () => {
  test.each([
    '',
    ' ',
    '\n\n',
    '“',
    '”””',
    '.',
    ':',
    'said',
    'said said said',
    '“said” he “said” he',
    'a\u0000b said c',
  ])('%j', (text) => {
    for (const { source, cue, content } of extract(text)) {
      for (const { start, end } of [...(source ?? []), ...(cue ?? []), ...content]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe('a source is whole, and no more', () => {
  test.each([
    [
      'Hanna Voss, a fund manager at Marlow Trustees said the barn was lost.',
      'Hanna Voss, a fund manager at Marlow Trustees',
    ],
    ['Elmer Marlow, Jr. said the barn was lost.', 'Elmer Marlow, Jr.'],
    ['Still, the Harbor Police said the barn was lost.', 'the Harbor Police'],
    [
      'Spokeswoman Hanna Voss said she could not confirm whether the barn was lost, the Osk Herald reports.',
      'Spokeswoman Hanna Voss',
    ],
    ['LONDON, March 3 (Reuters) - Harbor police said the barn was lost.', 'Harbor police'],
    ['Oslo (dpa) - Hanna Voss said the barn was lost.', 'Hanna Voss'],
    ['Ellery, Maine (AP) — The mayor said the barn was lost.', 'The mayor'],
  ])('%s', (text, source) => {
    const [found] = extract(text);
    expect(found?.source?.map(({ start, end }) => text.slice(start, end))).toEqual([source]);
  });
});
