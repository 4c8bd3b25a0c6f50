import { verbGroup } from './clause.ts';
import { bucket, type FeatureSink, pair, templates } from './features.ts';
import type { Proposal } from './propose.ts';
import type { Run, Tagged } from './tag.ts';

const T = templates(
  400,
  'bias',
  'statement',
  'nothing',
  'belief',
  'source',
  'left',
  'right',
  'lemma',
  'form',
  'lemma form',
  'length',
  'quotation',
  'source word',
  'source pos',
  'lemma source',
  'inside',
  'inside mine',
  'holds',
  'holds mine',
  'twin',
  'statement form',
  'content first',
  'lemma length',
  'source length',
  'all',
  'statement source',
  'statement quotation',
  'verbs',
  'later',
  'verbs form',
  'crossing',
  'lemma inside',
  'statement inside',
  'unit',
  'lemma first',
  'rival',
);

/** The content of a proposal, in order, before any cleaning. */
export function contentOf({ left, right, later }: Proposal): Run[] {
  return [left.run, right.run, ...later].filter((run) => run !== null);
}

/** What the model looks at to say whether a whole proposal is right; `all` are those of the same text. */
export function judgeFeatures(
  tagged: Tagged,
  proposal: Proposal,
  all: readonly Proposal[],
  sink: FeatureSink,
): void {
  const { tokens } = tagged;
  const { unit, cue, cueProbabilities, source, left, right, later } = proposal;
  const { lemmaId: lemma, posId } = tokens[cue]!;
  const [nothing, belief, statement] = cueProbabilities as [number, number, number];
  const content = contentOf(proposal);
  const quoted = content.reduce((sum, run) => sum + count(run, (i) => tokens[i]!.quotation >= 0), 0);
  const length = content.reduce((sum, run) => sum + run.end - run.start, 0);
  const share = length === 0 ? 0 : Math.ceil((quoted / length) * 4);
  const form =
    (left.run ? 1 : 0) +
    (right.run ? 2 : 0) +
    (later.length > 0 ? 4 : 0) +
    (source.run ? (source.run.start < cue ? 8 : 16) : 0);
  const sure = step(nothing);
  sink.add(T.bias, 0);
  sink.add(T.statement, step(statement));
  sink.add(T.nothing, sure);
  sink.add(T.belief, step(belief));
  sink.add(T.source, pair(step(source.probability), source.run ? 1 : 0));
  sink.add(T.left, pair(step(left.probability), left.run ? 1 : 0));
  sink.add(T.right, pair(step(right.probability), right.run ? 1 : 0));
  sink.add(T.all, step(source.probability * left.probability * right.probability));
  sink.add(T.lemma, lemma);
  sink.add(T.form, form * 32 + posId);
  sink.add(T['lemma form'], pair(lemma, form));
  sink.add(T['statement form'], pair(sure, form));
  sink.add(T.length, bucket(length));
  sink.add(T['lemma length'], pair(lemma, bucket(length)));
  sink.add(T.quotation, pair(share, form));
  sink.add(T['statement quotation'], pair(share, sure));
  sink.add(T.unit, unit.start === 0 ? 1 : 0);
  const head = source.run ? tokens[source.run.end - 1]! : null;
  sink.add(T['source word'], head ? head.lemmaId : 0);
  sink.add(T['source pos'], head ? head.posId * 2 + (head.capital ? 1 : 0) : 99);
  sink.add(T['lemma source'], pair(lemma, head ? head.posId * 2 + (head.capital ? 1 : 0) : 99));
  sink.add(T['source length'], pair(source.run ? bucket(source.run.end - source.run.start) : 99, form));
  sink.add(T['statement source'], pair(step(source.probability), sure));
  const first = content[0] ? tokens[content[0].start]! : null;
  sink.add(T['content first'], pair(first ? first.wordId : 0, form));
  sink.add(T['lemma first'], pair(lemma, first ? first.posId : 99));
  const verbs = content.reduce(
    (sum, run) => sum + count(run, (i) => tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX'),
    0,
  );
  sink.add(T.verbs, bucket(verbs));
  sink.add(T['verbs form'], pair(pair(Math.min(verbs, 2), posId), bucket(length)));
  sink.add(T.later, later.length);

  let inside = 0;
  let holds = 0;
  let rival = 0;
  let twin = 0;
  for (const other of all) {
    if (other === proposal || other.unit.start > unit.end || unit.start > other.unit.end + 400) continue;
    const strength = 1 - other.cueProbabilities[0]!;
    const theirs = contentOf(other);
    const covered = theirs.some((run) => run.start <= cue && cue < run.end);
    const covers = content.some((run) => run.start <= other.cue && other.cue < run.end);
    if (covered) inside = Math.max(inside, strength * (covers ? 0.5 : 1));
    if (covers) holds = Math.max(holds, strength);
    if (!covered && !covers && theirs.some((a) => content.some((b) => a.start < b.end && b.start < a.end)))
      rival = Math.max(rival, strength);
    if (other.unit === unit && Math.abs(other.cue - cue) < 4) twin = Math.max(twin, strength);
  }
  sink.add(T.inside, step(inside));
  sink.add(T['statement inside'], pair(step(inside), sure));
  sink.add(T['lemma inside'], pair(lemma, Math.round(inside * 2)));
  sink.add(T.holds, pair(step(holds), sure));
  sink.add(T.rival, pair(step(rival), sure));
  sink.add(T.twin, pair(step(twin), sure));
  sink.add(T.crossing, pair(verbGroup(tokens, unit, cue).flags, form));
}

/** A probability in twelve steps, finer towards 0 and 1. */
function step(p: number): number {
  const logit = Math.log((p + 1e-3) / (1 - p + 1e-3));
  return Math.max(-6, Math.min(6, Math.round(logit)));
}

function count(run: Run, test: (i: number) => boolean): number {
  let n = 0;
  for (let i = run.start; i < run.end; i++) if (test(i)) n++;
  return n;
}
