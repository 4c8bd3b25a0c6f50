import { isSubjectOf, keepsBack, startOfDenied } from './denying.ts';
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

/**
 * How likely each proposal is right, seen as a whole and beside the others of its text. Where other spans may be meant as well, it is
 * the likeliest with any of them.
 */
export function judge(tagged: Tagged, proposals: readonly Proposal[], forest: Forest): Judged[] {
  const census = takeCensus(tagged, proposals);
  const row = emptyRow();
  const likelihood = (each: Proposal, beside: readonly Proposal[]) =>
    logistic(forestScore(forest, judgeRow(tagged, each, beside, census, row)));
  const judged: Judged[] = [];
  for (const [i, proposal] of proposals.entries()) {
    if (proposal.form) {
      judged.push({ proposal, likely: FORMED[proposal.form] });
      continue;
    }
    const near = proposals.slice(Math.max(0, i - NEAR), i + NEAR);
    const found = { proposal, likely: likelihood(proposal, near) };
    if (voices(tagged, proposal)) judged.push(atLeast(found, VOICED));
    else {
      const best = likeliest(found, near, likelihood);
      judged.push(atLeast(best, least(tagged, best.proposal)));
    }
  }
  return judged;
}

const atLeast = ({ proposal, likely }: Judged, floor: number): Judged => ({
  proposal,
  likely: Math.max(likely, floor),
});

/** What was found, or the same with other spans where that is likelier by far. */
function likeliest(
  found: Judged,
  near: readonly Proposal[],
  likelihood: (each: Proposal, beside: readonly Proposal[]) => number,
): Judged {
  const surer = found.likely + SURER;
  const others = surer < 1 ? othersOf(found.proposal) : [];
  if (others.length === 0) return found;
  let best = found;
  const beside = near.filter((each) => each !== found.proposal);
  for (const proposal of others) {
    const likely = likelihood(proposal, beside);
    if (likely > surer && likely > best.likely) best = { proposal, likely };
  }
  return best;
}

/** How likely a proposal is at least where the judge has learnt little of its kind. */
function least(tagged: Tagged, proposal: Proposal): number {
  if (puts(tagged, proposal)) return PUT;
  return denies(tagged, proposal) ? DENIED : 0;
}

/** By how much likelier a statement must be with another span for that to be preferred. */
const SURER = 0.05;

/** The same cue with the other contents that may be meant. */
function othersOf(proposal: Proposal): Proposal[] {
  const { unit, cue, cueProbabilities, source, left, right, later, form } = proposal;
  if (later.length > 0 || left.rivals.length + right.rivals.length === 0) return [];
  return [left, ...left.rivals]
    .flatMap((before) =>
      [right, ...right.rivals].map((after) => ({
        unit,
        cue,
        cueProbabilities,
        source,
        left: before,
        right: after,
        later,
        form,
      })),
    )
    .filter(
      (each) => (each.left !== left || each.right !== right) && (each.left.run || each.right.run) !== null,
    );
}

/**
 * Whether a quotation is reported in words that mostly report nothing elsewhere, so that the judge thinks little of them: “…,” as
 * Merz put it; “…” reads the sign.
 */
function puts({ tokens }: Tagged, { cue, source, left, right }: Proposal): boolean {
  if (!mayPut(tokens, cue)) return false;
  const quoted = [left.run, right.run].some((run) => run !== null && tokens[run.start]!.quotation >= 0);
  return quoted && source.run !== null && tokens[source.run.end - 1]!.pos !== 'PRON';
}

/** How likely such a quotation is reported, at least. */
const PUT = 0.5;

/** Whether somebody puts what they think in words ("voiced concern"). As of any belief, the judge has learnt nothing of that. */
function voices({ tokens }: Tagged, { unit, cue, source, right }: Proposal): boolean {
  return source.run !== null && right.run !== null && mayVoice(tokens, unit, cue);
}

/** How likely that is a statement, at least. */
const VOICED = 0.6;

/**
 * Whether somebody before a verb of the table denies or withholds words, and it is told which: "the coach laughed off talk of a
 * rift". Such verbs are too many, and each too rare, to be learnt.
 */
function denies(tagged: Tagged, { unit, cue, source, right }: Proposal): boolean {
  const { tokens } = tagged;
  if (!source.run || !right.run || source.run.end > cue) return false;
  if (!isSubjectOf(tagged, unit, source.run, cue)) return false;
  if (THINGS.has(tokens[source.run.end - 1]!.word)) return false;
  return startOfDenied(tagged, unit, cue) >= 0 || keepsBack(tagged, unit, cue);
}

/** Who denies something is somebody, and these are not. */
const THINGS = new Set(['that', 'which', 'what', 'this', 'these', 'those']);

/** How likely that is a statement, at least. */
const DENIED = 0.6;

/** How likely words are theirs who sign them, or who are told of right before them, and who "would not comment" is said not to. */
const FORMED = { signed: 0.9, introduced: 0.6, silent: 0.9 };

/** How many proposals on either side may be in the same unit, or have content that reaches here. */
const NEAR = 60;
