import { type Gazetteer, gazetteer } from './gazetteer.ts';
import { COLLECTIVES, COMMON, PARTICLES, sameGivenName } from './lexicon.ts';
import { bearerOf, genderOfTitle, type Member, nameOf } from './member.ts';
import { findCandidates } from './names.ts';
import { armOfPlace, bodyByLetters } from './organisations.ts';
import { isDouble, partsOf, samePerson } from './parts.ts';
import type { Alias, Person } from './person.ts';
import { isAcronym, type Reading, read } from './reading.ts';
import { Register } from './register.ts';
import { rolesAround } from './roles.ts';
import type { Candidate } from './runs.ts';
import { ShortNames } from './short-names.ts';
import { actsLikePerson, namesBearer } from './usage.ts';

/**
 * The people and organisations `text` names, in the order they first appear. Names that cannot be told from places,
 * laws or titles of works are left out. A surname alone belongs to the one person whose first name the text gives.
 * `aliases` take precedence over the built-in tables. Linear in the length of the text.
 */
export function findPeople(text: string, aliases: readonly Alias[] = NONE): Person[] {
  const reading = read(text);
  const known = gazetteer(aliases);
  const candidates = findCandidates(reading, known);
  const cast = new Cast(reading, known);
  for (const candidate of candidates) if (candidate.entry) cast.addKnown(candidate, candidates);
  for (const candidate of candidates) if (!candidate.entry) cast.addFull(candidate, candidates);
  for (const candidate of candidates) if (!candidate.entry) cast.addShort(candidate, candidates);
  cast.addRest(candidates);
  return cast.people();
}

const NONE: readonly Alias[] = [];

/** Collects the people and organisations a text names. */
class Cast {
  private readonly register = new Register();
  private readonly shortNames: ShortNames;
  private readonly taken = new Set<Candidate>();
  private readonly doubtful: Candidate[] = [];
  /** Abbreviations the tables know, but which this text seems to use for something else. */
  private readonly abbreviations: Candidate[] = [];
  private readonly reading: Reading;
  private readonly known: Gazetteer;

  constructor(reading: Reading, known: Gazetteer) {
    this.reading = reading;
    this.known = known;
    this.shortNames = new ShortNames(reading, this.register);
  }

  addKnown(candidate: Candidate, all: readonly Candidate[]): void {
    const { name, type } = candidate.entry!;
    if (type === 'hidden') {
      this.taken.add(candidate);
      return;
    }
    if (candidate.last - candidate.first === 1 && this.isSpelledOut(candidate, all)) {
      this.abbreviations.push(candidate);
      return;
    }
    // A one-word institution may be somebody's surname. This is decided once the full names are known.
    if (candidate.last - candidate.first === 1 && !isAcronym(nameOf(this.reading, candidate)))
      this.doubtful.push(candidate);
    else this.attach(candidate, type === 'person' ? this.register.person(name) : this.register.body(name));
  }

  /** Whether an earlier name, of a body in no table, has the letters of an abbreviation. */
  private isSpelledOut(candidate: Candidate, all: readonly Candidate[]): boolean {
    const short = nameOf(this.reading, candidate);
    // This comes first for speed: few names are abbreviations, and the search below goes through all that was found.
    if (!isAcronym(short)) return false;
    const bodies = all.filter(
      ({ type, entry, start }) => type === 'organisation' && entry === null && start < candidate.start,
    );
    const named = bodies.map((body) => ({ name: nameOf(this.reading, body) }));
    return bodyByLetters(named, short) !== null;
  }

  /** Names of more than one word. */
  addFull(candidate: Candidate, all: readonly Candidate[]): void {
    const name = nameOf(this.reading, candidate);
    if (candidate.type === 'organisation') {
      this.attach(candidate, this.register.body(name));
      this.defineAcronym(candidate);
      return;
    }
    const parts = partsOf(name);
    // "Le Pen" is a surname of two words.
    if (parts.given === '' || PARTICLES.has(parts.given.toLowerCase())) return;
    const entry = this.known.entry(name);
    if (entry?.type === 'hidden') return;
    const namesakes = this.register.ofSurname(parts.surname);
    // "Mr. Vander Plaats", "Kapor Klein": a surname of two words.
    const long = namesakes.filter((member) => member.name.endsWith(` ${name}`));
    const doubled =
      candidate.title !== null || (long.length === 1 && isDouble(name, long[0]!.parts!))
        ? long[0]
        : undefined;
    if (!doubled && candidate.type === 'name' && !actsLikePerson(this.reading, candidate, parts.surname, all))
      return;
    const same = namesakes.find((member) => samePerson(member.parts!, parts)) ?? doubled;
    this.attach(candidate, same ?? this.register.person(name, parts));
  }

