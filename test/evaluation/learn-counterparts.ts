import { candidatesOf, type Features } from '../../src/people/counterparts/features.ts';
import { type Case, cases, hull, judge } from './counterparts.ts';

/**
 * Learns the weights in `src/people/counterparts/counterparts.ts`: `node dist/test/evaluation/learn-counterparts.js FOLDER`
 * prints them, and how well weights learnt without an article tie its denials (eight parts, F1 by denial).
 * Logistic regression pulled towards the hand-set weights below, for there are few pairs to learn from.
 */
const PRIOR: Readonly<Record<string, number>> = {
  bias: -3.5,
  near: 1,
  paragraph: 1,
  closest: 1,
  closestPointer: 0.8,
  meant: 2,
  meantNearest: 0.5,
  anotherMeant: -1,
  meantInLead: 1,
  about: 1.2,
  noCommentAbout: 1,
  speakerNamed: 0.3,
  unlike: -1.5,
  alike: 2,
  mostAlike: 0.7,
  alikeProposition: 1,
  fitting: 1,
  accuses: 0.7,
  accusesNearest: 0.6,
  same: -3,
  ownWords: 2,
  noComment: 0.7,
  aheadSameSentence: 1,
  aheadOfLead: 0.8,
  ahead: -0.8,
  // A claim within the denial's own words is what it denies; the collection does not annotate those.
  inside: 4,
};
const PULL = 0.003;
const STEPS = 500;
const RATE = 0.5;
const PARTS = 8;
const THRESHOLD = 0.4;

interface Example {
  readonly features: Features;
  readonly verdict: ReturnType<typeof judge>;
}
type Weights = Record<string, number>;

const examplesOf = ({ gold, text, attributions, denial }: Case): Example[] =>
  denial < 0
    ? []
    : candidatesOf(text, attributions, denial).map(({ claim, features }) => ({
        features,
        verdict: judge(gold, hull(attributions[claim]!)),
      }));

function learn(examples: readonly Example[]): Weights {
  const used = examples.filter(({ verdict }) => verdict !== 'ignored');
  const names = Object.keys(used[0]!.features);
  const weights: Weights = Object.fromEntries(names.map((name) => [name, PRIOR[name] ?? 0]));
  const positive = used.filter(({ verdict }) => verdict !== 'wrong').length;
  for (let step = 0; step < STEPS; step++) {
    const slope: Weights = Object.fromEntries(names.map((name) => [name, 0]));
    for (const { features, verdict } of used) {
      const error = (verdict === 'wrong' ? 0 : 1) - chance(weights, features);
      for (const name of names) slope[name]! += error * features[name]!;
    }
    for (const name of names) {
      const pull = name === 'bias' ? 0 : PULL * (weights[name]! - (PRIOR[name] ?? 0));
      weights[name]! += RATE * (slope[name]! / positive - pull);
    }
  }
  return weights;
}

function chance(weights: Weights, features: Features): number {
  let odds = 0;
  for (const [name, value] of Object.entries(features)) odds += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say where the evaluation data is: learn-counterparts.js FOLDER');
const all = cases(folder, 'annotated').map((one) => ({ gold: one.gold, examples: examplesOf(one) }));
const ids = [...new Set(all.map(({ gold }) => gold.id))];
const part = ({ gold }: { gold: { id: string } }): number => ids.indexOf(gold.id) % PARTS;

let right = 0;
let wrong = 0;
let missed = 0;
for (let held = 0; held < PARTS; held++) {
  const weights = learn(all.filter((one) => part(one) !== held).flatMap(({ examples }) => examples));
  for (const { gold, examples } of all.filter((one) => part(one) === held)) {
    const [best] = examples
      .map(({ features, verdict }) => ({ verdict, likely: chance(weights, features) }))
      .filter(({ likely }) => likely >= THRESHOLD)
      .sort((a, b) => b.likely - a.likely);
    if (best?.verdict === 'wrong') wrong++;
    if (gold.claims.length === 0) continue;
    if (best && best.verdict !== 'wrong') right++;
    else missed++;
  }
}
const weights = learn(all.flatMap(({ examples }) => examples));
for (const [name, weight] of Object.entries(weights))
  process.stdout.write(`${name}: ${weight.toFixed(2)},\n`);
process.stderr.write(
  `F1 by denial, held out: ${((200 * right) / (2 * right + wrong + missed)).toFixed(1)}\n`,
);
