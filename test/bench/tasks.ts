import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { type OpenOptions, openArchive } from '../../src/archive/open.ts';
import type { BenchArticle } from './corpus.ts';
import { loadLunr, PEERS } from './peers.ts';

/**
 * What is measured, each in a process of its own so that no measurement warms or fattens another. A task gets a folder with
 * `articles.jsonl` and `questions.json` and returns figures: milliseconds, or bytes where the name says so.
 */
export type Figures = Readonly<Record<string, number>>;
export type Task = (folder: string, argument: string) => Promise<Figures>;

const ASKED_BEFORE_COUNTING = 20;
/** Milliseconds between two questions during a reindex, */
const BETWEEN = 40;
/** and between two reindexes. */
const AFTERWARDS = 2_000;

export const tasks: Readonly<Record<string, Task>> = {
  /** A peer's build and queries; what it saves is kept for `lunrLoad`. */
  async peer(folder, name) {
    const peer = PEERS.find((each) => each.name === name);
    if (!peer) throw new Error(`No peer is called ${name}`);
    const articles = readArticles(folder);
    const { value: built, ms: build } = await timed(() => peer.build(articles));
    const times = await askAll(contentQuestions(folder), (words) => built.query(words));
    try {
      const saved = built.save();
      if (saved !== null) writeFileSync(path.join(folder, `${slug(name)}.json`), saved);
    } catch {
      // Longer than a string may be: it cannot be loaded either.
    }
    return { build, ...spread(times) };
  },

  /** Plain lunr from its saved index: load, first answer, and the memory it takes with the index loaded. */
  async lunrLoad(folder) {
    const began = performance.now();
    const loaded = loadLunr(readFileSync(path.join(folder, `${slug('lunr, one index')}.json`), 'utf8'));
    const ready = performance.now() - began;
    const [first = []] = contentQuestions(folder);
    await loaded.query(first);
    const start = performance.now() - began;
    global.gc?.();
    return { load: ready, start, residentBytes: process.memoryUsage().rss };
  },

  /** A full index, attributions included, into an empty folder. */
  async build(folder) {
    rmSync(path.join(folder, '.index'), { recursive: true, force: true });
    const { value: archive, ms } = await timed(() => open(folder));
    const { documents } = await archive.status();
    await archive.close();
    return { build: ms, documents };
  },

  /** From a saved index to the first answer, then every question once, memory, and completions. */
  async serve(folder) {
    const began = performance.now();
    const archive = await open(folder, { update: 'later' });
    const questions = readQuestions(folder);
    await reply(archive, questions[0] ?? 'who said it?');
    const start = performance.now() - began;
    const times = await askAll(questions, (question) => reply(archive, question));
    const typed = questions.flatMap((question) =>
      question
        .split(' ')
        .slice(2, 5)
        .map((word) => word.slice(0, 4)),
    );
    const completed = async (kind: 'person' | 'topic' | 'article') =>
      percentile(await askAll(typed, (text) => archive.complete(kind, text, 25)), 0.99);
    const completions = {
      personP99: await completed('person'),
      topicP99: await completed('topic'),
      articleP99: await completed('article'),
    };
    global.gc?.();
    const residentBytes = process.memoryUsage.rss();
    await archive.close();
    return { start, ...spread(times), ...completions, residentBytes };
  },

  /**
   * What bringing the index up to date with one more line of the export costs, and with one more file, three times each; memory
   * after that.
   */
  async change(folder) {
    const copy = copyOf(folder, 'changing');
    const archive = await open(copy);
    const { text } = firstArticle(folder);
    const changeBy = async (change: (n: number) => void) => {
      const times: number[] = [];
      for (let n = 0; n < 3; n++) {
        change(n);
        const { value, ms } = await timed(() => archive.reindex());
        if (value.added.length !== 1)
          throw new Error(`One article was added, ${value.added.length} were noticed`);
        times.push(ms);
        // Names are listed between questions after that.
        await reply(archive, `Who said it in edition ${n}?`);
        await sleep(AFTERWARDS);
      }
      return percentile(times, 0.5);
    };
    const changeFile = await changeBy((n) => writeFileSync(path.join(copy, `extra-${n}.txt`), text));
    const changeLine = await changeBy((n) =>
      appendFileSync(path.join(copy, 'articles.jsonl'), `${JSON.stringify({ id: `extra-${n}`, text })}\n`),
    );
    global.gc?.();
    const residentAfter = process.memoryUsage.rss();
    await archive.close();
    rmSync(copy, { recursive: true });
    return { changeFile, changeLine, residentAfter };
  },

  /**
   * Every article changed: a full reindex while some twenty questions a second are asked: the longest stall of this thread, and
   * what the answers took.
   */
  async reindexing(folder) {
    const copy = copyOf(folder, 'rebuilding');
    const file = path.join(copy, 'articles.jsonl');
    const archive = await open(copy, { update: 'later' });
    const questions = readQuestions(folder);
    const quiet = await askAll(questions, (question) => reply(archive, question));
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"text":"', '"text":"Another edition. '));
    global.gc?.();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let running = true;
    const rebuild = archive.reindex().finally(() => {
      running = false;
    });
    const busy: number[] = [];
    for (let n = 0; running; n++) {
      busy.push((await timed(() => reply(archive, questions[n % questions.length]!))).ms);
      await sleep(BETWEEN);
    }
    await rebuild;
    delay.disable();
    await archive.close();
    rmSync(copy, { recursive: true });
    return { stall: delay.max / 1e6, quietP99: percentile(quiet, 0.99), busyP99: percentile(busy, 0.99) };
  },
};

/** The folder with its index once more, for what alters it. */
function copyOf(folder: string, name: string): string {
  const copy = `${folder}-${name}`;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const each of ['articles.jsonl', '.index'])
    cpSync(path.join(folder, each), path.join(copy, each), { recursive: true, preserveTimestamps: true });
  return copy;
}

/** The value at that share of the sorted times. NaN for none. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const reply = (archive: Archive, question: string) => answer(archive, question, []);
const open = (corpus: string, options: Partial<OpenOptions> = {}) => openArchive({ corpus, ...options });
const slug = (name: string) => name.replace(/[^a-z]+/gi, '-');
const spread = (times: readonly number[]) => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await run();
  return { value, ms: performance.now() - began };
}

async function askAll<Q>(questions: readonly Q[], run: (question: Q) => Promise<unknown>): Promise<number[]> {
  for (const question of questions.slice(0, ASKED_BEFORE_COUNTING)) await run(question);
  const times: number[] = [];
  for (const question of questions) times.push((await timed(() => run(question))).ms);
  return times;
}

function readArticles(folder: string): BenchArticle[] {
  return readFileSync(path.join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function firstArticle(folder: string): BenchArticle {
  return JSON.parse(readFileSync(path.join(folder, 'articles.jsonl'), 'utf8').split('\n', 1)[0]!);
}

const readQuestions = (folder: string): string[] =>
  JSON.parse(readFileSync(path.join(folder, 'questions.json'), 'utf8'));

/** The questions' words without those that every question has: what a peer is asked. */
const contentQuestions = (folder: string): string[][] =>
  readQuestions(folder).map((question) =>
    (question.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !ASKING.has(word)),
  );

const ASKING = new Set(
  'what did say about the who denied when reach how many were in claimed that would why was of called off'.split(
    ' ',
  ),
);
