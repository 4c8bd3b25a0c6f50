import { isDay } from './candidates.ts';
import { INFINITIVE, isNominal, verbGroup } from './clause.ts';
import {
  ALLEGATIONS,
  ARGUMENTS,
  CONTENTIONS,
  CONTESTS,
  DECIDERS,
  type Denying,
  INSURERS,
  OFFERED,
  RECEIVERS,
  UNTRUTHS,
  WORTHLESS,
} from './denials.ts';
import { isKeptBack } from './kept-back.ts';
import { afterOccasion } from './occasion.ts';
import type { Token, Unit } from './tag.ts';

/**
 * Whether the word at `i` governs what its row of the table demands: "denied the report", not "denied the group a permit". What it
 * governs begins at `next`, behind the particle where the row has one.
 */
export function governs(
  tokens: readonly Token[],
  unit: Unit,
  i: number,
  next: number,
  row: Denying,
): boolean {
  switch (row.object) {
    case 'anything':
      if (isEachOther(tokens, next)) return false;
      if (row.lemma === 'dispute' && isContest(tokens, unit, next)) return false;
      if (row.lemma === 'push' && tokens[next - 1]!.word === 'back' && isThing(tokens, unit, next))
        return false;
      // Those who "disagree about the route" differ, and dispute nothing that is said.
      return row.lemma !== 'disagree' || !DIFFERING.has(tokens[next]?.word ?? '');
    case 'allegation':
      if (hasSubject(tokens, unit, i, INSURERS)) return false;
      return (
        governsOneOf(tokens, unit, next, ALLEGATIONS, true) ||
        (row.lemma === 'deny' && beginsBareClause(tokens, unit, next))
      );
    case 'claim':
      return !standsIn(tokens, next) && governsOneOf(tokens, unit, next, ALLEGATIONS, true);
    case 'argument':
      return (
        !decided(tokens, unit, i) &&
        (governsOneOf(tokens, unit, next, TURNING_DOWN.has(row.lemma) ? REJECTED : ARGUMENTS, false) ||
          isMadeLight(tokens, unit, next))
      );
    case 'innocence':
      return isOfInnocence(tokens, unit, next);
    case 'retort':
      return retorts(tokens, unit, next);
    case 'reply':
      return repliesTo(tokens, unit, next);
    case 'telling':
    case 'comment':
    case 'silence':
    case 'question':
    case 'request':
      return isKeptBack(tokens, unit, i, next, row.object);
    case 'contention':
      return !standsIn(tokens, next) && governsOneOf(tokens, unit, next, CONTENTIONS, false);
    case 'clause':
      return tokens[i]!.pos !== 'NOUN' && beginsClause(tokens, unit, next);
    case 'untruth':
      return callsUntrue(tokens, unit, next);
  }
}

/** Whether what is argued with follows: "that conclusion". */
export const isOfArgument = (tokens: readonly Token[], unit: Unit, from: number): boolean =>
  governsOneOf(tokens, unit, from, ARGUMENTS, false);

/** Whether a word stands for anything, or is something done: "challenged it", "challenge polling". */
function standsIn(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at] ?? { word: '' };
  const next = tokens[at + 1];
  return word.endsWith('ing') || (STANDING_IN.has(word) && !(next && isNominal(next)));
}

const STANDING_IN = new Set(['it', 'this', 'that', 'these', 'those', 'all', 'any']);

const TURNING_DOWN = new Set(['reject', 'rebuff', 'retract']);
const REJECTED = new Set([...ARGUMENTS].filter((noun) => !OFFERED.has(noun)));

/** Whether "himself" or "each other" follows. */
const isEachOther = (tokens: readonly Token[], at: number): boolean =>
  /(?:self|selves)$/.test(tokens[at]?.word ?? '') ||
  (tokens[at + 1]?.word === 'other' && tokens[at]!.word === 'each') ||
  (tokens[at + 1]?.word === 'another' && tokens[at]!.word === 'one');

/** Whether what is fought for follows: "disputed the title". */
function isContest(tokens: readonly Token[], unit: Unit, from: number): boolean {
  let at = from;
  while (at < unit.end && isNominal(tokens[at]!)) at++;
  return at > from && CONTESTS.has(tokens[at - 1]!.lemma);
}

/** Whether a noun phrase follows at once that tells no time: "pushed back the hearing". */
function isThing(tokens: readonly Token[], unit: Unit, from: number): boolean {
  const [next, behind] = tokens.slice(from, Math.min(from + 2, unit.end));
  if (!next || !isNominal(next) || isDay(next) || OF_A_TIME.has(next.word)) return false;
  // "Pushed back on it", "pushed back hard"
  return (next.pos !== 'PRON' && next.pos !== 'ADJ') || (behind !== undefined && isNominal(behind));
}

/** What a time may begin with: "pushed back last week on the claims". */
const OF_A_TIME = new Set(['this', 'that', 'last']);

