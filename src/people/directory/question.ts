import { COMMON, FUNCTION, isGivenName, isPlace, NOT_NAMES, ROLES, SPEECH, TIME } from '../lexicon.ts';
import type { NameInQuestion, PersonMatch } from '../person.ts';

/** What finding names in a question needs from the directory. */
interface Names {
  find(typed: string, limit: number): PersonMatch[];
  isName(typed: string): boolean;
}

interface Typed {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
}

const LONGEST = 6;
const CHOICES = 5;
/** The lowest score of a misspelt name within a question. */
const ALIKE = 0.75;
/** The lowest score of a description ("trump's chief of staff"). */
const DESCRIBED = 0.6;

/** The names in a typed question, in order. See Directory.namesIn. */
export function findNames(question: string, names: Names): NameInQuestion[] {
  const words = wordsOf(question);
  const shouting = !/\p{Ll}/u.test(question);
  const found: NameInQuestion[] = [];
  for (let i = 0; i < words.length; ) {
    const { length, matches } = described(question, words, i, names) ??
      known(question, words, i, names, shouting) ??
      unknown(question, words, i, names, shouting) ?? { length: 0, matches: [] };
    if (length === 0) {
      i++;
      continue;
    }
    found.push({ span: { start: words[i]!.start, end: words[i + length - 1]!.end }, matches });
    i += length;
  }
  return found;
}

type Hit = { readonly length: number; readonly matches: readonly PersonMatch[] } | null;

