import type { Worker } from 'node:worker_threads';
import { ArchiveError, type ReindexProgress, type ReindexSummary } from './archive.ts';
import type { BuildRequest } from './building.ts';
import type { PartRequest, PartResult } from './part.ts';
import { closed, errorOf, heapLimit, type Outcome, startThread } from './threads.ts';

/** Work for a building thread. */
export type Task = { readonly build: BuildRequest } | { readonly part: PartRequest };

/** What a building thread says: how far it is, and in the end how it went. */
export type FromBuilding = Outcome<unknown> | { readonly progress: ReindexProgress };

/** Up to how many articles analysed is little, and for how many milliseconds a thread that had little to do is kept. */
const LITTLE = 32;
const KEPT = 60_000;

export interface BuildingOptions {
  readonly script: URL;
  /** Megabytes. */
  readonly heap: number;
}

/**
 * Builds in a thread of its own. One that had little to do is kept for a minute: it takes longer to load what analyses articles
 * than to do so with one, and whoever has changed one may change another. One that had much to do has a large heap.
 */
export class BuildingThread {
  readonly #options: Partial<BuildingOptions>;
  #kept: Worker | null = null;
  #end: NodeJS.Timeout | null = null;

  constructor(options: Partial<BuildingOptions> = {}) {
    this.#options = options;
  }

  /** Rejects with ArchiveError where the thread dies, or `signal` ends it. */
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

  /** Ends the thread that is kept. */
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

/** Builds a part in a thread of its own, which ends with it. Rejects with ArchiveError where the thread dies. */
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
  // One that nobody waits for may fail without anybody being told.
  return worker.on('error', () => {});
}

/** What a building thread makes of a task. */
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
