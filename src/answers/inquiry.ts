import type { Archive, Passage, PersonRecord } from '../archive/archive.ts';
import type { Document } from '../corpus/document.ts';
import { withCapital } from '../people/fold.ts';
import { figure } from '../people/gazetteer.ts';
import { placesInBoth } from '../people/lexicon.ts';
import { CONFIDENT, chanceOf } from '../search/engine.ts';
import { misspelt } from '../search/spelling.ts';
import { Trait, terms, type Word, words } from '../search/words.ts';
import { CAPITAL_MONTHS } from '../text/calendar.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import type { Answer, Excerpt, Nothing } from './answer.ts';
import { calledIn, peopleIn, peopleOf, stemsOf } from './meant.ts';
import type { Understood } from './names.ts';
import { nothing } from './nothing.ts';
import { eventAsked, tells, tellsSuccession } from './passages/events.ts';
import { asksMeasure, CAUSE_ASKED, expected, telling } from './passages/expected.ts';
import { KINDS_OF_OUTLET } from './passages/outlets.ts';
import { moved, shownPassages } from './passages/passages.ts';
import { distinct } from './passages/shown.ts';
import type { Question } from './question/asked.ts';
import { isGeneral, isMental, verb } from './question/verbs.ts';
import { isYesNo } from './question/whether.ts';
import { isLike, isMeant, related } from './related.ts';
import { lacksRole } from './roles.ts';
import { isCharge, isView } from './topic.ts';
import { twoWordVerbs } from './two-word-verbs.ts';

/** A question with what was looked up for it. */
export interface Inquiry {
  readonly archive: Archive;
  readonly question: Question;
  /** Whom the question's speaker is taken for; null where it has none. */
  readonly who: Understood | null;
  /** What search found, best first. */
  readonly passages: readonly Passage[];
  readonly searched: number;
}

/** The most excerpts of one answer, and of what is merely related. */
export const MOST = 5;
const MOST_RELATED = 3;
/** The most of them that are passages rather than attributions. */
export const MOST_PASSAGES = 3;
/** What fits so much worse than the best is left out. */
export const WORSE = 0.55;
/** The least confidence for a passage to be shown as related. */
const RELATED = 0.03;

/** Whether any article has words in which a member typed something. */
export const isHeard = async (archive: Archive, typed: string): Promise<boolean> =>
  (await archive.articles(typed, 1)).length > 0;

/** The answer with these excerpts, each once, or null where there are none. */
export function answered({ searched, who }: Inquiry, excerpts: readonly Excerpt[]): Answer | null {
  const shown = distinct(excerpts).slice(0, MOST);
  return shown.length === 0
    ? null
    : { status: 'answered', searched, taken: who?.taken ?? [], excerpts: shown, related: [] };
}

/** Nothing on record, with what the corpus holds near the question, `why.related` first; by or on `person` where that is given. */
export async function unanswered(
  inquiry: Inquiry,
  why: Pick<Nothing, 'reason'> & Partial<Nothing>,
  person: PersonRecord | null = null,
): Promise<Answer> {
  const { archive, passages, searched, who } = inquiry;
  const near = passages.filter(({ confidence }) => confidence >= RELATED);
  const names = person && new Set(terms([person.called, ...person.aliases].join(' ')));
  const excerpts = await shownPassages(archive, near);
  const related = excerpts.filter(({ text }) => !names || terms(text).some((stem) => names.has(stem)));
  const all = unrepeated(distinct([...(why.related ?? []), ...related])).slice(0, MOST_RELATED);
  return nothing({ searched, taken: who?.taken ?? [], ...why, related: all });
}

/** The excerpts without those that already stand beside an earlier one, as what it denies or what denies it. */
const unrepeated = (excerpts: readonly Excerpt[]): Excerpt[] =>
  excerpts.filter((each, at) => {
    const beside = excerpts.slice(0, at).flatMap(({ counterparts }) => counterparts);
    return distinct([...beside, each]).includes(each);
  });

/** The passages that answer the question, best first; none where it is unlikely that one of them does. */
export async function confident(inquiry: Inquiry): Promise<Excerpt[]> {
  const best = inquiry.passages.slice(0, MOST_PASSAGES);
  if (chanceOf(best) < CONFIDENT) return [];
  const lead = await leading(inquiry, best);
  return lead ? shownTelling(inquiry, [lead, ...best.filter((passage) => passage !== lead)]) : [];
}

