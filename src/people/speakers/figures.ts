import type { Gazetteer } from '../gazetteer.ts';
import { FUNCTION, type Gender, genderOfGivenName, genderOfRole } from '../lexicon.ts';
import { partsOf } from '../parts.ts';
import type { Person } from '../person.ts';
import type { Reading } from '../reading.ts';
import { KIN } from '../roles.ts';
import { affiliationOf } from './affiliation.ts';
import { kindByName } from './bodies.ts';
import type { Figure } from './scene.ts';

const NO_AFFILIATION = { party: null, place: null };

/** Makes a figure of somebody a document names, from what the document and the tables say about them. */
export function figureOf(person: Person, reading: Reading, known: Gazetteer): Figure {
  const { name, type, mentions } = person;
  const isPerson = type === 'person';
  return {
    name,
    type,
    mentions,
    gender: isPerson ? genderOf(person, reading) : null,
    roles: [
      ...(isPerson ? reignIn(name) : []),
      ...person.roles.map(({ start, end }) => reading.plain.slice(start, end).toLowerCase()),
    ],
    kind: isPerson ? '' : known.entry(name)?.kind || kindByName(name),
    affiliation: isPerson ? affiliationOf(reading, person) : NO_AFFILIATION,
  };
}

/** What a name tells of somebody that nobody but them reigns as: "Prince Holm". */
function reignIn(name: string): string[] {
  const [title = '', ...rest] = name.toLowerCase().split(' ');
  return rest.length > 0 && REIGNS.has(title) ? [title] : [];
}

const REIGNS = new Set([
  'prince',
  'princess',
  'king',
  'queen',
  'pope',
  'emperor',
  'empress',
  'sultan',
  'emir',
]);

/** A person's gender, as told by a word before their name ("Mrs.", "spokeswoman"), by a role, or else by their first name. */
function genderOf(person: Person, reading: Reading): Gender | null {
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
      if (gender && !OTHERS.has(word)) return gender;
    }
  return genderOfGivenName(partsOf(person.name).given || person.name);
}

/** In a role these are often somebody else: "father of the bride's sister". */
const OTHERS = new Set([...KIN, 'queen', 'king', 'prince', 'princess']);
