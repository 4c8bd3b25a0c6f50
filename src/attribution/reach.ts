import { isNominal, mayBeFinite, verbGroup } from './clause.ts';
import { LAST_OF_SAYING, LAST_OF_SPEECH } from './lexicon.ts';
import { type Proposal, withRun } from './proposal.ts';
import type { Run, Tagged, Token } from './tag.ts';

/** Makes what is said reach as far as its sentence says, where the models end it, or begin it, elsewhere. */
export function mendReach(tagged: Tagged, proposals: readonly Proposal[]): void {
  proposals.forEach((each, i) => {
    const quotation = quotedAs(tagged, each);
    if (quotation) each.left = withRun(each.left, quotation);
    if (isRelative(tagged, each)) mendRelative(tagged, each);
    const { left, right } = each;
    if (right.run)
      each.right = withRun(right, untilMain(tagged, each, untilNext(tagged, each, proposals, i + 1)));
    else if (left.run) each.left = withRun(left, fromStart(tagged, each, left.run, proposals, i));
    if (left.run && announces(tagged.tokens, each, left.run)) each.left = withRun(left, null);
  });
}

/**
 * Whether what is said lacks its subject, which stands before who says it: "in a move he said was meant to help", "which Roe
 * says is false".
 */
function isRelative({ tokens }: Tagged, { unit, cue, source, right }: Proposal): boolean {
  if (right.run?.start !== cue + 1 || !FINITE_BE_OR_WILL.has(tokens[cue + 1]!.word)) return false;
  return isSaying(tokens[cue]!) && source.run?.end === verbGroup(tokens, unit, cue).start;
}

/** Leaves of what stands before it that subject alone, and of what stands behind it nothing of the main clause. */
function mendRelative({ tokens }: Tagged, each: Proposal): void {
  const { cue, left, right } = each;
  if (left.run) {
    const { end } = left.run;
    let start = end;
    while (start > left.run.start && mayBeSubject(tokens[start - 1]!)) start--;
    each.left = withRun(left, start < end ? { start, end } : null);
  }
  const main = mainClause(tokens, cue + 1, right.run!.end);
  if (main) each.right = withRun(right, { start: right.run!.start, end: main.comma });
}

const mayBeSubject = (token: Token) => isNominal(token) || (token.mark && token.quotation >= 0);

const FINITE_BE_OR_WILL = new Set('is was are were has had have will would can could may might'.split(' '));

/** The quotation that *what* stands for: “The gate is shut” in "“The gate is shut” is what the mayor told them to say". */
function quotedAs({ tokens }: Tagged, { unit, source }: Proposal): Run | null {
  if (!source.run) return null;
  let at = source.run.start - 1;
  if (tokens[at]?.word === 'that') at--;
  if (!STANDS_FOR.has(tokens[at]?.word ?? '') || !BE.has(tokens[at - 1]?.word ?? '')) return null;
  return quotationBefore(tokens, unit, at - 1);
}

const STANDS_FOR = new Set(['what', 'all', 'how']);
const BE = new Set(['is', 'was']);

/** The quotation that ends at `end`, with its marks. */
function quotationBefore(tokens: readonly Token[], unit: Run, end: number): Run | null {
  const quotation = tokens[end - 1]?.quotation ?? -1;
  let start = end;
  while (start > unit.start && tokens[start - 1]!.quotation === quotation) start--;
  return quotation >= 0 && start < end ? { start, end } : null;
}

/** Whether *what* only stands for what follows a colon: "What the mayor said: “…”". */
const announces = (tokens: readonly Token[], { cue }: Proposal, { start, end }: Run) =>
  end === start + 1 && tokens[start]!.word === 'what' && tokens[cue + 1]?.word === ':';

/** Whether a token is a verb that takes somebody's words and no object: "said", "wrote". */
export const isSaying = ({ reports }: Token): boolean => reports > 0 && reports <= LAST_OF_SAYING;

/** Whether a run begins with a quotation. */
export function startsQuoted(tokens: readonly Token[], run: Run | null): boolean {
  return run !== null && tokens[run.start]!.quotation >= 0;
}

/** What is said without the next thing that the sentence reports: *he would pay* alone in "said he would pay, adding that …". */
function untilNext({ tokens }: Tagged, each: Proposal, proposals: readonly Proposal[], from: number): Run {
  const run = each.right.run!;
  for (let i = from; i < proposals.length && proposals[i]!.cue < run.end; i++) {
    const next = proposals[i]!;
    if (next.cue < run.start || next.left.run) continue;
    const end = endBefore(tokens, each, run, next);
    if (end > run.start) return { start: run.start, end };
  }
  return run;
}

/** How likely a cue must be a statement for the sentence to be parted at it. */
const STATED = 0.5;

/** Where what is said ends if the sentence goes on with what `next` reports and not with more of the same; else -1. */
function endBefore(tokens: readonly Token[], each: Proposal, run: Run, next: Proposal): number {
  const { unit, cue, source } = next;
  const verb = tokens[cue]!;
  if (verb.quotation >= 0) return -1;
  const { start } = verbGroup(tokens, unit, cue);
  const joint = tokens[start - 1]!;
  // To its end a quotation: "said he would pay and added, “I am sorry.”"
  if (isSaying(verb) && startsQuoted(tokens, next.right.run) && next.right.run!.end >= run.end - 1)
    if (joint.pos === 'CCONJ' && !startsQuoted(tokens, run)) return start - 1;
  const first = tokens[each.cue]!;
  if (verb.pos !== 'VERB' || first.pos !== 'VERB' || first.word === 'according') return -1;
  if (next.cueProbabilities[2]! < STATED) return -1;
  const subject =
    source.run && source.run.end <= start && start - source.run.end <= 1 ? source.run.start : -1;
  if (subject > run.start + 1) {
    const before = tokens[subject - 1]!;
    return before.pos === 'CCONJ' || isDash(before) ? subject - 1 : -1;
  }
  const goesOn = verb.word.endsWith('ing')
    ? joint.word === ',' || isDash(joint)
    : joint.pos === 'CCONJ' && verb.ending === first.ending;
  return goesOn ? start - 1 : -1;
}

