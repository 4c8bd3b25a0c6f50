import type { Archive } from '../archive/archive.ts';
import { genderOfGivenName, PRONOUNS } from '../people/lexicon.ts';
import { partsOf } from '../people/parts.ts';
import { terms } from '../search/words.ts';
import { choiceOf } from './choice.ts';
import { understood } from './names.ts';
import type { Question } from './question/asked.ts';
import { AUXILIARY, INTERROGATIVE } from './question/function-words.ts';
import { LONGEST, readQuestion } from './question/question.ts';
import { verb } from './question/verbs.ts';

/** Finds whom the answer to a question is about, or else quotes first: whom "they" means after "who denied it?". */
export type SpeakerOf = (question: Question) => Promise<string | null>;

/**
 * What is asked, with what the words leave out ("and Nielsen?", "why?") or only point at ("did he deny it?") filled in from the
 * questions before it, oldest first. A question that stands on its own stays as it is.
 */
export async function inContext(
  archive: Archive,
  asked: string,
  earlier: readonly string[],
  speakerOf: SpeakerOf,
): Promise<Question> {
  const question = readQuestion(asked);
  const [bare, elliptic] = [BARE.exec(asked), ELLIPSIS.exec(asked.slice(0, LONGEST))];
  const source = SOURCE.test(asked);
  const before = earlier.at(-1);
  if (before === undefined || !(bare || elliptic || source || pointsAt(question))) return question;
  const previous = await settled(
    archive,
    await inContext(archive, before, earlier.slice(0, -1), speakerOf),
    speakerOf,
  );
  if (bare) return phrased({ ...previous, form: 'fact' }, `${bare[1]} ${contentOf(previous)}`);
  if (source)
    return phrased({
      ...previous,
      form: 'who-said',
      speaker: null,
      sense: verb('say'),
      topic: contentOf(previous),
    });
  const rest = elliptic?.[1] ?? elliptic?.[2];
  if (rest === undefined) return filled(archive, question, previous, speakerOf);
  const who = await understood(archive, rest);
  return who?.exact ? withSpeaker(previous, rest) : withTopic(previous, rest);
}

const ASKS = `(?:${INTERROGATIVE}|${AUXILIARY})\\b`;
/** "and Nielsen?", "what about the wall?", "Nielsen?"; not "and who denied it?". */
const ELLIPSIS = new RegExp(
  `^\\s*(?:(?:and|or|but|so)\\s+)?(?:(?:what|how) about|and|or|but)\\s+(?!${ASKS})(.+?)[\\s?!.]*$|^\\s*(?!${ASKS})(\\S+(?:\\s\\S+)?)\\s*\\?+\\s*$`,
  'i',
);
const BARE = /^\s*(?:and |but )?(why|when|where|how)(?: not)?[\s?!.]*$/i;

/** "according to whom?" */
const SOURCE =
  /^\s*(?:and )?(?:according to whom?|says who|who says|who says so|whose words are (?:these|those))[\s?!.]*$/i;

const PERSON = /^(?:he|she|they|him|her|them)$/i;
/** "the second one". */
const ONE = /^(?:the )?(first|second|third|fourth|fifth|last|other) (?:one|guy)$/i;
const THING = /^(?:it|this|that|these|those|so)$/i;
/** Within a question on facts. */
const POINTER = /\b(?:he|she|they|him|her|them|his|their|it|its|this|that|there)\b/i;

function pointsAt({ form, speaker, topic, text }: Question): boolean {
  if (speaker !== null && (PERSON.test(speaker) || ONE.test(speaker))) return true;
  if (form === 'fact' || form === 'who-is') return POINTER.test(text);
  return (
    topic.split(' ').some((word) => PERSON.test(word)) || (terms(topic).length === 0 && THING.test(topic))
  );
}

