import type { Kind } from '../../attribution/attribution.ts';
import { terms, type Word, words } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';
import type { Excerpt } from '../answer.ts';
import { standsIn } from '../passages/stances.ts';
import { inOneWord } from '../question/phrasal.ts';
import {
  alike,
  isMental,
  isNegative,
  isPerforming,
  isResponse,
  isStance,
  isWeak,
  reports,
  type Sense,
  verb,
} from '../question/verbs.ts';
import { isLike } from '../related.ts';
import { describes, isOthers, isSameRole, type Speaker } from './speaker.ts';

/** What a question on speech wants to know, as far as that decides what tells it. */
export interface Wanted {
  readonly speaker: Speaker;
  readonly sense: Sense | null;
  /** Stems of the people who are to be talked about: one of them must be there. Empty for anybody. */
  readonly required: readonly string[];
  /** Stems of what is asked whether they spoke of it: one of them must be there. Empty for anything. */
  readonly matter: readonly string[];
  /** The stem of a deed that others report ("leak"), or null. */
  readonly deed: string | null;
  /** Whether something is done by saying so, as thanking and responding are, so that other words of the speaker do not tell. */
  readonly performs: boolean;
  /** Whether no verb asks for speech, and a person's words are meant all the same: "Holt on the wall". */
  readonly theirs: boolean;
  /** Whether it may be reported otherwise than as speech: "who ordered it", "what did he call it", "why did she speak to them". */
  readonly loose: boolean;
}

/** Whether a passage may name whoever is asked for. */
export function namesSpeaker({ text }: Excerpt, { speaker, sense }: Wanted): boolean {
  return !sense?.kinds && describes(text, speaker);
}

/** Whether a passage tells what the speaker says, though nobody in it is known to speak. */
export function tellsWhatIsSaid(passage: Excerpt, wanted: Wanted): boolean {
  const { speaker, sense, required, matter, loose, performs } = wanted;
  const { text } = passage;
  const named = (text: string) =>
    speaker.name === null
      ? describes(text, speaker)
      : terms(text).some((stem) => speaker.telling.includes(stem));
  const mentions = (sentence: string) => {
    const said = terms(sentence);
    return (
      (required.length === 0 || said.some((stem) => required.includes(stem))) &&
      (matter.length === 0 || matter.some((stem) => said.includes(stem) || isLike(stem, said)))
    );
  };
  return sentenceTexts(text).some((sentence) => {
    if (!mentions(sentence)) return false;
    // "did Holt support it": where somebody stands others tell.
    if (sense !== null && isStance(sense) && named(sentence) && standsIn(sentence)) return true;
    // "Brandt says Holt thinks …": what somebody has in mind others tell.
    const possible = sense === null || !isOthers(passage, speaker) || isMental(sense);
    if (loose && possible) return named(sentence);
    return sense !== null && tellsOf(sentence, speaker, sense, text, performs || !possible);
  });
}

/** Whether a sentence of a text reports a statement of these kinds, and has a word of the topic where there is one. */
export function reportsOn(text: string, topic: string, kinds: readonly Kind[]): boolean {
  const stems = terms(topic);
  return sentenceTexts(text).some((sentence) => {
    const said = terms(sentence);
    const on = stems.length === 0 || stems.some((stem) => said.includes(stem));
    const written = words(inOneWord(sentence)).map(({ form }) => form.folded);
    return on && reports(written, kinds);
  });
}

/** Of statements, best first, the best that is in a passage which one of them mostly is. */
export function spokenIn(passage: Excerpt, said: readonly Excerpt[]): Excerpt | undefined {
  const share = (one: Excerpt) => Math.min(one.end, passage.end) - Math.max(one.start, passage.start);
  const inside = said.filter((one) => one.document === passage.document && share(one) > one.text.length / 2);
  return inside.some((one) => share(one) > passage.text.length / 2) ? inside[0] : undefined;
}

/**
 * Whether a text tells what somebody said, as `sense` asks for, though no attribution was found in it: a reporting verb stands
 * close behind their name or description, which may be told in full only in what stands `around`; `strictly`, one like that of `sense`.
 */
export function tellsOf(
  text: string,
  speaker: Speaker,
  sense: Sense | null,
  around = '',
  strictly = sense !== null && isPerforming(sense),
): boolean {
  const { surname, heard, described, head, body } = speaker;
  const named = surname !== null && body.length === 0 && text.includes(surname);
  if (described && !named && !describes(text, speaker, around)) return false;
  if (sense && isResponse(sense) && SILENCE.test(text)) return true;
  const written = words(text.replace(ASIDE, (aside) => ' '.repeat(aside.length)));
  // "A friend of Holt's who said": not Holt.
  const isThey = ({ start, end, form }: Word): boolean =>
    (surname !== null && text.slice(start, end) === surname) ||
    (described && head !== null && (form.stem === head || isSameRole(form.stem, head)));
  const isReport = ({ form }: Word, at: number, words: readonly Word[]): boolean => {
    const found = verb(form.folded);
    const before = words[at - 1]?.form.folded;
    if (!found || found.form === 'ing') return false;
    if (found.form === 'base' && !isNegative(before) && !/^(?:will|would)$/.test(before ?? '')) return false;
    if (sense && strictly) return alike(found, sense);
    return sense?.kinds
      ? found.kinds?.[0] === sense.kinds[0]
      : found.word === sense?.word ||
          // "what does she want": what she hopes for, or believes in.
          (sense !== null && isMental(sense) && isMental(found)) ||
          (!isMental(found) && (heard || !isWeak(found)));
  };
  return written.some((word, at) => {
    if (!isThey(word) || OPEN.test(text.slice(0, word.start))) return false;
    const behind = written.slice(at + 1, at + 1 + (strictly ? FURTHEST : REACH));
    const verb = behind.findIndex(
      (word, n) =>
        isReport(word, n, behind) ||
        (!strictly && FINDING.test(word.form.folded) && /^[^,;]{0,40}? that /.test(text.slice(word.end))),
    );
    const between = verb < 0 ? '' : text.slice(word.end, behind[verb]!.start);
    return verb >= 0 && !(heard ? /["“”]/ : /[^\p{Ll} ]/u).test(between) && !ANOTHER.test(between);
  });
}

/** Before a name, what leaves open what they say: "what Mara Holt says". */
const OPEN = /\b(?:what|whether|how)(?: \p{Lu}[\p{L}.-]*){0,3} $/u;

/** "To calm the skippers, Mayor Roe announced": behind the comma somebody else begins. */
const ANOTHER = /[,–—][^,–—]*\p{Lu}[^,–—]*$/u;

/** Before "that", what tells what somebody came to know. */
const FINDING = /^(?:discovered|found|learn(?:ed|t)|reali[sz]ed|noticed|observed|heard|saw|understood)$/;

/** "There was no immediate reaction from the council." */
const SILENCE = /\bno (?:\p{L}+ )?(?:reaction|response|reply|comment) (?:from|by)\b/iu;

/** "Holt (mayor of Osk) stated" */
const ASIDE = /\([^()]{1,40}\)/g;

/** So many words a reporting verb may stand behind the name. */
const REACH = 6;
/** The same of a deed done by saying so, which is told like any other: "The mayor later left the stage and apologised". */
const FURTHEST = 12;
