import type { Attribution, SpokenAttribution } from '../../attribution/attribution.ts';
import type { Span } from '../../text/span.ts';
import { gazetteer } from '../gazetteer.ts';
import { type Gender, genderOfRole, PLACES, PRONOUNS } from '../lexicon.ts';
import type { Alias, Person } from '../person.ts';
import { type Reading, read } from '../reading.ts';
import { RELATIVES } from '../roles.ts';
import { describedBy } from './descriptions.ts';
import { figureOf } from './figures.ts';
import { namedIn } from './named.ts';
import { isNewcomer } from './newcomers.ts';
import { Phrases, POSSESSIVES } from './phrases.ts';
import { antecedent } from './pronouns.ts';
import { type Figure, type Scene, type Spoken, UNKNOWN } from './scene.ts';
import { authorIn, authorOf, isWriting, WRITINGS } from './writings.ts';

/**
 * Names the speaker of each attribution found in `text`, in the same order: the full name of one of `people`, or null
 * where the source is unnamed, several could be meant, or the text does not tell. Never a guess: a pronoun or description
 * that fits two people about equally well stays open.
 */
export function resolveSpeakers(
  text: string,
  attributions: readonly Attribution[],
  people: readonly Person[],
  aliases: readonly Alias[] = NONE,
): SpokenAttribution[] {
  const resolver = new Resolver(read(text), people, aliases);
  const speakers = new Map<Attribution, readonly string[]>();
  for (const attribution of inOrder(attributions)) {
    const outer = attribution.nested ? outerOf(attribution, speakers) : [];
    speakers.set(attribution, resolver.speakers(attribution, outer));
  }
  return attributions.map((attribution) => spokenBy(speakers.get(attribution) ?? [], attribution));
}

/** An attribution with its speakers. Made in full: what a spread makes, V8 lays out anew for each text. */
function spokenBy(speakers: readonly string[], attribution: Attribution): SpokenAttribution {
  const { kind, source, cue, content, anonymous, via, nested, confidence } = attribution;
  const speaker = speakers[0] ?? null;
  return speakers.length > 1
    ? { kind, source, cue, content, anonymous, via, nested, confidence, speaker, speakers }
    : { kind, source, cue, content, anonymous, via, nested, confidence, speaker };
}

const NONE: readonly Alias[] = [];

/**
 * The attributions that have a source, in the order of their sources. One inside another's content comes after that other's source,
 * since who "he" is there depends on who speaks ("“He lied,” Smith said").
 */
function inOrder(attributions: readonly Attribution[]): Attribution[] {
  const sourced = attributions.filter(({ source }) => source && source.length > 0);
  const place = (attribution: Attribution): number => {
    const { start } = attribution.source![0]!;
    if (!attribution.nested) return start;
    const outer = sourced.filter(({ content }) => holds(content, start));
    return Math.max(start, ...outer.map(({ source }) => source![0]!.end));
  };
  const places = new Map(sourced.map((attribution) => [attribution, place(attribution)]));
  return sourced.sort((a, b) => places.get(a)! - places.get(b)!);
}

const holds = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);

/** The source and speakers of an attribution that has another in its content. */
interface Outer {
  readonly source: readonly Span[];
  readonly names: readonly string[];
}

function outerOf(inner: Attribution, speakers: ReadonlyMap<Attribution, readonly string[]>): Outer[] {
  const at = inner.source![0]!.start;
  const found: Outer[] = [];
  for (const [{ content, source }, names] of speakers)
    if (holds(content, at)) found.push({ source: source!, names });
  return found;
}

/** Finds the speakers of one document, attribution by attribution in the order of the text. */
class Resolver {
  private readonly reading: Reading;
  private readonly phrases: Phrases;
  private readonly people: readonly Figure[];
  private readonly spoken: Spoken[] = [];
  private readonly voices: Spoken[] = [];
  private readonly told: Spoken[] = [];
  /** The above, with everybody in it. */
  private readonly scene: Scene;
  /** Who spoke last, where several did together: "they". */
  private together: readonly string[] = [];
  /** The first word that `tell` has not looked at. */
  private next = 0;

  constructor(reading: Reading, people: readonly Person[], aliases: readonly Alias[]) {
    const known = gazetteer(aliases);
    const cast: Figure[] = [];
    for (const person of people) cast.push(figureOf(person, reading, known));
    const { spoken, voices, told } = this;
    this.reading = reading;
    this.phrases = new Phrases(reading, people);
    this.people = cast.filter(({ type }) => type === 'person');
    this.scene = { reading, cast, people: this.people, spoken, voices, told };
  }

