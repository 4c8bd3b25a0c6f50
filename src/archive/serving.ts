import { KINDS, type Kind } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import { type Engine, openEngine, type Topic } from '../search/engine.ts';
import { overlaps, type Span } from '../text/span.ts';
import {
  ArchiveError,
  type ArchiveStatus,
  type AttributionQuery,
  type AttributionRecord,
  type Completion,
  type NameInQuestion,
  type Overrides,
  type Passage,
  type PersonMatch,
  type Reference,
} from './archive.ts';
import { type Entry, Flag, Segment } from './segment.ts';
import { readManifest } from './store.ts';

/** The loaded index: answers everything that can be asked of the corpus, in the thread that calls it. */
export class Serving {
  readonly #folder: string;
  #segments: readonly Segment[] = [];
  #engine: Engine | null = null;
  #builtAt = '';
  #loading: Promise<void> = Promise.resolve();
  #overrides: Overrides | null = null;
  readonly #recent = new Recent<Entry>(256);

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes over the index that is on disk now. Queries go on being answered from the old one until it is whole. */
  load(): Promise<void> {
    this.#loading = this.#loading.catch(() => {}).then(() => this.#load());
    return this.#loading;
  }

  async #load(): Promise<void> {
    const manifest = await readManifest(this.#folder);
    if (manifest === 'missing') throw notYet();
    if ('damaged' in manifest) throw new ArchiveError('damaged', manifest.damaged);
    if (manifest.builtAt === this.#builtAt) return;
    const kept = new Map(this.#segments.map((segment) => [segment.file.file, segment]));
    const segments: Segment[] = [];
    for (const file of manifest.segments)
      segments.push(kept.get(file.file) ?? (await Segment.open(this.#folder, file)));
    const old = this.#segments;
    this.#segments = segments;
    this.#engine = openEngine(segments.map(({ search }) => search));
    this.#builtAt = manifest.builtAt;
    this.#recent.clear();
    for (const segment of old) if (!segments.includes(segment)) segment.close();
  }

  override(overrides: Overrides): void {
    this.#overrides = overrides;
    this.#recent.clear();
  }

  search(question: string, { limit }: { readonly limit: number }): Passage[] {
    return this.#search
      .search(question, { limit: limit + (this.#overrides?.removed.size ?? 0) })
      .filter(({ document }) => !this.#overrides?.removed.has(document))
      .slice(0, limit)
      .map((passage) => ({ ...passage, also: [] }));
  }

  attributions(query: AttributionQuery): AttributionRecord[] {
    return this.#matching(query)
      .slice(0, query.limit)
      .map(({ reference, score }) => this.#record(reference, score)!);
  }

  count(query: Omit<AttributionQuery, 'limit'>): number {
    return this.#matching(query).length;
  }

  attributionsAt(places: readonly Reference[]): AttributionRecord[] {
    return places.flatMap((place) => this.#record(place, 0) ?? []);
  }

  attributionsWithin(
    places: readonly { readonly document: string; readonly span: Span }[],
  ): AttributionRecord[][] {
    return places.map(({ document, span }) => {
      const attributions = this.#entry(document)?.attributions ?? [];
      return attributions.flatMap(({ source, cue, content }, index) => {
        const spans = [...(source ?? []), ...(cue ?? []), ...content];
        return spans.some((one) => overlaps(one, span)) ? (this.#record({ document, index }, 0) ?? []) : [];
      });
    });
  }

  document(id: string): Document | null {
    return this.#entry(id)?.document ?? null;
  }

  people(_typed: string, _limit: number): PersonMatch[] {
    return [];
  }

  names(_question: string): NameInQuestion[] {
    return [];
  }

  complete(kind: 'person' | 'topic' | 'article', typed: string, limit: number): Completion[] {
    if (kind !== 'article') return [];
    return this.articles(typed, limit).map(({ id, title }) => ({
      label: shortened(title ?? id),
      value: id.slice(0, 100),
    }));
  }

  articles(find: string, limit: number): Document[] {
    const ids =
      find.trim() === ''
        ? this.#newest(limit)
        : this.#search.find(find, limit).map(({ document }) => document);
    return ids.flatMap((id) => this.document(id) ?? []);
  }

  status(): ArchiveStatus {
    const attributions = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
    for (const { columns } of this.#segments) for (const kind of columns.kind) attributions[KINDS[kind]!]++;
    const dates = this.#segments.flatMap(({ about }) => about.published.flatMap((date) => date ?? [])).sort();
    return {
      documents: this.#search.documents,
      attributions,
      earliest: dates[0] ?? null,
      latest: dates.at(-1) ?? null,
      builtAt: this.#builtAt,
    };
  }

  close(): void {
    for (const segment of this.#segments) segment.close();
    this.#segments = [];
  }

  get #search(): Engine {
    if (this.#engine) return this.#engine;
    throw notYet();
  }

  #newest(limit: number): string[] {
    const all = this.#segments.flatMap(({ ids, about }) =>
      ids.map((id, local) => ({ id, published: about.published[local] ?? '' })),
    );
    all.sort((a, b) =>
      a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? 1 : -1,
    );
    return all.slice(0, limit).map(({ id }) => id);
  }

  #matching(query: Omit<AttributionQuery, 'limit'>): { reference: Reference; score: number }[] {
    const topic = query.about === undefined ? null : this.#search.topic(query.about);
    if (topic?.empty) return [];
    const found = topic
      ? topic.documents(500).flatMap(({ document }) => this.#inDocument(document, query, topic))
      : this.#segments.flatMap(({ ids }) => ids.flatMap((id) => this.#inDocument(id, query, null)));
    return found.sort((a, b) => b.rank - a.rank);
  }

  #inDocument(document: string, query: Omit<AttributionQuery, 'limit'>, topic: Topic | null) {
    const place = this.#place(document);
    if (!place) return [];
    const { segment, local } = place;
    const { attributionStart, kind, flags, confidence, contentStart, contentFrom, contentTo } =
      segment.columns;
    const kinds = query.kinds?.map((one) => KINDS.indexOf(one));
    const found: { reference: Reference; score: number; rank: number }[] = [];
    const first = attributionStart[local]!;
    for (let i = first; i < attributionStart[local + 1]!; i++) {
      if (kinds && !kinds.includes(kind[i]!)) continue;
      if (query.quoted && !(flags[i]! & Flag.quoted)) continue;
      if (query.by !== undefined || query.mentions !== undefined) continue;
      const spans: Span[] = [];
      for (let s = contentStart[i]!; s < contentStart[i + 1]!; s++)
        spans.push({ start: contentFrom[s]!, end: contentTo[s]! });
      const score = topic ? topic.score(document, spans) : 0;
      if (topic && score === 0) continue;
      const rank = score + (confidence[i]! / 255) * 0.1 - (i - first) * 0.001;
      found.push({ reference: { document, index: i - first }, score, rank });
    }
    return found;
  }

  #record({ document, index }: Reference, score: number): AttributionRecord | null {
    const attribution = this.#entry(document)?.attributions[index];
    if (!attribution) return null;
    return { document, index, attribution, score, counterparts: [], repeats: [] };
  }

  #place(id: string): { segment: Segment; local: number } | null {
    if (!this.#engine) throw notYet();
    if (this.#overrides?.removed.has(id)) return null;
    for (const segment of this.#segments) {
      const local = segment.find(id);
      if (local >= 0) return { segment, local };
    }
    return null;
  }

  #entry(id: string): Entry | null {
    const place = this.#place(id);
    if (!place) return null;
    return this.#recent.get(id, () => {
      const entry = place.segment.read(place.local);
      const edit = this.#overrides?.metadata.get(id);
      return edit ? { ...entry, document: { ...entry.document, ...edit } as Document } : entry;
    });
  }
}

/** What was used last, up to `limit` things. */
class Recent<T> {
  readonly #limit: number;
  readonly #things = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => T): T {
    const thing = this.#things.get(key) ?? make();
    this.#things.delete(key);
    this.#things.set(key, thing);
    if (this.#things.size > this.#limit) this.#things.delete(this.#things.keys().next().value!);
    return thing;
  }

  clear(): void {
    this.#things.clear();
  }
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

function notYet(): ArchiveError {
  return new ArchiveError('building', 'The index of the articles is being built; ask again in a moment');
}
