import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { MAX_FILE_BYTES, TOO_LARGE } from './read.ts';
import { reasonOf, Unreadable } from './reason.ts';

/** Identifies a version of a file: its bytes, and the time of its last change in nanoseconds, as decimal digits. */
export interface Version {
  readonly size: number;
  readonly modified: string;
}

/** An open file, or why it was not opened. `code` is the system's, if it has one. */
type Opened =
  | { readonly handle: FileHandle }
  | { readonly skipped: Phrase; readonly code?: string | undefined };

/**
 * Opens `file` within `folder` for reading, or says why not. Links are followed, but refused if they lead out of the
 * folder. Anything but a regular file (a pipe, a device) is refused unread.
 */
export async function openFile(folder: string, file: string): Promise<Opened> {
  try {
    const root = await realpath(folder);
    const absolute = await realpath(path.join(root, file));
    if (!absolute.startsWith(root.endsWith(path.sep) ? root : root + path.sep))
      return { skipped: phrase('skipped.link-out') };
    const handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile()) return { handle };
    await handle.close();
    return { skipped: phrase('skipped.not-regular') };
  } catch (error) {
    return { skipped: reasonOf(error), code: (error as NodeJS.ErrnoException).code };
  }
}

/** The whole content of a file with one article, all from one version. A file that is being written is tried again. */
export async function readWhole(
  handle: FileHandle,
): Promise<{ readonly bytes: Uint8Array; readonly version: Version } | { readonly skipped: Phrase }> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const version = versionOf(await handle.stat({ bigint: true }));
    if (version.size > MAX_FILE_BYTES) return { skipped: TOO_LARGE };
    // Reading one more byte than expected shows whether the file has grown.
    const buffer = Buffer.alloc(version.size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = (await handle.read(buffer, length, buffer.length - length, length)).bytesRead;
    const after = versionOf(await handle.stat({ bigint: true }));
    if (length === version.size && isSameVersion(version, after))
      return { bytes: buffer.subarray(0, length), version };
  }
  return { skipped: phrase('skipped.keeps-changing') };
}

/** The first `size` bytes of a file, in pieces, unpacked if `packed`. */
export async function* readChunks(
  handle: FileHandle,
  size: number,
  packed: boolean,
): AsyncGenerator<Uint8Array> {
  if (size === 0) return;
  const stream = handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
  if (!packed) {
    yield* stream;
    return;
  }
  let unpacked = 0;
  for await (const chunk of pipeline(stream, createGunzip(), () => {})) {
    unpacked += (chunk as Uint8Array).length;
    if (unpacked > UNPACKED_AT_LEAST && unpacked > UNPACKED_RATIO * size) throw new Unreadable(BOMB);
    yield chunk as Uint8Array;
  }
}

/**
 * Text packs to a third or a tenth of its size. A file packed to less than a hundredth is made to fill memory or time.
 */
const UNPACKED_RATIO = 100;
const UNPACKED_AT_LEAST = 64_000_000;
const BOMB = phrase('skipped.bomb', { times: UNPACKED_RATIO });

/** A file's version, from what the system says about it. */
export function versionOf({ size, mtimeNs }: BigIntStats): Version {
  return { size: Number(size), modified: String(mtimeNs) };
}

/** Whether a file is unchanged. Never if its time cannot tell. */
export function isSameVersion(a: Version, b: Version): boolean {
  return a.modified !== '' && a.size === b.size && a.modified === b.modified;
}

/**
 * The version for keeping. Leaves out the time if it is a whole second just past: the file system's clock may be that
 * coarse, and a second change within the same second would go unnoticed for good.
 */
export function settled(version: Version): Version {
  const recent = Number(version.modified) / 1e6 > Date.now() - 2000;
  return recent && version.modified.endsWith('000000000') ? { ...version, modified: '' } : version;
}
