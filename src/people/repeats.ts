import type { SpokenAttribution } from '../attribution/attribution.ts';
import { fnv1a } from '../text/fnv.ts';
import { fold } from './fold.ts';
import { COMMON, FUNCTION, SPEECH } from './lexicon.ts';

/** How many words make a run. */
const SHINGLE = 4;
/** Hashes kept of each statement. */
const KEPT = 8;
/** Statements that share this many of their kept hashes are worth comparing in full. */
export const SHARED = 3;

/**
 * A few numbers (32 bits, ascending) that near-identical statements share, so that an index can find them: the smallest
 * hashes of their runs of four words (a bottom-k sketch: Broder, "On the resemblance and containment of documents",
 * 1997). Empty for statements of fewer than six words, since too many people say those.
 */
export function sketch(statement: string): number[] {
  const hashes = shingles(statement);
  return [...hashes].sort((a, b) => a - b).slice(0, KEPT);
}

/** A statement and its speaker, as far as comparing it needs. */
export type Statement = Pick<SpokenAttribution, 'kind' | 'speaker'> & { readonly content: string };

/** Whether two statements are one that two articles carry: nearly the same words, and no sign of different speakers. */
export function isRepeat(a: Statement, b: Statement): boolean {
  if (a.speaker !== null && b.speaker !== null && a.speaker !== b.speaker) return false;
  const x = shingles(a.content);
  const y = shingles(b.content);
  let common = 0;
  for (const hash of x) if (y.has(hash)) common++;
  // One article may quote less than the other.
  return common >= 3 && common / Math.min(x.size, y.size) >= 0.6;
}

function shingles(statement: string): Set<number> {
  const words = fold(statement).match(WORD) ?? [];
  const found = new Set<number>();
  if (words.length < SHINGLE + 2) return found;
  for (let i = 0; i + SHINGLE <= words.length; i++) found.add(fnv1a(words.slice(i, i + SHINGLE).join(' ')));
  return found;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * What a statement is about: its names, its numbers and its less common words, folded and cut to six letters. Used to
 * find statements on the same matter in other articles.
 */
function matter(content: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of content.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const plain = fold(word).replace(/'s$/, '');
    if (plain.length < 3 || FUNCTION.has(plain) || SPEECH.has(plain)) continue;
    const name = /^\p{Lu}/u.test(word);
    if (name || plain.length > 4 || /\p{N}/u.test(plain)) found.add(plain.slice(0, 6));
  }
  return found;
}

/**
 * A denial answers another article's claim from this share of matter in common, and this many shared names or rare
 * words.
 */
const ALIKE = 0.5;
const TELLING = 2;

/**
 * Whether a denial in one article answers a claim in another about the same event. For a denial that only points
 * ("denies the report"), pass the claim it is tied to in its own article as its `content`. Conservative: both must be
 * about the same things, in many of the same words, and by different speakers.
 */
export function answersElsewhere(denial: Statement, claim: Statement): boolean {
  if (ANSWERS.has(claim.kind)) return false;
  if (denial.speaker !== null && denial.speaker === claim.speaker) return false;
  const a = matter(denial.content);
  const b = matter(claim.content);
  let common = 0;
  let telling = 0;
  for (const word of a) {
    if (!b.has(word)) continue;
    common++;
    if (!ORDINARY.has(word)) telling++;
  }
  return telling >= TELLING && common >= 3 && common / Math.min(a.size, b.size) >= ALIKE;
}

const ANSWERS: ReadonlySet<string> = new Set(['denial', 'dispute', 'no-comment']);
const ORDINARY = new Set([...COMMON].map((word) => word.slice(0, 6)));
