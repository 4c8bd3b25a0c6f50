import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answers/question/question.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../../support/archive.ts';

const ARTICLES = {
  'mill.txt': `The Mill Guild (TMG) And The Flood

The Tollen Mill Guild (TMG) said in a statement on the flood that every wheel had been stopped in time.

The skipper Ivo Marr threatened on Monday to take the guild to court. “They opened the sluice,” Marr said. Several guild members confirmed his account.

Asked whether she would pay for the boats, the guild's treasurer Sanne Vik said: “Not one coin.”`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

describe('a statement is asked for by a noun', () => {
  it.each([
    ['what statement did the guild give to the Herald', 'guild', 'say', 'the Herald'],
    ['what threat did Marr make', 'Marr', 'threaten', ''],
    ['what is the tmg statement on the flood', 'tmg', 'say', 'the flood'],
    ['whats the guild response to the threat', 'guild', 'respond', 'the threat'],
    ["what was Marr's alleged reply to the guild", 'Marr', 'respond', 'the guild'],
    ["what was the guild's first angry response to it", 'guild', 'respond', 'it'],
    ['what was marrs comeback to the guild', 'marrs', 'respond', 'the guild'],
  ])('%s', (asked, speaker, word, topic) => {
    const { form, speaker: by, sense, topic: on } = readQuestion(asked);
    expect([form, by, sense?.word, on]).toEqual(['said', speaker, word, topic]);
  });

  it.each([
    ['what motive did Marr suggest for the flood', 'Marr', 'the flood'],
    ['what official purpose did the guild give for it', 'guild', 'it'],
    ['what justification did Marr use for the raid', 'Marr', 'the raid'],
  ])('what is given to justify something is explained: %s', (asked, speaker, topic) => {
    const { form, speaker: by, sense, topic: on } = readQuestion(asked);
    expect([form, by, sense?.word, on]).toEqual(['said', speaker, 'explain', topic]);
  });

  it('whose argument it was that somebody used is no argument by anybody else', () => {
    const { form, speaker, sense } = readQuestion('what arguments did Marr use to talk her out of it');
    expect([form, speaker, sense?.word]).toEqual(['said', 'Marr', 'argue']);
  });

  it.each([
    ['what advice did the guild give for it', 'guild', 'it'],
    ['what date did the guild offer for the sale', 'guild', 'date the sale'],
  ])('or something else that is given in words: %s', (asked, speaker, topic) => {
    const { form, speaker: by, sense, topic: on } = readQuestion(asked);
    expect([form, by, sense, on]).toEqual(['said', speaker, null, topic]);
  });

  it('and what is not given in words asks for a fact', () => {
    expect(readQuestion('what boat did Marr give the guild').form).toBe('fact');
    expect(readQuestion('in what year did Marr suggest the sale').form).toBe('fact');
  });

  it('which says what it is like, not whose', () => {
    for (const like of ['official', 'public', 'main', 'latest'])
      expect(readQuestion(`what was the ${like} response to it`).speaker).toBeNull();
  });

  it('but not in the midst of a question for something else', () => {
    expect(readQuestion('how many guilds issued the joint statement on eels').form).toBe('fact');
  });
});

describe('in an article', () => {
  it.each([
    ['whats the tmg statement on the flood', 'every wheel'],
    ['what threat did marr make', 'to court'],
    ['what did the treasurer say when asked about the boats', 'Not one coin'],
    ['what did Marr supposedly say about the sluice', 'They opened the sluice'],
    ['did anyone at the guild confirm Marr’s account', 'confirmed his account'],
  ])('%s', async (question, told) => {
    expect(await firstExcerpt(archive, question)).toContain(told);
  });
});
