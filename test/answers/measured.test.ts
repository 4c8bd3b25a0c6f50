import { expect, it } from 'vitest';
import { confident } from '../../src/answers/inquiry.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import { archiveWith } from '../support/archive.ts';

const TEXT =
  'The guild rejected the idea of a toll after it was brought up a second time in February by Reeve Anton Sell.';

const confidentOf = async (asked: string, confidence: number) => {
  const archive = await archiveWith({
    'toll.txt': TEXT,
    'mill.txt': 'The moot of Osk will debate the mill of Vedd, and postpone the vote.',
  });
  const span = { start: 0, end: TEXT.length };
  return confident({
    archive,
    question: readQuestion(asked),
    who: null,
    passages: [{ document: 'toll.txt', span, until: span.end, matches: [], score: 1, confidence, also: [] }],
    searched: 2,
  });
};

it('a doubtful passage does not answer where none of the names in the question stands near it', async () => {
  expect(await confidentOf('Which idea about a toll did the guild of Vedd reject?', 0.25)).toHaveLength(0);
  expect(await confidentOf('Which idea about a toll did the guild of Vedd reject?', 0.5)).toHaveLength(1);
  expect(await confidentOf('Which idea about a toll of Sell did the guild reject?', 0.25)).toHaveLength(1);
});

it('a doubtful passage does not answer where a number in the question stands nowhere near it', async () => {
  expect(await confidentOf('Which idea about a toll did the guild reject in 1874?', 0.25)).toHaveLength(0);
  expect(await confidentOf('Which idea about a toll did the guild reject in 1874?', 0.5)).toHaveLength(1);
  expect(await confidentOf('In which month of 1874 did the guild reject a toll?', 0.25)).toHaveLength(1);
});

it('a likely passage with few words of the question answers where it has the time that is asked for', async () => {
  const asked = 'did the moot debate and postpone the toll?';
  expect(await confidentOf(`When ${asked}`, 0.3)).toHaveLength(1);
  expect(await confidentOf(`Where ${asked}`, 0.3)).toHaveLength(0);
});
