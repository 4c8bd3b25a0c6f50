import type { Kind, SpokenAttribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import type { Phrase } from '../locales/phrase.ts';
import type { State } from '../moderation/state.ts';
import type { NameInQuestion, PersonMatch, PersonRecord } from '../people/person.ts';
import type { Passage as FoundPassage } from '../search/engine.ts';
import type { Misspelt } from '../search/spelling.ts';
import type { Span } from '../text/span.ts';

export type { NameInQuestion, PersonMatch, PersonRecord };

/** A place in the record: `index` counts a document's attributions from 0. */
export interface Reference {
  readonly document: string;
  readonly index: number;
}

/** A passage that may hold the answer to a question. */
export interface Passage extends FoundPassage {
  /** Where other documents carry the same words (the same wire story); they are not passages of their own. */
  readonly also: readonly { readonly document: string; readonly span: Span }[];
}

/** An attribution with where it stands. `index` is its position among its document's attributions. */
export interface AttributionRecord {
  readonly document: string;
  readonly index: number;
  readonly attribution: SpokenAttribution;
  /** Topical match with `about`, 0 where nothing was asked about. */
  readonly score: number;
  /** The same statement in other documents (same quotation, same wire story). */
  readonly repeats: readonly Reference[];
}

export interface AttributionQuery {
  readonly kinds?: readonly Kind[];
  /** Only attributions that hold words in quotation marks, whatever the kind. */
  readonly quoted?: boolean;
  /** Canonical speaker name. */
  readonly by?: string;
  /** Words typed by a member: data, never a query language. */
  readonly about?: string;
  /** Canonical name the content must be about or mention. */
  readonly mentions?: string;
  readonly limit: number;
}

/** What moderators changed, as far as it concerns the index: in effect at once, and kept through reindexing. */
export type Overrides = Pick<State, 'metadata' | 'removed' | 'merged' | 'split' | 'hidden'>;

export interface SkippedFile {
  readonly file: string;
  readonly reason: Phrase;
}

export interface ReindexSummary {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly documents: number;
  readonly attributions: number;
  readonly milliseconds: number;
}

export interface ReindexProgress {
  readonly stage: 'reading' | 'analysing' | 'indexing' | 'saving' | 'loading';
  readonly done: number;
  readonly total: number;
}

export interface ArchiveStatus {
  readonly documents: number;
  readonly attributions: Readonly<Record<Kind, number>>;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** ISO 8601 time the serving index was built. */
  readonly builtAt: string;
}

/**
 * The one deep object: everything asked of the corpus goes through it. All asynchronous; the work happens on its own threads.
 * Rejects with ArchiveError (a message that names the thing and the cure) where it cannot serve.
 */
export interface Archive {
  /** Passages that may answer a question, best first, at most `limit`. */
  search(question: string, options: { readonly limit: number }): Promise<readonly Passage[]>;
  /** Best first; of the same statement in several documents only the best, with the others as its `repeats`. */
  attributions(query: AttributionQuery): Promise<readonly AttributionRecord[]>;
  /** How many attributions answer the query, repeats counted, whatever its limit. */
  count(query: Omit<AttributionQuery, 'limit'>): Promise<number>;
  /**
   * For each place, the attributions that it denies or disputes, or that deny or dispute it, in its own document first, then in
   * others, at most so many; none for a place that is unknown.
   */
  counterparts(
    places: readonly Reference[],
    most: number,
  ): Promise<readonly (readonly AttributionRecord[])[]>;
  /** For each place, the attributions of its document that share a character with it, in text order, nested ones included. */
  attributionsWithin(
    places: readonly { readonly document: string; readonly span: Span }[],
  ): Promise<readonly (readonly AttributionRecord[])[]>;
  /** The document with this id, as moderators corrected it; null where there is none, or they removed it. */
  document(id: string): Promise<Document | null>;
  /** People and organisations that `typed` may mean, best first. */
  people(typed: string, limit: number): Promise<readonly PersonMatch[]>;
  /**
   * For each of some canonical names, those of the documents in which a part of it may mean whoever is listed so: that name them, or
   * nobody else of these names or of their surname.
   */
  naming(names: readonly string[], documents: readonly string[]): Promise<readonly (readonly string[])[]>;
  /**
   * The names in a question, in order: any form a member types ("mcaleenan", "the dhs", "trump's chief of staff", misspelt,
   * lower case), and what is written like a name but is nobody's here ("Zebulon Pike").
   */
  names(question: string): Promise<readonly NameInQuestion[]>;
  /** The words of a text that no document has, with what was most likely meant, in order. */
  misspelt(text: string): Promise<readonly Misspelt[]>;
  /** What `typed` may become of a person, a topic or an article, best first; for an article the value is its id. */
  complete(
    kind: 'person' | 'topic' | 'article',
    typed: string,
    limit: number,
  ): Promise<readonly Completion[]>;
  /** Documents whose title, outlet or text match, best first; all of them, newest first, for an empty `find`. */
  articles(find: string, limit: number): Promise<readonly Document[]>;
  /** How much is on record, and since when. */
  status(): Promise<ArchiveStatus>;
  /** Brings the index up to date; a second call while one runs joins it. The old index serves until the new one is whole. */
  reindex(onProgress?: (progress: ReindexProgress) => void): Promise<ReindexSummary>;
  /** Replaces what moderators changed, for every call from now on. Corrected titles are searched after the next reindex. */
  override(overrides: Overrides): Promise<void>;
  /** Ends what is under way, threads included. Nothing is to be asked of it any more. */
  close(): Promise<void>;
}

/** Why the archive cannot serve a call. The message names the thing and the cure. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type ArchiveErrorCode =
  /** The index on disk is not as it was written. */
  | 'damaged'
  | 'unwritable'
  /** The folder of articles cannot be read. */
  | 'unreadable'
  /** There is no index yet; one is being built. */
  | 'building'
  /** Another process builds in the same folder. */
  | 'busy'
  /** A thread died, more than once. */
  | 'failed'
  | 'closed';

export interface Completion {
  /** Shown to the member, at most 100 characters. */
  readonly label: string;
  /** Sent back as the option's value, at most 100 characters. */
  readonly value: string;
}