/** Passages as excerpts; of one that would be cut to what somebody else says beside it, the sentence that has what is asked for. */
async function shownTelling(
  { archive, question, searched }: Inquiry,
  passages: readonly Passage[],
): Promise<Excerpt[]> {
  const asked = question.text;
  if (searched > SMALL || expected(asked, '') === null) return shownPassages(archive, passages);
  const excerpts = await Promise.all(
    passages.map(async (passage) => {
      const [whole] = await shownPassages(archive, [passage]);
      const document = await archive.document(passage.document);
      if (!whole || !document) return [];
      const has = expected(asked, slice(document.text, passage.span))!;
      if (expected(asked, whole.text)! >= has) return [whole];
      return shownPassages(archive, [moved(passage, telling(asked, document, passage.span))]);
    }),
  );
  return excerpts.flat();
}

/**
 * The best passage that may answer: not foreign to the question, and not without what it asks for. Past the first, only likely
 * ones are looked at.
 */
async function leading(inquiry: Inquiry, best: readonly Passage[]): Promise<Passage | null> {
  for (const [at, passage] of best.entries()) {
    if (at > 0 && (passage.confidence < LIKELY || !(await isAbout(inquiry, passage)))) continue;
    if (!(await isForeign(inquiry, passage)) && !(await isBeside(inquiry, passage))) return passage;
    if (inquiry.searched > SMALL || inquiry.question.form !== 'fact') return null;
  }
  return null;
}

/** The least confidence of a passage behind the first that is looked at for an answer. */
const LIKELY = 0.1;

/** Of more documents nearly every word stands in one, so that having it, or not, tells less. */
export const SMALL = 500;
/** So many characters around a passage count as near it. */
const NEAR = 150;
/** Stems that ask rather than tell. */
const ASKING: ReadonlySet<string> = new Set(
  terms(
    `${KINDS_OF_OUTLET.join(' ')} tv television media many much long year date day time month kind type name number percentage people person place city country happen according old fast far often tall part work job thing stuff rid getting`,
  ),
);

/**
 * Whether a passage shares hardly more than names with a question: for "who sued Homan" one on Homan in which nobody sues. The
 * less sure search is of a passage, the more of the question must stand near it.
 */
async function isForeign(inquiry: Inquiry, best: Passage): Promise<boolean> {
  if ((await isUneventful(inquiry, best)) || (await isOfOthers(inquiry, best))) return true;
  const { away, nowhere, somebody, nameless, undone } = await lacking(inquiry, inquiry.question.text, best);
  const { form } = inquiry.question;
  const { confidence } = best;
  if (somebody || nowhere > 0.5 || (undone && confidence < DOUBTFUL)) return true;
  if (confidence >= PROBABLE && (await hasMeasure(inquiry, best))) return false;
  if (nameless && confidence < NAMELESS) return true;
  if (away >= AWAY && confidence < DOUBTFUL) return true;
  return form === 'fact' && away === 1 && confidence < (isYesNo(inquiry.question.text) ? CERTAIN : RATHER);
}

/** Whether a passage of a small corpus has the number, amount or time that is asked for. */
async function hasMeasure(
  { archive, question, searched }: Inquiry,
  { document, span }: Passage,
): Promise<boolean> {
  if (searched > SMALL || !asksMeasure(question.text)) return false;
  const text = (await archive.document(document))?.text ?? '';
  return expected(question.text, slice(text, span)) === 1;
}

/** Whether nothing near a passage tells of the event that is asked about, in a small corpus. */
async function isUneventful(
  { archive, searched, question }: Inquiry,
  { document, span }: Passage,
): Promise<boolean> {
  const event = searched > SMALL ? null : eventAsked(question.text);
  if (event === null) return false;
  const [article, people] = await Promise.all([archive.document(document), peopleIn(archive, question.text)]);
  const text = around(article, span);
  return (
    !tells(event, text, stemsOf(people), isYesNo(question.text)) ||
    !people.every(({ surname }) => tellsSuccession(question.text, text, surname))
  );
}

/**
 * Whether the article of a passage names nobody of the people whom the question calls by their names, in a small corpus: neither
 * as they are known nor as they were typed, which may be a word like any other ("plague").
 */
async function isOfOthers({ archive, searched, question }: Inquiry, { document }: Passage): Promise<boolean> {
  if (searched > SMALL) return false;
  const [article, called] = await Promise.all([archive.document(document), calledIn(archive, question.text)]);
  if (called.length === 0) return false;
  const there = new Set(terms(`${article?.title ?? ''} ${article?.text ?? ''}`));
  return !stemsOf(called).some((stem) => there.has(stem));
}

