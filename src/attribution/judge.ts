import { emptyRow, judgeRow, takeCensus } from './evidence.ts';
import { logistic } from './model.ts';
import type { Proposal } from './proposal.ts';
import type { Tagged } from './tag.ts';
import { type Forest, forestScore } from './trees.ts';

/** A proposal with what the judge says of it. */
export interface Judged {
  readonly proposal: Proposal;
  /** How likely it is a statement, and not nothing; of beliefs and the like the judge has learnt nothing. */
  readonly likely: number;
}

/** How likely each proposal is right, seen as a whole and beside the others of its text. */
export function judge(tagged: Tagged, proposals: readonly Proposal[], forest: Forest): Judged[] {
  const census = takeCensus(tagged, proposals);
  const row = emptyRow();
  return proposals.map((proposal, i) => {
    if (proposal.form) return { proposal, likely: FORMED[proposal.form] };
    const near = proposals.slice(Math.max(0, i - NEAR), i + NEAR);
    return { proposal, likely: logistic(forestScore(forest, judgeRow(tagged, proposal, near, census, row))) };
  });
}

/** How likely words of a form are those of whoever signs, or is introduced. */
const FORMED = { signed: 0.9, introduced: 0.6 };

/** How many proposals on either side may be in the same unit, or have content that reaches here. */
const NEAR = 60;
