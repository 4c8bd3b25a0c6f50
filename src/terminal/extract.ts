import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { heapLimit, startThread } from '../archive/threads.ts';
import type { Document } from '../corpus/document.ts';
import { reasonOf } from '../corpus/reason.ts';
import { say } from '../locales/say.ts';
import { printLine } from './print.ts';
import { type Row, rowOf, rowWith } from './rows.ts';

/**
 * Prints the attributions of each article file as one JSON line, with the text their offsets point into. A file's id is
 * its path within `corpus`, or its name if it is elsewhere. Reports unreadable files and returns how many there are.
 */
export async function extractFiles(
  files: readonly string[],
  corpus: string,
  complain: (message: string) => void,
): Promise<number> {
  let unreadable = 0;
  for (const file of files) {
    const article = await readArticle(file, corpus);
    const row =
      typeof article === 'string'
        ? { failure: article }
        : rowWith({ id: article.id, title: article.title, text: article.text }, article.text);
    if ('json' in row) await printLine(row.json);
    else {
      unreadable += 1;
      complain(`${file} ${row.failure}`);
    }
  }
  return unreadable;
}

type Rows = readonly (Row | null)[];

/** How many lines are passed on together, and how many such blocks may wait for their turn to be printed. */
const BLOCK = 16;
const MOST_WAITING = 8;

/**
 * The same for each line `{"id","text"}` of a file, `.jsonl` or `.jsonl.gz`. `text` is taken as it is and not printed
 * back. A long file is shared with another thread if there is a second core.
 */
export async function extractLines(file: string, complain: (message: string) => void): Promise<number> {
  let number = 0;
  let unreadable = 0;
  const made: (Rows | Promise<Rows>)[] = [];
  const printNext = async () => {
    for (const row of await made.shift()!) {
      number += 1;
      if (row && 'json' in row) await printLine(row.json);
      else if (row) {
        unreadable += 1;
        complain(`${file}, line ${number}: ${row.failure}`);
      }
    }
  };
  const broken = (error: unknown) => {
    unreadable += 1;
    complain(`${file} ${say(reasonOf(error), 'en')}`);
  };
  const helper = availableParallelism() > 1 && (await stat(file)).size > WORTH_SHARING ? new Helper() : null;
  try {
    for await (const lines of blocksOf(file, helper ? BLOCK : 1, broken)) {
      made.push(helper?.isFree() ? helper.rowsOf(lines) : lines.map(rowOf));
      // Lets the results of the other thread come in.
      if (helper) await turn();
      while (made.length > (helper ? MOST_WAITING : 0)) await printNext();
    }
    while (made.length > 0) await printNext();
  } finally {
    await helper?.end();
  }
  return unreadable;
}

/**
 * Reads a file in blocks of lines, unpacking it if its name ends with .gz. If it cannot be read to its end, yields the
 * lines before and calls `broken` with the reason.
 */
async function* blocksOf(
  file: string,
  size: number,
  broken: (error: unknown) => void,
): AsyncGenerator<readonly string[]> {
  const bytes = createReadStream(file);
  const input = file.toLowerCase().endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  let lines: string[] = [];
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (lines.push(line) < size) continue;
      yield lines;
      lines = [];
    }
  } catch (error) {
    broken(error);
  }
  yield lines;
}

/** From this many bytes on a file is shared. Some hundred articles are done before another thread is ready. */
const WORTH_SHARING = 1_000_000;

/** Another thread that turns lines into rows. It always has one block to work on and one waiting. */
class Helper {
  readonly #worker = startThread(new URL('./rows-thread.js', import.meta.url), heapLimit());
  readonly #asked: { resolve(rows: Rows): void; reject(why: Error): void }[] = [];

  constructor() {
    this.#worker.on('message', (rows: Rows) => this.#asked.shift()!.resolve(rows));
    this.#worker.on('error', (why) => {
      for (const { reject } of this.#asked)
        reject(new Error(`The thread that reads articles died: ${why.message}`));
    });
  }

  isFree(): boolean {
    return this.#asked.length < 2;
  }

  /** Rejects if the thread dies. */
  rowsOf(lines: readonly string[]): Promise<Rows> {
    const rows = new Promise<Rows>((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(lines);
    });
    // Whoever waits for the rows gets the error in their turn.
    rows.catch(() => {});
    return rows;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The article, or the reason there is none, in English for the host. */
async function readArticle(file: string, corpus: string): Promise<Document | string> {
  const within = path.relative(corpus, path.resolve(file));
  const id =
    within.startsWith('..') || path.isAbsolute(within)
      ? path.basename(file)
      : within.split(path.sep).join('/');
  const { fileType, readDocument } = await import('../corpus/read.ts');
  if (fileType(id) === 'jsonl') return `holds an article a line: npm run -s extract -- --jsonl ${file}`;
  try {
    const read = await readDocument(await readFile(file), id);
    return 'document' in read ? read.document : say(read.skipped, 'en');
  } catch (error) {
    return say(reasonOf(error), 'en');
  }
}
