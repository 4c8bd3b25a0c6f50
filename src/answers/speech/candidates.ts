import type { Archive, AttributionQuery, AttributionRecord, Passage } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { terms, type Word, words } from '../../search/words.ts';
import { slice } from '../../text/span.ts';
import { documentsOf, extent, place } from '../passages/shown.ts';
import type { Question } from '../question/asked.ts';
import { inOneWord } from '../question/phrasal.ts';
import {
  alike,
  isGeneral,
  isNaming,
  isNegative,
  isStance,
  isTelling,
  type Sense,
  verb,
} from '../question/verbs.ts';
import { isWhetherAnswered } from '../question/whether.ts';
import { related } from '../related.ts';
import { CONTRADICTING, contradicts, FITTING, fitOf, type Topic } from './fit.ts';
import { besideName, isVoiceOf, type Speaker, speaks, textOf } from './speaker.ts';

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

/** What a candidate loses that is reported in other words than the question's, where another one is reported in those. */
const OTHER_CUE = -0.35;

/** What an unnamed source loses that has no word of the description asked for, where another one has all of it. */
const LESS_TOLD = -1.5;
/** What a candidate gains whose source has all words of the description. */
const JUST_TOLD = 0.3;

/**
 * The attributions that answer a question on speech, best first: by the right speaker, of the right kind, on the topic; none where
 * nothing fits. Passages that search found for the question count in favour of what they hold.
 */
export async function speechCandidates(
  archive: Archive,
  topic: Topic,
  speaker: Speaker,
): Promise<Candidate[]> {
  const { question, passages } = topic;
  const kinds = question.sense?.kinds;
  const records = await pool(archive, question, speaker, passages);
  const documents = await documentsOf(archive, records);
  const [voices, roles] = await Promise.all([
    voicesOf(archive, records, speaker),
    rolesOf(archive, records, documents, speaker),
  ]);
  const { sense } = question;
  const doing = question.form === 'who-said' && sense && !isGeneral(sense) ? sense : null;
  const judged = records.flatMap((record) => {
    const document = documents.get(record.document);
    if (!document) return [];
    const theirs =
      speaks(record, document, speaker, roles.get(place(record))) ||
      isCritics(record, document, speaker) ||
      isCarriedBy(record, question, speaker) ||
      voices.has(record.attribution.speaker ?? '') ||
      isForThem(record, question, speaker);
    if (!theirs) return [];
    const { cue, content } = record.attribution;
    // "Holt did not call the mayor" does not tell who called her.
    if (doing && isUndone(slice(document.text, extent(record)), doing)) return [];
    const opening = slice(document.text, content[0]!).split(/\s+/, OPENING).join(' ');
    // "did she agree": that she disputes it tells.
    const stands = sense !== null && isStance(sense) && CONTRADICTING.has(record.attribution.kind);
    const cued =
      stands ||
      (hasCue(cue ? textOf(document, cue) : '', opening, question) &&
        !isOtherCall(record, document, question));
    const fits =
      !kinds ||
      kinds.includes(record.attribution.kind) ||
      (isWhetherDenied(question, speaker) && (cued || contradicts(record, document, topic))) ||
      (isWhoDenied(question) && contradicts(record, document, topic));
    if (!fits) return [];
    return [
      { record, cued, told: toldOf(record, document, speaker), fit: fitOf(record, document, topic, cued) },
    ];
  });
  const best = Math.max(0, ...judged.map(({ told }) => told ?? 0));
  // Where somebody did confirm it, who reported it is not asked for; and not all that somebody says is their response.
  const telling =
    question.form === 'who-said' ||
    isWhetherAnswered(question) ||
    (question.sense !== null && !isGeneral(question.sense));
  const other = telling && !kinds && judged.some(({ cued, fit }) => cued && fit >= FITTING);
  return judged
    .map(({ fit, ...candidate }) => ({
      ...candidate,
      fit: fit + (other && !candidate.cued ? OTHER_CUE : 0) + LESS_TOLD * (best - (candidate.told ?? best)),
    }))
    .filter(({ fit }) => fit >= FITTING)
    .map(({ record, cued, told, fit }) => ({ record, cued, fit: fit + JUST_TOLD * (told ?? 0) }))
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
    find({ ...by, ...about }, isWhetherDenied(question, speaker)),
  ]);
  // What is said in other words than the question's is looked for only where those find little; who speaks for an organisation may
  // be listed under another name.
  const few = onTopic.length < ENOUGH && speaker.name !== null;
  const byThem = await find({ ...query, ...by }, few);
  const forThem = await find({ ...query, ...about }, few && onTopic.length + byThem.length === 0);
  const found = new Map<string, AttributionRecord>();
  for (const record of [...onTopic, ...within.flat(), ...byThem, ...forThem, ...bySource, ...otherwise])
    if (!found.has(place(record))) found.set(place(record), record);
  return [...found.values()];
}

/** The share of a description's words that an unnamed source has itself, rather than what stands around it; null for any other. */
function toldOf(
  { attribution: { source, speaker } }: AttributionRecord,
  document: Document,
  wanted: Speaker,
): number | null {
  if (wanted.name !== null || wanted.words.length < 2 || !source || speaker !== null) return null;
  const told = terms(textOf(document, source));
  return wanted.words.filter((word) => told.includes(word)).length / wanted.words.length;
}

/** Whether it is asked if somebody denies something: "I never took it" does, whatever it is reported as. */
function isWhetherDenied(question: Question, { words }: Speaker): boolean {
  return asksContradiction(question) && words.length > 0;
}

