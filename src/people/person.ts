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

/** A name with its other names, as a moderator or `corpus.yaml` may give it. */
export interface Alias {
  readonly name: string;
  readonly type?: 'person' | 'organisation';
  /** Names of the same person; documents that use them mean `name`. */
  readonly aliases: readonly string[];
  /** Somebody of their own: never taken for anybody else, whatever the rules would say. */
  readonly apart?: boolean;
  /** Neither a person nor an organisation, or not to be offered. */
  readonly hidden?: boolean;
}

/** A person or organisation across the corpus. */
export interface PersonRecord {
  /** Unique: "Ida Holt (mayor of Ellery)" where others bear the name too. */
  readonly name: string;
  /** The name by itself: "Ida Holt". */
  readonly called: string;
  /** What tells them from others so called: "mayor of Ellery"; null where nobody else is, or nothing does. */
  readonly told: string | null;
  readonly type: 'person' | 'organisation';
  /** How else the corpus names them, most frequent first. */
  readonly aliases: readonly string[];
  /** How many attributions they are the speaker of. */
  readonly statements: number;
  /** How many documents name them. */
  readonly documents: number;
  /** Roles as written, with where; the most frequent first, each wording once. */
  readonly roles: readonly { readonly text: string; readonly document: string; readonly span: Span }[];
}

/** Somebody whom a typed name may mean. */
export interface PersonMatch {
  readonly person: PersonRecord;
  /** `exact`: a name, alias, surname or role; `near`: misspelt or partial. */
  readonly how: 'exact' | 'near';
  /** 0 to 1: how well the name fits, whoever they are. Equal scores are a choice. */
  readonly score: number;
}

/** A name of a person or organisation found in a question. */
export interface NameInQuestion {
  /** Offsets into the question. */
  readonly span: Span;
  /** Whom it may mean, best first; empty for what is written like a name but fits nobody in the corpus. */
  readonly matches: readonly PersonMatch[];
}
