import type { Span } from '../text/span.ts';
import { FUNCTION, isPlace, ROLE_HEADS, ROLE_PREFIXES, ROLES, SPEECH, TIME, TITLES } from './lexicon.ts';
import { isAcronym, type Reading, type Word } from './reading.ts';
import { type Candidate, isPair } from './runs.ts';

/**
 * What the text says the person at `candidate` is, as written: before the name ("acting Homeland Security Secretary"),
 * behind it (", president of the union,") or as a predicate ("was named acting secretary").
 */
export function rolesAround(reading: Reading, candidate: Candidate): Span[] {
  if (reading.words[candidate.first]!.headline) return [];
  return [
    before(reading, candidate),
    subjectBefore(reading, candidate),
    kinship(reading, candidate),
    apposition(reading, candidate),
    predicate(reading, candidate),
  ].filter((role) => role !== null);
}

/** Whether a word in lower case says what somebody is: "senator", "ecologist", "vice-president". */
export const isRoleNoun = (word: string): boolean =>
  ROLES.has(word) ||
  word.endsWith('ologist') ||
  (word.includes('-') && ROLES.has(word.slice(word.lastIndexOf('-') + 1)));

const FORMS_OF_ADDRESS = new Set('mr mrs ms miss dr sir'.split(' '));

function span(reading: Reading, first: number, last: number): Span {
  return { start: reading.words[first]!.start, end: reading.words[last - 1]!.end };
}

/** The role right before a name: "acting Homeland Security Secretary Ruth Hill". */
function before(reading: Reading, candidate: Candidate): Span | null {
  const { words } = reading;
  const end = candidate.first;
  const reach = reachBefore(reading, candidate);
  let start = portfolioBefore(reading, reach < 0 ? end : reach) ?? reach;
  if (start < 0) return null;
  while (start < end && (words[start]!.mark || FUNCTION.has(words[start]!.lower))) start++;
  if (start >= end || isClause(reading, start, candidate)) return null;
  const isAddress = words.slice(start, end).every(({ mark, lower }) => mark || FORMS_OF_ADDRESS.has(lower));
  return isAddress ? null : span(reading, start, end);
}

/** The leftmost word before a name that is known to belong to its role; -1 where there is no role. */
function reachBefore({ words }: Reading, { first: end, title }: Candidate): number {
  let first = title ?? end;
  let reach = words.slice(first, end).some(isTitleOrRole) ? first : -1;
  let nouns = 0;
  while (first > 0 && end - first <= LONGEST_ROLE) {
    if (!words[first]!.joined || words[first - 1]!.sentence !== words[first]!.sentence) break;
    const step = stepBefore(words, first, end, reach);
    if (step === 'end' || (step === 'noun' && ++nouns > 1)) break;
    first--;
    if (step !== 'maybe') reach = first;
  }
  return reach;
}

/** In words. */
const LONGEST_ROLE = 12;

/**
 * What the word before `first` is to a role whose words begin there: a `part` of it; a plain `noun` of it, of which there
 * is only one; `maybe` a part, if one follows further left; or beyond its `end`. `reach` is the leftmost part so far.
 */
function stepBefore(
  words: readonly Word[],
  first: number,
  end: number,
  reach: number,
): 'part' | 'noun' | 'maybe' | 'end' {
  const word = words[first - 1]!;
  const right = words[first]!;
  const { lower } = word;
  if (word.mark) return word.text === '.' && TITLES.has(words[first - 2]?.lower ?? '') ? 'maybe' : 'end';
  if (isTitleOrRole(word) || isOffice(words, first - 1)) return 'part';
  if (ROLE_PREFIXES.has(lower)) return reach >= 0 ? 'part' : 'maybe';
  if (lower === 'of' || lower === 'and' || lower === 'for')
    return isWithinRole(words, first, end, reach) ? 'maybe' : 'end';
  if (FUNCTION.has(lower) || SPEECH.has(lower) || TIME.has(lower) || word.text === "'s") return 'end';
  // A sentence may begin with "New Jersey Gov." or with "Asked Sen.".
  if (word.capital) return reach >= 0 && (!word.initial || belongsTo(word, right)) ? 'part' : 'maybe';
  // "immigration hardliner": a noun right before a role in lower case. Before a title it may be a verb.
  const isNoun =
    reach === first && !right.capital && !ROLE_PREFIXES.has(right.lower) && !/(?:ed|ing)$/.test(lower);
  return isNoun ? 'noun' : 'end';
}

