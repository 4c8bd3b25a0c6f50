import type { Span } from '../../src/text/span.ts';

/** An attribution as a scorer sees it. */
export interface Scored {
  readonly source: readonly Span[] | null;
  readonly content: readonly Span[];
}

/** How many were expected, found, and right, over any number of texts. */
export interface Tally {
  gold: number;
  found: number;
  content: number;
  joint: number;
}

/**
 * Adds one text to the tally. A found attribution matches an expected one where the words of their contents overlap
 * with an F1 of one half or more, one to one, the best first; *joint* also asks for a word of the source in common,
 * or for no source in both.
 */
export function score(text: string, gold: readonly Scored[], found: readonly Scored[], tally: Tally): void {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const covered = (spans: readonly Span[]) =>
    new Set(words.filter((word) => spans.some((span) => word.start < span.end && span.start < word.end)));
  const theirs = gold.map(({ content }) => covered(content));
  const mine = found.map(({ content }) => covered(content));
  const pairs = mine.flatMap((m, f) =>
    theirs.map((t, g) => ({ f, g, overlap: (2 * common(m, t)) / (m.size + t.size) })),
  );
  const taken = { f: new Set<number>(), g: new Set<number>() };
  for (const { f, g, overlap } of pairs.sort((a, b) => b.overlap - a.overlap)) {
    if (overlap < 0.5 || taken.f.has(f) || taken.g.has(g)) continue;
    taken.f.add(f);
    taken.g.add(g);
    tally.content++;
    const a = covered(found[f]!.source ?? []);
    const b = covered(gold[g]!.source ?? []);
    if (common(a, b) > 0 || (a.size === 0 && b.size === 0)) tally.joint++;
  }
  tally.gold += gold.length;
  tally.found += found.length;
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let n = 0;
  for (const each of a) if (b.has(each)) n++;
  return n;
}

/** Precision, recall and their harmonic mean. */
export function rates(
  right: number,
  found: number,
  gold: number,
): { precision: number; recall: number; f1: number } {
  return {
    precision: found === 0 ? 1 : right / found,
    recall: gold === 0 ? 1 : right / gold,
    f1: found + gold === 0 ? 1 : (2 * right) / (found + gold),
  };
}
