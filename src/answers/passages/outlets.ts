import { namesOutlet } from '../../attribution/outlets.ts';
import { terms } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';
import { related } from '../related.ts';

/** What those are called that report, in lower case: their names tell that they are, and articles seldom add it. */
export const KINDS_OF_OUTLET: readonly string[] =
  'network channel station newspaper paper outlet magazine website site publication broadcaster'.split(' ');

/** What may stand before that, which their names need not tell. */
export const SORTS_OF_OUTLET: readonly string[] =
  'tv television cable radio news local national american us online'.split(' ');

/** What one of them is asked for by: "which paper", "on what tv channel". */
const ASKED = new RegExp(
  `^((?:(?:on|in|to|from|by|with|through|via) )?(?:what|which)) (?:(?:${SORTS_OF_OUTLET.join('|')}) )*(?:${KINDS_OF_OUTLET.join('|')})s?(?= )`,
  'i',
);

/** A question that asks for an outlet without the word for what kind of one, which articles that name it seldom have. */
export const withoutKind = (question: string): string => question.replace(ASKED, '$1');

/** What it is asked by who was spoken to, or spoke with whom, and how a text tells of it. */
const SPEAKING =
  /\b(?:talk(?:s|ed|ing)?|spoken?|speak(?:s|ing)?|tells?|told|interview(?:s|ed)?|appear(?:s|ed|ance)?)\b/i;

/** Behind which stands whom somebody spoke to or with, where that has a name. */
const HEARER = /\b(?:told|to|with|by|in) (?:(?:the|an?) )?\p{Lu}/u;

/**
 * How far a text tells which newspaper, broadcaster or the like is asked for: 1 where a sentence names one with something else of the
 * question, and of whom it spoke with tells just that; 0 where none tells of that; between them where it may be one under a name that
 * nobody knows it by, or be told of in other words. Null for a question that asks for none.
 */
export function outletTold(question: string, text: string): number | null {
  if (!ASKED.test(question)) return null;
  const speaking = SPEAKING.test(question);
  const asked = terms(withoutKind(question).replace(SPEAKING, ''));
  const telling = sentenceTexts(text).filter((sentence) => {
    const stems = terms(sentence);
    return (
      (!speaking || SPEAKING.test(sentence)) &&
      asked.some((stem) => stems.some((other) => related(other, stem)))
    );
  });
  if (telling.some(namesOutlet)) return 1;
  return speaking && !telling.some((sentence) => HEARER.test(sentence)) ? 0 : UNNAMED;
}

const UNNAMED = 0.4;