const isDash = ({ word }: Token) => /^(?:[–—]|--?)$/.test(word);

/**
 * What is said in a clause that a conjunction begins, without the clause on which that hangs: *the water was unsafe* in "After
 * officials said the water was unsafe, the town bought bottles."
 */
function untilMain({ tokens }: Tagged, { unit, cue }: Proposal, run: Run): Run {
  if (!hangs(tokens, unit, cue) || run.end < unit.end - 1) return run;
  for (let i = unit.start; i < run.start; i++) if (tokens[i]!.word === ',') return run;
  const main = mainClause(tokens, Math.max(run.start, cue) + 1, run.end);
  return main ? { start: run.start, end: main.comma } : run;
}

/** Whether the cue stands in a clause that begins its sentence and hangs on another: "After officials said …", "Noting that …". */
const hangs = (tokens: readonly Token[], unit: Run, cue: number) =>
  SUBORDINATING.has(tokens[unit.start]!.word) || isParticiple(tokens, unit, cue);

const isParticiple = (tokens: readonly Token[], unit: Run, cue: number) =>
  cue === unit.start && tokens[cue]!.pos === 'VERB' && tokens[cue]!.word.endsWith('ing');

/** Where the first clause begins behind a comma, and where what stands before that ends. */
function mainClause(
  tokens: readonly Token[],
  from: number,
  end: number,
): { comma: number; start: number } | null {
  for (let i = from; i < end; i++) {
    const { word, quotation } = tokens[i]!;
    if (word !== ',') continue;
    // In print the comma stands before the closing mark: "While Merz spoke of “theft,” Ashby accused …"
    const closes = quotation >= 0 && tokens[i + 1]?.word === '”';
    if (quotation >= 0 && !closes) continue;
    const start = closes ? i + 2 : i + 1;
    if (isClause(tokens, { start, end })) return { comma: closes ? start : i, start };
  }
  return null;
}

/** Who does what the main clause tells, and so what a participle at the beginning does: Merz in "Noting that it rained, Merz left." */
export function mainSubject({ tokens }: Tagged, unit: Run, cue: number): Run | null {
  if (!isParticiple(tokens, unit, cue)) return null;
  const main = mainClause(tokens, cue + 1, unit.end);
  if (!main) return null;
  let end = main.start;
  while (end < unit.end && (isNominal(tokens[end]!) || tokens[end]!.word === 'of')) end++;
  return { start: main.start, end };
}

/** What begins a clause that hangs on another. */
const SUBORDINATING = new Set(
  'after before while when although though because since once with as if'.split(' '),
);

/** Whether a run begins with a noun phrase and its finite verb. */
function isClause(tokens: readonly Token[], { start, end }: Run): boolean {
  let at = start;
  while (at < end && (isNominal(tokens[at]!) || tokens[at]!.word === 'of' || tokens[at]!.word === 'in')) at++;
  if (at === start || at === end || RELATIVE.has(tokens[start]!.word)) return false;
  return mayBeFinite(tokens[at]!);
}

const RELATIVE = new Set(['who', 'which', 'that', 'what', 'whose', 'whom']);

/**
 * All of a sentence that ends with who says it: "He stopped, and then hit their car again, the police said." Only what is
 * set off by a colon, a dash, a bracket or quotation marks stands by itself.
 */
function fromStart(
  { tokens }: Tagged,
  { unit, cue, source }: Proposal,
  run: Run,
  proposals: readonly Proposal[],
  at: number,
): Run {
  // A conjunction by itself belongs to it or not.
  if (run.start < unit.start + 2 || !endsSentence(tokens, unit, cue, source.run, run.end)) return run;
  if (RELATIVE.has(tokens[run.start]!.word)) return run;
  for (let i = at - 1; i >= 0 && proposals[i]!.unit === unit; i--)
    if (proposals[i]!.cue < run.start && proposals[i]!.cueProbabilities[2]! > STATED) return run;
  for (let i = unit.start; i < run.start; i++) {
    const { word, quotation, end } = tokens[i]!;
    if (quotation >= 0 || word === ':' || word === ';' || word === '(') return run;
    if (isDash(tokens[i]!) && tokens[i + 1]!.start > end) return run;
  }
  return { start: unit.start, end: run.end };
}

/** Whether behind what is said stand only a comma, who says it and the verb, in either order. */
function endsSentence(
  tokens: readonly Token[],
  unit: Run,
  cue: number,
  source: Run | null,
  end: number,
): boolean {
  const { reports, word } = tokens[cue]!;
  if (word !== 'according' && !(reports > 0 && reports <= LAST_OF_SPEECH)) return false;
  if (!source || ![tokens[end - 2], tokens[end - 1], tokens[end]].some((token) => token?.word === ','))
    return false;
  const { start } = verbGroup(tokens, unit, cue);
  return source.end <= start
    ? source.start - end <= 1 && start - source.end <= 1
    : start - end <= 1 && source.start > cue;
}