function wordsOf(question: string): Typed[] {
  return Array.from(question.matchAll(WORD), (match) => {
    const text = match[0].replace(/(?:['’‘]s|(?<!['’‘.-])['’‘.-]+)$/i, (tail) =>
      /^\.$/.test(tail) && /\.\p{L}\.$/u.test(match[0]) ? tail : '',
    );
    return { start: match.index, end: match.index + text.length, text, lower: text.toLowerCase() };
  });
}
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’‘&-]*/gu;

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Whether only spaces or possessives stand between the words from `first` on. */
function together(question: string, words: readonly Typed[], first: number, length: number): boolean {
  for (let i = first; i < first + length - 1; i++)
    if (!/^(?:['’‘]s)? ?$/i.test(question.slice(words[i]!.end, words[i + 1]!.start))) return false;
  return true;
}

function known(question: string, words: readonly Typed[], i: number, names: Names, shouting: boolean): Hit {
  for (let length = Math.min(LONGEST, words.length - i); length > 0; length--) {
    const last = words[i + length - 1]!;
    if (FUNCTION.has(words[i]!.lower) && length > 1 && words[i]!.lower !== 'the') continue;
    if (!together(question, words, i, length)) continue;
    const typed = question.slice(words[i]!.start, last.end);
    if (!names.isName(typed)) continue;
    if (length === 1 && !readsAsName(words, i, shouting)) continue;
    if (length === 2 && words[i]!.lower === 'the' && !readsAsName(words, i + 1, shouting)) continue;
    return { length, matches: names.find(typed, CHOICES) };
  }
  return null;
}

/**
 * Whether a single word that is also an ordinary one is meant as a name: it is written as one, or stands where a
 * speaker is asked for.
 */
function readsAsName(words: readonly Typed[], i: number, shouting: boolean): boolean {
  const { text, lower } = words[i]!;
  if (TIME.has(lower) && !isCapital(text)) return false;
  const ordinary = FUNCTION.has(lower) || COMMON.has(lower) || SPEECH.has(lower) || NOT_NAMES.has(lower);
  if (!ordinary) return true;
  if (FUNCTION.has(lower)) return !shouting && text.length > 1 && text === text.toUpperCase() && i > 0;
  if (isCapital(text) && !shouting && i > 0) return true;
  return inSpeakersPlace(words, i, 1);
}

const ASKS = new Set('did does do has have had by about from of on what is was'.split(' '));
const SAYS = new Set(
  'say said says deny denied denies claim claims claimed confirm confirmed respond responded comment commented think promise tell told announce announced decline declined admit'.split(
    ' ',
  ),
);

/** "what did ICE say", "denied by ice" */
function inSpeakersPlace(words: readonly Typed[], i: number, length: number): boolean {
  const before = words[i - 1]?.lower === 'the' ? words[i - 2]?.lower : words[i - 1]?.lower;
  const after = words[i + length]?.lower ?? '';
  return (
    (SAYS.has(after) && (before === undefined || ASKS.has(before) || before === 'that')) ||
    (before === 'by' && i + length === words.length)
  );
}

/** "homeland security secretary in 2021", "trump's chief of staff" */
function described(question: string, words: readonly Typed[], i: number, names: Names): Hit {
  if (FUNCTION.has(words[i]!.lower) && words[i]!.lower !== 'the') return null;
  const reach = Math.min(words.length, i + LONGEST);
  let noun = -1;
  for (let j = i; j < reach; j++) {
    const { lower } = words[j]!;
    if (!together(question, words, i, j - i + 1)) break;
    if (ROLES.has(lower)) noun = j;
    else if (
      j > i &&
      ((FUNCTION.has(lower) && lower !== 'of' && lower !== 'the') || SPEECH.has(lower) || SAYS.has(lower))
    )
      break;
  }
  if (noun < 0) return null;
  const next = words[noun + 1];
  // "Secretary Mayorkas": the name alone is enough.
  if (next && together(question, words, noun, 2) && !FUNCTION.has(next.lower) && names.isName(next.text))
    return null;
  let end = noun + 1;
  if (words[end]?.lower === 'of' || words[end]?.lower === 'for') {
    let tail = end + 1;
    while (
      tail < words.length &&
      tail < end + 4 &&
      !SAYS.has(words[tail]!.lower) &&
      !(FUNCTION.has(words[tail]!.lower) && words[tail]!.lower !== 'the' && words[tail]!.lower !== 'and')
    )
      tail++;
    if (tail > end + 1) end = tail;
  }
  if (words[end]?.lower === 'in' && /^(?:19|20)\d\d$/.test(words[end + 1]?.text ?? '')) end += 2;
  const length = end - i;
  const content = words.slice(i, end).filter(({ lower }) => !FUNCTION.has(lower) && !/^\d+$/.test(lower));
  // "The lawyer" could be anybody's.
  if (content.length < 2 && !OFFICES.has(words[noun]!.lower)) return null;
  const matches = names
    .find(question.slice(words[i]!.start, words[end - 1]!.end), CHOICES)
    .filter(({ how, score }) => how === 'exact' && score >= DESCRIBED);
  return matches.length > 0 ? { length, matches } : null;
}

/** Offices that one person holds at a time. */
const OFFICES = new Set('president pope chancellor premier king queen'.split(' '));

/** A misspelt name, or one that nobody in the corpus has. */
function unknown(question: string, words: readonly Typed[], i: number, names: Names, shouting: boolean): Hit {
  const plain = (word: Typed): boolean =>
    FUNCTION.has(word.lower) ||
    COMMON.has(word.lower) ||
    SPEECH.has(word.lower) ||
    TIME.has(word.lower) ||
    NOT_NAMES.has(word.lower) ||
    ROLES.has(word.lower) ||
    isPlace(word.text) ||
    /\p{N}/u.test(word.text);
  const first = words[i]!;
  if (plain(first) && !(isCapital(first.text) && isGivenName(first.text) && i > 0)) return null;
  let length = 1;
  while (
    length < 3 &&
    i + length < words.length &&
    together(question, words, i, length + 1) &&
    !plain(words[i + length]!) &&
    isCapital(words[i + length]!.text) === isCapital(first.text)
  )
    length++;
  const named = !shouting && isCapital(first.text);
  const placed = inSpeakersPlace(words, i, length);
  for (let tried = length; tried > 0; tried--) {
    const typed = question.slice(first.start, words[i + tried - 1]!.end);
    if (typed.length < 5 || !(named || placed || tried > 1)) continue;
    const matches = names.find(typed, CHOICES).filter(({ score }) => score >= ALIKE);
    if (matches.length > 0) return { length: tried, matches };
  }
  const looks = named && ((length > 1 && isGivenName(first.text)) || (placed && (i > 0 || length > 1)));
  return looks ? { length, matches: [] } : null;
}