/** Whether "innocence" follows, whoever's. */
function isOfInnocence(tokens: readonly Token[], unit: Unit, from: number): boolean {
  let at = from;
  while (at < unit.end && isNominal(tokens[at]!)) if (tokens[at++]!.word === 'innocence') return true;
  return false;
}

/** Whether what follows is a clause, a pronoun for one, or a noun phrase with one of these heads. */
function governsOneOf(
  tokens: readonly Token[],
  unit: Unit,
  from: number,
  heads: ReadonlySet<string>,
  bare: boolean,
): boolean {
  const start = afterOccasion(tokens, unit, from);
  // With nothing behind it but when or where, it is not told what is denied.
  const alone = bare && start === from;
  let at = start;
  while (
    at < unit.end &&
    (tokens[at]!.pos === 'ADV' || tokens[at]!.word === 'of' || tokens[at]!.word === 'as')
  )
    at++;
  const first = tokens[at];
  if (!first || at >= unit.end) return alone;
  if (first.mark)
    return (
      (first.quotation >= 0 && !DASH.test(first.word)) ||
      first.word === ':' ||
      (alone && !DASH.test(first.word))
    );
  if (isReceiver(tokens, at) || WITHHELD.has(first.word)) return false;
  if (CLAUSE.has(first.word)) return true;
  if (POINTERS.has(first.word) && !(tokens[at + 1] && isNominal(tokens[at + 1]!))) return true;
  if (first.word.endsWith('ing') && isDoing(first, tokens[at + 1])) return true;
  if (first.pos === 'PRON' && tokens[at + 1]?.pos === 'VERB') return true;
  for (let j = at; j < unit.end && j < at + 14; j++) {
    const token = tokens[j]!;
    // What is claimed for is money.
    const behind = tokens[j + 1]?.word ?? '';
    const isDone = token.word !== token.lemma && token.word.endsWith('ing');
    if (heads.has(token.lemma) && !isDone && tokens[j + 1]?.pos !== 'NOUN')
      return !(token.lemma === 'claim' && behind === 'for') && (bare || !BEFORE_A_BODY.has(behind));
    // Not "ballots that arrived late".
    if (token.word === 'that' && j > at) return !RELATED.has(tokens[j + 1]?.pos ?? '');
    const linked =
      token.word === 'of' ||
      token.word === 'and' ||
      token.word === 'or' ||
      token.word === ',' ||
      token.quotation >= 0;
    if (!isNominal(token) && !linked && token.pos !== 'VERB') return false;
  }
  return false;
}

/** Whether somebody is left without something: "denied him a visa", "denied her bail"; not "denied her account". */
function isReceiver(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!;
  if (!RECEIVERS.has(word)) return false;
  const next = tokens[at + 1];
  return word !== 'her' || !next || !ARGUMENTS.has(next.lemma) || OFFERED.has(next.lemma);
}

const DASH = /^[-–—]$/;

/** Whether a word in -ing is something done, if need be by the object behind it: "hiding it", not "planning permission". */
function isDoing({ pos, word }: Token, next: Token | undefined): boolean {
  if (pos === 'VERB') return true;
  if (pos === 'ADJ') return !STANDING.has(word);
  return pos === 'NOUN' && (next?.pos === 'PRON' || next?.pos === 'DET' || next?.pos === 'PROPN');
}

/** What is done with complaints that a board or a court dismisses. */
const BEFORE_A_BODY = new Set(['filed', 'lodged', 'brought']);

/** What stands behind *that* where it is about the noun before it. */
const RELATED = new Set(['VERB', 'AUX']);

const DIFFERING = new Set(['on', 'about', 'over', 'when', 'how']);

/** Whether somebody strikes back with words, or at some: not "fired back across the river", "hit back with a goal". */
function retorts(tokens: readonly Token[], unit: Unit, from: number): boolean {
  const at = tokens[from]?.pos === 'ADV' ? from + 1 : from;
  const next = tokens[at];
  if (!next || at >= unit.end || next.mark || next.word === 'that') return true;
  return AIMED.has(next.word) && isOfArgument(tokens, unit, at + 1);
}

const AIMED = new Set(['at', 'against', 'on']);

/** Whether what is countered is said, or nothing is told of it: not "countered the advance with artillery". */
function repliesTo(tokens: readonly Token[], unit: Unit, from: number): boolean {
  const next = tokens[from];
  if (!next || from >= unit.end || next.mark) return true;
  // "Countered with a goal"
  if (next.word === 'with') return governsOneOf(tokens, unit, from + 1, ARGUMENTS, false);
  if (!isNominal(next) || next.pos === 'PROPN' || next.pos === 'PRON') return true;
  return beginsBareClause(tokens, unit, from) || governsOneOf(tokens, unit, from, ARGUMENTS, true);
}

/**
 * Whether a clause without *that* follows: "denied the bridge was closed", "denied he had known"; not "those denied a visa were
 * sent home".
 */