/** The question with its pronouns replaced by what the previous one is about. */
async function filled(
  archive: Archive,
  question: Question,
  previous: Question,
  speakerOf: SpeakerOf,
): Promise<Question> {
  const person = async (pronoun: string) =>
    (await personIn(archive, previous, pronoun)) ?? (await speakerOf(previous));
  if (question.form === 'fact' || question.form === 'who-is') {
    const [pronoun] = PERSON_WORD.exec(question.text) ?? [];
    const meant = pronoun ? await person(pronoun) : contentOf(previous);
    return phrased(
      { ...question, form: question.form === 'who-is' && meant ? 'who-is' : 'fact', speaker: meant },
      `${question.text} ${meant ?? ''}`,
    );
  }
  const speaker =
    question.speaker !== null && PERSON.test(question.speaker)
      ? await person(question.speaker)
      : (question.speaker?.replace(ONE, (one, which) =>
          previous.speaker === null ? one : `the ${which} ${previous.speaker.split(' ').at(-1)}`,
        ) ?? null);
  const words = question.topic.split(' ');
  const pronoun = words.find((word) => PERSON.test(word));
  const meant = pronoun ? await person(pronoun) : null;
  const topic =
    terms(question.topic).length === 0 && THING.test(question.topic)
      ? previous.topic || contentOf(previous)
      : words.map((word) => (PERSON.test(word) ? (meant ?? word) : word)).join(' ');
  return phrased({ ...question, speaker, topic });
}

const PERSON_WORD = /\b(?:he|she|they|him|her|them|his|their)\b/i;

/** The question with the one in the place of a name that several share whom it was answered about. */
async function settled(archive: Archive, question: Question, speakerOf: SpeakerOf): Promise<Question> {
  const who = question.speaker === null ? null : await understood(archive, question.speaker);
  if (!who || !choiceOf(who)) return question;
  return { ...question, speaker: (await speakerOf(question)) ?? question.speaker };
}

/** Whom of a question a pronoun means: its speaker, else the first name in it, or else the first whom the pronoun may mean. */
async function personIn(
  archive: Archive,
  { speaker, text, topic }: Question,
  pronoun: string,
): Promise<string | null> {
  const who = speaker === null ? null : (await understood(archive, speaker))?.person;
  const named = (await archive.names(topic || text)).flatMap(({ matches }) => matches[0]?.person ?? []);
  const people = named.filter(({ type }) => type === 'person').map(({ name, called }) => ({ name, called }));
  const all = who ? [{ name: speaker!, called: who.called }, ...people] : people;
  return (all.find(({ called }) => mayBe(called, pronoun)) ?? all[0])?.name ?? null;
}

/** Whether somebody may be meant by a pronoun: not "she" by a man's name. */
function mayBe(name: string, pronoun: string): boolean {
  const gender = genderOfGivenName(partsOf(name).given);
  const asked = PRONOUNS.get(pronoun.toLowerCase()) ?? null;
  return gender === null || asked === null || gender === asked;
}

function withSpeaker(previous: Question, speaker: string): Question {
  if (previous.form === 'fact') return phrased({ ...previous }, `${previous.text} ${speaker}`);
  return phrased({ ...previous, form: previous.form === 'who-is' ? 'who-is' : 'said', speaker });
}

function withTopic(previous: Question, topic: string): Question {
  if (previous.form === 'fact' || previous.form === 'who-is') {
    return phrased({ ...previous, form: 'fact' }, `${contentOf(previous)} ${topic}`);
  }
  return phrased({ ...previous, topic, about: true });
}

const contentOf = ({ form, speaker, topic, text }: Question): string =>
  form === 'fact' ? text : [speaker, topic].filter(Boolean).join(' ');

/** The question with the text that passages are searched with, made from its parts where not given. */
function phrased(question: Question, text?: string): Question {
  const { speaker, sense, topic } = question;
  return { ...question, text: text ?? [speaker, sense?.word, topic].filter(Boolean).join(' ') };
}
