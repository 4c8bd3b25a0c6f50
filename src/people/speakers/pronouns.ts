import type { Span } from '../../text/span.ts';
import { COLLECTIVES, FUNCTION, type Gender, GROUPS, genderOfRole, SPEECH } from '../lexicon.ts';
import type { Reading, Word } from '../reading.ts';
import { isRoleNoun } from '../roles.ts';

/** Somebody whom a pronoun may mean, as the scorer needs to know them. */
export interface Figure {
  readonly name: string;
  readonly gender: Gender | null;
  /** In the order of the text. */
  readonly mentions: readonly Span[];
}

/** Who was last found to speak, and where. */
export interface Spoken {
  readonly name: string;
  readonly start: number;
}

/** The name of speakers who could not be told. */
export const UNKNOWN = '';

/** What the pronoun in question tells, beyond where it stands. */
export interface Pronoun {
  /** Index of its word. */
  readonly at: number;
  /** Null where it tells none: "the 36-year-old". */
  readonly gender: Gender | null;
  /** Speakers it cannot mean: in "Smith said he lied", quoted words' `he` is not Smith. */
  readonly not: ReadonlySet<string>;
  /** Whom the words name that it says: seldom itself. */
  readonly named: ReadonlySet<string>;
}

/**
 * Weights of the signs for and against one person; a hundred articles' worth of reading behind them, no more.
 * Scores are comparable within one pronoun only.
 */
const WEIGHTS = {
  /** By how many sentences the nearest mention lies back. */
  distance: [3, 2.4, 1.2, 0.4, 0],
  /** First name in its sentence, outside quotations, object of nothing. */
  subject: 1.6,
  /** The same in the pronoun's own sentence. */
  subjectHere: 2.9,
  /** Spoke last, in this sentence or the one before, and nobody else has come up since. */
  spokeLast: 1.3,
  spokeBefore: 0.5,
  /** Subject of this sentence or the one before, after whoever spoke last. */
  takesOver: 0.8,
  /** Per doubling of how often they were named before. */
  frequency: 0.25,
  possessive: -1,
  object: -0.9,
  quoted: -0.8,
  /** Named in the words that the pronoun says. */
  quotedHere: -2.5,
  unknownGender: -0.9,
  /** Named anywhere in the quotation that the pronoun says. */
  named: -1.5,
  /** Named before it in the pronoun's own paragraph, where nobody else who may be meant is. */
  alone: 1.2,
  /** Named in the question right above that heads the pronoun's paragraph: "What was Hill's answer?" */
  heading: 3.1,
  /** Named right behind an opening clause that holds the pronoun: "In a move he called fair, Smith left". */
  ahead: 8.1,
};

/** Below this lead over the next best, or this score, the pronoun stays open. */
const MARGIN = 1.3;
const FLOOR = 1.5;

const PREPOSITIONS = new Set(
  'of for to from with by at in on including since about against between under over after before during into through without toward towards like than'.split(
    ' ',
  ),
);
/** What comes first in a sentence before its subject. */
const OPENERS = new Set(
  'in as when while after before although though with despite asked speaking if since during at on because for what'.split(
    ' ',
  ),
);

