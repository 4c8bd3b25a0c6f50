import type { Figures } from './tasks.ts';

/** What was measured with one number of articles. */
export interface Measured {
  readonly articles: number;
  /** What the articles are. */
  readonly corpus: string;
  readonly machine: string;
  readonly runs: number;
  readonly builds: number;
  readonly ours: Figures;
  readonly lunr: Figures;
  readonly peers: readonly { readonly name: string; readonly figures: Figures }[];
}

/** The tables, in Markdown, largest corpus first; `discord` are the figures of `interactions.ts`. */
export function table(measured: readonly Measured[], discord: Figures | null): string {
  const sorted = [...measured].sort((a, b) => b.articles - a.articles);
  const one = sorted.find(({ articles }) => articles === 10_000) ?? sorted[0];
  if (!one) return '';
  return [
    barTable(one, discord),
    peerTable(one),
    ...(sorted.length > 1 ? [growthTable(sorted)] : []),
    `${one.corpus}, about 5 kB each; ${one.machine}. Medians of ${one.runs} runs (full builds ${one.builds}). Node 20 has no SQLite, and no package that builds it is installed: FTS5 is not among the engines.`,
  ].join('\n\n');
}

/** A row: what, ours, the baseline, and the bar that it is held to. */
type Row = readonly [what: string, ours: string, baseline: string, ratio: string, bar: string];

function barTable({ articles, ours, lunr }: Measured, discord: Figures | null): string {
  const beside = (what: string, a = Number.NaN, b = Number.NaN, unit: Unit, bar: string): Row => [
    what,
    unit(a),
    unit(b),
    times(a / b),
    bar,
  ];
  const alone = (what: string, value: number | undefined, unit: Unit, bar: string): Row => [
    what,
    unit(value),
    '',
    '',
    bar,
  ];
  const rows: Row[] = [
    beside('question to answer, p50', ours.p50, lunr.p50, ms, '15 ms, 0.5 ×'),
    beside('question to answer, p99', ours.p99, lunr.p99, ms, '60 ms'),
    beside('full index, attributions included', ours.build, lunr.build, ms, '60 s or 1.5 ×'),
    beside(
      'reindex after one more line in the export; beside a full one',
      ours.changeLine,
      ours.build,
      ms,
      '1 s, 0.033 ×',
    ),
    beside('reindex after one file more; beside a full one', ours.changeFile, ours.build, ms, '1 s, 0.033 ×'),
    beside('start with a saved index to first answer; lunr: load', ours.start, lunr.start, ms, '1.5 ×'),
    beside('resident memory, serving', ours.residentBytes, lunr.residentBytes, mb, '1.4 ×'),
    beside('… after six reindexes', ours.residentAfter, lunr.residentBytes, mb, '1.4 ×'),
    alone('longest stall of the thread that answers Discord, during a full reindex', ours.stall, ms, '50 ms'),
    beside('answers’ p99 meanwhile; beside the quiet one', ours.busyP99, ours.quietP99, ms, '3 ×'),
    alone('autocomplete of people, p99', ours.personP99, ms, '20 ms'),
    alone('autocomplete of topics, p99', ours.topicP99, ms, '20 ms'),
    alone('autocomplete of articles, p99', ours.articleP99, ms, '20 ms'),
  ];
  if (discord) {
    const each = (key: string, unit: Unit, what: string, bar: string) =>
      beside(what, discord[key], discord[`${key}OfConstant`], unit, bar);
    rows.push(
      each(
        'perSecond',
        plain,
        'interactions a second, five articles, 32 in flight; a bot that answers a constant',
        '0.5 ×',
      ),
      each('cpuMs', ms, '… processor time for one', ''),
      each(
        'late',
        plain,
        `… late or never of ${plain(discord.offered)} at ${plain(discord.rate)} a second`,
        'none',
      ),
    );
  }
  return markdown([
    [`${plain(articles)} articles`, 'On the Record', 'plain lunr, one index', 'ratio', 'bar'],
    ...rows,
  ]);
}

function peerTable({ peers }: Measured): string {
  return markdown([
    ['other engines, the same content words', 'build', 'query p50', 'query p99'],
    ...peers.map(({ name, figures: { build, p50, p99 } }) => [name, ms(build), ms(p50), ms(p99)]),
  ]);
}

function growthTable(measured: readonly Measured[]): string {
  return markdown([
    ['articles', 'full index', 'lunr’s build', 'one file more', 'start', 'memory', 'answer p50', 'lunr p50'],
    ...measured.map(({ articles, ours, lunr }) => [
      plain(articles),
      ms(ours.build),
      ms(lunr.build),
      ms(ours.changeFile),
      ms(ours.start),
      mb(ours.residentBytes),
      ms(ours.p50),
      ms(lunr.p50),
    ]),
  ]);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

type Unit = (value: number | undefined) => string;

const known =
  (unit: (value: number) => string): Unit =>
  (value) =>
    // What was not a number is null in figures that were kept.
    typeof value !== 'number' || Number.isNaN(value) ? '' : unit(value);
const ms = known((value) =>
  value >= 1_000 ? `${(value / 1_000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`,
);
const mb = known((value) => `${Math.round(value / 2 ** 20)} MB`);
const plain = known((value) => Math.round(value).toLocaleString('en'));
const times = known((value) => (Number.isFinite(value) ? `${value.toFixed(value < 0.1 ? 3 : 2)} ×` : ''));
