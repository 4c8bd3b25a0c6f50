/**
 * Fits the model of passages: `node dist/test/evaluation/search/fit.js DATA` writes `src/search/model.bin` and `model-few.bin`; with
 * `--folds 4` nothing is written: questions are parted by their article, and each part is answered by a model fitted
 * to the others. DATA is the folder with the questions and corpora (`squad-visible-*`, `news-10k`).
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../src/root.ts';
import { FEATURES } from '../../../src/search/features.ts';
import { MODEL, type Model } from '../../../src/search/model.ts';
import { pack } from '../../../src/search/pack.ts';
import { crossValidate, examplesOf, examplesOfFew, fitModel } from './cross-validation.ts';
import { readAnswers, segmentsOf } from './data.ts';
import { curve } from './outcome.ts';

const [folder = '', option, folds] = process.argv.slice(2);
const data = readAnswers(folder);
const news = segmentsOf(data.news);
const all = [...news, ...segmentsOf(data.articles)];

if (option === '--folds') {
  const outcomes = crossValidate(data, all, news, Number(folds), (progress) =>
    process.stderr.write(`${progress}\n`),
  );
  process.stdout.write(`${curve(outcomes)}\n`);
} else {
  const rows = examplesOf(data, all, news);
  write('model.bin', fitModel(rows));
  write('model-few.bin', fitModel([...rows, ...examplesOfFew(data)]));
}

function write(file: string, model: Model): void {
  const columns: [string, Uint8Array | Uint32Array | Float64Array][] = [];
  for (const [name, trees] of Object.entries(model))
    for (const part of ['root', 'feature', 'value', 'next'] as const)
      columns.push([`${name}${part[0]!.toUpperCase()}${part.slice(1)}`, trees[part]]);
  writeFileSync(path.join(root, 'src/search', file), pack(MODEL, FEATURES, Object.fromEntries(columns)));
}