/** Whom a pronoun means, or null where two are about as likely or none is. `spoken` in the order of the text. */
export function antecedent(
  reading: Reading,
  pronoun: Pronoun,
  figures: readonly Figure[],
  spoken: readonly Spoken[],
  told: readonly Spoken[] = [],
): string | null {
  const likely = figures.flatMap((figure) => {
    const differs = figure.gender && pronoun.gender && figure.gender !== pronoun.gender;
    if (differs || pronoun.not.has(figure.name)) return [];
    return likelihood(reading, pronoun, figure, spoken, told, figures) ?? [];
  });
  const sentence = reading.words[pronoun.at]!.sentence;
  const here = likely.filter(({ figure }) => isInParagraph(reading, pronoun.at, figure));
  const last = spoken.at(-1);
  const goesOn =
    last !== undefined &&
    distanceOf(reading, reading.sentenceAt(last.start), sentence) < 2 &&
    !likely.some(
      ({ figure, subject }) => figure.name !== last.name && subject > reading.sentenceAt(last.start),
    );
  const latest = Math.max(...likely.map(({ subject }) => subject));
  const takesOver = !goesOn && distanceOf(reading, latest, sentence) < 2;
  const [best, second] = likely
    .map(({ figure, score, subject }) => ({
      figure,
      score:
        score +
        (takesOver && subject === latest ? WEIGHTS.takesOver : 0) +
        (goesOn && figure.name === last.name ? WEIGHTS.spokeLast : 0) +
        (pronoun.named.has(figure.name) ? WEIGHTS.named : 0) +
        (here.length === 1 && here[0]!.figure === figure ? WEIGHTS.alone : 0),
    }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score < FLOOR || (second && best.score - second.score < MARGIN)) return null;
  return newcomerSince(reading, pronoun, best.figure, spoken) ? null : best.figure.name;
}

/** Whether somebody is named before a word in its paragraph: outside quotations, and as no object of anything. */
function isInParagraph(reading: Reading, place: number, { mentions }: Figure): boolean {
  const { plain, words } = reading;
  const { start } = words[place]!;
  const paragraph = plain.lastIndexOf('\n', start) + 1;
  return mentions.some((mention) => {
    if (mention.start < paragraph || mention.start >= start) return false;
    const first = reading.at(mention.start);
    return !words[first]!.quoted && !isObject(reading, first) && !isModifier(reading, mention);
  });
}

/** The start of the last naming of somebody before `start`, by name or as a speaker; -1 where there is none. */
function lastNamed(figure: Figure, spoken: readonly Spoken[], start: number): number {
  let last = figure.mentions.findLast((mention) => mention.start < start)?.start ?? -1;
  for (const { name, start: place } of spoken)
    if (name === figure.name && place < start) last = Math.max(last, place);
  return last;
}

/** Whether somebody without a name came in after `figure` was named last: "… Hill left. A neighbour waved. He said …". */
function newcomerSince(
  reading: Reading,
  { at, gender }: Pronoun,
  figure: Figure,
  spoken: readonly Spoken[],
): boolean {
  const { words } = reading;
  const { start, sentence } = words[at]!;
  const since = lastNamed(figure, spoken, start);
  const last = spoken.at(-1);
  if (last?.name === UNKNOWN && distanceOf(reading, reading.sentenceAt(last.start), sentence) <= 2) {
    // Whom they speak of in the same breath has not taken over yet.
    if (since < reading.sentences[reading.sentenceAt(last.start)]!.end) return true;
  }
  for (let i = at - 1; i > 0 && words[i]!.start > since && sentence - words[i]!.sentence <= 1; i--) {
    const { lower, quoted } = words[i]!;
    // "Hill's father waved. He said"
    const owner = words[i - 1]!;
    const fits = gender === null || (genderOfRole(lower) ?? gender) === gender;
    if (RELATIVES.has(lower) && fits && !quoted && OWNERS.has(owner.lower) && words[i + 1]?.text !== ',') {
      // "She heard it from her daughter" leaves the word with her.
      if (!owner.capital && PREPOSITIONS.has(words[i - 2]?.lower ?? '')) continue;
      return true;
    }
    if (quoted || !isRoleNoun(lower) || GROUPS.has(lower) || words[i + 1]?.capital || lower.endsWith('s'))
      continue;
    for (let j = i - 1; j >= i - 4 && j > 0 && !words[j]!.mark; j--) {
      if (!NEW.has(words[j]!.lower)) continue;
      if ((words[j]!.initial || CLAUSES.has(words[j - 1]!.lower)) && words[i + 1]?.text !== ',') return true;
    }
  }
  return false;
}

/** What brings in somebody who has not been spoken of. */
const NEW = new Set(['a', 'an', 'another', 'one']);
const RELATIVES = new Set(
  'father mother brother sister son daughter wife husband lawyer attorney'.split(' '),
);
const OWNERS = new Set(["'s", "'", 'his', 'her']);
/** Words that a clause may begin with: what follows is its subject. */
const CLAUSES = new Set('that when while after before and but because since if where until'.split(' '));

/** How many sentences lie between two of them, those left out that are nothing but quotation. */
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

interface Likelihood {
  readonly figure: Figure;
  readonly score: number;
  /** The last sentence that they are the subject of; -1 where there is none near. */
  readonly subject: number;
}

function likelihood(
  reading: Reading,
  { at }: Pronoun,
  figure: Figure,
  spoken: readonly Spoken[],
  told: readonly Spoken[],
  figures: readonly Figure[],
): Likelihood | null {
  const { words } = reading;
  const place = words[at]!;
  let subject = -1;
  let best: number | null = null;
  let earlier = 0;
  for (const mention of figure.mentions) {
    if (mention.start > place.start) {
      if (isAhead(reading, at, mention)) best = Math.max(best ?? 0, WEIGHTS.ahead);
      break;
    }
    earlier++;
    const first = reading.at(mention.start);
    const word = words[first]!;
    const distance = distanceOf(reading, word.sentence, place.sentence);
    const heading = distance === 1 && isHeading(reading, word.sentence);
    if (distance >= WEIGHTS.distance.length || word.signed || (word.headline && !heading)) continue;
    let score = WEIGHTS.distance[distance]!;
    const after = words[reading.at(mention.end)];
    if (after?.text === "'s" || after?.text === "'" || isModifier(reading, mention))
      score += WEIGHTS.possessive;
    else if (word.quoted) score += distance === 0 ? WEIGHTS.quotedHere : WEIGHTS.quoted;
    else if (isObject(reading, first)) score += WEIGHTS.object;
    else if (followsVerb(reading, first)) score += WEIGHTS.object / 2;
    else if (SPEECH.has(after?.lower ?? '') || isFirst(reading, mention, figures)) {
      score += distance === 0 ? WEIGHTS.subjectHere : WEIGHTS.subject;
      subject = word.sentence;
    }
    if (heading) score += WEIGHTS.heading;
    if (best === null || score > best) best = score;
  }
  // A pronoun that has been taken for somebody names them as well.
  for (const { name, start } of [...spoken, ...told]) {
    if (name !== figure.name) continue;
    const distance = distanceOf(reading, reading.sentenceAt(start), place.sentence);
    if (distance < 0 || distance >= WEIGHTS.distance.length) continue;
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, WEIGHTS.distance[distance]! + WEIGHTS.subject);
  }
  if (best === null) return null;
  if (spoken.some(({ name }) => name === figure.name)) best += WEIGHTS.spokeBefore;
  if (figure.gender === null) best += WEIGHTS.unknownGender;
  return { figure, score: best + WEIGHTS.frequency * Math.log2(1 + earlier), subject };
}

