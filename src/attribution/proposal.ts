import { INFINITIVE, isNominal, MODAL, NEGATED, PASSIVE, verbGroup } from './clause.ts';
import type { Ranked } from './rank.ts';
import type { Run, Token, Unit } from './tag.ts';

/** A cue with the most likely spans around it, not yet judged. All in token indexes. */
export interface Proposal {
  readonly unit: Unit;
  readonly cue: number;
  /** Probabilities of the cue: nothing, a belief or the like, a statement. */
  readonly cueProbabilities: readonly number[];
  source: Ranked;
  left: Ranked;
  right: Ranked;
  /** Parts of the content in the units after the cue's. */
  readonly later: Run[];
  /**
   * What it is known by where no word tells it: that the words are signed, that somebody is introduced whose words then stand alone,
   * or that somebody would not speak and it is not told of what. Its cue is the dash before a signature and the "not" of what was not
   * done; where there is none, the first of its words stands for it.
   */
  readonly form: 'signed' | 'introduced' | 'silent' | null;
}

/** The parts of the content of a proposal, in order. */
export function contentOf({ left, right, later }: Proposal): Run[] {
  const content: Run[] = [];
  if (left.run) content.push(left.run);
  if (right.run) content.push(right.run);
  content.push(...later);
  return content;
}

/** The same with another run, which nothing rivals, or itself. */
export const withRun = (ranked: Ranked, run: Run | null): Ranked =>
  run === ranked.run ? ranked : { run, probability: ranked.probability, near: ranked.near, rivals: [] };

/** A run known for certain, as if it had been ranked. */
export const sure = (run: Run | null): Ranked => ({ run, probability: 1, near: 1, rivals: [] });

/**
 * Whether the word at `i` may report what is in quotation marks beside it: “…,” as Merz put it; “…” reads the sign; in the words of
 * Merz, “…”; “…,” fumed Merz; “…,” the study found.
 */
export function mayPut(tokens: readonly Token[], i: number): boolean {
  const { lemma, pos, word } = tokens[i]!;
  if (lemma === 'put') return tokens[i + 1]?.word === 'it';
  if (word === 'words') return tokens[i + 1]?.word === 'of' && tokens[i - 2]?.word === 'in';
  return pos === 'VERB' && (lemma === 'read' || isBehindWords(tokens, subjectStart(tokens, i)));
}

/**
 * Whether the verb at `i` puts what somebody thinks in words: "expressed an interest in the mill", "voiced concern". What the learnt
 * weights take for a mere belief is said, where it is expressed.
 */
export function mayVoice(tokens: readonly Token[], unit: Unit, i: number): boolean {
  const { lemma, pos } = tokens[i]!;
  if (pos !== 'VERB' || (lemma !== 'express' && lemma !== 'voice')) return false;
  if (verbGroup(tokens, unit, i).flags & NOT_VOICED) return false;
  let end = i + 1;
  while (end < unit.end && isNominal(tokens[end]!)) end++;
  return end > i + 1 && tokens[end - 1]!.pos === 'NOUN';
}

/** What is not, may be, or is to be expressed, or is so by somebody else. */
const NOT_VOICED = NEGATED | MODAL | PASSIVE | INFINITIVE;

/** Where the noun phrase begins behind which the verb at `i` ends its clause, "…,” the study found."; else `i`. */
function subjectStart(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  if (next && !(next.mark || next.pos === 'ADP')) return i;
  let start = i;
  while (start > 0 && i - start < LONGEST_SUBJECT && isNominal(tokens[start - 1]!)) start--;
  return start;
}

/** In tokens. */
const LONGEST_SUBJECT = 6;

/** Whether the token at `i` stands right behind words in quotation marks that end where the sentence goes on: “…,” fumed a skipper. */
export function isBehindWords(tokens: readonly Token[], i: number): boolean {
  return BEFORE_VERB.has(tokens[i - 2]?.word ?? '') && tokens[i - 1]!.mark && tokens[i - 1]!.quotation >= 0;
}

const BEFORE_VERB = new Set([',', '?', '!']);
