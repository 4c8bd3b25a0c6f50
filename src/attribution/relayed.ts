import { PASSIVE, verbGroup } from './clause.ts';
import { type Proposal, withRun } from './proposal.ts';
import type { Run, Tagged, Unit } from './tag.ts';

/** Gives what somebody is quoted as saying to them, and not to who quotes them: "the Courier quoted the mayor as saying that …". */
export function mendRelayed(tagged: Tagged, proposals: readonly Proposal[]): void {
  for (const each of proposals) {
    const quoted = quotedSource(tagged, each.unit, each.cue);
    if (quoted) each.source = withRun(each.source, quoted);
  }
}

/** Whom the verb before "as saying", with its cue at `cue`, quotes; null where it quotes nobody by name. */
function quotedSource({ tokens }: Tagged, unit: Unit, cue: number): Run | null {
  if (tokens[cue]!.pos !== 'VERB' || !tokens[cue]!.word.endsWith('ing') || tokens[cue - 1]?.word !== 'as')
    return null;
  for (let verb = cue - 2; verb >= unit.start && verb > cue - LONGEST; verb--) {
    if (!QUOTING.has(tokens[verb]!.lemma) || tokens[verb]!.pos !== 'VERB') continue;
    const whom = { start: verb + 1, end: cue - 1 };
    const isActive = (verbGroup(tokens, unit, verb).flags & PASSIVE) === 0;
    return isActive && whom.start < whom.end && tokens[whom.start]!.pos !== 'ADP' ? whom : null;
  }
  return null;
}

/** In tokens. */
const LONGEST = 24;
/** Lemmas of verbs by which somebody passes on what another has said. */
export const QUOTING: ReadonlySet<string> = new Set(['quote', 'cite']);
