import type { Attribution, SpokenAttribution } from '../../attribution/attribution.ts';
import type { Span } from '../../text/span.ts';
import { gazetteer } from '../gazetteer.ts';
import { FUNCTION, type Gender, genderOfGivenName, genderOfRole, PLACES, PRONOUNS } from '../lexicon.ts';
import { partsOf } from '../parts.ts';
import type { Alias, Person } from '../person.ts';
import { type Reading, read } from '../reading.ts';
import { RELATIVES } from '../roles.ts';
import { affiliationOf } from './affiliation.ts';
import { kindByName } from './bodies.ts';
import type { Described } from './described.ts';
import { describedBy } from './descriptions.ts';
import { Phrases, POSSESSIVES } from './phrases.ts';
import { antecedent, type Spoken, UNKNOWN } from './pronouns.ts';
import { authorIn, authorOf, isWriting, WRITINGS } from './writings.ts';

/**
 * Names the speaker of each attribution found in `text`, in the same order: the full name of one of `people`, or null
 * where the source is unnamed, several could be meant, or the text does not tell. Never a guess: a pronoun or description
 * that fits two people about equally well stays open.
 */
export function resolveSpeakers<A extends Attribution>(
  text: string,
  attributions: readonly A[],
  people: readonly Person[],
  aliases: readonly Alias[] = NONE,
): (A & SpokenAttribution)[] {
  const scene = new Scene(read(text), people, aliases);
  const speakers = new Map<A, readonly string[]>();
  for (const attribution of inOrder(attributions)) {
    const outer = attribution.nested ? outerOf(attribution, speakers) : [];
    speakers.set(attribution, scene.speakers(attribution, outer));
  }
  return attributions.map((attribution) => {
    const names = speakers.get(attribution) ?? [];
    return { ...attribution, speaker: names[0] ?? null, ...(names.length > 1 && { speakers: names }) };
  });
}

const NONE: readonly Alias[] = [];

/**
 * The attributions that have a source, by its place: those in what somebody says behind that somebody, since who "he" is there depends
 * on them ("“He lied,” Smith said").
 */
function inOrder<A extends Attribution>(attributions: readonly A[]): A[] {
  const sourced = attributions.filter(({ source }) => source && source.length > 0);
  const place = (attribution: A): number => {
    const { start } = attribution.source![0]!;
    if (!attribution.nested) return start;
    const outer = sourced.filter(({ content }) => holds(content, start));
    return Math.max(start, ...outer.map(({ source }) => source![0]!.end));
  };
  return sourced
    .map((attribution) => ({ attribution, at: place(attribution) }))
    .sort((a, b) => a.at - b.at)
    .map(({ attribution }) => attribution);
}

const holds = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);

/** An attribution in whose content another lies, and who makes it. */
interface Outer {
  readonly source: readonly Span[];
  readonly names: readonly string[];
}

function outerOf<A extends Attribution>(inner: A, speakers: ReadonlyMap<A, readonly string[]>): Outer[] {
  const at = inner.source![0]!.start;
  const found: Outer[] = [];
  for (const [{ content, source }, names] of speakers)
    if (holds(content, at)) found.push({ source: source!, names });
  return found;
}

const PLURAL = /\p{Ll}s$/u;
const OBLIQUE = new Set(['with', 'about', 'of', 'for', 'on', 'from', 'against']);
const NOBODY: ReadonlySet<string> = new Set();
const NO_AFFILIATION = { party: null, place: null };
/** "The 36-year-old", who has been named. */
const AGED = /^\d\d-year-old$/;
const DETERMINERS = new Set(['the', 'this', 'that', 'its', 'his', 'her', 'their']);
const countries = new Map(
  PLACES.filter(({ section }) => section === 'country').flatMap(({ names }) =>
    names.map((name) => [name, names[0]!] as const),
  ),
);

/** One document's cast while its speakers are being named. */
class Scene {
  private readonly reading: Reading;
  private readonly phrases: Phrases;
  private readonly cast: readonly Described[];
  private readonly spoken: Spoken[] = [];
  /** The bodies that spoke, or for whom somebody did. */
  private readonly voices: Spoken[] = [];

  constructor(reading: Reading, people: readonly Person[], aliases: readonly Alias[]) {
    this.reading = reading;
    const known = gazetteer(aliases);
    this.phrases = new Phrases(reading, people);
    this.cast = people.map((person) => ({
      name: person.name,
      type: person.type,
      gender: person.type === 'person' ? genderOf(person, reading) : null,
      mentions: person.mentions,
      roles: person.roles.map(({ start, end }) => ({
        start,
        text: reading.plain.slice(start, end).toLowerCase(),
      })),
      kind: person.type === 'organisation' ? known.entry(person.name)?.kind || kindByName(person.name) : '',
      affiliation: person.type === 'person' ? affiliationOf(reading, person) : NO_AFFILIATION,
    }));
  }

