import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/search/features.ts';
import { MODEL, model, readModel, sumTrees } from '../../src/search/model.ts';
import { pack } from '../../src/search/pack.ts';

describe('the model of passages', () => {
  it('is one of the features that the code has', () => {
    const { rank, answer } = model();
    const features = new Float64Array(FEATURES.length);
    for (const trees of [rank, answer]) expect(Number.isFinite(sumTrees(trees, features))).toBe(true);
  });

  it('is refused, with the file and the cure named, where it is of other features or no model', () => {
    const other = pack(MODEL, FEATURES.slice(1), {});
    expect(() => readModel(other)).toThrow(/src\/search\/model\.bin.*features.*fit/);
    expect(() => readModel(pack('passage model 0', null, {}))).toThrow(/model\.bin.*fit/);
  });
});
