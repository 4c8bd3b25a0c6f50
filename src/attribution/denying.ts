import { memoise } from '../text/memoise.ts';
import { INFINITIVE, isNominal, MODAL, NEGATED, PASSIVE, PERFECT, verbGroup } from './clause.ts';
import { ARGUMENTS, DENIALS, type Denying, SPEECHLESS } from './denials.ts';
import { governs, hasSubject, isOfArgument } from './governed.ts';
import type { Run, Tagged, Token, Unit } from './tag.ts';
import { WordSet } from './word-set.ts';

const BY_LEMMA = new Map<string, Denying[]>();
for (const row of DENIALS) BY_LEMMA.set(row.lemma, [...(BY_LEMMA.get(row.lemma) ?? []), row]);

/** The row of the table by which the token at `i` denies, disputes or does not comment, or null. */
export function denying({ tokens }: Tagged, unit: Unit, i: number): Denying | null {
  const { lemmaId, wordId } = tokens[i]!;
  return MAY_DENY.mayHold(lemmaId) || MAY_DENY.mayHold(wordId) ? rowFor(tokens, unit, i) : null;
}

function rowFor(tokens: readonly Token[], unit: Unit, i: number): Denying | null {
  const { lemma, word } = tokens[i]!;
  // A verb taken for an adjective or a noun keeps its ending.
  const rows = BY_LEMMA.get(lemma) ?? rowsWithoutEnding(word);
  if (!rows) return null;
  const { start, flags } = verbGroup(tokens, unit, i);
  // Who neither confirms nor denies does not deny.
  if (isAfterConfirming(tokens, unit, start) || isOpen(tokens, unit, start)) return null;
  if (start === i && isQuality(tokens, i)) return null;
  // Who "not only brushed off the rumors" brushed them off; who "did not explicitly say so" said something else.
  const group = tokens.slice(start, i);
  if (group.some((token) => token.word === 'explicitly' || token.word === 'exactly')) return null;
  const negative =
    ((flags & NEGATED) !== 0 && !group.some((token) => token.word === 'only')) ||
    group.some((token) => token.word === 'neither') ||
    isLeftUndone(tokens, i) ||
    isNobody(tokens, unit, start);
  return (
    rows.find((row) => negative === (row.negated ?? false) && isUsedAs(tokens, unit, i, row, flags)) ?? null
  );
}

/** Whether a verb behind "to" is of what was not done: "has yet to respond", "had nothing to say", "was unwilling to discuss", "preferred not to say". */
function isLeftUndone(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.word !== 'to') return false;
  const before = tokens[i - 2]?.word;
  return (
    LEAVING.has(before ?? '') || (before === 'not' && (tokens[i - 3]?.word.startsWith('prefer') ?? false))
  );
}

const LEAVING = new Set(['yet', 'nothing', 'unwilling', 'reluctant']);

/** Whether the verb group at `start` is the second half of "confirm or deny". */
function isAfterConfirming(tokens: readonly Token[], unit: Unit, start: number): boolean {
  if (start - 2 < unit.start) return false;
  return /^n?or$/.test(tokens[start - 1]!.word) && tokens[start - 2]!.lemma === 'confirm';
}

/** Whether it is left open: "would not say whether she agrees or disagrees with it", "if the mayor denies it". */
function isOpen(tokens: readonly Token[], unit: Unit, start: number): boolean {
  for (let j = start - 1; j >= unit.start && j > start - LONGEST_SUBJECT; j--) {
    if (OPENING.has(tokens[j]!)) return true;
    if (tokens[j]!.mark || GOING_ON.has(tokens[j]!)) return false;
  }
  return false;
}

const OPENING = new WordSet(['whether', 'if']);
const GOING_ON = new WordSet(['and', 'but']);

/** Whether a participle tells what something is like: "the disputed figures". */
function isQuality(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (!before || !after || !tokens[i]!.word.endsWith('ed')) return false;
  return ARTICLES.has(before) && isNominal(after);
}

const ARTICLES = new WordSet(['the', 'a', 'an', 'its', 'their', 'his', 'her']);

/** Whether it is said of nobody: "neither the mayor nor the police would comment", "no one denied it". */
function isNobody(tokens: readonly Token[], unit: Unit, start: number): boolean {
  for (let j = start - 1; j >= unit.start && j > start - LONGEST_SUBJECT; j--) {
    const token = tokens[j]!;
    if (NOBODY.has(token)) return true;
    if (!isNominal(token) && !JOINING.has(token)) return false;
  }
  return false;
}

