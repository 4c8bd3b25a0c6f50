import { terms } from '../search/words.ts';

/** Stems of nouns that say how a topic is looked at rather than what it is: "the coverage of the trial", "his view of it". */
const VIEWS: ReadonlySet<string> = new Set(
  terms(
    `attitude opinion view stance thoughts coverage idea handling treatment approach situation issue matter topic subject thing news
    event story talk discussion relationship behavior behaviour conduct remark comment statement claim reaction response criticism
    case affair question prospect future role happen`,
  ),
);

/** The stems by which it is known whether something is on a topic: of all its words, or but for those that only look at it. */
export function topicStems(topic: string): string[] {
  const stems = terms(topic);
  const telling = stems.filter((stem) => !VIEWS.has(stem));
  return telling.length > 0 ? telling : stems;
}

/** Whether a stem only says how a topic is looked at. */
export const isView = (stem: string): boolean => VIEWS.has(stem);

/** Stems of what is said against somebody, whatever that is. */
const CHARGES: ReadonlySet<string> = new Set(
  terms(
    'claims allegations accusations charges criticism critics complaints report questions news story attacks objections pushback protest rebuke warning threats',
  ),
);

/** Whether a stem only says that something is said against somebody. */
export const isCharge = (stem: string): boolean => CHARGES.has(stem);

/** Stems of words for people that tell nothing of what they are: "which company people". */
const ANYBODY: ReadonlySet<string> = new Set(
  terms(
    'people person folks guys guy man woman men women lady ladies gentleman dude chap anyone anybody someone somebody',
  ),
);

/** The stems without those for just anybody, where that leaves any. */
export function withoutAnybody(stems: readonly string[]): readonly string[] {
  const left = stems.filter((stem) => !ANYBODY.has(stem));
  return left.length > 0 ? left : stems;
}
