import { expect, test } from 'vitest';
import { NOUNS, PARTS_OF_PAGES, SPEAKERS, VERBS } from '../../src/attribution/lexicon.ts';
import { labelsPage, tag } from '../../src/attribution/tag.ts';

const VERB_ENTRIES = Object.values(VERBS).flatMap((words) => words.split(' '));
const NOUN_ENTRIES = Object.values(NOUNS).flatMap((words) => words.split(' '));

test('no word stands in two classes of verbs, or in two of nouns', () => {
  expect(VERB_ENTRIES).toHaveLength(new Set(VERB_ENTRIES).size);
  expect(NOUN_ENTRIES).toHaveLength(new Set(NOUN_ENTRIES).size);
});

test.each(VERB_ENTRIES)('“to %s” is known as a verb of reporting', (verb) => {
  const { tokens } = tag(
    `They will ${verb} that it rained. The mayor ${verb}s it out. He had ${verb}ed the plan. She laid it out.`,
  );
  expect(tokens.some(({ lemma, reports }) => reports > 0 && lemma === verb)).toBe(true);
});

test.each(NOUN_ENTRIES)('“the %s” is known as a noun of reporting', (noun) => {
  const { tokens } = tag(`The ${noun} of the mayor was long. A ${noun} came later.`);
  expect(tokens.some(({ reports }) => reports < 0)).toBe(true);
});

test.each([...SPEAKERS])('“the %s” is known as one who may speak', (noun) => {
  const { tokens } = tag(`The ${noun} said so. A ${noun} answered.`);
  expect(tokens.some(({ speaker }) => speaker)).toBe(true);
});

test.each([...PARTS_OF_PAGES])('“%s:” is no label of a speaker', (part) => {
  const label = part[0]!.toUpperCase() + part.slice(1);
  for (const before of [label, part.toUpperCase(), `Harbor ${label}`]) {
    const tagged = tag(`${before}: The ferry was full.`);
    const colon = tagged.tokens.findIndex(({ word }) => word === ':');
    expect(labelsPage(tagged, tagged.units[0]!, colon)).toBe(true);
  }
});

test.each(['LUND - MARCH 01', 'Lund, Sept. 4'])('“%s:” is no label of a speaker', (day) => {
  const tagged = tag(`${day}: The ferry was full.`);
  const colon = tagged.tokens.findIndex(({ word }) => word === ':');
  expect(labelsPage(tagged, tagged.units[0]!, colon)).toBe(true);
});
