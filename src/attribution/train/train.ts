import { writeFileSync } from 'node:fs';
import { decide } from '../extract.ts';
import { judge } from '../judge.ts';
import { type Proposal, propose } from '../propose.ts';
import { saveModels } from '../weights.ts';
import { type BoostSettings, boost, type Row } from './boost.ts';
import { readGold } from './gold.ts';
import { judgements } from './judgements.ts';
import { learnModels } from './models.ts';

/**
 * Learns the weights of the extractor:
 * `node dist/src/attribution/train/train.js polnear-train-visible.jsonl [predictions.jsonl]`.
 * The judge learns from proposals made for articles that the other models have not seen; with a second file the
 * cross-validated predictions for the training articles are written to it.
 */
const JUDGE: BoostSettings = {
  rounds: 100,
  depth: 5,
  rate: 0.08,
  leaf: 8,
  lambda: 4,
  rows: 0.7,
  features: 0.6,
};
const FOLDS = 5;

type Judging = Row & { example: number };

const [file, predictions, onlyFolds] = process.argv.slice(2);
if (file === undefined) throw new Error('give the annotated articles (JSON lines) as first argument');
const examples = readGold(file);
const clock = performance.now();
const log = (text: string) =>
  process.stderr.write(`${((performance.now() - clock) / 1000).toFixed(0)} s ${text}\n`);

const judging: Judging[] = [];
const proposed = new Map<number, Proposal[]>();
const folds = onlyFolds ? Number(onlyFolds) : FOLDS;
for (let fold = 0; fold < folds; fold++) {
  const models = { ...learnModels(examples.filter((_, i) => i % FOLDS !== fold)), judge: [] };
  examples.forEach((example, i) => {
    if (i % FOLDS !== fold) return;
    const proposals = propose(example.tagged, models);
    proposed.set(i, proposals);
    for (const decision of judgements(example, proposals)) judging.push({ ...decision, example: i });
  });
  log(`fold ${fold + 1} of ${folds}`);
}
if (predictions !== undefined) {
  const lines: string[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = boost(
      judging.filter(({ example }) => (example >> 3) % FOLDS !== fold),
      3,
      JUDGE,
    );
    for (const [i, proposals] of proposed) {
      if ((i >> 3) % FOLDS !== fold) continue;
      const { id, tagged } = examples[i]!;
      const judged = judge(tagged, proposals, forest);
      lines.push(
        JSON.stringify({
          id,
          attributions: decide(tagged, judged).map(({ attribution }) => attribution),
          judged: judged.map(({ proposal: { cue }, probabilities }) => [
            tagged.tokens[cue]!.start,
            ...probabilities,
          ]),
        }),
      );
    }
  }
  writeFileSync(predictions, lines.join('\n'));
}
if (!onlyFolds) {
  saveModels({ ...learnModels(examples), judge: boost(judging, 3, JUDGE) });
  log('written');
}
