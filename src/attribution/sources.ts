import { contains, type Span } from '../text/span.ts';
import { OUTLET_ENDS, OUTLETS } from './outlets.ts';
import { QUOTING } from './relayed.ts';
import type { Run, Tagged, Token } from './tag.ts';

/** Nouns for people of whom nothing more is said: a source that has only these is not named. */
const UNNAMED = new Set(
  `official officer source person people individual insider whistleblower aide adviser advisor staffer operative somebody
  someone investigator lawmaker diplomat critic supporter opponent observer analyst expert ally friend colleague employee
  worker witness resident neighbor voter lawyer member veteran associate confidant donor strategist representative many most
  some others several few one reporter executive leader agent`.split(/\s+/),
);

/**
 * Whether a source is described but not named: "a senior official", "people briefed on the meeting". The name of a
 * body before the noun ("two Treasury officials") names nobody.
 */
export function isAnonymous(tokens: readonly Token[], run: Run): boolean {
  let end = run.start;
  while (end < run.end && !(end > run.start && (tokens[end]!.mark || BREAKS.has(tokens[end]!.word)))) end++;
  while (end > run.start + 1 && !UNNAMED.has(tokens[end - 1]!.lemma) && tokens[end - 1]!.pos === 'VERB')
    end--;
  // "Hollis Pryor, a senior official": the name stands before.
  if (tokens[run.start - 1]?.word === ',' && tokens[run.start - 2]?.pos === 'PROPN') return false;
  const first = tokens[run.start]!;
  if (first.pos === 'PRON' && run.end - run.start === 1) return false;
  const head = tokens[end - 1]!;
  if (!UNNAMED.has(head.lemma) || head.pos === 'PROPN') return false;
  // "The official" points back to somebody who may have a name; the rest of the article decides, and does not here.
  return !tokens
    .slice(end, run.end)
    .some(({ pos, mark }, i) => i < 3 && pos === 'PROPN' && !mark && tokens[end]?.word === ',');
}

const BREAKS = new Set(
  'who which that with from of in at on inside within close familiar near speaking not to for by about'.split(
    ' ',
  ),
);

/** Words by which a sentence says through whom it knows: the outlet follows within a few words. */
const CREDITS = new Set('to told tell tells telling with from via by in on per'.split(' '));

/**
 * The outlet that the article credits for an attribution, outside its content: "told the Daily Courier", "in a
 * statement supplied to CNN", "a report from CNN's correspondent", "during a Fox News interview". Null where the
 * article credits none, and where the outlet itself is the source.
 */
export function outletOf(
  { tokens, text }: Tagged,
  unit: Run,
  source: Run | null,
  content: readonly Span[],
): string | null {
  for (let i = unit.start; i < unit.end; i++) {
    if (!isOutlet(tokens, i)) continue;
    let start = i;
    while (
      start > unit.start &&
      tokens[start - 1]!.pos === 'PROPN' &&
      tokens[start - 1]!.capital &&
      i - start < 4
    )
      start--;
    // "The Hill", "the Times": one word is not a name without its article.
    if (start === i && !OUTLETS.has(tokens[i]!.word) && i > unit.start) start--;
    let end = i + 1;
    while (end < unit.end && isOutlet(tokens, end)) end++;
    const name = { start: tokens[start]!.start, end: tokens[end - 1]!.end };
    if (holds(content, name) || tokens[i]!.quotation >= 0) {
      i = end - 1;
      continue;
    }
    const inSource = source !== null && source.start <= start && end <= source.end;
    if (inSource ? creditedInSource(tokens, source, start) : credited(tokens, unit, start, end))
      return text.slice(name.start, name.end);
    i = end - 1;
  }
  return null;
}

const holds = (spans: readonly Span[], inner: Span): boolean => spans.some((span) => contains(span, inner));

function isOutlet(tokens: readonly Token[], i: number): boolean {
  const { word, pos, capital } = tokens[i]!;
  if (!capital || (pos !== 'PROPN' && pos !== 'NOUN')) return false;
  if (OUTLETS.has(word)) return true;
  if (!OUTLET_ENDS.has(word)) return false;
  const before = tokens[i - 1];
  return before !== undefined && ((before.capital && before.pos === 'PROPN') || before.word === 'the');
}

/** The source is a report or a person of the outlet, not the outlet. */
function creditedInSource(tokens: readonly Token[], source: Run, start: number): boolean {
  for (let j = source.start; j < start; j++) if (CREDITS.has(tokens[j]!.word)) return true;
  return false;
}

function credited(tokens: readonly Token[], unit: Run, start: number, end: number): boolean {
  if (/^(interview|podcast|appearance|broadcast|segment|town)$/.test(tokens[end]?.word ?? '')) return true;
  if (QUOTING.has(tokens[end]?.lemma ?? '')) return true;
  for (let j = start - 1; j >= unit.start && j >= start - 3; j--) {
    const { word, mark } = tokens[j]!;
    if (CREDITS.has(word)) return true;
    if (mark && word !== "'") return false;
  }
  return false;
}
