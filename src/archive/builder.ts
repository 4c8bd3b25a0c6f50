import type { Worker } from 'node:worker_threads';
import { ArchiveError, type ReindexProgress, type ReindexSummary } from './archive.ts';
import type { BuildRequest } from './building.ts';
import type { PartRequest, PartResult } from './part.ts';
import { closed, errorOf, heapLimit, type Outcome, startThread } from './threads.ts';

/** Work for a building thread. */
export type Task = { readonly build: BuildRequest } | { readonly part: PartRequest };

/** What a building thread reports: its progress, and at the end the outcome. */
export type FromBuilding = Outcome<unknown> | { readonly progress: ReindexProgress };

/** Analysing up to so many articles is little work. A thread that had little work is kept for so many milliseconds. */
const LITTLE = 32;
const KEPT = 60_000;

export interface BuildingOptions {
  readonly script: URL;
  /** Megabytes. */
  readonly heap: number;
}

/**
 * Builds in a thread of its own. After little work the thread is kept for a minute: loading the analysis takes longer
 * than analysing one article, and whoever changed one may soon change another. After much work it has a large heap and
 * ends.
 */
export class BuildingThread {
  readonly #options: Partial<BuildingOptions>;
  #kept: Worker | null = null;
  #end: NodeJS.Timeout | null = null;

  constructor(options: Partial<BuildingOptions> = {}) {
    this.#options = options;
  }

  /** Rejects with ArchiveError if the thread dies or `signal` aborts it. */
  async build(
    request: BuildRequest,
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<ReindexSummary> {
    const worker = this.#kept ?? this.#begin();
    this.#forget();
    try {
      const summary = await workOf<ReindexSummary>(worker, { build: request }, onProgress, signal);
      if (summary.added.length + summary.changed.length <= LITTLE) this.#keep(worker);
      return summary;
    } finally {
      if (worker !== this.#kept) worker.terminate();
    }
  }

  /** Ends the kept thread. */
  async close(): Promise<void> {
    const kept = this.#kept;
    this.#forget();
    await kept?.terminate();
  }

  #begin(): Worker {
    const worker = buildingWorker(this.#options);
    return worker.once('exit', () => {
      if (this.#kept === worker) this.#forget();
    });
  }

  #keep(worker: Worker): void {
    this.#kept = worker;
    worker.unref();
    this.#end = setTimeout(() => this.close(), KEPT).unref();
  }

  #forget(): void {
    if (this.#end) clearTimeout(this.#end);
    this.#end = null;
    this.#kept = null;
  }
}

/** Builds a part in a thread that ends with it. Rejects with ArchiveError if the thread dies. */
export async function buildPartInThread(
  request: PartRequest,
  onProgress: (progress: ReindexProgress) => void,
): Promise<PartResult> {
  const worker = buildingWorker();
  try {
    return await workOf(worker, { part: request }, onProgress);
  } finally {
    worker.terminate();
  }
}

function buildingWorker({
  script = new URL('./building-thread.js', import.meta.url),
  heap = heapLimit(),
}: Partial<BuildingOptions> = {}): Worker {
  const worker = startThread(script, heap);
  // If nobody waits for it, its failure need not be reported.
  return worker.on('error', () => {});
}

/** What a building thread does for a task. */
function workOf<T>(
  worker: Worker,
  task: Task,
  onProgress: (progress: ReindexProgress) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const told = (message: FromBuilding) => {
      if ('progress' in message) return onProgress(message.progress);
      end();
      if ('error' in message) reject(errorOf(message.error));
      else resolve(message.value as T);
    };
    const fail = (why: ArchiveError) => {
      end();
      reject(why);
    };
    const failed = ({ message }: Error) =>
      fail(new ArchiveError('failed', `Building the index failed: ${message}`));
    const died = () => fail(new ArchiveError('failed', 'Building the index failed: its thread died'));
    const stop = () => fail(closed());
    const end = () => {
      worker.off('message', told).off('error', failed).off('exit', died);
      signal?.removeEventListener('abort', stop);
    };
    worker.on('message', told).on('error', failed).on('exit', died);
    signal?.addEventListener('abort', stop);
    worker.ref();
    if (signal?.aborted) stop();
    else worker.postMessage(task);
  });
}
