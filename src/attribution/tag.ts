import { MONTHS, MONTHS_IN_SHORT } from '../text/calendar.ts';
import { normalise } from '../text/normalise.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { corrected } from './corrections.ts';
import { LAST_OF_SPEECH, PARTS_OF_PAGES } from './lexicon.ts';
import { type Quotation, quotations } from './quotations.ts';
import { formOf, POS, readWords, type TaggedWord } from './words.ts';

/** A word or a mark at its place, its characters with normalised quotation marks and apostrophes. */
export interface Token extends Span, Omit<TaggedWord, 'value' | 'letter' | 'verb'> {
  /** Index of the quotation it lies in (its marks included), or -1. */
  readonly quotation: number;
}

/** A run of tokens: indexes, `end` exclusive. */
export type Run = Span;

/** A sentence, or several where a quotation runs on from one into the next. */
export interface Unit extends Run {
  readonly paragraph: number;
  /** Whether it holds no word outside quotation marks. */
  readonly quoted: boolean;
  /** Whether one that is quoted follows it, which it may introduce: 1 in the next paragraph, 2 in its own. */
  leads: 0 | 1 | 2;
}

/** A text cut into tokens, and these into units. */
export interface Tagged {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** Where sentences end: indexes of the tokens after them. */
  readonly breaks: readonly number[];
  /** How many paragraphs begin with a name and a colon, as in a transcript. */
  readonly labels: number;
  /** Names and pronouns beside plain verbs of saying, by lemma number: how often. */
  readonly speakers: ReadonlyMap<number, number>;
  /** In character offsets. */
  readonly quotations: readonly Quotation[];
}

/** Tokens with parts of speech, sentences and quotations of `text`; every token is an exact slice of it. */
export function tag(text: string): Tagged {
  const marked = doubleMarks(text);
  const plain = withoutOverlong(normalise(marked));
  const tokens: Token[] = [];
  const quoted: Quotation[] = [];
  const spans = sentences(marked);
  const units: Unit[] = [];
  const breaks: number[] = [];
  let sentence = 0;
  let number = 0;
  for (const paragraph of paragraphs(plain)) {
    const first = quoted.length;
    for (const quotation of quotations(plain, paragraph)) quoted.push(quotation);
    let start = tokens.length;
    readTokens(text, plain, paragraph, quoted, first, tokens);
    for (let i = start; i < tokens.length; i++) {
      const next = tokens[i + 1];
      if (next && i + 1 - start < LONGEST_UNIT) {
        while (sentence < spans.length && spans[sentence]!.end <= tokens[i]!.start) sentence++;
        if (sentence < spans.length && next.start < spans[sentence]!.end) continue;
        breaks.push(i + 1);
        if (next.quotation >= 0 && next.quotation === tokens[i]!.quotation) continue;
        if (isQuoted(tokens, start, i + 1) && onlySays(tokens, i + 1, spans[sentence + 1]?.end ?? 0))
          continue;
      }
      const unit: Unit = {
        start,
        end: i + 1,
        paragraph: number,
        quoted: isQuoted(tokens, start, i + 1),
        leads: 0,
      };
      const before = units.at(-1);
      if (unit.quoted && before && !before.quoted) before.leads = before.paragraph === number ? 2 : 1;
      units.push(unit);
      start = i + 1;
    }
    number++;
  }
  const labels = units.filter(
    (unit, i) => units[i - 1]?.paragraph !== unit.paragraph && labelEnd(tokens, unit) > 0,
  );
  return {
    text,
    tokens,
    units,
    breaks,
    labels: labels.length,
    speakers: countSpeakers(tokens),
    quotations: quoted,
  };
}

/** Whether the sentence from a token to a place in the text only says who spoke: `"Is it gone?" Merz, a baker, wondered on Friday.` */
function onlySays(tokens: readonly Token[], from: number, until: number): boolean {
  let verb = -1;
  let comma = -1;
  for (let i = from; i < tokens.length && tokens[i]!.start < until; i++) {
    const { word, pos, reports, quotation } = tokens[i]!;
    if (quotation >= 0 || i - from > 15) return false;
    if (verb < 0 && reports > 0 && reports <= LAST_OF_SPEECH) verb = i;
    else if (pos === 'VERB' || pos === 'AUX') return false;
    else if (verb < 0 && word === ',' && i > from) comma = i;
    else if (verb < 0 && comma > 0 && pos === 'ADP') continue;
    else if (verb < 0 && !['PROPN', 'NOUN', 'PRON', 'DET', 'ADJ'].includes(pos)) return false;
    else if (verb >= 0 && i === verb + 1 && !['PUNCT', 'ADP', 'PROPN', 'ADV'].includes(pos)) return false;
  }
  return verb > from;
}