/**
 * Whether a passage, or what stands right before it, names one of the people in the question. True for a question without
 * people.
 */
async function isAbout({ archive, question }: Inquiry, { document, span }: Passage): Promise<boolean> {
  const [article, people] = await Promise.all([archive.document(document), peopleIn(archive, question.text)]);
  const near = terms(article?.text.slice(Math.max(0, span.start - NEAR), span.end) ?? '');
  return people.length === 0 || stemsOf(people).some((stem) => near.includes(stem));
}

/** The text of a place with what stands next to it, from further back where it takes up what was said before ("the plan"). */
function around(document: Document | null, span: Span): string {
  if (!document) return '';
  const reach = POINTING.test(slice(document.text, span)) ? POINTED : NEAR;
  return document.text.slice(Math.max(0, span.start - reach), span.end + NEAR);
}

/** What stands for something that was told before: "talked her out of the plan". */
const POINTING =
  /\b(?:the|this|that) (?:plan|idea|proposal|suggestion|scheme|move|order|demand|request|offer|claim|allegation|accusation)\b/i;
/** So many characters before such a place count as near. */
const POINTED = 500;

/**
 * In a small corpus: whether a number, age, amount or time is asked for and the passage has none, or an office and its article
 * names nobody in one.
 */
async function isBeside(
  { archive, searched, question }: Inquiry,
  { document, span }: Passage,
): Promise<boolean> {
  if (searched > SMALL) return false;
  const text = (await archive.document(document))?.text ?? '';
  const passage = slice(text, span);
  return expected(question.text, passage) === 0 || (await lacksRole(archive, question.text, passage, text));
}

/** Where this share of the question stands nowhere near a passage, it must have a confidence of at least `DOUBTFUL` to answer. */
const AWAY = 0.45;
const DOUBTFUL = 0.4;
/** The same where a number in the question, or all the names in it, stand nowhere near. */
const NAMELESS = 0.3;
/** From this one on, it answers where it has the number, amount or time that is asked for: the rest may be told in other words. */
const PROBABLE = 0.2;
/** Where nothing of the question stands near it, this one for a question for yes or no; */
const CERTAIN = 0.9;
/** this one for any other, whose answer may well be told in other words. */
const RATHER = 0.6;

/** Shares, 0 to 1, of what is asked beside names; 0 for a large corpus. */
interface Lacking {
  /** What does not stand near a place. */
  readonly away: number;
  /** What does not stand anywhere in the corpus either. */
  readonly nowhere: number;
  /** The same as a share of all, names included, which tell more than other words. */
  readonly unknown: number;
  /** Whether there is a name among that: "schumer", "the Supreme Court". */
  readonly somebody: boolean;
  /** Whether a number does not stand near a place, nor in the title above it, or there are names and none of them does. */
  readonly nameless: boolean;
  /** Whether what was done is among that: "when was the wall built". */
  readonly undone: boolean;
}