/** Whether the connective before `first` stands within a role: "chief of staff", "founder and president". */
function isWithinRole(words: readonly Word[], first: number, end: number, reach: number): boolean {
  const { lower } = words[first - 1]!;
  const right = words[first]!;
  const left = words[first - 2];
  // Right before the name or another role, it belongs to somebody else: "a friend of Attorney General Ruth Hill".
  if (first === end || (lower !== 'and' && isTitleOrRole(right))) return false;
  if (!left || !(isTitleOrRole(left) || left.capital)) return false;
  // The same goes for a "spokesman for Army Gen. Ruth Hill".
  if (lower === 'for') return !isRoleNoun(left.lower) || ROLE_HEADS.has(left.lower);
  return lower !== 'and' || isPair(left, right) || isTitleOrRole(left) || reach < 0;
}

/**
 * Where an office with a portfolio in lower case begins, right before a word: "head of planning Ruth Hill". Null if
 * there is none.
 */
function portfolioBefore({ words }: Reading, before: number): number | null {
  let at = before - 1;
  while (at > before - 5 && isPlain(words[at])) at--;
  const head = words[at - 1];
  return at < before - 1 && words[at]?.lower === 'of' && head && ROLE_HEADS.has(head.lower) ? at - 1 : null;
}

/** A word of a portfolio: "planning", "human" and "resources", "health". */
const isPlain = (word: Word | undefined): boolean =>
  word !== undefined &&
  !word.capital &&
  !word.mark &&
  word.joined &&
  (word.lower === 'and' || !FUNCTION.has(word.lower)) &&
  !SPEECH.has(word.lower) &&
  !isRoleNoun(word.lower);

/** The role in "the minister for fisheries, Ruth Hill, said", where the name is in apposition to it. */
function subjectBefore(reading: Reading, { first, last }: Candidate): Span | null {
  const { words } = reading;
  if (words[first - 1]?.text !== ',' || words[last]?.text !== ',' || last - first < 2) return null;
  const verb = words[last + 1]?.lower ?? '';
  if (!SPEECH.has(verb) && !AUXILIARIES.has(verb)) return null;
  let start = first - 1;
  while (
    start > first - 10 &&
    !ARTICLES.has(words[start - 1]?.lower ?? '') &&
    words[start - 1]?.text !== "'s"
  ) {
    start--;
    const word = words[start];
    if (!word || word.mark || SPEECH.has(word.lower) || word.sentence !== words[first]!.sentence) return null;
  }
  if (start <= first - 10 || !words.slice(start, first - 1).some(({ lower }) => isRoleNoun(lower)))
    return null;
  // "A friend of the minister, Ruth Hill, said": it is open which of the two she is.
  const head = words[start - 2];
  return head && head.sentence === words[first]!.sentence && OF.has(head.lower)
    ? null
    : span(reading, start, first - 1);
}

const OF = new Set(['of', 'for', 'to', 'with', 'by']);

/** The relation in "her daughter, the novelist Ruth Hill,". */
function kinship({ words }: Reading, { first, title }: Candidate): Span | null {
  let comma = (title ?? first) - 1;
  while (comma > first - 6 && words[comma] && !words[comma]!.mark) comma--;
  const relative = words[comma - 1];
  if (words[comma]?.text !== ',' || !relative || !RELATIVES.has(relative.lower)) return null;
  const article = words[comma + 1]!;
  const isName = comma + 1 === (title ?? first) || ARTICLES.has(article.lower);
  return isName && KIN_OF.has(words[comma - 2]?.lower ?? '')
    ? { start: relative.start, end: relative.end }
    : null;
}

/** What stands before a relative and says whose it is. */
export const KIN_OF: ReadonlySet<string> = new Set(['his', 'her', 'their', "'s", "'"]);
/** Nouns for the nearest relatives. */
export const KIN: ReadonlySet<string> = new Set(
  'father mother brother sister son daughter wife husband'.split(' '),
);
/** The same, with nouns that are not always said of present relatives. */
export const RELATIVES: ReadonlySet<string> = new Set([...KIN, 'ex-wife', 'ex-husband', 'widow', 'partner']);

/** Whether a surname after a role in lower case begins a relative clause: "a second witness Hill said he had met". */
function isClause({ words }: Reading, role: number, { first, last }: Candidate): boolean {
  if (last - first > 1 || words[first - 1]!.capital) return false;
  let i = role - 1;
  while (i > role - 4 && words[i] && !words[i]!.mark && !BARE_ARTICLES.has(words[i]!.lower)) {
    // "runs the inn with her husband Tom"
    if (KIN_OF.has(words[i]!.lower)) return false;
    i--;
  }
  return BARE_ARTICLES.has(words[i]?.lower ?? '');
}

