import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { decide } from '../extract.ts';
import { judge } from '../judge.ts';
import type { Proposal } from '../proposal.ts';
import { propose, readCues } from '../propose.ts';
import { saveModels } from '../weights.ts';
import { type BoostSettings, boost, type Row } from './boost.ts';
import { readGold } from './gold.ts';
import { saveHeldOut } from './heldout.ts';
import { judgements } from './judgements.ts';
import { learnModels } from './models.ts';
import { scoreDenials, scoreStatements } from './score.ts';
import { variants } from './variants.ts';

/**
 * Learns the weights of the extractor: `npm run -s train -- ANNOTATED.jsonl [PREDICTIONS.jsonl [held-out]]`.
 * The judge learns from proposals made for articles that the other models have not seen. Cross-validated predictions
 * for the annotated articles go to the second file; where the scorer lies beside the first, its figures for them are
 * kept with the weights. With `held-out` the articles are only predicted, and the weights stay as they are.
 */

const JUDGE: BoostSettings = {
  rounds: 200,
  depth: 4,
  rate: 0.06,
  leaf: 8,
  lambda: 4,
  rows: 0.7,
  features: 0.4,
};
const FOLDS = 5;
/**
 * The articles are parted twice: proposals for the same article by models that have learnt from different ones teach the
 * judge what to make of answers that vary by chance. Articles are predicted by the first division.
 */
const DIVISIONS: readonly ((article: number) => number)[] = [
  (article) => article % FOLDS,
  (article) => Math.floor(article / FOLDS) % FOLDS,
];

type Judging = Row & { example: number };

const [file = '', output, only] = process.argv.slice(2);
const predictions = output ?? join(mkdtempSync(join(tmpdir(), 'train-')), 'held-out.jsonl');
const examples = readGold(file, 'Name the annotated articles: npm run -s train -- ANNOTATED.jsonl');
const clock = performance.now();
const log = (text: string) =>
  process.stderr.write(`${((performance.now() - clock) / 1000).toFixed(0)} s ${text}\n`);

const judging: Judging[] = [];
const proposed = new Map<number, Proposal[]>();
for (const [division, foldOf] of DIVISIONS.entries()) {
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = learnModels(examples.filter((_, i) => foldOf(i) !== fold));
    examples.forEach((example, i) => {
      if (foldOf(i) !== fold) return;
      const { tagged } = example;
      const proposals = propose(tagged, { ...learnt, judge: [] });
      if (division === 0) proposed.set(i, proposals);
      const { strengths } = readCues(tagged, learnt);
      const rows = judgements(example, proposals, (each) => variants(tagged, learnt, each, strengths));
      for (const row of rows) judging.push({ ...row, example: i });
    });
    log(`division ${division + 1}: fold ${fold + 1} of ${FOLDS}`);
  }
}
writeFileSync(predictions, predict().join('\n'));
if (only !== 'held-out') {
  saveModels({ ...learnModels(examples), judge: boost(judging, JUDGE) });
  const scorer = join(dirname(file), 'score-attribution.mjs');
  if (existsSync(scorer)) {
    saveHeldOut({
      statements: scoreStatements(scorer, file, predictions),
      denials: scoreDenials(scorer, file, predictions),
    });
  }
  log('written');
}

/** What is found in each article by models, and a judge, that have not seen it; as lines. */
function predict(): string[] {
  const lines: string[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const mine = (example: number) => (example >> 3) % FOLDS === fold;
    const forest = boost(
      judging.filter(({ example }) => !mine(example)),
      JUDGE,
    );
    for (const [i, proposals] of proposed) {
      if (!mine(i)) continue;
      const { id, tagged } = examples[i]!;
      const found = decide(tagged, judge(tagged, proposals, forest));
      lines.push(JSON.stringify({ id, attributions: found.map(({ attribution }) => attribution) }));
    }
  }
  return lines;
}