  /** Who the source of an attribution is; empty where that cannot be told. */
  speakers(attribution: Attribution, outer: readonly Outer[]): readonly string[] {
    const { source, nested } = attribution;
    let { first, last } = this.phrases.whole(source!);
    // "the director's argument that": the source is the director.
    while (last > first + 1 && POSSESSIVES.has(this.reading.words[last - 1]!.text)) last--;
    const names = this.name(first, last, outer, attribution);
    const word = this.reading.words[first];
    if (!word || word.quoted || word.signed || nested) return names;
    const body = this.bodyOf(names[0] ?? null, first, last);
    if (body) this.voices.push({ name: body, start: word.start });
    if (names[0]) this.spoken.push({ name: names[0], start: word.start });
    else if (
      PRONOUNS.has(word.lower) ? this.spoken.at(-1)?.name === UNKNOWN : this.phrases.isNewcomer(first, last)
    )
      this.spoken.push({ name: UNKNOWN, start: word.start });
    if (word.lower !== 'they') this.together = names.length > 1 ? names : [];
    return names;
  }
  /** Who spoke last, where several did together. */
  private together: readonly string[] = [];

  private name(
    first: number,
    last: number,
    outer: readonly Outer[],
    { anonymous, content }: Attribution,
  ): readonly string[] {
    const { words } = this.reading;
    let at = this.phrases.afterDateline(first, last);
    while (at < last && words[at]!.mark) at++;
    const word = words[at];
    if (!word) return [];
    const alone = last - at === 1;
    const gender = PRONOUNS.get(word.lower);
    // "somebody who dealt with him said": not he but somebody.
    if (word.lower === 'him' && OBLIQUE.has(words[at - 1]?.lower ?? '')) return [];
    if (gender && (alone || word.lower === 'he' || word.lower === 'she')) {
      const client = this.clientOf(outer, gender);
      if (client) return [client];
      if (this.isEither(outer, gender)) return [];
      const not = new Set([
        ...(word.quoted ? outer.flatMap(({ names }) => names) : []),
        ...(word.lower === 'his' || word.lower === 'her' ? [] : this.spokenOf(content, at)),
      ]);
      if (!word.quoted) this.tell(at);
      const before = this.spoken.filter(({ start }) => start < word.start);
      return one(
        antecedent(
          this.reading,
          { at, gender, not, named: this.quotedIn(content) },
          this.people(),
          before,
          this.told,
        ),
      );
    }
    if (word.lower === 'they' && alone) return word.quoted ? [] : this.together;
    if (word.lower === 'who' || word.lower === 'which') return one(this.phrases.antecedentOf(word.lower, at));
    if (word.lower === 'it') return alone ? one(this.it(at)) : [];
    const core = this.phrases.core(at, last);
    const noun = core.mention ? null : this.phrases.headNoun(core);
    const named =
      noun !== null && WRITINGS.has(noun)
        ? authorIn(this.reading, this.phrases, at, core, last)
        : this.phrases.namedIn(at, last);
    if (named.length > 0) return named;
    const before = this.phrases.nameBefore(at);
    if (before) return [before];
    if (anonymous) return [];
    const country = this.country(at, last);
    if (country) return [country];
    if (!DETERMINERS.has(word.lower)) return [];
    if (last - at === 2 && AGED.test(words[at + 1]!.lower))
      return one(
        antecedent(
          this.reading,
          { at, gender: null, not: NOBODY, named: NOBODY },
          this.people(),
          this.spoken,
        ),
      );
    const { end } = core;
    if (isWriting(words[end - 1]!.lower))
      return words[end]?.lower === 'from' || words[end]?.lower === 'by' ? [] : one(this.writer(at, end - 1));
    return one(describedBy(this.reading, at, end, this.cast, this.spoken, this.voices));
  }

  /** Whose the writing is that is spoken of from one word to another: "the report", "his letter". */
  private writer(first: number, noun: number): string | null {
    const word = this.reading.words[first]!;
    const spoken = this.spoken.filter(({ start }) => start < word.start);
    const gender = PRONOUNS.get(word.lower);
    if (!gender)
      return word.lower === 'the' || word.lower === 'that'
        ? authorOf(this.reading, this.phrases, noun, spoken)
        : null;
    return antecedent(
      this.reading,
      { at: first, gender, not: NOBODY, named: NOBODY },
      this.people(),
      spoken,
      this.told,
    );
  }

  /** Whom the pronouns mean that open sentences before a word: "He ran for mayor. The mill, he said, …". */
  private tell(end: number): void {
    for (; this.next < end; this.next++) {
      const { lower, initial, quoted, headline, start } = this.reading.words[this.next]!;
      if (!initial || quoted || headline || (lower !== 'he' && lower !== 'she')) continue;
      const pronoun = { at: this.next, gender: PRONOUNS.get(lower)!, not: NOBODY, named: NOBODY };
      const before = this.spoken.filter((each) => each.start < start);
      const name = antecedent(this.reading, pronoun, this.people(), before, this.told);
      if (name) this.told.push({ name, start });
    }
    this.next = Math.max(this.next, end + 1);
  }
  private next = 0;
  private readonly told: Spoken[] = [];

