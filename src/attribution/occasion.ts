import { WEEKDAYS } from '../text/calendar.ts';
import type { Token, Unit } from './tag.ts';

/** Behind when, where and to whom it is said: "denied on Monday that", "denied in an interview with the Herald any role". */
export function afterOccasion(tokens: readonly Token[], unit: Unit, from: number): number {
  let at = from;
  while (at < unit.end && at < from + 12) {
    let next = at;
    if (OCCASIONS.has(tokens[at]!.word)) {
      next++;
      if (tokens[next]?.pos === 'DET') next++;
    } else if (!DAYS.has(tokens[at]!.word)) break;
    const noun = next;
    while (next < unit.end && OF_OCCASIONS.has(tokens[next]!.pos)) next++;
    if (next === noun) break;
    at = next;
  }
  return at;
}

const OCCASIONS = new Set(['on', 'in', 'at', 'to', 'with', 'through', 'during', 'via', 'before']);
const OF_OCCASIONS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART']);
const DAYS = new Set([...WEEKDAYS, 'yesterday', 'today', 'last', 'earlier', 'late', 'early']);
