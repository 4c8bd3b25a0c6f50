import type { Archive, AttributionRecord, NameInQuestion, Passage } from '../../archive/archive.ts';
import type { Kind } from '../../attribution/attribution.ts';
import type { Document } from '../../corpus/document.ts';
import { partsOf } from '../../people/parts.ts';
import { LONGEST } from '../../search/reading.ts';
import { terms, words } from '../../search/words.ts';
import { overlaps, slice } from '../../text/span.ts';
import { expected } from '../passages/expected.ts';
import { extent } from '../passages/shown.ts';
import { hull, paragraphsAround } from '../passages/window.ts';
import type { Question } from '../question/asked.ts';
import { AUXILIARY } from '../question/function-words.ts';
import { isDeed, isGeneral, isNaming, isResponse } from '../question/verbs.ts';
import { isWhetherAnswered, isWhetherDone, isWhetherTold, isYesNo } from '../question/whether.ts';
import { isLike, isMeant, related } from '../related.ts';
import { isCharge, isView, topicStems } from '../topic.ts';
import { textOf } from './speaker.ts';

/** What a question is about, prepared for comparing many attributions with it. */
export interface Topic {
  readonly question: Question;
  readonly passages: readonly Passage[];
  readonly stems: readonly string[];
  /** The words that somebody is to have said, folded: those in quotation marks, else all. */
  readonly quoted: string;
  /** Stems of the names of which one must be there. */
  readonly required: readonly string[];
  /** Whether words that mean much the same as those asked with count like those. */
  readonly loosely: boolean;
  /** For each name in the topic its stems, and those of each other name of the same. */
  readonly names: readonly {
    readonly stems: readonly string[];
    readonly others: readonly (readonly string[])[];
  }[];
}

/** The least fit of a candidate for it to be an answer. */
export const FITTING = 0.45;

/** What says that something is not so. */
export const CONTRADICTING: ReadonlySet<Kind> = new Set<Kind>(['denial', 'dispute']);

/** So many words in a row are a quotation, rather than what it is about. */
const QUOTED = 3;

/** The least share of its topic that a candidate must hold, whatever else speaks for it. */
const TOPICAL = 0.34;
/** The same for what somebody says of it, which may be said in other words. */
const TOPICAL_OF_WHAT = 0.25;
/** The same where it is asked who denied or claimed something that takes words to say: "that the mayor sold the mill". */
const PROPOSED = 0.55;

/** The same for who declined to comment on it, which is often all that is said. */
const PASSED_OVER = 0.2;

/** What each sign of a good answer adds to how much of the topic it holds. */
const SIGN = {
  // Search found a passage that it stands in, if it was sure of that; the first one.
  passage: 0.2,
  firstPassage: 0.15,
  // It is reported in the question's own words: in any that only say that it is said, in those that say how ("warned").
  cue: 0.15,
  specificCue: 0.45,
  // It denies, or declines to comment, where neither was asked for.
  otherSide: -0.3,
  silence: -0.25,
  // Its speaker is who the question is about.
  itself: -0.3,
  // It is of the kind asked for, or of another one that will do.
  kind: 0.25,
  laterKind: 0.1,
  // It has the very words that were asked for.
  quoted: 1,
  // It only tells that something is open: "whether she would run".
  undecided: -0.35,
  // It stands inside what another says: words of somebody, or of a thing like a report.
  nested: 0.1,
  nestedThing: -0.1,
  // It is too long for one excerpt.
  long: -0.1,
  // It has the words of a question that has no topic.
  wording: 0.2,
  // It says "not", as the question does.
  negated: 0.2,
  // It is in their own words, where those are asked for.
  ownWords: 0.2,
};

