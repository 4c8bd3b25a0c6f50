import { fold } from './fold.ts';
import { genderOfGivenName } from './lexicon.ts';
import type { Member } from './member.ts';
import { canonical, type Parts, partsOf, surnameKey } from './parts.ts';
import type { Person } from './person.ts';

/** Everybody a text names so far, to be found again by name, surname or first name. */
export class Register {
  readonly members: Member[] = [];
  private readonly byName = new Map<string, Member>();
  private readonly bySurname = new Map<string, Member[]>();
  private readonly byGiven = new Map<string, Member[]>();

  /** The person with this name, entered if there is none. `parts` are those of the name, where they are known. */
  person(name: string, parts: Parts | null = null): Member {
    return this.byName.get(keyOf('person', name)) ?? this.enter(name, 'person', parts ?? partsOf(name));
  }

  /** The body with this name, entered if there is none. "Elm Foods Inc." is Elm Foods. */
  body(name: string): Member {
    const known = this.byName.get(keyOf('organisation', name.replace(LEGAL_FORM, '')));
    return known ?? this.enter(name, 'organisation', null);
  }

  /** The body that has this name, or has been given it; undefined if there is none. */
  knownBody(name: string): Member | undefined {
    return this.byName.get(keyOf('organisation', name));
  }

  /** Gives a body another name. */
  nameAlso(body: Member, name: string): void {
    this.byName.set(keyOf('organisation', name), body);
  }

  /** People with a surname, in the order they were entered. */
  ofSurname(surname: string): readonly Member[] {
    return this.bySurname.get(surnameKey(surname)) ?? [];
  }

  /** People with a first name, as written. */
  ofGivenName(given: string): readonly Member[] {
    return this.byGiven.get(given) ?? [];
  }

  /** The bodies, in the order they were entered. */
  bodies(): readonly Member[] {
    return this.members.filter(({ type }) => type === 'organisation');
  }

  /** Everybody who is mentioned, in the order of their first mentions. */
  people(): Person[] {
    const people: Person[] = [];
    for (const { name, type, mentions, roles, forms, parts } of this.members)
      if (mentions.length > 0)
        people.push({
          name: parts ? canonical(name, forms) : name,
          type,
          mentions: mentions.sort((a, b) => a.start - b.start),
          roles: roles.sort((a, b) => a.start - b.start),
        });
    return people.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
  }

  private enter(name: string, type: Person['type'], parts: Parts | null): Member {
    const gender = parts && genderOfGivenName(parts.given);
    const member: Member = { name, type, mentions: [], roles: [], parts, forms: new Map(), gender };
    this.byName.set(keyOf(type, type === 'organisation' ? name.replace(LEGAL_FORM, '') : name), member);
    this.members.push(member);
    if (parts) {
      put(this.bySurname, surnameKey(parts.surname), member);
      if (parts.given) put(this.byGiven, parts.given, member);
    }
    return member;
  }
}

const keyOf = (type: Person['type'], name: string): string => `${type} ${fold(name)}`;

const LEGAL_FORM = /(?<=\p{L}{2} \p{L}+),? (?:Inc|Corp|Ltd|LLC|PLC|plc|Co)\.?$/u;

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
