import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ArchiveError, type Overrides, type ReindexProgress, type ReindexSummary } from './archive.ts';
import type { BuildRequest } from './building.ts';
import type { PartRequest, PartResult } from './part.ts';
import type { Serving } from './serving.ts';

/** What a serving can be asked. */
export type Method = Exclude<keyof Serving, 'close'>;

/** A serving, in this thread or another. */
export interface Server {
  call<M extends Method>(
    method: M,
    ...args: Parameters<Serving[M]>
  ): Promise<Awaited<ReturnType<Serving[M]>>>;
  close(): Promise<void>;
}

/** What a serving thread starts with. */
export interface ServingStart {
  readonly folder: string;
  readonly overrides: Overrides | null;
  /** Whether to load the index before the first call. */
  readonly load: boolean;
}

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** How a call went. Errors lose their class between threads. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly error: { readonly code: ArchiveError['code'] | null; readonly message: string } };

/** `changed` comes before every answer that is given from another index, or under other overrides, than those before it. */
export type FromServing = (Outcome<unknown> & { readonly id: number }) | 'ready' | 'changed';
export type FromBuilding = Outcome<unknown> | { readonly progress: ReindexProgress };

export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const code = error instanceof ArchiveError ? error.code : null;
    const message = error instanceof Error ? (code ? error.message : (error.stack ?? '')) : String(error);
    return { error: { code, message } };
  }
}

function errorOf({ code, message }: Extract<Outcome<never>, { error: unknown }>['error']): Error {
  return code ? new ArchiveError(code, message) : new Error(message);
}

/** Not those of the process: some stop a thread from starting. */
const NO_FLAGS: string[] = [];

export interface ThreadOptions {
  readonly script: URL;
  /** Megabytes. */
  readonly heap: number;
  /** A call that takes longer hangs, and the thread with it. Milliseconds. */
  readonly patience: number;
}

interface Pending extends Call {
  deaths: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A Serving in a thread of its own. When the thread dies (out of memory) or hangs, it is started and asked again;
 * a call on which it died twice is rejected with ArchiveError, and so are all where it cannot even start.
 */
export class ServingThread implements Server {
  readonly #log: (message: string) => void;
  readonly #onChange: () => void;
  readonly #options: ThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #start: ServingStart;
  #worker: Worker | null = null;
  #ready = false;
  #calls = 0;
  #alarm: NodeJS.Timeout | null = null;
  #closed = false;

  /** `onChange` is called before the first answer that is given from another index or under other overrides. */
  constructor(
    folder: string,
    log: (message: string) => void,
    onChange: () => void,
    options: Partial<ThreadOptions> = {},
  ) {
    this.#start = { folder, overrides: null, load: false };
    this.#log = log;
    this.#onChange = onChange;
    const script = new URL('./serving-thread.js', import.meta.url);
    this.#options = { script, heap: heapLimit(), patience: 20_000, ...options };
  }

  call<M extends Method>(
    method: M,
    ...args: Parameters<Serving[M]>
  ): Promise<Awaited<ReturnType<Serving[M]>>> {
    if (method === 'override') this.#start = { ...this.#start, overrides: args[0] as Overrides };
    if (method === 'load') this.#start = { ...this.#start, load: true };
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closed());
      const id = this.#calls++;
      this.#worker ??= this.#begin({ ...this.#start, load: this.#start.load && method !== 'load' });
      this.#worker.postMessage({ id, method, args } satisfies Call);
      this.#pending.set(id, { id, method, args, deaths: 0, resolve: resolve as Pending['resolve'], reject });
      if (this.#pending.size === 1) this.#attend();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectAll(closed());
    await this.#worker?.terminate();
  }

