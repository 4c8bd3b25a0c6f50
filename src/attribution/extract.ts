import type { Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { FeatureList } from './features.ts';
import { contentOf, judgeFeatures } from './judge.ts';
import { kindOf } from './kinds.ts';
import type { Models } from './model.ts';
import { type Proposal, propose } from './propose.ts';
import { isAnonymous } from './sources.ts';
import { type Run, type Tagged, tag } from './tag.ts';
import { loadModels } from './weights.ts';

/** A proposal with what the judge says of it: nothing, a belief or the like, a statement. */
export interface Judged {
  readonly proposal: Proposal;
  readonly probabilities: readonly number[];
}

/** Every reported statement in `text`, in order of its cue; all spans are offsets into `text`. */
export function extract(text: string): Attribution[] {
  const models = loadModels();
  const tagged = tag(text);
  return decide(tagged, judge(tagged, propose(tagged, models), models));
}

const list = new FeatureList();

export function judge(tagged: Tagged, proposals: readonly Proposal[], models: Models): Judged[] {
  return proposals.map((proposal) => {
    list.clear();
    judgeFeatures(tagged, proposal, proposals, list);
    return { proposal, probabilities: models.judge.probabilities(list) };
  });
}

/** Keeps what is more likely a statement than nothing. */
const KEEP = 0.45;

/** The attributions to report, from judged proposals. */
export function decide(tagged: Tagged, judged: readonly Judged[]): Attribution[] {
  const kept = judged.filter(
    ({ probabilities: [nothing, , statement] }) => statement! > KEEP * (statement! + nothing!),
  );
  const found = kept.map(({ proposal, probabilities }) => assemble(tagged, proposal, 1 - probabilities[0]!));
  return found.map((a) => ({ ...a, nested: found.some((b) => b !== a && reports(b, a)) }));
}

function assemble(tagged: Tagged, proposal: Proposal, confidence: number): Attribution {
  const { tokens } = tagged;
  const cue = cueRun(tagged, proposal);
  const holes = [cue, ...(proposal.source.run ? [proposal.source.run] : [])];
  const content = contentOf(proposal)
    .flatMap((run) => without(run, holes))
    .map((run) => trim(tokens, run))
    .filter((run) => run.start < run.end);
  const source = proposal.source.run ? trim(tokens, proposal.source.run) : null;
  const parts = content.map((run) => offsets(tokens, run));
  return {
    kind: kindOf(tagged, proposal.cue, content),
    source: source ? [offsets(tokens, source)] : null,
    cue: [offsets(tokens, cue)],
    content: parts,
    anonymous: source !== null && isAnonymous(tokens, source),
    via: null,
    nested: false,
    confidence,
  };
}

function cueRun({ tokens }: Tagged, { cue }: Proposal): Run {
  return {
    start: cue,
    end: tokens[cue]!.word === 'according' && tokens[cue + 1]?.word === 'to' ? cue + 2 : cue + 1,
  };
}

/** What is left of a run when the holes are cut out. */
function without(run: Run, holes: readonly Run[]): Run[] {
  let parts = [run];
  for (const hole of holes) {
    parts = parts.flatMap((part) => {
      if (hole.end <= part.start || part.end <= hole.start) return [part];
      return [
        { start: part.start, end: hole.start },
        { start: hole.end, end: part.end },
      ].filter(({ start, end }) => start < end);
    });
  }
  return parts;
}

function trim(tokens: Tagged['tokens'], { start, end }: Run): Run {
  while (start < end && tokens[start]!.mark && !/^[“‘"$#@([]/.test(tokens[start]!.word)) start++;
  while (end > start && tokens[end - 1]!.mark && !/^[”’"%)\]?!]/.test(tokens[end - 1]!.word)) end--;
  return { start, end };
}

function offsets(tokens: Tagged['tokens'], run: Run): Span {
  return { start: tokens[run.start]!.start, end: tokens[run.end - 1]!.end };
}

/** Whether the cue of one attribution lies in the content of the other. */
function reports(outer: Attribution, inner: Attribution): boolean {
  const cue = inner.cue?.[0];
  return cue !== undefined && outer.content.some((span) => span.start <= cue.start && cue.end <= span.end);
}
