import type { Place } from './candidates.ts';
import { headStart, isNominal, verbGroup } from './clause.ts';
import { cueFeatures, isWorthAsking } from './cues.ts';
import { FeatureList } from './features.ts';
import { denying, HEDGES, withholds } from './kinds.ts';
import { LAST_OF_SAYING } from './lexicon.ts';
import type { Models } from './model.ts';
import { type Ranked, rank } from './rank.ts';
import { type Signature, signatures } from './signatures.ts';
import { Surroundings } from './surroundings.ts';
import { isTurn, labelEnd, type Run, type Tagged, type Token, type Unit } from './tag.ts';

/** A cue with the most likely spans around it, not yet judged. All in token indexes. */
export interface Proposal {
  readonly unit: Unit;
  readonly cue: number;
  /** Probabilities of the cue: nothing, a belief or the like, a statement. */
  readonly cueProbabilities: readonly number[];
  readonly source: Ranked;
  readonly left: Ranked;
  right: Ranked;
  /** Parts of the content in the units after the cue's. */
  readonly later: Run[];
  /** Known by its form: its cue is the dash before a signature. */
  readonly signed: boolean;
}

/** The parts of the content of a proposal, in order. */
export function contentOf({ left, right, later }: Proposal): Run[] {
  const content: Run[] = [];
  if (left.run) content.push(left.run);
  if (right.run) content.push(right.run);
  content.push(...later);
  return content;
}

/** Cues less likely than this are not looked at further. */
const WORTH_A_LOOK = 0.2;
/** The same beside words in quotation marks, which are hardly ever nobody's. */
const WORTH_BESIDE_QUOTATION = 0.06;

const list = new FeatureList();

/** Every cue that may report something, with its source and content. */
export function propose(tagged: Tagged, models: Models): Proposal[] {
  const { list: cues, strengths } = readCues(tagged, models);
  const found = surround(
    tagged,
    models,
    cues.filter((cue) => isWorthALook(tagged, cue, strengths)),
    strengths,
  );
  found.forEach((each, i) => {
    if (each.right.run) each.right = withRun(each.right, untilNext(tagged, each.right.run, found, i + 1));
  });
  follow(tagged, found);
  for (const signature of signatures(tagged)) found.push(asProposal(signature));
  return found.filter((each) => each.left.run || each.right.run || each.later.length > 0);
}

function isWorthALook(tagged: Tagged, { unit, at, probabilities }: Cue, strengths: Float32Array): boolean {
  const least = meetsQuotation(tagged, unit) ? WORTH_BESIDE_QUOTATION : WORTH_A_LOOK;
  const likely = probabilities[0]! < 1 - least;
  if (!likely && denying(tagged, unit, at) === null && !isTurn(tagged, unit, at)) return false;
  return !withholds(tagged, unit, at) && !hedgesAnother(tagged, unit, at, strengths);
}

/** The same with another run, or itself. */
const withRun = (ranked: Ranked, run: Run | null): Ranked =>
  run === ranked.run ? ranked : { run, probability: ranked.probability, near: ranked.near };

function asProposal({ unit, dash, name, content }: Signature): Proposal {
  const sure = (run: Run | null): Ranked => ({ run, probability: 1, near: 1 });
  return {
    unit,
    cue: dash,
    cueProbabilities: [0, 0, 1],
    source: sure(name),
    left: sure(content),
    right: sure(null),
    later: [],
    signed: true,
  };
}

/** Whether the word only hedges a verb that reports by itself: "reportedly pushed back". */
function hedgesAnother(tagged: Tagged, unit: Unit, at: number, strengths: Float32Array): boolean {
  if (!HEDGES.has(tagged.tokens[at]!.word)) return false;
  const verb = [at + 1, at - 1].find(
    (i) => i >= unit.start && i < unit.end && tagged.tokens[i]!.pos === 'VERB',
  );
  return verb !== undefined && (strengths[verb]! > 0.5 || denying(tagged, unit, verb) !== null);
}

