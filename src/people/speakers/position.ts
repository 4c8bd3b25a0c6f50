import type { Span } from '../../text/span.ts';
import { COLLECTIVES, FUNCTION, GROUPS, SPEECH } from '../lexicon.ts';
import type { Reading, Word } from '../reading.ts';
import { isRoleNoun } from '../roles.ts';
import type { Figure } from './scene.ts';

/** How far a sentence is from an earlier one, in sentences. Those that are nothing but quotation do not count. */
export function distanceOf(reading: Reading, from: number, sentence: number): number {
  if (sentence <= from || sentence - from > LONGEST_QUOTATION) return sentence - from;
  let count = 1;
  for (let i = from + 1; i < sentence; i++) {
    const { start: first, end } = reading.sentences[i]!;
    if (!reading.words[reading.at(first) + 1]?.quoted || !reading.words[reading.at(end) - 2]?.quoted) count++;
  }
  return count;
}

const LONGEST_QUOTATION = 12;

/** What a name is in its sentence. "owner" is also a name that only tells which: "the Hill campaign". */
export type Part = 'owner' | 'quoted' | 'object' | 'complement' | 'subject' | 'other';

/** What a name is in its sentence. `figures` are all the people who may come before it there. */
export function partOf(reading: Reading, mention: Span, figures: readonly Figure[]): Part {
  const first = reading.at(mention.start);
  const after = reading.words[reading.at(mention.end)];
  if (after?.text === "'s" || after?.text === "'" || isModifier(reading, mention)) return 'owner';
  if (reading.words[first]!.quoted) return 'quoted';
  if (isObject(reading, first)) return 'object';
  if (followsVerb(reading, first)) return 'complement';
  return SPEECH.has(after?.lower ?? '') || isFirst(reading, mention, figures) ? 'subject' : 'other';
}

/** Whether somebody is named before a word in its paragraph, outside quotations and not as an object or modifier. */
export function isInParagraph(reading: Reading, place: number, { mentions }: Figure): boolean {
  const { plain } = reading;
  const { start } = reading.words[place]!;
  const paragraph = plain.lastIndexOf('\n', start) + 1;
  return mentions.some(
    (mention) => mention.start >= paragraph && mention.start < start && standsOut(reading, mention),
  );
}

/** Whether a name may be what its clause is about: outside quotations, neither object nor modifier. */
function standsOut(reading: Reading, mention: Span): boolean {
  const first = reading.at(mention.start);
  return !reading.words[first]!.quoted && !isModifier(reading, mention) && !isObject(reading, first);
}

/** Whether a name only specifies the noun behind it: "the Hill campaign", "Hill strategist Omar Ruiz", "a Hill sign". */
function isModifier({ words, at }: Reading, { start, end }: Span): boolean {
  const after = words[at(end)];
  if (!after || after.mark || after.capital) return false;
  if (COLLECTIVES.has(after.lower) || GROUPS.has(after.lower) || isRoleNoun(after.lower)) return true;
  return (
    ARTICLES.has(words[at(start) - 1]?.lower ?? '') && !FUNCTION.has(after.lower) && !SPEECH.has(after.lower)
  );
}

const ARTICLES = new Set(['the', 'a', 'an']);

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for to from with by at in on including since about against between under over after before during into through without toward towards like than'.split(
    ' ',
  ),
);
/** What may stand at the head of a sentence before its subject. */
const OPENERS = new Set(
  'in as when while after before although though with despite asked speaking if since during at on because for what'.split(
    ' ',
  ),
);

/** Whether a name stands behind a preposition, with nothing but titles or other names of a list in between. */
function isObject(reading: Reading, first: number): boolean {
  const { words } = reading;
  let listed = goesOnWithAnd(reading, first);
  for (let i = first - 1; i >= 0 && i >= first - (listed ? 16 : 6); i--) {
    const word = words[i]!;
    if (word.sentence !== words[first]!.sentence) return false;
    // "between Hill, Ruiz and Park": what holds for the first holds for all.
    if (word.lower === 'and') listed = true;
    if (word.mark && word.text !== '.' && !(listed && word.text === ',')) return false;
    if (PREPOSITIONS.has(word.lower))
      return !(word.initial && OPENERS.has(word.lower) && word.lower !== 'with');
    if (
      !word.capital &&
      !word.mark &&
      (listed ? word.lower !== 'and' : !ARTICLES.has(word.lower) && word.lower.length < 4)
    )
      return false;
  }
  return false;
}

