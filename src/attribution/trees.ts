/** A binary tree in flat arrays. Node 0 is the root; a leaf has feature -1. */
export interface Tree {
  readonly feature: Int16Array;
  /** Rows with a value up to and including the threshold go left, the others right. */
  readonly threshold: Float32Array;
  readonly left: Int16Array;
  readonly right: Int16Array;
  /** What the node adds to the score; of inner nodes for explanations only. */
  readonly value: Float32Array;
}

/** Gradient-boosted trees: their sum is the score. */
export type Forest = readonly Tree[];

/** The score of one row of feature values. */
export function forestScore(forest: Forest, row: Float64Array): number {
  const { roots, feature, threshold, next, value } = laidOut(forest);
  let sum = 0;
  for (let i = 0; i < roots.length; i++) {
    let node = roots[i]!;
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
      node = next[2 * node + (row[asked]! <= threshold[node]! ? 0 : 1)]!;
    sum += value[node]!;
  }
  return sum;
}

/** What one tree adds to the score of a row. */
export function treeScore({ feature, threshold, left, right, value }: Tree, row: Float64Array): number {
  let node = 0;
  while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
  return value[node]!;
}

/** The nodes of all trees of a forest one after another, and where each tree begins. */
interface Layout {
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  /** Two for each node: left and right. */
  readonly next: Int32Array;
  readonly value: Float32Array;
}

const layouts = new WeakMap<Forest, Layout>();

function laidOut(forest: Forest): Layout {
  const known = layouts.get(forest);
  if (known) return known;
  const nodes = forest.reduce((sum, { feature }) => sum + feature.length, 0);
  const layout = {
    roots: new Int32Array(forest.length),
    feature: new Int16Array(nodes),
    threshold: new Float32Array(nodes),
    next: new Int32Array(2 * nodes),
    value: new Float32Array(nodes),
  };
  let root = 0;
  forest.forEach((tree, i) => {
    layout.roots[i] = root;
    layout.feature.set(tree.feature, root);
    layout.threshold.set(tree.threshold, root);
    layout.value.set(tree.value, root);
    for (let node = 0; node < tree.feature.length; node++) {
      layout.next[2 * (root + node)] = root + tree.left[node]!;
      layout.next[2 * (root + node) + 1] = root + tree.right[node]!;
    }
    root += tree.feature.length;
  });
  layouts.set(forest, layout);
  return layout;
}

/**
 * How much each feature moved the score: at every step down a tree, the change of value is credited
 * to the feature that was asked (Saabas 2014).
 */
export function contributions(forest: Forest, row: Float64Array): Map<number, number> {
  const credit = new Map<number, number>();
  for (const { feature, threshold, left, right, value } of forest) {
    let node = 0;
    while (feature[node]! >= 0) {
      const asked = feature[node]!;
      const next = row[asked]! <= threshold[node]! ? left[node]! : right[node]!;
      credit.set(asked, (credit.get(asked) ?? 0) + value[next]! - value[node]!);
      node = next;
    }
  }
  return credit;
}
