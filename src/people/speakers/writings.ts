import { FUNCTION } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import type { Phrases } from './phrases.ts';
import type { Spoken } from './pronouns.ts';

/** What somebody says in writing, in the words that may stand for one another. */
const KINDS = [
  ['statement', 'release'],
  ['report', 'study', 'analysis', 'review', 'article', 'story', 'piece'],
  ['poll', 'survey', 'study'],
  ['letter', 'memo', 'note'],
  ['lawsuit', 'suit', 'complaint'],
  ['filing'],
  ['post', 'tweet'],
  ['editorial', 'op-ed', 'column'],
  ['book', 'memoir'],
];

/** Whether a noun is one for what somebody writes. */
export const isWriting = (noun: string): boolean => KINDS.some((kind) => kind.includes(noun));

/**
 * Whose a writing is that the noun at a word speaks of again ("the report"): whoever it was said to be by, who said something in it, or
 * brought it out. Null where it was last brought in as nobody's. `spoken` in the order of the text.
 */
export function authorOf(
  reading: Reading,
  phrases: Phrases,
  at: number,
  spoken: readonly Spoken[],
): string | null {
  const { words } = reading;
  const nouns = new Set(KINDS.filter((kind) => kind.includes(words[at]!.lower)).flat());
  const { sentence } = words[at]!;
  for (let i = at - 1; i >= 0 && sentence - words[i]!.sentence <= FAR; i--) {
    if (!nouns.has(words[i]!.lower)) continue;
    const own = phrases.authorAt(i);
    if (own) return own;
    const first = broughtIn(reading, i);
    if (first === null) continue;
    const publisher = phrases.publisherBefore(i);
    if (publisher || words[first - 1]?.lower !== 'in') return publisher;
    // "Hill said in a statement"
    return spoken.findLast(({ start }) => reading.sentenceAt(start) === words[i]!.sentence)?.name || null;
  }
  return null;
}

/** For how many sentences "the report" may be one that was spoken of. */
const FAR = 12;

/** Where the words begin by which a noun brings in a writing that has not been spoken of: "a report", "its latest report"; or null. */
function broughtIn({ words }: Reading, at: number): number | null {
  for (let i = at - 1; i >= at - 5 && i >= 0; i--) {
    const { lower, mark } = words[i]!;
    if (BRINGING.has(lower)) return i;
    if (mark || FUNCTION.has(lower)) return null;
  }
  return null;
}
const BRINGING = new Set(['a', 'an', 'another', 'his', 'her', 'its', 'their']);
