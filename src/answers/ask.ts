import type { Archive, ArchiveStatus, Passage, PersonRecord } from '../archive/archive.ts';
import { ROLES } from '../people/lexicon.ts';
import { type Misspelt, misspelt } from '../search/spelling.ts';
import { terms } from '../search/words.ts';
import { sentenceTexts } from '../text/sentences.ts';
import { overlaps, slice } from '../text/span.ts';
import type { Answer, Excerpt, Taken } from './answer.ts';
import { aboutEach, bearingOn } from './choice.ts';
import { inContext } from './follow-up.ts';
import { answered, confident, type Inquiry, isHeard, MOST, SMALL, unanswered } from './inquiry.ts';
import { bearers, inOtherWords, type Understood, understood, voiceless, writtenOut } from './names.ts';
import { nearPeople, nothing } from './nothing.ts';
import { byExpected, expected } from './passages/expected.ts';
import { withoutKind } from './passages/outlets.ts';
import { asAsked } from './passages/parties.ts';
import { shownPassages } from './passages/passages.ts';
import { shown } from './passages/shown.ts';
import { asksStance } from './passages/stances.ts';
import type { Question } from './question/asked.ts';
import { LONGEST, readQuestion } from './question/question.ts';
import { noun, REPORTING, verb } from './question/verbs.ts';
import { isYesNo } from './question/whether.ts';
import { withoutBesides } from './question/wording.ts';
import { speechCandidates } from './speech/candidates.ts';
import { readSpeaker } from './speech/speaker.ts';
import { speech } from './speech/speech.ts';
import { steady } from './steady.ts';
import { withOneWord } from './two-word-verbs.ts';

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
    return { ...found, taken: [...found.taken, ...taken] };
  });
}

/** What was asked, with words that no article has as they were most likely meant. Names and reporting verbs stay as they are. */
async function spelt(archive: Archive, asked: string): Promise<{ text: string; taken: readonly Taken[] }> {
  // Nearly every question is spelt well, and its names are what is asked for next.
  const [here, names] = await Promise.all([archive.misspelt(asked), archive.names(asked)]);
  const mended = (await withReporting(archive, asked, here)).filter((one) => {
    const typed = slice(asked, one).toLowerCase();
    return !verb(typed) && !noun(typed) && !names.some(({ span }) => overlaps(span, one));
  });
  return {
    text: written(asked, mended),
    taken: mended.map((one) => ({ typed: slice(asked, one), name: one.meant })),
  };
}

/**
 * The slips that are `known` with those in words that tell how something is said ("who acused Holt"), which no article need have;
 * without these where the question is not on speech even so.
 */
async function withReporting(
  archive: Archive,
  asked: string,
  known: readonly Misspelt[],
): Promise<readonly Misspelt[]> {
  const found = misspelt(asked, REPORTING).filter((slip) => !known.some((other) => overlaps(other, slip)));
  const heard = await Promise.all(found.map((slip) => isHeard(archive, slice(asked, slip))));
  const unheard = found.filter((_, at) => !heard[at]);
  if (unheard.length === 0) return known;
  const all = [...known, ...unheard].sort((a, b) => a.start - b.start);
  return readQuestion(written(asked, all)).form === 'fact' ? known : all;
}

const written = (asked: string, meant: readonly Misspelt[]): string =>
  meant.reduceRight((text, slip) => text.slice(0, slip.start) + slip.meant + text.slice(slip.end), asked);

