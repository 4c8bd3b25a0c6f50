import type { AttributionRecord, PersonRecord } from '../archive/archive.ts';
import type { Document } from '../corpus/document.ts';
import { terms, type Word, words } from '../search/words.ts';
import { contains, type Span, slice } from '../text/span.ts';
import { isMental, type Sense, verb } from './verbs.ts';

/** Who speaks, as far as a question says so. */
export interface Speaker {
  /** Somebody whom the corpus names, or null. */
  readonly name: string | null;
  /** The last part of that name. */
  readonly surname: string | null;
  /** Stems of that name and of its other forms. */
  readonly stems: readonly string[];
  /** Stems of the words that the article may use for its source: "the third official"; empty for anybody. */
  readonly words: readonly string[];
  /** The one of them that says what they are: "official". */
  readonly head: string | null;
  /** Whether they are told by what they are rather than by name, so that their source may be unnamed. */
  readonly described: boolean;
  /** Whether the corpus reports anything by them. */
  readonly heard: boolean;
}

/** Who speaks by the words of a question, and by whom those words are taken for. */
export function readSpeaker(phrase: string, person: PersonRecord | null): Speaker {
  const words = stemsOf(phrase);
  const head =
    stemsOf(phrase.split(/ (?:of|in|from|at|for|with|close|who|near|on|by|to) /i)[0] ?? '').at(-1) ?? null;
  // "DHS sources" are not the DHS.
  if (!person || (head !== null && OTHERS.has(head))) {
    return { name: null, surname: null, stems: [], words, head, described: true, heard: true };
  }
  const { name, aliases, statements } = person;
  const stems = terms([name, ...aliases].join(' '));
  const surname = name.split(' ').at(-1)!;
  return {
    name,
    surname,
    stems,
    words,
    head,
    described: !words.some((word) => stems.includes(word)),
    heard: statements > 0,
  };
}

/** Stems for comparing; of a name like WHO, which is all stop words, its letters. Pronouns stand for anybody. */
function stemsOf(phrase: string): string[] {
  const stems = terms(phrase);
  return stems.length > 0 || PRONOUN.test(phrase) ? stems : phrase.toLowerCase().split(' ').filter(Boolean);
}

const PRONOUN = /^(?:he|she|they|it|we|you|i|anyone|anybody|someone|somebody|everyone|everybody|people)$/i;

/** Stems of what people near somebody are called. */
const OTHERS: ReadonlySet<string> = new Set(
  terms(
    'sources source officials aides aide allies ally critics supporters insiders lawyers lawyer employees agents spokesman spokeswoman spokesperson',
  ),
);

/** Whether a text names whoever is described. */
export function describes(text: string, { words, head }: Speaker): boolean {
  const known = new Set(terms(text));
  if (head !== null && !known.has(head)) return false;
  return words.filter((word) => known.has(word)).length >= words.length * DESCRIBED;
}

/** The share of a description's words that a text must have, its head always. */
const DESCRIBED = 0.6;

/** Whether an attribution is by whoever a question asks about. */
export function speaks({ attribution }: AttributionRecord, document: Document, wanted: Speaker): boolean {
  if (wanted.words.length === 0) return true;
  const { source, speaker, speakers, via, anonymous } = attribution;
  if (wanted.name !== null && (speaker === wanted.name || speakers?.includes(wanted.name))) return true;
  if (
    speaker === null &&
    source &&
    wanted.heard &&
    wanted.surname &&
    SOMEBODY.test(textOf(document, source))
  ) {
    // "She said": shown as it is, with nobody named, where they are who the paragraph is about.
    return document.paragraphs.some(
      (paragraph) =>
        contains(paragraph, source[0]!) && slice(document.text, paragraph).includes(wanted.surname!),
    );
  }
  if (wanted.name !== null && !wanted.described && (speaker !== null || anonymous)) return false;
  // Of a source with a clause behind it, only who it is: not "an investigator who protects the whistleblowers".
  const who = (source ? textOf(document, source) : '').split(/,? (?:who|that|which|whose) /)[0]!;
  return describes([who, speaker ?? '', via ?? ''].join(' '), wanted);
}

const SOMEBODY = /^(?:he|she|they)$/i;

/**
 * Whether a text tells what somebody said, as `sense` asks for, though no attribution was found in it: a reporting verb stands
 * close behind their name or description. Never so for somebody named by whom the corpus reports nothing.
 */
export function tellsOf(text: string, speaker: Speaker, sense: Sense | null): boolean {
  const { surname, heard, described, head } = speaker;
  if (!heard || (described && !describes(text, speaker))) return false;
  const written = words(text);
  const isThey = ({ start, end, form }: Word): boolean =>
    (surname !== null && text.slice(start, end).replace(/['’‘]s?$/, '') === surname) ||
    (described && form.stem === head);
  const reports = ({ form }: Word): boolean => {
    const found = verb(form.folded);
    if (!found || found.form === 'base' || found.form === 'ing') return false;
    return sense?.kinds ? found.kinds?.[0] === sense.kinds[0] : !isMental(found);
  };
  return written.some((word, at) => isThey(word) && written.slice(at + 1, at + 1 + REACH).some(reports));
}

/** So many words a reporting verb may stand behind the name. */
const REACH = 6;

export const textOf = (document: Document, spans: readonly Span[]): string =>
  spans.map((span) => slice(document.text, span)).join(' ');
