import { isDay } from './candidates.ts';
import { verbGroup } from './clause.ts';
import { denying } from './denying.ts';
import { contentOf, type Proposal, sure } from './proposal.ts';
import type { Tagged, Token, Unit } from './tag.ts';

/** "The clerk would not comment": what she would not do is all there is to tell. Any other proposal as it is. */
export function asSilence(tagged: Tagged, proposal: Proposal): Proposal {
  const { unit, cue, cueProbabilities, source } = proposal;
  const { tokens } = tagged;
  if (!source.run || !UNSAID.has(tokens[cue]!.lemma)) return proposal;
  if (contentOf(proposal).length > 0 && !isLast(tokens, unit, cue)) return proposal;
  if (denying(tagged, unit, cue)?.kind !== 'no-comment') return proposal;
  const { start } = verbGroup(tokens, unit, cue);
  for (let i = cue - 1; i >= start; i--)
    if (NOT.has(tokens[i]!.word))
      return {
        unit,
        cue: i,
        cueProbabilities,
        source,
        left: sure(null),
        right: sure({ start: i + 1, end: cue + 1 }),
        later: [],
        form: 'silent',
      };
  return proposal;
}

/** Whether nothing follows the verb but when: "would not comment on Monday". */
function isLast(tokens: readonly Token[], unit: Unit, verb: number): boolean {
  const [next, behind] = tokens.slice(verb + 1, Math.min(verb + 3, unit.end));
  return !next || next.mark || isDay(next) || (next.word === 'on' && behind !== undefined && isDay(behind));
}

/** What nothing need follow. */
const UNSAID = new Set(['comment', 'elaborate']);
const NOT = new Set(['not', "n't", 'never']);
