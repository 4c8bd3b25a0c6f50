import type { Document } from '../corpus/document.ts';
import { standingOf } from '../people/directory/record.ts';
import type { Misspelt } from '../search/spelling.ts';
import { short } from '../text/shorten.ts';
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
  type PersonRecord,
  type Reference,
} from './archive.ts';
import { Collection } from './collection.ts';
import type { Article } from './entry.ts';
import { Names } from './names.ts';
import { Recent } from './recent.ts';
import { repeatsOf, withoutCopies } from './repeats.ts';
import { Segment } from './segment.ts';
import { findStatements } from './statements.ts';
import { atOnce, inTurns } from './steps.ts';
import { type Manifest, manifestStamp, readManifest } from './store.ts';

/** How many documents are kept as read from disk. */
const RECENT = 512;
const NONE: ReadonlySet<string> = new Set();

export interface ServingOptions {
  /** With more documents than this, names are listed between questions; with fewer, at once. */
  readonly soonListed: number;
  /** Milliseconds between looks for a new index from another process. */
  readonly lookEvery: number;
  /** Called whenever documents or the status may have changed, before the first answer that shows the change. */
  readonly onChange: () => void;
}

/** Answers everything that can be asked of an index, in the thread that calls it. */
export class Serving {
  readonly #folder: string;
  readonly #options: ServingOptions;
  #collection: Collection | null = null;
  #overrides: Overrides | null = null;
  #loading: Promise<void> = Promise.resolve();
  readonly #recent = new Recent<Article>(RECENT);
  /** The stamp of the manifest last read, and when a newer one was last looked for. */
  #stamp = '';
  #looked = 0;

  constructor(folder: string, options: Partial<ServingOptions> = {}) {
    this.#folder = folder;
    this.#options = { soonListed: 1000, lookEvery: 1000, onChange: () => {}, ...options };
  }

  /** Takes over the index that is on disk now. The old one answers until the new one is ready. */
  load(): Promise<void> {
    this.#loading = this.#loading.catch(() => {}).then(() => this.#load());
    return this.#loading;
  }

