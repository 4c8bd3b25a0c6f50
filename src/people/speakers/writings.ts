import { FUNCTION } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { KIN_OF } from '../roles.ts';
import { type Core, MADE, OWNING, type Phrases, POSSESSIVES } from './phrases.ts';
import type { Scene } from './scene.ts';

/** Nouns for what somebody says in writing. */
export const WRITINGS: ReadonlySet<string> = new Set(
  'report reports article story statement letter memo study survey poll polls analysis book interview tweet post account editorial column op-ed filing release email documents data figures statistics review transcript headline lawsuit count tally estimate estimates projection projections forecast research findings audit dossier brief complaint suit platform newsletter blog podcast guidelines guidance ad'.split(
    ' ',
  ),
);

/** Nouns for a writing that a text may speak of again, grouped with others it may then use instead. */
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

/** Whether a noun names a writing that a text may speak of again. */
export const isWriting = (noun: string): boolean => KINDS.some((kind) => kind.includes(noun));

/**
 * Who is behind the writing that the noun at a word speaks of again ("the report"): whoever the text last says wrote it, brought it out
 * or said something in it. Null where the text last introduces it as nobody's.
 */
export function authorOf({ reading, spoken }: Scene, phrases: Phrases, at: number): string | null {
  const { words } = reading;
  const nouns = new Set(KINDS.filter((kind) => kind.includes(words[at]!.lower)).flat());
  const { sentence } = words[at]!;
  for (let i = at - 1; i >= 0 && sentence - words[i]!.sentence <= FAR; i--) {
    if (!nouns.has(words[i]!.lower)) continue;
    const own = authorAt(reading, phrases, i);
    if (own) return own;
    const first = introducedAt(reading, i);
    if (first === null) continue;
    const publisher = publisherBefore(reading, phrases, i);
    if (publisher || words[first - 1]?.lower !== 'in') return publisher;
    // "Hill said in a statement"
    return spoken.findLast(({ start }) => reading.sentenceAt(start) === words[i]!.sentence)?.name || null;
  }
  return null;
}

/** How many sentences back "the report" may have been introduced. */
const FAR = 12;

/** Where a phrase begins that introduces a writing by the noun at a word: "a report", "its latest report"; null where it introduces none. */
function introducedAt({ words }: Reading, at: number): number | null {
  for (let i = at - 1; i >= at - 5 && i >= 0; i--) {
    const { lower, mark } = words[i]!;
    if (INTRODUCING.has(lower)) return i;
    if (mark || FUNCTION.has(lower)) return null;
  }
  return null;
}
const INTRODUCING = new Set(['a', 'an', 'another', 'his', 'her', 'its', 'their']);

/** Who is behind the writing that the noun at a word names, as the words around it tell: "a report by the Ledger", "Hill's letter"; or null. */
function authorAt(reading: Reading, phrases: Phrases, at: number): string | null {
  const { words, sentences } = reading;
  const isWithin = (i: number): boolean =>
    !FUNCTION.has(words[i]!.lower) && (!words[i]!.mark || POSSESSIVES.has(words[i]!.text));
  let first = at;
  while (first > 0 && first > at - 6 && isWithin(first - 1)) first--;
  const last = reading.at(sentences[words[at]!.sentence]!.end);
  return authorIn(reading, phrases, first, { start: first, end: at + 1, mention: null }, last)[0] ?? null;
}

/**
 * Who is behind a writing, by the words of its phrase: "a report from the Ledger's Ruth Hill", "the Ledger report", "a poll released
 * Monday by the Ledger". The phrase goes from `first` to `last`; the noun is the last word of `core`.
 */
export function authorIn(
  { words }: Reading,
  phrases: Phrases,
  first: number,
  core: Core,
  last: number,
): readonly string[] {
  // "His Ledger article" is his.
  if (KIN_OF.has(words[first]!.lower)) return [];
  let at = core.end;
  if (MADE.has(words[at]?.lower ?? ''))
    while (at < last && at < core.end + 5 && words[at]!.lower !== 'by') at++;
  const by = words[at]?.lower ?? '';
  if (AUTHORED.has(by) && at + 1 < last && !(by === 'in' && LEGAL.has(words[core.end - 1]!.lower))) {
    const lead = words[at + 1]!.lower === 'the' ? at + 2 : at + 1;
    const direct = by === 'by' || by === 'from' ? phrases.mentionAt(lead) : null;
    const author = phrases.core(at + 1, last).mention ?? direct;
    if (author && !POSSESSIVES.has(words[author.last]?.text ?? '')) return [author.person.name];
  }
  const owner = phrases.mentions.findLast((mention) => mention.first >= first && mention.last < core.end);
  const owns = owner && (owner.person.type === 'organisation' || POSSESSIVES.has(words[owner.last]!.text));
  return owns ? [owner.person.name] : [];
}

const AUTHORED = new Set(['from', 'by', 'in', 'of']);
/** Writings that go to a court, and behind which "in" names no author: "a lawsuit in the Elm Harbor court". */
const LEGAL = new Set(['lawsuit', 'suit', 'complaint', 'filing']);

/** Who brings out the writing that the noun at a word names: "Hill released a report"; or null. */
function publisherBefore({ words }: Reading, { mentions }: Phrases, at: number): string | null {
  const { sentence } = words[at]!;
  let verb = at - 1;
  while (verb > 0 && words[verb]!.sentence === sentence && !MADE.has(words[verb]!.lower)) {
    if (words[verb]!.mark || verb < at - 6) return null;
    verb--;
  }
  const mention = mentions.findLast(({ last }) => last <= verb);
  if (!mention || verb - mention.last > 3 || words[mention.first]!.sentence !== sentence) return null;
  // "Militias in Elm Harbor issued a statement", "Hill's allies issued one"
  const before = words[words[mention.first - 1]?.lower === 'the' ? mention.first - 2 : mention.first - 1];
  const isSubject = !OWNING.has(before?.lower ?? '') && !POSSESSIVES.has(words[mention.last]!.text);
  return isSubject ? mention.person.name : null;
}
