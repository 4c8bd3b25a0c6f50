import { availableParallelism } from 'node:os';
import { crc32 } from 'node:zlib';
import { CORRECTIONS_FILE, type Corrections, readCorrections } from '../corpus/corrections.ts';
import {
  CorpusError,
  type Known,
  type Listing,
  listCorpus,
  readCorpus,
  readFew,
  type Source,
} from '../corpus/folder.ts';
import { phrase } from '../locales/phrase.ts';
import {
  ArchiveError,
  type Overrides,
  type ReindexProgress,
  type ReindexSummary,
  type SkippedFile,
} from './archive.ts';
import { bitsOf } from './bits.ts';
import { buildPart, type PartRequest, type PartResult } from './part.ts';
import { cannotWrite, type Manifest, publish, readManifest, readStored, writeStored } from './store.ts';
import { version } from './version.ts';

export interface BuildRequest {
  readonly corpus: string;
  readonly index: string;
  readonly overrides: Overrides | null;
  /** Whether to read the whole old index and rebuild what is damaged. */
  readonly verify: boolean;
  /** Why nothing can be written, or null. */
  readonly unwritable: string | null;
}

/** Where every document of an index came from, and what was done to it before indexing. */
interface Catalogue {
  readonly sources: readonly (readonly [id: string, source: Source, treatment: string])[];
  readonly skipped: readonly SkippedFile[];
}

/** Builds a part of an index outside this thread. */
export type Helper = typeof buildPart;

/**
 * From this many characters of new text on, a build is shared. Below, starting another thread takes longer than it
 * saves.
 */
const WORTH_SHARING = 1_000_000;
const LEFT_OUT = 'left out';

/**
 * Brings the index up to date with the folder of articles. Reads and analyses what is new or changed, rebuilds the
 * segments this touches, and publishes them with the others. If that fails, rejects with ArchiveError and leaves the
 * old index as it was. The caller must hold the lock. Large builds are shared with `helper`, if there is one.
 */
export async function build(
  request: BuildRequest,
  onProgress: (progress: ReindexProgress) => void,
  helper?: Helper,
): Promise<ReindexSummary> {
  const began = performance.now();
  const { corpus, index, overrides } = request;
  const corrections = await readCorrections(corpus);
  const { aliases } = corrections;
  const names = aliases.length === 0 ? '' : crc32(JSON.stringify(aliases)).toString(36);
  const treatmentOf = (id: string) => {
    if (overrides?.removed.has(id)) return LEFT_OUT;
    const edits = [corrections.metadata.get(id), overrides?.metadata.get(id)];
    return names + edits.map((edit) => (edit ? JSON.stringify(edit) : '')).join();
  };
  const old = await readOld(request);
  const listing = await list(corpus);
  const known = knownOf(old, treatmentOf);
  const before = old.catalogue.sources.flatMap(([id, , treatment]) => (treatment === LEFT_OUT ? [] : id));
  const all: PartRequest = {
    prefix: '',
    corpus,
    index,
    listing,
    known,
    whole: wholeFiles(old, known),
    before,
    segments: old.manifest?.segments ?? [],
    corrections,
    overrides,
  };
  if (request.unwritable !== null) await mustBeCurrent(all, request.unwritable);

  try {
    const reads = readCorpus(corpus, all);
    const few = helper && availableParallelism() > 1 ? await readFew(reads, WORTH_SHARING) : reads;
    const result = few ? await buildPart(all, onProgress, few) : await inTwo(all, onProgress, helper!);
    const catalogue: Catalogue = {
      sources: result.sources.map(([id, source]) => [id, source, treatmentOf(id)] as const),
      skipped: [...problemsOf(corrections, new Set(result.sources.map(([id]) => id))), ...result.skipped],
    };
    const bytes = Buffer.from(JSON.stringify(catalogue));
    if (result.fresh.length > 0 || crc32(bytes) !== old.manifest?.catalogue.checksum) {
      onProgress({ stage: 'saving', done: 0, total: 1 });
      const manifest: Manifest = {
        version: version(),
        builtAt: new Date().toISOString(),
        aliases,
        segments: result.segments,
        catalogue: await writeStored(index, 'catalogue', [bytes]),
      };
      await publish(index, manifest);
    }
    const held = new Set(before);
    const holds = new Set(
      catalogue.sources.flatMap(([id, , treatment]) => (treatment === LEFT_OUT ? [] : id)),
    );
    return {
      added: result.fresh.filter((id) => !held.has(id)),
      changed: result.fresh.filter((id) => held.has(id)),
      removed: before.filter((id) => !holds.has(id)),
      skipped: catalogue.skipped,
      documents: holds.size,
      attributions: result.segments.reduce((sum, { attributions }) => sum + attributions, 0),
      milliseconds: Math.round(performance.now() - began),
    };
  } catch (error) {
    throw cannotWrite(index, error);
  }
}

