import { expect, test } from 'vitest';
import { boost } from '../../src/attribution/train/boost.ts';
import { forestScore, type Tree, treeScore } from '../../src/attribution/trees.ts';

/** Asks one feature, and gives one value or the other. */
const stump = (feature: number, threshold: number, low: number, high: number): Tree => ({
  feature: Int16Array.of(feature, -1, -1),
  threshold: Float32Array.of(threshold, 0, 0),
  left: Int16Array.of(1, 0, 0),
  right: Int16Array.of(2, 0, 0),
  value: Float32Array.of(0, low, high),
});

test('a forest scores a row as its trees do one by one, a value at the threshold going left', () => {
  const forest = [stump(0, 2, -1, 1), stump(1, 0.5, 10, 20), stump(1, 3, 0.25, 0.5)];
  for (const row of [
    [2, 0.5],
    [2.5, 4],
    [-1, 3],
  ].map((values) => new Float64Array(values)))
    expect(forestScore(forest, row)).toBe(forest.reduce((sum, tree) => sum + treeScore(tree, row), 0));
  expect(forestScore(forest, new Float64Array([2, 0.5]))).toBe(9.25);
});

test('boosting learns where yes begins, and heeds a row by its weight', () => {
  const row = (value: number, right: boolean, weight: number) => ({
    values: new Float64Array([value]),
    right,
    weight,
  });
  const rows = Array.from({ length: 200 }, (_, i) => row(i, i >= 100, 1));
  const wrong = Array.from({ length: 200 }, (_, i) => row(i, i < 100, 0.05));
  const settings = { rounds: 20, depth: 2, rate: 0.3, leaf: 1, lambda: 1, rows: 1, features: 1 };
  const forest = boost([...rows, ...wrong], settings);
  expect(forestScore(forest, new Float64Array([30]))).toBeLessThan(-1);
  expect(forestScore(forest, new Float64Array([170]))).toBeGreaterThan(1);
});