/** A question on speech, prepared for `fitOf`. Of the stems `required`, one at least must stand near. */
export async function topicOf(
  archive: Archive,
  question: Question,
  passages: readonly Passage[],
  required: readonly string[],
): Promise<Topic> {
  const names = await archive.names(question.topic);
  const quoted = /["“]([^"“”]{6,})["”]/.exec(question.topic)?.[1] ?? labelIn(question, names);
  const long = question.topic.split(' ').length >= QUOTED;
  return {
    question,
    passages,
    stems: isAnyCharge(question) ? [] : topicStems(question.topic),
    quoted: folded(quoted ?? (question.form === 'who-said' && long ? question.topic : '')),
    required,
    loosely: false,
    names: names.flatMap(({ span, matches }) => {
      const person = matches[0]?.person;
      const surname = person?.type === 'person' ? [partsOf(person.called).surname] : [];
      const others = person ? [person.called, ...person.aliases, ...surname].map(terms) : [];
      return { stems: terms(slice(question.topic, span)), others: others.filter(({ length }) => length > 0) };
    }),
  };
}

/** Whether it is asked how somebody responded to what is said against them, whatever that is: "the claims". */
function isAnyCharge({ form, sense, topic }: Question): boolean {
  return form === 'said' && sense !== null && isResponse(sense) && terms(topic).every(isCharge);
}

/** What something is called, where it is asked who called it so: "a very dull book" of "Holt's memoir a very dull book". */
function labelIn({ form, sense, topic }: Question, names: readonly NameInQuestion[]): string | undefined {
  if (form !== 'who-said' || sense === null || !isNaming(sense)) return undefined;
  const behind = topic.slice(names[0]?.span.end ?? 0);
  const label = /\b(?:an?|as) (\S.*)$/i.exec(behind)?.[1] ?? (names.length > 0 ? behind.trim() : '');
  return label.includes(' ') ? label : undefined;
}

/** Stems with those of the topic's names that stand there under another name: "IRA" for the Internet Research Agency. */
function withNames(stems: readonly string[], { names }: Topic): readonly string[] {
  if (names.length === 0) return stems;
  const there = new Set(stems);
  const known = names.filter(({ others }) => others.some((form) => form.every((stem) => there.has(stem))));
  return [...stems, ...known.flatMap((name) => name.stems)];
}

/**
 * How well an attribution answers: at least `FITTING` where it does, about 1 for a full match of the topic, 0 where it cannot.
 * `cued`: whether it is reported in the question's own words.
 */
export function fitOf(record: AttributionRecord, document: Document, topic: Topic, cued: boolean): number {
  const { attribution } = record;
  const { question, passages, stems, quoted } = topic;
  const kinds = question.sense?.kinds;
  const whole = extent(record);
  let fit =
    stems.length > 0 ? onTopic(record, document, topic, cued) : onAnything(record, document, topic, cued);
  if (fit === 0 || isWithout(question, slice(document.text, whole))) return 0;
  const at = passages.findIndex(({ document: id, span }) => id === record.document && overlaps(span, whole));
  if (at >= 0)
    fit += SIGN.passage * Math.min(1, passages[at]!.confidence) + (at === 0 ? SIGN.firstPassage : 0);
  if (kinds?.includes(attribution.kind)) fit += kinds[0] === attribution.kind ? SIGN.kind : SIGN.laterKind;
  if (cued)
    fit +=
      kinds || (isGeneral(question.sense!) && !isResponse(question.sense!)) ? SIGN.cue : SIGN.specificCue;
  if (attribution.kind === 'no-comment') fit += silenceIn(question);
  if (isAnyCharge(question) && CONTRADICTING.has(attribution.kind)) fit += SIGN.specificCue;
  // Who says something is not who denies it.
  if (question.form === 'who-said' && !kinds && attribution.kind === 'denial') fit += SIGN.otherSide;
  if (question.form === 'who-said' && isNamedBy(attribution.speaker, stems)) {
    // "who blamed Holt", "who told Holt to leave": hardly Holt.
    if (isAddressed(question, attribution.speaker!)) return 0;
    fit += SIGN.itself;
  }
  if (quoted && folded(textOf(document, [hull(attribution.content)])).includes(quoted)) fit += SIGN.quoted;
  if (question.form === 'said' && attribution.kind === 'quote') fit += SIGN.ownWords;
  if (
    question.form === 'who-said' &&
    NEGATION.test(question.topic) &&
    NEGATION.test(textOf(document, attribution.content))
  )
    fit += SIGN.negated;
  if (UNDECIDED.test(slice(document.text, hull(attribution.content)))) fit += SIGN.undecided;
  // Whom somebody quotes is asked for, not what: "the report cites them out of context", says a lawyer.
  if (question.form === 'who-said' && attribution.nested)
    fit += isSomebody(attribution) ? SIGN.nested : SIGN.nestedThing;
  if (whole.end - whole.start > LONGEST) fit += SIGN.long;
  return fit;
}

