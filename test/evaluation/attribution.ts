import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../../src/attribution/extract.ts';
import { readHeldOut } from '../../src/attribution/train/heldout.ts';
import { scoreDenials, scoreStatements } from '../../src/attribution/train/score.ts';

/** One figure beside what it is to be, and what others have published under the same definition. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The same cross-validated on the articles it learnt from, when the weights were learnt; null where not measured. */
  readonly heldOut: number | null;
  readonly bar: number;
  readonly published: string;
}

/**
 * The figures of the attributions, in percent: the data folder's own scorer over what `extract` finds in its texts.
 * Empty where the folder does not hold the scorer and the texts.
 */
export function attributionFigures(folder: string): Figure[] {
  const scorer = join(folder, 'score-attribution.mjs');
  const dev = join(folder, 'polnear-dev.jsonl');
  const train = join(folder, 'polnear-train-visible.jsonl');
  if (![scorer, dev, train].every((file) => existsSync(file))) return [];
  const ours = predicting(dev, (predictions) => scoreStatements(scorer, dev, predictions));
  const denials = predicting(train, (predictions) => scoreDenials(scorer, train, predictions));
  const { statements: held, denials: heldDenials } = readHeldOut();
  const figure = (name: string, value: number, heldOut: number, bar: number, published = ''): Figure => ({
    name,
    value,
    heldOut,
    bar,
    published,
  });
  return [
    figure('content F1', ours.contentF1, held.contentF1, 88, 'BERT 88.6, two people 92.3'),
    figure('joint F1', ours.jointF1, held.jointF1, 83, 'BERT 75.8, two people 89.0'),
    figure('joint precision', ours.jointPrecision, held.jointPrecision, 88),
    figure(
      'source given content',
      ours.sourceGivenContent,
      held.sourceGivenContent,
      96.5,
      'BERT 90.9, two people 97.3',
    ),
    figure('strict F1', ours.strictF1, held.strictF1, 63, 'BERT 56.5, two people 76.7'),
    figure('direct quotations found', ours.directRecall, held.directRecall, 98, 'people 99.9'),
    figure('denials F1', denials.f1, heldDenials.f1, 75, 'two people 77'),
    figure('denials precision', denials.precision, heldDenials.precision, 82),
  ];
}

/** Articles a second in processor time, as in a long archive: the weights are read, and what is run often has been compiled. */
export function attributionSpeed(folder: string): number {
  const [before, texts] = ['polnear-train-visible.jsonl', 'polnear-dev.jsonl'].map((file) =>
    readTexts(join(folder, file)).map(({ text }) => text),
  );
  for (const text of before!) extract(text);
  const start = process.cpuUsage();
  for (const text of texts!) extract(text);
  const { user, system } = process.cpuUsage(start);
  return (texts!.length * 1e6) / (user + system);
}

/** Scores what `extract` finds in the texts of a file. */
function predicting<Scores>(gold: string, score: (predictions: string) => Scores): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  try {
    const predictions = join(folder, 'predictions.jsonl');
    const lines = readTexts(gold).map(({ id, text }) => JSON.stringify({ id, attributions: extract(text) }));
    writeFileSync(predictions, lines.join('\n'));
    return score(predictions);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readTexts(file: string): { id: string; text: string }[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