/** Whether the name that begins at a word has another behind it: "Hill and Park", "Hill, and Park". */
function goesOnWithAnd({ words }: Reading, first: number): boolean {
  let i = first;
  while (words[i]?.capital || words[i]?.text === '.') i++;
  if (words[i]?.text === ',') i++;
  return words[i]?.lower === 'and' && words[i + 1]?.capital === true;
}

/** Whether a plain word stands right before a name and its titles: "met Ruth Hill", not "said Ruth Hill" or "spokeswoman Ruth Hill". */
function followsVerb(reading: Reading, first: number): boolean {
  const { words } = reading;
  const { sentence } = words[first]!;
  let i = first - 1;
  while (
    i >= 0 &&
    (words[i]!.capital || words[i]!.text === '.') &&
    !words[i]!.initial &&
    words[i]!.sentence === sentence
  )
    i--;
  const word = words[i];
  if (!word) return false;
  // "On Monday, known harbour hand Ruth Hill": no subject stands before it, so it is no verb.
  let lead = i;
  while (lead > 0 && !words[lead]!.initial && isPlain(words[lead - 1]!)) lead--;
  if (lead < i && (words[lead]!.initial || words[lead - 1]?.text === ',')) return false;
  return (
    word.sentence === sentence &&
    !word.mark &&
    !word.initial &&
    !FUNCTION.has(word.lower) &&
    !SPEECH.has(word.lower) &&
    !isRoleNoun(word.lower) &&
    !word.lower.endsWith('ly')
  );
}

const isPlain = ({ capital, mark, lower }: Word): boolean => !capital && !mark && !FUNCTION.has(lower);

/** Whether nobody is named before this in the sentence who may be its subject. */
function isFirst(reading: Reading, mention: Span, figures: readonly Figure[]): boolean {
  const sentence = reading.sentences[reading.sentenceAt(mention.start)]!;
  for (const { mentions } of figures)
    for (const other of mentions) {
      if (other.start >= mention.start) break;
      if (other.start < sentence.start) continue;
      // "Hill and Ruiz met": neither comes first.
      if (COORDINATED.test(reading.plain.slice(other.end, mention.start))) continue;
      const owns = reading.words[reading.at(other.end)]?.text === "'s";
      if (!owns && standsOut(reading, other)) return false;
    }
  return true;
}

const COORDINATED = /^(?:,? and |, )(?:\p{Lu}[\p{L}.]* ){0,3}$/u;

/** Whether a sentence is a question on a line of its own. */
export function isHeading({ plain, sentences }: Reading, sentence: number): boolean {
  const { start, end } = sentences[sentence]!;
  const alone = plain.slice(sentences[sentence - 1]?.end ?? 0, start).includes('\n') || start === 0;
  return alone && plain[end - 1] === '?' && /^\s*\n/.test(plain.slice(end, end + BREAK));
}
/** How many characters behind a sentence are looked at for a line break. */
const BREAK = 4;

/** Whether the word at `at` stands in an opening clause ("In a move he …,") and the mention is the subject behind its comma. */
export function isAhead(reading: Reading, at: number, mention: Span): boolean {
  const { words } = reading;
  const { sentence } = words[at]!;
  let first = at;
  while (first > 0 && words[first - 1]!.sentence === sentence) first--;
  if (!OPENERS.has(words[first]!.lower)) return false;
  const target = reading.at(mention.start);
  if (words[target]?.sentence !== sentence || words[target]!.quoted) return false;
  const clause = words.slice(at, target);
  const comma = clause.findLastIndex(({ text }) => text === ',');
  if (comma < 0) return false;
  const isTitle = ({ capital, mark, lower }: Word): boolean =>
    capital || mark || ARTICLES.has(lower) || PASSING.has(lower);
  return clause.slice(comma + 1).every(isTitle) && words[reading.at(mention.end)]?.text !== "'s";
}
/** What may stand before a title: "then Mayor Ruth Hill". */
const PASSING = new Set(['former', 'acting', 'then']);
