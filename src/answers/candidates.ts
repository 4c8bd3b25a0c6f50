import type { Archive, AttributionQuery, AttributionRecord, Passage } from '../archive/archive.ts';
import type { Kind } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import { terms, words } from '../search/words.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import type { Question } from './question.ts';
import { related } from './related.ts';
import { documentsOf, extent, place } from './shown.ts';
import { isVoiceOf, type Speaker, speaks, textOf } from './speaker.ts';
import { alike, isDeed, isGeneral, isResponse, isTelling, verb } from './verbs.ts';
import { hull, LONGEST } from './window.ts';

/** An attribution that may be what a question on speech asks for. */
export interface Candidate {
  readonly record: AttributionRecord;
  /** How well it answers, comparable within one question; about 1 for a full match of the topic. */
  readonly fit: number;
  /** Whether it is reported in the question's own words: "warned" for who warned. */
  readonly cued: boolean;
}

/** So many attributions are looked at for one question. */
const POOL = 24;
/** So many on the topic are enough to choose from. */
const ENOUGH = 12;

/** The least fit of a candidate for it to be an answer. */
const FITTING = 0.45;

/** So many words in a row are a quotation, rather than what it is about. */
const QUOTED = 3;

/** The least share of its topic that a candidate must hold, whatever else speaks for it. */
const TOPICAL = 0.34;
/** The same where it is asked who denied or claimed something that takes words to say: "that the mayor sold the mill". */
const PROPOSED = 0.55;

/** What each sign of a good answer adds to how much of the topic it holds. */
const SIGN = {
  passage: 0.2,
  firstPassage: 0.15,
  cue: 0.25,
  specificCue: 0.45,
  otherCue: -0.35,
  otherSide: -0.3,
  silence: -0.25,
  itself: -0.3,
  kind: 0.25,
  laterKind: 0.1,
  quoted: 1,
  unsourced: -0.15,
  nested: 0.1,
  long: -0.1,
  wording: 0.2,
};

/**
 * The attributions that answer a question on speech, best first: by the right speaker, of the right kind, on the topic; none where
 * nothing fits. Passages that search found for the question count in favour of what they hold. Of the stems `required`, one at
 * least must stand near.
 */
