import type { Archive, ArchiveStatus, Passage } from '../archive/archive.ts';
import { terms } from '../search/words.ts';
import { slice } from '../text/span.ts';
import type { Answer, Excerpt } from './answer.ts';
import { spelt, withNames } from './as-meant.ts';
import { aboutEach, bearingOn } from './choice.ts';
import { inContext } from './follow-up.ts';
import { answered, confident, type Inquiry, isHeard, SMALL, unanswered } from './inquiry.ts';
import { bearers, type Understood, understood, voiceless } from './names.ts';
import { nothing } from './nothing.ts';
import { byExpected } from './passages/expected.ts';
import { withoutKind } from './passages/outlets.ts';
import { asAsked } from './passages/parties.ts';
import { shown } from './passages/shown.ts';
import { asksStance } from './passages/stances.ts';
import { firstWidened } from './passages/widened.ts';
import type { Question } from './question/asked.ts';
import { LONGEST } from './question/question.ts';
import { isYesNo } from './question/whether.ts';
import { withoutBesides } from './question/wording.ts';
import { lacksName } from './roles.ts';
import { speechCandidates } from './speech/candidates.ts';
import { topicOf } from './speech/fit.ts';
import { readSpeaker } from './speech/speaker.ts';
import { speech } from './speech/speech.ts';
import { steady } from './steady.ts';
import { withOneWord } from './two-word-verbs.ts';
import { identity } from './who-is.ts';

/** So many passages are looked at for one question. */
const PASSAGES = 12;

/**
 * What the corpus holds on a question in plain English, best first, or nothing. `earlier` are the questions before it, oldest
 * first, which it may follow up on. Yes/no questions are answered with what was said.
 */
export async function answer(
  archive: Archive,
  asked: string,
  earlier: readonly string[] = [],
): Promise<Answer> {
  return steady(archive, async (status) => {
    if (!/[\p{L}\p{N}]/u.test(asked))
      return nothing({ searched: (await status).documents, reason: 'empty-question' });
    const { text, taken } = await spelt(archive, asked.slice(0, LONGEST));
    const question = await inContext(archive, text, earlier, async (previous) => {
      const found = await answerTo(archive, previous, status);
      if (found.choice) return found.choice.name;
      return found.status === 'answered' ? (found.excerpts[0]?.said?.speaker ?? null) : null;
    });
    const found = await answerTo(archive, question, status);
    const all = { ...found, taken: [...found.taken, ...taken] };
    return all.status === 'answered' && all.searched <= SMALL
      ? { ...all, excerpts: await firstWidened(archive, question.text, all.excerpts) }
      : all;
  });
}

/** What search finds; of few articles by the question as they may put it as well, the surest of all. */
async function passagesFor(
  archive: Archive,
  { text }: Question,
  status: Promise<ArchiveStatus>,
): Promise<readonly Passage[]> {
  const asked = await withNames(archive, text);
  const first = await archive.search(asked, { limit: PASSAGES });
  if ((await status).documents > SMALL) return first;
  const reworded = [
    await withOneWord(asked, (word) => isHeard(archive, word)),
    withoutKind(asked),
    withoutBesides(asked),
  ].filter((other) => other !== asked);
  const others = await Promise.all(reworded.map((other) => archive.search(other, { limit: PASSAGES })));
  return [first, ...others].reduce((best, one) =>
    (one[0]?.confidence ?? 0) > (best[0]?.confidence ?? 0) ? one : best,
  );
}

async function answerTo(
  archive: Archive,
  question: Question,
  status: Promise<ArchiveStatus>,
): Promise<Answer> {
  const [{ documents: searched }, meant, passages] = await Promise.all([
    status,
    asked(archive, question),
    passagesFor(archive, question, status),
  ]);
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  if (searched <= SMALL && (await lacksName(archive, question.text, passages)))
    return unanswered({ archive, question, who: meant, passages, searched }, { reason: 'no-evidence' });
  if (question.form === 'fact') return fact({ archive, question, who: meant, passages, searched });
  const asksFor = searched <= SMALL && (ASKED_FIRST.test(question.text) || asksStance(question.text));
  const ordered = asksFor ? await byExpected(archive, question.text, passages) : passages;
  const bearing = await bearingOn(archive, meant, ordered);
  const answerAbout = (who: Understood | null) => {
    const inquiry: Inquiry = { archive, question, who, passages: bearing.about(who), searched };
    return question.form === 'who-is' ? identity(inquiry) : speech(inquiry);
  };
  const found = await byAnotherHolder(
    question,
    bearing.who,
    await aboutEach(bearing.who, answerAbout),
    answerAbout,
  );
  return found ?? fact({ archive, question, who: bearing.who, passages, searched });
}

/** Of an office whose holder says nothing of the kind, what others say who may hold it as well, or are only called so. */
async function byAnotherHolder(
  { form }: Question,
  who: Understood | null,
  answer: Answer | null,
  answerAbout: (who: Understood | null) => Promise<Answer | null>,
): Promise<Answer | null> {
  if (form !== 'said' || !who?.office || answer?.status !== 'nothing') return answer;
  for (const person of [...who.others, null]) {
    const other = await answerAbout({ ...who, person, exact: person !== null, others: [] });
    if (other?.status === 'answered') return other;
  }
  return answer;
}

/** Questions on speech that begin with what they ask for, rather than name it as what was spoken of: "why did she say so". */
const ASKED_FIRST = /^(?:why|how (?:many|much|long|old))\b/i;

/** Whom a question's speaker is taken for: of "the DHS spokesman" him where he is known, else the DHS. */
async function asked(archive: Archive, { form, speaker }: Question): Promise<Understood | null> {
  const who = await understood(archive, speaker ?? undefined);
  if (form !== 'said' || !speaker || !who || who.person) return who;
  const body = voiceless(speaker);
  return body === speaker ? who : understood(archive, body);
}

/** What the passages tell, those first that have what is asked for. */
async function fact(inquiry: Inquiry): Promise<Answer> {
  const { archive, question, searched } = inquiry;
  const passages =
    searched > SMALL
      ? inquiry.passages
      : await byExpected(archive, question.text, await asAsked(archive, question.text, inquiry.passages));
  const ordered = { ...inquiry, passages };
  return (
    answered(ordered, [...(await confident(ordered)), ...(await avowals(ordered))]) ??
    unanswered(ordered, { reason: 'no-evidence' })
  );
}

/** Of a question whether somebody does something ("will the council pay for it") what they say of it themselves. */
async function avowals({ archive, question, passages }: Inquiry): Promise<Excerpt[]> {
  if (!isYesNo(question.text)) return [];
  const [first] = await archive.names(question.text);
  if (!first || !WHETHER_THEY.test(question.text.slice(0, first.span.start))) return [];
  const topic = question.text.slice(first.span.end).trim();
  if (terms(topic).length < 2) return [];
  const who = await understood(archive, slice(question.text, first.span));
  for (const person of who ? bearers(who) : []) {
    const asked: Question = { ...question, form: 'said', speaker: person.name, topic };
    const about = await topicOf(archive, asked, passages, []);
    const found = await speechCandidates(archive, about, readSpeaker(person.called, person));
    const avowed = found.filter(({ fit }) => fit >= AVOWED).map(({ record }) => record);
    if (avowed.length > 0) return shown(archive, avowed, topic);
  }
  return [];
}

const WHETHER_THEY = /^\S+ (?:the )?$/;

/** The least fit of what somebody says of a thing for it to tell whether they do it. */
const AVOWED = 0.85;
