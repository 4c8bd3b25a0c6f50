import type { Archive, Passage } from '../../archive/archive.ts';
import { terms, type Word, words } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';
import { slice } from '../../text/span.ts';
import { related } from '../related.ts';
import { isToCome } from './events.ts';
import { documentsOf } from './shown.ts';

/** A deed of which one party is asked for: "who did Holt call" names who calls, "who called Holt" who is called. */
interface Deed {
  readonly verb: string;
  /** The stem of the last name of the party that is given. */
  readonly party: string;
  readonly given: 'doer' | 'done-to';
  /** Whether it is asked of as something done: not "who supports Holt". */
  readonly done: boolean;
}

/**
 * For a question that names one party to a deed and asks for the other: the passages that tell of the deed with the named party in
 * the same part come first, and those that tell of it only with that party in the other part are left out, since that Holt calls
 * somebody does not tell who called Holt. The first name in a question is the party: "who did Holt name to the Osk board".
 */
export async function asAsked(
  archive: Archive,
  question: string,
  passages: readonly Passage[],
): Promise<readonly Passage[]> {
  const deed = await deedIn(archive, question);
  if (!deed) return passages;
  const documents = await documentsOf(archive, passages);
  const told: Passage[] = [];
  const possible: Passage[] = [];
  for (const passage of passages) {
    const text = slice(documents.get(passage.document)?.text ?? '', passage.span);
    const doing = sentenceTexts(text).filter((sentence) =>
      terms(sentence).some((stem) => isDeed(stem, deed)),
    );
    const done = doing.filter((sentence) => !deed.done || !isOnlyToCome(sentence, deed));
    const named = done.filter((sentence) => terms(sentence).includes(deed.party));
    if (named.some((sentence) => tells(sentence, deed))) told.push(passage);
    else if (doing.length === 0 || done.length > named.length) possible.push(passage);
  }
  return [...told, ...possible];
}

async function deedIn(archive: Archive, question: string): Promise<Deed | null> {
  if (!/^whom? /i.test(question)) return null;
  const [name] = await archive.names(question);
  if (!name) return null;
  const before = question.slice(0, name.span.start).trim();
  const behind = question.slice(name.span.end).trim();
  const party = terms(slice(question, name.span)).at(-1);
  const asked = /^whom? (?:did|does|has|had)(?: the)?$/i.test(before) ? behind : '';
  const [, acted] = /^who (?:has |had )?(\p{L}+)(?: the)?$/iu.exec(before) ?? [];
  const [verb] = terms(asked.split(' ')[0] || acted || '');
  if (!verb || !party) return null;
  return { verb, party, given: asked ? 'doer' : 'done-to', done: !PRESENT.test(question) };
}

/** "who does Holt support", "who supports Holt"; but not "who has supported her". */
const PRESENT = /^whom? (?!has )\p{L}*[^s]s /iu;

const isDeed = (stem: string, { verb }: Deed): boolean => related(stem, verb);

/** Whether a sentence tells of the deed as of something that had not come about. */
function isOnlyToCome(sentence: string, deed: Deed): boolean {
  const all = words(sentence);
  return all.every(({ form }, at) => !isDeed(form.stem, deed) || isToCome(all, at));
}

/** Whether the party stands where whoever does it, or whom it is done to, stands beside the verb. */
function tells(sentence: string, deed: Deed): boolean {
  const all = words(sentence);
  const places = (is: (word: Word) => boolean) => all.flatMap((word, at) => (is(word) ? [at] : []));
  const pronoun = deed.given === 'doer' ? DOER : DONE_TO;
  const parties = places(({ form }) => form.stem === deed.party || pronoun.test(form.folded));
  const isOwner = (word: Word) => /['’]s?$/.test(slice(sentence, word));
  const verbs = places(({ form }) => isDeed(form.stem, deed));
  // "said in an interview with Holt": who does it stands on no side of a noun.
  const isNoun = (verb: number) =>
    all.slice(Math.max(0, verb - 2), verb).some(({ form }) => ARTICLE.test(form.folded)) &&
    PREPOSITION.test(all[verb + 1]?.form.folded ?? '');
  return verbs.some(
    (verb) =>
      isNoun(verb) ||
      parties.some((party) => {
        const first = party < verb;
        if (Math.abs(party - verb) > APART) return false;
        const between = all.slice(Math.min(party, verb) + 1, Math.max(party, verb));
        const passive =
          !all[verb]!.form.folded.endsWith('ing') && between.some(({ form }) => PASSIVE.test(form.folded));
        if (deed.given === 'doer') return first !== passive;
        if (party + 1 !== verb) return first === passive;
        // "the Holt firing" and "Holt's firing" are done to Holt, "Holt's lawsuit" is what Holt does.
        return all[verb]!.form.stem === deed.verb || !isOwner(all[party]!);
      }),
  );
}

const PREPOSITION = /^(?:with|by|of|to|from)$/;
const ARTICLE = /^(?:an?|the)$/;
const DOER = /^(?:he|she|they)$/;
const DONE_TO = /^(?:him|her|them)$/;
/** So many words they may stand apart. */
const APART = 8;
const PASSIVE = /^(?:was|were|is|are|been|be|being|got|by)$/;
