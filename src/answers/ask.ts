import type { Archive, Passage, PersonRecord } from '../archive/archive.ts';
import { CONFIDENT } from '../search/engine.ts';
import { terms } from '../search/words.ts';
import type { Answer, Excerpt } from './answer.ts';
import { inContext } from './follow-up.ts';
import { type Understood, understood } from './names.ts';
import { nearPeople, nothing } from './nothing.ts';
import { shownPassages } from './passages.ts';
import type { Question } from './question.ts';
import { distinct, shown } from './shown.ts';
import { describes, readSpeaker, tellsOf } from './speaker.ts';
import { speechCandidates } from './speech.ts';
import { isGeneral } from './verbs.ts';

/** The most excerpts of one answer, and of what is merely related. */
const MOST = 5;
const MOST_RELATED = 3;
/** Excerpts that fit so much worse than the best are left out. */
const WORSE = 0.55;
/** From this fit on, an attribution is what was asked for, and passages need not be considered. */
const SURE = 0.9;
/** From this fit on, it stands before passages all the same. */
const FAIR = 0.6;
/** So many passages are looked at for one question. */
const PASSAGES = 12;
/** The least confidence for a passage to be shown as related. */
const RELATED = 0.2;

/**
 * What the corpus holds on a question in plain English, best first, or nothing. `earlier` are the questions before it, oldest
 * first, which it may follow up on. Yes/no questions are answered with what was said.
 */
export async function answer(
  archive: Archive,
  asked: string,
  earlier: readonly string[] = [],
): Promise<Answer> {
  const { documents: searched } = await archive.status();
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  if (!/[\p{L}\p{N}]/u.test(asked)) return nothing({ searched, reason: 'empty-question' });
  const question = await inContext(archive, asked, earlier, (previous) =>
    speakerFor(archive, previous, searched),
  );
  return answerTo(archive, question, searched);
}

async function answerTo(archive: Archive, question: Question, searched: number): Promise<Answer> {
  const [who, passages] = await Promise.all([
    understood(archive, question.speaker ?? undefined),
    archive.search(question.text, { limit: PASSAGES }),
  ]);
  const inquiry: Inquiry = { archive, question, who, passages, searched, taken: who?.taken ?? [] };
  if (question.form === 'who-is') return (await whoIs(inquiry)) ?? fact(inquiry);
  if (question.form === 'fact') return fact(inquiry);
  return speech(inquiry);
}

/** Whom the answer to a question quotes first; null where it quotes nobody known. */
async function speakerFor(archive: Archive, question: Question, searched: number): Promise<string | null> {
  const found = await answerTo(archive, question, searched);
  return found.status === 'answered' ? (found.excerpts[0]?.said?.speaker ?? null) : null;
}

interface Inquiry {
  readonly archive: Archive;
  readonly question: Question;
  /** Whom the question's speaker is taken for; null where it has none. */
  readonly who: Understood | null;
  readonly passages: readonly Passage[];
  readonly searched: number;
  readonly taken: Answer['taken'];
}

