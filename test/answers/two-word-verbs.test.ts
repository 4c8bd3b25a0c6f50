import { expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { twoWordVerbs, withOneWord } from '../../src/answers/two-word-verbs.ts';
import { archiveWith } from '../support/archive.ts';

it.each([
  ['the reeve turned the offer down', ['reject', 'refuse', 'decline']],
  ['she called it off', ['cancel', 'postpone']],
  ['the carts went down to the quay in the rain', ['fall', 'decline', 'drop']],
  ['she gave them time to wake up', []],
  ['the reeve turned to the bakers, who sat down', []],
])('%s: may say %s', (text, meant) => {
  expect(twoWordVerbs(text).flatMap((verb) => verb.meant)).toEqual(meant);
});

it('a verb of two words is put in the first known one that says the same', async () => {
  const text = 'who turned the offer down and stepped down in Osk';
  const put = (...known: string[]) => withOneWord(text, async (word) => known.includes(word));
  expect(await put('refuse', 'decline', 'quit')).toBe('who refuse the offer and quit in Osk');
  expect(await put()).toBe(text);
  expect(await withOneWord('who turned them put off down', async () => true)).toBe(
    'who turned them postpone down',
  );
});

const DAM = {
  'dam.txt': `The Dam Above Osk

The council of Osk rejected the plan for the dam in May, after it was proposed again by the engineer Hal Brock.

The farmers below the dam had asked for water all spring. The ferries lay in the harbour, and the bakers sold their bread on the quay.

The fair of the town was called off on Sunday, since the meadows stood under water.`,
};

it.each([
  ['did the council turn the dam down?', /rejected the plan/],
  ['who brought up the dam again?', /proposed again by the engineer/],
  ['why was the fair of the town cancelled on Sunday?', /called off/],
])('%s: is answered by what says the same in one word, or two', async (question, told) => {
  const found = await answer(await archiveWith(DAM), question);
  expect(found.status === 'answered' && found.excerpts[0]!.text).toMatch(told);
});
