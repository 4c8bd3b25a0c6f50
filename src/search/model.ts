import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import { FEATURES } from './features.ts';
import { unpack } from './pack.ts';

/**
 * Two sums of small decision trees, fitted to questions with known answers by `test/evaluation/search/fit.ts`. Nodes
 * of all trees lie in one row; a leaf has feature 255 and adds its value; else windows whose feature is below
 * the value go on at `next`, others at the node after it.
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

export const MODEL = 'passage model 2';
export const LEAF = 255;

/** `answer` starts from this: few windows hold an answer. */
export const BASE = -3;

/** The model in `model.bin`, read once, when first needed. */
export function model(): Model {
  loaded ??= readModel(readFileSync(path.join(root, 'src/search/model.bin')));
  return loaded;
}

let loaded: Model | undefined;

const CURE =
  'take src/search/model.bin from the same version as the code, or fit it anew (test/evaluation/search/fit.ts)';

/** Throws where the bytes are no model, or one of other features than the code's. */
export function readModel(bytes: Uint8Array): Model {
  const { columns, about } = unpack<Record<string, never>, readonly string[]>(MODEL, bytes, CURE);
  if (about?.join() !== FEATURES.join())
    throw new Error(`src/search/model.bin judges by other features than src/search/features.ts has: ${CURE}`);
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
export function sumTrees({ root, feature, value, next }: Trees, features: Float64Array): number {
  let sum = 0;
  for (let tree = 0; tree < root.length; tree++) {
    let node = root[tree]!;
    while (feature[node] !== LEAF)
      node = features[feature[node]!]! < value[node]! ? next[node]! : next[node]! + 1;
    sum += value[node]!;
  }
  return sum;
}
