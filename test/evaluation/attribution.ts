import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../../src/attribution/extract.ts';

/** One figure beside what it is to be, and what others have published under the same definition. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bar: number;
  readonly published: string;
}

interface Scores {
  readonly content: { readonly p: number; readonly f1: number };
  readonly sourceGivenContent: { readonly f1: number };
  readonly joint: { readonly p: number; readonly f1: number };
  readonly strict: { readonly f1: number };
  readonly recallBy: Readonly<Record<string, { readonly content: number }>>;
}

const STATEMENTS = ['--subset', 'statement'];
const DENIALS = ['--subset', 'denialStrict', '--pred-kind', 'denial,dispute,no-comment', '--strict-kind'];

/**
 * The figures of the attributions, in percent: the data folder's own scorer over what `extract` finds in its texts.
 * Empty where the folder does not hold the scorer and the texts.
 */
export function attributionFigures(folder: string): Figure[] {
  const scorer = join(folder, 'score-attribution.mjs');
  const dev = join(folder, 'polnear-dev.jsonl');
  const train = join(folder, 'polnear-train-visible.jsonl');
  if (![scorer, dev, train].every((file) => existsSync(file))) return [];
  const statements = scoreOf(scorer, dev, STATEMENTS);
  const denials = scoreOf(scorer, train, DENIALS);
  return [
    { name: 'content F1', value: statements.content.f1, bar: 88, published: 'BERT 88.6, two people 92.3' },
    { name: 'joint F1', value: statements.joint.f1, bar: 83, published: 'BERT 75.8, two people 89.0' },
    { name: 'joint precision', value: statements.joint.p, bar: 88, published: '' },
    {
      name: 'source given content',
      value: statements.sourceGivenContent.f1,
      bar: 96.5,
      published: 'BERT 90.9, two people 97.3',
    },
    { name: 'strict F1', value: statements.strict.f1, bar: 63, published: 'BERT 56.5, two people 76.7' },
    {
      name: 'direct quotations found',
      value: statements.recallBy.direct?.content ?? 0,
      bar: 98,
      published: 'people 99.9',
    },
    { name: 'denials F1', value: denials.content.f1, bar: 75, published: 'two people 77' },
    { name: 'denials precision', value: denials.content.p, bar: 82, published: '' },
  ];
}

/** Articles a second on one core, reading of the weights left out. */
export function attributionSpeed(folder: string): number {
  const texts = readTexts(join(folder, 'polnear-dev.jsonl')).map(({ text }) => text);
  for (const text of texts) extract(text);
  const start = process.cpuUsage();
  for (const text of texts) extract(text);
  const { user, system } = process.cpuUsage(start);
  return (texts.length * 1e6) / (user + system);
}

function scoreOf(scorer: string, gold: string, options: readonly string[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  try {
    const predictions = join(folder, 'predictions.jsonl');
    const lines = readTexts(gold).map(({ id, text }) => JSON.stringify({ id, attributions: extract(text) }));
    writeFileSync(predictions, lines.join('\n'));
    return JSON.parse(
      execFileSync(process.execPath, [scorer, gold, predictions, ...options, '--json'], { encoding: 'utf8' }),
    );
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
