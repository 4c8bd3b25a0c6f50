import type { Kind } from './attribution.ts';
import { verbGroup } from './clause.ts';
import { CONTENTIONS } from './denials.ts';
import { denying } from './denying.ts';
import type { Proposal } from './proposal.ts';
import type { Run, Tagged, Token, Unit } from './tag.ts';

/** The kind of what is proposed, with its source and content as they are reported. */
export function kindOf(
  tagged: Tagged,
  proposal: Pick<Proposal, 'unit' | 'cue'>,
  source: Run | null,
  content: readonly Run[],
): Kind {
  const { unit, cue } = proposal;
  const { tokens } = tagged;
  const row = denying(tagged, unit, cue);
  if (row) return row.kind;
  if (
    saysUntrue(tokens, content) ||
    clearsSelf(tokens, cue, source, content) ||
    (negates(tokens, content) && followsDenial(tagged, unit))
  )
    return 'denial';
  if (keepsSilent(tokens, content)) return 'no-comment';
  if (content.some((run) => isQuoted(tokens, run))) return 'quote';
  return CLAIMS.has(tokens[cue]!.lemma) || CLAIMS.has(tokens[cue]!.word) || hedged(tokens, unit, cue)
    ? 'claim'
    : 'statement';
}

/**
 * Whether what is said begins by calling something untrue: "there is no truth to the report", "it is categorically false", "the claims
 * were baseless", "the suit is without merit".
 */
function saysUntrue(tokens: readonly Token[], [first]: readonly Run[]): boolean {
  if (!first) return false;
  const opening = tokens[first.start]!;
  const points = POINTS.has(tokens[first.start + (opening.mark ? 1 : 0)]!.word);
  // Unless it is quoted, what begins with *that* may be about anything: "found that is untrue".
  let alleged = points && (opening.word !== 'that' || opening.quotation >= 0);
  for (let i = first.start; i + 1 < Math.min(first.end, first.start + 8); i++) {
    const { word, lemma, pos } = tokens[i]!;
    const next = tokens[i + 1]!;
    if (word === 'no' && next.word === 'truth' && /^(to|in)$/.test(tokens[i + 2]?.word ?? '')) return true;
    if (word === 'not' && next.word === 'true' && i < first.start + 5 && (points || alleged)) return true;
    if (word === 'without' && UNFOUNDED.has(next.word)) return true;
    if (word === 'never' && next.word === 'happened') return true;
    const asserted = pos === 'AUX' || (word === 'categorically' && tokens[i - 1]?.pos === 'AUX');
    if (asserted && alleged && UNTRUE.has(next.word)) return true;
    alleged ||= CONTENTIONS.has(lemma);
  }
  return false;
}

const UNFOUNDED = new Set(['merit', 'foundation', 'basis']);
const UNTRUE = new Set(['false', 'untrue', 'baseless', 'unfounded', 'groundless']);
const POINTS = new Set(['it', 'that', 'this']);

/**
 * Whether somebody says of themselves that they did no wrong: "she had nothing to do with the fire", "he is innocent"; or insists that
 * they never did something.
 */
function clearsSelf(
  tokens: readonly Token[],
  cue: number,
  source: Run | null,
  [first]: readonly Run[],
): boolean {
  if (!first || !source) return false;
  let at = first.start;
  while (at < first.end && (tokens[at]!.mark || tokens[at]!.word === 'that')) at++;
  if (at === first.end || !mayBeSelf(tokens[at]!, tokens[source.end - 1]!)) return false;
  const end = Math.min(first.end, at + 5);
  for (let i = at + 1; i < end && !tokens[i]!.mark && tokens[i]!.pos !== 'CCONJ'; i++) {
    const { word } = tokens[i]!;
    const behind = tokens.slice(i + 1, Math.min(first.end, i + 4));
    if (word === 'innocent' || (word === 'never' && INSISTING.has(tokens[cue]!.lemma))) return true;
    if (word === 'nothing' && behind[0]?.word === 'to' && behind[1]?.word === 'do') return true;
    if (word === 'no' ? BEARING.has(tokens[i - 1]!.lemma) : NOT.has(word))
      return behind.some(({ lemma }) => GUILT.has(lemma));
  }
  return false;
}

