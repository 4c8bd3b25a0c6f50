import type { Worker } from 'node:worker_threads';
import { ArchiveError, type Overrides } from './archive.ts';
import type { Serving } from './serving.ts';
import { closed, errorOf, heapLimit, type Outcome, startThread } from './threads.ts';

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

/** `changed` comes before the first answer from another index or under other overrides. */
export type FromServing = (Outcome<unknown> & { readonly id: number }) | 'ready' | 'changed';

export interface ThreadOptions {
  readonly script: URL;
  /** Megabytes. */
  readonly heap: number;
  /** Milliseconds after which a call counts as hanging, and its thread too. */
  readonly patience: number;
}

interface Pending extends Call {
  deaths: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A Serving in a thread of its own. If the thread dies (out of memory) or hangs, it is restarted and asked again. A
 * call on which it died twice is rejected with ArchiveError, and so are all calls if it cannot start.
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
    const worker = startThread(this.#options.script, this.#options.heap, start);
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

  /** Handles the thread's death. Calls are worked on in order, so it died on the oldest one, or while loading. */
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

  /** Keeps the process alive while somebody waits for an answer, and not for an idle thread. */
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
