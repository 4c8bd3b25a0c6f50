import { paragraphs } from '../text/paragraphs.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';

/** The largest file of a single article. */
export const MAX_FILE_BYTES = 5_000_000;

/** A document, or the reason why there is none, to be set behind the file's name ("is empty"). */
export type ReadResult = { readonly document: Document } | { readonly skipped: string };

/**
 * Reads one article. `id` is its path within the corpus; its extension says which format is expected.
 * Never rejects: what cannot be read is `skipped` with a reason.
 */
export async function readDocument(content: Uint8Array | string, id: string): Promise<ReadResult> {
  if (content.length > MAX_FILE_BYTES)
    return { skipped: `is larger than ${MAX_FILE_BYTES / 1e6} MB; split it into single articles` };
  const decoded = typeof content === 'string' ? { text: content } : decode(content);
  if ('skipped' in decoded) return decoded;
  return article({ id, text: decoded.text });
}

/** A document from a text that still has its clutter and what else is known of it. */
export function article(
  parts: { readonly id: string; readonly text: string } & Partial<Document>,
): ReadResult {
  const cleaned = clean(parts.text);
  if (cleaned.text === '') return { skipped: 'holds no article text' };
  return {
    document: {
      id: parts.id,
      title: parts.title ?? cleaned.title,
      outlet: parts.outlet ?? null,
      author: parts.author ?? null,
      published: parts.published ?? null,
      url: parts.url ?? null,
      text: cleaned.text,
      paragraphs: paragraphs(cleaned.text),
    },
  };
}
