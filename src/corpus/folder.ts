import { type FileHandle, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';
import { CORRECTIONS_FILE } from './corrections.ts';
import type { Document } from './document.ts';
import { isSameVersion, openFile, readChunks, readWhole, settled, versionOf } from './file.ts';
import { hashOf, readJsonLines } from './jsonl.ts';
import { FILE_TYPES, fileType, readDocument } from './read.ts';
import { reasonOf } from './reason.ts';

/** A listed file that may hold documents. */
export interface CorpusFile {
  /** Path within the folder, `/`-separated. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Time of the last change in nanoseconds, as decimal digits. Empty if it cannot tell two versions apart. */
  readonly modified: string;
}

/** Where a document comes from. */
export interface Source extends CorpusFile {
  /** Line of a `.jsonl` file, counted from 1, or null. */
  readonly line: number | null;
  /** Hash of the file's bytes or of the line. An equal id with an equal hash means an equal document. */
  readonly hash: string;
}

/** `file` is followed by `:line` if it is about one line. `reason` continues from there ("is empty"). */
export interface Skipped {
  readonly file: string;
  readonly reason: Phrase;
}

export type Read =
  | { readonly type: 'document'; readonly document: Document; readonly source: Source }
  /** A document that `known` already has: its file was not opened, or its line not cleaned again. */
  | { readonly type: 'unchanged'; readonly id: string; readonly source: Source }
  | ({ readonly type: 'skipped' } & Skipped);

/** Documents of an earlier reading by id, with their sources. They need not be all of them. */
export type Known = ReadonlyMap<string, Source>;

export interface Listing {
  /** In a stable order: by path, compared by code units. */
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly Skipped[];
}

/** The corpus folder cannot be used. The message names it and the cure. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/**
 * Lists what `folder` holds, subfolders included, without opening anything. Skips hidden files and folders; follows
 * links only to files within the folder. Rejects with CorpusError if the folder cannot be used.
 */
export async function listCorpus(folder: string): Promise<Listing> {
  const root = await rootOf(folder);
  const names: string[] = [];
  const skipped: Skipped[] = [];
  const pending = [''];
  for (let within = pending.pop(); within !== undefined; within = pending.pop()) {
    try {
      for (const entry of await readdir(path.join(root, within), { withFileTypes: true })) {
        const file = within === '' ? entry.name : `${within}/${entry.name}`;
        if (entry.name.startsWith('.') || file === CORRECTIONS_FILE) continue;
        if (entry.isDirectory()) pending.push(file);
        else if (fileType(file) !== null) names.push(file);
        else if (entry.isSymbolicLink() && (await isFolder(path.join(root, file))))
          skipped.push({ file, reason: phrase('skipped.link-to-folder') });
        else skipped.push({ file, reason: phrase('skipped.type', { types: FILE_TYPES }) });
      }
    } catch (error) {
      if (within === '') throw new CorpusError(`The corpus folder ${folder} ${say(reasonOf(error), 'en')}`);
      skipped.push({ file: within, reason: reasonWithName(within, error) });
    }
  }
  const files: CorpusFile[] = [];
  for (const fact of await Promise.all(names.map((file) => facts(root, file)))) {
    if ('reason' in fact) skipped.push(fact);
    else files.push(fact);
  }
  return { files: files.sort(byFile), skipped: skipped.sort(byFile) };
}

/**
 * Reads the documents of `folder` one after another: files in the order of the listing, lines in the order of their
 * file. Nothing a file holds makes it reject; it throws CorpusError if the folder cannot be used.
 *
 * `known` saves work. A file of one article is not opened if its size and time are those of the earlier reading. A file
 * or line with a known hash is not cleaned again. Both are yielded as `unchanged`. A `.jsonl` file in `whole` (those
 * with every line known) is not opened either if it is unchanged. What is not yielded is gone. Apart from this, `known`
 * changes nothing: the same folder yields the same documents and the same skips.
 *
 * `wanted` refuses documents by id before they are cleaned, so that several readers can share a folder.
 */
export async function* readCorpus(
  folder: string,
  options: {
    readonly listing?: Listing;
    readonly known?: Known;
    readonly whole?: ReadonlySet<string>;
    readonly wanted?: Wanted;
  } = {},
): AsyncGenerator<Read> {
  const root = await rootOf(folder);
  const { files, skipped } = options.listing ?? (await listCorpus(folder));
  const { known = new Map(), whole = new Set(), wanted = () => true } = options;
  const lines = knownLines(known, whole);
  const places = new Map<string, string>();
  for (const skip of skipped) yield { type: 'skipped', ...skip };
  const once = (read: Read): Read => {
    if (read.type === 'skipped') return read;
    const id = read.type === 'document' ? read.document.id : read.id;
    const earlier = places.get(id);
    const place = placeOf(read.source);
    if (earlier === undefined) {
      places.set(id, place);
      return read;
    }
    const reason = phrase('skipped.repeated', { id: JSON.stringify(id), place: earlier });
    return { type: 'skipped', file: place, reason };
  };
  for (const file of files) {
    if (fileType(file.file) !== 'jsonl' && !wanted(file.file)) continue;
    const unchanged = unchangedOf(file, known, lines);
    if (unchanged) for (const read of unchanged) if (wanted(read.id)) yield once(read);
    if (!unchanged) for await (const read of readFile(root, file, known, lines.ids, wanted)) yield once(read);
  }
}

/**
 * Everything that `reads` yields, or null if its documents have more than `most` characters. A folder with few changes
 * is thus read once, and one with many no further than that.
 */
export async function readFew(reads: AsyncIterable<Read>, most: number): Promise<readonly Read[] | null> {
  const all: Read[] = [];
  let sum = 0;
  for await (const read of reads) {
    all.push(read);
    if (read.type === 'document') sum += read.document.text.length;
    if (sum > most) return null;
  }
  return all;
}

type Wanted = (id: string) => boolean;

interface KnownLines {
  /** The ids of known lines by hash. An equal line has an equal id, so it need not be parsed. */
  readonly ids: ReadonlyMap<string, string>;
  /** All lines, in order, of the files in which every line is known. */
  readonly whole: ReadonlyMap<string, readonly Unchanged[]>;
}

type Unchanged = Extract<Read, { type: 'unchanged' }>;

function knownLines(known: Known, wholeFiles: ReadonlySet<string>): KnownLines {
  const ids = new Map<string, string>();
  const whole = new Map<string, Unchanged[]>(Array.from(wholeFiles, (file) => [file, []]));
  for (const [id, source] of known) {
    if (source.line === null) continue;
    ids.set(source.hash, id);
    whole.get(source.file)?.push({ type: 'unchanged', id, source });
  }
  for (const lines of whole.values()) lines.sort((a, b) => a.source.line! - b.source.line!);
  return { ids, whole };
}

/** The documents of a file that is unchanged since all of it became known; null for any other file. */
function unchangedOf(listed: CorpusFile, known: Known, { whole }: KnownLines): readonly Unchanged[] | null {
  const { file } = listed;
  const single = known.get(file);
  const earlier: readonly Unchanged[] =
    single?.file === file && single.line === null
      ? [{ type: 'unchanged', id: file, source: single }]
      : (whole.get(file) ?? []);
  const same = earlier.length > 0 && earlier.every(({ source }) => isSameVersion(source, listed));
  return same ? earlier : null;
}

async function* readFile(
  root: string,
  { file }: CorpusFile,
  known: Known,
  lines: KnownLines['ids'],
  wanted: Wanted,
): AsyncGenerator<Read> {
  const opened = await openFile(root, file);
  if ('skipped' in opened) {
    yield { type: 'skipped', file, reason: opened.skipped };
    return;
  }
  try {
    if (fileType(file) === 'jsonl') yield* readLines(file, opened.handle, lines, wanted);
    else yield await readSingle(file, opened.handle, known);
  } catch (error) {
    yield { type: 'skipped', file, reason: reasonOf(error) };
  } finally {
    await opened.handle.close();
  }
}

async function readSingle(file: string, handle: FileHandle, known: Known): Promise<Read> {
  const whole = await readWhole(handle);
  if ('skipped' in whole) return { type: 'skipped', file, reason: whole.skipped };
  const source: Source = { file, ...settled(whole.version), line: null, hash: hashOf(whole.bytes) };
  const earlier = known.get(file);
  if (earlier?.line === null && earlier.hash === source.hash) return { type: 'unchanged', id: file, source };
  const result = await readDocument(whole.bytes, file);
  return 'skipped' in result
    ? { type: 'skipped', file, reason: result.skipped }
    : { type: 'document', document: result.document, source };
}

async function* readLines(
  file: string,
  handle: FileHandle,
  known: ReadonlyMap<string, string>,
  wanted: Wanted,
): AsyncGenerator<Read> {
  const before = versionOf(await handle.stat({ bigint: true }));
  const version = settled(before);
  const chunks = readChunks(handle, before.size, file.toLowerCase().endsWith('.gz'));
  for await (const line of readJsonLines(chunks, known, wanted)) {
    const source = (hash: string): Source => ({ file, ...version, line: line.line, hash });
    if (line.type === 'document')
      yield { type: 'document', document: line.document, source: source(line.hash) };
    else if (line.type === 'unchanged') yield { type: 'unchanged', id: line.id, source: source(line.hash) };
    else
      yield {
        type: 'skipped',
        file: line.line === null ? file : `${file}:${line.line}`,
        reason: line.reason,
      };
  }
  const after = versionOf(await handle.stat({ bigint: true }));
  if (!isSameVersion(before, after)) yield { type: 'skipped', file, reason: phrase('skipped.changed') };
}

function placeOf({ file, line }: Source): string {
  return line === null ? file : `${file}:${line}`;
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    throw new CorpusError(
      `The corpus folder ${folder} ${say(reasonOf(error), 'en')}; put it back, or name another with --corpus or CORPUS`,
    );
  }
  throw new CorpusError(
    `The corpus folder ${folder} is not a folder: give the folder that holds the articles`,
  );
}

async function facts(root: string, file: string): Promise<CorpusFile | Skipped> {
  try {
    return { file, ...settled(versionOf(await stat(path.join(root, file), { bigint: true }))) };
  } catch (error) {
    return { file, reason: reasonWithName(file, error) };
  }
}

/** A name that is not UTF-8 is listed with replacement characters, under which nothing can be found. */
function reasonWithName(file: string, error: unknown): Phrase {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && file.includes('\ufffd') ? phrase('skipped.bad-name') : reasonOf(error);
}