function beginsBareClause(tokens: readonly Token[], unit: Unit, from: number): boolean {
  if (from >= unit.end) return false;
  const { pos, word } = tokens[from]!;
  if (RECEIVERS.has(word) || (pos === 'DET' ? !DEFINITE.has(word) : pos !== 'PRON' && pos !== 'PROPN'))
    return false;
  let at = from + 1;
  while (at < unit.end && (isNominal(tokens[at]!) || tokens[at]!.pos === 'ADV')) at++;
  if (at >= unit.end) return false;
  const { pos: next, word: verb, lemma } = tokens[at]!;
  // "Denied Mr. Holt knew": behind a name alone, a verb in the past is no participle; "denied Mr. Holt bail" has none.
  const named = tokens.slice(from, at).every((token) => token.pos === 'PROPN');
  return next === 'AUX' || (named && next === 'VERB' && verb !== lemma && !/(?:ing|s)$/.test(verb));
}

const DEFINITE = new Set(['the', 'this', 'these', 'those', 'his', 'her', 'its', 'their', 'there']);

/** Said of somebody who is to get something, or of what is: "denied working parents a place". */
const STANDING = new Set(
  'existing working outstanding willing living leading paying visiting returning aspiring expecting remaining pending surviving promising missing ongoing qualifying grieving struggling sitting'.split(
    ' ',
  ),
);

/** What is withheld, though it ends like a verb: "denied boarding to forty passengers". */
const WITHHELD = new Set(
  'boarding housing funding financing parking lodging training landing schooling'.split(' '),
);

const CLAUSE = new Set(['that', 'it', 'having', 'being', 'what', 'ever', 'doing']);
/** These stand for a clause where no noun comes after them. */
const POINTERS = new Set(['this', 'these', 'those', 'any', 'all']);

/** Whether something is called worthless: "dismissed the affair as absurd", "as 'a distraction'"; people are not. */
function isMadeLight(tokens: readonly Token[], unit: Unit, from: number): boolean {
  let as = from;
  while (as < unit.end && as < from + 12 && tokens[as]!.word !== 'as' && !tokens[as]!.mark) as++;
  if (tokens[as]?.word !== 'as' || as === from || as + 1 >= unit.end) return false;
  const object = tokens[as - 1]!;
  if (RECEIVERS.has(tokens[from]!.word) || object.pos === 'PROPN' || object.speaker) return false;
  for (let j = as + 1; j < unit.end && j < as + 7; j++) {
    const token = tokens[j]!;
    if (token.quotation >= 0 || WORTHLESS.has(token.lemma)) return true;
    if (token.mark || token.pos === 'VERB') return false;
  }
  return false;
}

/** Whether a clause or a quotation follows: "protested that it was closed", not "protested the rent". */
function beginsClause(tokens: readonly Token[], unit: Unit, from: number): boolean {
  const next = tokens[from];
  if (!next || from >= unit.end) return false;
  return next.word === 'that' || next.word === ':' || next.quotation >= 0;
}

/** Whether an allegation, or what stands for one, is called untrue: "called it nonsense", "called the report a lie". */
function callsUntrue(tokens: readonly Token[], unit: Unit, from: number): boolean {
  const object = tokens[from]?.word ?? '';
  let alleged = object === 'it' || object === 'that' || object === 'this';
  let said = false;
  for (let j = from; j < unit.end && j < from + 12; j++) {
    const { lemma, mark, quotation, pos } = tokens[j]!;
    if ((alleged && UNTRUTHS.has(lemma)) || (said && WORTHLESS.has(lemma))) return true;
    if ((mark && quotation < 0) || pos === 'VERB') return false;
    alleged ||= ARGUMENTS.has(lemma);
    said ||= CONTENTIONS.has(lemma);
  }
  return false;
}

/** Whether a court, a vote or a board is the subject, or how many voted so is told. */
function decided(tokens: readonly Token[], unit: Unit, i: number): boolean {
  if (hasSubject(tokens, unit, i, DECIDERS)) return true;
  const { start, flags } = verbGroup(tokens, unit, i);
  // "Voted on Tuesday to reject the plan"
  if (
    flags & INFINITIVE &&
    tokens.slice(Math.max(unit.start, start - 3), start).some(({ lemma }) => lemma === 'vote')
  )
    return true;
  for (let j = i + 1; j + 2 < unit.end && j < i + 10; j++)
    if (tokens[j]!.word === 'by' && tokens.slice(j + 1, j + 4).some(({ lemma }) => lemma === 'vote'))
      return true;
  return false;
}

/** Whether one of these is the subject of the verb at `i`: the council, and not the council's chair. */
export function hasSubject(
  tokens: readonly Token[],
  unit: Unit,
  i: number,
  subjects: ReadonlySet<string>,
): boolean {
  const { start } = verbGroup(tokens, unit, i);
  for (let j = start - 1; j >= unit.start && j > start - 4; j--) {
    const { lemma } = tokens[j]!;
    // At the beginning of a sentence the plural is taken for a name, and kept as it is.
    if ((subjects.has(lemma) || subjects.has(lemma.replace(/s$/, ''))) && tokens[j + 1]!.pos !== 'NOUN')
      return true;
  }
  return false;
}
