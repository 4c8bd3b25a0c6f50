import { hash as digest } from 'node:crypto';
import { z } from 'zod';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { utf16Mark } from './decode.ts';
import type { Document } from './document.ts';
import { metadataSchema } from './metadata.ts';
import { article, type ReadResult } from './read.ts';

/** The longest line, in bytes. */
const MAX_LINE_BYTES = 2_000_000;

/** What one line is. `line` counts from 1, and is null if a reason concerns the whole file. */
export type JsonLine =
  | { readonly type: 'document'; readonly line: number; readonly document: Document; readonly hash: string }
  | { readonly type: 'unchanged'; readonly line: number; readonly id: string; readonly hash: string }
  | { readonly type: 'skipped'; readonly line: number | null; readonly reason: Phrase };

/**
 * The documents of a `.jsonl` file, one `{"id","title","text","outlet"?,"author"?,"published"?,"url"?}` a line. Lines
 * with a hash in `known` (hash → id) are not parsed, and documents that are not `wanted` not cleaned. Holds one line in
 * memory at a time and skips those longer than MAX_LINE_BYTES. Blank lines do not count; a file of blank lines is
 * empty. After a hundred bad lines the rest are only counted.
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  known: ReadonlyMap<string, string> = new Map(),
  wanted: (id: string) => boolean = () => true,
): AsyncGenerator<JsonLine> {
  let bad = 0;
  let isEmpty = true;
  let isUtf16 = false;
  for await (const { line, bytes } of split(chunks)) {
    if (bytes?.every(isSpace)) continue;
    isEmpty = false;
    if (line === 1 && bytes && utf16Mark(bytes)) {
      isUtf16 = true;
      yield { type: 'skipped', line: null, reason: NOT_UTF_8 };
    }
    if (isUtf16) continue;
    const hash = bytes === null ? '' : hashOf(bytes);
    const id = known.get(hash);
    if (id !== undefined) {
      if (wanted(id)) yield { type: 'unchanged', line, id, hash };
      continue;
    }
    const read = bytes === null ? { skipped: TOO_LONG } : readLine(bytes, wanted);
    if (read === null) continue;
    if ('document' in read) yield { type: 'document', line, document: read.document, hash };
    else if (++bad <= MOST_BAD_LINES) yield { type: 'skipped', line, reason: read.skipped };
  }
  if (isEmpty) yield { type: 'skipped', line: null, reason: phrase('skipped.empty') };
  if (bad > MOST_BAD_LINES)
    yield {
      type: 'skipped',
      line: null,
      reason: phrase('skipped.more-lines', { lines: String(bad - MOST_BAD_LINES) }),
    };
}

const MOST_BAD_LINES = 100;
const NOT_UTF_8 = phrase('skipped.invalid-encoding', { encoding: 'UTF-8' });
const TOO_LONG = phrase('skipped.long-line', { megabytes: MAX_LINE_BYTES / 1e6 });

/** Blanks, tabs and line ends. */
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** 22 characters that differ if the bytes differ. */
export function hashOf(bytes: Uint8Array): string {
  return digest('sha256', bytes, 'base64url').slice(0, 22);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const lineSchema = z
  .object({
    id: z.union([z.string(), z.number().transform(String)]).pipe(z.string().trim().min(1).max(500)),
    text: z.string(),
  })
  .and(metadataSchema);

/** The document of one line; null if it is not wanted. */
function readLine(bytes: Uint8Array, wanted: (id: string) => boolean): ReadResult | null {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    return { skipped: error instanceof SyntaxError ? phrase('skipped.not-json') : NOT_UTF_8 };
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return wanted(parsed.data.id) ? article(parsed.data) : null;
  const field = parsed.error.issues[0]?.path[0];
  return {
    skipped:
      field === undefined
        ? phrase('skipped.not-object')
        : phrase('skipped.no-field', { field: JSON.stringify(field) }),
  };
}

/** The lines of a stream of bytes. `bytes` is null for a line that is too long. */
async function* split(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: number; readonly bytes: Uint8Array | null }> {
  let line = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array) => {
    length += piece.length;
    if (length > MAX_LINE_BYTES) pieces = [];
    else pieces.push(piece);
  };
  const finish = () => {
    const bytes = length > MAX_LINE_BYTES ? null : pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return { line: line++, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield finish();
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

const NEWLINE = 0x0a;
