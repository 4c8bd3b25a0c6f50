import type { Attribution, SpokenAttribution } from '../attribution/attribution.ts';
import type { Span } from '../text/span.ts';
import { gazetteer } from './aliases.ts';
import { type Described, describedBy } from './descriptions.ts';
import { FUNCTION, type Gender, GROUPS, genderOfGivenName, genderOfRole, PLACES, TITLES } from './lexicon.ts';
import { partsOf } from './people.ts';
import type { Alias, Person } from './person.ts';
import { antecedent, type Spoken } from './pronouns.ts';
import { type Reading, read } from './reading.ts';
import { isRoleNoun } from './roles.ts';

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
  const order = attributions
    .filter(({ source }) => source && source.length > 0)
    .sort((a, b) => a.source![0]!.start - b.source![0]!.start);
  for (const attribution of order) {
    const outer = attribution.nested ? outerSpeakers(attribution, speakers) : NOBODY;
    speakers.set(attribution, scene.speakers(attribution, outer));
  }
  return attributions.map((attribution) => {
    const names = speakers.get(attribution) ?? [];
    return { ...attribution, speaker: names[0] ?? null, ...(names.length > 1 && { speakers: names }) };
  });
}

const NONE: readonly Alias[] = [];
const NOBODY: ReadonlySet<string> = new Set();

/** Speakers of the attributions in whose content this one lies. */
function outerSpeakers<A extends Attribution>(
  inner: A,
  speakers: ReadonlyMap<A, readonly string[]>,
): ReadonlySet<string> {
  const at = inner.source![0]!.start;
  const found = new Set<string>();
  for (const [outer, names] of speakers)
    if (outer.content.some(({ start, end }) => start <= at && at < end))
      for (const name of names) found.add(name);
  return found;
}

const PRONOUNS: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  himself: 'male',
  his: 'male',
  she: 'female',
  her: 'female',
  herself: 'female',
};
const DETERMINERS = new Set(['the', 'this', 'that', 'its', 'his', 'her', 'their']);
const countries = new Map(
  PLACES.filter(({ section }) => section === 'country').flatMap(({ names }) =>
    names.map((name) => [name, names[0]!] as const),
  ),
);

interface Mention extends Span {
  readonly person: Person;
  readonly first: number;
  readonly last: number;
}

/** One document's cast while its speakers are being named. */
class Scene {
  private readonly reading: Reading;
  private readonly mentions: readonly Mention[];
  private readonly cast: readonly Described[];
  private readonly spoken: Spoken[] = [];

  constructor(reading: Reading, people: readonly Person[], aliases: readonly Alias[]) {
    this.reading = reading;
    const known = gazetteer(aliases);
    this.mentions = people
      .flatMap((person) =>
        person.mentions.map((span) => ({
          ...span,
          person,
          first: reading.at(span.start),
          last: reading.at(span.end),
        })),
      )
      // The longest of several that begin together comes first: "Trump administration" before "Trump".
      .sort((a, b) => a.start - b.start || b.end - a.end);
    this.cast = people.map((person) => ({
      name: person.name,
      type: person.type,
      gender: person.type === 'person' ? genderOf(person, reading) : null,
      mentions: person.mentions,
      roles: person.roles.map(({ start, end }) => ({
        start,
        text: reading.plain.slice(start, end).toLowerCase(),
      })),
      kind: person.type === 'organisation' ? (known.entry(person.name)?.kind ?? '') : '',
    }));
  }

  /** Who the source of an attribution is; empty where that cannot be told. */
  speakers({ source, anonymous, nested }: Attribution, outer: ReadonlySet<string>): readonly string[] {
    const [head] = source!;
    const first = this.reading.at(head!.start);
    let last = this.reading.at(source!.at(-1)!.end);
    // "the director's argument that": the source is the director.
    while (last > first + 1 && POSSESSIVES.has(this.reading.words[last - 1]!.text)) last--;
    const names = this.name(first, last, outer, anonymous);
    const word = this.reading.words[first];
    if (names[0] && word && !word.quoted && !nested) this.spoken.push({ name: names[0], start: word.start });
    return names;
  }

  private name(
    first: number,
    last: number,
    outer: ReadonlySet<string>,
    anonymous: boolean,
  ): readonly string[] {
    const { words } = this.reading;
    let at = first;
    while (at < last && words[at]!.mark) at++;
    const word = words[at];
    if (!word) return [];
    const alone = last - at === 1;
    const gender = PRONOUNS[word.lower];
    if (gender && (alone || word.lower === 'he' || word.lower === 'she')) {
      const quoted = word.quoted ? outer : NOBODY;
      return one(antecedent(this.reading, { at, gender, not: quoted }, this.people(), this.spoken));
    }
    if (word.lower === 'who' || word.lower === 'which') return one(this.nameEndingBefore(at));
    if (word.lower === 'it') return alone ? one(this.it(at)) : [];
    const named = this.namedIn(at, last);
    if (named.length > 0) return named;
    if (anonymous) return [];
    const country = this.country(at, last);
    if (country) return [country];
    if (!DETERMINERS.has(word.lower)) return [];
    return one(describedBy(this.reading, at, this.core(at, last).end, this.cast, this.spoken));
  }

  private people(): readonly Described[] {
    return this.cast.filter(({ type }) => type === 'person');
  }

  private mentionAt(index: number): Mention | null {
    return this.mentions.find((mention) => mention.first === index) ?? null;
  }

