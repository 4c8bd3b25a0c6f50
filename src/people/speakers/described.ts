import type { Reading } from '../reading.ts';
import type { Affiliation } from './affiliation.ts';
import type { Figure } from './pronouns.ts';

/** Somebody whom a description ("the president", "the agency") may mean. */
export interface Described extends Figure {
  readonly type: 'person' | 'organisation';
  readonly roles: readonly { readonly start: number; readonly text: string }[];
  /** What an institution is: "department", "newspaper". */
  readonly kind: string;
  readonly affiliation: Affiliation;
}

/** For how many sentences after they spoke "the Republican" or "the company" means the last speaker. */
export const GOES_ON = 5;

/** The one of several that was named last before `start`; null where two were named in that sentence. */
export function nearest(reading: Reading, fits: readonly Described[], start: number): string | null {
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
