import type { Document } from '../../corpus/document.ts';
import { GROUPS, ROLES } from '../../people/lexicon.ts';
import { isBody } from '../../people/speakers/bodies.ts';
import { Trait, type Word, words } from '../../search/words.ts';
import { contains, type Span, slice } from '../../text/span.ts';

/**
 * The words that "who" stands for: "their superiors" of "they asked their superiors about it, who refused". `pronoun` and the
 * result are offsets into the document's text; null for other words, and where it is not clear.
 */
export function antecedent({ text }: Document, pronoun: Span): Span | null {
  if (slice(text, pronoun) !== 'who') return null;
  const from = Math.max(0, pronoun.start - REACH);
  const before = text.slice(from, pronoun.start).replace(BESIDE_IT, (beside) => ' '.repeat(beside.length));
  const begin = Math.max(
    0,
    ...Array.from(before.matchAll(BREAK), ({ 0: { length }, index }) => index + length),
  );
  const phrases = parted(words(before.slice(begin)));
  // "it depends on who said so"
  if (phrases.at(-1)?.told.length === 0) return null;
  const told = whoIsMeant(phrases)?.told ?? [];
  const first = beginning(told);
  return first === null
    ? null
    : { start: from + begin + told[first]!.start, end: from + begin + told.at(-1)!.end };
}

/**
 * The body for which somebody speaks who is told by no more than that: "The Mill Board bought it. A spokesman said the board was glad."
 * It is named in the same paragraph, and stands in the sentence by the last word of that name. Offsets as above; null for anybody else.
 */
export function bodyBehind({ text, paragraphs }: Document, source: Span): Span | null {
  if (!VOICE.test(slice(text, source))) return null;
  const paragraph = paragraphs.find((each) => contains(each, source));
  if (!paragraph) return null;
  const [sentence = ''] = slice(text, { start: source.end, end: paragraph.end }).split(/[.!?]["”’']?\s/, 1);
  const nouns = [...sentence.matchAll(/\bthe (\p{Ll}+)/gu)].map(([, noun]) => noun!).filter(isBody);
  const from = Math.max(paragraph.start, source.start - NEAR);
  const named = [...text.slice(from, source.start).matchAll(NAME)].findLast(([name]) =>
    nouns.some((noun) => name.toLowerCase().endsWith(` ${noun}`)),
  );
  return named ? { start: from + named.index, end: from + named.index + named[0].length } : null;
}

/** So many characters before it a body may be named. */
const NEAR = 500;
/** A name of several words. */
const NAME = /\b\p{Lu}[\p{L}-]*(?: (?:of |for |and )?\p{Lu}[\p{L}-]*)+/gu;

/** A source that tells nothing but that somebody speaks for others. */
const VOICE = /^(?:an?|one|the) (?:official|representative|spokes\p{L}+)$/iu;

/** The last phrase, or one before that is for people where it tells what something is about or where it is; null for either. */
function whoIsMeant(phrases: readonly Phrase[]): Phrase | null {
  const last = phrases.at(-1);
  const aside = ABOUT_IT.test(last?.at ?? '');
  const people = phrases.findLast(({ told }) => isPeople(told.at(-1)));
  if (!last || people === last || (!aside && isCapital(last.told.at(-1)))) return last ?? null;
  if (aside) return people ?? phrases.findLast(({ at }) => !ABOUT_IT.test(at)) ?? null;
  return people ? null : last;
}

/** So many characters before it are looked at. */
const REACH = 160;

/** What may stand between a name and its pronoun: "(R-Neb.), ". */
const BESIDE_IT = /(?:,? \([^()]{1,40}\)|, [DRI]-[\p{L}.]{1,8},?|,)*\s*$/u;
/** What a phrase does not go over. */
const BREAK = /[.!?]["”’]?\s+(?=\p{Lu})|[,;:–—()“”"\n]|--/gu;

interface Phrase {
  /** The preposition before it; empty for none. */
  readonly at: string;
  readonly told: readonly Word[];
}

/** Words in phrases, each behind its preposition; "of" joins two. */
function parted(all: readonly Word[]): Phrase[] {
  const starts = [-1, ...all.flatMap(({ form }, at) => (PREPOSITION.test(form.folded) ? [at] : []))];
  return starts
    .map((start, i) => ({ at: all[start]?.form.folded ?? '', told: all.slice(start + 1, starts[i + 1]) }))
    .filter(({ at, told }) => at !== '' || told.length > 0);
}

const PREPOSITION =
  /^(?:about|against|after|among|around|as|at|before|between|by|during|for|from|in|including|into|like|near|on|over|than|through|to|toward|towards|under|until|with|within|without)$/;
/** Those behind which stands what something is about, or where and when it is, rather than who does it. */
const ABOUT_IT = /^(?:about|after|at|before|during|in|into|near|on|over|through|under|until|within)$/;

/** Where a phrase for somebody begins: at its last article, or at the capitals before its last word, or at that; null for what is hardly one. */
function beginning(told: readonly Word[]): number | null {
  const of = told.findLastIndex(({ form }) => form.folded === 'of');
  const headed = isPeople(told[of - 1]);
  // "the objections of voters"
  if (of > 0 && !headed && isPeople(told.at(-1)) && told.length - of <= 3) return of + 1;
  // "several members of the court"
  const head = headed ? told.slice(0, of) : told;
  const article = head.findLastIndex(({ form }) => ARTICLE.test(form.folded));
  if (article >= 0 && head.length - article <= LONGEST) return article;
  const last = head.at(-1);
  if (!isPeople(last) && !isCapital(last)) return null;
  return head.slice(0, -1).findLastIndex((word) => !isCapital(word) && word.form.folded !== 'of') + 1;
}

const ARTICLE =
  /^(?:the|an?|this|these|those|his|her|their|its|our|my|your|some|any|many|several|most|all|both|each|every|one|two|three|four|five|other|another)$/;
/** So many words a phrase has at most. */
const LONGEST = 6;

const isCapital = (word: Word | undefined): boolean => ((word?.form.traits ?? 0) & Trait.capital) !== 0;

function isPeople(word: Word | undefined): boolean {
  const written = word?.form.folded ?? '';
  return [written, written.replace(/s$/, '')].some(
    (noun) => ROLES.has(noun) || GROUPS.has(noun) || SOMEBODY.test(noun),
  );
}

const SOMEBODY =
  /^(?:person|people|m[ae]n|wom[ae]n|boy|girl|children|folk|guy|those|(?:some|any|every)(?:one|body))$/;
