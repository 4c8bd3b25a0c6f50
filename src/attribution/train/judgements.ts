import { contentOf, judgeRow, takeCensus } from '../judge.ts';
import type { Proposal } from '../propose.ts';
import type { Row } from './boost.ts';
import type { Example, Label } from './gold.ts';

/** What the judge should have said: a proposal is right where half of its content, or more, is that of an annotation. */
export function judgements({ tagged, targets, ignored }: Example, proposals: readonly Proposal[]): Row[] {
  const { tokens } = tagged;
  const words = proposals.map((proposal) => {
    const set = new Set<number>();
    for (const run of contentOf(proposal))
      for (let i = run.start; i < run.end; i++) if (!tokens[i]!.mark && !inSource(proposal, i)) set.add(i);
    return set;
  });
  const matches: [score: number, proposal: number, target: number][] = [];
  words.forEach((mine, p) => {
    targets.forEach(({ words: theirs, cue }, t) => {
      let shared = 0;
      for (const i of mine) if (theirs.has(i)) shared++;
      const overlap = (2 * shared) / (mine.size + theirs.size);
      if (overlap >= 0.5) matches.push([overlap + (cue === proposals[p]!.cue ? 0.5 : 0), p, t]);
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
  const census = takeCensus(tagged, proposals);
  return proposals.flatMap((proposal, p) => {
    const outside = [...words[p]!].filter((i) => ignored.has(i)).length;
    if (outside >= words[p]!.size / 2) return [];
    return {
      values: judgeRow(tagged, proposal, proposals, census),
      label: labels.get(p) ?? 0,
    };
  });
}

function inSource({ source, cue }: Proposal, i: number): boolean {
  return i === cue || (source.run !== null && source.run.start <= i && i < source.run.end);
}
