import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { KINDS, type SpokenAttribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import type { Person } from '../people/person.ts';
import { pack, unpack } from '../search/pack.ts';
import { buildSegment, openSegment, type Segment as SearchSegment } from '../search/segment.ts';
import { normalise } from '../text/normalise.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { ArchiveError } from './archive.ts';
import { readStored, type SegmentFile, writeStored } from './store.ts';

/** All that the archive keeps of one document. */
export interface Entry {
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly attributions: readonly SpokenAttribution[];
  readonly people: readonly Person[];
}

/** Somebody whom documents of a segment name. */
export interface Named {
  readonly name: string;
  readonly type: Person['type'];
  /** How the documents write the name, most frequent first. */
  readonly forms: readonly string[];
  /** The longest role that a document gives, or null. */
  readonly role: string | null;
}

/** Facts about an attribution, one bit each. */
export const Flag = { quoted: 1, anonymous: 2, nested: 4 } as const;

const FORMAT = 'archive segment 1';

/** What is kept in memory of a segment, besides what search keeps: all numbers, one column each. */
interface Columns {
  /** Where each document's attributions begin; one longer than the documents. */
  readonly attributionStart: Uint32Array;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  /** In 255ths. */
  readonly confidence: Uint8Array;
  /** Where each attribution's speakers begin, and the speakers: numbers of the segment's names. */
  readonly speakerStart: Uint32Array;
  readonly speaker: Uint32Array;
  /** Where each attribution's content spans begin, and the spans. */
  readonly contentStart: Uint32Array;
  readonly contentFrom: Uint32Array;
  readonly contentTo: Uint32Array;
  /** Where each attribution's names begin, and the names that its content mentions. */
  readonly mentionStart: Uint32Array;
  readonly mention: Uint32Array;
  /** Where each document's names begin, and the names. */
  readonly nameStart: Uint32Array;
  readonly documentName: Uint32Array;
  /** Where each document's record begins, in bytes, and its checksum. */
  readonly recordStart: Float64Array;
  readonly recordChecksum: Uint32Array;
  readonly [column: string]: Uint8Array | Uint16Array | Uint32Array | Float64Array;
}

interface About {
  readonly titles: readonly (string | null)[];
  readonly published: readonly (string | null)[];
  readonly names: readonly Named[];
}

/** Writes the segment of some documents to a new file in `folder`. Each record is an Entry in JSON. */
export async function writeSegment(
  folder: string,
  prefix: string,
  unsorted: readonly Buffer[],
): Promise<SegmentFile> {
  const both = unsorted.map((record) => ({ record, entry: JSON.parse(record.toString()) as Entry }));
  both.sort((a, b) => (a.entry.document.id < b.entry.document.id ? -1 : 1));
  const sorted = both.map(({ entry }) => entry);
  const records = both.map(({ record }) => record);
  const own = columnsOf(sorted, records);
  const search = buildSegment(
    sorted.map(({ document: { id, title, text }, sentences }) => ({ id, title, text, sentences })),
  );
  const stored = await writeStored(folder, 'segment', [own, search, ...records]);
  return {
    ...stored,
    prefix,
    documents: sorted.length,
    attributions: sorted.reduce((sum, { attributions }) => sum + attributions.length, 0),
    own: own.length,
    search: search.length,
  };
}

/** Some of the documents, in memory as far as queries need it; the rest is read when asked for. */
export class Segment {
  readonly file: SegmentFile;
  readonly search: SearchSegment;
  readonly columns: Columns;
  readonly about: About;
  readonly #descriptor: number;
  readonly #recordsAt: number;

  /** Throws ArchiveError where the file is not as it was written. */
  static async open(folder: string, file: SegmentFile): Promise<Segment> {
    return new Segment(folder, file, await readStored(folder, file));
  }

  private constructor(folder: string, file: SegmentFile, bytes: Buffer) {
    this.file = file;
    const kept = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + file.own + file.search);
    const { columns, about } = unpack<Columns, About>(FORMAT, new Uint8Array(kept, 0, file.own));
    this.columns = columns;
    this.about = about;
    this.search = openSegment(new Uint8Array(kept, file.own, file.search));
    this.#recordsAt = file.own + file.search;
    this.#descriptor = openSync(path.join(folder, file.file), 'r');
  }

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

function columnsOf(entries: readonly Entry[], records: readonly Buffer[]): Uint8Array {
  const names = new Map<
    string,
    { number: number; type: Person['type']; forms: Map<string, number>; role: string | null }
  >();
  const numberOf = (name: string, type: Person['type']): number => {
    const known = names.get(name);
    if (known) return known.number;
    names.set(name, { number: names.size, type, forms: new Map(), role: null });
    return names.size - 1;
  };
  const attributions: SpokenAttribution[] = [];
  const mentions: number[][] = [];
  const documentNames: number[][] = [];
  for (const { document, people, attributions: own } of entries) {
    const cast = people.map((person) => ({ person, number: numberOf(person.name, person.type) }));
    for (const { person } of cast) {
      const named = names.get(person.name)!;
      for (const { start, end } of person.mentions) {
        const form = document.text.slice(start, end);
        named.forms.set(form, (named.forms.get(form) ?? 0) + 1);
      }
      for (const { start, end } of person.roles)
        if (end - start > (named.role?.length ?? 0)) named.role = document.text.slice(start, end);
    }
    documentNames.push(cast.map(({ number }) => number));
    for (const attribution of own) {
      attributions.push(attribution);
      const within = (mention: Span) => attribution.content.some((span) => contains(span, mention));
      mentions.push(cast.flatMap(({ person, number }) => (person.mentions.some(within) ? [number] : [])));
    }
  }
  const speakers = attributions.map(({ speaker, speakers }) =>
    (speakers ?? (speaker === null ? [] : [speaker])).map((name) => numberOf(name, 'person')),
  );
  const about: About = {
    titles: entries.map(({ document }) => document.title),
    published: entries.map(({ document }) => document.published),
    names: Array.from(names, ([name, { type, forms, role }]) => ({
      name,
      type,
      forms: [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form),
      role,
    })),
  };
  const columns: Columns = {
    attributionStart: starts(entries.map((entry) => entry.attributions.length)),
    kind: Uint8Array.from(attributions, ({ kind }) => KINDS.indexOf(kind)),
    flags: Uint8Array.from(entries.flatMap(flagsOf)),
    confidence: Uint8Array.from(attributions, ({ confidence }) => Math.round(confidence * 255)),
    speakerStart: starts(speakers.map((list) => list.length)),
    speaker: Uint32Array.from(speakers.flat()),
    contentStart: starts(attributions.map(({ content }) => content.length)),
    contentFrom: Uint32Array.from(attributions.flatMap(({ content }) => content.map(({ start }) => start))),
    contentTo: Uint32Array.from(attributions.flatMap(({ content }) => content.map(({ end }) => end))),
    mentionStart: starts(mentions.map((list) => list.length)),
    mention: Uint32Array.from(mentions.flat()),
    nameStart: starts(documentNames.map((list) => list.length)),
    documentName: Uint32Array.from(documentNames.flat()),
    recordStart: Float64Array.from(starts(records.map(({ length }) => length))),
    recordChecksum: Uint32Array.from(records, (record) => crc32(record)),
  };
  return pack(FORMAT, about, columns);
}

function flagsOf({ document, attributions }: Entry): number[] {
  const quotations = quotationsOf(document.text);
  return attributions.map(({ content, anonymous, nested }) => {
    const quoted = content.some((span) => quotations.some((quotation) => overlaps(span, quotation)));
    return (quoted ? Flag.quoted : 0) | (anonymous ? Flag.anonymous : 0) | (nested ? Flag.nested : 0);
  });
}

/** What stands in double quotation marks, one that the line leaves open up to its end. */
function quotationsOf(text: string): Span[] {
  return Array.from(normalise(text).matchAll(/“[^”\n]+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function starts(counts: readonly number[]): Uint32Array {
  const result = new Uint32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) result[i + 1] = result[i]! + count;
  return result;
}