export async function speechCandidates(
  archive: Archive,
  question: Question,
  speaker: Speaker,
  passages: readonly Passage[],
  required: readonly string[],
): Promise<Candidate[]> {
  const kinds = question.sense?.kinds;
  const records = await pool(archive, question, speaker, passages);
  const documents = await documentsOf(archive, records);
  const topic = await topicOf(archive, question, passages, required);
  const voices = await voicesOf(archive, records, speaker);
  const judged = records.flatMap((record) => {
    const document = documents.get(record.document);
    if (!document) return [];
    const theirs =
      speaks(record, document, speaker) ||
      isCarriedBy(record, question, speaker) ||
      voices.has(record.attribution.speaker ?? '');
    if (!theirs) return [];
    const { cue, content } = record.attribution;
    const opening = slice(document.text, content[0]!).split(/\s+/, OPENING).join(' ');
    const asks = question.sense?.word === 'ask' && /\?["”’']*$/.test(slice(document.text, content.at(-1)!));
    const cued = asks || hasCue(cue ? textOf(document, cue) : '', opening, question);
    const fits =
      !kinds ||
      kinds.includes(record.attribution.kind) ||
      (isWhether(question, speaker) && (cued || contradicts(record, document, topic)));
    if (!fits) return [];
    return [{ record, cued, fit: fitOf(record, document, topic, cued) }];
  });
  // Who "confirmed" it is not who reported it, where somebody did confirm it.
  const other =
    question.form === 'who-said' && !kinds && judged.some(({ cued, fit }) => cued && fit >= FITTING);
  return judged
    .map((candidate) =>
      other && !candidate.cued ? { ...candidate, fit: candidate.fit + SIGN.otherCue } : candidate,
    )
    .filter(({ fit }) => fit >= FITTING)
    .sort((a, b) => b.fit - a.fit);
}

/** The attributions among which those that answer a question are looked for, each once. */
async function pool(
  archive: Archive,
  question: Question,
  speaker: Speaker,
  passages: readonly Passage[],
): Promise<AttributionRecord[]> {
  const { sense, topic } = question;
  const query: Omit<AttributionQuery, 'limit'> = sense?.kinds ? { kinds: sense.kinds } : {};
  const by = speaker.name === null ? {} : { by: speaker.name };
  const about = terms(topic).length > 0 ? { about: topic } : {};
  const find = (wanted: Omit<AttributionQuery, 'limit'>, when: boolean) =>
    when ? archive.attributions({ ...wanted, limit: POOL }) : [];
  const described = speaker.name === null && speaker.words.length > 0;
  const [onTopic, within, bySource, otherwise] = await Promise.all([
    find({ ...query, ...by, ...about }, true),
    archive.attributionsWithin(passages.map(({ document, span }) => ({ document, span }))),
    find({ ...query, about: `${question.speaker} ${topic}` }, described),
    find({ ...by, ...about }, isWhether(question, speaker)),
  ]);
  // What is said in other words than the question's is looked for only where those find little; who speaks for an organisation may
  // be listed under another name.
  const few = onTopic.length < ENOUGH && speaker.name !== null;
  const byThem = await find({ ...query, ...by }, few && topic !== '');
  const forThem = await find(
    { ...query, ...about },
    few && speaker.body.length > 0 && onTopic.length + byThem.length === 0,
  );
  const found = new Map<string, AttributionRecord>();
  for (const record of [...onTopic, ...within.flat(), ...byThem, ...forThem, ...bySource, ...otherwise])
    if (!found.has(place(record))) found.set(place(record), record);
  return [...found.values()];
}

/** Whether it is asked if somebody denies something: "I never took it" does, whatever it is reported as. */
function isWhether({ sense, topic }: Question, { words }: Speaker): boolean {
  const [kind] = sense?.kinds ?? [];
  return kind !== undefined && CONTRADICTING.has(kind) && words.length > 0 && topic !== '';
}

/** Of those who say these, the people who speak for the organisation asked about. */
async function voicesOf(
  archive: Archive,
  records: readonly AttributionRecord[],
  { body }: Speaker,
): Promise<ReadonlySet<string>> {
  const names = body.length === 0 ? [] : records.flatMap(({ attribution }) => attribution.speaker ?? []);
  const people = await Promise.all([...new Set(names)].map((name) => archive.people(name, 1)));
  const voices = await Promise.all(
    people.flat().map(async ({ person: { name, roles } }) => {
      const spoken = roles.filter(({ text }) => isVoiceOf(text)).slice(0, MOST_VOICED);
      const theirs = await Promise.all(
        spoken.map(async ({ document, span, text }) => {
          const article = await archive.document(document);
          const before = article?.text.slice(0, span.start).slice(-BEFORE) ?? '';
          const least = before.replace(/(?:['’]s)?\s+$/, '').length;
          // "Tarnlines spokesman", "spokesman for Tarnlines"
          return body.some((form) => {
            const at = `${before}${text}`.lastIndexOf(form);
            return at >= 0 && at + form.length >= least;
          });
        }),
      );
      return theirs.includes(true) ? name : [];
    }),
  );
  return new Set(voices.flat());
}

/** So many of somebody's roles are looked at, and so many characters before each. */
const MOST_VOICED = 3;
const BEFORE = 60;

/** What a question is about, prepared for comparing many attributions with it. */
interface Topic {
  readonly question: Question;
  readonly passages: readonly Passage[];
  readonly stems: readonly string[];
  /** The words that somebody is to have said, folded: those in quotation marks, else all. */
  readonly quoted: string;
  /** Stems of the names of which one must be there. */
  readonly required: readonly string[];
  /** For each name in the topic its stems, and those of each other name of the same. */
  readonly names: readonly {
    readonly stems: readonly string[];
    readonly others: readonly (readonly string[])[];
  }[];
}

async function topicOf(
  archive: Archive,
  question: Question,
  passages: readonly Passage[],
  required: readonly string[],
): Promise<Topic> {
  const names = question.topic === '' ? [] : await archive.names(question.topic);
  const quoted = /["“]([^"“”]{6,})["”]/.exec(question.topic)?.[1];
  const long = question.topic.split(' ').length >= QUOTED;
  return {
    question,
    passages,
    stems: terms(question.topic),
    quoted: folded(quoted ?? (question.form === 'who-said' && long ? question.topic : '')),
    required,
    names: names.flatMap(({ span, matches }) => {
      const person = matches[0]?.person;
      const others = person ? [person.called, ...person.aliases].map(terms) : [];
      return { stems: terms(slice(question.topic, span)), others: others.filter(({ length }) => length > 0) };
    }),
  };
}

/** Stems with those of the topic's names that stand there under another name: "IRA" for the Internet Research Agency. */
function withNames(stems: readonly string[], { names }: Topic): readonly string[] {
  const there = new Set(stems);
  const known = names.filter(({ others }) => others.some((form) => form.every((stem) => there.has(stem))));
  return known.length === 0 ? stems : [...stems, ...known.flatMap((name) => name.stems)];
}

function fitOf(record: AttributionRecord, document: Document, topic: Topic, cued: boolean): number {
  const { attribution } = record;
  const { question, passages, stems, quoted, required } = topic;
  const kinds = question.sense?.kinds;
  let fit = FITTING;
  const whole = extent(record);
  const own = withNames(terms(slice(document.text, whole)), topic);
  if (stems.length > 0) {
    const answers = question.sense !== null && isResponse(question.sense);
    const around = paragraphsAround(document, whole);
    // What is answered stands before the answer.
    const near = withNames(
      terms(slice(document.text, answers ? { ...around, end: whole.end } : around)),
      topic,
    );
    if (required.length > 0 && !required.some((stem) => near.includes(stem))) return 0;
    // "who leaked the letter": whatever else is said of a letter is no answer.
    if (question.sense && isDeed(question.sense) && !near.includes(terms(question.sense.word)[0]!)) return 0;
    const said = slice(document.text, attribution.content[0]!);
    const pointing = POINTING.test(said) || (required.length > 0 && POINTING_AT_SOMEBODY.test(said));
    const nearness = answers ? 1 : pointing ? NEARNESS.pointed : NEARNESS.paragraph;
    fit = Math.max(
      record.score,
      coverage(stems, own, { near, nearness, title: terms(document.title ?? '') }),
    );
    if (fit < (kinds && question.form === 'who-said' && stems.length > 1 ? PROPOSED : TOPICAL)) {
      if (!isToldTo(record, document, question, stems)) return 0;
      fit = FITTING;
    }
  } else if (question.sense && !isGeneral(question.sense) && !kinds && !cued) return 0;
  else fit += SIGN.wording * coverage(terms(question.text), own);
  const at = passages.findIndex(({ document: id, span }) => id === record.document && overlaps(span, whole));
  if (at >= 0)
    fit += SIGN.passage * Math.min(1, passages[at]!.confidence) + (at === 0 ? SIGN.firstPassage : 0);
  if (kinds?.includes(attribution.kind)) fit += kinds[0] === attribution.kind ? SIGN.kind : SIGN.laterKind;
  if (cued) fit += kinds || isGeneral(question.sense!) ? SIGN.cue : SIGN.specificCue;
  if (!kinds && attribution.kind === 'no-comment') fit += SIGN.silence;
  // Who says something is not who denies it.
  if (question.form === 'who-said' && !kinds && attribution.kind === 'denial') fit += SIGN.otherSide;
  if (question.form === 'who-said' && isNamedBy(attribution.speaker, stems)) fit += SIGN.itself;
  if (quoted && folded(textOf(document, [hull(attribution.content)])).includes(quoted)) fit += SIGN.quoted;
  if (attribution.source === null) fit += SIGN.unsourced;
  if (question.form === 'who-said' && attribution.nested) fit += SIGN.nested;
  if (whole.end - whole.start > LONGEST) fit += SIGN.long;
  return fit;
}

/** Whether what an outlet reported is asked for, and it has this from somebody. */
function isCarriedBy(
  { attribution: { via } }: AttributionRecord,
  { form, sense }: Question,
  { name }: Speaker,
): boolean {
  return form === 'said' && name !== null && via === name && (sense === null || CARRYING.has(sense.word));
}
const CARRYING: ReadonlySet<string> = new Set(['report', 'say', 'write', 'reveal', 'quote']);

const CONTRADICTING: ReadonlySet<Kind> = new Set<Kind>(['denial', 'dispute']);

/** Whether what is said has a "not" in it, and most of the topic. */
function contradicts(
  { attribution: { kind, cue, content } }: AttributionRecord,
  document: Document,
  topic: Topic,
): boolean {
  const said = textOf(document, content);
  const insists = cue !== null && INSISTING.test(textOf(document, cue));
  const least = insists ? INSISTED : CONTRADICTED - (PRONOUN.test(said) ? 0.1 : 0);
  if (kind === 'no-comment' || !NEGATION.test(said)) return false;
  return coverage(topic.stems, withNames(terms(said), topic)) >= least;
}

/** The least share of what is denied that must be said; a pronoun may stand for some of it. */
const CONTRADICTED = 0.6;
/** The same where somebody insists that it is not so. */
const INSISTED = 0.3;
const INSISTING = /\b(?:insist|maintain|contend|assert)/i;
const PRONOUN = /\b(?:he|she|it|they|him|them|any(?:thing|one|body))\b/i;
const NEGATION =
  /\b(?:not|cannot|never|no|nothing|nobody|none|neither|without|false|untrue|baseless|wrong|lies?)\b|n['’]t\b/i;

/** Whether a question on what was said of somebody names the speaker: it hardly asks for what they said of themselves. */
function isNamedBy(speaker: string | null, stems: readonly string[]): boolean {
  return speaker !== null && terms(speaker.split(' ').at(-1)!).some((stem) => stems.includes(stem));
}

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
const NEARNESS = { paragraph: 0.5, pointed: 0.8, title: 0.36 };
const POINTING_AT_SOMEBODY = /^(?:["“]\s?)?(?:that )?(?:he|she|they)\b/i;
const POINTING =
  /^(?:["“]\s?)?(?:that )?(?:this|it|these|those|that(?: is| was|['’]s)|the (?:idea|report|plan|claim|allegation|suggestion|proposal|story|accusation|charge)s?)\b/i;

interface Surroundings {
  readonly near: readonly string[];
  readonly nearness: number;
  readonly title: readonly string[];
}

/** The share of the stems that stand in the attribution itself; those that stand around it and related words count for less. */
function coverage(stems: readonly string[], own: readonly string[], around?: Surroundings): number {
  const found = stems.map((stem) => {
    if (own.includes(stem)) return 1;
    if (own.some((other) => related(stem, other))) return 0.8;
    if (around?.near.some((other) => isAlike(stem, other))) return around.nearness;
    return around?.title.some((other) => isAlike(stem, other)) ? NEARNESS.title : 0;
  });
  return found.reduce<number>((sum, share) => sum + share, 0) / stems.length;
}

const isAlike = (a: string, b: string): boolean => a === b || related(a, b);

/** The paragraphs that hold `span`, and the one before. */
export function paragraphsAround({ paragraphs }: Document, span: Span): Span {
  const first = paragraphs.findLastIndex(({ start }) => start <= span.start);
  const last = paragraphs.findIndex(({ end }) => end >= span.end);
  return hull([span, paragraphs[Math.max(0, first - 1)] ?? span, paragraphs[last] ?? span]);
}

/** So many words of what is said may name it as what it is: "repeated a threat". */
const OPENING = 4;

/** Whether the reporting words are those of the question, in any form; words that fit everything tell nothing. */
function hasCue(cue: string, opening: string, { sense }: Question): boolean {
  if (!sense || !isTelling(sense)) return false;
  const [stem] = terms(sense.word);
  return (
    cue
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => {
        const used = verb(word);
        return used !== null && alike(used, sense);
      }) ||
    (stem !== undefined &&
      !isResponse(sense) &&
      terms(`${cue} ${opening}`).some((word) => related(word, stem)))
  );
}

const folded = (text: string): string =>
  words(text)
    .map(({ form }) => form.folded)
    .join(' ');
