import type { Question } from './asked.ts';
import { isGeneral, isResponse } from './verbs.ts';

/** Whether it is asked if somebody did something: "did she call it that", "hasn't he". */
export const isWhether = (text: string): boolean => /^(?:did|do|does|has|have|had)(?:n['’]?t)?\b/i.test(text);

/** Whether it is asked if somebody responded to something, or commented on it, as opposed to what they said. */
export function isWhetherAnswered({ sense, text, topic }: Question): boolean {
  const answers = sense !== null && (isResponse(sense) || sense.word === 'comment');
  return answers && topic !== '' && /^(?:did|has|have|had)(?:n['’]?t)? /i.test(text);
}

/** Whether it is asked if somebody told something that is left open: "did she say whether she will run", "did he say what he paid". */
export function isWhetherTold({ sense, text }: Question): boolean {
  return sense !== null && isGeneral(sense) && LEFT_OPEN.test(text);
}

const LEFT_OPEN =
  /^(?:did|has|have|had)(?:n['’]?t)? .{1,80}? (?:say|said|state|stated|explain|explained|answer|answered) (?:whether|if|why|when|where|who|whom|what|which|how)\b/i;
