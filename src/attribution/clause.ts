import type { Run, Token } from './tag.ts';

/** What stands around a verb, found without a parser. */
export interface VerbGroup extends Run {
  /** How the verb is used, by the auxiliaries before it: `NEGATED` and its like, one bit each. */
  readonly flags: number;
}

export const NEGATED = 1;
/** A form of *be*: passive or progressive. */
export const PASSIVE = 2;
export const PERFECT = 4;
export const MODAL = 8;
const SUPPORTED = 16;
export const INFINITIVE = 32;

const FLAGS: ReadonlyMap<string, number> = new Map(
  (
    [
      [NEGATED, "not n't never"],
      [PASSIVE, "be is are was were been being 's 're 'm"],
      [PERFECT, "have has had having 've"],
      [MODAL, "will would can could may might must should shall 'd 'll wo ca"],
      [SUPPORTED, 'do does did'],
      [INFINITIVE, 'to'],
    ] as const
  ).flatMap(([flag, words]) => words.split(' ').map((word) => [word, flag])),
);

/** The auxiliaries and adverbs before the verb at `i`, and the verb. */
export function verbGroup(tokens: readonly Token[], unit: Run, i: number): VerbGroup {
  let start = i;
  let flags = 0;
  while (start > unit.start) {
    const { pos, word } = tokens[start - 1]!;
    if (pos !== 'AUX' && pos !== 'ADV' && !(pos === 'PART' && word !== "'s" && word !== "'")) break;
    flags |= FLAGS.get(word) ?? 0;
    start--;
  }
  return { start, end: i + 1, flags };
}

/** Whether `token` can be part of a noun phrase. */
export function isNominal(token: Token): boolean {
  switch (token.pos) {
    case 'NOUN':
    case 'PROPN':
    case 'PRON':
    case 'DET':
    case 'ADJ':
    case 'NUM':
      return true;
    case 'PART':
      return token.word === "'s" || token.word === "'";
    default:
      return false;
  }
}

/** Whether `token` may be the verb by which a clause is one. */
export const mayBeFinite = ({ pos, word }: Token): boolean =>
  pos === 'AUX' || (pos === 'VERB' && !word.endsWith('ing'));

/** Whether `token` can end a noun phrase. */
export function isHead({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'DET';
}

/** In tokens, from the phrase back to *who*. */
const LONGEST_CLAUSE = 8;

/**
 * Where the noun phrase begins that ends with the phrase at `start`, if that is only the object in a clause about another:
 * the five officials in "five officials who spoke with the Herald"; else `start`.
 */
export function headStart(tokens: readonly Token[], unit: Run, start: number): number {
  let who = start - 1;
  let verbs = 0;
  while (who > unit.start && who >= start - LONGEST_CLAUSE && tokens[who]!.word !== 'who') {
    const { pos, mark } = tokens[who]!;
    if (mark || pos === 'PRON' || pos === 'SCONJ' || pos === 'CCONJ') return start;
    if (pos === 'VERB') verbs++;
    who--;
  }
  if (verbs !== 1 || tokens[who]!.word !== 'who') return start;
  let head = who;
  while (head > unit.start && isNominal(tokens[head - 1]!) && tokens[head - 1]!.pos !== 'PRON') head--;
  return head === who ? start : head;
}

/** In tokens. */
const LONGEST_NAME = 4;

/**
 * Where a name begins to which the phrase at `start` belongs behind a comma: as an apposition at the beginning of its clause, Merz in
 * "“…,” Oda Merz, a spokeswoman for the town said", or as "Jr."; else `start`.
 */
export function nameStart(tokens: readonly Token[], unit: Run, start: number): number {
  const isSuffix = SUFFIXES.has(tokens[start]!.word);
  if (!isSuffix && !ARTICLES.has(tokens[start]!.word)) return start;
  if (start - 2 < unit.start || tokens[start - 1]!.word !== ',') return start;
  let head = start;
  while (head + 1 < unit.end && isNominal(tokens[head + 1]!)) head++;
  // "Still, the White House said": a name by itself.
  if (!isSuffix && tokens[head]!.pos === 'PROPN') return start;
  let name = start - 1;
  while (name > unit.start && isName(tokens[name - 1]!)) name--;
  const length = start - 1 - name;
  if (length === 0 || length > LONGEST_NAME) return start;
  const before = tokens[name - 1];
  // Behind a comma it is one of a list, or a place in another: "Merz, Ashby, a baker", "Ellery, Maine, a baker".
  const opens = name === unit.start || (before!.mark && tokens[name - 2]?.pos === 'ADV');
  // One word may be what is said: "Good, a friend said."
  const begins = isSuffix || (before?.mark && before.quotation >= 0) || (opens && length > 1);
  return begins ? name : start;
}

const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.']);

const ARTICLES = new Set(['a', 'an', 'the']);
const isName = ({ pos, capital, mark, quotation }: Token) =>
  pos === 'PROPN' && capital && !mark && quotation < 0;
