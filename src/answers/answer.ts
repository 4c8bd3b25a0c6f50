import type { Kind } from '../attribution/attribution.ts';
import type { Span } from '../text/span.ts';

/** Where an excerpt comes from. `title` is null where the article has none; `opening` is then its first sentence. */
export interface Citation {
  readonly document: string;
  readonly title: string | null;
  readonly opening: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Counts from 1. */
  readonly paragraph: number;
}

/** Verbatim text plus its citation. Made by `excerpt()` in `src/answers/passages/excerpt.ts` alone, which checks the slice. */
export interface Excerpt {
  readonly document: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly citation: Citation;
  /** Other articles that carry the same statement. */
  readonly also: readonly Citation[];
  /** Whether its sentence goes on before `start` or behind `end`: an ellipsis outside the quotation says so. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** Offsets into `text` of words to show in bold. */
  readonly matches: readonly Span[];
  /** Null for a passage that is not an attribution. */
  readonly said: Said | null;
  /** What this one denies or disputes, or what denies or disputes it, to be shown with it. Their own `counterparts` are empty. */
  readonly counterparts: readonly Excerpt[];
}

/** Who says what an excerpt holds, as far as the article tells. */
export interface Said {
  readonly kind: Kind;
  /** Canonical name, or null. */
  readonly speaker: string | null;
  /** The source in the article's own words, or null. */
  readonly source: string | null;
  /** The reporting words ("denied", "allegedly responded"), or null. */
  readonly cue: string | null;
  readonly anonymous: boolean;
  readonly via: string | null;
  /** Through whom the article has it, innermost first: Trump, as told by people briefed on it. Empty where nothing is nested. */
  readonly chain: readonly { readonly speaker: string | null; readonly source: string | null }[];
}

export type NothingReason =
  /** Searched, and nothing holds it. */
  | 'no-evidence'
  /** The question names somebody whom no article names. */
  | 'unknown-name'
  /** The question asks what somebody said who is named but never speaks, or not so. */
  | 'silent-speaker'
  | 'empty-corpus'
  | 'empty-question'
  /** There is no such command or option, or a value does not fit. */
  | 'not-understood';

/** Something that the corpus does hold, to ask for instead. */
export interface Nearby {
  readonly type: 'person' | 'topic';
  readonly label: string;
}

/** A name or word in a question and what it was taken for. */
export interface Taken {
  readonly typed: string;
  readonly name: string;
}

/** A name that several bear, whom the answer is about, and whom else it might be. */
export interface Choice {
  readonly typed: string;
  /** What of their names they share: "Brandt" of Ida and Otto Brandt; as typed where that is nothing. */
  readonly called: string;
  readonly name: string;
  /** Likeliest first, with what they are where articles tell. */
  readonly others: readonly { readonly name: string; readonly standing: string | null }[];
  /** Whom the name means nearly always, though nothing is on record of them here; null where the answer is about them or their like. */
  readonly rather: string | null;
}

/** Excerpts in order, or a reason why there are none. Plain data; knows nothing of Discord. */
export type Answer = Answered | Nothing;

interface Searched {
  /** Names and words that were not typed as the corpus has them ("mcalenan"), with what they were taken for. */
  readonly taken: readonly Taken[];
  /** Where a name of the question is that of several people. */
  readonly choice?: Choice;
  /** How many articles were searched. */
  readonly searched: number;
  /** What the corpus holds near the question, kept apart from the answer. */
  readonly related: readonly Excerpt[];
}

export interface Answered extends Searched {
  readonly status: 'answered';
  readonly excerpts: readonly Excerpt[];
  /** How many there are on record, where that is more than is shown. */
  readonly total?: number;
}

export interface Nothing extends Searched {
  readonly status: 'nothing';
  readonly reason: NothingReason;
  /** Whom the reason is about; empty where it is about nobody. */
  readonly name: string;
  /** Names and topics that the corpus does hold. */
  readonly nearby: readonly Nearby[];
}