  /** Names of one word. */
  addShort(candidate: Candidate, all: readonly Candidate[]): void {
    if (this.taken.has(candidate)) return;
    const surname =
      candidate.last - candidate.first === 1 || PARTICLES.has(this.reading.words[candidate.first]!.lower);
    const member = surname
      ? this.shortNames.meant(candidate, all)
      : (this.shortNames.junior(candidate) ?? this.defineAcronym(candidate));
    if (member) this.attach(candidate, member);
  }

  /** Adds what can only be told once all names are known. */
  addRest(candidates: readonly Candidate[]): void {
    this.addAbbreviations();
    this.addDoubtful();
    this.addUncovered(candidates);
    this.addCalledAfter();
  }

  private addAbbreviations(): void {
    for (const candidate of this.abbreviations) {
      const meant = this.shortNames.bodyByLetters(candidate);
      this.attach(candidate, meant ?? this.register.body(candidate.entry!.name));
    }
  }

  /** Adds institutions that might have been surnames. */
  private addDoubtful(): void {
    for (const candidate of this.doubtful) {
      const person = this.shortNames.bearer(candidate);
      this.attach(candidate, person ?? this.register.body(candidate.entry!.name));
    }
  }

  /** Adds surnames in headlines, surnames that are also common words, and arms of places ("Springfield police"). */
  private addUncovered(candidates: readonly Candidate[]): void {
    const { words } = this.reading;
    const covered = new Uint8Array(words.length);
    for (const { first, last } of candidates) covered.fill(1, first, last);
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const arm = armOfPlace(this.reading, i, this.known);
      if (arm) this.register.body(arm.name).mentions.push({ start: arm.start, end: arm.end });
      if (!word.capital || covered[i]) continue;
      const namesakes = this.register.ofSurname(word.text);
      if (namesakes.length === 0) continue;
      if (word.headline ? COMMON.has(word.lower) : !namesBearer(this.reading, i)) continue;
      const person = bearerOf(this.reading, word.text, namesakes, null);
      if (!person) continue;
      const previous = words[i - 1];
      const start =
        previous && person.parts && sameGivenName(previous.text, person.parts.given)
          ? previous.start
          : word.start;
      person.mentions.push({ start, end: word.end });
    }
  }

  /** Adds bodies called after a person: "the Trump administration". */
  private addCalledAfter(): void {
    const { words } = this.reading;
    for (const member of [...this.register.members]) {
      if (member.type !== 'person') continue;
      for (const mention of member.mentions) {
        let at = this.reading.at(mention.end);
        if (words[at]?.text === "'s" && words[at + 1]?.lower !== 'team') at++;
        const next = words[at];
        if (!next || !COLLECTIVES.has(next.lower) || !next.joined) continue;
        const surname = member.parts?.surname || member.name;
        const body = this.register.body(`${surname} ${next.lower}`);
        const start = Math.max(mention.start, mention.end - surname.length);
        body.mentions.push({ start, end: next.end });
      }
    }
  }

  people(): Person[] {
    return this.register.people();
  }

  private attach(candidate: Candidate, member: Member): void {
    this.taken.add(candidate);
    member.mentions.push({ start: candidate.start, end: candidate.end });
    const form = nameOf(this.reading, candidate);
    if (!this.reading.words[candidate.first]!.signed)
      member.forms.set(form, (member.forms.get(form) ?? 0) + 1);
    if (member.type !== 'person') return;
    member.gender ??= genderOfTitle(this.reading, candidate);
    member.roles.push(...rolesAround(this.reading, candidate));
  }

  /** "National Farmers Union (NFU)": makes the abbreviation another name for the body before it. */
  private defineAcronym(candidate: Candidate): Member | null {
    const { words } = this.reading;
    const acronym = words[candidate.last + 1];
    if (words[candidate.last]?.text !== '(' || !acronym || words[candidate.last + 2]?.text !== ')')
      return null;
    if (!isAcronym(acronym.text)) return null;
    const body = this.register.body(nameOf(this.reading, candidate));
    this.register.nameAlso(body, acronym.text);
    return body;
  }
}
