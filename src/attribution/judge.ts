import { emptyRow, judgeRow, takeCensus } from './evidence.ts';
import { logistic } from './model.ts';
import { mayPut, mayVoice, type Proposal } from './proposal.ts';
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
    const likely = logistic(forestScore(forest, judgeRow(tagged, proposal, near, census, row)));
    if (voices(tagged, proposal)) return { proposal, likely: Math.max(likely, VOICED) };
    return { proposal, likely: puts(tagged, proposal) ? Math.max(likely, PUT) : likely };
  });
}

/**
 * Whether a quotation is reported as “…,” as Merz put it, or by what it stands on. By themselves the words for it mostly report
 * nothing, and so the judge has learnt.
 */
function puts({ tokens }: Tagged, { cue, source, left, right }: Proposal): boolean {
  if (!mayPut(tokens, cue)) return false;
  const quoted = [left.run, right.run].some((run) => run !== null && tokens[run.start]!.quotation >= 0);
  return quoted && source.run !== null && tokens[source.run.end - 1]!.pos !== 'PRON';
}

/** How likely that is said. */
const PUT = 0.5;

/** Whether somebody puts what they think in words, of which the judge has learnt nothing as of any belief. */
function voices({ tokens }: Tagged, { unit, cue, source, right }: Proposal): boolean {
  return source.run !== null && right.run !== null && mayVoice(tokens, unit, cue);
}

/** How likely that is said, where the source is not in doubt. */
const VOICED = 0.6;

/** How likely words of a form are those of whoever signs, or is introduced. */
const FORMED = { signed: 0.9, introduced: 0.6 };

/** How many proposals on either side may be in the same unit, or have content that reaches here. */
const NEAR = 60;