/** Whether an attribution is by somebody who is named, or one of a kind of people, or whom an outlet credits. */
const isSomebody = ({ speaker, anonymous, via }: AttributionRecord['attribution']): boolean =>
  speaker !== null || anonymous || via !== null;

/** "Holt spoke of whether she would run": what she said of it stands elsewhere. */
const UNDECIDED = /^whether\b/i;

/** What it adds that an attribution is a no-comment: more where that may be what was asked for, less where it is no answer. */
function silenceIn(question: Question): number {
  if (isWhetherTold(question)) return SIGN.specificCue;
  // "the town's comment on it": that it had none.
  if (question.sense?.word === 'comment') return 0;
  return isWhetherAnswered(question) ? SIGN.cue : SIGN.silence;
}

/**
 * Whether a text lacks the time or the number that is asked for ("how many did he promise"), or of which somebody is to have told,
 * or the reason: "did he say why he did it".
 */
function isWithout({ text: asked, topic }: Question, text: string): boolean {
  if (COUNTED.test(asked)) return expected(asked, text) === 0;
  if (!isWhetherDone(asked)) return false;
  if (!/^(?:why|when|how (?:many|much|long|old))\b/i.test(topic)) return false;
  const told = expected(topic, text);
  return told !== null && told < 1 && (told === 0 || topicStems(topic).length <= 1);
}

const COUNTED = /^(?:when|how (?:many|long|old|far|often))\b/i;

/** How much of the topic an attribution and what stands around it hold; 0 where that is too little. */
function onTopic(record: AttributionRecord, document: Document, topic: Topic, cued: boolean): number {
  const { question, stems, required } = topic;
  const { sense, form } = question;
  const whole = extent(record);
  const answers = sense !== null && isResponse(sense);
  const around = paragraphsAround(document, whole);
  // What is answered stands before the answer.
  const near = withNames(
    terms(slice(document.text, answers ? { ...around, end: whole.end } : around)),
    topic,
  );
  const title = headlineOf(document);
  const isSilence = record.attribution.kind === 'no-comment';
  const isNamed =
    required.length === 0 || required.some((stem) => near.includes(stem) || title.includes(stem));
  if (!isNamed && !(answers && isSilence && holdsAll(document, stems))) return 0;
  // "who leaked the letter": whatever else is said of a letter is no answer.
  if (sense && isDeed(sense) && !near.includes(terms(sense.word)[0]!)) return 0;
  const said = slice(document.text, record.attribution.content[0]!);
  const pointing = POINTING.test(said) || (required.length > 0 && POINTING_AT_SOMEBODY.test(said));
  const nearness = answers ? 1 : pointing ? NEARNESS.pointed : NEARNESS.paragraph;
  const own = withNames(terms(slice(document.text, whole)), topic);
  const held = Math.max(record.score, coverage(stems, own, { near, nearness, title }, topic.loosely));
  if (isSilence && (held >= PASSED_OVER || holdsAll(document, stems))) return Math.max(held, FITTING);
  // "did Holt confirm that it was sold": what he says of something else does not tell, though it stands beside that.
  const elsewhere = !pointing && isYesNo(question.text) && coverage(stems, own) === 0;
  if (elsewhere && !sense?.kinds && !isWhetherAnswered(question)) return 0;
  const whatever = !OTHERWISE.test(question.text);
  const accuses = sense?.word === 'accuse';
  const proposed = sense?.kinds && (form === 'who-said' || accuses) && stems.length > 1;
  const least = proposed ? PROPOSED : whatever ? TOPICAL_OF_WHAT : TOPICAL;
  if (held >= least) return held;
  // "what did Holt promise to do about it": whatever she promised.
  if (cued && stems.every(isView)) return FITTING;
  return isToldTo(record, document, question, stems) ? FITTING : 0;
}