/** Whether critics are asked for, and somebody criticises. */
function isCritics(
  { attribution: { kind, cue } }: AttributionRecord,
  document: Document,
  { name, head }: Speaker,
): boolean {
  if (name !== null || head === null || !CRITICS.has(head)) return false;
  const used = cue ? sensesIn(textOf(document, cue)) : [];
  return kind === 'dispute' || used.some((one) => CRITICISING.some((sense) => alike(one, sense)));
}

const CRITICS: ReadonlySet<string> = new Set(terms('critics opponents detractors'));
const CRITICISING = ['criticize', 'warn', 'object', 'complain'].map((word) => verb(word)!);

/** Whether "called on them to leave" is what was found where "called it a shame" is asked for, or the reverse. */
function isOtherCall(
  { attribution: { cue } }: AttributionRecord,
  { text }: Document,
  question: Question,
): boolean {
  if (!cue || question.sense?.word !== 'call') return false;
  return (
    /\bcall(?:s|ed|ing)? (?:up)?(?:on|for)\b/i.test(question.text) !==
    /^ (?:up)?(?:on|for)\b/.test(text.slice(cue.at(-1)!.end))
  );
}

/**
 * What those are called who say these, by place, where whoever is asked about is told by what they are only: "the bank's economist".
 * That is what the corpus knows of them, what stands beside their names, and as what else they are quoted there.
 */
async function rolesOf(
  archive: Archive,
  records: readonly AttributionRecord[],
  documents: ReadonlyMap<string, Document>,
  { name, words }: Speaker,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (name !== null || words.length === 0) return new Map();
  const names = [...new Set(records.flatMap(({ attribution }) => attribution.speaker ?? []))];
  const people = await Promise.all(names.map((each) => archive.people(each, 1)));
  const known = new Map(people.flat().map(({ person }) => [person.name, person]));
  return new Map(
    records.flatMap((record) => {
      const person = known.get(record.attribution.speaker ?? '');
      const document = documents.get(record.document);
      if (person?.type !== 'person' || !document) return [];
      const sources = records.flatMap(({ document: id, attribution: { speaker, source } }) =>
        source && id === record.document && speaker === person.name ? textOf(document, source) : [],
      );
      const offices = person.roles.map(({ text }) => text);
      return [[place(record), [...new Set([...offices, besideName(document, person.called), ...sources])]]];
    }),
  );
}

/** Whether it is asked who denies something that takes words to say: "they came from Lund" is denied by saying that they did not. */
function isWhoDenied(question: Question): boolean {
  return (
    question.form === 'who-said' && asksContradiction(question) && terms(question.topic).length >= PROPOSITION
  );
}
const PROPOSITION = 3;

function asksContradiction({ sense }: Question): boolean {
  const [kind] = sense?.kinds ?? [];
  return kind !== undefined && CONTRADICTING.has(kind);
}

/** Of those who say these, the people who speak for the organisation asked about. */
async function voicesOf(
  archive: Archive,
  records: readonly AttributionRecord[],
  { body }: Speaker,
): Promise<ReadonlySet<string>> {
  // A candidate's spokesman speaks for the campaign.
  const forms = [...new Set([...body, ...body.map((form) => form.replace(HOUSE, ''))])];
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
          return forms.some((form) => {
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

/** What is named after whoever it is of. */
const HOUSE = / (?:campaign|administration|team|camp|office)$/i;

/** So many of somebody's roles are looked at, and so many characters before each. */
const MOST_VOICED = 3;
const BEFORE = 60;

/** Whether what an outlet reported is asked for, and it has this from somebody. */
function isCarriedBy(
  { attribution: { via } }: AttributionRecord,
  { form, sense }: Question,
  { name }: Speaker,
): boolean {
  return form === 'said' && name !== null && via === name && (sense === null || CARRYING.has(sense.word));
}
const CARRYING: ReadonlySet<string> = new Set(['report', 'say', 'write', 'reveal', 'quote']);

/** Whether it is asked if somebody denied something, and their administration did. */
const isForThem = (
  { attribution: { speaker } }: AttributionRecord,
  { sense }: Question,
  { surname }: Speaker,
): boolean =>
  sense?.kinds?.includes('denial') === true && surname !== null && speaker === `${surname} administration`;

/** Whether a text says of a deed that somebody did not do it. */
function isUndone(text: string, sense: Sense): boolean {
  const all = words(text);
  const isDone = ({ form }: Word) => verb(form.folded)?.word === sense.word;
  return all.some((word, at) => isDone(word) && isNegative(all[at - 1]?.form.folded));
}

/** So many words of what is said may name it as what it is: "repeated a threat". */
const OPENING = 4;

/** The reporting words of a cue. */
const sensesIn = (cue: string): Sense[] =>
  inOneWord(`${cue} `)
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => verb(word) ?? []);

/** Whether the reporting words are those of the question, in any form; words that fit everything tell nothing. */
function hasCue(cue: string, opening: string, { sense }: Question): boolean {
  if (!sense || !isTelling(sense)) return false;
  const [stem] = terms(sense.word);
  return (
    sensesIn(cue).some((used) => alike(used, sense) || (isNaming(used) && isNaming(sense))) ||
    (stem !== undefined &&
      // "derided the so-called experts": nobody is called anything.
      !isNaming(sense) &&
      terms(`${cue} ${opening}`).some((word) => related(word, stem)))
  );
}
