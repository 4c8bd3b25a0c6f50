import { isNominal } from './clause.ts';
import type { Run, Tagged, Token, Unit } from './tag.ts';

/** Words with the name of whoever said or wrote them behind them. */
export interface Signature {
  readonly unit: Unit;
  /** The dash before the name, or null. */
  readonly dash: number | null;
  readonly name: Run;
  readonly content: Run;
}

/**
 * The signed words of a text: “The barn is gone.” — Oda Merz, with the dash on the same line or on the next; posts that are pasted
 * with the account they come from: The barn is gone! — Oda Merz (@odamerz) May 4, 2018; without a dash, “The barn is gone.”
 * Oda Merz, Elm Courier; and headlines that say who says so: Barn fire was no accident – police.
 */
export function signatures(tagged: Tagged): Signature[] {
  const { tokens, units } = tagged;
  const found: Signature[] = [];
  let line = 0;
  let lineBefore = -1;
  units.forEach((unit, u) => {
    if (unit.paragraph !== units[line]!.paragraph) {
      lineBefore = line;
      line = u;
    }
    const undersigned = underQuotation(tagged, u);
    if (undersigned) found.push(undersigned);
    for (let dash = unit.start; dash + 1 < unit.end; dash++) {
      const { mark, word, quotation } = tokens[dash]!;
      if (!mark || quotation >= 0 || !DASHES.has(word)) continue;
      const name = nameAt(tokens, dash + 1, unit.end);
      if (!name) {
        if (endsHeadline(tagged, u, dash))
          found.push({
            unit,
            dash,
            name: { start: dash + 1, end: unit.end },
            content: { start: unit.start, end: dash },
          });
        continue;
      }
      const content = isAccount(tokens, name.end, unit.end)
        ? postBefore(tagged, dash > units[line]!.start ? line : lineBefore, dash)
        : quotationBefore(tagged, u, dash);
      if (content) found.push({ unit, dash, name, content });
      return;
    }
  });
  return found;
}

const DASHES = new Set(['—', '–', '-', '--']);

/** In tokens: a name with what is said of its owner, and the shortest quotation that is signed. */
const LONGEST_NAME = 14;
const SHORTEST_QUOTATION = 5;

/** Whether a line is a headline of several words, and what stands behind its dash only says who speaks: "– police". */
function endsHeadline({ tokens, units }: Tagged, u: number, dash: number): boolean {
  const { start, end, paragraph } = units[u]!;
  if (units[u - 1]?.paragraph === paragraph || units[u + 1]?.paragraph === paragraph) return false;
  if (dash - start < SHORTEST_HEADLINE || end - start > LONGEST_HEADLINE || end - dash > LONGEST_SIGNER)
    return false;
  // Not the hyphen of a word.
  if (tokens[dash - 1]!.end === tokens[dash]!.start || tokens[dash]!.end === tokens[dash + 1]!.start)
    return false;
  for (let i = dash + 1; i < end; i++)
    if (!isNominal(tokens[i]!) || tokens[i]!.word === 'video') return false;
  return tokens[end - 1]!.speaker;
}

/** In tokens. */
const SHORTEST_HEADLINE = 4;
const LONGEST_HEADLINE = 24;

/**
 * The unit as the name below, or behind, a quotation that fills the unit before it: with what it is of behind a comma, and not a
 * heading or the beginning of a sentence.
 */
function underQuotation(tagged: Tagged, u: number): Signature | null {
  const { tokens, units } = tagged;
  const unit = units[u]!;
  const before = units[u - 1];
  if (!before?.quoted || units[u + 1]?.paragraph === unit.paragraph || unit.paragraph - before.paragraph > 1)
    return null;
  const name = nameAt(tokens, unit.start, unit.end);
  if (!name || name.end < unit.end - 1 || before.end - before.start < SHORTEST_UNDERSIGNED) return null;
  let comma = name.start;
  while (comma < name.end && tokens[comma]!.word !== ',') comma++;
  const isName =
    comma < name.end &&
    comma - name.start <= LONGEST_SIGNER &&
    (comma - name.start > 1 || tokens[comma + 1]!.capital);
  for (let i = name.start; isName && i < comma; i++)
    if (!tokens[i]!.capital || tokens[i]!.pos !== 'PROPN') return null;
  return isName ? { unit, dash: null, name, content: { start: before.start, end: before.end } } : null;
}

/** In tokens: a name alone, and the shortest quotation that is signed without a dash. */
const LONGEST_SIGNER = 5;
const SHORTEST_UNDERSIGNED = 8;

/** A name from `start` with nothing behind it but who its owner is, without what stands in brackets. */
function nameAt(tokens: readonly Token[], start: number, end: number): Run | null {
  if (end - start > LONGEST_NAME || tokens[start]!.pos !== 'PROPN' || !tokens[start]!.capital) return null;
  let stop = start;
  while (stop < end && tokens[stop]!.word !== '(') stop++;
  for (let i = start; i < stop; i++) {
    const { pos, quotation, word } = tokens[i]!;
    if (pos === 'VERB' || pos === 'AUX' || quotation >= 0 || word === ':' || word === '?') return null;
  }
  while (tokens[stop - 1]!.mark) stop--;
  return { start, end: stop };
}

/** Whether the name of an account stands in brackets here: "(@odamerz)". */
function isAccount(tokens: readonly Token[], at: number, end: number): boolean {
  return at + 1 < end && tokens[at]!.word === '(' && tokens[at + 1]!.word.startsWith('@');
}

/** The quotation that fills the unit up to the dash, or the unit before. */
function quotationBefore({ tokens, units }: Tagged, u: number, dash: number): Run | null {
  const unit = units[u]!;
  const before = dash > unit.start ? unit : units[u - 1];
  if (!before || unit.paragraph - before.paragraph > 1) return null;
  const content = { start: before.start, end: Math.min(before.end, dash) };
  if (content.end - content.start < SHORTEST_QUOTATION) return null;
  for (let i = content.start; i < content.end; i++) if (tokens[i]!.quotation < 0) return null;
  return content;
}

/** What stands in the line that begins with a unit, up to the dash. */
function postBefore({ units }: Tagged, first: number, dash: number): Run | null {
  if (first < 0) return null;
  const { start, paragraph } = units[first]!;
  let last = first;
  while (units[last + 1]?.paragraph === paragraph && units[last + 1]!.start < dash) last++;
  return { start, end: Math.min(units[last]!.end, dash) };
}
