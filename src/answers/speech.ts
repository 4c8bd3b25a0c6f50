import type { Archive, AttributionRecord, PersonRecord } from '../archive/archive.ts';
import type { Kind } from '../attribution/attribution.ts';
import { chanceOf } from '../search/engine.ts';
import { terms, words } from '../search/words.ts';
import { sentences } from '../text/sentences.ts';
import { slice } from '../text/span.ts';
import type { Answer, Excerpt } from './answer.ts';
import { speechCandidates } from './candidates.ts';
import {
  answered,
  confident,
  type Inquiry,
  lacking,
  MOST,
  MOST_PASSAGES,
  SMALL,
  unanswered,
  WORSE,
} from './inquiry.ts';
import { nearPeople } from './nothing.ts';
import { extent, reference, shown } from './shown.ts';
import { describes, isOthers, readSpeaker, type Speaker, tellsOf } from './speaker.ts';
import {
  isDeed,
  isGeneral,
  isJudging,
  isMental,
  isPerforming,
  isResponse,
  isStance,
  isWeak,
  reports,
  type Sense,
} from './verbs.ts';

/** From this fit on, an attribution is what was asked for, and passages need not be considered. */
const SURE = 0.9;
/** From this fit on, it stands before passages all the same. */
const FAIR = 0.6;

/** From this confidence on, a passage answers though nobody in it is known to speak. */
const PLAIN = 0.4;

/** From this chance on passages answer, among many articles, what somebody says who is only described, and whom nobody knows by that. */
const LIKELY = 0.5;

/** From this chance on they answer a fact in what anybody says: "what did Holt say was mistaken", not "what did Holt say about it". */
const NEARLY_SURE = 0.9;

/** Fewer excerpts than these are filled up with what the same speaker says beside the first of them. */
const ENOUGH = 3;
/** So many characters away from it. */
const BESIDE = 600;

const POINTING = /\b(?:he|she|they|him|her|them|his|their)\b/i;

/** What begins a question that is put as one. */
const ASKED = /^\P{L}*(?:wh|how|did|do|does|has|have|had|is|are|was|were|can|could|will|would|according)/iu;

const WHETHER = /^(?:did|do|does|has|have|had)\b/i;

/** From this share of its words on that stand nowhere in a small corpus, a topic is another one. */
const FOREIGN = 0.5;

/** Stems of what tells where somebody stands. */
const STANDS: ReadonlySet<string> = new Set(
  terms(
    'approve approval disapprove support supportive oppose opposition back fight fought reject favor favour reservations resist object endorse embrace agree disagree dispute',
  ),
);

/** Stems of what something may be written in. */
const PAPERS: ReadonlySet<string> = new Set(
  terms(
    'report memoir book letter petition memo email filing lawsuit complaint indictment study poll survey ad transcript notes note law bill ruling order rule policy plan deal agreement article story column editorial headline treaty constitution rules documents document',
  ),
);

/**
 * Who said it, or what somebody said: from attributions, and from passages where no attribution is clearly meant. Nothing where
 * whoever is asked about never says such a thing; null for what turns out to be no question on speech.
 */
