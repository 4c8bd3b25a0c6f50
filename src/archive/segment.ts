import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { buildSegment, openSegment, type Segment as SearchSegment } from '../search/segment.ts';
import { bound, upperBound } from '../text/ascending.ts';
import type { Span } from '../text/span.ts';
import { ArchiveError, type Reference } from './archive.ts';
import { type Columns, packColumns, unpackColumns } from './columns.ts';
import { type Article, decode, decodeArticle } from './entry.ts';
import { type Lists, listsOf } from './lists.ts';
import { readStored, type SegmentFile, writeStored } from './store.ts';

/** Writes the segment of some documents, given as encoded entries, to a new file in `folder`. */
export async function writeSegment(
  folder: string,
  prefix: string,
  unsorted: readonly Buffer[],
): Promise<SegmentFile> {
  const both = unsorted.map((record) => ({ record, entry: decode(record) }));
  both.sort((a, b) => (a.entry.document.id < b.entry.document.id ? -1 : 1));
  const entries = both.map(({ entry }) => entry);
  const records = both.map(({ record }) => record);
  const search = buildSegment(
    entries.map(({ document: { id, title, text }, sentences }) => ({ id, title, text, sentences })),
  );
  const columns = packColumns(entries, records, openSegment(search));
  const lists = Buffer.from(JSON.stringify(listsOf(entries)));
  const stored = await writeStored(folder, 'segment', [columns, search, lists, ...records]);
  return {
    ...stored,
    prefix,
    documents: entries.length,
    attributions: entries.reduce((sum, { attributions }) => sum + attributions.length, 0),
    columns: columns.length,
    search: search.length,
    lists: lists.length,
  };
}

/** Some of the documents. What every query needs is in memory; the rest is read when asked for. */
export class Segment {
  readonly file: SegmentFile;
  readonly search: SearchSegment;
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly titles: readonly (string | null)[];
  readonly #descriptor: number;

  /** Throws ArchiveError if the file is not as it was written. */
  static async open(folder: string, file: SegmentFile): Promise<Segment> {
    return new Segment(folder, file, await readStored(folder, file));
  }

  private constructor(folder: string, file: SegmentFile, bytes: Buffer) {
    this.file = file;
    // A copy, so that the bytes of the records can be freed.
    const kept = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + file.columns + file.search);
    const { columns, texts } = unpackColumns(new Uint8Array(kept, 0, file.columns));
    this.columns = columns;
    this.names = texts.names;
    this.titles = texts.titles;
    this.search = openSegment(new Uint8Array(kept, file.columns, file.search));
    this.#descriptor = openSync(path.join(folder, file.file), 'r');
  }

  /** Ascending. */
  get ids(): readonly string[] {
    return this.search.ids;
  }

  /** Position of document `id` among `ids`, or -1. */
  find(id: string): number {
    const place = bound(this.ids.length, (i) => this.ids[i]! < id);
    return this.ids[place] === id ? place : -1;
  }

  /** The people the documents name and their topics, from disk. */
  lists(): Lists {
    const { columns, search, lists } = this.file;
    return JSON.parse(this.#bytes(columns + search, lists).toString()) as Lists;
  }

  /** A document and its attributions, from disk. */
  read(local: number): Article {
    return decodeArticle(this.record(local));
  }

  /** A document's encoded entry, from disk. Throws ArchiveError if its bytes have changed since they were written. */
  record(local: number): Buffer {
    const { columns, search, lists } = this.file;
    const { recordStart, recordChecksum } = this.columns;
    const start = recordStart[local]!;
    const bytes = this.#bytes(columns + search + lists + start, recordStart[local + 1]! - start);
    if (crc32(bytes) !== recordChecksum[local])
      throw new ArchiveError(
        'damaged',
        `What ${this.file.file} holds of ${this.ids[local]} does not match its checksum`,
      );
    return bytes;
  }

  #bytes(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    readSync(this.#descriptor, bytes, 0, length, at);
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Where an attribution's content stands in its document. */
export function spansOf({ columns }: Segment, attribution: number): Span[] {
  const { contentStart, contentFrom, contentTo } = columns;
  const spans: Span[] = [];
  for (let i = contentStart[attribution]!; i < contentStart[attribution + 1]!; i++)
    spans.push({ start: contentFrom[i]!, end: contentTo[i]! });
  return spans;
}

/** The number of the document that an attribution belongs to. */
export function documentOf({ columns }: Segment, attribution: number): number {
  return upperBound(columns.attributionStart, attribution) - 1;
}

/** An attribution by its document's id and its number there. */
export function referenceOf(segment: Segment, attribution: number): Reference {
  const local = documentOf(segment, attribution);
  return { document: segment.ids[local]!, index: attribution - segment.columns.attributionStart[local]! };
}
