import type { Archive, ArchiveStatus } from '../archive/archive.ts';

/** So often an answer is made anew while one index replaces another. */
const TRIES = 3;

/**
 * What `work` makes of one and the same index. Spans of the old index would cut other words out of the new texts, so that work in
 * whose midst the index was replaced is done again. `work` gets the status that it is done under.
 */
export async function steady<T>(
  archive: Archive,
  work: (status: Promise<ArchiveStatus>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const before = archive.status();
    const [{ builtAt }, done] = await Promise.all([before, settled(work(before))]);
    const replaced = (await archive.status()).builtAt !== builtAt;
    if (replaced && tries < TRIES) continue;
    if ('failure' in done) throw done.failure;
    return done.result;
  }
}

async function settled<T>(work: Promise<T>): Promise<{ readonly result: T } | { readonly failure: unknown }> {
  try {
    return { result: await work };
  } catch (failure) {
    return { failure };
  }
}
