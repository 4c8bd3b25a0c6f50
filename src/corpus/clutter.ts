import { type Clutter, RULES, type Rule, VOCABULARIES, type Where } from './clutter-rules.ts';

/**
 * The kind of clutter that a line is by its own words, or null. `line` is in lower case, with plain quotation marks and
 * single spaces, without bullets and outer brackets; `words` is its number of words. Try `anywhere` first, then `head`
 * for lines before the article and `tail` for lines after it. Long lines count as prose without a look, so that no line
 * is slow.
 */
export function clutter(line: string, words: number, where: 'anywhere' | 'head' | 'tail'): Clutter | null {
  if (line.length > LONGEST_CLUTTER) return null;
  const rules = where === 'anywhere' ? compiled.anywhere : [...compiled[where], ...compiled.edges];
  for (const rule of rules)
    if (words <= rule.words && rule.matches(line) && !(EVERYDAY.has(rule.kind) && REPORTED.test(line)))
      return rule.kind;
  return null;
}

/** In UTF-16 units. */
export const LONGEST_CLUTTER = 900;

/** The rules for these kinds use everyday words, so a line of reported speech that matches them is prose. */
const EVERYDAY: ReadonlySet<Clutter> = new Set([
  'advertisement',
  'bio',
  'byline',
  'call',
  'date',
  'share',
  'tags',
]);
const REPORTED =
  /\b(?:said|says|told|tells|asked|added|wrote|argued|claimed|denied|according to|testified|announced)\b/;

interface Compiled {
  readonly kind: Clutter;
  readonly words: number;
  readonly matches: (line: string) => boolean;
}

const compiled: Readonly<Record<Where, readonly Compiled[]>> = (() => {
  const all: Record<Where, Compiled[]> = { anywhere: [], head: [], tail: [], edges: [] };
  for (const rule of RULES)
    all[rule.where].push({ kind: rule.kind, words: rule.words, matches: matcher(rule) });
  for (const [kind, where, words] of VOCABULARIES) {
    const vocabulary = new Set(words.split(' '));
    all[where].push({ kind, words: 20, matches: (line) => consistsOf(line, vocabulary, kind === 'date') });
  }
  return all;
})();

/** How much of a line's end is searched for `ends`: room for one credit. */
const END = 180;

function matcher({ starts = [], ends = [], holds = [] }: Rule): (line: string) => boolean {
  const start = starts.length > 0 ? new RegExp(`^(?:${starts.join('|')})`, 'u') : null;
  const end = ends.length > 0 ? new RegExp(`(?:${ends.join('|')})$`, 'u') : null;
  const hold = holds.length > 0 ? new RegExp(holds.join('|'), 'u') : null;
  return (line) =>
    (start?.test(line) ?? false) || (end?.test(line.slice(-END)) ?? false) || (hold?.test(line) ?? false);
}

const LITTLE = new Set('the a an of on to in by via for and or this it us our your with'.split(' '));

function consistsOf(line: string, vocabulary: ReadonlySet<string>, needsNumber: boolean): boolean {
  let known = false;
  for (const [word] of line.matchAll(/\p{L}[\p{L}.'-]*/gu)) {
    const bare = word.endsWith('.') ? word.slice(0, -1) : word;
    if (vocabulary.has(bare)) known = true;
    else if (!LITTLE.has(bare)) return false;
  }
  return known && (!needsNumber || /\d/.test(line));
}