/** Problems with the corrections, including articles that are not among `ids`. */
function problemsOf({ metadata, problems }: Corrections, ids: ReadonlySet<string>): SkippedFile[] {
  const unknown = [...metadata.keys()].filter((id) => !ids.has(id));
  return [
    ...problems,
    ...unknown.map((id) => phrase('corrections.unknown-article', { where: `metadata → ${id}` })),
  ].map((reason) => ({ file: CORRECTIONS_FILE, reason }));
}

interface Old {
  readonly manifest: Manifest | null;
  readonly catalogue: Catalogue;
  /** Prefixes of segments that cannot be read. */
  readonly damaged: readonly string[];
}

/** The index as it is on disk. What cannot be used counts as missing. */
async function readOld({ index, verify }: BuildRequest): Promise<Old> {
  const nothing: Old = { manifest: null, catalogue: { sources: [], skipped: [] }, damaged: [] };
  const manifest = await readManifest(index);
  if (manifest === 'missing' || 'damaged' in manifest) return nothing;
  const catalogue = await unlessDamaged(readStored(index, manifest.catalogue));
  if (!catalogue) return nothing;
  const damaged: string[] = [];
  for (const segment of verify ? manifest.segments : [])
    if (!(await unlessDamaged(readStored(index, segment)))) damaged.push(segment.prefix);
  return { manifest, catalogue: JSON.parse(catalogue.toString()) as Catalogue, damaged };
}

/** The result of reading, or null if it is damaged. */
async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'damaged') return null;
    throw error;
  }
}

async function list(corpus: string): Promise<Listing> {
  try {
    return await listCorpus(corpus);
  } catch (error) {
    throw error instanceof CorpusError ? new ArchiveError('unreadable', error.message) : error;
  }
}

/** The documents that need not be read again if their source is the same. */
function knownOf({ catalogue, damaged }: Old, treatmentOf: (id: string) => string): Known {
  const isDamaged = (id: string) => damaged.some((prefix) => bitsOf(id).startsWith(prefix));
  return new Map(
    catalogue.sources.flatMap(([id, source, treatment]) =>
      treatment === treatmentOf(id) && !isDamaged(id) ? [[id, source] as const] : [],
    ),
  );
}

/** The files of lines in which nothing was skipped and every document is known. */
function wholeFiles({ catalogue }: Old, known: Known): Set<string> {
  const files = new Set(catalogue.sources.flatMap(([, { file, line }]) => (line === null ? [] : file)));
  for (const [id, { file }] of catalogue.sources) if (!known.has(id)) files.delete(file);
  for (const { file } of catalogue.skipped) {
    files.delete(file);
    files.delete(file.replace(/:\d+$/, ''));
  }
  return files;
}

/** Throws ArchiveError with `message` if the folder of articles differs from what was indexed. */
async function mustBeCurrent(
  { corpus, listing, known, whole, before, overrides }: PartRequest,
  message: string,
): Promise<void> {
  let there = 0;
  for await (const read of readCorpus(corpus, { listing, known, whole })) {
    if (read.type === 'document') throw new ArchiveError('unwritable', message);
    if (read.type === 'unchanged' && !overrides?.removed.has(read.id)) there++;
  }
  if (there !== before.length) throw new ArchiveError('unwritable', message);
}

/** Builds half of the index with the helper and half here. */
async function inTwo(
  request: PartRequest,
  onProgress: (progress: ReindexProgress) => void,
  helper: Helper,
): Promise<PartResult> {
  const latest: ReindexProgress[] = [];
  const follow = (part: number) => (progress: ReindexProgress) => {
    latest[part] = progress;
    const same = latest.filter((one) => one?.stage === latest[0]?.stage);
    const sum = (key: 'done' | 'total') => same.reduce((total, one) => total + one[key], 0);
    onProgress({ stage: progress.stage, done: sum('done'), total: sum('total') });
  };
  const [here, there] = await Promise.all([
    buildPart({ ...request, prefix: '0' }, follow(0)),
    helper({ ...request, prefix: '1' }, follow(1)),
  ]);
  return {
    segments: [...here.segments, ...there.segments],
    sources: [...here.sources, ...there.sources],
    skipped: distinct([...here.skipped, ...there.skipped]),
    fresh: [...here.fresh, ...there.fresh],
  };
}

/** What both parts skipped, each thing once. Both report lines without an id. */
function distinct(skipped: readonly SkippedFile[]): SkippedFile[] {
  const byFile = new Map(skipped.map((one) => [`${one.file} ${JSON.stringify(one.reason)}`, one]));
  return [...byFile.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