  #begin(start: ServingStart): Worker {
    this.#ready = false;
    const worker = new Worker(this.#options.script, {
      workerData: start,
      execArgv: NO_FLAGS,
      resourceLimits: limitsFor(this.#options.heap),
    });
    worker.on('message', (message: FromServing) => {
      if (message === 'changed') this.#onChange();
      else if (message !== 'ready') this.#settle(message.id, message);
      else {
        this.#ready = true;
        this.#attend();
      }
    });
    worker.on('error', (error) => this.#log(`The thread that serves the index failed: ${error.message}`));
    worker.on('exit', () => this.#bury());
    return worker;
  }

  #settle(id: number, outcome: Outcome<unknown>): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if ('error' in outcome) pending?.reject(errorOf(outcome.error));
    else pending?.resolve(outcome.value);
    this.#attend();
  }

  /** After the thread's death. Calls are worked on in order: it was the oldest one that it died on, or loading. */
  #bury(): void {
    this.#worker = null;
    if (this.#closed) return;
    const failed = new ArchiveError('failed', 'The thread that serves the index died; the log says why');
    if (!this.#ready) {
      this.#rejectAll(failed);
      return;
    }
    const loads = [...this.#pending.values()].filter(({ method }) => method === 'load');
    const oldest = [...this.#pending.values()].find(({ method }) => method !== 'load');
    for (const suspect of [...loads, ...(oldest ? [oldest] : [])])
      if (++suspect.deaths > 1) {
        this.#pending.delete(suspect.id);
        suspect.reject(failed);
      }
    this.#log('The thread that serves the index is started again');
    this.#worker = this.#begin(this.#start);
    for (const { id, method, args } of this.#pending.values())
      this.#worker.postMessage({ id, method, args } satisfies Call);
    this.#attend();
  }

  #rejectAll(error: ArchiveError): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
    this.#attend();
  }

  /** Keeps the process alive while somebody waits for an answer, and no thread that gives none. */
  #attend(): void {
    if (this.#alarm) clearTimeout(this.#alarm);
    this.#alarm = null;
    if (this.#pending.size === 0) {
      this.#worker?.unref();
      return;
    }
    this.#worker?.ref();
    // Loading a large index takes a while.
    const patience = this.#options.patience * (this.#ready ? 1 : 10);
    this.#alarm = setTimeout(() => {
      this.#log(`The thread that serves the index has not answered for ${patience / 1000} s`);
      this.#worker?.terminate();
    }, patience);
  }
}

/** Work for a building thread. */
export type Task = { readonly build: BuildRequest } | { readonly part: PartRequest };

/** So many articles analysed is little, and so long a thread that had little to do is kept. Milliseconds. */
const LITTLE = 32;
const KEPT = 60_000;

/**
 * Builds in a thread of its own. One that had little to do is kept for a minute: it takes longer to load what analyses articles
 * than to do so with one, and whoever has changed one may change another. One that had much to do has a large heap.
 */
export class BuildingThread {
  readonly #options: Partial<ThreadOptions>;
  #kept: Worker | null = null;
  #end: NodeJS.Timeout | null = null;

  constructor(options: Partial<ThreadOptions> = {}) {
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
}: Partial<ThreadOptions> = {}): Worker {
  const worker = new Worker(script, {
    execArgv: NO_FLAGS,
    resourceLimits: limitsFor(heap),
  });
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

/**
 * Where there is memory, a young generation of four times V8's own, which makes three parts of it, each a power of two: what an
 * answer is made from lives for milliseconds, and an eighth of the time went into clearing it away.
 */
function limitsFor(heap: number) {
  return { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: heap < 1920 ? 48 : 192 };
}

/**
 * Megabytes of heap for one thread: half of what the machine or the container has, within reason. From 2048 on, V8 lets a
 * heap grow to four times what it holds before it collects the garbage, below to less than twice
 * (https://github.com/v8/v8/blob/11.3-lkgr/src/heap/heap-controller.cc, MaxGrowingFactor).
 */
function heapLimit(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(2000, Math.max(512, memory / 2 ** 21)));
}

function closed(): ArchiveError {
  return new ArchiveError('closed', 'The archive has been closed');
}