/** What to search with: names that no article has as they were most likely meant. */
async function withNames(archive: Archive, text: string): Promise<string> {
  const near = (await archive.names(text)).filter(({ matches }) => matches[0]?.how === 'near');
  // "Ida Brand": though there is an Ida.
  const heard = await Promise.all(
    near.map(({ span }) =>
      Promise.all(
        slice(text, span)
          .split(/\s+/)
          .map((word) => isHeard(archive, word)),
      ),
    ),
  );
  return near.reduceRight((written, { span: { start, end }, matches: [best] }, at) => {
    if (!heard[at]!.includes(false)) return written;
    const { called } = best!.person;
    const meant = /\s/.test(slice(text, { start, end })) ? called : called.split(' ').at(-1)!;
    return written.slice(0, start) + meant + written.slice(end);
  }, text);
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

/** Where the articles say who or what somebody is. Null for what only looks like a question for a name. */
async function identity(inquiry: Inquiry): Promise<Answer | null> {
  const { archive, question, who, searched } = inquiry;
  const name = question.speaker ?? '';
  const looksLikeName = NAME.test(name);
  if (!who?.person || (!who.exact && !/^who/i.test(question.text))) {
    if (searched <= SMALL && inOtherWords(name).length > 0) return headed(inquiry, name);
    if (!looksLikeName || name === question.text) return null;
    const telling = await namedAsIs(inquiry, name);
    if (telling) return telling;
    return nothing({ searched, reason: 'unknown-name', name, nearby: nearPeople(who?.near ?? []) });
  }
  const roles = who.person.roles.map(({ document, span }) => ({ document, span, matches: [span] }));
  const places = await shownPassages(archive, roles.slice(0, MOST));
  // "the mayor" may be meant otherwise than it was taken; a name cannot.
  const { described } = readSpeaker(name, who.person);
  if (described) {
    const held = await holders(archive, writtenOut(name));
    return answered(inquiry, [...held, ...(await confident(inquiry)), ...places]);
  }
  const found = places.length < MOST ? await shownPassages(archive, inquiry.passages) : [];
  const telling = found.filter(
    ({ text }) => spellsOut(text, who.person!) || tellsWho(text, who.person!.called),
  );
  return answered(inquiry, [...places, ...telling]);
}

/**
 * The passages that have a name which nobody is known by, as it is: an operation, an act, a ship. What it is, where one tells
 * that, first.
 */
async function namedAsIs(inquiry: Inquiry, name: string): Promise<Answer | null> {
  const spoken = (await confident(inquiry)).filter(({ text }) => text.includes(name));
  const telling = spoken.filter(({ text }) => tellsWho(text, name));
  return answered(inquiry, [...telling, ...spoken]);
}

/** The passages in which somebody has an office, or one like it, that nobody is known to hold. */
async function headed(inquiry: Inquiry, office: string): Promise<Answer> {
  const all = [office, ...inOtherWords(office)].map(terms);
  const body = all[0]!.filter((stem) => all.every((stems) => stems.includes(stem)));
  const heads = all.flat().filter((stem) => !body.includes(stem));
  const found = await confident(inquiry);
  const telling = found.filter(({ text }) =>
    sentenceTexts(text).some((sentence) => {
      const told = terms(sentence);
      return body.every((stem) => told.includes(stem)) && told.some((stem) => heads.includes(stem));
    }),
  );
  return answered(inquiry, telling) ?? unanswered(inquiry, { reason: 'no-evidence' });
}

/** Words with a capital each, a space between them. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)*\s?$/u;

/**
 * For each of those who may be meant by an office, likeliest first, where the articles say in most of its words that they hold it;
 * in other words for it where nobody holds it by that.
 */
async function holders(archive: Archive, office: string): Promise<Excerpt[]> {
  for (const each of [office, ...inOtherWords(office)]) {
    const wanted = terms(each).filter((stem) => !/^\d+$/.test(stem));
    const people = (await archive.people(each, MOST)).filter(({ how }) => how === 'exact');
    const places = people.flatMap(({ person }) => {
      const role = person.roles.find(({ text }) => {
        const said = terms(text);
        return wanted.filter((stem) => said.includes(stem)).length >= wanted.length * HELD;
      });
      return role ? [{ ...role, matches: [role.span] }] : [];
    });
    if (places.length > 0) return shownPassages(archive, places);
  }
  return [];
}

/** The share of an office's words that a role must have. */
const HELD = 0.6;

/** Whether a text has what is short for a name in brackets behind it: "the Tarn Rowing Guild (TRG)". */
function spellsOut(text: string, { called, aliases }: PersonRecord): boolean {
  const forms = [called, ...aliases];
  return forms.some((long) => forms.some((short) => text.includes(`${long} (${short})`)));
}

/** Whether a text says who or what somebody is beside the name: "Homan, the acting director", "Homan is", "director Thomas Homan". */
function tellsWho(text: string, name: string): boolean {
  const at = text.indexOf(name);
  const title =
    at < 0
      ? ''
      : text
          .slice(0, at)
          .trimEnd()
          .split(/[\s,.]/)
          .at(-1)!;
  if (ROLES.has(title.toLowerCase())) return true;
  const last = name.split(' ').at(-1)!;
  const behind = text.slice(text.indexOf(last) + last.length);
  return (
    text.includes(last) &&
    /^["”’']?(?:,? (?:who )?(?:is|was|were|are)\b|, (?:an?|the|\d|\p{Ll})| ?[—–] ?(?:who|an?|the)\b)/u.test(
      behind,
    )
  );
}

async function fact(inquiry: Inquiry): Promise<Answer> {
  const { archive, question, searched } = inquiry;
  const small = searched <= SMALL;
  const asked = small ? await asAsked(archive, question.text, inquiry.passages) : inquiry.passages;
  const passages = small ? await byExpected(archive, question.text, asked) : asked;
  const ordered = { ...inquiry, passages };
  const first = await confident(ordered);
  // What may be told in any words does not silence what answers otherwise.
  const found =
    small && first.length === 0 && (expected(question.text, '') ?? 0) > 0
      ? await confident({ ...inquiry, passages: asked })
      : first;
  return (
    answered(ordered, [...found, ...(await avowals(ordered))]) ??
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
    const found = await speechCandidates(archive, asked, readSpeaker(person.called, person), passages, []);
    const avowed = found.filter(({ fit }) => fit >= AVOWED).map(({ record }) => record);
    if (avowed.length > 0) return shown(archive, avowed, topic);
  }
  return [];
}

const WHETHER_THEY = /^\S+ (?:the )?$/;

/** The least fit of what somebody says of a thing for it to tell whether they do it. */
const AVOWED = 0.85;