/** The stems of a title; of an article without one, of what it speaks of time and again. */
function headlineOf(document: Document): readonly string[] {
  if (document.title !== null) return terms(document.title);
  const known = headlines.get(document);
  if (known) return known;
  const times = new Map<string, number>();
  for (const { form } of words(document.text))
    if (!form.stop) times.set(form.stem, (times.get(form.stem) ?? 0) + 1);
  const often = [...times].filter(([, count]) => count >= OFTEN).map(([stem]) => stem);
  headlines.set(document, often);
  return often;
}

const headlines = new WeakMap<Document, readonly string[]>();
/** So many times something stands in the text of an article that is about it. */
const OFTEN = 3;

/** What begins a question for something more particular than all that somebody said: whether they did, or why. */
const OTHERWISE = new RegExp(`^(?:${AUXILIARY}|why|when|where|which|who)\\b`, 'i');

/** Whether all the stems stand somewhere in the article: whom somebody did not answer may be named far from where it says so. */
function holdsAll({ text }: Document, stems: readonly string[]): boolean {
  const known = new Set(terms(text));
  return stems.every((stem) => known.has(stem));
}

/** The same for a question on whatever somebody said: more for what has its words, 0 where it asks for other reporting words. */
function onAnything(record: AttributionRecord, document: Document, topic: Topic, cued: boolean): number {
  const { sense, text } = topic.question;
  // "did she apologise": whatever else she said does not tell.
  if (isYesNo(text) && sense && !sense.kinds && !isGeneral(sense) && !cued) return 0;
  const own = withNames(terms(slice(document.text, extent(record))), topic);
  return FITTING + SIGN.wording * coverage(terms(text), own);
}

/** Whether what is said has a "not" in it, and most of the topic. */
export function contradicts(
  { attribution: { kind, cue, content } }: AttributionRecord,
  document: Document,
  topic: Topic,
): boolean {
  const said = textOf(document, content);
  const insists = cue !== null && INSISTING.test(textOf(document, cue));
  const least = insists ? INSISTED : CONTRADICTED;
  if (kind === 'no-comment' || !NEGATION.test(said.replace(OUGHT, ''))) return false;
  const own = withNames(terms(said), topic);
  const held = coverage(topic.stems, own);
  if (held >= least) return true;
  const isPointing = held > 0 && IT.test(said);
  const isFalse = FALSE.test(said);
  if (!isPointing && !isFalse) return false;
  // "It's no toll", "denounced the report as totally false": what "it" is, or what is false, stands before.
  const whole = hull(content);
  const before = { ...paragraphsAround(document, whole), end: whole.end };
  const near = withNames(terms(slice(document.text, before)), topic);
  const pointed = { near, nearness: NEARNESS.pointed, title: [] };
  return (
    (isPointing && coverage(topic.stems, own, pointed) >= least) ||
    (isFalse && coverage(topic.stems, near) >= CALLED_FALSE)
  );
}