interface Cue {
  readonly unit: Unit;
  readonly at: number;
  /** Of nothing, a belief or the like, a statement. */
  readonly probabilities: readonly number[];
}

/** How likely each token is the head of a cue. */
export function readCues(
  tagged: Tagged,
  { cue: model, known }: Pick<Models, 'cue' | 'known'>,
): { list: Cue[]; strengths: Float32Array } {
  const strengths = new Float32Array(tagged.tokens.length);
  const cues: Cue[] = [];
  for (const unit of tagged.units) {
    if (unit.quoted) continue;
    for (let at = unit.start; at < unit.end; at++) {
      if (!isWorthAsking(tagged.tokens[at]!, known)) continue;
      list.clear();
      cueFeatures(tagged, unit, at, list);
      const probabilities = model.probabilities(list);
      strengths[at] = 1 - probabilities[0]!;
      cues.push({ unit, at, probabilities });
    }
  }
  return { list: cues, strengths };
}

/**
 * The cues with what is most likely around them. One model after the other is asked about all of them: used at a stretch, its weights
 * stay in the processor's cache.
 */
function surround(tagged: Tagged, models: Models, cues: readonly Cue[], strengths: Float32Array): Proposal[] {
  const sources = cues.map(({ unit, at }) => sourceOf(tagged, models.source, unit, at, strengths));
  const around = cues.map(
    ({ unit, at }, i) => new Surroundings(tagged, placeOf(tagged, unit, at, strengths, sources[i]!.run)),
  );
  const lefts = around.map((each) => rank(models.left, each, 'left'));
  const rights = around.map((each) => rank(models.right, each, 'right'));
  return cues.map(({ unit, at, probabilities }, i) => {
    const left = lefts[i]!;
    const right = rights[i]!;
    const quotation = left.run ? null : quotationBefore(tagged, unit, at);
    const goesOn = !quotation || startsQuoted(tagged.tokens, right.run);
    return {
      unit,
      cue: at,
      cueProbabilities: probabilities,
      source: sources[i]!,
      left: quotation ? withRun(left, quotation) : left,
      right: goesOn ? right : withRun(right, null),
      later: [],
      signed: false,
    };
  });
}

/** The source of a cue. */
function sourceOf(
  tagged: Tagged,
  model: Models['source'],
  unit: Unit,
  cue: number,
  strengths: Float32Array,
): Ranked {
  const around = new Surroundings(tagged, placeOf(tagged, unit, cue, strengths));
  const likeliest = rank(model, around, 'source');
  const run = likeliest.run ?? speakerBehind(tagged, unit, cue);
  return whole(tagged, unit, cue, withRun(likeliest, run));
}

/** The noun phrase between a verb of saying right behind a quotation and a mark: “…”, said the harbor master. */
function speakerBehind(tagged: Tagged, unit: Unit, cue: number): Run | null {
  const { tokens } = tagged;
  let end = cue + 1;
  while (end < unit.end && (isNominal(tokens[end]!) || tokens[end]!.word === 'of')) end++;
  if (end === cue + 1 || (end < unit.end && !tokens[end]!.mark)) return null;
  const { pos, speaker } = tokens[end - 1]!;
  if (pos !== 'PROPN' && pos !== 'PRON' && !speaker) return null;
  const said = quotationBefore(tagged, unit, cue);
  return said && cue - said.end < 2 ? { start: cue + 1, end } : null;
}

/** The quotation at the beginning of a unit that ends right before its verb of saying, or the subject: “…,” Merz said. */
function quotationBefore({ tokens }: Tagged, unit: Unit, cue: number): Run | null {
  if (!isSaying(tokens[cue]!)) return null;
  let end = verbGroup(tokens, unit, cue).start;
  if (tokens[end - 1]?.word === ',') end--;
  while (
    end > unit.start &&
    (isNominal(tokens[end - 1]!) || tokens[end - 1]!.word === '-') &&
    tokens[end - 1]!.quotation < 0
  )
    end--;
  const { quotation } = tokens[unit.start]!;
  if (end < unit.start + SHORTEST || quotation < 0 || quotation !== tokens[end - 1]!.quotation) return null;
  return tokens[end - 2]!.mark || tokens[end]!.mark ? { start: unit.start, end } : null;
}

