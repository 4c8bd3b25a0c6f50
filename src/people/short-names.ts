import { differByOne } from './fold.ts';
import { figure } from './gazetteer.ts';
import { COMMON, genderOfGivenName, isGivenName, PARTICLES } from './lexicon.ts';
import { agrees, bearerOf, firstOf, type Member, nameOf } from './member.ts';
import { bodyByLetters, bodyByWord } from './organisations.ts';
import { partsOf, samePerson } from './parts.ts';
import { isAcronym, type Reading } from './reading.ts';
import type { Register } from './register.ts';
import type { Candidate } from './runs.ts';
import { actsLikeName, isRelative } from './usage.ts';

/** Tells whom short names mean, such as surnames and abbreviations, by the full names in a register. */
export class ShortNames {
  private readonly reading: Reading;
  private readonly register: Register;

  constructor(reading: Reading, register: Register) {
    this.reading = reading;
    this.register = register;
  }

  /** Whom a name of one word means. Null if nobody, or one of several. */
  meant(candidate: Candidate, all: readonly Candidate[]): Member | null {
    const name = nameOf(this.reading, candidate);
    const namesakes = this.namesakesOf(candidate, name);
    const regnal = this.regnalName(candidate);
    if (regnal && namesakes.length === 0) return this.register.person(regnal);
    const famous = this.famous(candidate, name);
    if (famous && this.isAnother(famous, namesakes, candidate)) return this.register.person(famous);
    if (namesakes.length > 0)
      return bearerOf(this.reading, name, namesakes, candidate) ?? this.spouse(namesakes, candidate);
    return (
      this.byGivenName(candidate, name) ??
      this.register.knownBody(name) ??
      this.bodyByLetters(candidate) ??
      this.bodyWith(candidate, name) ??
      this.misspelt(name) ??
      this.newcomer(candidate, name, all)
    );
  }

  /** The people with a surname, together with the particle before it where the text has them so: "von Holt". */
  private namesakesOf({ first }: Candidate, name: string): readonly Member[] {
    const particle = this.reading.words[first - 1]?.text ?? '';
    const joined = PARTICLES.has(particle) ? this.register.ofSurname(`${particle} ${name}`) : [];
    return joined.length > 0 ? joined : this.register.ofSurname(name);
  }

  /** The full name of somebody the press calls by surname alone; null if the title before it does not fit them. */
  private famous(candidate: Candidate, name: string): string | null {
    const listed = figure(name);
    if (listed === null) return null;
    return agrees(this.reading, candidate, genderOfGivenName(partsOf(listed).given)) ? listed : null;
  }

  /** Whether all people with the surname are introduced only later, and none of them is the famous one. */
  private isAnother(famous: string, namesakes: readonly Member[], { start }: Candidate): boolean {
    const parts = partsOf(famous);
    return namesakes.every((each) => start < firstOf(each) && !samePerson(each.parts!, parts));
  }

  /**
   * "Mr. Hill" where the text has mentioned "her husband Tom": the only spouse without a surname of their own. Null
   * unless the one known bearer of the surname is of the other sex.
   */
  private spouse(namesakes: readonly Member[], candidate: Candidate): Member | null {
    const [other] = namesakes;
    if (namesakes.length > 1 || !other || agrees(this.reading, candidate, other.gender)) return null;
    const spouses = this.register.members.filter(
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

  /** "Pope Linus": the name with its title, where the title is part of it. Null for anybody else. */
  private regnalName(candidate: Candidate): string | null {
    const title = this.reading.words[candidate.first - 1];
    return candidate.title !== null && title?.capital && REGNAL.has(title.lower)
      ? `${title.text} ${nameOf(this.reading, candidate)}`
      : null;
  }

  /** The one person with a first name, which a title before it only leaves as one if it is "Sir" or "Dame". */
  private byGivenName(candidate: Candidate, name: string): Member | null {
    const bearers = this.register.ofGivenName(name);
    return bearers.length === 1 && (candidate.title === null || this.isKnighted(candidate))
      ? bearers[0]!
      : null;
  }

  /** "Sir Tom": somebody with a title that goes before first names. */
  private isKnighted({ first }: Candidate): boolean {
    return KNIGHTED.has(this.reading.words[first - 1]?.lower ?? '');
  }

  /**
   * The one body named earlier that an abbreviation stands for. Null if there is none, or if the name is no
   * abbreviation.
   */
  bodyByLetters(candidate: Candidate): Member | null {
    const short = nameOf(this.reading, candidate);
    if (!isAcronym(short)) return null;
    const bodies = this.register.bodies().filter((body) => firstOf(body) < candidate.start);
    return bodyByLetters(bodies, short);
  }

  /** The body with a word in its name. Police may be any police, unless some have been named. */
  private bodyWith({ start }: Candidate, name: string): Member | null {
    const body = bodyByWord(this.register.bodies(), name);
    return body && (name !== 'Police' || firstOf(body) < start) ? body : null;
  }

  /** The one person whose long surname differs from `name` by a single letter. */
  private misspelt(name: string): Member | null {
    if (name.length < LONG_SURNAME || isGivenName(name) || COMMON.has(name.toLowerCase())) return null;
    const meant = this.register.members.filter(
      ({ parts }) => parts?.given && differByOne(parts.surname, name),
    );
    return meant.length === 1 ? meant[0]! : null;
  }

  /** Somebody who has only this name; null if it does not act like one. */
  private newcomer(candidate: Candidate, name: string, all: readonly Candidate[]): Member | null {
    if (candidate.type === 'person') return this.register.person(name);
    if (!actsLikeName(this.reading, candidate, all)) return null;
    return (isGivenName(name) && !isAcronym(name)) || isRelative(this.reading, candidate)
      ? this.register.person(name)
      : this.register.body(name);
  }

  /** "Hill Jr.", where the text gives his first name elsewhere. */
  junior(candidate: Candidate): Member | null {
    const { given, surname, suffix } = partsOf(nameOf(this.reading, candidate));
    if (given !== '' || suffix === '') return null;
    const same = this.register.ofSurname(surname).filter(({ parts }) => parts!.suffix === suffix);
    return same.length === 1 ? same[0]! : null;
  }

  /** The person with this surname; null if it belongs to nobody, or to one of several. */
  bearer(candidate: Candidate): Member | null {
    const name = nameOf(this.reading, candidate);
    return bearerOf(this.reading, name, this.register.ofSurname(name), candidate);
  }
}

/** Titles that go before a first name and belong to the name. */
const REGNAL = new Set(['pope', 'queen', 'princess']);
const KNIGHTED = new Set(['sir', 'dame']);
/** Two different surnames of at least this length seldom differ by only one letter. */
const LONG_SURNAME = 8;

const SPOUSE = /(?:^|\s)(?:husband|wife)$/;
