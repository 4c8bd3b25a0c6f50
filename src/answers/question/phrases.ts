import type { Question } from './asked.ts';
import { AUXILIARY, BE, INTERROGATIVE, NOT } from './function-words.ts';

/** Words that only say how something is said, or that it is. */
export const FILLERS = new Set(
  'else exactly actually really ever also just even publicly officially already reportedly allegedly originally initially beforehand afterwards afterward yet again anyway personally eventually finally supposedly apparently specifically explicitly directly formally openly repeatedly flatly recently previously'.split(
    ' ',
  ),
);

/** Words before what is talked about. */
export const ABOUT = new Set(['about', 'of', 'regarding', 'concerning', 'on', 'against', 'over']);

/** Words that begin a question. */
export const ASKS = new RegExp(`^(?:${INTERROGATIVE})(?:'?s|'re)?$|^(?:${AUXILIARY})(?:${NOT})?$`);

/** So many words at most tell who speaks. */
export const SPEAKER_WORDS = 9;

/** The words for who speaks without what only stands beside them; empty for what is left open, as "Holt's reason for". */
export function speakerOf(words: readonly string[]): string {
  if (OPEN.test(words.at(-1) ?? '')) return '';
  const named = byName(words);
  return phrase(
    named
      .slice(0, named.findLastIndex((word) => !ADVERB.test(word)) + 1)
      .filter((word) => !FILLERS.has(word.toLowerCase()) && !/^(?:been|being)$/i.test(word))
      .map((word) => ORDINALS.get(word.toLowerCase()) ?? word),
  );
}

/** What may stand between a speaker and the verb: "Holt jokingly called", "the senators still argue"; no name: "Kelly". */
const ADVERB =
  /^(?:still|first|later|then|now|most|so|very|\p{Ll}+(?:ing|ed|ous|ent|ant|ive|ful|al|ate|ick|[lnr]d|rp|ud|iet|ief)ly)$/u;

/** What nobody's name or description ends in. */
const OPEN = new RegExp(`^(?:for|to|of|by|with|while|as|on|at|from|${BE})$`, 'i');

/** Of somebody told by name and by what they are ("the girl who got away, Ida Holt,", "Holt, the mayor,") the name. */
function byName(words: readonly string[]): readonly string[] {
  const parts = words
    .join(' ')
    .split(/,(?: |$)/)
    .filter(Boolean);
  const name = parts.find((part) => NAME.test(part));
  const told = parts.find((part) => part !== name && DESCRIBED.test(part));
  return parts.length === 2 && name && told ? name.split(' ') : words;
}

const DESCRIBED = /^(?:the|an?|his|her|their) (?!.* and )/i;
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*)*$/u;

/** "the 3rd official" is "a third official" in print. */
const ORDINALS: ReadonlyMap<string, string> = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['4th', 'fourth'],
  ['5th', 'fifth'],
]);

/** Words as a phrase, a lone one of them without its article. */
export const phrase = (words: readonly string[]): string =>
  words.join(' ').replace(/^(?:the|a|an) (?=\S+$)/i, '');

/** What the words behind a reporting verb or noun say it is about. */
export function topicOf(words: readonly string[]): Pick<Question, 'topic' | 'about'> {
  const whole = words.join(' ');
  const asked = whole.replace(WHEN_ASKED, '');
  if (asked !== whole) return topicOf(asked.split(' ').filter(Boolean));
  const first = words[0]?.toLowerCase() ?? '';
  const about = ABOUT.has(first);
  const rest = about || /^(?:that|to|if|whether|for|as)$/.test(first) ? words.slice(1) : words;
  const last = rest.findLastIndex((word) => !FILLERS.has(word.toLowerCase()));
  return { topic: rest.slice(0, last + 1).join(' '), about };
}

/** "when reporters asked him", "if pressed": what they were asked is what it is about. */
const WHEN_ASKED =
  /^(?:when|if|after|once|while) (?:(?:being )?(?:asked|pressed|questioned|confronted|quizzed)\b(?: by (?:the )?\S+(?= (?:about|on|over|if|whether|why|who|what)\b))?|(?:\S+ ){1,3}?(?:asked|pressed|questioned|confronted|quizzed) (?:him|her|them|it)\b|(?:he|she|they|it) (?:was|were) (?:asked|pressed|questioned|confronted|quizzed)\b) ?/i;

/** What stands behind "declined to comment on", "did not respond to". */
export function afterSilence(words: readonly string[]): string {
  const at = words.findIndex((word) =>
    /^(?:comment|respon|repl|answer|reached|discuss|say|elaborate)/i.test(word),
  );
  return topicOf(words.slice(at + 1)).topic.replace(/^(?:for )?comments?\b ?/i, '');
}