/** What of `asked` a place lacks in a small corpus. */
export async function lacking(
  { archive, searched, question: { form, sense } }: Inquiry,
  asked: string,
  place: { readonly document: string; readonly span: Span },
): Promise<Lacking> {
  if (searched > SMALL)
    return { away: 0, nowhere: 0, unknown: 0, somebody: false, nameless: false, undone: false };
  const [document, names] = await Promise.all([archive.document(place.document), archive.names(asked)]);
  const text = around(document, place.span);
  const near = [...terms(text), ...twoWordVerbs(text).flatMap(({ meant }) => terms(meant.join(' ')))];
  const verbs = twoWordVerbs(asked);
  const event = eventAsked(asked);
  const told = event !== null && tells(event, text, stemsOf(peopleOf(names, asked)));
  const known = names.filter(({ matches }) => matches.length > 0);
  const there = placesInBoth(asked, text);
  const cause = CAUSE_ASKED.exec(asked)?.[0].length ?? 0;
  // That somebody says or thinks something is told without the word for it.
  const says = form === 'said' && sense !== null && (isGeneral(sense) || isMental(sense)) ? sense.word : null;
  const plain = words(asked).filter(
    (word) =>
      word.start >= cause &&
      !word.form.stop &&
      (says === null || verb(word.form.folded)?.word !== says) &&
      !ASKING.has(word.form.stem) &&
      !isView(word.form.stem) &&
      !isCharge(word.form.stem) &&
      !(told && event.has(word.form.stem)) &&
      !known.some(({ span }) => overlaps(span, word)),
  );
  const isThere = (stem: string) => near.some((other) => related(other, stem)) || isMeant(stem, near);
  const away = plain.filter((word) => {
    const meant = verbs.find(({ verb }) => verb.start === word.start)?.meant ?? [];
    const told = [word.form.stem, ...terms(meant.join(' '))].some(isThere);
    return (
      !told &&
      !isWrittenOut(slice(asked, word), text) &&
      !isSlip(slice(asked, word), text) &&
      !there.some((place) => overlaps(place, word))
    );
  });
  const close = [...near, ...terms(document?.title ?? '')];
  const isCalled = (word: Word): boolean =>
    close.some((other) => related(other, word.form.stem)) || isWrittenOut(slice(asked, word), text);
  const called = words(asked).filter((word) => isNamed(asked, word));
  const numbers = words(asked).filter(({ form }) => (form.traits & Trait.digit) !== 0);
  const plainNear = near.filter((stem) => !COUNTING.has(stem));
  const missing = away.filter(({ form }) => !isLike(form.stem, plainNear));
  // A name stands there or does not: no court is the Supreme Court.
  const naming = plain.filter(
    (word) => isFigure(word.form.folded) || (away.includes(word) && isNamed(asked, word)),
  );
  // As typed: "US" is no "us".
  const isUnknown = async (word: Word) => !(await isHeard(archive, slice(asked, word)));
  const [nowhere, unheard] = await Promise.all([
    Promise.all(missing.map(isUnknown)),
    Promise.all(naming.map(isUnknown)),
  ]);
  const all = Math.max(1, plain.length);
  return {
    away: missing.length / all,
    nowhere: nowhere.filter(Boolean).length / all,
    unknown: nowhere.filter(Boolean).length / Math.max(1, plain.length + NAME * known.length),
    somebody: unheard.includes(true),
    nameless:
      (called.length > 0 && !called.some(isCalled)) ||
      numbers.some((word) => !close.includes(word.form.stem)),
    undone: PASSIVE.test(asked) && plain.length > 1 && missing.includes(plain.at(-1)!),
  };
}

/** Whether a text has words with the letters of a short form as their initials, in a row: "continuing resolution" for a CR. */
function isWrittenOut(short: string, text: string): boolean {
  if (!/^\p{Lu}{2,5}$/u.test(short)) return false;
  const initials = words(text)
    .filter(({ form }) => !form.stop)
    .map(({ form }) => form.folded[0]);
  return initials.join('').includes(short.toLowerCase());
}

/** Whether a name is one slip away from a word of a text: "Hollwood". */
function isSlip(typed: string, text: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(typed)) return false;
  const written = new Set(words(text).map(({ form }) => form.folded));
  const stems = new Set(terms(text));
  const known = {
    documentsWith: (stem: string) => Number(stems.has(stem)),
    has: (folded: string) => written.has(folded),
  };
  return misspelt(typed.toLowerCase(), known).length > 0;
}

/** So many other words a name counts as. */
const NAME = 1.5;

/** Stems of what counts, or tells the place in a row: what has a "second" in it does not tell who finished. */
const COUNTING: ReadonlySet<string> = new Set(
  terms('one two three four five six seven eight nine ten first second third fourth fifth sixth seventh'),
);
/** What asks for something done, which stands last. */
const PASSIVE = /^(?:when|where|why|how) (?:was|were)\b.*\p{L}$/iu;

/** Whether a word, lower case, is what the press calls somebody by: "schumer". */
const isFigure = (word: string): boolean => figure(withCapital(word)) !== null;

/** Whether a word of a question is (part of) a name by its capital, which may be written so in haste, or for a headline, as well. */
function isNamed(asked: string, span: Span): boolean {
  const word = slice(asked, span);
  return span.start > 0 && /^\p{Lu}/u.test(word) && !NO_NAME.test(word) && IN_LOWER_CASE.test(asked);
}

/** Capitals that name nobody: days, months, common words in short, and whose country it is, which the articles may write otherwise. */
const NO_NAME = new RegExp(`day$|^(?:TV|AM|PM|CEO|ID|PR|${CAPITAL_MONTHS})$|(?:an|ese|ish|i)s?$`);
/** So many words of a text that are not written like a headline. */
const IN_LOWER_CASE = /\s\p{Ll}{4,}.*\s\p{Ll}{4,}/u;
