import { endsSomebody, type Place } from './candidates.ts';
import { headStart, isNominal, mayBeFinite, nameStart, PASSIVE, verbGroup } from './clause.ts';
import { farFeatures, isWorthAsking, nearFeatures } from './cues.ts';
import { denying, startOfDenied, withholds } from './denying.ts';
import { FeatureList } from './features.ts';
import { follow } from './follow.ts';
import { isIdle, isToldOf } from './idioms.ts';
import { HEDGES } from './kinds.ts';
import { LAST_OF_SPEECH } from './lexicon.ts';
import type { Models, Three } from './model.ts';
import { contentOf, isBehindWords, mayPut, mayVoice, type Proposal, sure, withRun } from './proposal.ts';
import { type Ranked, rank, rankSpan } from './rank.ts';
import { isSaying, mainSubject, mendReach, startsQuoted } from './reach.ts';
import { mendRelayed } from './relayed.ts';
import { type Signature, signatures } from './signatures.ts';
import { asSilence } from './silence.ts';
import { Surroundings } from './surroundings.ts';
import { isTurn, type Run, type Tagged, type Token, type Unit } from './tag.ts';

/** Words less likely than this to report anything are not looked at further. */
const WORTH_A_LOOK = 0.2;
/** Nor are those less likely than this to report a statement, rather than a belief or a wish; a belief beside a denial is kept. */
const MERE_BELIEF = 0.05;
/** The same two beside words in quotation marks, which somebody nearly always says. */
const WORTH_BESIDE_QUOTATION = 0.06;
const MERE_BELIEF_BESIDE_QUOTATION = 0.01;

const list = new FeatureList();

/** Every cue that may report something, with its source and content. */
export function propose(tagged: Tagged, models: Models): Proposal[] {
  const { list: cues, strengths } = readCues(tagged, models);
  const denials = new Set(cues.filter(({ denies }) => denies).map(({ unit }) => unit));
  const found = surround(
    tagged,
    models,
    cues.filter((cue) => isWorthALook(tagged, cue, strengths, denials.has(cue.unit))),
    strengths,
  );
  mendReach(tagged, found);
  mendRelayed(tagged, found);
  const subjectOf = (unit: Unit, verb: number) =>
    sourceOf(tagged, models.source, new Surroundings(tagged, placeOf(tagged, unit, verb, strengths)));
  const signed = signatures(tagged);
  found.push(...follow(tagged, found, signed, subjectOf));
  for (const each of signed) found.push(asProposal(each));
  const proposals: Proposal[] = [];
  for (const each of found) {
    const proposal = asSilence(tagged, each);
    if (contentOf(proposal).length > 0) proposals.push(proposal);
  }
  return proposals;
}

function isWorthALook(tagged: Tagged, cue: Cue, strengths: Float32Array, besideDenial: boolean): boolean {
  const { unit, at, probabilities, denies } = cue;
  const [nothing, , statement] = probabilities;
  const [least, belief] = meetsQuotation(tagged, unit)
    ? [WORTH_BESIDE_QUOTATION, MERE_BELIEF_BESIDE_QUOTATION]
    : [WORTH_A_LOOK, MERE_BELIEF];
  const voiced = mayVoice(tagged.tokens, unit, at);
  const kept = besideDenial || statement! > belief || voiced || mayPut(tagged.tokens, at);
  const likely = kept && nothing! < 1 - least;
  if (!likely && !voiced && !denies && !isTurn(tagged, unit, at)) return false;
  if (withholds(tagged, unit, at) || isIdle(tagged.tokens, unit, at)) return false;
  return !hedgesAnother(tagged, unit, at, strengths);
}

/** A signature as a proposal. Its cue is the dash; where there is none, the first of the words takes that place. */
function asProposal({ unit, dash, name, content }: Signature): Proposal {
  return {
    unit,
    cue: dash ?? content.start,
    cueProbabilities: [0, 0, 1],
    source: sure(name),
    left: sure(content),
    right: sure(null),
    later: [],
    form: 'signed',
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
  /** Whether it denies, disputes or does not comment, by the table. */
  readonly denies: boolean;
}

/**
 * Where the words right beside a token make "no cue" lead by so much, nothing more is asked about it. That spares more than half of
 * the tokens that are no cue, and loses one in a thousand of those that are.
 */
const HOPELESS = 2.2;

/** How likely each token is the head of a cue; 0 where the words beside it rule that out. */
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
      const group = nearFeatures(tagged, unit, at, list);
      const { length } = list;
      const near = model.sums(list);
      const denies = denying(tagged, unit, at) !== null;
      if (!denies && isHopeless(tagged.tokens[at]!, model.scores(near))) continue;
      farFeatures(tagged, unit, at, group, list);
      const probabilities = model.probabilities(model.sums(list, length, near));
      strengths[at] = 1 - probabilities[0]!;
      cues.push({ unit, at, probabilities, denies });
    }
  }
  return { list: cues, strengths };
}

