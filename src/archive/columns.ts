import { crc32 } from 'node:zlib';
import { KINDS } from '../attribution/attribution.ts';
import { pack, unpack } from '../search/pack.ts';
import type { Segment as SearchSegment } from '../search/segment.ts';
import { starts } from '../text/ascending.ts';
import { normalise } from '../text/normalise.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { aboutOf } from './about.ts';
import type { Entry } from './entry.ts';
import { indexSketches } from './sketch.ts';

/** Facts about an attribution, one bit each. */
export const Flag = { quoted: 1, anonymous: 2, nested: 4 } as const;

/**
 * What is kept in memory of a segment, besides what search keeps: columns of numbers. Attributions are numbered through
 * the segment's documents. A column `…Start` says where each one's part of another column begins, and is one longer.
 */
export interface Columns {
  readonly attributionStart: Uint32Array;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  /** In 255ths. */
  readonly confidence: Uint8Array;
  /** Numbers of names. */
  readonly speakerStart: Uint32Array;
  readonly speaker: Uint32Array;
  readonly contentStart: Uint32Array;
  readonly contentFrom: Uint32Array;
  readonly contentTo: Uint32Array;
  /** Names that an attribution's content mentions. */
  readonly mentionStart: Uint32Array;
  readonly mention: Uint32Array;
  /** Days since 1970, or NaN. */
  readonly published: Float64Array;
  /** The sketches of attributions and documents, and for each hash, in ascending order, which of them have it. */
  readonly sketchStart: Uint32Array;
  readonly sketch: Uint32Array;
  readonly statementHash: Uint32Array;
  readonly statement: Uint32Array;
  readonly documentSketchStart: Uint32Array;
  readonly documentSketch: Uint32Array;
  readonly documentHash: Uint32Array;
  readonly document: Uint32Array;
  /** Where each document's record begins, in bytes, and its checksum. */
  readonly recordStart: Float64Array;
  readonly recordChecksum: Uint32Array;
  /**
   * For each term of search's segment, where its postings begin, and the postings: four times an attribution's number,
   * plus how the attribution is about the term (an Aboutness).
   */
  readonly aboutStart: Uint32Array;
  readonly about: Uint16Array | Uint32Array;
  readonly [column: string]: Uint8Array | Uint16Array | Uint32Array | Float64Array;
}

/** What is kept in memory of a segment besides numbers. */
interface Texts {
  /** Names of people as the documents write them. Columns refer to them by number. */
  readonly names: readonly string[];
  /** Titles of the documents, in order; null for a document without one. */
  readonly titles: readonly (string | null)[];
}

const FORMAT = 'archive columns 2';

/** Packs the columns of `entries` with their texts, in the order of `search`; `records` are the same entries encoded. */
export function packColumns(
  entries: readonly Entry[],
  records: readonly Uint8Array[],
  search: SearchSegment,
): Uint8Array {
  const names = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  const attributions = entries.flatMap(({ attributions }) => attributions);
  const speakers = attributions.map(({ speaker, speakers }) =>
    (speakers ?? (speaker === null ? [] : [speaker])).map(numberOf),
  );
  const mentions = entries.flatMap((entry) => mentionsOf(entry).map((list) => list.map(numberOf)));
  const sketches = entries.flatMap(({ statementSketches }) => statementSketches);
  const statements = indexSketches(sketches);
  const documents = indexSketches(entries.map(({ sketch }) => sketch));
  const about = aboutOf(entries, search);
  const columns: Columns = {
    attributionStart: starts(entries.map(({ attributions }) => attributions.length)),
    kind: Uint8Array.from(attributions, ({ kind }) => KINDS.indexOf(kind)),
    flags: Uint8Array.from(entries.flatMap(flagsOf)),
    confidence: Uint8Array.from(attributions, ({ confidence }) => Math.round(confidence * 255)),
    speakerStart: starts(speakers.map(({ length }) => length)),
    speaker: Uint32Array.from(speakers.flat()),
    contentStart: starts(attributions.map(({ content }) => content.length)),
    contentFrom: Uint32Array.from(attributions.flatMap(({ content }) => content.map(({ start }) => start))),
    contentTo: Uint32Array.from(attributions.flatMap(({ content }) => content.map(({ end }) => end))),
    mentionStart: starts(mentions.map(({ length }) => length)),
    mention: Uint32Array.from(mentions.flat()),
    published: Float64Array.from(
      entries,
      ({ document }) => Date.parse(document.published ?? '') / 86_400_000,
    ),
    sketchStart: starts(sketches.map(({ length }) => length)),
    sketch: Uint32Array.from(sketches.flat()),
    statementHash: statements.hash,
    statement: statements.thing,
    documentSketchStart: starts(entries.map(({ sketch }) => sketch.length)),
    documentSketch: Uint32Array.from(entries.flatMap(({ sketch }) => sketch)),
    documentHash: documents.hash,
    document: documents.thing,
    recordStart: Float64Array.from(starts(records.map(({ length }) => length))),
    recordChecksum: Uint32Array.from(records, (record) => crc32(record)),
    aboutStart: about.start,
    about: about.postings,
  };
  const texts: Texts = { names: [...names.keys()], titles: entries.map(({ document }) => document.title) };
  return pack(FORMAT, texts, columns);
}

/** Throws if the bytes have another format. The columns are views of `bytes`. */
export function unpackColumns(bytes: Uint8Array): { readonly columns: Columns; readonly texts: Texts } {
  const { columns, about: texts } = unpack<Columns, Texts>(FORMAT, bytes);
  return { columns, texts };
}

/** For each attribution, the names that its content mentions. */
function mentionsOf({ people, attributions }: Entry): string[][] {
  return attributions.map(({ content }) =>
    people.flatMap(({ name, mentions }) =>
      mentions.some((mention) => content.some((span) => contains(span, mention))) ? [name] : [],
    ),
  );
}

function flagsOf({ document, attributions }: Entry): number[] {
  const quotations = quotationsOf(document.text);
  return attributions.map(({ content, anonymous, nested }) => {
    const quoted = content.some((span) => quotations.some((quotation) => overlaps(span, quotation)));
    return (quoted ? Flag.quoted : 0) | (anonymous ? Flag.anonymous : 0) | (nested ? Flag.nested : 0);
  });
}

/** The text in double quotation marks. A quotation that its line leaves open ends with the line. */
function quotationsOf(text: string): Span[] {
  return Array.from(normalise(text).matchAll(/“[^”\n]+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
