import type { Question } from './asked.ts';
import { AUXILIARY, HAVE, INTERROGATIVE, NOT } from './function-words.ts';
import { isGeneral, isResponse } from './verbs.ts';

/** Whether a question is one for yes or no: "did she call it that", "will the council pay". */
export const isYesNo = (text: string): boolean => YES_NO.test(text);

const YES_NO = new RegExp(`^(?:${AUXILIARY})(?:${NOT})?\\b`, 'i');

const DONE = `^(?:did|${HAVE})(?:${NOT})? `;

/** Whether it is asked if something was done, as opposed to whether it is: "did she call it that", "hasn't he said so". */
export const isWhetherDone = (text: string): boolean => WHETHER_DONE.test(text);

const WHETHER_DONE = new RegExp(DONE, 'i');

/** Whether it is asked if somebody responded to something, or commented on it, as opposed to what they said. */
export function isWhetherAnswered({ sense, text, topic }: Question): boolean {
  const answers = sense !== null && (isResponse(sense) || sense.word === 'comment');
  return answers && topic !== '' && isWhetherDone(text);
}

/** Whether it is asked if somebody told something that is left open: "did she say whether she will run", "did he say what he paid". */
export function isWhetherTold({ sense, text }: Question): boolean {
  return sense !== null && isGeneral(sense) && LEFT_OPEN.test(text);
}

const LEFT_OPEN = new RegExp(
  `${DONE}.{1,80}? (?:say|said|state|stated|explain|explained|answer|answered) (?:whether|if|${INTERROGATIVE})\\b`,
  'i',
);
