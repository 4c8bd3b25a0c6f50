import path from 'node:path';
import type { Archive, ReindexProgress, ReindexSummary } from './archive.ts';
import { Serving } from './serving.ts';

export interface OpenOptions {
  /** The folder of articles. */
  readonly corpus: string;
  /** Where the index is kept; `.index` within the corpus where not given. */
  readonly index?: string;
  /** One line for hosts. */
  readonly log?: (message: string) => void;
}

/** Opens the archive of a folder of articles, building or updating its index first where that is needed. */
export async function openArchive({
  corpus,
  index = path.join(corpus, '.index'),
}: OpenOptions): Promise<Archive> {
  const serving = new Serving(index);
  const { build } = await import('./building.ts');
  const listeners = new Set<(progress: ReindexProgress) => void>();
  let running: Promise<ReindexSummary> | null = null;
  const reindex = async () => {
    const summary = await build({ corpus, index, overrides: null }, (progress) => {
      for (const listener of listeners) listener(progress);
    });
    await serving.load();
    return summary;
  };
  await reindex();
  return {
    search: async (question, options) => serving.search(question, options),
    attributions: async (query) => serving.attributions(query),
    count: async (query) => serving.count(query),
    attributionsAt: async (places) => serving.attributionsAt(places),
    attributionsWithin: async (places) => serving.attributionsWithin(places),
    document: async (id) => serving.document(id),
    people: async (typed, limit) => serving.people(typed, limit),
    names: async (question) => serving.names(question),
    complete: async (kind, typed, limit) => serving.complete(kind, typed, limit),
    articles: async (find, limit) => serving.articles(find, limit),
    status: async () => serving.status(),
    override: async (overrides) => serving.override(overrides),
    reindex(onProgress = () => {}) {
      listeners.add(onProgress);
      running ??= reindex().finally(() => {
        running = null;
        listeners.clear();
      });
      return running;
    },
    close: async () => serving.close(),
  };
}