const isHopeless = ({ word }: Token, [nothing, belief, statement]: Three): boolean =>
  nothing - Math.max(belief, statement) >= HOPELESS && word !== ':';

/**
 * The cues with what is most likely around them. One model after the other is asked about all of them: used at a stretch, its weights
 * stay in the processor's cache. The lists are filled one by one, as all lists of proposals are: those that `map` makes are of another
 * kind to V8, which it learns of late, and compiles everything anew that reads them.
 */
function surround(tagged: Tagged, models: Models, cues: readonly Cue[], strengths: Float32Array): Proposal[] {
  const around: Surroundings[] = [];
  const sources: Ranked[] = [];
  const lefts: Ranked[] = [];
  const rights: Ranked[] = [];
  const found: Proposal[] = [];
  for (const { unit, at } of cues)
    around.push(new Surroundings(tagged, placeOf(tagged, unit, at, strengths)));
  for (const each of around) sources.push(sourceOf(tagged, models.source, each));
  for (let i = 0; i < cues.length; i++) {
    if (!sources[i]!.run && goesOn(tagged, cues[i]!))
      sources[i] = subjectBefore(cues, sources, i) ?? sources[i]!;
    const { run } = sources[i]!;
    if (run) around[i]!.found(run);
  }
  for (const each of around) lefts.push(rank(models.left, each, 'left'));
  for (const each of around) rights.push(rank(models.right, each, 'right'));
  for (let i = 0; i < cues.length; i++) {
    const { unit, at, probabilities } = cues[i]!;
    const [left, right] = contentAround(models, around[i]!, probabilities, lefts[i]!, rights[i]!);
    const quotation = left.run ? null : quotationBefore(tagged, unit, at, sources[i]!.run);
    const isMore = !quotation || startsQuoted(tagged.tokens, right.run);
    const source = sources[i]!.run ? sources[i]! : withRun(sources[i]!, mainSubject(tagged, unit, at));
    found.push({
      unit,
      cue: at,
      cueProbabilities: probabilities,
      source: withoutCaption(tagged, source),
      left: quotation ? withRun(left, quotation) : left,
      right: isMore ? voiced(tagged, unit, at, right) : withRun(right, null),
      later: [],
      form: null,
    });
  }
  return found;
}

/** What is expressed or denied begins with what it is: "concern about the mill", not "the mill". */
function voiced(tagged: Tagged, unit: Unit, cue: number, right: Ranked): Ranked {
  const { run } = right;
  if (run === null) return right;
  const { tokens } = tagged;
  if (mayVoice(tokens, unit, cue)) return withRun(right, { start: cue + 1, end: run.end });
  const denied = startOfDenied(tagged, unit, cue);
  if (denied < 0 || tokens[run.start - 1]!.word === 'as') return right;
  const start = Math.min(denied, run.start);
  return withRun(right, { start, end: phraseOf(tokens, start, run.end) });
}

/** Where a noun phrase ends if it stops short of `end`, where the main verb goes on: "denied the claim and is free". */
function phraseOf(tokens: readonly Token[], start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const { pos } = tokens[i]!;
    if (pos === 'CCONJ') {
      if (tokens[i + 1]?.pos === 'AUX' && i > start) return i;
    } else if (!isNominal(tokens[i]!) && pos !== 'ADP') return end;
  }
  return end;
}

/** Whether a verb tells more of a subject before it: "…, urging them to wait", "… and repeatedly urged them to wait". */
function goesOn({ tokens }: Tagged, { unit, at }: Cue): boolean {
  const { pos, word } = tokens[at]!;
  const { start, flags } = verbGroup(tokens, unit, at);
  if (pos !== 'VERB' || flags & PASSIVE || start === unit.start) return false;
  const before = tokens[start - 1]!;
  return word.endsWith('ing') || before.pos === 'CCONJ' || before.word === ',' || before.word === ';';
}

