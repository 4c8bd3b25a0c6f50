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

test('a forest of deeper trees scores every row as its trees do, and what is no number goes right', () => {
  // 1: feature 0 up to 5? 2: feature 1 up to 0? 3: feature 0 up to 9?; five leaves, one of them right below the root's right.
  const tree: Tree = {
    feature: Int16Array.of(0, 1, 0, -1, 0, -1, -1, -1, -1),
    threshold: Float32Array.of(5, 0, 9, 0, 2, 0, 0, 0, 0),
    left: Int16Array.of(1, 3, 5, 0, 7, 0, 0, 0, 0),
    right: Int16Array.of(2, 4, 6, 0, 8, 0, 0, 0, 0),
    value: Float32Array.of(0, 0, 0, 1, 0, 2, 4, 8, 16),
  };
  const forest = [tree, stump(1, 0, 32, 64), tree];
  for (const first of [1, 2, 3, 5, 6, 9, 10, Number.NaN])
    for (const second of [-1, 0, 1, Number.NaN]) {
      const row = new Float64Array([first, second]);
      expect(forestScore(forest, row)).toBe(forest.reduce((sum, each) => sum + treeScore(each, row), 0));
    }
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