/**
 * What is said without the next thing that is said, where that is a quotation to its end: *he would pay* alone is what is
 * said in "said he would pay and added, “I am sorry.”".
 */
function untilNext({ tokens }: Tagged, run: Run, proposals: readonly Proposal[], from: number): Run {
  if (tokens[run.start]!.quotation >= 0) return run;
  for (let i = from; i < proposals.length && proposals[i]!.cue < run.end; i++) {
    const { unit, cue, left, right } = proposals[i]!;
    if (cue < run.start || left.run || !isSaying(tokens[cue]!)) continue;
    if (!startsQuoted(tokens, right.run) || right.run!.end < run.end - 1) continue;
    const { start } = verbGroup(tokens, unit, cue);
    return tokens[start - 1]!.pos === 'CCONJ' && start - 1 > run.start
      ? { start: run.start, end: start - 1 }
      : run;
  }
  return run;
}

const isSaying = ({ reports }: Token) => reports > 0 && reports <= LAST_OF_SAYING;

/** In tokens, of a quotation that can only be what is said. */
const SHORTEST = 5;

function startsQuoted(tokens: Tagged['tokens'], run: Run | null): boolean {
  return run !== null && tokens[run.start]!.quotation >= 0;
}

/** All of a source that ends right before its verb: in "officials who spoke with the Herald said" it is not the Herald that said it. */
function whole({ tokens }: Tagged, unit: Unit, cue: number, source: Ranked): Ranked {
  const { run } = source;
  if (!run || run.end !== verbGroup(tokens, unit, cue).start) return source;
  const start = headStart(tokens, unit, run.start);
  return start === run.start ? source : withRun(source, { start, end: run.end });
}

/** Where the source of a cue is looked for. */
export function placeOf(
  tagged: Tagged,
  unit: Unit,
  cue: number,
  strengths: Float32Array,
  source: Run | null = null,
): Place {
  return { unit, cue, strengths, inverted: isInverted(tagged, unit, cue), source };
}

/**
 * Whether the source surely follows the verb: a clause and a comma before it, and after it a noun phrase that is
 * not the subject of another verb: "It will cost more, said the officials, who …".
 */
function isInverted({ tokens }: Tagged, unit: Unit, cue: number): boolean {
  if (tokens[cue - 1]?.word !== ',' || tokens[cue]!.reports !== 1 || tokens[cue + 1]?.pos !== 'DET')
    return false;
  let at = cue + 1;
  while (at < unit.end && (isNominal(tokens[at]!) || tokens[at]!.word === 'of')) at++;
  if (at < unit.end && !(tokens[at]!.mark && tokens[at]!.quotation < 0)) return false;
  for (let i = unit.start; i < cue; i++)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
  return false;
}

/** How likely a statement is by its cue that others may be added to. */
const STATED = 0.4;

/**
 * What stands after a speaker's name and a colon is theirs to the end of the paragraph. Other
 * quotations without a cue of their own go to whoever was quoted, or announced, before them, or else made a statement: in the same
 * paragraph, or in the one right before. What is announced by a colon at the end of its paragraph is the next one, whatever it is.
 */