/** Where the colon stands by which a unit is given to a speaker, "MERZ: We lost the barn", "Ashby (Elm County): …", or -1. */
export function labelEnd(tokens: readonly Token[], unit: Run): number {
  const { word, quotation } = tokens[unit.start]!;
  const start = word === '“' && quotation < 0 ? unit.start + 1 : unit.start;
  let i = start;
  while (i < unit.end && i < start + 5 && tokens[i]!.capital && !tokens[i]!.mark) i++;
  if (i === start) return -1;
  if (i < unit.end && tokens[i]!.word === '(') {
    const last = Math.min(unit.end, i + LONGEST_NOTE) - 1;
    while (i < last && tokens[i]!.word !== ')') i++;
    i++;
  }
  return i < unit.end && tokens[i]!.word === ':' ? i : -1;
}

/** Whether the token at `i` is a colon behind a part of the page, or a day, a year or a time: behind nobody who speaks. */
export function labelsPage({ tokens }: Tagged, { start }: Unit, i: number): boolean {
  if (tokens[i]!.word !== ':' || i === start) return false;
  const last = tokens[i - 1]!;
  if (last.capital && PARTS_OF_PAGES.has(last.word)) return true;
  if (last.pos === 'NUM' && i > 1 && isMonth(tokens[i - 2]!.word)) return true;
  if (i - start > LONGEST_LABEL) return false;
  const first = tokens[start]!.mark ? start + 1 : start;
  return PARTS_OF_PAGES.has(tokens[first]!.word) || tokens.slice(start, i).every(({ pos }) => pos === 'NUM');
}

const isMonth = (word: string) => MONTHS.includes(word) || MONTHS_IN_SHORT.includes(word.replace('.', ''));

/** In tokens: how far from a colon the part of a page may be that begins a sentence, "Read more on the port: …". */
const LONGEST_LABEL = 6;

/** Whether the token at `i` is the colon behind a speaker in a text where several turns begin so. */
export function isTurn({ tokens, labels }: Tagged, unit: Unit, i: number): boolean {
  return labels > 2 && tokens[i]!.word === ':' && labelEnd(tokens, unit) === i;
}

/** In tokens: what stands in brackets behind a speaker's name, with them. */
const LONGEST_NOTE = 12;

/**
 * The part of a text that is reported in `run`, as if it stood alone: marks of quotation that enclose all of it do
 * not count, and its sentences are units.
 */
export function within(tagged: Tagged, run: Run): Tagged {
  const base = tagged.tokens[run.start]!.quotation;
  const enclosed = base >= 0 && base === tagged.tokens[run.end - 1]!.quotation;
  const tokens: Token[] = [];
  for (let i = run.start; i < run.end; i++) {
    const token = tagged.tokens[i]!;
    tokens.push(enclosed && token.quotation === base ? laidOut({ ...token, quotation: -1 }) : token);
  }
  const units: Unit[] = [];
  let start = 0;
  for (const end of [...tagged.breaks.filter((at) => run.start < at && at < run.end), run.end]) {
    units.push({ start, end: end - run.start, paragraph: 0, quoted: false, leads: 0 });
    start = end - run.start;
  }
  const { text, labels, speakers, quotations } = tagged;
  return { text, tokens, units, breaks: [], labels, speakers, quotations };
}

/**
 * A changed copy of a token, made in full like any other. A spread gives an object that is laid out in another way, and tokens are
 * read so often that it tells when they are not all alike.
 */
function laidOut(token: Token): Token {
  return {
    start: token.start,
    end: token.end,
    word: token.word,
    lemma: token.lemma,
    pos: token.pos,
    wordId: token.wordId,
    lemmaId: token.lemmaId,
    posId: token.posId,
    ending: token.ending,
    capital: token.capital,
    reports: token.reports,
    speaker: token.speaker,
    plain: token.plain,
    mark: token.mark,
    quotation: token.quotation,
  };
}

