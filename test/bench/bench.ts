import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../src/root.ts';
import { questions, writeCorpus } from './corpus.ts';
import { PEERS } from './peers.ts';
import { type Figures, percentile, tasks } from './tasks.ts';

/**
 * npm run bench [-- --sizes 1000,10000 --runs 3]
 *
 * Measures the archive beside other engines on the same articles in the same run and prints one table a size, in Markdown:
 * medians over the runs, and ratios against plain lunr with one index.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '3' },
    questions: { type: 'string', default: '300' },
  },
});

if (process.argv[2] === 'task') {
  const [, , , name = '', folder = '', argument = ''] = process.argv;
  const figures = await tasks[name]?.(folder, argument);
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
} else {
  console.log(
    `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB; medians of ${options.runs} runs\n`,
  );
  for (const size of options.sizes.split(',').map(Number)) console.log(`${await bench(size)}\n`);
}

async function bench(size: number): Promise<string> {
  const folder = path.join(root, 'test', 'bench', 'results', String(size));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path.join(folder, 'articles.jsonl'))) await writeCorpus(folder, size);
  writeFileSync(
    path.join(folder, 'questions.json'),
    JSON.stringify(questions(Number(options.questions), size)),
  );

  const peers = PEERS.map((peer) => ({ name: peer.name, ...repeat('peer', folder, peer.name) }));
  const lunr = { ...peers[0], ...repeat('lunrLoad', folder) } as Figures;
  const build = repeat('build', folder, '', () =>
    rmSync(path.join(folder, '.index'), { recursive: true, force: true }),
  );
  const ours = {
    ...build,
    ...repeat('serve', folder),
    ...repeat('change', folder),
    ...repeat('reindexing', folder),
  } as Figures;
  const row = (
    what: string,
    mine: number | undefined,
    theirs: number | undefined,
    unit: (n: number) => string,
  ) =>
    `| ${what} | ${unit(mine ?? Number.NaN)} | ${theirs === undefined ? '' : unit(theirs)} | ${theirs === undefined ? '' : `${((mine ?? Number.NaN) / theirs).toFixed(2)} ×`} |`;
  return [
    `### ${size.toLocaleString('en')} articles`,
    '',
    '| what | On the Record | plain lunr, one index | ratio |',
    '| --- | --- | --- | --- |',
    row('question to answer, p50', ours.p50, lunr.p50, ms),
    row('question to answer, p99', ours.p99, lunr.p99, ms),
    row('full index', ours.build, lunr.build, ms),
    row('reindex after one article changed', ours.change, lunr.build, ms),
    row('start with a saved index to the first answer', ours.start, lunr.start, ms),
    row('resident memory, serving', ours.residentBytes, lunr.residentBytes, mb),
    row('completion while typing, p99', ours.completeP99, undefined, ms),
    row('longest stall of the answering thread during a full reindex', ours.stall, undefined, ms),
    row('answers’ p99 during it, beside the quiet p99', ours.busyP99, ours.quietP99, ms),
    '',
    '| other engines, the same words | build | query p50 | query p99 |',
    '| --- | --- | --- | --- |',
    ...peers.map(({ name, ...figures }) => {
      const { build: built, p50, p99 } = figures as Figures;
      return `| ${name} | ${ms(built)} | ${ms(p50)} | ${ms(p99)} |`;
    }),
  ].join('\n');
}

/** The medians of a task's figures over the runs. */
function repeat(task: string, folder: string, argument = '', before: () => void = () => {}): Figures {
  const runs: Figures[] = [];
  for (let n = 0; n < Number(options.runs); n++) {
    before();
    const flags = [
      '--expose-gc',
      '--max-old-space-size=8192',
      import.meta.filename,
      'task',
      task,
      folder,
      argument,
    ];
    const printed = execFileSync(process.execPath, flags, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    runs.push(JSON.parse(printed.trim().split('\n').at(-1) ?? '{}'));
  }
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      percentile(
        runs.map((run) => run[name] ?? Number.NaN),
        0.5,
      ),
    ]),
  );
}

function ms(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return 'n/a';
  return value >= 1_000 ? `${(value / 1_000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function mb(value: number): string {
  return `${Math.round(value / 2 ** 20)} MB`;
}
