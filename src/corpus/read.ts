import { paragraphs } from '../text/paragraphs.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import type { Page } from './metadata.ts';

/** The largest file of a single article. */
export const MAX_FILE_BYTES = 5_000_000;
export const TOO_LARGE = `is larger than ${MAX_FILE_BYTES / 1e6} MB; split it into single articles or a .jsonl file`;

/** What is read, for messages. */
export const FILE_TYPES = '.txt, .md, .html, .jsonl, .jsonl.gz';

export type FileType = 'text' | 'markdown' | 'html' | 'jsonl';

/** What a file should hold by its name, or null where that is nothing that is read. */
export function fileType(file: string): FileType | null {
  return TYPES.get(/\.(?:(?:jsonl|ndjson)\.gz|[^./]+)$/.exec(file.toLowerCase())?.[0] ?? '') ?? null;
}

const TYPES: ReadonlyMap<string, FileType> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.jsonl', 'jsonl'],
  ['.jsonl.gz', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.ndjson.gz', 'jsonl'],
]);

/** A document, or the reason why there is none, to be set behind the file's name ("is empty"). */
export type ReadResult = { readonly document: Document } | { readonly skipped: string };

/**
 * Reads one article. `id` is its path within the corpus; its extension says which format is expected.
 * Never rejects: what cannot be read is `skipped` with a reason.
 */
export async function readDocument(content: Uint8Array | string, id: string): Promise<ReadResult> {
  if (content.length > MAX_FILE_BYTES) return { skipped: TOO_LARGE };
  const type = fileType(id);
  const decoded = typeof content === 'string' ? { text: content } : decode(content, type === 'html');
  if ('skipped' in decoded) return decoded;
  try {
    return article({ id, ...(await pageOf(decoded.text, type)) });
  } catch (error) {
    // A parser gave up: a page nested to make it overflow its stack, say.
    return { skipped: `cannot be read as ${type} (${(error as Error).message})` };
  }
}

function pageOf(text: string, type: FileType | null): Page | Promise<Page> {
  if (type === 'html' || /^\s*(?:<!doctype html|<html)[\s>]/i.test(text.slice(0, 1000)))
    return readHtml(text);
  return type === 'markdown' ? readMarkdown(text) : { text };
}

/** A document from a text that still has its clutter and what else is known of it. */
export function article({ id, ...page }: Page & { readonly id: string }): ReadResult {
  const cleaned = clean(wellFormed(page.text), page.title ?? null);
  if (cleaned.text === '') return { skipped: 'holds no article text' };
  return {
    document: {
      id,
      title: cleaned.title,
      outlet: page.outlet ?? null,
      author: page.author ?? cleaned.author,
      published: page.published ?? cleaned.published,
      url: page.url ?? null,
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