/** Whether a name only tells whose or which the noun behind it is: "the Hill campaign", "Hill strategist Omar Ruiz", "a Hill sign". */
function isModifier({ words, at }: Reading, { start, end }: Span): boolean {
  const after = words[at(end)];
  if (!after || after.mark || after.capital) return false;
  if (COLLECTIVES.has(after.lower) || GROUPS.has(after.lower) || isRoleNoun(after.lower)) return true;
  return (
    ARTICLE.has(words[at(start) - 1]?.lower ?? '') && !FUNCTION.has(after.lower) && !SPEECH.has(after.lower)
  );
}

/** Whether a sentence is a question on a line of its own. */
function isHeading({ plain, sentences }: Reading, sentence: number): boolean {
  const { start, end } = sentences[sentence]!;
  const alone = plain.slice(sentences[sentence - 1]?.end ?? 0, start).includes('\n') || start === 0;
  return alone && plain[end - 1] === '?' && /^\s*\n/.test(plain.slice(end, end + BREAK));
}
const BREAK = 4;

/** Whether a name stands behind a preposition, titles between them set aside. */
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
      return !(i > 0 && words[i]!.initial && OPENERS.has(word.lower) && word.lower !== 'with');
    if (
      !word.capital &&
      !word.mark &&
      (listed ? word.lower !== 'and' : !ARTICLE.has(word.lower) && word.lower.length < 4)
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
  let i = first - 1;
  while (
    i >= 0 &&
    (words[i]!.capital || words[i]!.text === '.') &&
    !words[i]!.initial &&
    words[i]!.sentence === words[first]!.sentence
  )
    i--;
  const word = words[i];
  if (!word) return false;
  // "On Monday, known harbour hand Ruth Hill": what no subject stands before is no verb.
  let lead = i;
  while (lead > 0 && !words[lead]!.initial && isPlain(words[lead - 1]!)) lead--;
  if (lead < i && (words[lead]!.initial || words[lead - 1]?.text === ',')) return false;
  return (
    word.sentence === words[first]!.sentence &&
    !word.mark &&
    !word.initial &&
    !FUNCTION.has(word.lower) &&
    !SPEECH.has(word.lower) &&
    !isRoleNoun(word.lower) &&
    !word.lower.endsWith('ly')
  );
}

const isPlain = ({ capital, mark, lower }: Word): boolean => !capital && !mark && !FUNCTION.has(lower);

const ARTICLE = new Set(['the', 'a', 'an']);

/** Whether a mention is the first of anybody in its sentence that is outside quotations. */
function isFirst(reading: Reading, mention: Span, figures: readonly Figure[]): boolean {
  const sentence = reading.sentences[reading.sentenceAt(mention.start)]!;
  for (const { mentions } of figures)
    for (const other of mentions) {
      if (other.start >= mention.start) break;
      if (other.start < sentence.start) continue;
      // "Hill and Ruiz met": neither comes first.
      if (COORDINATED.test(reading.plain.slice(other.end, mention.start))) continue;
      const first = reading.at(other.start);
      const owns = reading.words[reading.at(other.end)]?.text === "'s";
      if (!reading.words[first]!.quoted && !owns && !isModifier(reading, other) && !isObject(reading, first))
        return false;
    }
  return true;
}

const COORDINATED = /^(?:,? and |, )(?:\p{Lu}[\p{L}.]* ){0,3}$/u;

/** Whether the pronoun stands in an opening clause ("In a move he …,") and the mention is the subject behind its comma. */
function isAhead(reading: Reading, at: number, mention: Span): boolean {
  const { words } = reading;
  const sentence = words[at]!.sentence;
  let first = at;
  while (first > 0 && words[first - 1]!.sentence === sentence) first--;
  if (!OPENERS.has(words[first]!.lower)) return false;
  const target = reading.at(mention.start);
  if (words[target]?.sentence !== sentence || words[target]!.quoted) return false;
  let comma = -1;
  for (let i = at; i < target; i++) if (words[i]!.text === ',') comma = i;
  if (comma < 0) return false;
  for (let i = comma + 1; i < target; i++) {
    const word = words[i]!;
    if (
      !word.capital &&
      !word.mark &&
      !ARTICLE.has(word.lower) &&
      !['former', 'acting', 'then'].includes(word.lower)
    )
      return false;
  }
  return words[reading.at(mention.end)]?.text !== "'s";
}
