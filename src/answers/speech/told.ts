import type { Kind } from '../../attribution/attribution.ts';
import { terms, words } from '../../search/words.ts';
import { sentences } from '../../text/sentences.ts';
import { slice } from '../../text/span.ts';
import type { Excerpt } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { inOneWord } from '../question/phrasal.ts';
import { isMental, isStance, reports, type Sense } from '../question/verbs.ts';
import { isLike, related } from '../related.ts';
import { describes, isOthers, type Speaker, tellsOf } from './speaker.ts';

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
  /** Whether something is done by saying so, as thanking is, so that other words of the speaker do not tell. */
  readonly performs: boolean;
  /** Whether no verb asks for speech, and a person's words are meant all the same: "Holt on the wall". */
  readonly theirs: boolean;
  /** Whether it may be reported otherwise than as speech: "who ordered it", "what did he call it", "why did she speak to them". */
  readonly loose: boolean;
}

const POINTING = /\b(?:he|she|they|him|her|them|his|their)\b/i;

/** Stems of what tells where somebody stands. */
const STANDS: ReadonlySet<string> = new Set(
  terms(
    'approve approval disapprove support supportive oppose opposition back fight fought reject favor favour reservations resist object endorse embrace agree disagree dispute',
  ),
);

/** Whether a passage may name whoever is asked for. `meant` is whether the question clearly asks who said something. */
export function namesSpeaker(
  { text }: Excerpt,
  { question }: Inquiry,
  { speaker, sense }: Wanted,
  meant: boolean,
): boolean {
  return (!meant || !sense?.kinds) && (question.speaker === null || describes(text, speaker));
}

/** Whether a passage tells what the speaker says, though nobody in it is known to speak. */
export function tellsWhatIsSaid(passage: Excerpt, wanted: Wanted): boolean {
  const { speaker, sense, required, matter, loose, performs } = wanted;
  const { text } = passage;
  const named = (text: string) =>
    speaker.name === null
      ? describes(text, speaker)
      : terms(text).some((stem) => speaker.telling.includes(stem));
  const mentions = (text: string) => {
    const said = terms(text);
    return (
      (required.length === 0 || said.some((stem) => required.includes(stem))) &&
      (matter.length === 0 || matter.some((stem) => isSaid(stem, said)))
    );
  };
  return sentences(text).some((span, at, all) => {
    const sentence = slice(text, span);
    // "Holt sued. The lawyer said that he would win."
    const before = at > 0 && POINTING.test(sentence) ? slice(text, all[at - 1]!) : '';
    if (!mentions(`${before} ${sentence}`)) return false;
    // "did Holt support it": where somebody stands others tell.
    if (sense !== null && isStance(sense) && named(sentence) && standsIn(sentence)) return true;
    // "Brandt says Holt thinks …": what somebody has in mind others tell.
    const possible =
      sense === null ||
      !isOthers(passage, speaker) ||
      (isMental(sense) && tellsOf(sentence, speaker, sense, text));
    return possible && (loose ? named(sentence) : tellsOf(sentence, speaker, sense, text, performs));
  });
}

const isSaid = (stem: string, said: readonly string[]): boolean =>
  said.some((other) => other === stem || related(other, stem)) || isLike(stem, said);

const standsIn = (text: string): boolean => terms(text).some((stem) => STANDS.has(stem));

/** Whether a sentence of a text reports a statement of these kinds, and has a word of the topic where there is one. */
export function reportsOn(text: string, topic: string, kinds: readonly Kind[]): boolean {
  const stems = terms(topic);
  return sentences(text).some((span) => {
    const sentence = slice(text, span);
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
