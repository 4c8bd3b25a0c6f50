import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/search/features.ts';
import { FOREST, guessTrees, LEAF, MODEL, model, readModel, sumTrees } from '../../src/search/model.ts';
import { pack } from '../../src/search/pack.ts';

describe('the model of passages', () => {
  it('is one of the features that the code has', () => {
    const features = new Float32Array(FEATURES.length);
    for (const { rank, answer } of [model(5), model(10_000)])
      for (const trees of [rank, answer]) expect(Number.isFinite(sumTrees(trees, features))).toBe(true);
  });

  it('is whole forests, a part of which guesses what all come to', () => {
    for (const { rank, answer } of [model(5), model(10_000)])
      for (const { root } of [rank, answer]) expect(root.length % FOREST).toBe(0);
    const count = 3 * FOREST;
    const leaves = {
      root: Uint32Array.from({ length: count }, (_, tree) => tree),
      feature: new Uint8Array(count).fill(LEAF),
      // As trees grow in turn, the later tell less.
      value: Float64Array.from({ length: count }, (_, tree) => 0.9 ** (tree % FOREST) / 3),
      next: new Uint32Array(count),
    };
    const features = new Float32Array(1);
    expect(sumTrees(leaves, features)).toBeCloseTo(10);
    expect(guessTrees(leaves, features)).toBeCloseTo(sumTrees(leaves, features), 1);
  });

  it('is another one for few documents than for many', () => {
    expect(model(5)).toBe(model(50));
    expect(model(10_000)).toBe(model(20_000));
    expect(model(5)).not.toBe(model(10_000));
  });

  it('is refused, with the file and the cure named, where it is of other features or no model', () => {
    const other = pack(MODEL, FEATURES.slice(1), {});
    expect(() => readModel(other, 'model-few.bin')).toThrow(/src\/search\/model-few\.bin.*features.*fit/);
    expect(() => readModel(pack('passage model 0', null, {}), 'model.bin')).toThrow(/model\.bin.*fit/);
  });
});