  /** The noun phrase at the head of a source: up to the first comma, preposition or clause. Names count as one word. */
  private core(first: number, last: number): { start: number; end: number; mention: Mention | null } {
    const { words } = this.reading;
    let start = first;
    let mention: Mention | null = null;
    let i = first;
    while (i < last) {
      // "Secretary of State Ruth Hill": the role and the name are one phrase.
      const titled = this.titledAt(i, last);
      if (titled) return { start, end: titled.last, mention: titled };
      const found = this.mentionAt(i);
      if (found && found.last <= last) {
        mention = found;
        i = found.last;
        continue;
      }
      const word = words[i]!;
      if (POSSESSIVES.has(word.text)) {
        start = i + 1;
        mention = null;
      } else if (word.mark && word.text !== '.' && word.text !== '-') break;
      else if (BREAKS.has(word.lower)) break;
      else if (!word.mark) mention = null;
      i++;
    }
    return { start, end: i, mention };
  }

  /** Somebody whose role, written right before the name, begins at a word. */
  private titledAt(index: number, last: number): Mention | null {
    const { words } = this.reading;
    const { start } = words[index]!;
    for (const mention of this.mentions) {
      if (mention.first <= index || mention.last > last) continue;
      if (mention.first > index + 14) break;
      const role = mention.person.roles.find((span) => span.start === start);
      if (role && this.reading.at(role.end) >= mention.first - 1 && role.end <= mention.start) return mention;
    }
    return null;
  }

  /** Names at the head of a source, or in apposition to its head. */
  private namedIn(first: number, last: number): readonly string[] {
    const { words } = this.reading;
    const core = this.core(first, last);
    if (core.mention) {
      const names = [core.mention.person.name];
      let at = core.end;
      // "Smith and Jones", "Smith, Jones and Hill"
      while (
        at < last &&
        (words[at]!.text === ',' || words[at]!.lower === 'and' || words[at]!.text === '&')
      ) {
        const next = this.core(at + 1, last);
        if (words[at]!.text === ',' && words[at + 1]?.lower === 'and') {
          at++;
          continue;
        }
        if (!next.mention || next.end <= at) break;
        names.push(next.mention.person.name);
        at = next.end;
      }
      return words[at - 1] && at < last && words[at]!.text === ',' && names.length > 1
        ? names.slice(0, 1)
        : names;
    }
    const noun = this.headNoun(core);
    // "a report from the Ledger's Ruth Hill"
    if (
      noun !== null &&
      WRITINGS.has(noun) &&
      AUTHORED.has(words[core.end]?.lower ?? '') &&
      core.end + 1 < last
    ) {
      const author = this.core(core.end + 1, last).mention;
      return author ? [author.person.name] : [];
    }
    if (noun !== null && (GROUPS.has(noun) || (noun.endsWith('s') && !isRoleNoun(noun)))) return [];
    // "a spokesman, Tom Hill", "Clinton ally and former mayor Tom Hill"
    for (const mention of this.mentions) {
      if (mention.first < core.end || mention.last > last || mention.person.type !== 'person') continue;
      let lead = mention.first - 1;
      while (
        TITLES.has(words[lead]?.lower ?? '') ||
        (words[lead]?.text === '.' && TITLES.has(words[lead - 1]?.lower ?? ''))
      )
        lead--;
      const before = words[words[lead]?.text === ',' ? lead : mention.first - 1];
      const after = words[mention.last];
      if (POSSESSIVES.has(after?.text ?? '')) continue;
      if (before && (before.text === ',' || before.lower === 'and' || isRoleNoun(before.lower)))
        return noun !== null && (isRoleNoun(noun) || before.text === ',') ? [mention.person.name] : [];
    }
    return [];
  }

  private headNoun({ start, end }: { start: number; end: number }): string | null {
    for (let i = end - 1; i >= start; i--)
      if (!this.reading.words[i]!.mark) return this.reading.words[i]!.lower;
    return null;
  }

  private nameEndingBefore(at: number): string | null {
    const { words } = this.reading;
    const end = words[at - 1]?.text === ',' ? at - 1 : at;
    return this.mentions.find((mention) => mention.last === end)?.person.name ?? null;
  }

  /** An organisation that spoke or led the sentence just before. */
  private it(at: number): string | null {
    const sentence = this.reading.words[at]!.sentence;
    const last = this.spoken.at(-1);
    const body = this.cast.find(({ name, type }) => type === 'organisation' && name === last?.name);
    return body && sentence - this.reading.sentenceAt(last!.start) <= 1 ? body.name : null;
  }

  private country(first: number, last: number): string | null {
    const { words } = this.reading;
    const start = words[first]!.lower === 'the' ? first + 1 : first;
    if (last - start > 3 || start >= last) return null;
    return countries.get(this.reading.plain.slice(words[start]!.start, words[last - 1]!.end)) ?? null;
  }
}

const POSSESSIVES = new Set(["'s", "'"]);
const WRITINGS = new Set(
  'report reports article story statement letter memo study survey poll analysis book interview tweet post account editorial column op-ed filing release email documents'.split(
    ' ',
  ),
);
const AUTHORED = new Set(['from', 'by', 'in', 'of']);

const one = (name: string | null): readonly string[] => (name === null ? [] : [name]);

/** Where a source's head ends. */
const BREAKS = new Set(
  'of for at in from with on to by about against among who whom whose which that when where and or as but briefed familiar close speaking working including like'.split(
    ' ',
  ),
);

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
