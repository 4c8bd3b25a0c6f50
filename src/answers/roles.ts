import type { Archive, Passage } from '../archive/archive.ts';
import { ROLES } from '../people/lexicon.ts';
import { words } from '../search/words.ts';
import { sentenceTexts } from '../text/sentences.ts';
import { slice } from '../text/span.ts';
import { calledIn } from './meant.ts';
import { writtenOut } from './names.ts';
import { documentsOf } from './passages/shown.ts';
import { describes, readSpeaker, type Speaker } from './speech/speaker.ts';

/**
 * Whether an article has nobody who may be asked for by what they are: "which senator criticized it" may be told by a `passage` on
 * a senator, else only where the `article` names one; "who is the senator" only there. False for a question that asks for nobody so.
 */
export async function lacksRole(
  archive: Archive,
  question: string,
  passage: string,
  article: string,
): Promise<boolean> {
  const [, who, asked = ''] = ASKED.exec(question) ?? [];
  const role = asked.split(' ').find((word) => ROLES.has(word.toLowerCase()));
  if (role === undefined) return false;
  if (!who && someone(role).test(passage)) return false;
  return !(await namesOne(archive, readSpeaker(role, null), sentenceTexts(writtenOut(article))));
}

const ASKED = /^(?:which|(who (?:is|was) the)) ((?:[\p{L}-]+ ){1,3})/iu;

/** "a judge of the county court" by "judge": not whom somebody addresses by it, nor several. */
const someone = (role: string): RegExp =>
  new RegExp(`\\b(?:an?|the|one|another) (?:[\\p{L}-]+ ){0,3}?${role}(?![\\p{L}-])`, 'iu');

/**
 * Whether the names of people are asked for by what they are ("what are the names of the two young pilots"), and none of the articles
 * of the `passages` has a name beside that. False for a question that asks for nobody's name.
 */
export async function lacksName(
  archive: Archive,
  question: string,
  passages: readonly Passage[],
): Promise<boolean> {
  const [, asked, who] = NAME_ASKED.exec(question) ?? [];
  if (asked === undefined) return false;
  const noun = words(asked);
  const head = noun.findIndex(({ form }) => isPerson(form.folded));
  // Of "the clam digger who left" it is asked as of a person.
  const last = noun[head < 0 && who ? noun.length - 1 : head];
  if (!last) return false;
  const documents = await documentsOf(archive, passages.slice(0, LIKELY));
  const named = await Promise.all(
    [...documents.values()].map(({ text }) => {
      const all = sentenceTexts(writtenOut(text));
      const described = readSpeaker(slice(asked, { start: noun[0]!.start, end: last.end }), null);
      const isThere = all.some((sentence) => describes(sentence, described));
      return namesOne(archive, isThere ? described : readSpeaker(slice(asked, last), null), all);
    }),
  );
  return named.length > 0 && !named.includes(true);
}

const NAME_ASKED =
  /^(?:what|who)(?:['’]?s| is| was| are| were) the (?:full |first |last )?names? of (?:one of )?(?:the |an? )?(?:(?:\d+|one|two|three|four|five|six) )?((?:(?!(?:who|that|which|whose|in|of|at|on|from|for|with|to|by)\b)[\p{L}\p{N}-]+ ?){1,3})(who\b)?/iu;

/** The articles of so many passages are looked at. */
const LIKELY = 3;

const isPerson = (word: string): boolean =>
  [word, word.replace(/s$/, '')].some((noun) => ROLES.has(noun) || PEOPLE.has(noun));

/** Nouns for people that are no roles. */
const PEOPLE: ReadonlySet<string> = new Set(
  'cop hostage whistleblower employee passenger migrant inmate prisoner survivor gunman shooter'.split(' '),
);

/** Whether one of the sentences calls somebody by name beside what they are. */
async function namesOne(archive: Archive, role: Speaker, sentences: readonly string[]): Promise<boolean> {
  const telling = sentences.filter((sentence) => describes(sentence, role));
  const named = await Promise.all(telling.map((sentence) => calledIn(archive, sentence)));
  return named.some((people, at) =>
    people.some(({ span: { start, end } }) =>
      describes(telling[at]!.slice(Math.max(0, start - BESIDE), end + BESIDE), role),
    ),
  );
}

/** So many characters beside a name tell what somebody is. */
const BESIDE = 40;
