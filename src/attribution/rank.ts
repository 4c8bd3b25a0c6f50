import { candidates, type Place, type Role } from './candidates.ts';
import { FeatureList } from './features.ts';
import type { LinearModel } from './model.ts';
import { endFeatures, noneFeatures, pairFeatures, startFeatures } from './spans.ts';
import { Surroundings } from './surroundings.ts';
import type { Run, Tagged } from './tag.ts';

/** The best span for a role, or null for none, with its probability among the candidates. */
export interface Ranked {
  readonly run: Run | null;
  readonly probability: number;
}

/** How many starts and ends are paired with each other; the rest are too unlikely to be worth it. */
const BEAM = 6;

/** Nor is a place worth it that by itself is this much less likely (a difference of scores) than the best. */
const HOPELESS = 6;

const list = new FeatureList();

/** The span that the model finds most likely for `role` around a cue. */
export function rank(model: LinearModel, tagged: Tagged, place: Place, role: Role): Ranked {
  const around = new Surroundings(tagged, place);
  const { starts, ends } = candidates(tagged, place, role);
  const bestStarts = top(starts, startFeatures, around, model);
  const bestEnds = top(ends, endFeatures, around, model);
  list.clear();
  noneFeatures(around, list);
  const none = model.score(list);
  let best = none;
  let run: Run | null = null;
  const scores = [none];
  for (const { at: start, score: startScore } of bestStarts) {
    for (const { at: end, score: endScore } of bestEnds) {
      if (end <= start || (start < place.cue && end > place.cue)) continue;
      list.clear();
      pairFeatures(around, start, end, list);
      const sum = startScore + endScore + model.score(list);
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

type Write = (around: Surroundings, at: number, to: FeatureList) => void;

/** The best of the places by themselves. */
function top(places: readonly number[], write: Write, around: Surroundings, model: LinearModel) {
  const scored = places.map((at) => {
    list.clear();
    write(around, at, list);
    return { at, score: model.score(list) };
  });
  scored.sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) - HOPELESS;
  return scored.slice(0, BEAM).filter(({ score }) => score > least);
}
