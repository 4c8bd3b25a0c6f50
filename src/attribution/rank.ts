import { candidates, type Role } from './candidates.ts';
import { FeatureList } from './features.ts';
import type { LinearModel } from './model.ts';
import { type Asking, ENDS, noneFeatures, pairFeatures, STARTS } from './spans.ts';
import type { Surroundings } from './surroundings.ts';
import type { Run } from './tag.ts';

/** The best span for a role, or null for none, with its probability among the candidates. */
export interface Ranked {
  readonly run: Run | null;
  readonly probability: number;
  /** How likely it is to share half of its words with the right one, or, for a source, any. */
  readonly near: number;
  /** Up to two others that may be meant as well, each one far from this and from the one before. */
  readonly rivals: readonly Ranked[];
}

/** How many starts and ends are paired with each other; the rest are too unlikely to be worth it. */
const BEAM = 4;

/** Nor is a place worth it that by itself is this much less likely (a difference of scores) than the best. */
const HOPELESS = 3;

const list = new FeatureList();

/** The span that the model finds most likely for `role` around a cue. */
export function rank(model: LinearModel, around: Surroundings, role: Role): Ranked {
  return choose(optionsOf(model, around, role), agreement(role));
}

/** The same where there must be a span, as likely as it is beside none; null where there can be none. */
export function rankSpan(model: LinearModel, around: Surroundings, role: Role): Ranked {
  const options = optionsOf(model, around, role);
  const spans = options.filter(({ run }) => run !== null);
  if (spans.length === 0) return { run: null, probability: 1, near: 1, rivals: [] };
  const { run, probability, near } = choose(spans, agreement(role));
  const sum = (of: readonly Option[]) =>
    of.reduce((total, { score }) => total + Math.exp(score - spans[0]!.score), 0);
  const share = sum(spans) / sum(options);
  return { run, probability: probability * share, near: near * share, rivals: [] };
}

/** How likely another span must be to be kept as a rival of the chosen one. */
const RIVALLING = 0.05;

/** Two spans for a role agree where they share more than this part of their words; of sources, any word will do. */
const agreement = (role: Role) => (role === 'source' ? 0 : 0.5);

/** The spans worth a look and none, with their scores, the best first. */
function optionsOf(model: LinearModel, around: Surroundings, role: Role): Option[] {
  const { place } = around;
  const { starts, ends } = candidates(around, place, role);
  const bestStarts = top(starts, STARTS, around, model);
  const bestEnds = top(reached(ends, bestStarts, place.cue), ENDS, around, model);
  list.clear();
  noneFeatures(around, list);
  const options: Option[] = [{ run: null, score: model.score(list) }];
  for (const { at: start, score: startScore } of bestStarts) {
    for (const { at: end, score: endScore } of bestEnds) {
      if (!isRun(start, end, place.cue)) continue;
      list.clear();
      pairFeatures(around, start, end, list);
      insert(options, { run: { start, end }, score: startScore + endScore + model.score(list) });
    }
  }
  return options;
}

/** The ends of runs that begin at one of the starts, the last first: more often than not it is the right one. */
function reached(ends: readonly number[], starts: readonly Scored[], cue: number): number[] {
  let first = Infinity;
  let firstBehind = Infinity;
  for (const { at } of starts) {
    first = Math.min(first, at);
    if (at > cue) firstBehind = Math.min(firstBehind, at);
  }
  return ends.filter((end) => end > (end > cue ? firstBehind : first)).reverse();
}

/** Whether what begins at one place and ends at the other is some words, all on one side of the cue. */
const isRun = (start: number, end: number, cue: number) => start < end && (start > cue || end <= cue);

interface Option {
  readonly run: Run | null;
  readonly score: number;
}

/** Options less likely than this share of the likeliest are not looked at. */
const NEGLIGIBLE = 0.02;
/** How much likelier than the likeliest option another must be near the right one to be preferred. */
const BETTER = 0.05;

/**
 * The option that is most surely near the right one: where several spans are likely, the one that agrees with most
 * (minimum Bayes risk: Goel and Byrne 2000), unless the likeliest is as good.
 */
function choose(options: readonly Option[], part: number): Ranked {
  const weights: number[] = [];
  let total = 0;
  for (const { score } of options) total += weights[weights.push(Math.exp(score - options[0]!.score)) - 1]!;
  let chosen = 0;
  let most = -1;
  for (let i = 0; i < options.length && weights[i]! > (part > 0 ? 0.1 : 1 - 1e-9); i++) {
    let near = 0;
    for (let j = 0; j < options.length && weights[j]! > NEGLIGIBLE; j++)
      if (i === j || agree(options[i]!.run, options[j]!.run, part)) near += weights[j]!;
    if (near > most + (i === 0 ? 0 : BETTER * total)) {
      most = near;
      chosen = i;
    }
  }
  const { run } = options[chosen]!;
  const rivals = rivalsOf(run, options, weights, total, part);
  return { run, probability: weights[chosen]! / total, near: most / total, rivals };
}

function rivalsOf(
  chosen: Run | null,
  options: readonly Option[],
  weights: readonly number[],
  total: number,
  part: number,
): Ranked[] {
  const found: Ranked[] = [];
  for (let i = 0; i < options.length && found.length < 2 && weights[i]! > RIVALLING * total; i++) {
    const { run } = options[i]!;
    if (agree(run, chosen, part) || found.some((other) => agree(run, other.run, part))) continue;
    let near = 0;
    for (let j = 0; j < options.length; j++)
      if (i === j || agree(run, options[j]!.run, part)) near += weights[j]!;
    found.push({ run, probability: weights[i]! / total, near: near / total, rivals: [] });
  }
  return found;
}

/** Whether the words that two spans share are more than this part of both. */
function agree(a: Run | null, b: Run | null, part: number): boolean {
  if (!a || !b) return a === b;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && 2 * shared >= part * (a.end - a.start + b.end - b.start);
}

/** A place with its score by itself. */
interface Scored {
  readonly at: number;
  readonly score: number;
}

/**
 * The best of the places by themselves, in order. Nothing more is asked about one that is too far behind by what tells most: that
 * spares two fifths of the rest, and changes six in ten thousand statements.
 */
function top(places: readonly number[], asking: Asking, around: Surroundings, model: LinearModel): Scored[] {
  const best: Scored[] = [];
  let least = -Infinity;
  for (const at of places) {
    list.clear();
    asking.first(around, at, list);
    const first = model.sum(list);
    if (first * model.scale < least) continue;
    const known = list.length;
    asking.rest(around, at, list);
    const score = model.sum(list, known, first) * model.scale;
    if (score <= least) continue;
    if (best.length === BEAM) best.pop();
    insert(best, { at, score });
    least = Math.max(best[0]!.score - HOPELESS, best[BEAM - 1]?.score ?? -Infinity);
  }
  return best.filter(({ score }) => score > best[0]!.score - HOPELESS);
}

/** Puts something in its place in a list that has the best first, behind those as good. */
function insert<Item extends { readonly score: number }>(list: Item[], item: Item): void {
  let place = list.push(item) - 1;
  for (; place > 0 && list[place - 1]!.score < item.score; place--) list[place] = list[place - 1]!;
  list[place] = item;
}
