import type { AttributionRecord, PersonRecord } from '../../archive/archive.ts';
import { namesOutlet } from '../../attribution/outlets.ts';
import type { Document } from '../../corpus/document.ts';
import { partsOf } from '../../people/parts.ts';
import { terms } from '../../search/words.ts';
import { contains, type Span, slice } from '../../text/span.ts';
import type { Excerpt } from '../answer.ts';
import { isFullName, writtenOut } from '../names.ts';
import { COUNTRIES, isElsewhere, statesIn } from '../origins.ts';
import { KINDS_OF_OUTLET, SORTS_OF_OUTLET } from '../passages/outlets.ts';
import { related } from '../related.ts';
import { withoutAnybody } from '../topic.ts';

/** Who speaks, as far as a question says so. */
export interface Speaker {
  /** Somebody whom the corpus names, or null. */
  readonly name: string | null;
  /** As articles write that name, without what tells it from others. */
  readonly called: string | null;
  /** The last part of that name. */
  readonly surname: string | null;
  /** Stems of that name and of its other forms. */
  readonly stems: readonly string[];
  /** A text with one of these stems is about them: of a person those of the surname, of an organisation all. */
  readonly telling: readonly string[];
  /** Names of an organisation; empty for a person. */
  readonly body: readonly string[];
  /** What the corpus says a person is, in lower case. */
  readonly offices: readonly string[];
  /** Stems of the words that the article may use for its source: "the third official"; empty for anybody. */
  readonly words: readonly string[];
  /** The same with the names among them in their other forms: the director of the Centers for Disease Control for that of the CDC. */
  readonly otherwise: readonly (readonly string[])[];
  /** The one of them that says what they are: "official". */
  readonly head: string | null;
  /** Whether they are told by what they are rather than by name, so that their source may be unnamed. */
  readonly described: boolean;
  /** Whether the question gives a full name that nobody in the corpus has: only a text with just that name is about them. */
  readonly isName: boolean;
  /** Whether the corpus reports anything by them. */
  readonly heard: boolean;
}

/**
 * Who speaks: by the words of a question, and by whom the corpus takes them for. `otherwise` are the same words with other forms
 * of the names among them. "DHS sources" are not the DHS, but its spokesman speaks for it.
 */
export function readSpeaker(
  phrase: string,
  person: PersonRecord | null,
  otherwise: readonly string[] = [],
): Speaker {
  const who = phrase.replace(WHERE, '');
  const stemsAsked = stemsOf(/ \S+ \S/.test(` ${who.replace(/^(?:the|an?) /i, '')}`) ? who : phrase);
  const told = withoutAnybody(stemsAsked);
  // Of "the third person" that they are the third does not tell enough.
  const words = told.every((stem) => ORDINALS.has(stem)) ? stemsAsked : told;
  const others = otherwise.map((other) => withoutAnybody(stemsOf(other)));
  const found =
    stemsOf(phrase.split(/ (?:of|in|from|at|for|with|close|who|near|on|by|to) /i)[0] ?? '').at(-1) ?? null;
  const head = found === null || !words.includes(found) ? null : found;
  if (!person || (head !== null && OTHERS.has(head))) {
    return {
      name: null,
      called: null,
      surname: null,
      stems: [],
      telling: [],
      body: [],
      offices: [],
      words: head !== null && OUTLETS.has(head) ? words.filter((word) => !SORTS.has(word)) : words,
      otherwise: others,
      head,
      described: true,
      heard: true,
      isName: isFullName(phrase),
    };
  }
  const { name, called, aliases, roles, statements, type } = person;
  const stems = terms([called, ...aliases].join(' '));
  const { surname } = partsOf(called);
  return {
    name,
    surname,
    stems,
    telling: type === 'person' ? terms(surname) : stems,
    called,
    body: type === 'person' ? [] : [name, ...aliases],
    offices: roles.map(({ text }) => text.toLowerCase()),
    words,
    otherwise: others,
    head,
    described: !words.some((word) => stems.includes(word)) || (head !== null && VOICES.has(head)),
    heard: statements > 0,
    isName: false,
  };
}

