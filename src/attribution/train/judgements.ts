import { judgeRow, takeCensus } from '../evidence.ts';
import { contentOf, type Proposal } from '../proposal.ts';
import type { Row } from './boost.ts';
import type { Example, Label, Target } from './gold.ts';

/** How much a proposal counts, and each of its variants. */
const PROPOSAL = 0.6;
const VARIANT = 0.25;

/**
 * What the judge should have said: a proposal is right where half of its content, or more, is that of an annotation.
 * Beliefs and the like teach it nothing. `variantsOf` gives the same cue with other spans.
 */
export function judgements(
  example: Example,
  proposals: readonly Proposal[],
  variantsOf: (proposal: Proposal) => readonly Proposal[],
): Row[] {
  const { tagged, targets, ignored } = example;
  const words = proposals.map((proposal) => wordsOf(example, proposal));
  const labels = match(targets, proposals, words);
  const census = takeCensus(tagged, proposals);
  return proposals.flatMap((proposal, p) => {
    // What is known by its form is not judged.
    if (proposal.form) return [];
    const outside = [...words[p]!].filter((i) => ignored.has(i)).length;
    if (outside >= words[p]!.size / 2) return [];
    const label = labels.get(p) ?? 0;
    const values = judgeRow(tagged, proposal, proposals, census);
    const rows = label === 1 ? [] : [{ values, right: label === 2, weight: PROPOSAL }];
    const target = targets.find(({ cue }) => cue === proposal.cue);
    // Without a cue of its own it is right by chance, and so would be its variants.
    if (!target && label > 0) return rows;
    const others = proposals.filter((other) => other !== proposal);
    for (const variant of variantsOf(proposal)) {
      const right = target !== undefined && overlap(wordsOf(example, variant), target.words) >= ENOUGH;
      if (right && target.label === 1) continue;
      rows.push({ values: judgeRow(tagged, variant, others, census), right, weight: VARIANT });
    }
    return rows;
  });
}

/** The share of words in common, from which on a content is right. */
const ENOUGH = 0.5;

/** What each proposal is, each annotation being found once, by its own cue first. */
function match(
  targets: readonly Target[],
  proposals: readonly Proposal[],
  words: readonly ReadonlySet<number>[],
): Map<number, Label> {
  const matches: [score: number, proposal: number, target: number][] = [];
  words.forEach((mine, p) => {
    targets.forEach(({ words: theirs, cue }, t) => {
      const shared = overlap(mine, theirs);
      if (shared >= ENOUGH) matches.push([shared + (cue === proposals[p]!.cue ? 0.5 : 0), p, t]);
    });
  });
  matches.sort((a, b) => b[0] - a[0]);
  const labels = new Map<number, Label>();
  const taken = new Set<number>();
  for (const [, p, t] of matches) {
    if (labels.has(p) || taken.has(t)) continue;
    labels.set(p, targets[t]!.label);
    taken.add(t);
  }
  return labels;
}

function overlap(mine: ReadonlySet<number>, theirs: ReadonlySet<number>): number {
  let shared = 0;
  for (const i of mine) if (theirs.has(i)) shared++;
  return (2 * shared) / (mine.size + theirs.size);
}

/** The words of the content, without the cue and the source where they stand in it. */
function wordsOf({ tagged: { tokens } }: Example, proposal: Proposal): Set<number> {
  const words = new Set<number>();
  for (const run of contentOf(proposal))
    for (let i = run.start; i < run.end; i++) if (!tokens[i]!.mark && !inSource(proposal, i)) words.add(i);
  return words;
}

function inSource({ source, cue }: Proposal, i: number): boolean {
  return i === cue || (source.run !== null && source.run.start <= i && i < source.run.end);
}