export async function speech(inquiry: Inquiry): Promise<Answer | null> {
  const { archive, question, who, searched } = inquiry;
  const { sense, form } = question;
  const speaker = readSpeaker(
    question.speaker ?? '',
    who?.person ?? null,
    who?.person ? [] : await otherForms(archive, question.speaker ?? ''),
  );
  const required = await namesTalkedAbout(inquiry);
  const found = await speechCandidates(archive, question, speaker, inquiry.passages, required);
  const deed = sense && isDeed(sense) ? terms(sense.word)[0]! : null;
  const nearest = found[0]
    ? { document: found[0].record.document, span: extent(found[0].record) }
    : (deed !== null || required.length === 0) && inquiry.passages[0];
  const lack = nearest && (await lacking(inquiry, question.topic, nearest));
  const foreign = lack && (lack.nowhere >= FOREIGN || lack.somebody);
  // "did Holt praise Brandt": that he spoke of her does not tell.
  const judges = searched <= SMALL && sense !== null && isJudging(sense) && WHETHER.test(question.text);
  const performs = judges || (sense !== null && isPerforming(sense));
  const candidates = foreign ? [] : found.filter(({ cued }) => cued || !performs);
  const best = candidates[0]?.fit ?? 0;
  const records = candidates.filter(({ fit }) => fit >= best * WORSE).map(({ record }) => record);
  const said = await shown(archive, records.slice(0, MOST * 2), question.topic);

  // What may be reported otherwise than as speech: "who ordered it", "what did he call it", "why did she speak to them".
  // Of "Holt on the wall" it is Holt who says it.
  const theirs =
    searched <= SMALL &&
    sense === null &&
    question.about &&
    who?.exact === true &&
    who.person?.type === 'person';
  const loose =
    (sense === null && !theirs) ||
    (sense !== null && isWeak(sense) && !isGeneral(sense) && !judges) ||
    /^(?:why|when|where)\b/i.test(question.text);
  const meant =
    Boolean(sense?.kinds) ||
    candidates.some(({ cued }) => cued) ||
    (form === 'who-said' ? sense !== null && isGeneral(sense) : !loose);
  let looked: Promise<Excerpt[]> | null = null;
  const likely = () => {
    looked ??= confident(inquiry);
    return looked;
  };
  const sure =
    meant &&
    best >= SURE &&
    (await answeredWithLead(inquiry, speaker, await filledUp(inquiry, records, said), likely));
  if (sure) return sure;

  const mentions = (text: string) =>
    required.length === 0 || terms(text).some((stem) => required.includes(stem));
  const named = (text: string) =>
    speaker.name === null
      ? describes(text, speaker)
      : terms(text).some((stem) => speaker.telling.includes(stem));
  const tells = (text: string, around: string) =>
    loose ? named(text) : tellsOf(text, speaker, sense, around, performs);
  // "did Holt support it": where somebody stands others tell.
  const stands = (text: string) =>
    sense !== null && isStance(sense) && named(text) && terms(text).some((stem) => STANDS.has(stem));
  // "who leaked the letter": what is said of a letter, or of another leak, does not tell.
  const passages = (await likely()).filter(
    ({ text }) => !foreign && (deed === null || terms(text).includes(deed)),
  );
  const passing = passages.filter((passage) =>
    form === 'who-said'
      ? (!meant || !sense?.kinds) && (question.speaker === null || describes(passage.text, speaker))
      : sentences(passage.text).some((span, at, all) => {
          const sentence = slice(passage.text, span);
          // "Holt sued. The lawyer said that he would win."
          const before = at > 0 && POINTING.test(sentence) ? slice(passage.text, all[at - 1]!) : '';
          // "Brandt says Holt thinks …": what somebody has in mind others tell.
          const possible =
            sense === null ||
            stands(sentence) ||
            !isOthers(passage, speaker) ||
            (isMental(sense) && tellsOf(sentence, speaker, sense, passage.text));
          return (
            possible &&
            mentions(`${before} ${sentence}`) &&
            (stands(sentence) || tells(sentence, passage.text))
          );
        }),
  );
  // Nor does a passage stand before them that was not the best, unless it may tell why.
  const lesser = passages[0] !== passing[0] && !/^why\b/i.test(question.text);
  const first =
    ((meant || sense === null) && best >= FAIR) || ((form === 'who-said' || lesser) && best >= SURE);
  // A passage that holds one of the attributions stands aside for it: that one shows who speaks.
  const spoken = passing.map((passage) => spokenIn(passage, said) ?? passage);
  const both = await answeredWithLead(
    inquiry,
    speaker,
    await filledUp(inquiry, records, first ? [...said, ...spoken] : alternating(spoken, said)),
    likely,
  );
  if (both) return both;
  if (form === 'who-said' && sense?.kinds && !sense.kinds.includes('claim')) {
    // Who denied it is not told by what denies nothing.
    const { kinds } = sense;
    const denying = passages.filter(({ text }) => reportsOn(text, question.topic, kinds));
    return answered(inquiry, denying) ?? unanswered(inquiry, { reason: 'no-evidence' });
  }
  // "sand quote mill": whose it is was not told, after all.
  if (!who?.person && !ASKED.test(question.text)) return null;
  // "Which judge said so" asks for a judge.
  const anybody = form === 'who-said' && (question.speaker === null || searched > SMALL);
  if ((anybody && deed === null) || (sense === null && !theirs)) return null;
  // A name that nobody has.
  const unknown = (await archive.names(question.speaker ?? '')).some(({ matches }) => matches.length === 0);
  return isToldAnyway(inquiry, sense, unknown) ? null : unsaid(inquiry, speaker, passages, unknown);
}

