import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import { FEW } from './corpus.ts';
import { FEATURES } from './features.ts';
import { unpack } from './pack.ts';

/**
 * Two sums of small decision trees, each the mean of several forests, fitted to questions with known answers by
 * `test/evaluation/search/fit.ts`. The nodes of all trees are in one row. A leaf has feature 255 and adds its value. At
 * any other node, windows with a feature below the value go on at `next`, others at the following node.
 */
export interface Model {
  readonly rank: Trees;
  readonly answer: Trees;
}

export interface Trees {
  readonly root: Uint32Array;
  readonly feature: Uint8Array;
  readonly value: Float64Array;
  readonly next: Uint32Array;
}

/** The format of `model.bin` and `model-few.bin`. */
export const MODEL = 'passage model 2';
/** Marks a leaf, in place of a feature. */
export const LEAF = 255;

/** How many trees a forest has, and how many trees of the first forest make a first guess. */
export const FOREST = 160;
const GUESSING = 60;

/** Where the sum for `answer` starts: few windows hold an answer. */
export const BASE = -3;

/** The model for a corpus of this size: `model-few.bin` for a small one, else `model.bin`. Each is read once. */
export function model(documents: number): Model {
  const file = documents < FEW ? 'model-few.bin' : 'model.bin';
  const known = loaded.get(file) ?? readModel(readFileSync(path.join(root, 'src/search', file)), file);
  loaded.set(file, known);
  return known;
}

const loaded = new Map<string, Model>();

/** Throws if the bytes are no model, or one for other features than the code's. */
export function readModel(bytes: Uint8Array, file: string): Model {
  const cure = `take src/search/${file} from the same version as the code, or fit it anew (test/evaluation/search/fit.ts)`;
  const { columns, about } = unpack<Record<string, never>, readonly string[]>(MODEL, bytes, cure);
  if (about?.join() !== FEATURES.join())
    throw new Error(`src/search/${file} judges by other features than src/search/features.ts has: ${cure}`);
  const trees = (name: string) =>
    ({
      root: columns[`${name}Root`],
      feature: columns[`${name}Feature`],
      value: columns[`${name}Value`],
      next: columns[`${name}Next`],
    }) as unknown as Trees;
  return { rank: trees('rank'), answer: trees('answer') };
}

/** The sum of the leaves that `features` lead to. */
export function sumTrees(trees: Trees, features: Float32Array): number {
  return sumOfFirst(trees.root.length, trees, features);
}

/** An estimate of `sumTrees` from an eighth of the trees. */
export function guessTrees(trees: Trees, features: Float32Array): number {
  const forests = trees.root.length / FOREST;
  return forests * sumOfFirst(GUESSING, trees, features);
}

function sumOfFirst(trees: number, { root, feature, value, next }: Trees, features: Float32Array): number {
  let sum = 0;
  for (let tree = 0; tree < trees; tree++) {
    let node = root[tree]!;
    while (feature[node] !== LEAF)
      // A sum instead of a branch: a processor cannot predict the way through a tree, and a wrong prediction costs
      // time.
      node = next[node]! + 1 - Number(features[feature[node]!]! < value[node]!);
    sum += value[node]!;
  }
  return sum;
}
