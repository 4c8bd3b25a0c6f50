import type { Kind, SpokenAttribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import type { Phrase } from '../locales/phrase.ts';
import type { State } from '../moderation/state.ts';
import type { NameInQuestion, PersonMatch, PersonRecord } from '../people/person.ts';
import type { Passage as FoundPassage } from '../search/engine.ts';
import type { Misspelt } from '../search/spelling.ts';
import type { Span } from '../text/span.ts';

export type { NameInQuestion, PersonMatch, PersonRecord };

/** A place on the record. `index` counts a document's attributions from 0. */
export interface Reference {
  readonly document: string;
  readonly index: number;
}

/** A passage that may hold the answer to a question. */
export interface Passage extends FoundPassage {
  /** Where other documents have the same words (the same wire story). They are no passages of their own. */
  readonly also: readonly { readonly document: string; readonly span: Span }[];
}

/** An attribution and its place. `index` counts its document's attributions from 0. */
export interface AttributionRecord {
  readonly document: string;
  readonly index: number;
  readonly attribution: SpokenAttribution;
  /** How well it matches `about`; 0 if the query has none. */
  readonly score: number;
  /** The same statement in other documents (same quotation, same wire story). */
  readonly repeats: readonly Reference[];
}

export interface AttributionQuery {
  readonly kinds?: readonly Kind[];
  /** Only attributions with words in quotation marks, of any kind. */
  readonly quoted?: boolean;
  /** Canonical speaker name. */
  readonly by?: string;
  /** Words typed by a member: data, never a query language. */
  readonly about?: string;
  /** Canonical name the content must be about or mention. */
  readonly mentions?: string;
  readonly limit: number;
}

/** What moderators changed, as far as the index is concerned. It takes effect at once and survives reindexing. */
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
 * The central object: everything asked of the corpus goes through it. All calls are asynchronous; the work happens on
 * its own threads. Rejects with ArchiveError (a message that names the thing and the cure) if it cannot serve.
 */
export interface Archive {
  /** Passages that may answer a question, best first, at most `limit`. */
  search(question: string, options: { readonly limit: number }): Promise<readonly Passage[]>;
  /** Best first. A statement that several documents carry comes once, with the others as its `repeats`. */
  attributions(query: AttributionQuery): Promise<readonly AttributionRecord[]>;
  /** How many attributions answer the query, repeats included. */
  count(query: Omit<AttributionQuery, 'limit'>): Promise<number>;
  /**
   * For each place, the attributions it denies or disputes, or that deny or dispute it: first in its own document, then
   * in others, up to a limit. Empty for an unknown place.
   */
  counterparts(
    places: readonly Reference[],
    most: number,
  ): Promise<readonly (readonly AttributionRecord[])[]>;
  /** For each place, the attributions of its document that overlap it, in text order, nested ones included. */
  attributionsWithin(
    places: readonly { readonly document: string; readonly span: Span }[],
  ): Promise<readonly (readonly AttributionRecord[])[]>;
  /** The document with this id, as moderators corrected it. Null if there is none, or they removed it. */
  document(id: string): Promise<Document | null>;
  /** People and organisations that `typed` may mean, best first. */
  people(typed: string, limit: number): Promise<readonly PersonMatch[]>;
  /**
   * For each canonical name, the documents in which a part of it may mean its bearer: those that name the bearer, or
   * nobody else with one of these names or their surname.
   */
  naming(names: readonly string[], documents: readonly string[]): Promise<readonly (readonly string[])[]>;
  /**
   * The names in a question, in order, in any form a member types ("mcaleenan", "the dhs", "trump's chief of staff",
   * misspelt, lower case), and words written like a name that nobody here has ("Zebulon Pike").
   */
  names(question: string): Promise<readonly NameInQuestion[]>;
  /** The words of a text that no document has, in order, each with the word most likely meant. */
  misspelt(text: string): Promise<readonly Misspelt[]>;
  /** Completions of `typed` as a person, topic or article, best first. For an article, the value is its id. */
  complete(
    kind: 'person' | 'topic' | 'article',
    typed: string,
    limit: number,
  ): Promise<readonly Completion[]>;
  /** Documents whose title, outlet or text match, best first; all of them, newest first, for an empty `find`. */
  articles(find: string, limit: number): Promise<readonly Document[]>;
  /** How much is on record, and since when. */
  status(): Promise<ArchiveStatus>;
  /** Brings the index up to date. A call during a run joins it. The old index serves until the new one is ready. */
  reindex(onProgress?: (progress: ReindexProgress) => void): Promise<ReindexSummary>;
  /** Replaces what moderators changed, for all later calls. Corrected titles can be searched after the next reindex. */
  override(overrides: Overrides): Promise<void>;
  /** Ends what is under way, threads included. No calls may follow. */
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
