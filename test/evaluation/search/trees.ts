import { LEAF, type Trees } from '../../../src/search/model.ts';
import { upperBound } from '../../../src/text/ascending.ts';

/** Examples, each a row of features, in groups of one question each; which of them are right. */
export interface Examples {
  readonly rows: readonly Float32Array[];
  readonly right: Uint8Array;
  /** Rows of one group lie together. */
  readonly group: Int32Array;
}

export interface Settings {
  /** `rank`: the right windows of each question before its others; `answer`: the odds that a window is right. */
  readonly aim: 'rank' | 'answer';
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly base: number;
  /** Least sum of second derivatives in a leaf. */
  readonly least: number;
  /** Which features each tree may use is drawn from this. */
  readonly seed: number;
}

const BINS = 64;
const SMOOTHING = 20;
/** Share of the features that a tree may use. */
const TRIED = 0.5;

interface Node {
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly hessian: number;
  sums: Float64Array;
  split: { feature: number; bin: number; gain: number } | null;
  left?: Node;
  right?: Node;
  value: number;
}

/** Gradient boosting on histograms, trees grown leaf by leaf (after Friedman 2001 and Ke et al. 2017, LightGBM). Deterministic. */
export function fitTrees({ rows, right, group }: Examples, settings: Settings): Trees {
  const count = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: count }, (_, feature) => cutsOf(rows, feature));
  const binned = cuts.map((edges, feature) =>
    Uint8Array.from(rows, (row) => upperBound(edges, row[feature]!)),
  );
  const score = new Float64Array(rows.length).fill(settings.base);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const every = Int32Array.from({ length: rows.length }, (_, i) => i);
  const random = randomNumbers(settings.seed);
  const built: Node[] = [];
  for (let t = 0; t < settings.trees; t++) {
    if (settings.aim === 'rank') rankGradients(score, right, group, gradient, hessian);
    else oddsGradients(score, right, gradient, hessian);
    const tried = cuts.flatMap((edges, feature) => (edges.length > 0 && random() < TRIED ? [feature] : []));
    const sums = (part: Int32Array): Float64Array => {
      const result = new Float64Array(count * BINS * 2);
      // Side by side as they are read. Not by `from`, which takes longer than all the sums.
      const first = new Float64Array(part.length);
      const second = new Float64Array(part.length);
      for (let i = 0; i < part.length; i++) {
        first[i] = gradient[part[i]!]!;
        second[i] = hessian[part[i]!]!;
      }
      for (const feature of tried) {
        const bins = binned[feature]!;
        const at = feature * BINS * 2;
        for (let i = 0; i < part.length; i++) {
          const place = at + bins[part[i]!]! * 2;
          result[place]! += first[i]!;
          result[place + 1]! += second[i]!;
        }
      }
      return result;
    };
    const leaf = (part: Int32Array, its: Float64Array): Node => {
      let g = 0;
      let h = 0;
      for (const row of part) {
        g += gradient[row]!;
        h += hessian[row]!;
      }
      const node: Node = { rows: part, gradient: g, hessian: h, sums: its, split: null, value: 0 };
      node.split = bestSplit(node, tried, cuts, settings.least);
      return node;
    };
    const root = leaf(every, sums(every));
    const leaves = [root];
    while (leaves.length < settings.leaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
      if (!best.split) break;
      const { feature, bin } = best.split;
      const below = best.rows.filter((row) => binned[feature]![row]! <= bin);
      const above = best.rows.filter((row) => binned[feature]![row]! > bin);
      const [small, large] = below.length < above.length ? [below, above] : [above, below];
      const smallSums = sums(small);
      const largeSums = best.sums.map((sum, i) => sum - smallSums[i]!);
      best.left = leaf(below, below === small ? smallSums : largeSums);
      best.right = leaf(above, above === large ? largeSums : smallSums);
      best.sums = new Float64Array(0);
      leaves.splice(leaves.indexOf(best), 1, best.left, best.right);
    }
    for (const node of leaves) {
      node.value = (-settings.rate * node.gradient) / (node.hessian + SMOOTHING);
      for (const row of node.rows) score[row]! += node.value;
      node.sums = new Float64Array(0);
    }
    built.push(root);
  }
  return flatten(built, cuts);
}

