import { candidates, type Place, type Role } from '../candidates.ts';
import { FeatureList, TABLE_BITS } from '../features.ts';
import { LinearModel } from '../model.ts';
import { type Asking, ENDS, noneFeatures, pairFeatures, STARTS } from '../spans.ts';
import { Surroundings } from '../surroundings.ts';
import type { Run, Tagged } from '../tag.ts';

/** The features of one decision, and its right answer. */
export interface Decision {
  readonly features: Uint32Array;
  readonly label: number;
}

/** Settings of the gradient descent (AdaGrad: Duchi, Hazan and Singer 2011). */
export interface Settings {
  readonly epochs: number;
  /** How many times it starts anew, in another order: the weights are the average of all. */
  readonly descents: number;
  readonly rate: number;
  readonly decay: number;
}

const list = new FeatureList();

/** The features that `write` adds, as an array of their own. */
export function collect(write: (list: FeatureList) => void): Uint32Array {
  list.clear();
  write(list);
  return list.ids.slice(0, list.length);
}

/**
 * Multinomial logistic regression. Features seen only once get no weight. The others stand close together while it learns, which takes
 * half the time of going about in the whole table.
 */
export function learnClasses(
  decisions: readonly Decision[],
  outputs: number,
  settings: Settings,
): LinearModel {
  const seen = new Uint8Array(1 << TABLE_BITS);
  for (const { features } of decisions) for (const id of features) if (seen[id]! < 9) seen[id]!++;
  const places = Uint32Array.from(seen.keys()).filter((id) => seen[id]! > 1);
  const numbers = new Uint32Array(1 << TABLE_BITS);
  places.forEach((id, number) => {
    numbers[id] = number;
  });
  const close = new LinearModel(outputs, new Float32Array(outputs * places.length));
  const step = new Step(close, settings);
  const known = decisions.map(({ features, label }) => ({
    features: features.filter((id) => seen[id]! > 1).map((id) => numbers[id]!),
    label,
  }));
  for (const { features, label } of shuffled(known, settings, step)) {
    const scores = Array.from({ length: outputs }, (_, output) => step.score(features, output));
    const best = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
    scores.forEach((score, output) => {
      step.update(features, Math.exp(score - best) / total - (output === label ? 1 : 0), output);
    });
  }
  step.settle();
  const model = new LinearModel(outputs);
  places.forEach((id, number) => {
    model.weights.set(close.weights.subarray(outputs * number, outputs * (number + 1)), outputs * id);
  });
  return model;
}

/** A cue whose span for some role is known. */
export interface SpanExample {
  readonly tagged: Tagged;
  readonly place: Place;
  readonly gold: Run | null;
}

const BEAM = 8;

/** A log-linear model over candidate spans and none: the right one is to be the likeliest. */
export function learnSpans(examples: readonly SpanExample[], role: Role, settings: Settings): LinearModel {
  const model = new LinearModel(1);
  const step = new Step(model, settings);
  const prepared = examples.flatMap((example) => prepare(example, role) ?? []);
  for (const { around, cue, starts, ends, startIds, endIds, noneIds, start, end } of shuffled(
    prepared,
    settings,
    step,
  )) {
    const startScores = startIds.map((ids) => step.score(ids));
    const endScores = endIds.map((ids) => step.score(ids));
    const none = step.score(noneIds);
    const pairs: { s: number; e: number; ids: Uint32Array; score: number }[] = [];
    for (const s of beam(startScores, start)) {
      for (const e of beam(endScores, end)) {
        if (ends[e]! <= starts[s]! || (starts[s]! < cue && ends[e]! > cue)) continue;
        const ids = collect((to) => pairFeatures(around, starts[s]!, ends[e]!, to));
        pairs.push({ s, e, ids, score: startScores[s]! + endScores[e]! + step.score(ids) });
      }
    }
    const best = pairs.reduce((most, { score }) => Math.max(most, score), none);
    const total = pairs.reduce((sum, { score }) => sum + Math.exp(score - best), Math.exp(none - best));
    step.update(noneIds, Math.exp(none - best) / total - (start < 0 ? 1 : 0));
    const startGradients = new Map<number, number>();
    const endGradients = new Map<number, number>();
    for (const { s, e, ids, score } of pairs) {
      const gradient = Math.exp(score - best) / total - (s === start && e === end ? 1 : 0);
      startGradients.set(s, (startGradients.get(s) ?? 0) + gradient);
      endGradients.set(e, (endGradients.get(e) ?? 0) + gradient);
      step.update(ids, gradient);
    }
    for (const [s, gradient] of startGradients) step.update(startIds[s]!, gradient);
    for (const [e, gradient] of endGradients) step.update(endIds[e]!, gradient);
  }
  step.settle();
  return model;
}