/** Who said it, or what somebody said, from attributions; from passages only where no attribution is clearly meant. */
async function speech(inquiry: Inquiry): Promise<Answer> {
  const { archive, question, who, passages, searched, taken } = inquiry;
  const { sense, form } = question;
  const person = who?.person ?? null;
  const speaker = readSpeaker(question.speaker ?? '', person);
  const required = await namesTalkedAbout(inquiry);
  const candidates = await speechCandidates(archive, question, speaker, passages, required);
  const best = candidates[0]?.fit ?? 0;
  const records = candidates.filter(({ fit }) => fit >= best * WORSE).map(({ record }) => record);
  const said = await shown(archive, records.slice(0, MOST * 2), question.topic);

  const circumstance = /^(?:why|when|where)\b/i.test(question.text);
  const general = sense !== null && isGeneral(sense);
  const meant =
    candidates.some(({ cued }) => cued) ||
    Boolean(sense?.kinds) ||
    (!circumstance && (form === 'said' || general));
  const sure = meant && best >= SURE;
  const passing = sure ? [] : await confident(inquiry);
  const mentions = ({ text }: Excerpt) =>
    required.length === 0 || terms(text).some((stem) => required.includes(stem));
  const told = meant ? passing.filter((each) => tellsOf(each.text, speaker) && mentions(each)) : passing;
  const excerpts = distinct(meant && best >= FAIR ? [...said, ...told] : [...told, ...said]).slice(0, MOST);
  if (excerpts.length > 0) return { status: 'answered', searched, taken, excerpts, related: [] };
  if (form === 'who-said' || sense === null) return fact(inquiry);

  // What is not marked as speech may still tell what somebody did; whoever is only talked about is silent.
  const described = passing.filter(({ text }) => speaker.described && describes(text, speaker));
  if (described.length > 0) return { status: 'answered', searched, taken, excerpts: described, related: [] };
  const related = await relatedTo(inquiry, person);
  if (person) return nothing({ searched, taken, reason: 'silent-speaker', name: person.name, related });
  const unknown = (await archive.names(question.speaker ?? '')).some(({ matches }) => matches.length === 0);
  return nothing(
    unknown
      ? {
          searched,
          reason: 'unknown-name',
          name: question.speaker!,
          nearby: nearPeople(who?.near ?? []),
          related,
        }
      : { searched, taken, reason: 'no-evidence', related },
  );
}

/** Stems of the names that the question expressly wants talked about: one of them must be there. */
async function namesTalkedAbout({ archive, question, who }: Inquiry): Promise<readonly string[]> {
  const named = question.about ? await archive.names(question.topic) : [];
  const people = named.flatMap(({ matches }) => matches[0]?.person ?? []);
  return people
    .filter(({ name }) => name !== who?.person?.name)
    .flatMap(({ name, aliases }) => terms([name, ...aliases].join(' ')));
}

/** Where the articles say who somebody is; null where the question does not name anybody. */
async function whoIs({ archive, question, who, searched, taken }: Inquiry): Promise<Answer | null> {
  if (!who?.person) {
    const looksLikeName = /^(?:\p{Lu}[\p{L}'’.-]*\s?)+$/u.test(question.speaker ?? '');
    if (!looksLikeName) return null;
    return nothing({
      searched,
      reason: 'unknown-name',
      name: question.speaker!,
      nearby: nearPeople(who?.near ?? []),
    });
  }
  const roles = who.person.roles
    .slice(0, MOST)
    .map(({ document, span }) => ({ document, span, matches: [span] }));
  const excerpts = distinct(await shownPassages(archive, roles));
  return excerpts.length > 0 ? { status: 'answered', searched, taken, excerpts, related: [] } : null;
}

async function fact(inquiry: Inquiry): Promise<Answer> {
  const { searched, taken } = inquiry;
  const excerpts = await confident(inquiry);
  if (excerpts.length > 0) return { status: 'answered', searched, taken, excerpts, related: [] };
  return nothing({ searched, taken, reason: 'no-evidence', related: await relatedTo(inquiry, null) });
}

/** The passages that answer the question; none where not even the best one does. */
async function confident({ archive, passages }: Inquiry): Promise<Excerpt[]> {
  const best = passages[0];
  if (!best || best.confidence < CONFIDENT) return [];
  const fitting = passages.filter(({ score }) => score >= best.score * WORSE).slice(0, MOST);
  return distinct(await shownPassages(archive, fitting));
}

/** What the corpus holds near a question that it does not answer: passages that name the person asked about, or come close. */
async function relatedTo({ archive, passages }: Inquiry, person: PersonRecord | null): Promise<Excerpt[]> {
  const excerpts = await shownPassages(
    archive,
    passages.filter(({ confidence }) => confidence >= RELATED),
  );
  const surname = person?.name.split(' ').at(-1);
  return excerpts.filter(({ text }) => !surname || text.includes(surname)).slice(0, MOST_RELATED);
}
