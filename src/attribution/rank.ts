import { FeatureList } from './features.ts';
import type { LinearModel } from './model.ts';
import {
  candidates,
  endFeatures,
  noneFeatures,
  type Place,
  pairFeatures,
  type Role,
  Surroundings,
  startFeatures,
} from './spans.ts';
import type { Run, Tagged } from './tag.ts';

/** The best span for a role, or null for none, with its probability among the candidates. */
export interface Ranked {
  readonly run: Run | null;
  readonly probability: number;
}

/** How many starts and ends are paired with each other; the rest are too unlikely to be worth it. */
const BEAM = 6;

const list = new FeatureList();

/** The span that the model finds most likely for `role` around a cue. */
export function rank(model: LinearModel, tagged: Tagged, place: Place, role: Role): Ranked {
  const around = new Surroundings(tagged, place);
  const { starts, ends } = candidates(tagged, place, role);
  const score = (write: () => void) => {
    list.clear();
    write();
    return model.score(list);
  };
  const bestStarts = top(starts, (s) => score(() => startFeatures(around, s, list)));
  const bestEnds = top(ends, (e) => score(() => endFeatures(around, e, list)));
  const none = score(() => noneFeatures(around, list));
  let best = none;
  let run: Run | null = null;
  const scores = [none];
  for (const [start, startScore] of bestStarts) {
    for (const [end, endScore] of bestEnds) {
      if (end <= start || (start < place.cue && end > place.cue)) continue;
      const sum = startScore + endScore + score(() => pairFeatures(around, start, end, list));
      scores.push(sum);
      if (sum > best) {
        best = sum;
        run = { start, end };
      }
    }
  }
  let total = 0;
  for (const each of scores) total += Math.exp(each - best);
  return { run, probability: 1 / total };
}

function top(values: readonly number[], score: (value: number) => number): [number, number][] {
  const scored = values.map((value): [number, number] => [value, score(value)]);
  return scored.length <= BEAM ? scored : scored.sort((a, b) => b[1] - a[1]).slice(0, BEAM);
}
