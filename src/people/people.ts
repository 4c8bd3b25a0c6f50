import { differByOne, fold } from './fold.ts';
import { figure, type Gazetteer, gazetteer } from './gazetteer.ts';
import { COLLECTIVES, COMMON, genderOfGivenName, isGivenName, PARTICLES, sameGivenName } from './lexicon.ts';
import { agrees, bearerOf, firstOf, genderOfTitle, type Member } from './member.ts';
import { findCandidates } from './names.ts';
import { armOfPlace, bodyByLetters, bodyByWord } from './organisations.ts';
import { canonical, isDouble, type Parts, partsOf, personalName, samePerson, surnameKey } from './parts.ts';
import type { Alias, Person } from './person.ts';
import { isAcronym, type Reading, read } from './reading.ts';
import { rolesAround } from './roles.ts';
import type { Candidate } from './runs.ts';
import { actsLikeName, actsLikePerson, isRelative, namesBearer } from './usage.ts';

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
  readonly members: Member[] = [];
  private readonly byName = new Map<string, Member>();
  private readonly bySurname = new Map<string, Member[]>();
  private readonly byGiven = new Map<string, Member[]>();
  private readonly taken = new Set<Candidate>();
  private readonly doubtful: Candidate[] = [];
  /** Abbreviations the tables know, but which this text seems to use for something else. */
  private readonly abbreviations: Candidate[] = [];
  private readonly reading: Reading;
  private readonly known: Gazetteer;

  constructor(reading: Reading, known: Gazetteer) {
    this.reading = reading;
    this.known = known;
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
    if (candidate.last - candidate.first === 1 && !isAcronym(this.text(candidate)))
      this.doubtful.push(candidate);
    else this.attach(candidate, this.member(name, type === 'person' ? 'person' : 'organisation'));
  }

  /** Whether an earlier name, of a body in no table, has the letters of an abbreviation. */
  private isSpelledOut(candidate: Candidate, all: readonly Candidate[]): boolean {
    const short = this.text(candidate);
    // This comes first for speed: few names are abbreviations, and the search below goes through all that was found.
    if (!isAcronym(short)) return false;
    const bodies = all.filter(
      ({ type, entry, start }) => type === 'organisation' && entry === null && start < candidate.start,
    );
    const named = bodies.map((body) => ({ name: this.text(body) }));
    return bodyByLetters(named, short) !== null;
  }

  /**
   * The one body named earlier that an abbreviation stands for. Null if there is none, or if the name is no
   * abbreviation.
   */
  private bodyInShort(candidate: Candidate): Member | null {
    const short = this.text(candidate);
    if (!isAcronym(short)) return null;
    const bodies = this.members.filter(
      (member) => member.type === 'organisation' && firstOf(member) < candidate.start,
    );
    return bodyByLetters(bodies, short);
  }

  /** Names of more than one word. */
  addFull(candidate: Candidate, all: readonly Candidate[]): void {
    const name = this.text(candidate);
    if (candidate.type === 'organisation') {
      this.attach(candidate, this.member(name, 'organisation'));
      this.defineAcronym(candidate);
      return;
    }
    const parts = partsOf(name);
    // "Le Pen" is a surname of two words.
    if (parts.given === '' || PARTICLES.has(parts.given.toLowerCase())) return;
    const entry = this.known.entry(name);
    if (entry?.type === 'hidden') return;
    const namesakes = this.bySurname.get(surnameKey(parts.surname)) ?? [];
    // "Mr. Vander Plaats", "Kapor Klein": a surname of two words.
    const long = namesakes.filter((member) => member.name.endsWith(` ${name}`));
    const doubled =
      candidate.title !== null || (long.length === 1 && isDouble(name, long[0]!.parts!))
        ? long[0]
        : undefined;
    if (!doubled && candidate.type === 'name' && !actsLikePerson(this.reading, candidate, parts.surname, all))
      return;
    const same = namesakes.find((member) => samePerson(member.parts!, parts)) ?? doubled;
    this.attach(candidate, same ?? this.member(name, 'person', parts));
  }

  /** Names of one word. */
  addShort(candidate: Candidate, all: readonly Candidate[]): void {
    if (this.taken.has(candidate)) return;
    const surname =
      candidate.last - candidate.first === 1 || PARTICLES.has(this.reading.words[candidate.first]!.lower);
    const member = surname
      ? this.shortFor(candidate, all)
      : (this.junior(candidate) ?? this.defineAcronym(candidate));
    if (member) this.attach(candidate, member);
  }

  /** The one person whose long surname differs from `name` by a single letter. */
  private misspelt(name: string): Member | null {
    if (name.length < LONG_SURNAME || isGivenName(name) || COMMON.has(name.toLowerCase())) return null;
    const meant = this.members.filter(({ parts }) => parts?.given && differByOne(parts.surname, name));
    return meant.length === 1 ? meant[0]! : null;
  }

  /** "Hill Jr.", where the text gives his first name elsewhere. */
  private junior(candidate: Candidate): Member | null {
    const { given, surname, suffix } = partsOf(this.text(candidate));
    if (given !== '' || suffix === '') return null;
    const same = (this.bySurname.get(surnameKey(surname)) ?? []).filter(
      ({ parts }) => parts!.suffix === suffix,
    );
    return same.length === 1 ? same[0]! : null;
  }

  /** Whom a name of one word means. Null if nobody, or one of several. */
  private shortFor(candidate: Candidate, all: readonly Candidate[]): Member | null {
    const name = this.text(candidate);
    const particle = this.reading.words[candidate.first - 1];
    const namesakes =
      (particle &&
        PARTICLES.has(particle.text) &&
        this.bySurname.get(surnameKey(`${particle.text} ${name}`))) ||
      (this.bySurname.get(surnameKey(name)) ?? []);
    const listed = figure(name);
    const known =
      listed !== null && agrees(this.reading, candidate, genderOfGivenName(partsOf(listed).given))
        ? listed
        : null;
    const regnal = this.regnalName(candidate);
    if (regnal && namesakes.length === 0) return this.member(regnal, 'person', partsOf(regnal));
    // The press calls famous people by the surname alone. Somebody of that surname whose first name comes later is
    // another person.
    const one = known === null ? null : partsOf(known);
    if (one && namesakes.every((each) => candidate.start < firstOf(each) && !samePerson(each.parts!, one)))
      return this.member(known!, 'person', one);
    if (namesakes.length > 0) return this.bearer(namesakes, candidate) ?? this.spouse(namesakes, candidate);
    const bearers = this.byGiven.get(name) ?? [];
    if (bearers.length === 1 && (candidate.title === null || this.isKnighted(candidate))) return bearers[0]!;
    const spelledOut = this.byName.get(`organisation ${fold(name)}`);
    if (spelledOut) return spelledOut;
    const abbreviated = this.bodyInShort(candidate);
    if (abbreviated) return abbreviated;
    if (known) return this.member(known, 'person', partsOf(known));
    const bodies = this.members.filter(({ type }) => type === 'organisation');
    const body = bodyByWord(bodies, name);
    // Police may be any police, unless some have been named.
    if (body && (name !== 'Police' || firstOf(body) < candidate.start)) return body;
    const misspelt = this.misspelt(name);
    if (misspelt) return misspelt;
    if (candidate.type === 'person') return this.member(name, 'person', partsOf(name));
    if (!actsLikeName(this.reading, candidate, all)) return null;
    return (isGivenName(name) && !isAcronym(name)) || isRelative(this.reading, candidate)
      ? this.member(name, 'person', partsOf(name))
      : this.member(name, 'organisation');
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
      const meant = this.bodyInShort(candidate);
      this.attach(candidate, meant ?? this.member(candidate.entry!.name, 'organisation'));
    }
  }

  /** Adds institutions that might have been surnames. */
  private addDoubtful(): void {
    for (const candidate of this.doubtful) {
      const namesakes = this.bySurname.get(surnameKey(this.text(candidate))) ?? [];
      const person = this.bearer(namesakes, candidate);
      this.attach(candidate, person ?? this.member(candidate.entry!.name, 'organisation'));
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
      if (arm) this.member(arm.name, 'organisation').mentions.push({ start: arm.start, end: arm.end });
      if (!word.capital || covered[i]) continue;
      const namesakes = this.bySurname.get(word.lower) ?? this.bySurname.get(surnameKey(word.text)) ?? [];
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
    for (const member of [...this.members]) {
      if (member.type !== 'person') continue;
      for (const mention of member.mentions) {
        let at = this.reading.at(mention.end);
        if (words[at]?.text === "'s" && words[at + 1]?.lower !== 'team') at++;
        const next = words[at];
        if (!next || !COLLECTIVES.has(next.lower) || !next.joined) continue;
        const surname = member.parts?.surname || member.name;
        const body = this.member(`${surname} ${next.lower}`, 'organisation');
        const start = Math.max(mention.start, mention.end - surname.length);
        body.mentions.push({ start, end: next.end });
      }
    }
  }

  people(): Person[] {
    return this.members
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ name, type, mentions, roles, forms, parts }) => ({
        name: type === 'person' && parts ? canonical(name, forms) : name,
        type,
        mentions: mentions.sort((a, b) => a.start - b.start),
        roles: roles.sort((a, b) => a.start - b.start),
      }))
      .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
  }

  private text({ start, end, type }: Candidate): string {
    const written = this.reading.plain.slice(start, end).replace(/\s+/g, ' ');
    return type === 'organisation' ? written : personalName(written);
  }

  private member(name: string, type: Person['type'], parts: Parts | null = null): Member {
    const key = `${type} ${fold(type === 'organisation' ? name.replace(LEGAL_FORM, '') : name)}`;
    const known = this.byName.get(key);
    if (known) return known;
    const made: Member = {
      name,
      type,
      mentions: [],
      roles: [],
      parts: type === 'person' ? (parts ?? partsOf(name)) : null,
      forms: new Map(),
      gender: null,
    };
    if (made.parts) made.gender = genderOfGivenName(made.parts.given);
    this.byName.set(key, made);
    this.members.push(made);
    if (made.parts) {
      put(this.bySurname, surnameKey(made.parts.surname), made);
      if (made.parts.given) put(this.byGiven, made.parts.given, made);
    }
    return made;
  }

  private attach(candidate: Candidate, member: Member): void {
    this.taken.add(candidate);
    member.mentions.push({ start: candidate.start, end: candidate.end });
    const form = this.text(candidate);
    if (!this.reading.words[candidate.first]!.signed)
      member.forms.set(form, (member.forms.get(form) ?? 0) + 1);
    if (member.type !== 'person') return;
    member.gender ??= genderOfTitle(this.reading, candidate);
    member.roles.push(...rolesAround(this.reading, candidate));
  }

  private bearer(namesakes: readonly Member[], candidate: Candidate): Member | null {
    return bearerOf(this.reading, this.text(candidate), namesakes, candidate);
  }

  /**
   * "Mr. Hill" where the text has mentioned "her husband Tom": the only spouse without a surname of their own. Null
   * unless the one known bearer of the surname is of the other sex.
   */
  private spouse(namesakes: readonly Member[], candidate: Candidate): Member | null {
    const [other] = namesakes;
    if (namesakes.length > 1 || !other || agrees(this.reading, candidate, other.gender)) return null;
    const spouses = this.members.filter(
      ({ parts, gender, roles }) =>
        parts?.given === '' &&
        roles.some(({ start, end }) => SPOUSE.test(this.reading.plain.slice(start, end))) &&
        agrees(this.reading, candidate, gender),
    );
    if (spouses.length !== 1) return null;
    const spouse = spouses[0]!;
    spouse.name = `${spouse.name} ${other.parts!.surname}`;
    return spouse;
  }

  /** "Sir Tom": somebody with a title that goes before first names. */
  private isKnighted({ first }: Candidate): boolean {
    return KNIGHTED.has(this.reading.words[first - 1]?.lower ?? '');
  }

  /** "Pope Linus": the name with its title, where the title is part of it. Null for anybody else. */
  private regnalName(candidate: Candidate): string | null {
    const title = this.reading.words[candidate.first - 1];
    return candidate.title !== null && title?.capital && REGNAL.has(title.lower)
      ? `${title.text} ${this.text(candidate)}`
      : null;
  }

  /** "National Farmers Union (NFU)": makes the abbreviation another name for the body before it. */
  private defineAcronym(candidate: Candidate): Member | null {
    const { words } = this.reading;
    const acronym = words[candidate.last + 1];
    if (words[candidate.last]?.text !== '(' || !acronym || words[candidate.last + 2]?.text !== ')')
      return null;
    if (!isAcronym(acronym.text)) return null;
    const member = this.member(this.text(candidate), 'organisation');
    this.byName.set(`organisation ${fold(acronym.text)}`, member);
    return member;
  }
}

/** Titles that go before a first name and belong to the name. */
const REGNAL = new Set(['pope', 'queen', 'princess']);
const KNIGHTED = new Set(['sir', 'dame']);
/** Two different surnames of at least this length seldom differ by only one letter. */
const LONG_SURNAME = 8;

const SPOUSE = /(?:^|\s)(?:husband|wife)$/;

/** "Elm Foods Inc." is Elm Foods. */
const LEGAL_FORM = /(?<=\p{L}{2} \p{L}+),? (?:Inc|Corp|Ltd|LLC|PLC|plc|Co)\.?$/u;

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
