import { verbGroup } from './clause.ts';
import { softmax } from './model.ts';
import type { Proposal } from './propose.ts';
import type { Run, Tagged } from './tag.ts';
import { type Forest, forestScores } from './trees.ts';

/** A proposal with what the judge says of it: nothing, a belief or the like, a statement. */
export interface Judged {
  readonly proposal: Proposal;
  readonly probabilities: readonly number[];
}

/** How likely each proposal is right, seen as a whole and beside the others of its text. */
export function judge(tagged: Tagged, proposals: readonly Proposal[], forest: Forest): Judged[] {
  return proposals.map((proposal) => ({
    proposal,
    probabilities: softmax(forestScores(forest, judgeRow(tagged, proposal, proposals))),
  }));
}

/** The parts of the content of a proposal, in order. */
export function contentOf({ left, right, later }: Proposal): Run[] {
  return [left.run, right.run, ...later].filter((run) => run !== null);
}

/** The questions whose answers `judgeRow` gives, in its order. */
export const QUESTIONS = [
  'cue: nothing',
  'cue: belief',
  'cue: statement',
  'class of the cue',
  'part of speech',
  'form',
  'negated',
  'passive',
  'perfect',
  'modal',
  'infinitive',
  'source: sure',
  'source: side',
  'source: gap',
  'source: length',
  'source: capital',
  'source: part of speech',
  'source: noun for a speaker',
  'source: speaks elsewhere',
  'left: sure',
  'left: length',
  'right: sure',
  'right: length',
  'right: gap',
  'later',
  'all sure',
  'quoted share',
  'verbs',
  'first is mark',
  'first is opener',
  'first part of speech',
  'ends unit',
  'begins unit',
  'unit length',
  'place',
  'tokens after',
  'first unit',
  'proposals in unit',
  'stronger in unit',
  'inside',
  'inside whose statement',
  'holds',
  'rival',
  'twin',
  'reporting words inside',
  'content length',
  'ends at mark',
  'starts after mark',
  'inside sure',
  'speech class before',
  'source: preceded by',
] as const;

/** What is asked about a proposal, as numbers; `all` are those of the same text. */
export function judgeRow(tagged: Tagged, proposal: Proposal, all: readonly Proposal[]): Float64Array {
  const { tokens } = tagged;
  const { unit, cue, cueProbabilities, source, left, right, later } = proposal;
  const token = tokens[cue]!;
  const [nothing, belief, statement] = cueProbabilities as [number, number, number];
  const content = contentOf(proposal);
  const group = verbGroup(tokens, unit, cue);
  const head = source.run ? tokens[source.run.end - 1]! : null;
  let length = 0;
  let quoted = 0;
  let verbs = 0;
  let reports = 0;
  for (const run of content) {
    for (let i = run.start; i < run.end; i++) {
      const { mark, quotation, pos, reports: kind } = tokens[i]!;
      if (mark) continue;
      length++;
      if (quotation >= 0) quoted++;
      else if (kind > 0 && kind < 12) reports++;
      if (pos === 'VERB' || pos === 'AUX') verbs++;
    }
  }
  const first = tokens[content[0]!.start]!;
  const end = content.at(-1)!.end;
  const near = neighbours(proposal, all, content);
  const word = token.word;
  return Float64Array.of(
    logit(nothing),
    logit(belief),
    logit(statement),
    token.reports,
    token.posId,
    word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : word.endsWith('s') ? 3 : 0,
    bit(group.flags, 1),
    bit(group.flags, 2),
    bit(group.flags, 4),
    bit(group.flags, 8),
    bit(group.flags, 32),
    source.probability,
    source.run ? (source.run.start < cue ? 1 : 2) : 0,
    source.run ? (source.run.start < cue ? cue - source.run.end : source.run.start - cue) : 99,
    source.run ? source.run.end - source.run.start : 0,
    head?.capital ? 1 : 0,
    head?.posId ?? -1,
    head?.speaker ? 1 : 0,
    head ? (tagged.speakers.get(head.lemmaId) ?? 0) : 0,
    left.probability,
    left.run ? left.run.end - left.run.start : 0,
    right.probability,
    right.run ? right.run.end - right.run.start : 0,
    right.run ? right.run.start - cue : 0,
    later.length,
    logit(source.probability * left.probability * right.probability),
    length === 0 ? 0 : quoted / length,
    verbs,
    first.mark ? 1 : 0,
    OPENERS.get(first.word) ?? 0,
    first.posId,
    end >= unit.end - 2 ? 1 : 0,
    content[0]!.start === unit.start ? 1 : 0,
    unit.end - unit.start,
    cue - unit.start,
    unit.end - cue,
    unit.start === 0 ? 1 : 0,
    near.count,
    near.stronger,
    near.inside,
    near.insideStatement,
    near.holds,
    near.rival,
    near.twin,
    reports,
    length,
    tokens[end]?.mark ? 1 : 0,
    tokens[content[0]!.start - 1]?.mark ? 1 : 0,
    near.insideSure,
    near.before,
    source.run ? (tokens[source.run.start - 1]?.posId ?? -1) : -1,
  );
}

const OPENERS = new Map([
  ['that', 1],
  ['to', 2],
  ['“', 3],
  ['whether', 4],
  ['how', 5],
  ['for', 6],
  ['on', 7],
  ['of', 8],
  ['about', 9],
  ['as', 10],
]);

/** How a proposal stands to the others around it: strengths are how likely their cues report anything. */
function neighbours(mine: Proposal, all: readonly Proposal[], content: readonly Run[]) {
  const near = {
    count: 0,
    stronger: 0,
    inside: 0,
    insideStatement: 0,
    insideSure: 0,
    holds: 0,
    rival: 0,
    twin: 0,
    before: 0,
  };
  const own = 1 - mine.cueProbabilities[0]!;
  for (const other of all) {
    if (other === mine || other.unit.start > mine.unit.end + 60 || mine.unit.start > other.unit.end + 200)
      continue;
    const strength = 1 - other.cueProbabilities[0]!;
    if (other.unit === mine.unit) {
      near.count++;
      near.stronger = Math.max(near.stronger, strength - own);
      if (other.cue < mine.cue) near.before = Math.max(near.before, strength);
      if (Math.abs(other.cue - mine.cue) < 5) near.twin = Math.max(near.twin, strength);
    }
    let covered = false;
    let crosses = false;
    for (const theirs of [other.left.run, other.right.run, ...other.later]) {
      if (!theirs) continue;
      if (theirs.start <= mine.cue && mine.cue < theirs.end) covered = true;
      if (content.some((run) => run.start < theirs.end && theirs.start < run.end)) crosses = true;
    }
    const covers = content.some((run) => run.start <= other.cue && other.cue < run.end);
    if (covered && strength > near.inside) {
      near.inside = strength;
      near.insideStatement = other.cueProbabilities[2]!;
      near.insideSure = other.left.probability * other.right.probability;
    }
    if (covers) near.holds = Math.max(near.holds, strength);
    if (!covered && !covers && crosses) near.rival = Math.max(near.rival, strength);
  }
  return near;
}

const bit = (flags: number, mask: number) => (flags & mask ? 1 : 0);

function logit(p: number): number {
  return Math.log((p + 1e-4) / (1 - p + 1e-4));
}
