import type { Models } from '../model.ts';
import type { Proposal } from '../proposal.ts';
import { placeOf } from '../propose.ts';
import { type Ranked, rank } from '../rank.ts';
import { Surroundings } from '../surroundings.ts';
import type { Tagged } from '../tag.ts';

/** How many variants of a proposal are looked at, and how likely they must be. */
const MOST = 4;
const LEAST = 0.04;

/**
 * The same cue with other spans that are likely too: from right and wrong ones around one cue the judge learns to tell
 * them apart.
 */
export function variants(
  tagged: Tagged,
  models: Omit<Models, 'judge'>,
  proposal: Proposal,
  strengths: Float32Array,
): Proposal[] {
  if (!proposal.left.run && !proposal.right.run) return [];
  const place = placeOf(tagged, proposal.unit, proposal.cue, strengths);
  const sources = [proposal.source, ...proposal.source.rivals];
  return sources
    .flatMap((source) => {
      const around = new Surroundings(tagged, { ...place, source: source.run });
      const spans = (role: 'left' | 'right'): Ranked[] => {
        const chosen = source === proposal.source ? proposal[role] : rank(models[role], around, role);
        return [chosen, ...chosen.rivals];
      };
      const rights = spans('right');
      return spans('left').flatMap((left) => rights.map((right) => ({ ...proposal, source, left, right })));
    })
    .filter(
      (variant) =>
        likelihood(variant) > LEAST &&
        (variant.left.run || variant.right.run || variant.later.length > 0) &&
        (['source', 'left', 'right'] as const).some((role) => variant[role] !== proposal[role]),
    )
    .sort((a, b) => likelihood(b) - likelihood(a))
    .slice(0, MOST);
}

const likelihood = ({ source, left, right }: Proposal) => source.near * left.near * right.near;