/**
 * The answer with these excerpts, and as its third the first of the `likely` passages, where search is sure of one, unless that is
 * somebody else's words.
 */
async function answeredWithLead(
  inquiry: Inquiry,
  speaker: Speaker,
  excerpts: readonly Excerpt[],
  likely: () => Promise<readonly Excerpt[]>,
): Promise<Answer | null> {
  const { sense } = inquiry.question;
  const sure = (inquiry.passages[0]?.confidence ?? 0) >= LEADING;
  const told = !sense?.kinds || sense.kinds.includes('claim');
  if (excerpts.length === 0 || !sure || !told) return answered(inquiry, excerpts);
  const [lead] = await likely();
  if (!lead || isOthers(lead, speaker)) return answered(inquiry, excerpts);
  return answered(inquiry, [...excerpts.slice(0, ENOUGH - 1), lead, ...excerpts.slice(ENOUGH - 1)]);
}

/** From this confidence on, a passage is shown beside attributions. */
const LEADING = 0.7;

/** Whether, among many articles, passages are likely enough to tell what somebody says whose words are not on record. */
function isToldAnyway(
  { question, who, searched, passages }: Inquiry,
  sense: Sense | null,
  unknown: boolean,
): boolean {
  if (searched <= SMALL) return false;
  const fact =
    !question.about && !sense?.kinds && /^\P{L}*(?:what|which|how|when|where|why)\b/iu.test(question.text);
  const described = !who?.exact && (!who?.person || !/\p{Lu}/u.test(question.speaker ?? ''));
  const enough = described && !unknown ? LIKELY : fact ? NEARLY_SURE : 1;
  return chanceOf(passages.slice(0, MOST_PASSAGES)) >= enough;
}

/** What is answered where whoever is asked about says nothing of the kind. */
async function unsaid(
  inquiry: Inquiry,
  speaker: Speaker,
  passages: readonly Excerpt[],
  unknown: boolean,
): Promise<Answer> {
  const { question, who } = inquiry;
  if (who?.person) {
    const near = await counterpartsFor(inquiry, who.person);
    return unanswered(
      inquiry,
      { reason: 'silent-speaker', name: who.person.name, related: near },
      who.person,
    );
  }
  // "what did her memoir mention": no speaker, but what the passage is on.
  const told = PAPERS.has(speaker.head ?? '') ? passages.filter(({ text }) => describes(text, speaker)) : [];
  const passage = (inquiry.passages[0]?.confidence ?? 0) >= PLAIN && answered(inquiry, told);
  if (passage) return passage;
  return unanswered(
    inquiry,
    unknown
      ? { reason: 'unknown-name', name: question.speaker ?? '', nearby: nearPeople(who?.near ?? []) }
      : { reason: 'no-evidence' },
  );
}

/** Few excerpts of what somebody says, asked for without another word on how, with what they say beside it. */
async function filledUp(
  { archive, question: { form, sense, topic } }: Inquiry,
  records: readonly AttributionRecord[],
  excerpts: readonly Excerpt[],
): Promise<readonly Excerpt[]> {
  const lack = ENOUGH - excerpts.length;
  const asksAny = form === 'said' && (sense === null || (isGeneral(sense) && !isResponse(sense)));
  if (!asksAny || !records[0] || lack <= 0) return excerpts;
  const beside = (await besides(archive, records[0])).slice(0, lack);
  return [...excerpts, ...(await shown(archive, beside, topic))];
}

