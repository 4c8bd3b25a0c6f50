import type { Span } from '../text/span.ts';

/** A person or organisation as one document names it. Roles belong to the document they are written in. */
export interface Person {
  /** Full canonical name. */
  readonly name: string;
  readonly type: 'person' | 'organisation';
  /** Where the document names them (names, surnames, abbreviations; not pronouns). */
  readonly mentions: readonly Span[];
  /** Roles as the document writes them ("then-Commissioner of Customs and Border Protection"). */
  readonly roles: readonly Span[];
}

/** A name with its other names, as a moderator or `corpus.yaml` may give it. */
export interface Alias {
  readonly name: string;
  readonly type?: 'person' | 'organisation';
  readonly aliases: readonly string[];
  /** Somebody of their own: never taken for anybody else, whatever the rules would say. */
  readonly apart?: boolean;
  /** Neither a person nor an organisation, or not to be offered. */
  readonly hidden?: boolean;
}
