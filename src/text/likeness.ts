import { words } from './tokens.ts';

/** How many words in a row make a run. */
export const RUN = 5;

/**
 * How much of the shorter text stands in the other too, from 0 to 1: the share of its runs of five words that both have.
 */
export function likeness(a: string, b: string): number {
  const [shorter, longer] = [runs(a), runs(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  if (shorter.size === 0) return 0;
  let common = 0;
  for (const run of shorter) if (longer.has(run)) common++;
  return common / shorter.size;
}

function runs(text: string): Set<string> {
  const found = words(text).map((token) => token.text.toLowerCase());
  const out = new Set<string>();
  for (let at = 0; at + RUN <= found.length; at++) out.add(found.slice(at, at + RUN).join(' '));
  return out;
}