/** The least share of what is denied that must be said; a pronoun may stand for some of it. */
const CONTRADICTED = 0.5;
/** The share of it that must stand before what somebody calls false. */
const CALLED_FALSE = 0.6;
const FALSE =
  /\b(?:false|untrue|baseless|unfounded|nonsense|hoax|lies?|fabricat\p{L}+|fake news|made[- ]up|(?:not|isn['’]t|wasn['’]t) true|no truth|(?:never|not|didn['’]t) happen(?:ed)?)\b/iu;
/** The same where somebody insists that it is not so. */
const INSISTED = 0.3;
/** What says of something told before what it is, or is not. */
const IT = /\b(?:it|this|that)(?:['’]s| is| was| isn['’]t| wasn['’]t)\b/i;
const INSISTING = /\b(?:insist|maintain|contend|assert)/i;
/** That something should not be does not say that it is not. */
const OUGHT = /\b(?:should|must|ought)(?: not\b| never\b|n['’]t\b)/gi;
const NEGATION =
  /\b(?:not|cannot|never|no|nothing|nobody|none|neither|without|false|untrue|baseless|wrong|lies?)\b|n['’]t\b/i;

/** Whether a question on what was said of somebody names the speaker: it hardly asks for what they said of themselves. */
function isNamedBy(speaker: string | null, stems: readonly string[]): boolean {
  return speaker !== null && terms(partsOf(speaker).surname).some((stem) => stems.includes(stem));
}

/** Whether it is asked who says something of, for, against or to just this speaker. */
function isAddressed({ topic }: Question, speaker: string): boolean {
  const whom = terms(topic.split(BEHIND_WHOM)[0]!);
  return whom.length > 0 && terms(speaker).join(' ').endsWith(whom.join(' '));
}

/** What follows whom something is said of or to: "Holt about it", "Holt that it leaks", "Holt leaving is wrong"; not "Holt voters". */
const BEHIND_WHOM =
  / (?:of|for|over|as|an?|about|because|when|after|that|to|not|if|whether|how|why|he|she|they|it|in|on|at|during|\p{L}+ing) |['’]s? /u;

/** Whether something was told "the magazine", and the question names it as the article does elsewhere: "what did Falk tell the Herald". */
function isToldTo(
  { attribution: { cue } }: AttributionRecord,
  { text }: Document,
  { about, sense }: Question,
  stems: readonly string[],
): boolean {
  if (about || !cue || sense?.word !== 'tell') return false;
  const end = cue.at(-1)!.end;
  if (!HEARER.test(text.slice(end, end + 40))) return false;
  const known = new Set(terms(text));
  return stems.every((stem) => known.has(stem));
}

const HEARER =
  /^ the (?:magazine|newspaper|paper|network|outlet|station|site|website|broadcaster|channel|agency|publication|programme|program|show)\b/;

/**
 * What a word counts that stands beside an attribution, beside one that begins by pointing there ("this is happening", "the
 * idea"), or in the title of its article only.
 */
const NEARNESS = { paragraph: 0.5, pointed: 0.65, title: 0.46 };
const POINTING_AT_SOMEBODY = /^(?:["“]\s?)?(?:that )?(?:he|she|they)\b/i;
const POINTING =
  /^(?:["“]\s?)?(?:that )?(?:this|it|these|those|that(?: is| was|['’]s)|the (?:idea|report|plan|claim|allegation|suggestion|proposal|story|accusation|charge|account)s?)\b/i;

interface Surroundings {
  readonly near: readonly string[];
  readonly nearness: number;
  readonly title: readonly string[];
}

/**
 * The share of the stems that stand in the attribution itself; those that stand around it and related words count for less. `loosely`:
 * whether words that mean much the same are such.
 */
function coverage(
  stems: readonly string[],
  own: readonly string[],
  around?: Surroundings,
  loosely = false,
): number {
  const found = stems.map((stem) => {
    if (own.includes(stem)) return 1;
    if (own.some((other) => related(stem, other)) || isMeant(stem, own) || (loosely && isLike(stem, own)))
      return 0.8;
    if (around?.near.some((other) => related(stem, other))) return around.nearness;
    return around?.title.some((other) => related(stem, other)) ? NEARNESS.title : 0;
  });
  return found.reduce<number>((sum, share) => sum + share, 0) / stems.length;
}

const folded = (text: string): string =>
  words(text)
    .map(({ form }) => form.folded)
    .join(' ');
