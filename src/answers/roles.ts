import type { Archive } from '../archive/archive.ts';
import { ROLES } from '../people/lexicon.ts';
import { sentenceTexts } from '../text/sentences.ts';
import { calledIn } from './meant.ts';
import { writtenOut } from './names.ts';
import { describes, readSpeaker, type Speaker } from './speech/speaker.ts';

/**
 * Whether an article has nobody who may be asked for by what they are: "which senator criticized it" may be told by a `passage` on
 * a senator, else only where the `article` names one; "what is the name of the senator" only there. False for a question that
 * asks for nobody so.
 */
export async function lacksRole(
  archive: Archive,
  question: string,
  passage: string,
  article: string,
): Promise<boolean> {
  const [, name, asked = ''] = ASKED.exec(question) ?? [];
  const role = asked.split(' ').find((word) => ROLES.has(word.toLowerCase()));
  if (role === undefined) return false;
  if (!name && someone(role).test(passage)) return false;
  return !(await namesOne(archive, readSpeaker(role, null), writtenOut(article)));
}

const ASKED = /^(?:which|(what (?:is|was) the name of the|who (?:is|was) the)) ((?:[\p{L}-]+ ){1,3})/iu;

/** "a judge of the county court" by "judge": not whom somebody addresses by it, nor several. */
const someone = (role: string): RegExp =>
  new RegExp(`\\b(?:an?|the|one|another) (?:[\\p{L}-]+ ){0,3}?${role}(?![\\p{L}-])`, 'iu');

/** Whether a text calls somebody by name beside what they are. */
async function namesOne(archive: Archive, role: Speaker, text: string): Promise<boolean> {
  const telling = sentenceTexts(text).filter((sentence) => describes(sentence, role));
  const named = await Promise.all(telling.map((sentence) => calledIn(archive, sentence)));
  return named.some((people, at) =>
    people.some(({ span: { start, end } }) =>
      describes(telling[at]!.slice(Math.max(0, start - BESIDE), end + BESIDE), role),
    ),
  );
}

/** So many characters beside a name tell what somebody is. */
const BESIDE = 40;
