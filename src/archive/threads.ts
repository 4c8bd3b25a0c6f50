import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ArchiveError } from './archive.ts';

/** How a call went. Errors lose their class between threads. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly error: { readonly code: ArchiveError['code'] | null; readonly message: string } };

/** Starts a thread with so many megabytes of heap. */
export function startThread(script: URL, heap: number, workerData?: unknown): Worker {
  return new Worker(script, { workerData, execArgv: NO_FLAGS, resourceLimits: limitsFor(heap) });
}

/** Not those of the process: some stop a thread from starting. */
const NO_FLAGS: string[] = [];

/** What became of some work, to be told to another thread. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const code = error instanceof ArchiveError ? error.code : null;
    const message = error instanceof Error ? (code ? error.message : (error.stack ?? '')) : String(error);
    return { error: { code, message } };
  }
}

/** The error that another thread tells of. */
export function errorOf({ code, message }: Extract<Outcome<never>, { error: unknown }>['error']): Error {
  return code ? new ArchiveError(code, message) : new Error(message);
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
export function heapLimit(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(2000, Math.max(512, memory / 2 ** 21)));
}

/** Why an archive that has been closed does nothing any more. */
export function closed(): ArchiveError {
  return new ArchiveError('closed', 'The archive has been closed');
}
