import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveError, type Overrides, type ReindexProgress, type ReindexSummary } from './archive.ts';
import type { BuildRequest } from './building.ts';
import { type Holder, lock } from './lock.ts';
import type { Server } from './server.ts';
import { cannotWrite, prepare, sweep } from './store.ts';
import { closed } from './threads.ts';

export interface UpkeepOptions {
  readonly corpus: string;
  readonly index: string;
  readonly server: Server;
  readonly build: Build;
  readonly log: (message: string) => void;
}

export type Build = (
  request: BuildRequest,
  onProgress: (progress: ReindexProgress) => void,
  signal: AbortSignal,
) => Promise<ReindexSummary>;

type Listener = (progress: ReindexProgress) => void;

/** Milliseconds between attempts to get a lock that another process holds. */
const POLL = 250;

/** Keeps the index up to date, one build at a time. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #listeners = new Set<Listener>();
  #running: Promise<ReindexSummary> | null = null;
  #next: Promise<ReindexSummary> | null = null;
  #overrides: Overrides | null = null;
  readonly #closing = new AbortController();
  #repair: Promise<unknown> | null = null;

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  async override(overrides: Overrides): Promise<void> {
    this.#overrides = overrides;
    await this.#options.server.call('override', overrides);
  }

  /**
   * Brings the index up to date and puts the new one into service. A call during a build joins it. Since that build may
   * have read the folder before the caller changed it, a second look follows (short if nothing has changed), and the
   * caller gets what both found.
   */
  async reindex(onProgress: Listener): Promise<ReindexSummary> {
    const listener: Listener = (progress) => onProgress(progress);
    this.#listeners.add(listener);
    try {
      return await (this.#running ? this.#join(this.#running) : this.#begin());
    } finally {
      this.#listeners.delete(listener);
    }
  }

  /** Rebuilds what is damaged. A call during a repair waits for the same one. */
  async repair(reason: string): Promise<void> {
    this.#repair ??= (async () => {
      this.#options.log(`${reason}; what is damaged is built anew from the articles`);
      await this.#running?.catch(() => {});
      await this.#begin(true);
    })().finally(() => {
      this.#repair = null;
    });
    await this.#repair;
  }

  /** Ends a running build. The index stays as it was. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running?.catch(() => {});
  }

  #begin(verify = false): Promise<ReindexSummary> {
    const running = this.#cycle(verify)
      .catch((error: unknown) => {
        // Where no article has changed, only loading the index finds damage.
        if (verify || !(error instanceof ArchiveError && error.code === 'damaged')) throw error;
        return this.#cycle(true);
      })
      .finally(() => {
        if (this.#running === running) this.#running = null;
      });
    this.#running = running;
    return running;
  }

  #join(running: Promise<ReindexSummary>): Promise<ReindexSummary> {
    this.#next ??= running
      .catch(() => null)
      .then(async (first) => {
        this.#next = null;
        const second = await this.#begin();
        return first ? together(first, second) : second;
      });
    return this.#next;
  }

  async #cycle(verify: boolean): Promise<ReindexSummary> {
    const { corpus, index, server, build } = this.#options;
    const right = await this.#rightToBuild();
    const [release, unwritable] = typeof right === 'string' ? [null, right] : [right, null];
    const tell: Listener = (progress) => {
      for (const listener of this.#listeners) listener(progress);
    };
    try {
      // What a killed build left behind may be what fills the disk.
      if (release) await sweep(index);
      const request = { corpus, index, overrides: this.#overrides, verify, unwritable };
      const summary = await build(request, tell, this.#closing.signal);
      tell({ stage: 'loading', done: 0, total: 1 });
      await server.call('load');
      return summary;
    } finally {
      if (release) await sweep(index);
      await release?.();
    }
  }

  /** The function that gives the lock back, or the reason nothing can be written. */
  async #rightToBuild(): Promise<(() => Promise<void>) | string> {
    const { corpus, index, log } = this.#options;
    // It must not come into being again, empty, for the sake of an index within it.
    if (!existsSync(corpus)) return `The corpus folder ${corpus} is gone`;
    try {
      await prepare(index);
      for (let told = false; ; told = true) {
        const got = await lock(index);
        if (typeof got === 'function') return got;
        if (!told) log(`${nameOf(got)} builds the index in ${index}; waiting`);
        await wait(POLL);
        if (this.#closing.signal.aborted) throw closed();
      }
    } catch (error) {
      const why = cannotWrite(index, error);
      if (why instanceof ArchiveError && why.code === 'unwritable') return why.message;
      throw why;
    }
  }
}

/** Who holds a lock, in words. A lock still being written names nobody. */
const nameOf = ({ pid, host, since }: Holder): string =>
  pid === 0 ? 'Another process' : `Process ${pid} on ${host}, since ${since},`;

function together(first: ReindexSummary, second: ReindexSummary): ReindexSummary {
  const added = new Set([...first.added, ...second.added]);
  for (const id of second.removed) added.delete(id);
  const removed = new Set([...first.removed, ...second.removed]);
  for (const id of second.added) removed.delete(id);
  const changed = new Set([...first.changed, ...second.changed]);
  for (const id of [...added, ...removed]) changed.delete(id);
  return {
    ...second,
    added: [...added],
    changed: [...changed],
    removed: [...removed],
    milliseconds: first.milliseconds + second.milliseconds,
  };
}
