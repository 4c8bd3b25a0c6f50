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
  const cleaned = clean(wellFormed(parts.text), parts.title ?? null);
  if (cleaned.text === '') return { skipped: 'holds no article text' };
  return {
    document: {
      id: parts.id,
      title: cleaned.title,
      outlet: parts.outlet ?? null,
      author: parts.author ?? cleaned.author,
      published: parts.published ?? cleaned.published,
      url: parts.url ?? null,
      text: cleaned.text,
      paragraphs: paragraphs(cleaned.text),
    },
  };
}

/** Without lone surrogates and control characters, which no store keeps; of the same length. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(CONTROLS, ' ');
}

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;
