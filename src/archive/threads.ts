import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ArchiveError } from './archive.ts';

/** How a call ended. Errors lose their class between threads, so their parts are passed. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly error: { readonly code: ArchiveError['code'] | null; readonly message: string } };

/** Starts a thread with `heap` megabytes of heap. */
export function startThread(script: URL, heap: number, workerData?: unknown): Worker {
  return new Worker(script, { workerData, execArgv: NO_FLAGS, resourceLimits: limitsFor(heap) });
}

/** A thread gets none of the process's flags, since some keep it from starting. */
const NO_FLAGS: string[] = [];

/** How some work ended, in a form for another thread. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const code = error instanceof ArchiveError ? error.code : null;
    const message = error instanceof Error ? (code ? error.message : (error.stack ?? '')) : String(error);
    return { error: { code, message } };
  }
}

/** The error that another thread reported. */
export function errorOf({ code, message }: Extract<Outcome<never>, { error: unknown }>['error']): Error {
  return code ? new ArchiveError(code, message) : new Error(message);
}

/**
 * Where memory allows, the young generation gets four times V8's own size (three parts, each a power of two). The
 * objects behind an answer live for milliseconds, and collecting them took an eighth of the time.
 */
function limitsFor(heap: number) {
  return { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: heap < 1920 ? 48 : 192 };
}

/**
 * Megabytes of heap for one thread: half of the machine's or the container's memory, within reason. From 2048 on, V8
 * lets a heap grow to four times its live size before it collects garbage; below that, to less than twice
 * (https://github.com/v8/v8/blob/11.3-lkgr/src/heap/heap-controller.cc, MaxGrowingFactor).
 */
export function heapLimit(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(2000, Math.max(512, memory / 2 ** 21)));
}

/** The error of an archive that has been closed. */
export function closed(): ArchiveError {
  return new ArchiveError('closed', 'The archive has been closed');
}
