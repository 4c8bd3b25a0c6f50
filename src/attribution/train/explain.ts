import { cueFeatures, cueQuestions } from '../cues.ts';
import { judgeRow, QUESTIONS } from '../evidence.ts';
import { FeatureList } from '../features.ts';
import { judge } from '../judge.ts';
import { kindOf } from '../kinds.ts';
import type { Models } from '../model.ts';
import { contentOf, type Proposal } from '../proposal.ts';
import { propose } from '../propose.ts';
import { type Run, type Tagged, tag } from '../tag.ts';
import { contributions } from '../trees.ts';
import { loadModels } from '../weights.ts';
import { readInput } from './input.ts';

/**
 * Says for each proposal in a text what made it, row by row: `npm run -s explain -- FILE`. Behind each question stands by how much
 * its answer moved the decision towards a statement (+) or nothing (−).
 */

const text = readInput(process.argv[2] ?? '', 'Name a text file: npm run -s explain -- FILE');
// Whoever reads the output may stop reading early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const models = loadModels();
const tagged = tag(text);
const proposals = propose(tagged, models);
for (const { proposal, likely } of judge(tagged, proposals, models.judge)) {
  const { cue, source, left, right } = proposal;
  const content = contentOf(proposal);
  const lines = [
    `${words(tagged, source.run)} <${tagged.tokens[cue]!.word}> ${content.map((run) => words(tagged, run)).join(' | ')}`,
    `  ${kindOf(tagged, proposal, source.run, content)}: ${percent(likely)}`,
    `  spans: source ${percent(source.probability)}, before the cue ${percent(left.probability)}, after it ${percent(right.probability)}`,
    `  the cue: ${strongest(cueReasons(tagged, proposal, models))}`,
    `  the whole: ${strongest(judgeReasons(tagged, proposal, proposals, models))}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

type Reason = readonly [question: string, weight: number];

function cueReasons(of: Tagged, { unit, cue }: Proposal, { cue: model }: Models): Reason[] {
  const list = new FeatureList();
  cueFeatures(of, unit, cue, list);
  const names = cueQuestions(of, unit, cue);
  return Array.from(list.ids.subarray(0, list.length), (id, i) => {
    const at = id * model.outputs;
    return [names[i]!, model.scale * (model.weights[at + 2]! - model.weights[at]!)];
  });
}

function judgeReasons(
  of: Tagged,
  proposal: Proposal,
  all: readonly Proposal[],
  { judge: forest }: Models,
): Reason[] {
  const row = judgeRow(of, proposal, all);
  const moved = contributions(forest, row);
  return QUESTIONS.map((question, i) => [`${question} = ${+row[i]!.toFixed(2)}`, moved.get(i) ?? 0]);
}

function strongest(reasons: readonly Reason[]): string {
  return [...reasons]
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, 8)
    .map(([question, weight]) => `${question} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`)
    .join('; ');
}

function words({ text, tokens }: Tagged, run: Run | null): string {
  return run ? text.slice(tokens[run.start]!.start, tokens[run.end - 1]!.end) : '(nobody)';
}

function percent(p: number): string {
  return `${(100 * p).toFixed(0)} %`;
}
