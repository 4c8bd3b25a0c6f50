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

/**
 * The score of one row of feature values. Not tree by tree but question by question (QuickScorer, Lucchese et al. 2015): each
 * answer that leads to the right strikes out the leaves to its left, and the first leaf that is left of each tree counts.
 */
export function forestScore(forest: Forest, row: Float64Array): number {
  const { features, ends, threshold, tree, right, leaves, value } = laidOut(forest);
  leaves.fill(-1);
  let k = 0;
  for (let i = 0; i < features.length; i++) {
    const asked = row[features[i]!]!;
    const end = ends[i]!;
    for (; k < end && !(asked <= threshold[k]!); k++) leaves[tree[k]!]! &= right[k]!;
    k = end;
  }
  let sum = 0;
  for (let i = 0; i < leaves.length; i++) {
    const left = leaves[i]!;
    sum += value[MOST_LEAVES * i + 31 - Math.clz32(left & -left)]!;
  }
  return sum;
}

/** A tree may have: one for each bit of a number. */
const MOST_LEAVES = 32;

/** What one tree adds to the score of a row. */
export function treeScore({ feature, threshold, left, right, value }: Tree, row: Float64Array): number {
  let node = 0;
  while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
  return value[node]!;
}

/** The questions of all trees of a forest, by their feature and then by their threshold. */
interface Layout {
  /** What is asked about, and where its questions end in the next three. */
  readonly features: Int16Array;
  readonly ends: Int32Array;
  readonly threshold: Float32Array;
  readonly tree: Uint16Array;
  /** The leaves that are left to choose from where the answer leads to the right: a bit for each, the leftmost the lowest. */
  readonly right: Int32Array;
  /** Room for the leaves of each tree while a row is scored. */
  readonly leaves: Int32Array;
  /** What each leaf adds, `MOST_LEAVES` for each tree. */
  readonly value: Float32Array;
}

const layouts = new WeakMap<Forest, Layout>();

function laidOut(forest: Forest): Layout {
  const known = layouts.get(forest);
  if (known) return known;
  const value = new Float32Array(MOST_LEAVES * forest.length);
  const questions = forest.flatMap((tree, number) => {
    const found: Question[] = [];
    let leaves = 0;
    const visit = (node: number): void => {
      const feature = tree.feature[node]!;
      if (feature < 0) {
        if (leaves === MOST_LEAVES) throw new Error(`a tree has more than ${MOST_LEAVES} leaves`);
        value[MOST_LEAVES * number + leaves++] = tree.value[node]!;
        return;
      }
      const first = leaves;
      visit(tree.left[node]!);
      const struck = ((1 << (leaves - first)) - 1) << first;
      found.push({ feature, threshold: tree.threshold[node]!, tree: number, right: ~struck });
      visit(tree.right[node]!);
    };
    visit(0);
    return found;
  });
  questions.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
  const features = [...new Set(questions.map(({ feature }) => feature))];
  const layout = {
    features: Int16Array.from(features),
    ends: Int32Array.from(
      features,
      (asked) => questions.findLastIndex(({ feature }) => feature === asked) + 1,
    ),
    threshold: Float32Array.from(questions, ({ threshold }) => threshold),
    tree: Uint16Array.from(questions, ({ tree }) => tree),
    right: Int32Array.from(questions, ({ right }) => right),
    leaves: new Int32Array(forest.length),
    value,
  };
  layouts.set(forest, layout);
  return layout;
}

interface Question {
  readonly feature: number;
  readonly threshold: number;
  readonly tree: number;
  readonly right: number;
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
