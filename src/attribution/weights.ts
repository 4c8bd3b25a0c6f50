import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { TABLE_BITS } from './features.ts';
import { LinearModel, type Models } from './model.ts';

const FILE = join(root, 'src', 'attribution', 'weights.bin');
/** The models in the order of the file, with the number of their outputs. */
const LAYOUT = [
  ['cue', 3],
  ['source', 1],
  ['left', 1],
  ['right', 1],
  ['judge', 3],
] as const;

let loaded: Models | null = null;

/** The learnt weights, read once: for each table its scale as a 32-bit float, then one signed byte a weight. */
export function loadModels(): Models {
  loaded ??= read(readFileSync(FILE));
  return loaded;
}

function read(bytes: Buffer): Models {
  let at = 0;
  const models = LAYOUT.map(([name, outputs]) => {
    const weights = new Float32Array(outputs << TABLE_BITS);
    const scale = bytes.readFloatLE(at);
    at += 4;
    for (let i = 0; i < weights.length; i++) weights[i] = bytes.readInt8(at + i) * scale;
    at += weights.length;
    return [name, new LinearModel(outputs, weights)];
  });
  return Object.fromEntries(models) as unknown as Models;
}

/** Writes weights as `loadModels` reads them. */
export function saveModels(models: Models, file = FILE): void {
  const parts = LAYOUT.map(([name]) => {
    const { weights } = models[name];
    const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    const part = Buffer.alloc(4 + weights.length);
    part.writeFloatLE(scale, 0);
    weights.forEach((weight, i) => {
      part.writeInt8(Math.round(weight / scale), 4 + i);
    });
    return part;
  });
  writeFileSync(file, Buffer.concat(parts));
}
