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

/** What can be read, for messages. */
export const FILE_TYPES = '.txt, .md, .html, .pdf, .docx, .jsonl, .jsonl.gz';

export type FileType = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'jsonl';

/** The type of a file by its name, or null if it is not one that is read. */
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

/** A document, or the reason there is none, to be shown behind the file's name ("is empty"). */
export type ReadResult = { readonly document: Document } | { readonly skipped: Phrase };

/**
 * Reads one article. `id` is its path within the corpus, and the extension tells the expected format. Never rejects:
 * what cannot be read is `skipped` with a reason.
 */
export async function readDocument(content: Uint8Array | string, id: string): Promise<ReadResult> {
  if (content.length > MAX_FILE_BYTES) return { skipped: TOO_LARGE };
  const type = fileType(id);
  try {
    const page = await pageOf(content, type);
    return 'skipped' in page ? page : article({ id, ...page });
  } catch (error) {
    // A parser gave up, for example on a page nested so deep that its stack overflows.
    return { skipped: phrase('skipped.unparsed', { type: type ?? 'text', error: messageOf(error) }) };
  }
}

/** A text, or the reason there is none. */
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

/** The first bytes of some kinds of files, and what they show a file to be. */
const MAGIC: readonly (readonly [start: string, type: Key])[] = [
  ['%PDF-', 'skipped.a-pdf'],
  ['PK\x03\x04', 'skipped.a-zip'],
  ['\xd0\xcf\x11\xe0', 'skipped.an-old-office'],
  ['\x1f\x8b', 'skipped.a-gz'],
];

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;
}

/** A document from a text that still has its clutter, and from what else is known of it. */
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

/** Replaces lone surrogates and control characters, which no store keeps. The length stays the same. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(CONTROLS, ' ');
}

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;
