import { type FeatureList, TABLE_BITS } from './features.ts';
import type { Forest } from './trees.ts';

/** A linear model: a table of weights, those of a feature's outputs beside each other. */
export class LinearModel {
  readonly outputs: number;
  readonly weights: Float32Array | Int8Array;
  /** What a weight is to be multiplied with. */
  readonly scale: number;

  constructor(
    outputs: number,
    weights: Float32Array | Int8Array = new Float32Array(outputs << TABLE_BITS),
    scale = 1,
  ) {
    this.outputs = outputs;
    this.weights = weights;
    this.scale = scale;
  }

  /** The sum of the weights of these features for one output. */
  score(features: FeatureList, output = 0): number {
    const { ids, length } = features;
    const { weights, outputs } = this;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += weights[ids[i]! * outputs + output]!;
    return sum * this.scale;
  }

  /** The probability of each output. */
  probabilities(features: FeatureList): number[] {
    const scores: number[] = [];
    // Output by output: a sum that is kept in a list while it grows is written to memory with each feature.
    for (let output = 0; output < this.outputs; output++) scores.push(this.score(features, output));
    return softmax(scores);
  }
}

/** Scores as probabilities that sum to 1, in place. */
function softmax(scores: number[]): number[] {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - max);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
  return scores;
}

/** A score as a probability. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The models of the extractor, by what they decide. */
export interface Models {
  /** The words other than verbs that have headed a cue, as `knownAs` numbers them. */
  readonly known: ReadonlySet<number>;
  /** Whether a token is the head of a cue: nothing, a belief or the like, a statement. */
  readonly cue: LinearModel;
  readonly source: LinearModel;
  readonly left: LinearModel;
  readonly right: LinearModel;
  /** Whether a whole attribution is right. */
  readonly judge: Forest;
}