/** Two apostrophes, or two grave accents before them, as some agencies write, become a quotation mark and a space. */
function doubleMarks(text: string): string {
  if (!text.includes("''")) return text.includes('’’') ? text.replace(/’’/g, '” ') : text;
  return text
    .replace(/``(?=\S)/g, ' “')
    .replace(/(?<=[\s(]|^)''(?=\S)/g, ' "')
    .replace(/''/g, '" ');
}

function isQuoted(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (tokens[i]!.quotation < 0 && !tokens[i]!.mark) return false;
  return true;
}

/** Who stands right before or after "said" and its like: someone who speaks once will speak again. */
function countSpeakers(tokens: readonly Token[]): Map<number, number> {
  const counts = new Map<number, number>();
  tokens.forEach((token, i) => {
    if (token.reports !== 1 || token.quotation >= 0) return;
    let after = i + 1;
    while (tokens[after + 1]?.pos === 'PROPN') after++;
    for (const near of [tokens[i - 1], tokens[after]]) {
      if (near && (near.pos === 'PROPN' || near.pos === 'NOUN' || near.pos === 'VERB') && near !== token) {
        counts.set(near.lemmaId, (counts.get(near.lemmaId) ?? 0) + 1);
      }
    }
  });
  return counts;
}

/** Tokens, far more than people write without a full stop: what is looked at for each token must not grow with the text. */
const LONGEST_UNIT = 600;

/** Longer than any word, so that nothing but addresses and debris is cut. */
const LONGEST_RUN = 120;
const OVERLONG = new RegExp(`(?<=\\S{${LONGEST_RUN}})\\S+`, 'g');

/** Runs without a blank go blank after their beginning: wink-nlp takes time with the cube of their length. Offsets stay. */
function withoutOverlong(text: string): string {
  return hasLongRun(text) ? text.replace(OVERLONG, (rest) => ' '.repeat(rest.length)) : text;
}

/** Whether there is one as long as `LONGEST_RUN`, which must hold one of the characters that are looked at first. */
function hasLongRun(text: string): boolean {
  for (let at = LONGEST_RUN - 1; at < text.length; at += LONGEST_RUN) {
    let start = at;
    while (start > at - LONGEST_RUN && !isBlank(text, start)) start--;
    let end = at + 1;
    while (end - start <= LONGEST_RUN && end < text.length && !isBlank(text, end)) end++;
    if (end - start > LONGEST_RUN) return true;
  }
  return false;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? unit === 32 || (unit >= 9 && unit <= 13) : /\s/.test(text[at]!);
}

/** wink-nlp gives no offsets: its tokens are found again by scanning forward. */
function readTokens(
  text: string,
  plain: string,
  span: Span,
  quoted: readonly Quotation[],
  first: number,
  into: Token[],
): void {
  const words = readWords(plain.slice(span.start, span.end));
  const heading = isHeading(words);
  let at = span.start;
  let quotation = first;
  for (let i = 0; i < words.length; i++) {
    const { value } = words[i]!;
    const start = plain.indexOf(value, at);
    if (start < 0 || start >= span.end) continue;
    const end = start + value.length;
    at = end;
    if (value === '-' && joinsNames(plain, into.at(-1), start, words[i + 1])) {
      at += words[++i]!.value.length;
      into.push(joined(into.pop()!, plain, at));
      continue;
    }
    while (quotation < quoted.length && quoted[quotation]!.end <= start) quotation++;
    const inside = quotation < quoted.length && quoted[quotation]!.start <= start;
    const word = corrected(words, i, heading, into.at(-1)?.end === start);
    // Two apostrophes are one mark, of which the plain text has the inner one.
    const doubled = (value === '“' || value === '”') && "'`’".includes(text[start]!);
    into.push({
      start: doubled && value === '“' ? start - 1 : start,
      end: doubled && value === '”' ? end + 1 : end,
      word: word.word,
      lemma: word.lemma,
      pos: word.pos,
      wordId: word.wordId,
      lemmaId: word.lemmaId,
      posId: word.posId,
      ending: word.ending,
      capital: word.capital,
      reports: word.reports,
      speaker: word.speaker,
      plain: word.plain,
      mark: word.mark,
      quotation: inside ? quotation : -1,
    });
  }
}

/** They stay small within a name: "Omar al-Harun". */
const ARABIC_ARTICLES = new Set(['al', 'el']);

/** Whether the hyphen at `at` is one in a name, of which wink-nlp makes three words: "Lovell-Kane". */
function joinsNames(
  plain: string,
  before: Token | undefined,
  at: number,
  after: TaggedWord | undefined,
): boolean {
  if (before?.end !== at || after?.pos !== 'PROPN') return false;
  if (ARABIC_ARTICLES.has(before.word)) return after.capital && plain.startsWith(after.value, at + 1);
  if (before.pos !== 'PROPN') return false;
  // Of "R-Ohio" and the like the models know the letter.
  return (
    before.capital && before.end - before.start > 1 && after.capital && plain.startsWith(after.value, at + 1)
  );
}

/** A part of a name, as far as the name goes. */
function joined(part: Token, plain: string, end: number): Token {
  const { word, wordId, ending } = formOf(plain.slice(part.start, end));
  return laidOut({
    ...part,
    end,
    pos: 'PROPN',
    posId: POS.indexOf('PROPN'),
    capital: true,
    word,
    lemma: word,
    wordId,
    lemmaId: wordId,
    ending,
    reports: 0,
    speaker: false,
    plain: false,
  });
}

/** Whether most of the words are capitalised, so that a capital says nothing. */
function isHeading(all: readonly TaggedWord[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { letter, capital } of all) {
    if (!letter) continue;
    words++;
    if (capital) capitals++;
  }
  return capitals * 3 > words * 2;
}

/** What stands before the first token of a unit and after its last. */
export const EDGE: Token = {
  start: 0,
  end: 0,
  word: '',
  lemma: '',
  pos: 'X',
  wordId: 1,
  lemmaId: 1,
  posId: 31,
  ending: 0,
  capital: false,
  reports: 0,
  speaker: false,
  plain: false,
  mark: true,
  quotation: -1,
};