const BARE_ARTICLES = new Set(['a', 'an', 'another', 'the', 'any', 'every']);

/**
 * Whether the first word of a sentence goes with the next: "Ohio Gov.", "DHS chief", "New Jersey Gov.", "White House
 * aide".
 */
const belongsTo = (word: Word, next: Word): boolean =>
  isPlace(word.text) ||
  isAcronym(word.text) ||
  isPlace(`${word.text} ${next.text}`) ||
  (word.lower === 'white' && next.lower === 'house');

const isTitleOrRole = (word: Word): boolean =>
  isRoleNoun(word.lower) || (word.capital && TITLES.has(word.lower));

/** The last word of an office: "chief of staff". */
const isOffice = (words: readonly Word[], index: number): boolean =>
  words[index]!.lower === 'staff' && words[index - 1]?.lower === 'of';

function apposition(reading: Reading, { last }: Candidate): Span | null {
  const { words } = reading;
  if (words[last]?.text !== ',') return null;
  let first = last + 1;
  // An age may come first: ", 47, a teacher".
  if (/^\d{1,3}$/.test(words[first]?.text ?? '') && words[first + 1]?.text === ',') first += 2;
  const role = nounPhrase(reading, first, 7);
  // "In a talk with Hill, the minister said": here the phrase is the subject.
  const next = role && words[reading.at(role.end)];
  return next && words[first]!.lower === 'the' && SPEECH.has(next.lower) ? null : role;
}

const COPULAS = new Set('is was are were became becomes remains be'.split(' '));
const APPOINTED = new Set('named appointed elected nominated confirmed'.split(' '));

function predicate(reading: Reading, { last }: Candidate): Span | null {
  const { words } = reading;
  let i = last;
  if (words[i]?.text === ',') i++;
  if (words[i]?.lower === 'who') i++;
  else if (i > last) return null;
  let verb = false;
  for (let steps = 0; steps < 6; steps++, i++) {
    const word = words[i];
    if (!word || word.mark) return null;
    if (COPULAS.has(word.lower) || APPOINTED.has(word.lower)) verb = true;
    else if (!AUXILIARIES.has(word.lower)) break;
  }
  return verb ? nounPhrase(reading, i, 5) : null;
}

const AUXILIARIES = new Set(
  'has have had been since also now then currently once formerly as still recently later previously'.split(
    ' ',
  ),
);

/** A noun phrase that begins at `first` and has a role among its first `reach` words, without its article. */
function nounPhrase(reading: Reading, first: number, reach: number): Span | null {
  const { words } = reading;
  let start = first;
  const sentence = words[start]?.sentence;
  while (ARTICLES.has(words[start]?.lower ?? '')) start++;
  let role = -1;
  let end = start;
  for (; end < words.length; end++) {
    const word = words[end]!;
    if (word.sentence !== sentence || (word.mark && !INSIDE.has(word.text))) break;
    if (role < 0 && end - start >= reach) return null;
    if (role < 0 && isRoleNoun(word.lower)) role = end;
    if (end > start && ENDS.has(word.lower) && !(role < 0 && word.lower === 'to')) break;
    if (role < 0 && (SPEECH.has(word.lower) || FUNCTION.has(word.lower)) && !LINKS.has(word.lower))
      return null;
    if (role >= 0 && (SPEECH.has(word.lower) || TIME.has(word.lower))) break;
    if (end - start > 16) break;
  }
  if (role < 0) return null;
  while (words[end - 1]!.mark) end--;
  // A name right behind the role means another person: ", spokesman Tom Hill said".
  const next = words[role + 1];
  if (next?.capital && next.joined && !isRoleNoun(next.lower)) return null;
  return span(reading, start, end);
}

const ARTICLES = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their']);
const INSIDE = new Set(['-', '&', "'", '.']);
const LINKS = new Set([
  'of',
  'for',
  'and',
  'the',
  'at',
  'in',
  'to',
  'on',
  'with',
  'a',
  'an',
  "'s",
  'most',
  'one',
  'last',
  'first',
  'under',
  'by',
]);
const ENDS = new Set(
  'who whom whose which that when where while after before since following until if because but is was has had will would said says'.split(
    ' ',
  ),
);
