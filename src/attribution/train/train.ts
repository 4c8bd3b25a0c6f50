import { writeFileSync } from 'node:fs';
import { canBeCue, cueFeatures } from '../cues.ts';
import { decide, judge } from '../extract.ts';
import { contentOf, judgeFeatures } from '../judge.ts';
import { LinearModel, type Models } from '../model.ts';
import { type Proposal, propose } from '../propose.ts';
import { saveModels } from '../weights.ts';
import { type Example, type Label, readGold } from './gold.ts';
import { collect, type Decision, learnClasses, learnSpans, type Settings } from './learn.ts';

/**
 * Learns the weights of the extractor:
 * `node dist/src/attribution/train/train.js polnear-train-visible.jsonl [predictions.jsonl]`.
 * The judge learns from proposals made for articles that the other models have not seen; with a second file the
 * cross-validated predictions for the training articles are written to it.
 */
const CUE: Settings = { epochs: 4, rate: 0.05, decay: 3e-5 };
const SPAN: Settings = { epochs: 3, rate: 0.1, decay: 0 };
const JUDGE: Settings = { epochs: 4, rate: 0.05, decay: 1e-4 };
const FOLDS = 5;

type Judging = Decision & { example: number };

const [file, predictions, onlyFolds] = process.argv.slice(2);
if (file === undefined) throw new Error('give the annotated articles (JSON lines) as first argument');
const examples = readGold(file);
const clock = performance.now();
const log = (text: string) =>
  process.stderr.write(`${((performance.now() - clock) / 1000).toFixed(0)} s ${text}\n`);

const judging: Judging[] = [];
const proposed = new Map<number, Proposal[]>();
const folds = onlyFolds ? Number(onlyFolds) : FOLDS;
const untaught = { judge: new LinearModel(3) };
for (let fold = 0; fold < folds; fold++) {
  const models = { ...learn(examples.filter((_, i) => i % FOLDS !== fold)), ...untaught };
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
    const model = learnClasses(
      judging.filter(({ example }) => (example >> 3) % FOLDS !== fold),
      3,
      JUDGE,
    );
    for (const [i, proposals] of proposed) {
      if ((i >> 3) % FOLDS !== fold) continue;
      const { id, tagged } = examples[i]!;
      const judged = judge(tagged, proposals, { judge: model } as Models);
      lines.push(
        JSON.stringify({
          id,
          attributions: decide(tagged, judged),
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
  const judgeModel = learnClasses(judging, 3, JUDGE);
  saveModels({ ...learn(examples), judge: judgeModel });
  log('written');
}

function learn(from: readonly Example[]): Omit<Models, 'judge'> {
  const spans = (role: 'source' | 'left' | 'right') =>
    learnSpans(
      from.flatMap(({ tagged, targets }) =>
        targets.map((target) => {
          const { unit, cue, source } = target;
          return {
            tagged,
            place: { unit, cue, source: role === 'source' ? null : source },
            gold: target[role],
          };
        }),
      ),
      role,
      SPAN,
    );
  return {
    cue: learnClasses(from.flatMap(cueDecisions), 3, CUE),
    source: spans('source'),
    left: spans('left'),
    right: spans('right'),
  };
}

function cueDecisions({ tagged, targets, ignored }: Example): Decision[] {
  const labels = new Map(targets.map(({ cue, label }) => [cue, label]));
  const decisions: Decision[] = [];
  for (const unit of tagged.units) {
    for (let i = unit.start; i < unit.end; i++) {
      if (!canBeCue(tagged.tokens[i]!) || ignored.has(i)) continue;
      decisions.push({
        features: collect((to) => cueFeatures(tagged, unit, i, to)),
        label: labels.get(i) ?? 0,
      });
    }
  }
  return decisions;
}

/** What the judge should have said: a proposal is right where half of its content, or more, is that of an annotation. */
function judgements({ tagged, targets, ignored }: Example, proposals: readonly Proposal[]): Decision[] {
  const { tokens } = tagged;
  const words = proposals.map((proposal) => {
    const set = new Set<number>();
    for (const run of contentOf(proposal))
      for (let i = run.start; i < run.end; i++) if (!tokens[i]!.mark && !inSource(proposal, i)) set.add(i);
    return set;
  });
  const matches: [score: number, proposal: number, target: number][] = [];
  words.forEach((mine, p) => {
    targets.forEach(({ words: theirs, cue }, t) => {
      let shared = 0;
      for (const i of mine) if (theirs.has(i)) shared++;
      const overlap = (2 * shared) / (mine.size + theirs.size);
      if (overlap >= 0.5) matches.push([overlap + (cue === proposals[p]!.cue ? 0.5 : 0), p, t]);
    });
  });
  matches.sort((a, b) => b[0] - a[0]);
  const labels = new Map<number, Label>();
  const taken = new Set<number>();
  for (const [, p, t] of matches) {
    if (labels.has(p) || taken.has(t)) continue;
    labels.set(p, targets[t]!.label);
    taken.add(t);
  }
  return proposals.flatMap((proposal, p) => {
    const outside = [...words[p]!].filter((i) => ignored.has(i)).length;
    if (outside >= words[p]!.size / 2) return [];
    return {
      features: collect((to) => judgeFeatures(tagged, proposal, proposals, to)),
      label: labels.get(p) ?? 0,
    };
  });
}

function inSource({ source, cue }: Proposal, i: number): boolean {
  return i === cue || (source.run !== null && source.run.start <= i && i < source.run.end);
}
