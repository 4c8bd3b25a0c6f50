import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from './document.ts';
import { readDocument } from './read.ts';

/** A file that may hold documents, as a listing finds it. */
export interface CorpusFile {
  /** Path within the folder, `/`-separated. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Time of the last change in nanoseconds, as decimal digits. */
  readonly modified: string;
}

/** Where a document comes from. */
export interface Source extends CorpusFile {
  /** Line of a `.jsonl` file, counted from 1, or null. */
  readonly line: number | null;
  /** Hash of the file's bytes or of the line: equal hashes mean an equal document. */
  readonly hash: string;
}

export type Read =
  | { readonly type: 'document'; readonly document: Document; readonly source: Source }
  /** A document that `known` holds already, not read or not cleaned again. */
  | { readonly type: 'unchanged'; readonly id: string; readonly source: Source }
  /** `file` has `:line` behind it where one line is meant; `reason` reads on from there ("is empty"). */
  | { readonly type: 'skipped'; readonly file: string; readonly reason: string };

/** The documents of an earlier reading: `id` → its source. */
export type Known = ReadonlyMap<string, Source>;

export interface Listing {
  /** In a stable order: by path, compared by code units. */
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/** Lists what `folder` holds, subfolders included, without reading any of it. */
export async function listCorpus(folder: string): Promise<Listing> {
  const files: CorpusFile[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.txt')) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const { size, mtimeNs } = await stat(absolute, { bigint: true });
    files.push({
      file: path.relative(folder, absolute).split(path.sep).join('/'),
      size: Number(size),
      modified: String(mtimeNs),
    });
  }
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files, skipped: [] };
}

/**
 * Reads the documents of `folder` one after another, in the order of the listing.
 * With `known`, files whose size and time are those of an earlier reading are not opened, and lines whose hash is
 * known are not cleaned again; both come as `unchanged`.
 */
export async function* readCorpus(
  folder: string,
  options: { readonly listing?: Listing; readonly known?: Known } = {},
): AsyncGenerator<Read> {
  const listing = options.listing ?? (await listCorpus(folder));
  for (const skipped of listing.skipped) yield { type: 'skipped', ...skipped };
  for (const entry of listing.files) {
    const bytes = await readFile(path.join(folder, entry.file));
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const source: Source = { ...entry, line: null, hash };
    if (options.known?.get(entry.file)?.hash === hash) {
      yield { type: 'unchanged', id: entry.file, source };
      continue;
    }
    const result = await readDocument(bytes, entry.file);
    if ('document' in result) yield { type: 'document', document: result.document, source };
    else yield { type: 'skipped', file: entry.file, reason: result.skipped };
  }
}
