import type { Span } from '../text/span.ts';

/** What an attribution is; where two fit, the earlier of denial, dispute, no-comment, quote, claim, statement. */
export type Kind = 'quote' | 'statement' | 'claim' | 'denial' | 'dispute' | 'no-comment';

/** Every kind. Indexes number them by their places here. */
export const KINDS: readonly Kind[] = ['quote', 'statement', 'claim', 'denial', 'dispute', 'no-comment'];

/** One reported statement: who (`source`), by which words (`cue`), what (`content`). All spans point into the text it was found in. */
export interface Attribution {
  readonly kind: Kind;
  readonly source: readonly Span[] | null;
  readonly cue: readonly Span[] | null;
  /** At least one span, in order: `"A," he said. "B."` has two. */
  readonly content: readonly Span[];
  /** The source is not named ("a senior official", "people briefed on the meeting"). */
  readonly anonymous: boolean;
  /** The outlet that the article credits for this attribution, in the article's words, or null. */
  readonly via: string | null;
  /** Whether this attribution lies in the content of another one. */
  readonly nested: boolean;
  /** How sure the extractor is, 0 to 1. */
  readonly confidence: number;
}

/** An attribution whose source has been resolved, where that could be done without guessing. */
export interface SpokenAttribution extends Attribution {
  /** Full canonical name ("Kevin McAleenan", "Department of Homeland Security"), or null: not identified, or unnamed. */
  readonly speaker: string | null;
  /** Everybody who speaks, where several do together ("Smith and Jones said"); `speaker` is the first of them. */
  readonly speakers?: readonly string[];
}