/** What the same speaker says near a statement, nearest first. */
async function besides(archive: Archive, record: AttributionRecord): Promise<AttributionRecord[]> {
  const { speaker } = record.attribution;
  if (speaker === null) return [];
  const { start, end } = extent(record);
  const around = { start: Math.max(0, start - BESIDE), end: end + BESIDE };
  const [found = []] = await archive.attributionsWithin([{ document: record.document, span: around }]);
  const away = (other: AttributionRecord): number => Math.abs(extent(other).start - end);
  return found
    .filter(
      ({ index, attribution }) =>
        index !== record.index && attribution.speaker === speaker && attribution.kind !== 'no-comment',
    )
    .sort((a, b) => away(a) - away(b));
}

/** A description with the bodies that it names in their other forms: "the CDC director" with its full name. */
async function otherForms(archive: Archive, phrase: string): Promise<string[]> {
  const names = phrase === '' ? [] : await archive.names(phrase);
  return names.flatMap(({ span, matches }) => {
    const body = matches[0]?.how === 'exact' ? matches[0].person : null;
    if (!body || body.type === 'person' || span.end - span.start === phrase.length) return [];
    return [body.called, ...body.aliases].map(
      (form) => phrase.slice(0, span.start) + form + phrase.slice(span.end),
    );
  });
}

/** Whether a sentence of a text reports a statement of these kinds, and has a word of the topic where there is one. */
function reportsOn(text: string, topic: string, kinds: readonly Kind[]): boolean {
  const stems = terms(topic);
  return sentences(text).some((span) => {
    const sentence = slice(text, span);
    const said = terms(sentence);
    const on = stems.length === 0 || stems.some((stem) => said.includes(stem));
    const written = words(sentence).map(({ form }) => form.folded);
    return on && reports(written, kinds);
  });
}

/** What others deny, or claim, of what is said of somebody who does not do so: for whoever asks whether they did. */
async function counterpartsFor({ archive, question }: Inquiry, { name }: PersonRecord): Promise<Excerpt[]> {
  const kinds = question.sense?.kinds;
  if (!kinds?.includes('denial')) return [];
  const about = terms(question.topic).length > 0 ? { about: question.topic } : {};
  const claims = await archive.attributions({ ...about, mentions: name, limit: MOST * 2 });
  const answers = (await archive.counterparts(claims.map(reference), MOST)).flat();
  return shown(archive, answers.filter(({ attribution }) => kinds.includes(attribution.kind)).slice(0, MOST));
}

/** Stems of the people who are expressly to be talked about, in any form of their names: one of them must be there. */
async function namesTalkedAbout({ archive, question, who }: Inquiry): Promise<readonly string[]> {
  const named = question.about ? await archive.names(question.topic) : [];
  return named.flatMap(({ span, matches }) => {
    const person = matches[0]?.person;
    if (person?.type !== 'person' || person.name === who?.person?.name) return [];
    return terms([slice(question.topic, span), person.called, ...person.aliases].join(' '));
  });
}

/** Of statements, best first, the best that is in a passage which one of them mostly is. */
function spokenIn(passage: Excerpt, said: readonly Excerpt[]): Excerpt | undefined {
  const share = (one: Excerpt) => Math.min(one.end, passage.end) - Math.max(one.start, passage.start);
  const inside = said.filter((one) => one.document === passage.document && share(one) > one.text.length / 2);
  return inside.some((one) => share(one) > passage.text.length / 2) ? inside[0] : undefined;
}

function alternating(first: readonly Excerpt[], second: readonly Excerpt[]): Excerpt[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]])
    .flat()
    .filter((each) => each !== undefined);
}
