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

/** Gradient-boosted trees: for each output the trees whose sum is its score. */
export type Forest = readonly (readonly Tree[])[];

/** The score of each output for one row of feature values. */
export function forestScores(forest: Forest, row: Float64Array): number[] {
  return forest.map((trees) => {
    let sum = 0;
    for (const tree of trees) sum += tree.value[leaf(tree, row)]!;
    return sum;
  });
}

function leaf({ feature, threshold, left, right }: Tree, row: Float64Array): number {
  let node = 0;
  while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
  return node;
}

/**
 * How much each feature moved the score of one output: at every step down a tree, the change of value is credited
 * to the feature that was asked (Saabas 2014).
 */
export function contributions(trees: readonly Tree[], row: Float64Array): Map<number, number> {
  const credit = new Map<number, number>();
  for (const { feature, threshold, left, right, value } of trees) {
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
