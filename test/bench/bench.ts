import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../src/root.ts';
import { numbersOf } from '../support/numbers.ts';
import { takeCorpus, writeCorpus } from './corpus.ts';
import { PEERS } from './peers.ts';
import { type Measured, table } from './table.ts';
import { type Figures, percentile, tasks } from './tasks.ts';

/**
 * npm run bench [-- --sizes 10000 --corpus DIR --runs 3 --builds 1 --questions 300 --discord --saved --write]
 *
 * Measures the archive beside other engines on the same articles in the same run, and prints the tables in Markdown: medians over
 * `runs`, full builds over `builds`. Articles are made, or the first ones taken of the folder `--corpus`. Figures are kept in
 * `test/bench/results`: with `--saved` nothing is measured, and the tables of an earlier run are printed again. `--discord` adds
 * interactions a second beside a constant bot. `--write` puts the tables into README.md.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    corpus: { type: 'string' },
    runs: { type: 'string', default: '3' },
    builds: { type: 'string', default: '1' },
    questions: { type: 'string', default: '300' },
    discord: { type: 'boolean', default: false },
    saved: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

if (process.argv[2] === 'task') {
  const [, , , name = '', folder = '', argument = ''] = process.argv;
  const figures = await tasks[name]?.(folder, argument);
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
} else {
  const measured: Measured[] = [];
  const wanted = options.sizes.split(',').map((sizes) => numbersOf({ sizes }).sizes);
  for (const size of wanted) measured.push(await measure(size));
  const discord = options.discord ? interactions() : options.saved ? saved('discord.json') : null;
  const tables = table(measured, discord);
  console.log(tables);
  if (options.write) writeReadme(tables);
}

async function measure(size: number): Promise<Measured> {
  const kept = saved<Measured>(`${size}/figures.json`);
  if (options.saved && kept) return kept;
  const folder = path.join(results(), String(size));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { runs, builds, questions } = options;
  const counts = numbersOf({ runs, builds, questions });
  const articles = await (options.corpus
    ? takeCorpus(options.corpus, folder, size, counts.questions)
    : writeCorpus(folder, size, counts.questions));

  const peers = PEERS.map(({ name, most = Number.POSITIVE_INFINITY }) => {
    if (articles <= most) return { name, figures: repeat(counts.builds, 'peer', folder, name) };
    process.stderr.write(`${name} is left out: it takes hours with more than ${most} articles\n`);
    return { name, figures: {} };
  });
  const measured: Measured = {
    articles,
    corpus: options.corpus ? 'articles of a folder' : 'made articles',
    machine: `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, load ${os.loadavg()[0]?.toFixed(1)}`,
    runs: counts.runs,
    builds: counts.builds,
    peers,
    lunr: { ...peers[0]?.figures, ...repeat(counts.runs, 'lunrLoad', folder) },
    ours: {
      ...repeat(counts.builds, 'build', folder),
      ...repeat(counts.runs, 'serve', folder),
      ...repeat(counts.runs, 'change', folder),
      ...repeat(counts.builds, 'reindexing', folder),
    },
  };
  writeFileSync(path.join(folder, 'figures.json'), JSON.stringify(measured, null, 2));
  return measured;
}

/**
 * The medians of a task's figures over so many runs, each in a process of its own; none where it fails, as lunr does with too
 * many articles.
 */
function repeat(times: number, task: string, folder: string, argument = ''): Figures {
  process.stderr.write(`${task} ${argument}…\n`);
  const script = [import.meta.filename, 'task', task, folder, argument];
  const runs: Figures[] = [];
  try {
    while (runs.length < times) runs.push(printedBy(['--expose-gc', '--max-old-space-size=8192', ...script]));
  } catch (error) {
    process.stderr.write(`${task} ${argument} failed: ${(error as Error).message.split('\n')[0]}\n`);
    return {};
  }
  const median = (name: string) =>
    percentile(
      runs.map((run) => run[name] ?? Number.NaN),
      0.5,
    );
  return Object.fromEntries(Object.keys(runs[0] ?? {}).map((name) => [name, median(name)]));
}

/** The figures of `interactions.ts`. */
function interactions(): Figures {
  const figures = printedBy([path.join(import.meta.dirname, 'interactions.js'), '--json']);
  mkdirSync(results(), { recursive: true });
  writeFileSync(path.join(results(), 'discord.json'), JSON.stringify(figures));
  return figures;
}

/** The last line that a script of ours prints, which is JSON. */
function printedBy(args: readonly string[]): Figures {
  const printed = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
}

function saved<T = Figures>(file: string): T | null {
  const kept = path.join(results(), file);
  return existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as T) : null;
}

function results(): string {
  return path.join(root, 'test', 'bench', 'results');
}

/** Puts the tables between their marks in README.md. */
function writeReadme(tables: string): void {
  const file = path.join(root, 'README.md');
  const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];
  const [before, rest] = readFileSync(file, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md has no place for the tables: add ${begin} and ${end}`);
  writeFileSync(file, `${before}${begin}\n\n${tables}\n\n${end}${after}`);
}
