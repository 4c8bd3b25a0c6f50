import { lowerBound } from '../../text/ascending.ts';
import { logistic } from '../model.ts';
import { type Forest, type Tree, treeScore } from '../trees.ts';

/** One row of feature values, whether the answer is yes, and how much it counts. */
export interface Row {
  readonly values: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

export interface BoostSettings {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** The least weight (sum of second derivatives) of a leaf. */
  readonly leaf: number;
  readonly lambda: number;
  /** The share of rows, and of features, that each tree is grown from (Friedman 2002). */
  readonly rows: number;
  readonly features: number;
}

const BINS = 48;

/** Gradient boosting of log-odds (Friedman 2001; second-order as in Chen and Guestrin 2016). */
export function boost(rows: readonly Row[], settings: BoostSettings): Forest {
  const width = rows[0]!.values.length;
  const edges = Array.from({ length: width }, (_, f) => quantiles(rows.map(({ values }) => values[f]!)));
  const binned = edges.map((cuts, f) => Uint8Array.from(rows, ({ values }) => lowerBound(cuts, values[f]!)));
  const scores = new Float64Array(rows.length);
  const forest: Tree[] = [];
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const random = randomNumbers();
  for (let round = 0; round < settings.rounds; round++) {
    rows.forEach(({ right, weight }, i) => {
      const p = logistic(scores[i]!);
      gradient[i] = weight * (p - (right ? 1 : 0));
      hessian[i] = weight * Math.max(p * (1 - p), 1e-6);
    });
    const sample = Int32Array.from(rows.keys()).filter(() => random() < settings.rows);
    const asked = edges.map(() => random() < settings.features);
    const tree = grow(binned, edges, gradient, hessian, settings, sample, asked);
    forest.push(tree);
    rows.forEach(({ values }, i) => {
      scores[i]! += treeScore(tree, values);
    });
  }
  return forest;
}

/** The same numbers from 0 to 1 in every run (Lehmer's generator). */
function randomNumbers(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
}

function quantiles(values: number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const cuts: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const cut = Math.fround(sorted[Math.floor((b * sorted.length) / BINS)]!);
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  return cuts;
}

function grow(
  binned: readonly Uint8Array[],
  edges: readonly number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  { depth, rate, leaf, lambda }: BoostSettings,
  sample: Int32Array,
  asked: readonly boolean[],
): Tree {
  const nodes: { feature: number; threshold: number; left: number; right: number; value: number }[] = [];
  const build = (rows: Int32Array, level: number): number => {
    let g = 0;
    let h = 0;
    for (const i of rows) {
      g += gradient[i]!;
      h += hessian[i]!;
    }
    const node = { feature: -1, threshold: 0, left: 0, right: 0, value: (-rate * g) / (h + lambda) };
    const at = nodes.push(node) - 1;
    if (level === depth || h < 2 * leaf) return at;
    let most = 1e-3;
    let cut = 0;
    binned.forEach((bins, f) => {
      if (!asked[f]) return;
      const sums = new Float64Array(2 * BINS);
      for (const i of rows) {
        sums[2 * bins[i]!]! += gradient[i]!;
        sums[2 * bins[i]! + 1]! += hessian[i]!;
      }
      let gl = 0;
      let hl = 0;
      for (let b = 0; b < edges[f]!.length; b++) {
        gl += sums[2 * b]!;
        hl += sums[2 * b + 1]!;
        if (hl < leaf || h - hl < leaf) continue;
        const gain = (gl * gl) / (hl + lambda) + (g - gl) ** 2 / (h - hl + lambda) - (g * g) / (h + lambda);
        if (gain > most) {
          most = gain;
          node.feature = f;
          cut = b;
        }
      }
    });
    if (node.feature < 0) return at;
    const bins = binned[node.feature]!;
    node.threshold = edges[node.feature]![cut]!;
    node.left = build(
      rows.filter((i) => bins[i]! <= cut),
      level + 1,
    );
    node.right = build(
      rows.filter((i) => bins[i]! > cut),
      level + 1,
    );
    return at;
  };
  build(sample, 0);
  return {
    feature: Int16Array.from(nodes, ({ feature }) => feature),
    threshold: Float32Array.from(nodes, ({ threshold }) => threshold),
    left: Int16Array.from(nodes, ({ left }) => left),
    right: Int16Array.from(nodes, ({ right }) => right),
    value: Float32Array.from(nodes, ({ value }) => value),
  };
}
