import type { Span } from '../text/span.ts';
import { figure } from './gazetteer.ts';
import { type Gender, genderOfRole } from './lexicon.ts';
import { type Parts, partsOf, personalName } from './parts.ts';
import type { Person } from './person.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './runs.ts';

/** Somebody a text names, as far as it has been read. */
export interface Member {
  name: string;
  readonly type: Person['type'];
  readonly mentions: Span[];
  readonly roles: Span[];
  /** Parts of a person's name; null for organisations. */
  readonly parts: Parts | null;
  readonly forms: Map<string, number>;
  /** As told by the first name, or else by the first title before the name. */
  gender: Gender | null;
}

/** Where somebody is first named. */
export const firstOf = ({ mentions }: Member): number =>
  mentions.reduce((first, { start }) => Math.min(first, start), Infinity);

/**
 * The one of several people with the same surname that a mention of it means. It must fit the mention's title and have
 * been named before. Among those, it is the one the press calls by surname alone, or the one the text named first,
 * unless somebody else was named in full right before.
 */
export function bearerOf(
  reading: Reading,
  surname: string,
  namesakes: readonly Member[],
  candidate: Candidate | null,
): Member | null {
  if (namesakes.length < 2) {
    const only = namesakes[0] ?? null;
    return candidate === null || only === null || agrees(reading, candidate, only.gender) ? only : null;
  }
  if (!candidate) return namesakes.find(({ name }) => figure(partsOf(name).surname) === name) ?? null;
  const fitting = namesakes.filter(({ gender }) => agrees(reading, candidate, gender));
  const before = fitting.filter((member) =>
    member.mentions.some((mention) => mention.start < candidate.start),
  );
  if (before.length < 2) return before[0] ?? (fitting.length === 1 ? fitting[0]! : null);
  const known = before.find(({ name }) => figure(partsOf(name).surname) === name);
  const first = known ?? before.reduce((a, b) => (firstOf(a) <= firstOf(b) ? a : b));
  // Once the text uses the surname alone for somebody again and again, it keeps doing so: relatives get their first
  // names.
  if (before.every((member) => (member.forms.get(surname) ?? 0) >= HABIT === (member === first)))
    return first;
  const sentence = reading.sentenceAt(candidate.start);
  const rival = before.some(
    (member) =>
      member !== first &&
      member.mentions.some(
        ({ start }) => start < candidate.start && sentence - reading.sentenceAt(start) <= (known ? 0 : 1),
      ),
  );
  // A surname does not tell a father from a son of the same name.
  const namesake =
    !known && before.some((member) => member !== first && member.parts!.given === first.parts!.given);
  return rival || namesake ? null : first;
}

/** After this many uses of the surname alone for one person, it means them for good. */
const HABIT = 3;

/**
 * Whether the title before a mention allows it to mean somebody of a gender: "Mrs. Hill" is neither Tom Hill nor an
 * earlier Mr. Hill.
 */
export function agrees(reading: Reading, candidate: Candidate, gender: Gender | null): boolean {
  const told = genderOfTitle(reading, candidate);
  return told === null || gender === null || told === gender;
}

/** The gender that the title before a mention tells, or null. */
export function genderOfTitle(reading: Reading, { title, first }: Candidate): Gender | null {
  for (let i = title ?? first; i < first; i++) {
    const gender = genderOfRole(reading.words[i]!.lower);
    if (gender) return gender;
  }
  return null;
}

/** The name at a candidate, on one line. A person's is without letters behind it, and not all in capitals. */
export function nameOf({ plain }: Reading, { start, end, type }: Candidate): string {
  const written = plain.slice(start, end).replace(/\s+/g, ' ');
  return type === 'organisation' ? written : personalName(written);
}
