import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { buildSegment, openSegment, type Segment as SearchSegment } from '../search/segment.ts';
import { ArchiveError } from './archive.ts';
import { type Columns, packColumns, unpackColumns } from './columns.ts';
import type { Entry } from './entry.ts';
import { readStored, type SegmentFile, writeStored } from './store.ts';

/** Writes the segment of some documents to a new file in `folder`. Each record is an Entry in JSON. */
export async function writeSegment(
  folder: string,
  prefix: string,
  unsorted: readonly Buffer[],
): Promise<SegmentFile> {
  const both = unsorted.map((record) => ({ record, entry: JSON.parse(record.toString()) as Entry }));
  both.sort((a, b) => (a.entry.document.id < b.entry.document.id ? -1 : 1));
  const entries = both.map(({ entry }) => entry);
  const records = both.map(({ record }) => record);
  const own = packColumns(entries, records);
  const search = buildSegment(
    entries.map(({ document: { id, title, text }, sentences }) => ({ id, title, text, sentences })),
  );
  const stored = await writeStored(folder, 'segment', [own, search, ...records]);
  return {
    ...stored,
    prefix,
    documents: entries.length,
    attributions: entries.reduce((sum, { attributions }) => sum + attributions.length, 0),
    own: own.length,
    search: search.length,
  };
}

/** Some of the documents, in memory as far as queries need it; the rest is read when asked for. */
export class Segment {
  readonly file: SegmentFile;
  readonly search: SearchSegment;
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly titles: readonly (string | null)[];
  readonly #descriptor: number;
  readonly #recordsAt: number;

  /** Throws ArchiveError where the file is not as it was written. */
  static async open(folder: string, file: SegmentFile): Promise<Segment> {
    return new Segment(folder, file, await readStored(folder, file));
  }

  private constructor(folder: string, file: SegmentFile, bytes: Buffer) {
    this.file = file;
    // A copy of its own, so that the records' bytes are let go.
    const kept = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + file.own + file.search);
    const { columns, about } = unpackColumns(new Uint8Array(kept, 0, file.own));
    this.columns = columns;
    this.names = about.names;
    this.titles = about.titles;
    this.search = openSegment(new Uint8Array(kept, file.own, file.search));
    this.#recordsAt = file.own + file.search;
    this.#descriptor = openSync(path.join(folder, file.file), 'r');
  }

  /** Ascending. */
  get ids(): readonly string[] {
    return this.search.ids;
  }

  /** Position of document `id` among `ids`, or -1. */
  find(id: string): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = this.ids[middle]!;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** A document's entry, from disk. Throws ArchiveError where its bytes are not those that were written. */
  read(local: number): Entry {
    return JSON.parse(this.record(local).toString()) as Entry;
  }

  /** The same in JSON, as it was written. */
  record(local: number): Buffer {
    const { recordStart, recordChecksum } = this.columns;
    const bytes = Buffer.allocUnsafe(recordStart[local + 1]! - recordStart[local]!);
    const read = readSync(this.#descriptor, bytes, 0, bytes.length, this.#recordsAt + recordStart[local]!);
    if (read !== bytes.length || crc32(bytes) !== recordChecksum[local])
      throw new ArchiveError(
        'damaged',
        `What ${this.file.file} holds of ${this.ids[local]} does not match its checksum`,
      );
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