/** The source of the cue before this one in the same unit, where it stands before both. */
function subjectBefore(cues: readonly Cue[], sources: readonly Ranked[], i: number): Ranked | null {
  const before = cues[i - 1];
  const source = sources[i - 1]?.run;
  return before && source && before.unit === cues[i]!.unit && source.end <= cues[i]!.at
    ? sources[i - 1]!
    : null;
}

/** Where a statement is so likely, one span of content is looked for even if each model by itself finds none. */
const LIKELY_STATED = 0.5;

/**
 * What a cue reports, before it and after it. Where each model by itself finds nothing, though something is likely stated and does
 * not just follow in the next sentence, the likelier span of both.
 */
function contentAround(
  models: Models,
  around: Surroundings,
  [, , statement]: readonly number[],
  left: Ranked,
  right: Ranked,
): readonly [Ranked, Ranked] {
  const { unit } = around.place;
  const awaits = unit.leads > 0 || around.at(unit.end - 1).word === ':';
  if (left.run || right.run || awaits || statement! < LIKELY_STATED) return [left, right];
  const before = rankSpan(models.left, around, 'left');
  const after = rankSpan(models.right, around, 'right');
  return before.run && (!after.run || before.near > after.near) ? [before, right] : [left, after];
}

/** The source of a cue, of which nothing is known yet. */
function sourceOf(tagged: Tagged, model: Models['source'], around: Surroundings): Ranked {
  const { unit, cue } = around.place;
  const likeliest = rank(model, around, 'source');
  if (likeliest.run && isToldOf(tagged.tokens, unit, cue, likeliest.run)) return sure(null);
  const beside = besideWith(tagged.tokens, unit, cue);
  if (beside && !(likeliest.run && holds(beside, likeliest.run))) return withRun(likeliest, beside);
  const run = likeliest.run ?? speakerBehind(tagged, unit, cue);
  return whole(tagged, unit, cue, withRun(likeliest, run));
}

/** Who says something beside what another does: *many papers* in "Merz called off the fair, with many papers reporting that …". */
function besideWith(tokens: readonly Token[], unit: Unit, cue: number): Run | null {
  const { pos, word, reports } = tokens[cue]!;
  if (pos !== 'VERB' || !word.endsWith('ing') || reports === 0 || reports > LAST_OF_SPEECH) return null;
  let end = cue;
  while (end > unit.start && tokens[end - 1]!.pos === 'ADV') end--;
  let start = end;
  while (
    start > unit.start &&
    (isNominal(tokens[start - 1]!) || /^(?:of|and)$/.test(tokens[start - 1]!.word))
  )
    start--;
  const isSubject = start < end && tokens[start - 1]?.word === 'with' && endsSomebody(tokens[end - 1]!);
  return isSubject && !/^(?:of|and)$/.test(tokens[start]!.word) ? { start, end } : null;
}

const holds = (outer: Run, inner: Run): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A name without the words for a picture that a page puts before it: "Media caption Ida Brandt says". */
function withoutCaption({ tokens }: Tagged, source: Ranked): Ranked {
  const { run } = source;
  for (let i = run ? run.end - 2 : -1; run && i >= run.start; i--) {
    const { pos, capital } = tokens[i + 1]!;
    if (pos !== 'PROPN' || !capital) return source;
    if (PICTURES.has(tokens[i]!.word)) return withRun(source, { start: i + 1, end: run.end });
  }
  return source;
}

const PICTURES = new Set(['caption', 'photo']);

/** The noun phrase between a verb of saying right behind a quotation and a mark: “…”, said the harbor master. */
function speakerBehind(tagged: Tagged, unit: Unit, cue: number): Run | null {
  const { tokens } = tagged;
  const end = phraseEnd(tokens, unit, cue + 1);
  if (end === cue + 1 || (end < unit.end && !tokens[end]!.mark)) return null;
  const { pos, speaker } = tokens[end - 1]!;
  if (pos !== 'PROPN' && pos !== 'PRON' && !speaker) return null;
  const said = isBehindWords(tokens, cue) ? { end: cue } : quotationBefore(tagged, unit, cue, null);
  return said && cue - said.end < 2 ? { start: cue + 1, end } : null;
}