/** The candidates of one example with their features; null where the right span is not among them. */
function prepare({ tagged, place, gold }: SpanExample, role: Role) {
  const { starts, ends } = candidates(tagged, place, role);
  const { tokens } = tagged;
  let start = -1;
  let end = -1;
  if (gold) {
    // Marks at the edges do not count: only words are compared.
    start = starts.findIndex((at) => {
      let i = at;
      while (i < gold.start && tokens[i]!.mark) i++;
      return i === gold.start;
    });
    end = ends.findLastIndex((at) => {
      let i = at;
      while (i > gold.end && tokens[i - 1]!.mark) i--;
      return i === gold.end;
    });
    if (start < 0 || end < 0) return null;
  }
  const around = new Surroundings(tagged, place);
  return {
    around,
    cue: place.cue,
    starts,
    ends,
    start,
    end,
    startIds: starts.map((at) => asked(STARTS, around, at)),
    endIds: ends.map((at) => asked(ENDS, around, at)),
    noneIds: collect((to) => noneFeatures(around, to)),
  };
}

/** All that is asked about a place. */
const asked = ({ first, rest }: Asking, around: Surroundings, at: number): Uint32Array =>
  collect((to) => {
    first(around, at, to);
    rest(around, at, to);
  });

function beam(scores: readonly number[], right: number): number[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, BEAM);
  if (right >= 0 && !order.includes(right)) order.push(right);
  return order;
}

const FIRST_TAKEN = 1;

class Step {
  readonly #outputs: number;
  readonly #weights: Float32Array | Int8Array;
  readonly #squares: Float32Array;
  readonly #settings: Settings;
  readonly #sums: Float32Array;
  #taken = 0;

  constructor(model: LinearModel, settings: Settings) {
    this.#outputs = model.outputs;
    this.#weights = model.weights;
    this.#squares = new Float32Array(model.weights.length);
    this.#sums = new Float32Array(model.weights.length);
    this.#settings = settings;
  }

  /** Begins another descent. */
  start(): void {
    this.#weights.fill(0);
    this.#squares.fill(0);
  }

  /** Takes the weights as they are into account for the average that stays. */
  take(): void {
    this.#taken++;
    this.#weights.forEach((weight, i) => {
      if (weight !== 0) this.#sums[i]! += weight;
    });
  }

  /**
   * Leaves the average of the weights taken: the last steps of a descent go to and fro (Polyak and Juditsky 1992), and where it
   * ends hangs on the order.
   */
  settle(): void {
    this.#sums.forEach((sum, i) => {
      this.#weights[i] = sum / this.#taken;
    });
  }

  score(features: Uint32Array, output = 0): number {
    let sum = 0;
    for (let i = 0; i < features.length; i++) sum += this.#weights[features[i]! * this.#outputs + output]!;
    return sum;
  }

  update(features: Uint32Array, gradient: number, output = 0): void {
    if (Math.abs(gradient) < 1e-3) return;
    const { rate, decay } = this.#settings;
    for (let i = 0; i < features.length; i++) {
      const at = features[i]! * this.#outputs + output;
      const slope = gradient + decay * this.#weights[at]!;
      this.#squares[at]! += slope * slope;
      this.#weights[at]! -= (rate * slope) / Math.sqrt(this.#squares[at]! + 0.1);
    }
  }
}

/** Every item once per epoch of each descent, in an order that is the same in each run. */
function* shuffled<Item>(items: readonly Item[], settings: Settings, step: Step): Generator<Item> {
  const order = [...items];
  let seed = 1;
  for (let descent = 0; descent < settings.descents; descent++) {
    step.start();
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      for (let i = order.length - 1; i > 0; i--) {
        seed = (seed * 48271) % 2147483647;
        const j = seed % (i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      yield* order;
      if (epoch >= FIRST_TAKEN) step.take();
    }
  }
}
