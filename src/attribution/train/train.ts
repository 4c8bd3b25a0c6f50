import { writeFileSync } from 'node:fs';
import { cueFeatures, isWorthAsking, knownAs } from '../cues.ts';
import { decide } from '../extract.ts';
import { contentOf, judge, judgeRow } from '../judge.ts';
import type { Models } from '../model.ts';
import { type Proposal, propose, readCues } from '../propose.ts';
import { saveModels } from '../weights.ts';
import { type BoostSettings, boost, type Row } from './boost.ts';
import { type Example, type Label, readGold } from './gold.ts';
import { collect, type Decision, learnClasses, learnSpans, type Settings } from './learn.ts';

/**
 * Learns the weights of the extractor:
 * `node dist/src/attribution/train/train.js polnear-train-visible.jsonl [predictions.jsonl]`.
 * The judge learns from proposals made for articles that the other models have not seen; with a second file the
 * cross-validated predictions for the training articles are written to it.
 */
const CUE: Settings = { epochs: 6, rate: 0.02, decay: 3e-5 };
const SPAN: Settings = { epochs: 3, rate: 0.08, decay: 1e-3 };
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
  const models = { ...learn(examples.filter((_, i) => i % FOLDS !== fold)), judge: [] };
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
  saveModels({ ...learn(examples), judge: boost(judging, 3, JUDGE) });
  log('written');
}

function learn(from: readonly Example[]): Omit<Models, 'judge'> {
  const known = knownWords(from);
  const decisions = from.map((example) => cueDecisions(example, known));
  // The spans are learnt beside cues as uncertain as they will be met: each half's from a model of the other half.
  const halves = [0, 1].map((half) =>
    learnClasses(decisions.filter((_, i) => i % 2 !== half).flat(), 3, CUE),
  );
  const strengths = from.map(({ tagged }, i) => readCues(tagged, { cue: halves[i % 2]!, known }).strengths);
  const spans = (role: 'source' | 'left' | 'right') => {
    const spanExamples = from.flatMap(({ tagged, targets }, i) =>
      targets.map((target) => {
        const { unit, cue, source } = target;
        const place = { unit, cue, strengths: strengths[i]!, source: role === 'source' ? null : source };
        return { tagged, place, gold: target[role] };
      }),
    );
    return learnSpans(spanExamples, role, SPAN);
  };
  return {
    known,
    cue: learnClasses(decisions.flat(), 3, CUE),
    source: spans('source'),
    left: spans('left'),
    right: spans('right'),
  };
}

/** Words other than verbs that head a cue more than once. */
function knownWords(from: readonly Example[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { tagged, targets } of from) {
    for (const { cue } of targets) {
      const word = knownAs(tagged.tokens[cue]!);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

function cueDecisions({ tagged, targets, ignored }: Example, known: ReadonlySet<number>): Decision[] {
  const labels = new Map(targets.map(({ cue, label }) => [cue, label]));
  const decisions: Decision[] = [];
  for (const unit of tagged.units) {
    for (let i = unit.start; i < unit.end; i++) {
      if (!isWorthAsking(tagged.tokens[i]!, known) || ignored.has(i)) continue;
      decisions.push({
        features: collect((to) => cueFeatures(tagged, unit, i, to)),
        label: labels.get(i) ?? 0,
      });
    }
  }
  return decisions;
}

/** What the judge should have said: a proposal is right where half of its content, or more, is that of an annotation. */
function judgements({ tagged, targets, ignored }: Example, proposals: readonly Proposal[]): Row[] {
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
      values: judgeRow(tagged, proposal, proposals),
      label: labels.get(p) ?? 0,
    };
  });
}

function inSource({ source, cue }: Proposal, i: number): boolean {
  return i === cue || (source.run !== null && source.run.start <= i && i < source.run.end);
}