/** The quotation at the beginning of a unit that ends right before its verb of saying, or the subject: “…,” Merz said. */
function quotationBefore({ tokens }: Tagged, unit: Unit, cue: number, source: Run | null): Run | null {
  if (!isSaying(tokens[cue]!)) return null;
  let end = verbGroup(tokens, unit, cue).start;
  // “…!” Merz, a baker, said.
  if (source && source.end <= end && end - source.end <= 1) end = source.start;
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

/** In tokens, of a quotation that can only be what is said. */
const SHORTEST = 5;

/**
 * All of a source that ends right before its verb, and no more: in "officials who spoke with the Herald said" it is not the Herald that
 * said it, in "a man who police say stole cars" it is the police.
 */
function whole({ tokens }: Tagged, unit: Unit, cue: number, source: Ranked): Ranked {
  const { run } = source;
  if (!run || run.end !== verbGroup(tokens, unit, cue).start) return source;
  const start = subjectStart(tokens, run, cue) ?? nameStart(tokens, unit, headStart(tokens, unit, run.start));
  return start === run.start ? source : withRun(source, { start, end: run.end });
}

/**
 * Where the subject of a relative clause begins that a phrase ends in: *police* in "a man who police say stole cars", *Merz* in
 * "a speech in which Merz said …".
 */
function subjectStart(tokens: readonly Token[], { start, end }: Run, cue: number): number | null {
  let at = end;
  while (at > start && isNominal(tokens[at - 1]!) && !OBJECTS.has(tokens[at - 1]!.word)) at--;
  if (at === start || at === end || !OBJECTS.has(tokens[at - 1]!.word)) return null;
  const next = tokens[cue + 1];
  return tokens[at - 2]?.pos === 'ADP' || (next && mayBeFinite(next)) ? at : null;
}

const OBJECTS = new Set(['who', 'whom', 'which']);

/** Where the source of a cue is looked for. */
export function placeOf(tagged: Tagged, unit: Unit, cue: number, strengths: Float32Array): Place {
  return { unit, cue, strengths, inverted: isInverted(tagged, unit, cue), source: null };
}

/**
 * Whether the source surely follows the verb: a clause and a comma before it, and after it a noun phrase that is
 * not the subject of another verb: "It will cost more, said the officials, who …", "Pier will never reopen, warns mayor".
 */
function isInverted({ tokens }: Tagged, unit: Unit, cue: number): boolean {
  const { reports, lemma } = tokens[cue]!;
  const phrase = cue + 1 < unit.end && tokens[cue - 1]?.word === ',' ? tokens[cue + 1]! : null;
  // Whoever is told something stands behind the verb.
  if (!phrase || reports <= 0 || lemma === 'tell') return false;
  const at = phraseEnd(tokens, unit, cue + 1);
  const next = at < unit.end ? tokens[at]! : null;
  if (next && next.word !== 'who' && !(next.mark && next.quotation < 0)) return false;
  if (!(reports === 1 && phrase.pos === 'DET')) {
    // Without an article it may be what the verb is about: "Mayor visits the yard, urges patience".
    if (!endsSomebody(tokens[at - 1]!) || !TAKES_NO_PERSON.has(lemma) || at < unit.end - 1) return false;
    for (let i = unit.start; i < cue; i++) if (tokens[i]!.quotation >= 0) return false;
  }
  for (let i = unit.start; i < cue; i++)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
  return false;
}

/** Where the noun phrase ends that begins at `start`, before a clause about who it is. */
function phraseEnd(tokens: readonly Token[], unit: Run, start: number): number {
  let end = start;
  while (
    end < unit.end &&
    (isNominal(tokens[end]!) || tokens[end]!.word === 'of') &&
    tokens[end]!.word !== 'who'
  )
    end++;
  return end;
}

/** Verbs of saying behind which somebody is hardly ever the one to whom, or of whom, it is said. */
const TAKES_NO_PERSON = new Set(
  'say add state note insist claim argue warn admit suggest reveal announce predict declare maintain confirm explain write'.split(
    ' ',
  ),
);

/** Whether a unit begins or ends with a quotation, or ends with a colon before one. */
function meetsQuotation({ tokens }: Tagged, unit: Unit): boolean {
  if (unit.leads > 0 && tokens[unit.end - 1]!.word === ':') return true;
  return [unit.start, unit.end - 1, unit.end - 2].some((i) => i >= unit.start && tokens[i]!.quotation >= 0);
}
