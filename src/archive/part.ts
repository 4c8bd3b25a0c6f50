import { type Corrections, corrected } from '../corpus/corrections.ts';
import type { Document } from '../corpus/document.ts';
import { type Known, type Listing, type Read, readCorpus, type Source } from '../corpus/folder.ts';
import { phrase } from '../locales/phrase.ts';
import type { Overrides, ReindexProgress, SkippedFile } from './archive.ts';
import { BITS, bitsOf } from './bits.ts';
import { encode } from './entry.ts';
import { Segment, writeSegment } from './segment.ts';
import { Spool } from './spool.ts';
import { cannotWrite, type SegmentFile } from './store.ts';

/** The part of a build for the documents whose bits begin with `prefix`. */
export interface PartRequest {
  readonly prefix: string;
  readonly corpus: string;
  readonly index: string;
  readonly listing: Listing;
  /** Documents of the old index that are unchanged, provided their sources are. */
  readonly known: Known;
  /** The files of lines that were read without skipping anything and whose documents are all known. */
  readonly whole: ReadonlySet<string>;
  /** Ids of all documents of the old index. */
  readonly before: readonly string[];
  /** The segments of the old index. */
  readonly segments: readonly SegmentFile[];
  /** What the folder says about its articles. */
  readonly corrections: Corrections;
  readonly overrides: Overrides | null;
}

export interface PartResult {
  readonly segments: readonly SegmentFile[];
  readonly sources: readonly (readonly [id: string, source: Source])[];
  readonly skipped: readonly SkippedFile[];
  /** Ids of the documents that were read and analysed. */
  readonly fresh: readonly string[];
}

/**
 * Reads and analyses what is new or changed in this part, and rebuilds the segments this touches. `reads` is what the
 * folder holds of it, if that has been read already. Rejects with ArchiveError if the index cannot be written.
 */
export async function buildPart(
  request: PartRequest,
  onProgress: (progress: ReindexProgress) => void,
  reads: AsyncIterable<Read> | Iterable<Read> = readCorpus(request.corpus, {
    ...request,
    wanted: (id) => isOf(request, id),
  }),
): Promise<PartResult> {
  const spool = new Spool(request.index);
  try {
    const { sources, skipped } = await readInto(spool, request, reads, onProgress);
    const stays = (id: string) => sources.has(id) && !spool.has(id) && !request.overrides?.removed.has(id);
    const gone = request.before.filter((id) => isOf(request, id) && !stays(id));
    const segments = await rebuild(spool, request, gone, sources.size, onProgress);
    return { segments, sources: [...sources], skipped, fresh: [...spool.keys()] };
  } catch (error) {
    // Put into words here, because a system error loses its code on the way out of a thread.
    throw cannotWrite(request.index, error);
  } finally {
    spool.close();
  }
}

const isOf = ({ prefix }: PartRequest, id: string): boolean => prefix === '' || bitsOf(id).startsWith(prefix);

async function readInto(
  spool: Spool,
  request: PartRequest,
  reads: AsyncIterable<Read> | Iterable<Read>,
  onProgress: (progress: ReindexProgress) => void,
): Promise<{ sources: Map<string, Source>; skipped: SkippedFile[] }> {
  const { listing, overrides, corrections } = request;
  const sources = new Map<string, Source>();
  const skipped: SkippedFile[] = [];
  const expected = Math.max(request.before.length, listing.files.length);
  // The tagger's model takes long to load and is needed only if something has changed.
  let analyse: typeof import('./analysis.ts').analyse | null = null;
  for await (const read of reads) {
    if (read.type === 'skipped') {
      skipped.push({ file: read.file, reason: read.reason });
      continue;
    }
    const id = read.type === 'document' ? read.document.id : read.id;
    sources.set(id, read.source);
    if (overrides?.removed.has(id)) continue;
    onProgress({
      stage: spool.size > 0 ? 'analysing' : 'reading',
      done: sources.size,
      total: Math.max(expected, sources.size),
    });
    if (read.type === 'unchanged') continue;
    analyse ??= (await import('./analysis.ts')).analyse;
    const document = { ...corrected(read.document, corrections), ...overrides?.metadata.get(id) } as Document;
    const { entry, failure } = analyse(document, corrections.aliases);
    if (failure) skipped.push({ file: id, reason: phrase('skipped.statements', { failure }) });
    spool.put(id, encode(entry));
  }
  return { sources, skipped };
}

async function rebuild(
  spool: Spool,
  request: PartRequest,
  gone: readonly string[],
  documents: number,
  onProgress: (progress: ReindexProgress) => void,
): Promise<SegmentFile[]> {
  const { prefix: own, index, before, segments: files } = request;
  /** Old segments of this part. One that also holds other parts counts as if it did not. */
  const old = new Map<string, SegmentFile | null>();
  for (const file of files) {
    if (file.prefix.startsWith(own)) old.set(file.prefix, file);
    else if (own.startsWith(file.prefix)) old.set(own, file);
  }
  if (old.size === 0) old.set(own, null);
  const here = groupByPrefix(
    before.filter((id) => isOf(request, id)),
    old,
  );
  const arriving = groupByPrefix(spool.keys(), old);
  const leaving = groupByPrefix(gone, old);

  const segments: SegmentFile[] = [];
  let done = 0;
  for (const [prefix, file] of old) {
    onProgress({ stage: 'indexing', done: done++, total: old.size });
    const fresh = arriving.get(prefix) ?? [];
    const left = new Set(leaving.get(prefix));
    if (file?.prefix === prefix && fresh.length === 0 && left.size === 0) {
      segments.push(file);
      continue;
    }
    const kept = (here.get(prefix) ?? []).filter((id) => !left.has(id));
    const segment = file && kept.length > 0 ? await Segment.open(index, file) : null;
    try {
      const read = (id: string) => (spool.has(id) ? spool.get(id) : segment!.record(segment!.find(id)));
      for (const part of split(prefix, [...kept, ...fresh], largest(documents)))
        segments.push(await writeSegment(index, part.prefix, part.ids.map(read)));
    } finally {
      segment?.close();
    }
  }
  return segments;
}

/**
 * How many documents a segment holds at most. It grows with the corpus, so that neither the size of one segment nor
 * their number costs much.
 */
function largest(documents: number): number {
  return Math.max(128, Math.round(1.5 * Math.sqrt(documents)));
}

function split(
  prefix: string,
  ids: readonly string[],
  most: number,
): { prefix: string; ids: readonly string[] }[] {
  if (ids.length <= most || prefix.length === BITS) return [{ prefix, ids }];
  return ['0', '1'].flatMap((bit) =>
    split(
      prefix + bit,
      ids.filter((id) => bitsOf(id)[prefix.length] === bit),
      most,
    ),
  );
}

/** Groups `ids` by the one of `prefixes` that their bits begin with. */
function groupByPrefix(ids: Iterable<string>, prefixes: ReadonlyMap<string, unknown>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const bits = bitsOf(id);
    let length = 0;
    while (!prefixes.has(bits.slice(0, length))) length++;
    const prefix = bits.slice(0, length);
    const group = groups.get(prefix);
    if (group) group.push(id);
    else groups.set(prefix, [id]);
  }
  return groups;
}
