import { WEEKDAYS } from '../text/calendar.ts';
import { isHead, isNominal } from './clause.ts';
import type { Run, Tagged, Token, Unit } from './tag.ts';

/** What is looked for around a cue: its source, and the parts of its content before and after it. */
export type Role = 'source' | 'left' | 'right';

/** The cue whose surroundings are searched, and what is known of them. */
export interface Place {
  readonly unit: Unit;
  readonly cue: number;
  /** How likely each token of the text is the head of a cue; 0 where it cannot be one. */
  readonly strengths: Float32Array;
  /** Known to have its source after it. */
  readonly inverted?: boolean;
  /** The source, once it has been found. */
  source: Run | null;
}

/** In words: how far behind its cue, or behind a source that follows that, what is said may begin. */
const FARTHEST_START = 20;

/** The tokens at which a span of this role may begin and may end (exclusive). */
export function candidates(
  { tokens }: Pick<Tagged, 'tokens'>,
  { unit, cue, source, inverted }: Place,
  role: Role,
): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  if (role === 'source') {
    const from = inverted ? cue + 1 : Math.max(unit.start, cue - 45);
    const to =
      tokens[cue]!.word === 'according' ? clauseBehind(tokens, unit, cue) : Math.min(unit.end, cue + 40);
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (token.quotation >= 0 || i === cue) continue;
      if (canStartPhrase(tokens, unit, i)) starts.push(i);
      if (i + 1 <= unit.end && endsPhrase(tokens, unit, i, cue)) ends.push(i + 1);
    }
  } else {
    const from = role === 'left' ? unit.start : cue + 1;
    const to = role === 'left' ? cue : unit.end;
    const mid = role === 'right' && source && source.start > cue ? source.end : from;
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (source && i >= source.start && i < source.end) continue;
      if (!token.mark || opensQuotation(tokens, i)) {
        if (role === 'left' ? startsClause(tokens, unit, i) : i - mid < FARTHEST_START) starts.push(i);
      }
      if (!token.mark || closesQuotation(tokens, i))
        if (endsClause(tokens, i, to, cue, source)) ends.push(i + 1);
    }
  }
  return { starts, ends };
}

/** Where the clause begins that follows a phrase such as "according to Merz, a farmer who lost a barn,", or the end of the unit. */
function clauseBehind(tokens: readonly Token[], unit: Run, cue: number): number {
  let comma = -1;
  let relative = false;
  for (let i = cue + 2; i < unit.end; i++) {
    const { word, pos } = tokens[i]!;
    if (word === ',') {
      comma = i;
      relative = false;
    } else if (RELATIVE.has(word)) relative = true;
    else if (!relative && comma > 0 && (pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing|n)$/.test(word))))
      return comma;
  }
  return unit.end;
}

const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom']);

function canStartPhrase(tokens: readonly Token[], unit: Run, i: number): boolean {
  const { pos, word } = tokens[i]!;
  if (isNominal(tokens[i]!) && pos !== 'PART') return startsPhrase(tokens, unit, i);
  // A word tagged as a verb may be part of a name or describe one: "hacking specialists", "Will Strong".
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    (pos === 'VERB' || pos === 'AUX' || pos === 'ADV' || word === '$') &&
    isNominal(next)
  );
}

function startsPhrase(tokens: readonly Token[], unit: Run, i: number): boolean {
  if (i === unit.start) return true;
  const before = tokens[i - 1]!;
  if (before.mark || !isNominal(before)) return true;
  return (
    tokens[i]!.pos === 'DET' ||
    tokens[i]!.pos === 'PRON' ||
    before.pos === 'PRON' ||
    before.word === "'s" ||
    (before.pos === 'NOUN' && tokens[i]!.pos !== 'NOUN')
  );
}

function endsPhrase(tokens: readonly Token[], unit: Run, i: number, cue: number): boolean {
  if (i + 1 === unit.end || i + 1 === cue) return true;
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (next.mark || token.word === ')') return true;
  if (isHead(token))
    return (
      !isNominal(next) ||
      next.pos === 'PRON' ||
      next.pos === 'PART' ||
      next.pos === 'DET' ||
      token.pos === 'PRON' ||
      token.pos === 'PROPN'
    );
  return next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV';
}

function startsClause(tokens: readonly Token[], unit: Run, i: number): boolean {
  if (i === unit.start) return true;
  const before = tokens[i - 1]!;
  if (before.mark) return true;
  const { pos } = tokens[i]!;
  return (
    pos === 'SCONJ' ||
    pos === 'DET' ||
    pos === 'PRON' ||
    (isNominal(tokens[i]!) && !isNominal(before)) ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ'
  );
}

function endsClause(
  tokens: readonly Token[],
  i: number,
  to: number,
  cue: number,
  source: Run | null,
): boolean {
  if (i + 1 >= to || i + 1 === cue || (source && i + 1 === source.start)) return true;
  const next = tokens[i + 1]!;
  if (next.mark) return true;
  switch (next.pos) {
    case 'ADP':
    case 'SCONJ':
    case 'CCONJ':
    case 'ADV':
    case 'PART':
    case 'VERB':
    case 'AUX':
    case 'PRON':
    case 'DET':
      return true;
    case 'PROPN':
      return isDay(next);
    default:
      return tokens[i]!.quotation !== next.quotation;
  }
}

/** Whether a quotation begins with the token at `i`. */
export const opensQuotation = (tokens: readonly Token[], i: number) =>
  tokens[i]!.quotation >= 0 && (i === 0 || tokens[i - 1]!.quotation !== tokens[i]!.quotation);
/** Whether a quotation ends with the token at `i`. */
export const closesQuotation = (tokens: readonly Token[], i: number) =>
  tokens[i]!.quotation >= 0 && (i + 1 === tokens.length || tokens[i + 1]!.quotation !== tokens[i]!.quotation);

/** Whether `token` may end what names somebody: a noun for a speaker, or a name that is no day's. */
export const endsSomebody = ({ speaker, pos, word, capital }: Token): boolean =>
  speaker || (pos === 'PROPN' && capital && !DAYS.has(word));

/** Whether `token` tells the day: "Monday", "yesterday". */
export const isDay = ({ word }: Token): boolean => DAYS.has(word);

const DAYS: ReadonlySet<string> = new Set([...WEEKDAYS, 'yesterday', 'today', 'tonight']);
