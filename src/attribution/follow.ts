import { endsSomebody } from './candidates.ts';
import { contentOf, type Proposal, sure, withRun } from './proposal.ts';
import type { Ranked } from './rank.ts';
import type { Signature } from './signatures.ts';
import { labelEnd, type Run, type Tagged, type Token, type Unit } from './tag.ts';

/** How likely a proposal must be a statement, by its cue, for more quotations to be added to it. */
const STATED = 0.4;

/**
 * Gives words without a cue of their own to whoever says them, by adding them to the proposals that are there:
 * - behind a speaker's name and a colon, all to the end of the paragraph;
 * - behind a colon at the end of a paragraph, the next paragraph, whatever it is;
 * - other quotations to whoever was quoted, announced or made a statement before them, in the same paragraph or the one before.
 *
 * Returned are new proposals: quotations behind a sentence that only tells something else of somebody ("Oda Merz runs the mill").
 */
export function follow(
  tagged: Tagged,
  proposals: readonly Proposal[],
  signed: readonly Signature[],
  subjectOf: SubjectOf,
): Proposal[] {
  const { tokens, units } = tagged;
  const introduced: Proposal[] = [];
  const isSigned = new Set(signed.map(({ content }) => content.start));
  let speaker: Proposal | null = null;
  let announcer: Proposal | null = null;
  let labelled: Proposal | null = null;
  let read = 0;
  for (const [u, unit] of units.entries()) {
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
      speaker = labelled;
      continue;
    }
    if (announcer && unit.paragraph > announcer.unit.paragraph + 1) announcer = null;
    if (announcer && unit.paragraph > announcer.unit.paragraph) {
      announcer.later.push({ start: unit.start, end: unit.end });
      continue;
    }
    announcer = null;
    if (unit.quoted || isOrphan(tokens, unit, here)) {
      if (isSigned.has(unit.start) || (speaker && isHeading(tagged, u, speaker))) speaker = null;
      else if (speaker) speaker.later.push({ start: unit.start, end: unit.end });
      else {
        speaker = introduce(tagged, u, subjectOf);
        if (speaker) introduced.push(speaker);
      }
      continue;
    }
    const next = introducer(tokens, unit, here);
    if (tokens[unit.end - 1]!.word === ':' && next && !next.left.run) announcer = next;
    if (next || speaker?.unit.paragraph !== unit.paragraph) speaker = next;
  }
  // "Said the following." stands for what follows, and is not what was said.
  for (const each of proposals)
    if (each.later.length > 0 && announces(tokens, each)) each.right = withRun(each.right, null);
  return introduced;
}