  /** Who the source of an attribution is; empty where that cannot be told. */
  speakers(attribution: Attribution, outer: readonly Outer[]): readonly string[] {
    const { source, nested } = attribution;
    let { first, last } = this.phrases.whole(source!);
    // "the director's argument that": the source is the director.
    while (last > first + 1 && POSSESSIVES.has(this.reading.words[last - 1]!.text)) last--;
    const names = this.named(first, last, outer, attribution);
    const word = this.reading.words[first];
    if (word && !word.quoted && !word.signed && !nested) this.remember(names, first, last);
    return names;
  }

  /** Keeps who spoke, for the pronouns and descriptions that follow. */
  private remember(names: readonly string[], first: number, last: number): void {
    const { start, lower } = this.reading.words[first]!;
    const body = this.bodyOf(names[0] ?? null, first, last);
    if (body) this.voices.push({ name: body, start });
    if (names[0]) this.spoken.push({ name: names[0], start });
    else if (
      PRONOUNS.has(lower) ? this.spoken.at(-1)?.name === UNKNOWN : isNewcomer(this.phrases, first, last)
    )
      this.spoken.push({ name: UNKNOWN, start });
    if (lower !== 'they') this.together = names.length > 1 ? names : [];
  }

  /** The people or bodies that the words from `first` to `last` mean: by a pronoun, by name, or by a description. */
  private named(
    first: number,
    last: number,
    outer: readonly Outer[],
    { anonymous, content }: Attribution,
  ): readonly string[] {
    const { words } = this.reading;
    let at = this.phrases.afterDateline(first, last);
    while (at < last && words[at]!.mark) at++;
    if (!words[at]) return [];
    const byPronoun = this.byPronoun(at, last, outer, content);
    if (byPronoun) return byPronoun;
    const byName = this.byName(at, last);
    if (byName.length > 0 || anonymous) return byName;
    return one(this.country(at, last) ?? this.byDescription(at, last));
  }

  /** The speakers if the source is a pronoun. Null if it is not, or goes on: "his lawyer". */
  private byPronoun(
    at: number,
    last: number,
    outer: readonly Outer[],
    content: readonly Span[],
  ): readonly string[] | null {
    const { lower, quoted } = this.reading.words[at]!;
    const alone = last - at === 1;
    const gender = PRONOUNS.get(lower);
    // "somebody who dealt with him said": not he but somebody.
    if (lower === 'him' && OBLIQUE.has(this.reading.words[at - 1]?.lower ?? '')) return [];
    if (gender && (alone || lower === 'he' || lower === 'she'))
      return one(this.byPersonalPronoun(at, gender, outer, content));
    if (lower === 'they' && alone) return quoted ? [] : this.together;
    if (lower === 'who' || lower === 'which') return one(this.phrases.antecedentOf(lower, at));
    if (lower === 'it') return alone ? one(this.bodyJustBefore(at)) : [];
    return null;
  }

  private byPersonalPronoun(
    at: number,
    gender: Gender,
    outer: readonly Outer[],
    content: readonly Span[],
  ): string | null {
    const { lower, quoted } = this.reading.words[at]!;
    const client = this.clientOf(outer, gender);
    if (client) return client;
    if (this.isEither(outer, gender)) return null;
    const not = new Set([
      ...(quoted ? outer.flatMap(({ names }) => names) : []),
      ...(lower === 'his' || lower === 'her' ? [] : this.spokenOf(content, at)),
    ]);
    if (!quoted) this.tell(at);
    return antecedent(this.scene, { at, gender, not, named: this.quotedIn(content) });
  }

  /** The people or bodies the source names, or the author if it is a writing: "a letter from Ruth Hill". */
  private byName(at: number, last: number): readonly string[] {
    const core = this.phrases.core(at, last);
    const noun = core.mention ? null : this.phrases.headNoun(core);
    const names =
      noun !== null && WRITINGS.has(noun)
        ? authorIn(this.reading, this.phrases, at, core, last)
        : namedIn(this.phrases, at, last);
    return names.length > 0 ? names : one(this.phrases.nameBefore(at));
  }

