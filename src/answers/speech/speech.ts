import type { Archive, AttributionRecord, PersonRecord } from '../../archive/archive.ts';
import type { Kind } from '../../attribution/attribution.ts';
import { chanceOf } from '../../search/engine.ts';
import { terms } from '../../search/words.ts';
import { slice } from '../../text/span.ts';
import type { Answer, Excerpt } from '../answer.ts';
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
} from '../inquiry.ts';
import { nearPeople } from '../nothing.ts';
import { shownPassages } from '../passages/passages.ts';
import { distinct, extent, reference, shown } from '../passages/shown.ts';
import { AUXILIARY, INTERROGATIVE } from '../question/function-words.ts';
import {
  isDeed,
  isGeneral,
  isJudging,
  isPerforming,
  isResponse,
  isWeak,
  type Sense,
} from '../question/verbs.ts';
import { isWhetherAnswered, isYesNo } from '../question/whether.ts';
import { topicStems } from '../topic.ts';
import { speechCandidates } from './candidates.ts';
import { CONTRADICTING, topicOf } from './fit.ts';
import { describes, isOthers, readSpeaker, type Speaker } from './speaker.ts';
import { namesSpeaker, reportsOn, spokenIn, tellsWhatIsSaid, type Wanted } from './told.ts';

/** From this fit on, an attribution is what was asked for, and passages need not be considered. */
const SURE = 0.9;
/** From this fit on, it stands before passages all the same. */
const FAIR = 0.6;

/** From this confidence on, a passage answers though nobody in it is known to speak. */
const PLAIN = 0.4;

/**
 * Among many articles: from this chance on passages tell what somebody said whom the corpus does not know by the description
 * given.
 */
const LIKELY = 0.5;

/** The same of anybody else, where a fact is asked for: "what did Holt say was mistaken", not "what did Holt say about it". */
const NEARLY_SURE = 0.9;

/** Fewer excerpts than these are filled up with what the same speaker says beside the first of them. */
const ENOUGH = 3;
/** So many characters away from it. */
const BESIDE = 600;

/** What begins a question that is put as one. */
const ASKED = new RegExp(`^\\P{L}*(?:${INTERROGATIVE}|${AUXILIARY}|according)`, 'iu');

/** From this share of unknown words on, a question is on a topic that a small corpus knows nothing of. */
const FOREIGN = 0.5;

/** Stems of what something may be written in, and of the press, which nobody quotes as such. */
const PAPERS: ReadonlySet<string> = new Set(
  terms(
    'report memoir book letter petition memo email filing lawsuit complaint indictment study poll survey ad transcript notes note law bill ruling order rule policy plan deal agreement article story column editorial headline treaty constitution rules documents document press media data numbers figures statistics evidence records findings',
  ),
);

/**
 * Who said it, or what somebody said: from attributions, and from passages where no attribution is clearly meant. Nothing where
 * whoever is asked about never says such a thing; null for what turns out to be no question on speech.
 */
export async function speech(inquiry: Inquiry): Promise<Answer | null> {
  const { sense, form } = inquiry.question;
  const wanted = await wantedBy(inquiry);
  const { records, best, cued, foreign } = await statements(inquiry, wanted);
  const said = await shown(inquiry.archive, records.slice(0, MOST * 2), inquiry.question.topic);
  const meant =
    Boolean(sense?.kinds) ||
    cued ||
    (form === 'who-said' ? sense !== null && isGeneral(sense) : !wanted.loose);
  let looked: Promise<Excerpt[]> | null = null;
  const likely = () => {
    looked ??= confident(inquiry);
    return looked;
  };
  const answerWith = async (excerpts: readonly Excerpt[]) =>
    answeredWithLead(inquiry, wanted, await filledUp(inquiry, records, excerpts), likely);

  const sure = meant && best >= SURE && (await answerWith(said));
  if (sure) return sure;

  // "who leaked the letter": what is said of a letter, or of another leak, does not tell.
  const passages = (await likely()).filter(
    ({ text }) => !foreign && (wanted.deed === null || terms(text).includes(wanted.deed)),
  );
  const passing = passages.filter((passage) =>
    form === 'who-said' ? namesSpeaker(passage, wanted) : tellsWhatIsSaid(passage, wanted),
  );
  // Nor does a passage stand before them that was not the best.
  const lesser = passages[0] !== passing[0];
  const first =
    ((meant || sense === null) && best >= FAIR) || ((form === 'who-said' || lesser) && best >= SURE);
  // A passage that holds one of the attributions stands aside for it: that one shows who speaks.
  const spoken = passing.map((passage) => spokenIn(passage, said) ?? passage);
  const both = await answerWith(first ? [...said, ...spoken] : alternating(spoken, said));
  return both ?? otherwise(inquiry, wanted, passages);
}

/** What a question on speech wants to know. */
async function wantedBy(inquiry: Inquiry): Promise<Wanted> {
  const { archive, question, who, searched } = inquiry;
  const { sense, text } = question;
  const name = question.speaker ?? '';
  const person = who?.person ?? null;
  const small = searched <= SMALL;
  // "did Holt praise Brandt": that he spoke of her does not tell.
  const judges = small && sense !== null && isJudging(sense) && isYesNo(text);
  // Of "Holt on the wall" it is Holt who says it.
  const theirs =
    small && sense === null && question.about && who?.exact === true && person?.type === 'person';
  return {
    speaker: readSpeaker(name, person, person ? [] : await otherForms(archive, name)),
    sense,
    required: await namesTalkedAbout(inquiry),
    matter: small && isYesNo(text) ? topicStems(question.topic) : [],
    deed: sense && isDeed(sense) ? terms(sense.word)[0]! : null,
    performs: judges || (small && isWhetherAnswered(question)) || (sense !== null && isPerforming(sense)),
    theirs,
    loose:
      (sense === null && !theirs) ||
      (sense !== null && isWeak(sense) && !isGeneral(sense) && !judges) ||
      /^(?:why|when|where)\b/i.test(text),
  };
}

