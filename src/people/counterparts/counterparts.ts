import type { SpokenAttribution } from '../../attribution/attribution.ts';
import { read } from '../reading.ts';
import { candidates, type Features } from './features.ts';
import { ANSWERS, placeOf } from './place.ts';

/** A denial, dispute or no-comment and a claim it answers, as indices into a document's attributions. */
export interface Counterpart {
  readonly denial: number;
  readonly claim: number;
  /** How sure the tie is, 0 to 1. */
  readonly confidence: number;
}

/**
 * Ties each denial, dispute and no-comment among a document's attributions to the statements it answers ("denies the
 * report" to what was reported before), the surest first. A denial of a claim that nobody in the document makes stays
 * untied.
 *
 * This is a logistic model over the features below. `test/evaluation/learn-counterparts.ts` learns its weights from
 * pairs tied by hand.
 */
export function counterparts(text: string, attributions: readonly SpokenAttribution[]): Counterpart[] {
  if (!attributions.some(({ kind }) => ANSWERS.has(kind))) return [];
  const reading = read(text);
  const places = attributions.map((attribution) => placeOf(reading, attribution));
  const found: Counterpart[] = [];
  for (const [denial, { kind }] of attributions.entries()) {
    if (!ANSWERS.has(kind)) continue;
    const scored = candidates(places, denial)
      .map(({ claim, features }) => ({ claim, features, confidence: chance(features) }))
      .sort((a, b) => b.confidence - a.confidence);
    const [best] = scored;
    let ties = 0;
    for (const { claim, features, confidence } of scored) {
      // Where the denial says whose claim it answers, it does not answer anybody else's.
      const other = best!.features.meant === 1 && features.meant === 0;
      const likely = confidence >= THRESHOLD && confidence >= best!.confidence * SHARE && !other;
      if ((likely && ties < MOST) || features.inside === 1) {
        found.push({ denial, claim, confidence });
        ties++;
      }
    }
  }
  return found;
}

const THRESHOLD = 0.4;
/** A further statement counts as answered if its chance is at least this share of the best one's. */
const SHARE = 0.65;
/** To how many statements one denial is tied at most. A no-comment on a whole interview is shown with a few of them. */
const MOST = 4;
/** How much each feature adds to the log-odds of a tie. */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -4.19,
  near: 2.69,
  paragraph: 1.78,
  far: 0.06,
  ahead: -0.63,
  aheadOfLead: 0.82,
  aheadSameSentence: 4.08,
  closest: 0.9,
  closestPointer: 0.71,
  sameAsClosest: 0.01,
  meant: 2.74,
  meantNearest: -0.12,
  anotherMeant: -0.51,
  meantInLead: 1.14,
  about: 1.42,
  noCommentAbout: 0.96,
  speakerNamed: 0.12,
  unlike: -1.51,
  alike: 2.24,
  mostAlike: -0.12,
  alikeProposition: 1.82,
  aboutNearest: 0.9,
  aboutAccuses: 1.12,
  reports: 0.16,
  fitting: 0.96,
  accuses: 0.5,
  accusesNearest: 0.83,
  same: -4.72,
  ownWords: 2.25,
  noComment: 0.83,
  inside: 4.0,
};

function chance(features: Features): number {
  let odds = 0;
  for (const [name, value] of Object.entries(features)) odds += value * (WEIGHTS[name] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}
