import { terms } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';

/** Stems of what tells where somebody stands, or how they feel. */
const STANDS: ReadonlySet<string> = new Set(
  terms(
    `approve approval disapprove support supportive oppose opposition back fight fought reject favor favour reservations resist
    object endorse embrace agree disagree dispute open welcome happy pleased glad angry anger upset outraged furious alarm
    saddened frustrated disappointed worried concerned uneasy condemn condemnation criticism`,
  ),
);

/** Whether a text tells where somebody stands: "has reservations", "rejected it", "was saddened". */
export const standsIn = (text: string): boolean => terms(text).some((stem) => STANDS.has(stem));

/** Whether it is asked how somebody takes a thing: "how did the guild feel about the dam", "what do they think of it". */
export const asksStance = (question: string): boolean => ASKED.test(question);

const ASKED =
  /^(?:how|what) (?:do|does|did|has|have|had) (.{2,80}? (?:feel|felt|think|thought|react(?:ed)?|respond(?:ed)?)\b.*)/i;

/**
 * How far a text tells how somebody takes a thing: 1 where a sentence on what is asked about has a word for that; else `otherwise`,
 * since it may be told in any words. Null for a question that asks for none of that.
 */
export function stanceTold(question: string, text: string, otherwise: number): number | null {
  const about = ASKED.exec(question)?.[1];
  if (about === undefined) return null;
  const asked = terms(about);
  const told = sentenceTexts(text).some(
    (sentence) => standsIn(sentence) && terms(sentence).some((stem) => asked.includes(stem)),
  );
  return told ? 1 : otherwise;
}