/** The statements that may be meant. */
interface Statements {
  /** Best first. */
  readonly records: readonly AttributionRecord[];
  /** How well the best one fits. */
  readonly best: number;
  /** Whether one is reported by the very word that was asked with. */
  readonly cued: boolean;
  /** Whether there is none since the corpus is on another topic. */
  readonly foreign: boolean;
}

async function statements(inquiry: Inquiry, wanted: Wanted): Promise<Statements> {
  const { archive, question, passages, searched } = inquiry;
  const { speaker, required, deed, performs } = wanted;
  const topic = await topicOf(archive, question, passages, required);
  const inThoseWords = await speechCandidates(archive, topic, speaker);
  const found =
    inThoseWords.length > 0 || searched > SMALL
      ? inThoseWords
      : await speechCandidates(archive, { ...topic, loosely: true }, speaker);
  const nearest = found[0]
    ? { document: found[0].record.document, span: extent(found[0].record) }
    : (deed !== null || required.length === 0) && passages[0];
  const lack = nearest && (await lacking(inquiry, question.topic, nearest));
  const foreign = Boolean(lack && (lack.unknown >= FOREIGN || lack.somebody));
  // "did Holt respond": a denial does too.
  const replies = (kind: Kind): boolean =>
    isWhetherAnswered(question) && (CONTRADICTING.has(kind) || kind === 'no-comment');
  const candidates = foreign
    ? []
    : found.filter(({ cued, record }) => cued || !performs || replies(record.attribution.kind));
  const best = candidates[0]?.fit ?? 0;
  return {
    records: candidates.filter(({ fit }) => fit >= best * WORSE).map(({ record }) => record),
    best,
    cued: candidates.some(({ cued }) => cued),
    foreign,
  };
}

/** What is answered where neither a statement nor a passage tells: null where the question may ask for something other than speech. */
async function otherwise(
  inquiry: Inquiry,
  { speaker, deed, theirs }: Wanted,
  passages: readonly Excerpt[],
): Promise<Answer | null> {
  const { archive, question, who, searched } = inquiry;
  const { sense, form } = question;
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
  wanted: Wanted,
  excerpts: readonly Excerpt[],
  likely: () => Promise<readonly Excerpt[]>,
): Promise<Answer | null> {
  const { sense } = inquiry.question;
  const sure = (inquiry.passages[0]?.confidence ?? 0) >= LEADING;
  const told = !sense?.kinds || sense.kinds.includes('claim');
  if (excerpts.length === 0 || !told) return answered(inquiry, excerpts);
  const [lead] = sure ? await likely() : [];
  const shows = lead && (!isOthers(lead, wanted.speaker) || tellsWhatIsSaid(lead, wanted));
  return answered(
    inquiry,
    await withNear(
      inquiry,
      wanted.speaker,
      shows ? [...excerpts.slice(0, ENOUGH - 1), lead, ...excerpts.slice(ENOUGH - 1)] : excerpts,
    ),
  );
}

/** Few excerpts with passages of a small corpus behind them; of those in which others speak only the best, where search is sure. */
async function withNear(
  { archive, passages, searched }: Inquiry,
  speaker: Speaker,
  excerpts: readonly Excerpt[],
): Promise<readonly Excerpt[]> {
  const all = distinct(excerpts);
  if (searched > SMALL || all.length >= ENOUGH) return all;
  const near = await shownPassages(archive, passages.slice(0, MOST_PASSAGES));
  const sure = (passages[0]?.confidence ?? 0) >= PLAIN;
  const theirs = near.filter((passage, at) => (at === 0 && sure) || !isOthers(passage, speaker));
  return distinct([...all, ...theirs]).slice(0, ENOUGH);
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

/**
 * A description with the bodies that it names in their other forms, and whose it is by name: "the CDC director" with its full name,
 * "the mayor's office" as Holt's.
 */
async function otherForms(archive: Archive, phrase: string): Promise<string[]> {
  const names = phrase === '' ? [] : await archive.names(phrase);
  return names.flatMap(({ span, matches }) => {
    const named = matches[0]?.how === 'exact' ? matches[0].person : null;
    if (!named || span.end - span.start === phrase.length) return [];
    const behind = phrase.slice(span.end);
    if (named.type === 'person' && !/^['’]s? /.test(behind)) return [];
    const forms =
      named.type === 'person' ? [named.called.split(' ').at(-1)!] : [named.called, ...named.aliases];
    return forms.map((form) => phrase.slice(0, span.start) + form + behind);
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

/** Stems of the people who are expressly to be talked about, or answered, in any form of their names: one of them must be there. */
async function namesTalkedAbout({ archive, question, who }: Inquiry): Promise<readonly string[]> {
  const answers = question.form === 'said' && question.sense !== null && isResponse(question.sense);
  const named = question.about || answers ? await archive.names(question.topic) : [];
  return named.flatMap(({ span, matches }) => {
    const person = matches[0]?.person;
    if (person?.type !== 'person' || person.name === who?.person?.name) return [];
    return terms([slice(question.topic, span), person.called, ...person.aliases].join(' '));
  });
}

function alternating(first: readonly Excerpt[], second: readonly Excerpt[]): Excerpt[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]])
    .flat()
    .filter((each) => each !== undefined);
}
