import { type Key, type Phrase, phrase } from '../locales/phrase.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import type { Page } from './metadata.ts';
import { readPdf } from './pdf.ts';
import { messageOf } from './reason.ts';

/** The largest file of a single article, in bytes. */
export const MAX_FILE_BYTES = 5_000_000;
/** Why a larger one is skipped. */
export const TOO_LARGE = phrase('skipped.too-large', { megabytes: MAX_FILE_BYTES / 1e6 });

/** What is read, for messages. */
export const FILE_TYPES = '.txt, .md, .html, .pdf, .docx, .jsonl, .jsonl.gz';

export type FileType = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'jsonl';

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
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
  ['.jsonl', 'jsonl'],
  ['.jsonl.gz', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.ndjson.gz', 'jsonl'],
]);

/** A document, or the reason why there is none, to be set behind the file's name ("is empty"). */
export type ReadResult = { readonly document: Document } | { readonly skipped: Phrase };

/**
 * Reads one article. `id` is its path within the corpus; its extension says which format is expected.
 * Never rejects: what cannot be read is `skipped` with a reason.
 */
export async function readDocument(content: Uint8Array | string, id: string): Promise<ReadResult> {
  if (content.length > MAX_FILE_BYTES) return { skipped: TOO_LARGE };
  const type = fileType(id);
  try {
    const page = await pageOf(content, type);
    return 'skipped' in page ? page : article({ id, ...page });
  } catch (error) {
    // A parser gave up: a page nested to make it overflow its stack, say.
    return { skipped: phrase('skipped.unparsed', { type: type ?? 'text', error: messageOf(error) }) };
  }
}

/** A text, or the reason why there is none. */
async function pageOf(
  content: Uint8Array | string,
  type: FileType | null,
): Promise<Page | { readonly skipped: Phrase }> {
  if (type === 'pdf' || type === 'docx') {
    if (content.length === 0) return { skipped: phrase('skipped.empty') };
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return type === 'pdf' ? readPdf(bytes) : readDocx(bytes);
  }
  const named =
    typeof content === 'string' ? undefined : MAGIC.find(([start]) => startsWith(content, start))?.[1];
  if (named) return { skipped: phrase('skipped.misnamed', { type: phrase(named) }) };
  const decoded = typeof content === 'string' ? { text: content } : decode(content, type === 'html');
  if ('skipped' in decoded) return decoded;
  const { text } = decoded;
  if (type === 'html' || /^\s*(?:<!doctype html|<html)[\s>]/i.test(text.slice(0, 1000)))
    return readHtml(text);
  return type === 'markdown' ? readMarkdown(text) : { text };
}

/** Bytes that files begin with, and what they then are. */
const MAGIC: readonly (readonly [start: string, type: Key])[] = [
  ['%PDF-', 'skipped.a-pdf'],
  ['PK\x03\x04', 'skipped.a-zip'],
  ['\xd0\xcf\x11\xe0', 'skipped.an-old-office'],
  ['\x1f\x8b', 'skipped.a-gz'],
];

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;
}

/** A document from a text that still has its clutter and what else is known of it. */
export function article({ id, ...page }: Page & { readonly id: string }): ReadResult {
  const cleaned = clean(wellFormed(page.text), page.title?.trim() ? page.title : null);
  if (cleaned.text === '') return { skipped: phrase('skipped.no-text') };
  return {
    document: {
      id,
      title: cleaned.title,
      outlet: page.outlet ?? cleaned.outlet,
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
