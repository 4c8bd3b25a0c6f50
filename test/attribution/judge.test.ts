import { expect, test } from 'vitest';
import { QUESTIONS } from '../../src/attribution/evidence.ts';
import { judge } from '../../src/attribution/judge.ts';
import { type Proposal, sure } from '../../src/attribution/proposal.ts';
import { tag } from '../../src/attribution/tag.ts';
import type { Tree } from '../../src/attribution/trees.ts';

const tagged = tag('Merz said the pier was rotten.');
const said = { start: 2, end: 6 };
const pier = { start: 2, end: 4 };

/** What Merz said, as two words with the whole for a rival. */
const proposal: Proposal = {
  unit: tagged.units[0]!,
  cue: 1,
  cueProbabilities: [0.1, 0, 0.9],
  source: sure({ start: 0, end: 1 }),
  left: sure(null),
  right: {
    run: pier,
    probability: 0.6,
    near: 0.6,
    rivals: [{ run: said, probability: 0.3, near: 0.3, rivals: [] }],
  },
  later: [],
  form: null,
};

/** Gives a content of four tokens a score, and shorter ones none. */
const byLength = (score: number): Tree[] => [
  {
    feature: Int16Array.of(QUESTIONS.indexOf('right: length'), -1, -1),
    threshold: Float32Array.of(3, 0, 0),
    left: Int16Array.of(1, 0, 0),
    right: Int16Array.of(2, 0, 0),
    value: Float32Array.of(0, 0, score),
  },
];

test('takes another span by which it is surely a likelier statement, with that likelihood', () => {
  const [judged] = judge(tagged, [proposal], byLength(2));
  expect(judged?.proposal.right.run).toEqual(said);
  expect(judged?.likely).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
});

test('keeps the likeliest span where another makes little difference, or the content goes on', () => {
  expect(judge(tagged, [proposal], byLength(0.1))[0]?.proposal).toBe(proposal);
  const goesOn = { ...proposal, later: [{ start: 6, end: 7 }] };
  expect(judge(tagged, [goesOn], byLength(2))[0]?.proposal).toBe(goesOn);
});
