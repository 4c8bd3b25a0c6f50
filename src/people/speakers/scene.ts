import type { Span } from '../../text/span.ts';
import type { Gender } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import type { Affiliation } from './affiliation.ts';

/** A document while its speakers are being named: who is in it, and who has spoken so far. Lists are in the order of the text. */
export interface Scene {
  readonly reading: Reading;
  /** Everybody the document names, bodies included. */
  readonly cast: readonly Figure[];
  /** The people among the cast. */
  readonly people: readonly Figure[];
  /** Who has been found to speak so far. */
  readonly spoken: readonly Spoken[];
  /** The bodies that spoke, or for which somebody did. */
  readonly voices: readonly Spoken[];
  /** Whom the pronouns at the beginning of sentences mean: "He ran for mayor." */
  readonly told: readonly Spoken[];
}

/** Somebody a document names, with what helps to tell whether a pronoun or a description ("the agency") means them. */
export interface Figure {
  readonly name: string;
  readonly type: 'person' | 'organisation';
  /** Null for bodies, and where it is not known. */
  readonly gender: Gender | null;
  /** In the order of the text. */
  readonly mentions: readonly Span[];
  /** Lower case. */
  readonly roles: readonly string[];
  /** What sort of institution this is: "department", "newspaper". Empty for people, and where it is not known. */
  readonly kind: string;
  readonly affiliation: Affiliation;
}

/** Somebody who speaks or is meant at one place of the text. */
export interface Spoken {
  readonly name: string;
  readonly start: number;
}

/** Stands for the name of a speaker nobody could tell. */
export const UNKNOWN = '';

/** Whether a description at `to`, "the Republican" or "the company", may still mean whoever spoke at `from`. */
export function goesOn({ reading }: Scene, from: number, to: number): boolean {
  return reading.sentenceAt(to) - reading.sentenceAt(from) <= SENTENCES;
}
const SENTENCES = 5;

/** The one among `fits` who was named last before `start`. Null where that sentence names two of them. */
export function nearest({ reading }: Scene, fits: readonly Figure[], start: number): string | null {
  if (fits.length < 2) return fits[0]?.name ?? null;
  const last = fits
    .map(({ name, mentions }) => {
      const mention = mentions.findLast((each) => each.start < start);
      return { name, sentence: mention ? reading.sentenceAt(mention.start) : -1 };
    })
    .sort((a, b) => b.sentence - a.sentence);
  const [first, second] = last;
  return first && first.sentence >= 0 && first.sentence > (second?.sentence ?? -1) ? first.name : null;
}