  /** The people whom the quotations in a statement name. */
  private quotedIn(content: readonly Span[]): ReadonlySet<string> {
    const isQuoted = ({ start }: Span): boolean =>
      holds(content, start) && this.reading.words[this.reading.at(start)]!.quoted;
    return new Set(this.people().flatMap(({ name, mentions }) => (mentions.some(isQuoted) ? [name] : [])));
  }

  /** The people whom a statement names behind the pronoun at a word: "he called Hill's plan unfair" was not said by Hill. */
  private spokenOf(content: readonly Span[], at: number): string[] {
    const { words } = this.reading;
    const { end, sentence } = words[at]!;
    const names = ({ start }: Span): boolean => {
      const word = words[this.reading.at(start)]!;
      const named = start > end && word.sentence === sentence && !word.quoted;
      return named && content.some((span) => span.start <= start && start < span.end);
    };
    return this.people()
      .filter(({ mentions }) => mentions.some(names))
      .map(({ name }) => name);
  }

  /** The body that a source is, or of which it is said to be: "the Elm Harbor chief, Ruth Hill", "a spokesman for Elm Harbor"; or null. */
  private bodyOf(speaker: string | null, first: number, last: number): string | null {
    const isBody = (name: string): boolean =>
      this.cast.some((figure) => figure.name === name && figure.type === 'organisation');
    return speaker !== null && isBody(speaker) ? speaker : this.phrases.bodyIn(first, last);
  }

  private people(): readonly Described[] {
    return this.cast.filter(({ type }) => type === 'person');
  }

  /** Whom somebody's lawyer or spokeswoman means by a pronoun: "Hill's lawyer said he would appeal". */
  private clientOf(outer: readonly Outer[], gender: Gender): string | null {
    const nearest = outer.at(-1);
    if (!nearest || nearest.names.length > 0) return null;
    const { first, last } = this.phrases.whole(nearest.source);
    const owner = this.phrases.ownerOf(first, last);
    const client = this.people().find(({ name }) => name === owner);
    return client && (client.gender ?? gender) === gender ? client.name : null;
  }

  /** An organisation that spoke or led the sentence just before. */
  private it(at: number): string | null {
    const sentence = this.reading.words[at]!.sentence;
    const last = this.spoken.at(-1);
    const body = this.cast.find(({ name, type }) => type === 'organisation' && name === last?.name);
    return body && sentence - this.reading.sentenceAt(last!.start) <= 1 ? body.name : null;
  }

  /** Whether a pronoun in what "her mother said" may be the one or the other. */
  private isEither(outer: readonly Outer[], gender: Gender): boolean {
    const nearest = outer.at(-1);
    if (!nearest) return false;
    const { words } = this.reading;
    const { first } = this.phrases.whole(nearest.source);
    const relative = words[first + 1]?.lower ?? '';
    return (
      RELATIVES.has(relative) &&
      PRONOUNS.get(words[first]!.lower) === gender &&
      genderOfRole(relative) === gender
    );
  }

  private country(first: number, last: number): string | null {
    const { words } = this.reading;
    const start = words[first]!.lower === 'the' ? first + 1 : first;
    if (last - start > 3 || start >= last) return null;
    const written = this.reading.plain.slice(words[start]!.start, words[last - 1]!.end);
    const country = countries.get(written) ?? null;
    // "Americans say" is people, "the Saudis say" the state.
    return start === first && written !== country && PLURAL.test(written) ? null : country;
  }
}

const one = (name: string | null): readonly string[] => (name === null ? [] : [name]);

/** A person's gender by first name, or by what stands before their name ("Mrs.", "spokeswoman"). */
function genderOf(person: Person, reading: Reading): Gender | null {
  const { given } = partsOf(person.name);
  for (const { start } of person.mentions) {
    const first = reading.at(start);
    for (let i = first - 1; i >= first - 2 && i >= 0; i--) {
      const word = reading.words[i]!;
      if (word.mark) continue;
      const gender = genderOfRole(word.lower);
      if (gender) return gender;
      if (FUNCTION.has(word.lower)) break;
    }
  }
  for (const { start, end } of person.roles)
    for (const word of reading.plain
      .slice(start, end)
      .toLowerCase()
      .split(/[\s-]+/)) {
      const gender = genderOfRole(word);
      if (gender && !RELATIVE.has(word)) return gender;
    }
  return given ? genderOfGivenName(given) : genderOfGivenName(person.name);
}

/** In a role these are often somebody else's: "father of the bride's sister". */
const RELATIVE = new Set(
  'wife husband son daughter mother father brother sister queen king prince princess'.split(' '),
);
