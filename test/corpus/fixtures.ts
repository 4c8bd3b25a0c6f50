import type { Document } from '../../src/corpus/document.ts';
import { readDocument } from '../../src/corpus/read.ts';

/** Reads `content` as the file `id`; fails the test where it is skipped. */
export async function documentOf(content: string | Uint8Array, id = 'article.txt'): Promise<Document> {
  const result = await readDocument(content, id);
  if ('skipped' in result) throw new Error(`${id} ${result.skipped}`);
  return result.document;
}

/** The reason why `content` is skipped, or null where it is read. */
export async function reasonFor(content: string | Uint8Array, id = 'article.txt'): Promise<string | null> {
  const result = await readDocument(content, id);
  return 'skipped' in result ? result.skipped : null;
}