/** In tokens. */
const LONGEST_SUBJECT = 14;
const NOBODY = new WordSet(['neither', 'nobody', 'none', 'no']);
const JOINING = new WordSet(['of', 'from', 'at', 'for', 'in', 'nor', 'or', 'and']);

/** A verb whose past is taken for a noun: "shot down rumors". */
const PASTS: ReadonlyMap<string, string> = new Map([['shot', 'shoot']]);

/** The words of the table, with an ending or without. */
const MAY_DENY = new WordSet([
  ...[...BY_LEMMA.keys()].flatMap((lemma) => [lemma, `${lemma}s`, `${lemma}ed`]),
  ...PASTS.keys(),
]);

const rowsWithoutEnding = memoise(
  (word: string) => BY_LEMMA.get(PASTS.get(word) ?? withoutEnding(word)) ?? null,
);

function withoutEnding(word: string): string {
  if (word.endsWith('s')) return word.slice(0, -1);
  return word.endsWith('ed') && word.length > 2 && word.at(-3) !== 'e' ? word.slice(0, -2) : word;
}

/** The same where it is told as done: not "to counter", not "while downplaying", but "tried to play down". */
export function deniesOutright(tagged: Tagged, unit: Unit, i: number): Denying | null {
  const { tokens } = tagged;
  if (tokens[i]!.word.endsWith('ing')) return null;
  const row = denying(tagged, unit, i);
  if (!row) return null;
  const { start, flags } = verbGroup(tokens, unit, i);
  return flags & INFINITIVE && !(start > unit.start && DOING.has(tokens[start - 1]!.lemma)) ? null : row;
}

/** Who does this to deny denies. */
const DOING = new Set('try seek attempt continue move go rush hasten begin start quick'.split(' '));

/**
 * Where that begins which the word at `i` says is not so or not right, if it is told and can be nothing else: "talk of a rift" in
 * "laughed off talk of a rift"; else -1.
 */
export function startOfDenied(tagged: Tagged, unit: Unit, i: number): number {
  const row = deniesOutright(tagged, unit, i);
  if (!row || row.noun || UNNAMED.has(row.object)) return -1;
  const { tokens } = tagged;
  const from = behind(tokens, unit, i, row);
  let start = from;
  // "Pushed back hard on the charge"
  if (row.particle && tokens[start]?.pos === 'ADJ' && tokens[start + 1]?.pos === 'ADP') start++;
  if (tokens[start]?.pos === 'ADP') start++;
  const isNamed = (row.object !== 'anything' && row.object !== 'retort') || isOfArgument(tokens, unit, start);
  return isNamed && !row.negated ? start : -1;
}

/** What is governed thus may be anything, or is no more than that nothing is said. */
const UNNAMED: ReadonlySet<Denying['object']> = new Set(['reply', 'request', 'telling', 'comment']);

/** Whether somebody is the subject of the word of denying at `i`, or of the verbs before it; not "she said he laughed it off". */
export function isSubjectOf({ tokens }: Tagged, unit: Unit, subject: Run, i: number): boolean {
  const { start } = verbGroup(tokens, unit, i);
  const between = tokens.slice(subject.end, start);
  const last = between.at(-1);
  return !last || last.pos === 'CCONJ' || last.mark || !between.some(isOtherVerb);
}

const isOtherVerb = ({ pos, lemma }: Token): boolean =>
  (pos === 'VERB' || pos === 'AUX') && !DOING.has(lemma);

/** Whether the word at `i` tells that somebody would not say something. */
export function keepsBack(tagged: Tagged, unit: Unit, i: number): boolean {
  const row = deniesOutright(tagged, unit, i);
  return (
    row?.kind === 'no-comment' &&
    row.object !== 'request' &&
    (row.negated === true || row.object !== 'anything')
  );
}

/** Whether the word is one of withholding or dismissing here: "denied entry", "declined by 3 percent". */
export function withholds(tagged: Tagged, unit: Unit, i: number): boolean {
  const { lemma } = tagged.tokens[i]!;
  if (!WITHHOLDING.has(lemma) || verbGroup(tagged.tokens, unit, i).flags & NEGATED) return false;
  return denying(tagged, unit, i) === null;
}

const WITHHOLDING = new Set(['deny', 'denial', 'dismiss', 'decline']);

