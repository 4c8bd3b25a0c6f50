import path from 'node:path';
import { type Archive, ArchiveError, type Overrides } from './archive.ts';
import { BuildingThread } from './builder.ts';
import { Recent } from './recent.ts';
import { type Method, type Server, ServingThread } from './server.ts';
import { Serving } from './serving.ts';
import { closed } from './threads.ts';
import { type Build, Upkeep } from './upkeep.ts';

export interface OpenOptions {
  /** The folder of articles. */
  readonly corpus: string;
  /** Where the index is kept. By default, `.index` within the corpus. */
  readonly index?: string;
  /** What moderators have changed so far. */
  readonly overrides?: Overrides;
  /**
   * When to bring the index up to date with the articles. `first` (the default): before this resolves. `meanwhile`:
   * while the existing index serves. `later`: when `reindex` is called. Until there is an index, calls are rejected as
   * `building`.
   */
  readonly update?: 'first' | 'meanwhile' | 'later';
  /** Aborting it stops the opening, ends what is under way and rejects as `closed`. */
  readonly signal?: AbortSignal;
  /** Receives messages for whoever hosts the bot, one line each. */
  readonly log?: (message: string) => void;
  /** Whether to work on separate threads. They need the compiled build, so the default is yes only there. */
  readonly threads?: boolean;
  /**
   * Whether to serve on the calling thread even so. For callers that only wait for answers, which would wait longer for
   * another thread.
   */
  readonly serveHere?: boolean;
}

/** How many documents the asking thread keeps, besides those of the reading thread. */
const KEPT = 128;

/**
 * Opens the archive of a folder of articles. Builds an index that is missing, stale, damaged or of another version, and
 * logs why. If building fails, an existing whole index still serves, which is logged; without one, rejects with
 * ArchiveError.
 */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const { corpus, index = path.join(corpus, '.index'), log = () => {}, update = 'first' } = options;
  const threads = options.threads ?? import.meta.filename.endsWith('.js');
  const kept = new Recent<Promise<unknown>>(KEPT);
  const onChange = () => kept.clear();
  const server =
    threads && !options.serveHere ? new ServingThread(index, log, onChange) : serverHere(index, onChange);
  const builder = threads ? new BuildingThread() : null;
  const build: Build = builder ? (...request) => builder.build(...request) : buildHere;
  const upkeep = new Upkeep({ corpus, index, server, build, log });
  const close = async () => {
    await upkeep.close();
    await Promise.all([server.close(), builder?.close()]);
  };
  options.signal?.addEventListener('abort', close);
  if (options.overrides) await upkeep.override(options.overrides);

  const loaded = failure(server.call('load'));
  const updated = update === 'later' ? loaded : failure(upkeep.reindex(() => {}));
  let unusable: ArchiveError | null = null;
  const ready = (async () => {
    const [notLoaded, notUpdated] = await Promise.all([loaded, updated]);
    if (notLoaded?.code === 'damaged') log(`The index in ${index} is built anew: ${notLoaded.message}`);
    if (!notUpdated || update === 'later') return;
    if (notLoaded) unusable = notUpdated;
    else if (notUpdated.code !== 'closed')
      log(`The index could not be brought up to date. ${notUpdated.message}`);
  })();
  await (update === 'meanwhile' ? loaded : ready);
  options.signal?.removeEventListener('abort', close);
  if (options.signal?.aborted) {
    await close();
    throw closed();
  }
  if (unusable && update === 'first') {
    await server.close();
    throw unusable;
  }

  const ask = async <M extends Method>(method: M, ...args: Parameters<Serving[M]>) => {
    try {
      return await server.call(method, ...args);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      if (error.code === 'building' && unusable) throw unusable;
      if (error.code !== 'damaged') throw error;
      await upkeep.repair(error.message);
      return await server.call(method, ...args);
    }
  };
  // Most of what an answer needs stays the same until the index changes, so it is fetched once.
  const keep = <T>(what: string, fetch: () => Promise<T>) =>
    kept.get(what, () => {
      const asked = fetch();
      asked.catch(onChange);
      return asked;
    }) as Promise<T>;
  const document = together((ids) => ask('documents', ids));
  return {
    search: (question, options) => ask('search', question, options),
    attributions: (query) => ask('attributions', query),
    count: (query) => ask('count', query),
    counterparts: (places, most) => ask('counterparts', places, most),
    attributionsWithin: (places) => ask('attributionsWithin', places),
    document: (id) => keep(`document ${id}`, () => document(id)),
    people: (typed, limit) => ask('people', typed, limit),
    naming: (names, documents) => ask('naming', names, documents),
    names: (question) => keep(`names ${question}`, () => ask('names', question)),
    misspelt: (text) => ask('misspelt', text),
    complete: (kind, typed, limit) => ask('complete', kind, typed, limit),
    articles: (find, limit) => ask('articles', find, limit),
    status: () => keep('status', () => ask('status')),
    override: (overrides) => upkeep.override(overrides),
    reindex: (onProgress = () => {}) => upkeep.reindex(onProgress),
    close,
  };
}

/**
 * Batches `fetch`: keys asked for in one turn of the event loop are fetched together. An answer asks for a dozen
 * documents at once, and each message to another thread takes time.
 */
function together<T>(fetch: (keys: readonly string[]) => Promise<readonly T[]>): (key: string) => Promise<T> {
  let keys: string[] = [];
  let fetched: Promise<readonly T[]> | null = null;
  return async (key) => {
    const at = keys.push(key) - 1;
    fetched ??= Promise.resolve().then(() => {
      const asked = keys;
      keys = [];
      fetched = null;
      return fetch(asked);
    });
    return (await fetched)[at]!;
  };
}

/** Serves in this thread. */
function serverHere(index: string, onChange: () => void): Server {
  const serving = new Serving(index, { onChange });
  return {
    async call(method, ...args) {
      return (serving[method] as (...args: unknown[]) => never)(...args);
    },
    close: async () => serving.close(),
  };
}

/** Builds in this thread. The code for it is loaded only then. */
const buildHere: Build = async (request, onProgress) => {
  const { build } = await import('./building.ts');
  return build(request, onProgress);
};

/** The error `work` was rejected with, or null. */
async function failure(work: Promise<unknown>): Promise<ArchiveError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}
