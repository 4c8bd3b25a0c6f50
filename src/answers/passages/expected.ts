import type { Archive, Passage } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { PLACES } from '../../people/lexicon.ts';
import { type Form, terms, type Word, words } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';
import { overlaps, type Span, slice } from '../../text/span.ts';
import { AUXILIARY } from '../question/function-words.ts';
import { isLike, isMeant, related } from '../related.ts';
import { eventAsked, tells } from './events.ts';
import { sentencesAround } from './excerpt.ts';
import {
  AGE,
  AMOUNT,
  DAY,
  EXTENT,
  LASTING,
  MONEY,
  MONTH,
  MONTHS,
  SCORE,
  SHARE,
  TIME,
  YEAR,
} from './measures.ts';
import { outletTold } from './outlets.ts';
import { documentsOf } from './shown.ts';
import { stanceTold } from './stances.ts';

const COUNTED =
  /^(?:\d[\d,.]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?)|dozens?|scores?|hundreds?|thousands?|millions?|billions?|half|several|both|none)$/iu;

/** What a question asks for by its words, and how that is written. */
const TOLD: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /\bhow much\b.*\b(?:pay|paid|cost|worth|spen[dt]|raised?|owed?|earn|price|fined?|donate[d]?|sell|sold|charged?|bail|money)\b/i,
    MONEY,
  ],
  [/\bhow (?:long|much (?:more )?time)\b/i, LASTING],
  [/\bhow much\b/i, AMOUNT],
  [/\b(?:what|which) (?:percentage|percent|share|proportion|fraction)\b/i, SHARE],
  [/^what(?:['’]s| is| was| were) the (?:\S+ ){0,3}?(?:score|tally|count)\b/i, SCORE],
  [/\bhow old\b/i, AGE],
  [/\bhow (?:fast|far|often|big|tall|high|large|deep|wide)\b/i, EXTENT],
  [/\b(?:what|which) year\b/i, YEAR],
  [/\b(?:what|which) month\b/i, MONTHS],
  [/\b(?:what|which) (?:day|date)\b/i, DAY],
  [
    // "which town did he visit when he fell ill" asks for no time.
    new RegExp(
      `^(?:(?:and|since|until|from|about|exactly) )*when\\b|\\bwhen (?:exactly )?(?:${AUXILIARY})\\b|\\b(?:what|which) time\\b`,
      'i',
    ),
    TIME,
  ],
];

const TIMES_ASKED: ReadonlySet<RegExp> = new Set([TIME, YEAR, MONTHS, DAY]);

/** Stems of where it was: a number that shares these with a question may count anything there. */
const PLACED: ReadonlySet<string> = new Set(
  PLACES.flatMap(({ names }) => names.flatMap((name) => terms(name))),
);

/** So many words may stand between a number and what it counts. */
const BETWEEN = 3;

/** Whether a number, as it is written between two words in lower case, counts nothing: the year 2020, Section 8, May 3, "no one", "one of them". */
const isLabel = (before: string, number: string, behind: string): boolean =>
  (/^(?:1[5-9]|20)\d\d$/.test(number) && !PLURAL.test(behind)) ||
  (/^\d/.test(number) && NUMBERED.test(before)) ||
  (/^one$/i.test(number) && (/^(?:no|any|every|some|the|this|that)$/.test(before) || behind === 'of'));

const NUMBERED = new RegExp(
  `^(?:sections?|titles?|articles?|chapters?|pages?|part|number|no|rule|room|route|flight|${MONTH})$`,
  'i',
);
/** How often, in no number: "a second time". */
const TIMES = /\b(?:once|twice|again|(?:first|second|third|fourth|fifth|\d+th) time)\b/i;
/** What is measured rather than counted. */
const MEASURE =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|percent|miles?|metres?|meters?|feet|foot|inch(?:es)?|acres?|tons?|tonnes?|points?|dollars|euros|pounds|cents)$/;

/** A number of nothing in particular. */
const VAGUE = /^(?:several|both|none)$/;

const PEOPLE: ReadonlySet<string> = new Set(terms('people person folks ppl men women'));
/** Several of something that is no measure: "nine employees", not "nine minutes". */
const PLURAL =
  /^(?!(?:second|minute|hour|day|week|month|year|decade|centurie|time|dollar|euro|pound|cent|mile|metre|meter|feet|inche|acre|ton|tonne|point|state|countrie|citie|town)s?$)\p{L}{3,}s$|^(?:people|men|women|children|police)$/u;

/**
 * How far a text has what the words of a question ask for: a number, an amount, an age, a time, an outlet, a reason. 1 where it
 * does, 0 where it does not, between them where that cannot be told for sure; null for a question that asks for none of these.
 */
export function expected(question: string, text: string): number | null {
  const counted = /\bhow many (.+)/i.exec(question)?.[1];
  if (counted !== undefined)
    return count(
      terms(counted).filter((stem, at) => at === 0 || !PLACED.has(stem)),
      text,
    );
  const outlet = outletTold(question, text);
  if (outlet !== null) return outlet;
  const why = REASON_ASKED.exec(question)?.[1];
  if (why !== undefined) return reason(terms(why), text);
  const stance = stanceTold(question, text, UNREASONED);
  if (stance !== null) return stance;
  const sort = /^(?:which|what) (?!(?:does|was|has|is)\b)(\p{L}{3,}s)\b/iu.exec(question)?.[1];
  if (sort !== undefined) return listed(terms(sort)[0] ?? '', text);
  const told = TOLD.find(([asked]) => asked.test(question))?.[1];
  if (told && TIMES_ASKED.has(told)) return timed(question, text, told);
  return told ? Number(told.test(text)) : null;
}

/** Whether a question asks for a number, an amount, an age or a time. */
export const asksMeasure = (question: string): boolean =>
  /\bhow many\b/i.test(question) || TOLD.some(([asked]) => asked.test(question));

/**
 * Whether a sentence has the kind of time asked for, and with it something that is asked about besides names: any sentence, where that
 * is nothing. Between both where it tells of a time otherwise, or only what something came before, after or with.
 */
function timed(question: string, text: string, time: RegExp): number {
  const asked = words(question).filter(
    ({ form, start }) => !form.stop && !isSpan(form.folded) && !/^\p{Lu}/u.test(question.slice(start)),
  );
  const telling = sentenceTexts(text).filter((sentence) => {
    const stems = terms(sentence);
    const has = ({ form: { stem } }: Word): boolean =>
      stems.some((other) => related(other, stem)) || isMeant(stem, stems) || isLike(stem, stems);
    return asked.length === 0 || asked.some(has);
  });
  if (telling.some((sentence) => time.test(sentence))) return 1;
  return telling.some((sentence) => (time === TIME ? BESIDE : TIME).test(sentence)) ? OTHER : 0;
}

/** What tells of a time by something else: "before the war". */
const BESIDE = /\b(?:before|after|during|since|until|when|once|while) \p{L}/iu;

const isSpan = (word: string): boolean =>
  /^(?:years?|dates?|days?|months?|times?|exactly|happen(?:s|ed)?)$/.test(word);

/**
 * A passage cut down to its one sentence with the number, time or reason asked for; as it is where no single sentence has that,
 * or none is asked for.
 */
export function telling(question: string, document: Document, span: Span): Span {
  const whole = expected(question, slice(document.text, span));
  const inside = sentencesAround(document, span).filter((sentence) => overlaps(sentence, span));
  return inside.find((sentence) => expected(question, slice(document.text, sentence)) === whole) ?? span;
}

/** Of a number that stands by itself nobody can tell what it counts, unless its sentence has something else that is asked about. */
function count(asked: readonly string[], text: string): number {
  return Math.max(
    0,
    ...sentenceTexts(text).map((sentence) => {
      const all = words(sentence);
      const folded = (at: number): string => all[at]?.form.folded ?? '';
      const numbers = all.flatMap((word, at) => {
        const written = slice(sentence, word);
        return COUNTED.test(written) && !isLabel(folded(at - 1), written, folded(at + 1)) ? [at] : [];
      });
      const counted = (is: (form: Form) => boolean) =>
        numbers.some((at) => all.slice(at + 1, at + 2 + BETWEEN).some(({ form }) => is(form)));
      if (counted(({ stem }) => stem === asked[0])) return 1;
      if (asked[0] === 'time' && TIMES.test(sentence)) return OTHER;
      // "two weeks" are two of nothing else, and "several" no answer but for what they count.
      if (numbers.every((at) => MEASURE.test(folded(at + 1)) || VAGUE.test(folded(at)))) return 0;
      const there = asked.filter((stem) => all.some(({ form }) => related(stem, form.stem)));
      // People are counted as what they are: "how many people work there", "nine employees work".
      const persons = PEOPLE.has(asked[0]!) && counted(({ folded, stop }) => !stop && PLURAL.test(folded));
      if (persons && there.length > 0) return OTHER;
      return there.length >= Math.min(MORE, asked.length) ? OTHER : 0;
    }),
  );
}

/** What asks for the cause of what stands behind it: "what led to the strike". */
export const CAUSE_ASKED =
  /^what (?:(?:has|had) )?(?:led(?: up)? to|caused|prompted|triggered|sparked|provoked|brought (?:about|on)) /i;
const REASON_ASKED = new RegExp(`(?:\\bwhy\\b|${CAUSE_ASKED.source})(.+)`, 'i');

/** A reason may be given in any words; it is one for sure where a sentence on what is asked about has a word for reasons. */
function reason(asked: readonly string[], text: string): number {
  const given = sentenceTexts(text).some((sentence) => {
    return (
      REASON.test(sentence) && (asked.length === 0 || terms(sentence).some((stem) => asked.includes(stem)))
    );
  });
  return given ? 1 : UNREASONED;
}

const UNREASONED = 0.3;

/** Which of a sort are meant may be told anywhere; it is for sure where a sentence on that sort has some of them by name. */
function listed(sort: string, text: string): number {
  const told = sentenceTexts(text).some((sentence) => {
    return NAMES.test(sentence) && terms(sentence).includes(sort);
  });
  return told ? 1 : WHERE.has(sort) ? UNPLACED : UNLISTED;
}

/** "Lund, Osk and", "including Lund" */
const NAMES =
  /\b(?:(?:including|such as|namely) (?:the )?\p{Lu}|\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?, (?:and |or )?\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?(?:,| and | or ))/u;
const UNLISTED = 0.4;
/** Stems of places, which are hardly told but by their names. */
const WHERE: ReadonlySet<string> = new Set(terms('cities towns villages states countries counties'));
const UNPLACED = 0.1;

const REASON =
  /\b(?:because|since|due to|owing to|so that|in order to|as a result|citing|cited|reasons?|in an (?:attempt|effort) to|in response to|intended to|meant to|aimed at|explain\p{L}*|for fear|prompted|forced|the best way|concerned (?:that|about)|to avoid|to protect|to prevent|out of|over concerns?|following|in the wake of|in a (?:move|bid)|as (?:it|they|he|she|that|this|there) (?:is|are|was|were|would|could|might|had|has|have)|anonym(?:ity|ously) (?:to|because|for|since|as|so))\b/iu;

/** So many words of the question must stand in the sentence of a number that may be the one. */
const MORE = 2;
const OTHER = 0.5;
/** By so much the logarithm of the odds sinks of a passage in which what is asked for may be told otherwise, by the share it lacks. */
const LACKING = 3;
/** The same of one that for sure has nothing of it, and of a time, an age or an amount that it may have. */
const UNTOLD = 6;

/** Passages in the order in which they answer the question once it counts whether they have what it asks for. */
export async function byExpected(
  archive: Archive,
  question: string,
  passages: readonly Passage[],
): Promise<readonly Passage[]> {
  const event = eventAsked(question);
  if (event === null && expected(question, '') === null) return passages;
  const documents = await documentsOf(archive, passages);
  const untellable = /\bhow many\b/i.test(question) || expected(question, '') === UNREASONED;
  const judged = passages.map((passage) => {
    const text = documents.get(passage.document)?.text ?? '';
    const lack = 1 - (expected(question, slice(text, passage.span)) ?? 1);
    const lacking = lack * (untellable && lack < 1 ? LACKING : UNTOLD);
    const untold = event !== null && !tells(event, slice(text, passage.span)) ? LACKING : 0;
    // A score is the exponential of a tenth of the odds' logarithm.
    return { passage, worth: 10 * Math.log(passage.score) - lacking - untold };
  });
  return judged.sort((a, b) => b.worth - a.worth).map(({ passage }) => passage);
}