  /** The speaker a description means: "the 36-year-old", "the report", "the senator". */
  private byDescription(at: number, last: number): string | null {
    const { words } = this.reading;
    if (!DETERMINERS.has(words[at]!.lower)) return null;
    if (last - at === 2 && AGED.test(words[at + 1]!.lower))
      return antecedent(this.scene, { at, gender: null });
    const { end } = this.phrases.core(at, last);
    if (!isWriting(words[end - 1]!.lower)) return describedBy(this.scene, at, end, last);
    const behind = words[end]?.lower;
    return behind === 'from' || behind === 'by' ? null : this.writer(at, end - 1);
  }

  /** The author of the writing in the words from `first` to its noun: "the report", "his letter". */
  private writer(first: number, noun: number): string | null {
    const { lower } = this.reading.words[first]!;
    const gender = PRONOUNS.get(lower);
    if (gender) return antecedent(this.scene, { at: first, gender });
    return lower === 'the' || lower === 'that' ? authorOf(this.scene, this.phrases, noun) : null;
  }

  /** Resolves the pronouns at the beginning of sentences, up to a word: "He ran for mayor. The mill, he said, …". */
  private tell(end: number): void {
    for (; this.next < end; this.next++) {
      const { lower, initial, quoted, headline, start } = this.reading.words[this.next]!;
      if (!initial || quoted || headline || (lower !== 'he' && lower !== 'she')) continue;
      const name = antecedent(this.scene, { at: this.next, gender: PRONOUNS.get(lower)! });
      if (name) this.told.push({ name, start });
    }
    this.next = Math.max(this.next, end + 1);
  }

  /** The people named in the quotations of a statement. */
  private quotedIn(content: readonly Span[]): ReadonlySet<string> {
    const isQuoted = ({ start }: Span): boolean =>
      holds(content, start) && this.reading.words[this.reading.at(start)]!.quoted;
    return new Set(this.people.flatMap(({ name, mentions }) => (mentions.some(isQuoted) ? [name] : [])));
  }

  /** The people a statement names behind the pronoun at a word: "he called Hill's plan unfair" was not said by Hill. */
  private spokenOf(content: readonly Span[], at: number): string[] {
    const { words } = this.reading;
    const { end, sentence } = words[at]!;
    const isNamed = ({ start }: Span): boolean => {
      const word = words[this.reading.at(start)]!;
      return start > end && word.sentence === sentence && !word.quoted && holds(content, start);
    };
    return this.people.filter(({ mentions }) => mentions.some(isNamed)).map(({ name }) => name);
  }

  /** The body that a source is, or to which it belongs: "the Elm Harbor chief, Ruth Hill", "a spokesman for Elm Harbor"; or null. */
  private bodyOf(speaker: string | null, first: number, last: number): string | null {
    const isBody = this.scene.cast.some(({ name, type }) => name === speaker && type === 'organisation');
    return isBody ? speaker : this.phrases.bodyIn(first, last);
  }

  /** The client that somebody's lawyer or spokeswoman means by a pronoun: "Hill's lawyer said he would appeal". */
  private clientOf(outer: readonly Outer[], gender: Gender): string | null {
    const nearest = outer.at(-1);
    if (!nearest || nearest.names.length > 0) return null;
    const { first, last } = this.phrases.whole(nearest.source);
    const owner = this.phrases.ownerOf(first, last);
    const client = this.people.find(({ name }) => name === owner);
    return client && (client.gender ?? gender) === gender ? client.name : null;
  }

  /** "It": the body that spoke last, in this sentence or the one before. */
  private bodyJustBefore(at: number): string | null {
    const { sentence } = this.reading.words[at]!;
    const last = this.spoken.at(-1);
    const body = this.scene.cast.find(({ name, type }) => type === 'organisation' && name === last?.name);
    return body && sentence - this.reading.sentenceAt(last!.start) <= 1 ? body.name : null;
  }

  /** Whether a pronoun in what "her mother said" may mean either of the two. */
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

  /** The state that a source names as if it spoke: "Norway", "the Norwegians"; or null. */
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

const PLURAL = /\p{Ll}s$/u;
/** Prepositions behind which "him" is not who speaks. */
const OBLIQUE = new Set(['with', 'about', 'of', 'for', 'on', 'from', 'against']);
/** "The 36-year-old": somebody named before. */
const AGED = /^\d\d-year-old$/;
const DETERMINERS = new Set(['the', 'this', 'that', 'its', 'his', 'her', 'their']);
const countries = new Map(
  PLACES.filter(({ section }) => section === 'country').flatMap(({ names }) =>
    names.map((name) => [name, names[0]!] as const),
  ),
);
