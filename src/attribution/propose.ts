import { canBeCue, cueFeatures } from './cues.ts';
import { FeatureList } from './features.ts';
import type { Models } from './model.ts';
import { type Ranked, rank } from './rank.ts';
import type { Run, Tagged, Unit } from './tag.ts';

/** A cue with the most likely spans around it, not yet judged. All in token indexes. */
export interface Proposal {
  readonly unit: Unit;
  readonly cue: number;
  /** Probabilities of the cue: nothing, a belief or the like, a statement. */
  readonly cueProbabilities: readonly number[];
  readonly source: Ranked;
  readonly left: Ranked;
  readonly right: Ranked;
  /** Parts of the content in the units after the cue's. */
  readonly later: Run[];
}

/** Cues less likely than this are not looked at further. */
const WORTH_A_LOOK = 0.08;

const list = new FeatureList();

/** Every cue that may report something, with its source and content. */
export function propose(tagged: Tagged, models: Models): Proposal[] {
  const found: Proposal[] = [];
  for (const unit of tagged.units) {
    if (unit.quoted) continue;
    for (let cue = unit.start; cue < unit.end; cue++) {
      if (!canBeCue(tagged.tokens[cue]!)) continue;
      list.clear();
      cueFeatures(tagged, unit, cue, list);
      const cueProbabilities = models.cue.probabilities(list);
      if (cueProbabilities[0]! > 1 - WORTH_A_LOOK) continue;
      found.push(surround(tagged, models, unit, cue, cueProbabilities));
    }
  }
  follow(tagged, found);
  return found.filter((each) => each.left.run || each.right.run || each.later.length > 0);
}

function surround(
  tagged: Tagged,
  models: Models,
  unit: Unit,
  cue: number,
  cueProbabilities: number[],
): Proposal {
  const source = rank(models.source, tagged, { unit, cue, source: null }, 'source');
  const place = { unit, cue, source: source.run };
  const left = rank(models.left, tagged, place, 'left');
  const right = rank(models.right, tagged, place, 'right');
  return { unit, cue, cueProbabilities, source, left, right, later: [] };
}

/** Units that are nothing but quotation go to the likeliest cue of the unit before them. */
function follow({ tokens, units }: Tagged, proposals: readonly Proposal[]): void {
  let speaker: Proposal | null = null;
  let next = 0;
  for (const unit of units) {
    if (unit.quoted) {
      if (speaker) speaker.later.push({ start: unit.start, end: unit.end });
      continue;
    }
    speaker = null;
    const here: Proposal[] = [];
    while (next < proposals.length && proposals[next]!.unit === unit) here.push(proposals[next++]!);
    const last = tokens[unit.end - 1]!;
    for (const each of here) {
      const quotes = [each.left.run, each.right.run].some(
        (run) => run !== null && holdsQuotation(tokens, run),
      );
      const announces = !each.left.run && (!each.right.run || last.word === ':');
      if (!quotes && !announces) continue;
      if (!speaker || each.cueProbabilities[2]! > speaker.cueProbabilities[2]!) speaker = each;
    }
  }
}

function holdsQuotation(tokens: Tagged['tokens'], run: Run): boolean {
  return tokens[run.start]!.quotation >= 0 || tokens[run.end - 1]!.quotation >= 0;
}