/** Whether a pronoun may stand for who speaks: not "she" where "he" or "voters" said it. */
function mayBeSelf({ word }: Token, { word: speaker, pos, lemma }: Token): boolean {
  if (word === 'i' || word === 'we') return true;
  if (pos === 'PRON' && speaker !== 'who') return word === speaker;
  const isMany = pos === 'NOUN' && (speaker !== lemma || speaker === 'percent');
  return word === 'they' || (SELVES.has(word) && !isMany);
}

const SELVES = new Set(['he', 'she', 'it']);
const INSISTING = new Set(['insist', 'maintain', 'swear']);
const NOT = new Set(['not', "n't", 'never', 'nothing', 'neither']);
const BEARING = new Set(['have', 'play', 'take', 'bear']);
const GUILT = new Set(
  'wrong improper illegal unlawful guilty involved involve responsible responsibility wrongdoing involvement knowledge role part hand'.split(
    ' ',
  ),
);

/** Whether all that is said is "No comment", or somebody says that they would not. */
function keepsSilent(tokens: readonly Token[], content: readonly Run[]): boolean {
  const [first] = content;
  if (first && isOwnSilence(tokens, first)) return true;
  const words: string[] = [];
  for (const { start, end } of content)
    for (let i = start; i < end && words.length < 3; i++) if (!tokens[i]!.mark) words.push(tokens[i]!.word);
  return words.length === 2 && words[0] === 'no' && words[1] === 'comment';
}

/** Whether a clause begins with who does not comment, or has none: "it does not comment on lawsuits". */
function isOwnSilence(tokens: readonly Token[], { start, end }: Run): boolean {
  const at = tokens[start]!.mark || tokens[start]!.word === 'that' ? start + 1 : start;
  if (tokens[at]?.pos !== 'PRON') return false;
  for (let i = at + 1; i < Math.min(end, at + 5); i++)
    if (tokens[i]!.word === 'comment')
      return SILENCES.has(tokens[i - 1]!.word) || NOT.has(tokens[i - 2]!.word);
  return false;
}

const SILENCES = new Set(['not', "n't", 'no', 'never']);
/** Whether what is said begins by saying that something never was: "At no time has …", "That is false". */
function negates(tokens: readonly Token[], content: readonly Run[]): boolean {
  const [first] = content;
  if (!first) return false;
  for (let i = first.start; i < Math.min(first.end, first.start + 8); i++) {
    const { word } = tokens[i]!;
    if (NEGATIVE.has(word) || (word === 'no' && i < first.start + 4)) return true;
  }
  return false;
}

const NEGATIVE = new Set([
  'never',
  'nobody',
  'nothing',
  'none',
  'neither',
  'false',
  'untrue',
  'nonsense',
  'absolutely',
]);

/** Whether the sentence before, or the one with the cue, has called it a denial. */
function followsDenial(tagged: Tagged, unit: Unit): boolean {
  const at = tagged.units.indexOf(unit);
  return tagged.units.slice(Math.max(0, at - 1), at).some((before) => {
    for (let i = before.start; i < before.end; i++) {
      if (tagged.tokens[i]!.quotation < 0 && denying(tagged, before, i)?.kind === 'denial') return true;
    }
    return false;
  });
}

const CLAIMS = new Set(
  'claim allege allegation accuse accusation according report reportedly allegedly purportedly supposedly insist contend maintain assert assertion contention charge rumor purport insinuate suggest per'.split(
    ' ',
  ),
);
/** Words by which a report keeps its distance. */
export const HEDGES: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);

function hedged(tokens: readonly Token[], unit: Unit, cue: number): boolean {
  const { start } = verbGroup(tokens, unit, cue);
  for (let i = start; i < cue; i++) if (HEDGES.has(tokens[i]!.word)) return true;
  return false;
}

/** A quotation of its own: it opens the run, or fills most of it. */
function isQuoted(tokens: readonly Token[], { start, end }: Run): boolean {
  if (tokens[start]!.quotation >= 0) return true;
  let inside = 0;
  for (let i = start; i < end; i++) if (tokens[i]!.quotation >= 0) inside++;
  return inside * 2 > end - start;
}
