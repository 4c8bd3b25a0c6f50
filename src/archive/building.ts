import { extract } from '../attribution/extract.ts';
import type { Document } from '../corpus/document.ts';
import { listCorpus, readCorpus, type Source } from '../corpus/folder.ts';
import { hashOf } from '../search/words.ts';
import { sentences } from '../text/sentences.ts';
import type { Overrides, ReindexProgress, ReindexSummary, SkippedFile } from './archive.ts';
import { type Entry, Segment, writeSegment } from './segment.ts';
import {
  type Manifest,
  prepare,
  publish,
  readManifest,
  readStored,
  type SegmentFile,
  sweep,
  writeStored,
} from './store.ts';
import { VERSION } from './version.ts';

export interface BuildRequest {
  readonly corpus: string;
  readonly index: string;
  readonly overrides: Overrides | null;
}

/** Where every document of an index came from. */
interface Catalogue {
  readonly sources: readonly (readonly [id: string, source: Source, edit: string])[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * Brings the index up to date with the folder of articles: reads and analyses what is new or changed, rebuilds the
 * segments that it touches and publishes them with the untouched ones. Rejects, with the old index as it was, where
 * anything fails. The caller holds the lock.
 */
export async function build(
  { corpus, index, overrides }: BuildRequest,
  onProgress: (progress: ReindexProgress) => void,
): Promise<ReindexSummary> {
  const began = performance.now();
  await prepare(index);
  const old = await readOld(index);
  const editOf = (id: string) => JSON.stringify(overrides?.metadata.get(id) ?? null);
  const known = new Map(
    old.catalogue.sources.flatMap(([id, source, edit]) => (edit === editOf(id) ? [[id, source]] : [])),
  );
  const before = new Set(old.catalogue.sources.map(([id]) => id));

  const listing = await listCorpus(corpus);
  const sources = new Map<string, Source>();
  const skipped: SkippedFile[] = [];
  const fresh = new Map<string, Entry>();
  for await (const read of readCorpus(corpus, { listing, known })) {
    if (read.type === 'skipped') skipped.push({ file: read.file, reason: read.reason });
    else {
      const id = read.type === 'document' ? read.document.id : read.id;
      if (overrides?.removed.has(id)) continue;
      sources.set(id, read.source);
      if (read.type === 'document')
        fresh.set(id, analyse({ ...read.document, ...overrides?.metadata.get(id) } as Document));
    }
    onProgress({
      stage: 'analysing',
      done: sources.size,
      total: Math.max(sources.size, listing.files.length),
    });
  }

  const added = [...fresh.keys()].filter((id) => !before.has(id));
  const changed = [...fresh.keys()].filter((id) => before.has(id));
  const removed = [...before].filter((id) => !sources.has(id));
  const touched = new Set([...fresh.keys(), ...removed].map(bitsOf));
  const segments = await rebuild(
    index,
    old.segments,
    fresh,
    new Set([...removed, ...changed]),
    touched,
    onProgress,
  );

  onProgress({ stage: 'saving', done: 0, total: 1 });
  const catalogue: Catalogue = {
    sources: Array.from(sources, ([id, source]) => [id, source, editOf(id)] as const),
    skipped,
  };
  const manifest: Manifest = {
    version: VERSION,
    builtAt: new Date().toISOString(),
    segments,
    catalogue: await writeStored(index, 'catalogue', [Buffer.from(JSON.stringify(catalogue))]),
  };
  await publish(index, manifest);
  await sweep(index, manifest);
  return {
    added,
    changed,
    removed,
    skipped,
    documents: sources.size,
    attributions: segments.reduce((sum, { attributions }) => sum + attributions, 0),
    milliseconds: performance.now() - began,
  };
}

async function readOld(
  index: string,
): Promise<{ readonly segments: readonly SegmentFile[]; readonly catalogue: Catalogue }> {
  const manifest = await readManifest(index, VERSION);
  if (manifest === 'missing' || 'damaged' in manifest)
    return { segments: [], catalogue: { sources: [], skipped: [] } };
  const bytes = await readStored(index, manifest.catalogue);
  return { segments: manifest.segments, catalogue: JSON.parse(bytes.toString()) as Catalogue };
}

async function rebuild(
  index: string,
  old: readonly SegmentFile[],
  fresh: ReadonlyMap<string, Entry>,
  gone: ReadonlySet<string>,
  touched: ReadonlySet<string>,
  onProgress: (progress: ReindexProgress) => void,
): Promise<SegmentFile[]> {
  const segments: SegmentFile[] = [];
  const placed = new Set<string>();
  const work: { prefix: string; entries: Entry[] }[] = [];
  for (const file of old) {
    if (![...touched].some((bits) => bits.startsWith(file.prefix))) {
      segments.push(file);
      continue;
    }
    const segment = await Segment.open(index, file);
    const entries = segment.ids.flatMap((id, local) => (gone.has(id) ? [] : [segment.read(local)]));
    segment.close();
    for (const [id, entry] of fresh) {
      if (!bitsOf(id).startsWith(file.prefix)) continue;
      placed.add(id);
      entries.push(entry);
    }
    work.push({ prefix: file.prefix, entries });
  }
  if (old.length === 0) work.push({ prefix: '', entries: [...fresh.values()] });
  const parts = work.flatMap(({ prefix, entries }) => split(prefix, entries));
  for (const [done, { prefix, entries }] of parts.entries()) {
    onProgress({ stage: 'indexing', done, total: parts.length });
    segments.push(await writeSegment(index, prefix, entries));
  }
  return segments;
}

/** So many documents a segment holds at most. */
const LARGEST = 128;

function split(prefix: string, entries: Entry[]): { prefix: string; entries: Entry[] }[] {
  if (entries.length <= LARGEST || prefix.length === 32) return [{ prefix, entries }];
  return ['0', '1'].flatMap((bit) =>
    split(
      prefix + bit,
      entries.filter(({ document }) => bitsOf(document.id)[prefix.length] === bit),
    ),
  );
}

/** The binary digits that decide which segment document `id` belongs to. */
function bitsOf(id: string): string {
  return (hashOf(id) >>> 0).toString(2).padStart(32, '0');
}

function analyse(document: Document): Entry {
  return {
    document,
    sentences: sentences(document.text),
    attributions: extract(document.text).map((attribution) => ({ ...attribution, speaker: null })),
    people: [],
  };
}