/** Before whom somebody is described to have spoken, which may be told far from what they said. */
const WHERE =
  / (?:at|in|during|from) the (?:\S+ ){0,2}?(?:meeting|town hall|hearing|trial|debate|briefing|rally|event|ceremony|conference|session|summit|protest|march|vigil|interview)\b.*$/i;

/** Stems for comparing; of a name like WHO, which is all stop words, its letters. Pronouns stand for anybody. */
function stemsOf(phrase: string): string[] {
  const stems = terms(writtenOut(phrase));
  return stems.length > 0 || PRONOUN.test(phrase) ? stems : phrase.toLowerCase().split(' ').filter(Boolean);
}

const PRONOUN = /^(?:he|she|they|it|we|you|i|anyone|anybody|someone|somebody|everyone|everybody|people)$/i;

/** Stems of what people near somebody are called. */
const OTHERS: ReadonlySet<string> = new Set(
  terms(
    'sources source officials aides aide allies ally critics supporters insiders lawyers lawyer employees agents',
  ),
);

/** Stems of what those are called who speak for somebody. */
const VOICES: ReadonlySet<string> = new Set(
  terms('spokesman spokesmen spokeswoman spokesperson spokespeople'),
);
/** Stems of what those are called that report, whose names tell what they are: "which newspaper". */
const OUTLETS: ReadonlySet<string> = new Set(terms(KINDS_OF_OUTLET.join(' ')));
/** Stems of what may stand before that. */
const SORTS: ReadonlySet<string> = new Set(terms(SORTS_OF_OUTLET.join(' ')));
/** "The prosecutor's office" speaks through a spokesman too. */
const OFFICE = terms('office')[0]!;
const VOICE = /\b(?:spokes(?:m[ae]n|wom[ae]n|person|people)|press secretary)\b/i;

/** Stems of what people may be called as well: the chief of an agency is its director, a member of its staff an agent of it. */
const ALIKE: readonly ReadonlySet<string>[] = [
  'chief head director boss leader executive commissioner ceo',
  'boss superior supervisor',
  'agent member employee staffer worker',
  'lawyer attorney counsel',
  'adviser advisor aide',
  'reporter journalist correspondent',
  'officer cop policeman policewoman policemen police',
  'chairman chairwoman chairmen chair',
  'doctor physician',
  'press media',
  'lawmaker legislator congressman congresswoman congressmen congresswomen representative rep',
].map((group) => new Set(terms(group)));

/** Whether people who are called by one stem may be called by the other as well. */
export const isSameRole = (a: string, b: string): boolean =>
  ALIKE.some((group) => group.has(a) && group.has(b));

/** Stems of what tells one of several who are called alike. */
const ORDINALS: ReadonlySet<string> = new Set(terms('first second third fourth fifth'));
/** The same of those who hold one office, where somebody is known to hold it so. */
const STANDINGS: ReadonlySet<string> = new Set(terms('former acting interim deputy vice assistant'));

/**
 * Whether a text names whoever is described. It must have what they are ("director") itself, and most of the other words of the
 * description ("of the bank") there or `around` it; of a full name that nobody in the corpus has, just that name.
 */
export function describes(
  text: string,
  { name, words, otherwise, head, isName }: Speaker,
  around = '',
): boolean {
  if (isName) return ` ${terms(text).join(' ')} `.includes(` ${words.join(' ')} `);
  // "The sheriff's office" is no sheriff.
  const named = new Set(terms(writtenOut(text.replace(POSSESSIVE, ' '))));
  const known = new Set(terms(`${text} ${around} ${statesIn(`${text} ${around}`)}`));
  const groups = ALIKE.filter((stems) => head !== null && stems.has(head));
  const alike = groups.some((group) => [...named].some((word) => group.has(word)));
  const voiced = head !== null && (VOICES.has(head) || head === OFFICE) && VOICE.test(text);
  const isOutlet = head !== null && OUTLETS.has(head) && namesOutlet(text);
  if (head !== null && !named.has(head) && !alike && !voiced && !isOutlet) return false;
  if (isElsewhere(words, head, text)) return false;
  const tells = (word: string) => ORDINALS.has(word) || (name !== null && STANDINGS.has(word));
  if (words.some((word) => tells(word) && !named.has(word))) return false;
  const isTold = (word: string): boolean =>
    word === head ||
    known.has(COUNTRIES.get(word) ?? word) ||
    [...known].some((other) => related(word, other));
  return [words, ...otherwise].some((all) => all.filter(isTold).length >= all.length * DESCRIBED);
}