/**
 * Whether the word is used as a row of the table has it: as that part of speech, of something that was done, and governing what the
 * row demands.
 */
function isUsedAs(tokens: readonly Token[], unit: Unit, i: number, row: Denying, flags: number): boolean {
  if (!row.noun && row.particle === undefined && isNoun(tokens, unit, i)) return false;
  const next = behind(tokens, unit, i, row);
  if (next < 0) return false;
  // "Was denied": by somebody or not, something was withheld, or it is not told who denies.
  if (
    flags & PASSIVE &&
    row.object !== 'request' &&
    tokens[i]!.pos === 'VERB' &&
    tokens[i]!.word.endsWith('ed')
  )
    return false;
  // "I can't say", "one should not comment" keep nothing back; nor does what a book or a company never does.
  if (row.negated && (flags & MODAL) !== 0 && !willing(tokens, unit, i, row)) return false;
  if (row.negated && hasSubject(tokens, unit, i, SPEECHLESS)) return false;
  if (row.negated && row.object === 'anything' && !isUnanswered(row, flags) && habitual(tokens, unit, i))
    return false;
  return governs(tokens, unit, i, next, row);
}

/**
 * Where what the word governs begins: behind it and the words that its row demands, or right behind it where an argument stands
 * between them, "called the finding into question"; -1 where those do not follow.
 */
function behind(tokens: readonly Token[], unit: Unit, i: number, row: Denying): number {
  const phrases = PARTICLES.get(row);
  if (!phrases) return i + 1;
  for (let at = i + 1; at < Math.min(i + LONGEST_OBJECT, unit.end); at++) {
    const found = phrases.find((words) => words.every((word, k) => tokens[at + k]?.word === word));
    if (found) {
      if (at === i + 1 || (at === i + 2 && tokens[i + 1]!.pos === 'ADJ')) return at + found.length;
      return ARGUMENTS.has(tokens[at - 1]!.lemma) ? i + 1 : -1;
    }
    if (!isNominal(tokens[at]!)) return -1;
  }
  return -1;
}

/** In tokens. */
const LONGEST_OBJECT = 7;

const PARTICLES: ReadonlyMap<Denying, readonly (readonly string[])[]> = new Map(
  DENIALS.flatMap((row) =>
    row.particle === undefined ? [] : [[row, row.particle.split('|').map((words) => words.split(' '))]],
  ),
);

/** Whether the modal before the verb is one of will: "would not say"; that somebody "could not comment" is no comment either. */
function willing(tokens: readonly Token[], unit: Unit, i: number, { lemma }: Denying): boolean {
  const { start } = verbGroup(tokens, unit, i);
  return tokens
    .slice(start, i)
    .some(
      ({ word }) =>
        WILL.has(word) || (lemma === 'comment' && (word === 'could' || word === 'can' || word === 'ca')),
    );
}

const WILL = new Set(['would', 'will', 'wo']);

/** Whether a word that may be a verb is a noun or a name here: "a counter", "in dispute", "their objects". */
function isNoun(tokens: readonly Token[], unit: Unit, i: number): boolean {
  const { pos, word } = tokens[i]!;
  if (pos === 'PROPN' || pos === 'ADV') return true;
  if (pos !== 'NOUN' && pos !== 'ADJ') return false;
  if (pos === 'ADJ' && /(ed|ing)$/.test(word)) return false;
  const before = i > unit.start ? tokens[i - 1]! : null;
  return before !== null && NOUN_AFTER.has(before.pos);
}

const NOUN_AFTER = new Set(['DET', 'ADJ', 'ADP', 'NUM', 'NOUN', 'PROPN', 'PART']);

/** Whether somebody has kept back words so far: "has not commented"; "has not said when" may only tell that it is not settled. */
const isUnanswered = ({ lemma }: Denying, flags: number): boolean =>
  lemma === 'comment' && (flags & PERFECT) !== 0;

/** Whether the verb tells of a habit or a lack: "do not disclose", "not yet saying". */
function habitual(tokens: readonly Token[], unit: Unit, i: number): boolean {
  if (isLeftUndone(tokens, i)) return false;
  const { start } = verbGroup(tokens, unit, i);
  return !tokens.slice(Math.max(unit.start, start - 1), i).some(({ word }) => EVENTS.has(word));
}

const EVENTS = new Set(['did', 'would', 'could', 'will', 'wo', 'neither']);
