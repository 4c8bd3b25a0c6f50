import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Alias } from '../people/person.ts';
import { ArchiveError } from './archive.ts';
import { version } from './version.ts';

/**
 * The index on disk. Files are never altered: every build writes new ones beside the old, and its last step renames a
 * new manifest over the old one. A process killed at any point leaves either the old index or the new one, whole.
 */
export interface Manifest {
  /** What wrote it. An index of another version is not read. */
  readonly version: string;
  /** ISO 8601. */
  readonly builtAt: string;
  /** What the folder of articles says about names. */
  readonly aliases: readonly Alias[];
  readonly segments: readonly SegmentFile[];
  /** Where each document came from and which files were skipped, for the next build to compare with. */
  readonly catalogue: StoredFile;
}

export interface StoredFile {
  readonly file: string;
  readonly bytes: number;
  readonly checksum: number;
}

/** Documents whose hashes begin with `prefix`, in four stretches of one file: columns, search's own, lists, records. */
export interface SegmentFile extends StoredFile {
  /** Binary digits. */
  readonly prefix: string;
  readonly documents: number;
  readonly attributions: number;
  /** Bytes of each stretch but the last. */
  readonly columns: number;
  readonly search: number;
  readonly lists: number;
}

const MANIFEST = 'manifest.json';
/** Only files named like this are ever deleted. */
const OURS = /^(?:segment|catalogue|incoming|manifest)-[0-9a-z-]*\.(?:bin|json|tmp)$/;

/** The manifest in `folder`. `missing` if there is none; a reason in words if it cannot be used. */
export async function readManifest(
  folder: string,
): Promise<Manifest | 'missing' | { readonly damaged: string }> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(unlessMissing);
  if (text === null) return 'missing';
  if (text instanceof Error) return { damaged: `${MANIFEST} cannot be read: ${text.message}` };
  const [checksum, body] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
  if (checksum === '' || Number(checksum) !== crc32(body))
    return { damaged: `${MANIFEST} does not match its checksum` };
  const manifest = JSON.parse(body) as Manifest;
  if (manifest.version !== version()) return { damaged: 'it was built by another version of this program' };
  return manifest;
}

/** Different for every manifest in `folder`; empty if none can be read. */
export function manifestStamp(folder: string): string {
  try {
    const { ino, mtimeNs } = statSync(path.join(folder, MANIFEST), { bigint: true });
    return `${ino} ${mtimeNs}`;
  } catch {
    return '';
  }
}

/** The checked bytes of `stored`. Throws ArchiveError if they have changed since they were written. */
export async function readStored(folder: string, stored: StoredFile): Promise<Buffer> {
  const bytes = await readFile(path.join(folder, stored.file)).catch(unlessMissing);
  if (bytes === null) throw new ArchiveError('damaged', `${stored.file} is missing from the index`);
  if (bytes instanceof Error)
    throw new ArchiveError('damaged', `${stored.file} cannot be read: ${bytes.message}`);
  if (bytes.length !== stored.bytes)
    throw new ArchiveError('damaged', `${stored.file} has ${bytes.length} bytes instead of ${stored.bytes}`);
  if (crc32(bytes) !== stored.checksum)
    throw new ArchiveError('damaged', `${stored.file} does not match its checksum`);
  return bytes;
}

/** Writes `parts` one after another to a new file, through to the disk. Nothing refers to the file yet. */
export async function writeStored(
  folder: string,
  kind: 'segment' | 'catalogue',
  parts: readonly Uint8Array[],
): Promise<StoredFile> {
  const file = `${kind}-${randomBytes(8).toString('hex')}.bin`;
  await writeDurably(path.join(folder, file), parts);
  let checksum = 0;
  let bytes = 0;
  for (const part of parts) {
    checksum = crc32(part, checksum);
    bytes += part.length;
  }
  return { file, bytes, checksum };
}

/** Makes `manifest` the index of `folder`, in one step. */
export async function publish(folder: string, manifest: Manifest): Promise<void> {
  const body = JSON.stringify(manifest);
  const temporary = path.join(folder, `manifest-${randomBytes(8).toString('hex')}.tmp`);
  await writeDurably(temporary, [Buffer.from(`${crc32(body)}\n${body}`)]);
  await syncFolder(folder);
  await rename(temporary, path.join(folder, MANIFEST));
  await syncFolder(folder);
}

/**
 * Deletes everything of ours that the manifest does not name, left by earlier builds. The caller must hold the lock.
 * Failing to delete is no error.
 */
export async function sweep(folder: string): Promise<void> {
  const manifest = await readManifest(folder).catch(() => null);
  if (manifest === null || (manifest !== 'missing' && 'damaged' in manifest)) return;
  const named = manifest === 'missing' ? [] : [manifest.catalogue, ...manifest.segments];
  const kept = new Set([MANIFEST, ...named.map(({ file }) => file)]);
  for (const file of await readdir(folder).catch(() => []))
    if (OURS.test(file) && !kept.has(file))
      await rm(path.join(folder, file), { force: true }).catch(() => {});
}

/** Makes `folder` if it is missing. Throws ArchiveError if nothing can be written there. */
export async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw cannotWrite(folder, error);
  });
}

/** A file system error in words that name the cure; any other error as it is. */
export function cannotWrite(folder: string, error: unknown): Error {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (error instanceof ArchiveError || syscall === undefined) return error as Error;
  const cure = CURES[code ?? ''];
  return new ArchiveError(
    'unwritable',
    `The index in ${folder} cannot be written: ${cure ?? message}. What was indexed before is unharmed.`,
  );
}

const CURES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EROFS: 'the disk is read-only; choose another folder with --index or INDEX',
  EACCES:
    'this user may not write there; change its permissions or choose another folder with --index or INDEX',
  EPERM:
    'this user may not write there; change its permissions or choose another folder with --index or INDEX',
  EFBIG: 'a file grew larger than allowed here (ulimit -f)',
  EMFILE: 'too many files are open (ulimit -n)',
  ENOENT:
    'the folder is gone, or a link stands in its place that leads nowhere; choose another folder with --index or INDEX',
  ENOTDIR: 'there is a file where the folder should be; choose another folder with --index or INDEX',
  ELOOP: 'links lead in a circle there; choose another folder with --index or INDEX',
  EEXIST: 'there is a file where the folder should be; choose another folder with --index or INDEX',
};

async function writeDurably(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename last through a power cut. Not every platform can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function unlessMissing(error: NodeJS.ErrnoException): Error | null {
  return error.code === 'ENOENT' ? null : error;
}
