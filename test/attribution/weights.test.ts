import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readModels } from '../../src/attribution/weights.ts';
import { root } from '../../src/root.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-weights-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kept = path.join(root, 'src/attribution/weights.bin.gz');
const whole = gunzipSync(readFileSync(kept));

/** What the linear model for cues takes at the beginning of the file: its scale, then its weights. */
const CUE = { start: 4, end: 4 + 3 * 2 ** 20 };

describe('weights', () => {
  test('that were learnt with this code are read', () => {
    expect(readModels(kept).judge.length).toBeGreaterThan(0);
  });

  test.each<[string, () => Uint8Array]>([
    ['learnt for other features', () => gzipSync(shifted(), { level: 1 })],
    ['of a model less', () => gzipSync(whole.subarray(0, CUE.end), { level: 1 })],
    ['with more behind them', () => gzipSync(Buffer.concat([whole, new Uint8Array(9)]), { level: 1 })],
    ['cut off', () => readFileSync(kept).subarray(0, 5000)],
  ])('%s are refused with their file and the cure', (name, bytes) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes());
    expect(() => readModels(file)).toThrow(`The weights in ${file} do not fit this build`);
    expect(() => readModels(file)).toThrow('npm run build');
  });

  test('that are not there are told by their file', () => {
    expect(() => readModels(path.join(folder, 'none'))).toThrow(path.join(folder, 'none'));
  });
});

/** The file with the weights of each cue's feature given to the next. */
function shifted(): Buffer {
  const bytes = Buffer.from(whole);
  bytes.copyWithin(CUE.start + 1, CUE.start, CUE.end - 1);
  return bytes;
}
