import { expect, it } from 'vitest';
import { confident } from '../../src/answers/inquiry.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import { archiveWith } from '../support/archive.ts';

const TEXT =
  'The guild rejected the idea of a toll after it was brought up a second time in February by Reeve Anton Sell.';

it('a likely passage with few words of the question answers where it has the time that is asked for', async () => {
  const archive = await archiveWith({
    'toll.txt': TEXT,
    'mill.txt': 'The moot of Osk will debate the mill, and postpone the vote.',
  });
  const answering = (asked: string) =>
    confident({
      archive,
      question: readQuestion(asked),
      who: null,
      passages: [
        {
          document: 'toll.txt',
          span: { start: 0, end: TEXT.length },
          until: TEXT.length,
          matches: [],
          score: 1,
          confidence: 0.3,
          also: [],
        },
      ],
      searched: 2,
    });
  expect(await answering('When did the moot debate and postpone the toll?')).toHaveLength(1);
  expect(await answering('Where did the moot debate and postpone the toll?')).toHaveLength(0);
});