/** Whether it is a heading in single marks, alone in its paragraph, where what is said stands in double ones. */
function isHeading({ text, tokens, units }: Tagged, u: number, speaker: Proposal): boolean {
  const { start, paragraph } = units[u]!;
  const isAlone = units[u - 1]?.paragraph !== paragraph && units[u + 1]?.paragraph !== paragraph;
  const isDouble = (token: Token) => /^["“]|^''|^``/.test(text.slice(token.start, token.end));
  const said = contentOf(speaker).map((run) => tokens[run.start]!);
  return isAlone && !isDouble(tokens[start]!) && said.some((first) => first.word === '“' && isDouble(first));
}

/** Finds the likeliest subject of a verb. */
type SubjectOf = (unit: Unit, verb: number) => Ranked;

/**
 * The words of a quotation that stands alone, as those of whoever the sentence before it is about: "Oda Merz runs the mill. “We …”".
 */
function introduce(tagged: Tagged, u: number, subjectOf: SubjectOf): Proposal | null {
  const { tokens, units } = tagged;
  const unit = units[u]!;
  const before = units[u - 1];
  if (!before || unit.paragraph - before.paragraph > 1 || !isSpeech(tokens, unit)) return null;
  const source = subject(tokens, before, subjectOf);
  if (!source || !mayGoOn(tagged, before, unit, source)) return null;
  return {
    unit,
    cue: unit.start,
    cueProbabilities: NOTHING,
    source: sure(source),
    left: sure(null),
    right: sure({ start: unit.start, end: unit.end }),
    later: [],
    form: 'introduced',
  };
}

const NOTHING = [1, 0, 0];

/** In words, of a sentence that somebody says; shorter ones may be titles or signs. */
const SHORTEST_SPEECH = 5;

/** Whether all of a unit is a quotation, and a sentence to its end. */
function isSpeech(tokens: Tagged['tokens'], { start, end, quoted }: Unit): boolean {
  if (!quoted || ![end - 1, end - 2].some((i) => STOPS.has(tokens[i]!.word))) return false;
  let words = 0;
  let verbs = 0;
  for (let i = start; i < end; i++) {
    const { mark, pos } = tokens[i]!;
    if (!mark) words++;
    if (pos === 'VERB' || pos === 'AUX') verbs++;
  }
  return verbs > 0 && words >= SHORTEST_SPEECH;
}

const STOPS = new Set(['.', '?', '!', '…', '...']);

/** The subject of the first verb of a sentence, if it is somebody. */
function subject(tokens: Tagged['tokens'], unit: Unit, subjectOf: SubjectOf): Run | null {
  let verb = unit.start;
  while (verb < unit.end && tokens[verb]!.pos !== 'VERB' && tokens[verb]!.pos !== 'AUX') verb++;
  if (verb === unit.end || tokens[verb]!.quotation >= 0) return null;
  const { run, probability } = subjectOf(unit, verb);
  return run && run.end <= verb && probability > LIKELY && isSomebody(tokens, run) ? run : null;
}

/** How sure a subject must be. */
const LIKELY = 0.5;

function isSomebody(tokens: Tagged['tokens'], { start, end }: Run): boolean {
  const last = tokens[end - 1]!;
  if (last.pos === 'PRON') return end - start === 1 && (last.word === 'he' || last.word === 'she');
  return endsSomebody(last);
}

/**
 * Whether the quotation is likely theirs: a name, or somebody whose words have an I in them, or of whom the same paragraph tells only
 * what they do: "The old man laughed."
 */
function mayGoOn(tagged: Tagged, before: Unit, unit: Unit, source: Run): boolean {
  const { tokens } = tagged;
  if (isNamed(tagged, source)) return true;
  const beside = before.paragraph === unit.paragraph;
  if (!beside && tokens[source.end - 1]!.speaker) return false;
  return speaksOfSelf(tokens, unit) || (beside && before.end - before.start <= LONGEST_GESTURE);
}

/** In tokens, of a sentence that tells only what somebody does. */
const LONGEST_GESTURE = 8;

/** Whether a source begins with a name of two words, or with one of somebody who speaks elsewhere. */
function isNamed({ tokens, speakers }: Tagged, { start, end }: Run): boolean {
  const isName = (i: number) => i < end && tokens[i]!.pos === 'PROPN' && tokens[i]!.capital;
  return isName(start) && (isName(start + 1) || speakers.has(tokens[start]!.lemmaId));
}

function speaksOfSelf(tokens: Tagged['tokens'], { start, end }: Unit): boolean {
  for (let i = start; i < end; i++) if (SELF.has(tokens[i]!.word)) return true;
  return false;
}

const SELF = new Set(['i', 'me', 'my', 'we', 'us', 'our']);

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
  // "But “it is …”"
  const first = tokens[unit.start]!.pos === 'CCONJ' ? unit.start + 1 : unit.start;
  if (first === unit.end || tokens[first]!.quotation < 0) return false;
  if (here.some(({ cueProbabilities }) => cueProbabilities[0]! < 0.6)) return false;
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

/** Whether what is said begins or ends with a quotation. */
function quotes(tokens: Tagged['tokens'], { left, right }: Proposal): boolean {
  return [left.run, right.run].some(
    (run) => run !== null && (tokens[run.start]!.quotation >= 0 || tokens[run.end - 1]!.quotation >= 0),
  );
}
