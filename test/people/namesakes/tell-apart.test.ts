import { describe, expect, test } from 'vitest';
import { tellApart } from '../../../src/people/namesakes/tell-apart.ts';

/** Somebody in one document: their traits, and the initials of whom it names beside them. */
const sighting = (trait: string | null, company = '', year: number | null = null) => ({
  year,
  traits: trait === null ? [] : [trait],
  company: [...company],
});
const [JUDGE, REPORTER, MAYOR] = ['vocation judge', 'vocation press', 'vocation office'];
/** Whom each of these means, all company telling equally much. */
const tell = (...sightings: ReturnType<typeof sighting>[]) => tellApart(sightings, () => 1);
const times = (count: number, trait: string) => Array.from({ length: count }, () => sighting(trait));

describe('people of one full name', () => {
  test('are numbered by how often they are named', () => {
    expect(tell(sighting(REPORTER), sighting(JUDGE), sighting(JUDGE))).toEqual([1, 0, 0]);
  });
  test('are one where nothing contradicts it', () => {
    expect(tell(sighting(MAYOR), sighting(JUDGE), sighting(null))).toBeNull();
  });
  test('are one where one document tells both', () => {
    const both = { year: null, traits: [JUDGE, REPORTER], company: [] };
    expect(tell(sighting(JUDGE), sighting(REPORTER), both)).toBeNull();
  });
  test('are one in much the same company', () => {
    expect(tell(sighting(JUDGE, 'abc'), sighting(REPORTER, 'abx'))).toBeNull();
    expect(tell(sighting(JUDGE, 'abc'), sighting(REPORTER, 'axyz'))).toEqual([0, 1]);
  });
  test('are one where one of them is named ten times as often', () => {
    expect(tell(...times(9, JUDGE), sighting(REPORTER))).toHaveLength(10);
    expect(tell(...times(10, JUDGE), sighting(REPORTER))).toBeNull();
  });
  test('are two where years tell that it was at once what a career holds one after the other', () => {
    expect(tell(sighting(MAYOR, '', 2015), sighting(REPORTER, '', 2016))).toEqual([0, 1]);
    expect(tell(sighting(MAYOR, '', 2015), sighting(REPORTER, '', 2018))).toBeNull();
    expect(tell(sighting(MAYOR, '', 2015), sighting(JUDGE, '', 2016))).toEqual([1, 0]);
  });
});

describe('a document that tells nothing of them', () => {
  const [judge, reporter] = [sighting(JUDGE, 'abcd'), sighting(REPORTER, 'wxyz')];
  test.each([
    ['means the one whose company it names', 'abc', 0],
    ['stays open with little company', 'ab', -1],
    ['stays open with company of both', 'abcwx', -1],
    ['stays open with nobody', '', -1],
  ])('%s', (_, company, meant) => {
    expect(tell(judge, reporter, sighting(null, company))?.[2]).toBe(meant);
  });
});
