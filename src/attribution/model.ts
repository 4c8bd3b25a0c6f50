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

  /** The score of these features, of a model with one output. */
  score(features: FeatureList): number {
    return this.sum(features) * this.scale;
  }

  /** The sum of the weights of these features, of a model with one output; added to that of the first `known` features, if given. */
  sum(features: FeatureList, known = 0, sum = 0): number {
    const { ids, length } = features;
    const { weights } = this;
    let all = sum;
    for (let i = known; i < length; i++) all += weights[ids[i]!]!;
    return all;
  }

  /** The sums of the weights of these features for each of three outputs; added to those of the first `known` features, if given. */
  sums(features: FeatureList, known = 0, sums: Three = NOTHING): Three {
    const { ids, length } = features;
    const { weights } = this;
    let [first, second, third] = sums;
    // All at once: they lie beside each other, and it takes longer to find them than to add them up.
    for (let i = known; i < length; i++) {
      const at = 3 * ids[i]!;
      first += weights[at]!;
      second += weights[at + 1]!;
      third += weights[at + 2]!;
    }
    return [first, second, third];
  }

  /** The scores of three outputs with these sums. */
  scores([first, second, third]: Three): Three {
    const { scale } = this;
    return [first * scale, second * scale, third * scale];
  }

  /** The probability of each of three outputs with these sums. */
  probabilities(sums: Three): Three {
    return softmax(this.scores(sums));
  }
}

/** A number for each of three outputs. */
export type Three = readonly [number, number, number];

const NOTHING: Three = [0, 0, 0];

/** Scores as probabilities that sum to 1. */
function softmax([first, second, third]: Three): Three {
  const max = Math.max(first, second, third);
  const a = Math.exp(first - max);
  const b = Math.exp(second - max);
  const c = Math.exp(third - max);
  const sum = a + b + c;
  return [a / sum, b / sum, c / sum];
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
