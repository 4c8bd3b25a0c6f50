import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { root } from '../../src/root.ts';
import { temporary } from '../support/archive.ts';

// Each run is a process of its own, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 });

it.each([
  [[], 'Say where the evaluation data is'],
  [['--data'], 'argument missing. Say where'],
  [['--data', path.join(root, 'no-such-folder')], 'no-such-folder. Say where'],
  [['--data', temporary()], 'nothing to evaluate with'],
])('The evaluation says what it lacks, in a line: %j', (args, message) => {
  const main = path.join(root, 'dist', 'test', 'evaluation', 'evaluate.js');
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