function follow({ tokens, units }: Tagged, proposals: Proposal[]): void {
  let speaker: Proposal | null = null;
  let announcer: Proposal | null = null;
  let labelled: Proposal | null = null;
  let read = 0;
  for (const unit of units) {
    const here: Proposal[] = [];
    while (read < proposals.length && proposals[read]!.unit === unit) here.push(proposals[read++]!);
    const label = labelEnd(tokens, unit);
    if (label < 0 && labelled?.unit.paragraph === unit.paragraph) {
      labelled.later.push({ start: unit.start, end: unit.end });
      continue;
    }
    labelled = here.find(({ cue }) => cue === label) ?? null;
    if (labelled?.right.run && tokens[labelled.right.run.start]!.quotation >= 0) labelled = null;
    if (labelled?.right.run) {
      // In a transcript a turn is all that follows the name.
      labelled.right = withRun(labelled.right, { start: label + 1, end: unit.end });
      continue;
    }
    if (announcer && unit.paragraph > announcer.unit.paragraph + 1) announcer = null;
    if (announcer && unit.paragraph > announcer.unit.paragraph) {
      announcer.later.push({ start: unit.start, end: unit.end });
      continue;
    }
    announcer = null;
    if (unit.quoted || isOrphan(tokens, unit, here)) {
      speaker?.later.push({ start: unit.start, end: unit.end });
      continue;
    }
    const next = introducer(tokens, unit, here);
    if (tokens[unit.end - 1]!.word === ':' && next && !next.left.run) announcer = next;
    if (next || speaker?.unit.paragraph !== unit.paragraph) speaker = next;
  }
  // "Said the following." stands for what follows, and is not what was said.
  for (const each of proposals)
    if (each.later.length > 0 && announces(tokens, each)) each.right = withRun(each.right, null);
}

/** Who in a unit goes on speaking in a quotation behind it, if anybody does. */
function introducer(tokens: Tagged['tokens'], unit: Unit, here: readonly Proposal[]): Proposal | null {
  const awaits = tokens[unit.end - 1]!.word === ':';
  const announcing = here.filter((each) => announces(tokens, each) || (awaits && !each.left.run));
  const quoting = here.filter((each) => quotes(tokens, each));
  if (quoting.length === 1 && !awaits) return quoting[0]!;
  if (announcing.length > 0 && (quoting.length === 0 || awaits)) return likeliest(announcing);
  const stated = here.findLast(({ cueProbabilities }) => cueProbabilities[2]! > STATED);
  return stated ?? quoting.at(-1) ?? null;
}

function likeliest(proposals: readonly Proposal[]): Proposal {
  return proposals.reduce((best, each) =>
    each.cueProbabilities[2]! > best.cueProbabilities[2]! ? each : best,
  );
}

/** Whether a unit begins with a quotation and is mostly one, with nobody in it who says it. */
function isOrphan(tokens: Tagged['tokens'], unit: Unit, here: readonly Proposal[]): boolean {
  if (tokens[unit.start]!.quotation < 0 || here.some(({ cueProbabilities }) => cueProbabilities[0]! < 0.6))
    return false;
  let inside = 0;
  for (let i = unit.start; i < unit.end; i++) if (tokens[i]!.quotation >= 0) inside++;
  return inside > 0.6 * (unit.end - unit.start);
}

/** Whether nothing is said yet, or only that it follows. */
function announces(tokens: Tagged['tokens'], { left, right }: Proposal): boolean {
  if (left.run) return false;
  if (!right.run) return true;
  for (let i = right.run.start; i < right.run.end; i++) {
    if (!tokens[i]!.mark && !ANNOUNCING.has(tokens[i]!.word)) return false;
  }
  return true;
}

const ANNOUNCING = new Set(['the', 'following', 'this', 'as', 'follows', 'statement', 'in', 'a', 'part']);

/** Whether a unit begins or ends with a quotation, or ends with a colon before one. */
function meetsQuotation({ tokens }: Tagged, unit: Unit): boolean {
  if (unit.leads > 0 && tokens[unit.end - 1]!.word === ':') return true;
  return [unit.start, unit.end - 1, unit.end - 2].some((i) => i >= unit.start && tokens[i]!.quotation >= 0);
}

/** Whether what is said begins or ends with a quotation. */
function quotes(tokens: Tagged['tokens'], { left, right }: Proposal): boolean {
  return [left.run, right.run].some(
    (run) => run !== null && (tokens[run.start]!.quotation >= 0 || tokens[run.end - 1]!.quotation >= 0),
  );
}
