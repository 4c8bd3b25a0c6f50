import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { cases, score, tied } from './counterparts.ts';

const data = path.join(root, '../shared/eval');

test('at least sixty denials and claims are tied by hand, each within its own article', () => {
  const pairs = tied().flatMap(({ denial, claims }) => claims.map((claim) => [denial, claim]));
  expect(pairs.length).toBeGreaterThanOrEqual(60);
  for (const [denial, claim] of pairs) expect(denial).not.toEqual(claim);
});

test.runIf(existsSync(path.join(data, 'polnear-train-visible.jsonl')))(
  'denials of the visible articles are tied to what they deny',
  () => {
    expect(score(cases(data, 'annotated')).byDenial).toBeGreaterThanOrEqual(0.75);
  },
  60_000,
);
