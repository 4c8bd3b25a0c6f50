import type { Span } from '../text/span.ts';

/** A person or organisation as one document names it. Roles belong to the document they are written in. */
export interface Person {
  /** Full canonical name. */
  readonly name: string;
  readonly type: 'person' | 'organisation';
  /** Where the document names them (names, surnames, abbreviations; not pronouns), in order. */
  readonly mentions: readonly Span[];
  /** Roles as the document writes them ("then-Commissioner of Customs and Border Protection"). */
  readonly roles: readonly Span[];
}

/** A name with other names for it, as a moderator or `corpus.yaml` may give them. */
export interface Alias {
  readonly name: string;
  readonly type?: 'person' | 'organisation';
  /** Other names of the same person. Documents that use them mean `name`. */
  readonly aliases: readonly string[];
  /** A person in their own right: never merged with anybody else, whatever the rules say. */
  readonly apart?: boolean;
  /** Not a person or organisation, or not to be offered. */
  readonly hidden?: boolean;
}

/** A person or organisation across the corpus. */
export interface PersonRecord {
  /** Unique: "Ida Holt (mayor of Ellery)" where others have the same name. */
  readonly name: string;
  /** The name by itself: "Ida Holt". */
  readonly called: string;
  /**
   * What tells them from others of the same name: "mayor of Ellery". Null if there are no others, or nothing tells them
   * apart.
   */
  readonly told: string | null;
  readonly type: 'person' | 'organisation';
  /** Other names the corpus uses for them, most frequent first. */
  readonly aliases: readonly string[];
  /** How many attributions have them as speaker. */
  readonly statements: number;
  /** How many documents name them. */
  readonly documents: number;
  /** Roles as written, with their places. The most frequent come first, and each wording once. */
  readonly roles: readonly { readonly text: string; readonly document: string; readonly span: Span }[];
}

/** Somebody a typed name may mean. */
export interface PersonMatch {
  readonly person: PersonRecord;
  /** `exact`: a name, alias, surname or role; `near`: misspelt or partial. */
  readonly how: 'exact' | 'near';
  /** 0 to 1: how well the name fits, regardless of who is better known. Equal scores mean a choice. */
  readonly score: number;
}

/** A name of a person or organisation found in a question. */
export interface NameInQuestion {
  /** Offsets into the question. */
  readonly span: Span;
  /** Whom it may mean, best first. Empty for something written like a name that fits nobody in the corpus. */
  readonly matches: readonly PersonMatch[];
}