/** Trees whose sum is the mean of the sums of these. */
export function meanOf(forests: readonly Trees[]): Trees {
  const joined = {
    root: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    next: [] as number[],
  };
  for (const { root, feature, value, next } of forests) {
    const from = joined.feature.length;
    for (const node of root) joined.root.push(from + node);
    for (let node = 0; node < feature.length; node++) {
      const leaf = feature[node] === LEAF;
      joined.feature.push(feature[node]!);
      joined.value.push(leaf ? value[node]! / forests.length : value[node]!);
      joined.next.push(leaf ? 0 : from + next[node]!);
    }
  }
  return {
    root: Uint32Array.from(joined.root),
    feature: Uint8Array.from(joined.feature),
    value: Float64Array.from(joined.value),
    next: Uint32Array.from(joined.next),
  };
}

function bestSplit(
  { gradient, hessian, sums }: Node,
  tried: readonly number[],
  cuts: readonly (readonly number[])[],
  least: number,
): Node['split'] {
  const whole = gradient ** 2 / (hessian + SMOOTHING);
  let best: Node['split'] = null;
  for (const feature of tried) {
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < cuts[feature]!.length; bin++) {
      g += sums[(feature * BINS + bin) * 2]!;
      h += sums[(feature * BINS + bin) * 2 + 1]!;
      if (h < least) continue;
      if (hessian - h < least) break;
      const gain = g ** 2 / (h + SMOOTHING) + (gradient - g) ** 2 / (hessian - h + SMOOTHING) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  }
  return best;
}

function oddsGradients(
  score: Float64Array,
  right: Uint8Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  for (let i = 0; i < score.length; i++) {
    const chance = 1 / (1 + Math.exp(-score[i]!));
    gradient[i] = chance - right[i]!;
    hessian[i] = chance * (1 - chance) + 1e-6;
  }
}

/** Of minus the logarithm of the softmax share that a question's right windows have among all of its windows. */
function rankGradients(
  score: Float64Array,
  right: Uint8Array,
  group: Int32Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  for (let start = 0; start < score.length; ) {
    let end = start;
    let highest = Number.NEGATIVE_INFINITY;
    for (; end < score.length && group[end] === group[start]; end++) highest = Math.max(highest, score[end]!);
    let all = 0;
    let good = 0;
    for (let i = start; i < end; i++) {
      const power = Math.exp(score[i]! - highest);
      all += power;
      if (right[i]) good += power;
    }
    for (let i = start; i < end; i++) {
      const power = Math.exp(score[i]! - highest);
      gradient[i] = good === 0 ? 0 : power / all - (right[i] ? power / good : 0);
      hessian[i] = good === 0 ? 1e-6 : Math.max(1e-3, (power / all) * (1 - power / all));
    }
    start = end;
  }
}

function cutsOf(rows: readonly Float32Array[], feature: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const sample: number[] = [];
  for (let i = 0; i < rows.length; i += step) sample.push(rows[i]![feature]!);
  sample.sort((a, b) => a - b);
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const cut = sample[Math.floor((bin * sample.length) / BINS)]!;
    if (cut > (cuts.at(-1) ?? sample[0]!)) cuts.push(cut);
  }
  return cuts;
}

function flatten(roots: readonly Node[], cuts: readonly (readonly number[])[]): Trees {
  const root: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const next: number[] = [];
  const put = (at: number, node: Node): void => {
    if (!node.left || !node.right || !node.split) {
      feature[at] = LEAF;
      value[at] = node.value;
      next[at] = 0;
      return;
    }
    const children = feature.length;
    feature[at] = node.split.feature;
    value[at] = cuts[node.split.feature]![node.split.bin]!;
    next[at] = children;
    for (const one of [children, children + 1]) feature[one] = LEAF;
    put(children, node.left);
    put(children + 1, node.right);
  };
  for (const node of roots) {
    root.push(feature.length);
    feature.push(LEAF);
    put(root.at(-1)!, node);
  }
  return {
    root: Uint32Array.from(root),
    feature: Uint8Array.from(feature),
    value: Float64Array.from(value),
    next: Uint32Array.from(next),
  };
}

/** Numbers from 0 to 1, the same ones for a seed every time (a linear congruential generator, Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
