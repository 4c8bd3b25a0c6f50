import type { Span } from '../text/span.ts';
import { figure } from './gazetteer.ts';
import { type Gender, genderOfRole } from './lexicon.ts';
import { type Parts, partsOf } from './parts.ts';
import type { Person } from './person.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './runs.ts';

/** Somebody whom a text names, as far as it was read. */
export interface Member {
  name: string;
  readonly type: Person['type'];
  readonly mentions: Span[];
  readonly roles: Span[];
  /** Parts of a person's name; null for organisations. */
  readonly parts: Parts | null;
  readonly forms: Map<string, number>;
  /** As the first name tells it, or else the first title before theirs. */
  gender: Gender | null;
}

/** Where they are named first. */
export const firstOf = ({ mentions }: Member): number =>
  mentions.reduce((first, { start }) => Math.min(first, start), Infinity);

/**
 * The one among people of one surname whom a mention by it means: of those who fit its title and have been named before, whom the press
 * calls by the surname alone or whom the text named first, unless another was named by their full name right before it.
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
  // Whom the text calls by the surname again and again keeps it: their relatives get first names.
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
  // Of a father and a son of one name the surname tells neither.
  const namesake =
    !known && before.some((member) => member !== first && member.parts!.given === first.parts!.given);
  return rival || namesake ? null : first;
}

/** How often somebody is called by the surname alone whom it then means for good. */
const HABIT = 3;

/** Whether the title before a mention lets it mean somebody of a gender: "Mrs. Hill" is not Tom Hill, nor whom the text called Mr. Hill. */
export function agrees(reading: Reading, candidate: Candidate, gender: Gender | null): boolean {
  const told = genderOfTitle(reading, candidate);
  return told === null || gender === null || told === gender;
}

/** What the title before a mention tells of whom it names. */
export function genderOfTitle(reading: Reading, { title, first }: Candidate): Gender | null {
  for (let i = title ?? first; i < first; i++) {
    const gender = genderOfRole(reading.words[i]!.lower);
    if (gender) return gender;
  }
  return null;
}
