import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { root } from '../root.ts';
import { TABLE_BITS } from './features.ts';
import { judge } from './judge.ts';
import { LinearModel, type Models } from './model.ts';
import { propose } from './propose.ts';
import { tag } from './tag.ts';
import type { Tree } from './trees.ts';

/** Where the weights lie: learnt by `train/train.ts`, read at the first text. */
const FILE = join(root, 'src', 'attribution', 'weights.bin.gz');

/** The linear models in the order of the file, with the number of their outputs; the judge's trees follow. */
const LINEAR = [
  ['cue', 3],
  ['source', 1],
  ['left', 1],
  ['right', 1],
] as const;
const NODE_BYTES = 14;

let loaded: Models | null = null;

/** The learnt weights, read once. Throws where the file is missing or damaged, or does not fit this build. */
export function loadModels(): Models {
  loaded ??= readModels(FILE);
  return loaded;
}

/** The weights of a file. Throws as `loadModels` does. */
export function readModels(file: string): Models {
  try {
    const models = read(gunzipSync(readFileSync(file)));
    if (!fits(models)) throw new Error('they were learnt for other features');
    return models;
  } catch (error) {
    throw new Error(
      `The weights in ${file} do not fit this build (${(error as Error).message}): build anew with "npm run build", or restore the file`,
    );
  }
}

/** Where nobody could miss who says what: texts, each with its source. */
const PLAIN = [
  ['The ferry will not sail on Friday, the mayor said.', 'the mayor'],
  ['According to the guild, bread will be dear in May.', 'the guild'],
  ['The reeve denied that the mill had been sold.', 'the reeve'],
] as const;

/** Whether weights see that. Those learnt for other features see nothing, or by chance something, and do not complain. */
const fits = (models: Models): boolean =>
  PLAIN.every(([text, source]) => {
    const tagged = tag(text);
    const seen = judge(tagged, propose(tagged, models), models.judge).find(({ likely }) => likely > 0.5);
    const run = seen?.proposal.source.run;
    const said = run && tagged.tokens.slice(run.start, run.end).map(({ word }) => word);
    return (
      said?.join(' ') === source && (seen?.proposal.left.run ?? seen?.proposal.right.run ?? null) !== null
    );
  });

/** The weights, unpacked. A linear model is its scale as a 32-bit float, then one signed byte a weight, output after output. */
function read(bytes: Buffer): Models {
  let at = 0;
  const linear = LINEAR.map(([name, outputs]) => {
    const scale = bytes.readFloatLE(at);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at + 4, outputs << TABLE_BITS);
    at += 4 + weights.length;
    return [name, new LinearModel(outputs, byFeature(weights, outputs), scale)] as const;
  });
  const known = new Set<number>();
  for (let left = bytes.readUInt16LE(at); left > 0; left--) known.add(bytes.readInt32LE(at + 4 * left - 2));
  at += 2 + 4 * known.size;
  const trees = bytes.readUInt16LE(at);
  at += 2;
  const judge = Array.from({ length: trees }, () => {
    const nodes = bytes.readUInt16LE(at);
    const tree = readTree(bytes, at + 2, nodes);
    at += 2 + nodes * NODE_BYTES;
    return tree;
  });
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes too many`);
  return { ...Object.fromEntries(linear), known, judge } as unknown as Models;
}

function readTree(bytes: Buffer, from: number, nodes: number): Tree {
  const tree = {
    feature: new Int16Array(nodes),
    threshold: new Float32Array(nodes),
    left: new Int16Array(nodes),
    right: new Int16Array(nodes),
    value: new Float32Array(nodes),
  };
  for (let i = 0; i < nodes; i++) {
    const at = from + i * NODE_BYTES;
    tree.feature[i] = bytes.readInt16LE(at);
    tree.threshold[i] = bytes.readFloatLE(at + 2);
    tree.left[i] = bytes.readInt16LE(at + 6);
    tree.right[i] = bytes.readInt16LE(at + 8);
    tree.value[i] = bytes.readFloatLE(at + 10);
  }
  return tree;
}

/** Weights that stand output after output, rearranged feature after feature. */
function byFeature(weights: Int8Array, outputs: number): Int8Array {
  if (outputs === 1) return weights;
  const features = weights.length / outputs;
  const arranged = new Int8Array(weights.length);
  for (let output = 0; output < outputs; output++)
    for (let i = 0; i < features; i++) arranged[i * outputs + output] = weights[output * features + i]!;
  return arranged;
}

/** Writes weights as `loadModels` reads them. */
export function saveModels(models: Models, file = FILE): void {
  const parts: Buffer[] = LINEAR.map(([name]) => {
    const { weights, outputs } = models[name];
    const features = weights.length / outputs;
    let most = 0;
    for (const weight of weights) most = Math.max(most, Math.abs(weight));
    const scale = most / 127;
    const part = Buffer.alloc(4 + weights.length);
    part.writeFloatLE(scale, 0);
    weights.forEach((weight, i) => {
      part.writeInt8(Math.round(weight / scale), 4 + (i % outputs) * features + Math.floor(i / outputs));
    });
    return part;
  });
  parts.push(number(models.known.size));
  for (const word of models.known) {
    const part = Buffer.alloc(4);
    part.writeInt32LE(word);
    parts.push(part);
  }
  parts.push(number(models.judge.length));
  for (const tree of models.judge) parts.push(number(tree.feature.length), writeTree(tree));
  writeFileSync(file, gzipSync(Buffer.concat(parts as Uint8Array[]), { level: 9 }));
}

function number(n: number): Buffer {
  const part = Buffer.alloc(2);
  part.writeUInt16LE(n);
  return part;
}

function writeTree(tree: Tree): Buffer {
  const part = Buffer.alloc(tree.feature.length * NODE_BYTES);
  tree.feature.forEach((feature, i) => {
    const at = i * NODE_BYTES;
    part.writeInt16LE(feature, at);
    part.writeFloatLE(tree.threshold[i]!, at + 2);
    part.writeInt16LE(tree.left[i]!, at + 6);
    part.writeInt16LE(tree.right[i]!, at + 8);
    part.writeFloatLE(tree.value[i]!, at + 10);
  });
  return part;
}
