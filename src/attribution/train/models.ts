import { cueFeatures, isWorthAsking, knownAs } from '../cues.ts';
import type { Models } from '../model.ts';
import { readCues } from '../propose.ts';
import type { Example } from './gold.ts';
import { collect, type Decision, learnClasses, learnSpans, type Settings } from './learn.ts';

const CUE: Settings = { epochs: 6, descents: 3, rate: 0.02, decay: 3e-5 };
const SPAN: Settings = { epochs: 3, descents: 3, rate: 0.08, decay: 1e-3 };

/** The models for cues and spans, learnt from annotated articles. */
export function learnModels(from: readonly Example[]): Omit<Models, 'judge'> {
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
export function knownWords(from: readonly Example[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { tagged, targets } of from) {
    for (const { cue } of targets) {
      const word = knownAs(tagged.tokens[cue]!);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

/** What the cue model is to learn of one article: of each token that is worth asking about, what it is the head of. */
export function cueDecisions({ tagged, targets, ignored }: Example, known: ReadonlySet<number>): Decision[] {
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