  /** Applies what moderators changed. The old names stay in use until the new ones are listed. */
  async override(overrides: Overrides): Promise<void> {
    this.#overrides = overrides;
    this.#changed();
    if (this.#collection) await this.#listNames(this.#collection);
  }

  search(question: string, { limit }: { readonly limit: number }): Passage[] {
    // Some of the best may be copies of better ones.
    const found = this.#index.engine.search(question, { limit: 2 * limit + this.#removed.size });
    const there = found.filter(({ document }) => !this.#removed.has(document));
    return withoutCopies(this.#index, there, limit, (id) => this.#article(id));
  }

  attributions(query: AttributionQuery): AttributionRecord[] {
    // Some of the best may be repeats of better ones.
    const { best } = findStatements(this.#index, query, 3 * query.limit, this.#removed);
    const shown: AttributionRecord[] = [];
    const seen = new Set<string>();
    for (const { document, index, score } of best) {
      if (shown.length === query.limit) break;
      if (seen.has(`${index} ${document}`)) continue;
      const record = this.#record({ document, index }, score);
      if (!record) continue;
      shown.push(record);
      for (const repeat of record.repeats) seen.add(`${repeat.index} ${repeat.document}`);
    }
    return shown;
  }

  count(query: Omit<AttributionQuery, 'limit'>): number {
    return findStatements(this.#index, query, 1, this.#removed).total;
  }

  counterparts(places: readonly Reference[], most: number): AttributionRecord[][] {
    return places.map(({ document, index }) => {
      const article = this.#article(document);
      if (!article?.attributions[index]) return [];
      const within = article.ties.flatMap(({ denial, claim }) =>
        denial === index ? { document, index: claim } : claim === index ? { document, index: denial } : [],
      );
      const across =
        within.length < most ? this.#index.counterparts.of(this.#index.place(document)!, index) : [];
      return [...within, ...across].slice(0, most).flatMap((place) => this.#record(place, 0) ?? []);
    });
  }

  attributionsWithin(
    places: readonly { readonly document: string; readonly span: Span }[],
  ): AttributionRecord[][] {
    return places.map(({ document, span }) => {
      const attributions = this.#article(document)?.attributions ?? [];
      return attributions.flatMap(({ source, cue, content }, index) => {
        const spans = [...(source ?? []), ...(cue ?? []), ...content];
        return spans.some((one) => overlaps(one, span)) ? (this.#record({ document, index }, 0) ?? []) : [];
      });
    });
  }

  /** The document for each id, or null. */
  documents(ids: readonly string[]): (Document | null)[] {
    return ids.map((id) => this.#article(id)?.document ?? null);
  }

  people(typed: string, limit: number): PersonMatch[] {
    return this.#index.names.directory.find(typed, limit);
  }

  naming(names: readonly string[], documents: readonly string[]): string[][] {
    return this.#index.names.directory.naming(names, documents);
  }

  names(question: string): NameInQuestion[] {
    return this.#index.names.directory.namesIn(question);
  }

  misspelt(text: string): Misspelt[] {
    return this.#index.engine.misspelt(text);
  }

  complete(kind: 'person' | 'topic' | 'article', typed: string, limit: number): Completion[] {
    return this.#completions(kind, typed, limit).filter(({ value }) => value.length <= LONGEST);
  }

  articles(find: string, limit: number): Document[] {
    return this.documents(this.#articleIds(find, limit)).flatMap((document) => document ?? []);
  }

  status(): ArchiveStatus {
    const { engine, kinds, dates, builtAt } = this.#index;
    return { documents: engine.documents, attributions: kinds, ...dates, builtAt };
  }

  close(): void {
    for (const segment of this.#collection?.segments ?? []) segment.close();
    this.#collection = null;
  }

  get #index(): Collection {
    this.#lookForNewer();
    if (this.#collection) return this.#collection;
    throw notYet();
  }

  /** Takes over what another process has built. If that cannot be used, whoever reindexes here deals with it. */
  #lookForNewer(): void {
    if (performance.now() - this.#looked < this.#options.lookEvery) return;
    this.#looked = performance.now();
    const stamp = manifestStamp(this.#folder);
    if (stamp !== this.#stamp) this.load().catch(() => {});
  }

  #changed(): void {
    this.#recent.clear();
    this.#options.onChange();
  }

  get #removed(): ReadonlySet<string> {
    return this.#overrides?.removed ?? NONE;
  }

  async #load(): Promise<void> {
    this.#stamp = manifestStamp(this.#folder);
    const manifest = await readManifest(this.#folder);
    if (manifest === 'missing') throw notYet();
    if ('damaged' in manifest) throw new ArchiveError('damaged', manifest.damaged);
    const old = this.#collection;
    if (manifest.builtAt === old?.builtAt) return;
    const open = new Map(old?.segments.map((segment) => [segment.file.file, segment]));
    const segments: Segment[] = [];
    try {
      for (const file of manifest.segments)
        segments.push(open.get(file.file) ?? (await Segment.open(this.#folder, file)));
      await this.#take(segments, manifest);
    } catch (error) {
      for (const segment of segments) if (!open.has(segment.file.file)) segment.close();
      throw error;
    }
    for (const segment of old?.segments ?? []) if (!segments.includes(segment)) segment.close();
  }

  /** Puts a new collection into service, with the old names where listing new ones would take long. */
  async #take(segments: readonly Segment[], manifest: Manifest): Promise<void> {
    const old = this.#collection;
    const documents = segments.reduce((sum, { ids }) => sum + ids.length, 0);
    const names =
      old && documents > this.#options.soonListed
        ? await inTurns(old.names.over(segments), () => true)
        : atOnce(Names.of(segments, manifest.aliases, this.#overrides));
    this.#collection = new Collection(segments, manifest, names!);
    this.#changed();
    // If that fails, the old names stay in use, and the next load lists them again.
    if (old && documents > this.#options.soonListed) this.#listNames(this.#collection).catch(() => {});
  }

  /** Lists the names of a collection between questions, and puts them into service unless a newer collection came. */
  async #listNames(collection: Collection): Promise<void> {
    const { segments, aliases } = collection;
    const steps = Names.of(segments, aliases, this.#overrides);
    const few = collection.engine.documents <= this.#options.soonListed;
    const names = few ? atOnce(steps) : await inTurns(steps, () => this.#collection === collection);
    if (!names || this.#collection !== collection) return;
    collection.names = names;
    this.#changed();
  }

  #completions(kind: 'person' | 'topic' | 'article', typed: string, limit: number): Completion[] {
    switch (kind) {
      case 'person':
        return this.#index.names.directory
          .complete(typed, limit)
          .map(({ person }) => ({ label: personLabel(person), value: person.name }));
      case 'topic':
        return this.#index.names.topics
          .complete(typed, limit)
          .map((text) => ({ label: short(text, LONGEST), value: text }));
      case 'article':
        return this.#articlesTyped(typed, limit).map((id) => ({
          label: short(this.#titleOf(id), LONGEST),
          value: id,
        }));
    }
  }

  /** Articles by title while a title is being typed, else by what they say. */
  #articlesTyped(typed: string, limit: number): string[] {
    const titled = typed.trim() === '' ? [] : this.#shown(this.#index.titled(typed), limit);
    return titled.length > 0 ? titled : this.#articleIds(typed, limit);
  }

  #articleIds(find: string, limit: number): string[] {
    const most = limit + this.#removed.size;
    const ids =
      find.trim() === ''
        ? this.#index.newest.slice(0, most).map(({ id }) => id)
        : this.#index.engine.find(find, most).map(({ document }) => document);
    return this.#shown(ids, limit);
  }

  #shown(ids: readonly string[], limit: number): string[] {
    return ids.filter((id) => !this.#removed.has(id)).slice(0, limit);
  }

  #titleOf(id: string): string {
    const edited = this.#overrides?.metadata.get(id)?.title;
    if (edited) return edited;
    const { segment, local } = this.#index.place(id)!;
    const title = segment.titles[local];
    if (title) return title;
    const article = this.#article(id);
    const opening = article?.sentences[0];
    return opening ? article.document.text.slice(opening.start, opening.end) : id;
  }

  #record({ document, index }: Reference, score: number): AttributionRecord | null {
    const article = this.#article(document);
    const attribution = article?.attributions[index];
    if (!article || !attribution) return null;
    const repeats = repeatsOf(this.#index, this.#index.place(document)!, index, (id) => this.#article(id));
    return { document, index, attribution, score, repeats };
  }

  /** A document's article, with what moderators changed; null if there is none. */
  #article(id: string): Article | null {
    if (this.#removed.has(id)) return null;
    const place = this.#index.place(id);
    if (!place) return null;
    return this.#recent.get(id, () => {
      const { document, attributions, ...rest } = place.segment.read(place.local);
      const { names } = this.#index;
      return {
        ...rest,
        document: { ...document, ...this.#overrides?.metadata.get(id) } as Document,
        attributions: attributions.map((attribution) => ({
          ...attribution,
          speaker: attribution.speaker && names.canonical(attribution.speaker, id),
          ...(attribution.speakers && {
            speakers: attribution.speakers.flatMap((name) => names.canonical(name, id) ?? []),
          }),
        })),
      };
    });
  }
}

/** "Ida Brandt · mayor of Port Ellery · 14": the name, what they are, and how often they speak. */
function personLabel(person: PersonRecord): string {
  const standing = standingOf(person);
  const parts = (middle: string[]) => [person.called, ...middle, person.statements].join(' · ');
  const room = LONGEST - parts(['']).length;
  return short(parts(standing && room >= 10 ? [short(standing, room)] : []), LONGEST);
}

/** Characters of a completion's label, and of its value, at most: as many as Discord takes. */
const LONGEST = 100;

function notYet(): ArchiveError {
  return new ArchiveError('building', 'The index of the articles is being built; ask again in a moment');
}