/** From the beginning of a word only: a long one is not tried from each of its letters. */
const POSSESSIVE = /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+['’](?:s\b)?(?= (?!press (?:service|office)\b)\p{L})/gu;

/** The share of a description's words that a text must have, its head always. */
const DESCRIBED = 0.6;

/** What stands right before the first mention of a name in an article, and between commas behind it: "former mill hand", "a baker". */
export function besideName({ text }: Document, name: string): string {
  const straight = (written: string) => written.replace(/[’‘]/g, "'");
  const at = straight(text).indexOf(straight(name));
  if (at < 0) return '';
  const before = text
    .slice(Math.max(0, at - BESIDE), at)
    .split(/\. |[,;:!?()"“”\n]/)
    .at(-1)!;
  const behind = /^, (?!who\b|which\b)((?:[^.,;:!?()"“”\n]|\.(?! \p{Lu}))+)/u.exec(
    text.slice(at + name.length, at + name.length + BESIDE),
  );
  return `${before.split(' ').slice(-WORDS_BESIDE).join(' ')} ${behind?.[1] ?? ''}`;
}

/** So many characters beside a name are looked at, and so many words before it. */
const BESIDE = 100;
const WORDS_BESIDE = 6;

/** Whether an attribution is by whoever a question asks about. `roles`: what its speaker is called elsewhere. */
export function speaks(
  { attribution }: AttributionRecord,
  document: Document,
  wanted: Speaker,
  roles: readonly string[] = [],
): boolean {
  if (wanted.words.length === 0) return true;
  const { source, speaker, speakers, via, anonymous } = attribution;
  if (wanted.name !== null && (speaker === wanted.name || speakers?.includes(wanted.name))) return true;
  const written = source ? textOf(document, source) : '';
  if (
    wanted.name !== null &&
    (isVoiceOf(written, wanted.body) || isSameHouse(speaker ?? written, wanted.name))
  )
    return true;
  // "Some of them, including Ida Brandt, have said"
  const among = AMONG.exec(written)?.[1];
  if (among !== undefined && isNamedIn(among, wanted)) return true;
  const pronoun = SOMEBODY.test(written) && (wanted.body.length > 0 || !/^they$/i.test(written));
  if (speaker === null && source && wanted.surname && (pronoun || isOffice(written, wanted))) {
    if (!wanted.heard && SOMEBODY.test(written)) return isJustNamed(document, source[0]!.start, wanted);
    // "She said", "the president said": shown as it is, with nobody named, where they are who the paragraph is about, or for an
    // office the one before.
    const at = document.paragraphs.findIndex((paragraph) => contains(paragraph, source[0]!));
    const around = document.paragraphs.slice(SOMEBODY.test(written) ? at : Math.max(0, at - 1), at + 1);
    return at >= 0 && isNamedIn(textOf(document, around), wanted);
  }
  // "The guild sold it. An official said": of the guild.
  if (speaker === null && source && wanted.body.length > 0 && OFFICIAL.test(written))
    return isNamedIn(sentenceBefore(document, source[0]!), wanted);
  if (wanted.name !== null && !wanted.described && (speaker !== null || anonymous)) return false;
  // Of a source with a clause behind it, only who it is: not "an investigator who protects the whistleblowers".
  const who = source && RELATIVE.test(written) ? before(document, source[0]!) : written.split(CLAUSE)[0]!;
  const at = source ? document.paragraphs.findIndex((paragraph) => contains(paragraph, source[0]!)) : -1;
  const around = document.paragraphs.slice(Math.max(0, at - 1), at + 1);
  const [said, nearby] = [[who, speaker ?? '', via ?? ''].join(' '), textOf(document, around)];
  return ['', ...roles].some((role) => describes(`${said} ${role}`, wanted, nearby));
}

/** Behind what names some of those who speak. */
const AMONG = /\b(?:including|among them|such as)\b(.+)/i;

/** Somebody who speaks for what was named before. */
const OFFICIAL = /^(?:an?|the|one) (?:official|representative|spokes\p{L}+)$/iu;

/** The sentence before a place, in the same paragraph, or its own as far as there. */
function sentenceBefore({ text, paragraphs }: Document, { start }: Span): string {
  const paragraph = paragraphs.findLast((each) => each.start <= start);
  const before = text.slice(paragraph?.start ?? start, start).trimEnd();
  return before.split(/[.!?]["”’']? (?=["“‘]?\p{Lu})/u).at(-1)!;
}

const isNamedIn = (text: string, { surname, body }: Speaker): boolean =>
  body.length > 0 ? body.some((form) => text.includes(form)) : surname !== null && text.includes(surname);

/** Whether a source is a bare office that somebody holds: "the president". */
function isOffice(source: string, { offices }: Speaker): boolean {
  const office = /^the (\p{L}+(?: \p{L}+)?)$/iu.exec(source)?.[1]?.toLowerCase();
  return office !== undefined && offices.some((role) => role === office || role.endsWith(` ${office}`));
}

/**
 * Whether the last name before a pronoun is this one, quotations aside, or the only one that the sentence before begins with: of
 * somebody by whom nothing else is reported.
 */
function isJustNamed({ text }: Document, pronoun: number, { surname, called }: Speaker): boolean {
  const before = text.slice(Math.max(0, pronoun - BEFORE_PRONOUN), pronoun).replace(/["“][^"“”]*["”]/g, '');
  const at = before.lastIndexOf(surname!);
  if (at < 0) return false;
  if (!NAMED.test(before.slice(at + surname!.length))) return true;
  const sentence = before
    .trimEnd()
    .split(/[.!?] (?=\p{Lu})|\n/u)
    .at(-1)!;
  const subject = sentence.indexOf(called!);
  return subject >= 0 && !NAMED.test(sentence.slice(0, subject));
}

/** So many characters before a pronoun may name whom it means. */
const BEFORE_PRONOUN = 500;
/** A name within a sentence. */
const NAMED = /[a-z’'] ?\p{Lu}/u;

/** Whether an excerpt is known to be the words of somebody else. */
export function isOthers({ said }: Excerpt, { name, described }: Speaker): boolean {
  if (!said || name === null || described || said.speaker === name) return false;
  if (said.speaker === null) return said.source !== null && !SOMEBODY.test(said.source);
  return !isSameHouse(said.speaker, name);
}

const RELATIVE = /^(?:who|which|that)$/i;
const CLAUSE = /,? (?:who|that|which|whose) /;

/** "A friend of Holt's who said": not Holt. */
const BELONGING = /[\p{L}-]+['’]s?\s*$/u;

/** The few words that a relative pronoun stands for: "their superiors, who". */
function before({ text }: Document, { start }: Span): string {
  const near = text.slice(Math.max(0, start - BEFORE_RELATIVE.characters), start);
  const words = near.split(/[.;:]/).at(-1)!.split(' ');
  return words.slice(-BEFORE_RELATIVE.words).join(' ').replace(BELONGING, '');
}

const BEFORE_RELATIVE = { characters: 60, words: 6 };

/** "A White House spokesman" speaks for the White House; a spokesman for whoever `body` names, or for anybody. */
export function isVoiceOf(source: string, body?: readonly string[]): boolean {
  return VOICE.test(source) && (body === undefined || body.some((form) => source.includes(form)));
}

/** The White House and the administration are one house, whoever lives there; two presidents' administrations are not. */
function isSameHouse(source: string, name: string): boolean {
  const house = (text: string) => /^(?:the )?White House$/i.test(text);
  const administration = (text: string) => /\badministration$/i.test(text);
  return (house(name) && administration(source)) || (administration(name) && house(source));
}

const SOMEBODY = /^(?:he|she|they)$/i;

export const textOf = (document: Document, spans: readonly Span[]): string =>
  spans.map((span) => slice(document.text, span)).join(' ');
