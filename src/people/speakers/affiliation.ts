import { PLACES } from '../lexicon.ts';
import type { Person } from '../person.ts';
import type { Reading } from '../reading.ts';

/** What a text says about a politician: their party and the place they represent, in lower case. */
export interface Affiliation {
  readonly party: string | null;
  /** The state or country by the first of its names: "ohio". */
  readonly place: string | null;
}

/**
 * A person's party and place, as the text gives them around the name: "(R-Ohio)", ", D-Calif.,", ", Ohio Republican",
 * ", a Democrat from Ohio", "Ohio Sen. Ruth Hill", "Sen. Ruth Hill of Ohio".
 */
export function affiliationOf(reading: Reading, { mentions, roles }: Person): Affiliation {
  let party: string | null = null;
  let place: string | null = null;
  for (const { end } of mentions.slice(0, 6)) {
    const behind = reading.plain.slice(end, end + 70);
    const { letter, named, member, from, of, before, seat } = BEHIND.exec(behind)?.groups ?? {};
    party ??= PARTIES[(letter ?? named ?? member)?.[0] ?? ''] ?? null;
    place ??= placeOf(from ?? of ?? before ?? seat ?? '');
    if (party && place) break;
  }
  for (const { start, end } of roles) {
    const role = reading.plain.slice(start, end);
    party ??= PARTIES[/\b[RD](?:epublican|emocrat)/.exec(role)?.[0][0] ?? ''] ?? null;
    for (const [words] of role.matchAll(/\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?/gu))
      place ??= placeOf(words) ?? placeOf(words.split(' ')[0]!);
  }
  return { party, place };
}

/**
 * The place with this name, by the first of its names in lower case: "ohio" for "Ohio", "kentucky" for "Ky". Null if
 * there is none.
 */
export function placeOf(written: string): string | null {
  return places.get(written.replace(/[.\s]+$/, '').toLowerCase()) ?? null;
}

const places = new Map(
  PLACES.filter(({ section }) => section === 'state' || section === 'country').flatMap(({ names }) =>
    names.map((name) => [name.replace(/\.$/, '').toLowerCase(), names[0]!.toLowerCase()] as const),
  ),
);

/** By initial. */
const PARTIES: Readonly<Record<string, string>> = { R: 'republican', D: 'democrat', I: 'independent' };

const PLACE = String.raw`\p{Lu}[\p{L}.]{0,14}(?: \p{Lu}[\p{L}.]{0,14})?`;
const BEHIND = new RegExp(
  String.raw`^,? ?(?:\(?(?<letter>[RDI])[-–., ]{1,2}(?<from>${PLACE})|of (?<of>${PLACE})|(?:an? |the )?(?:(?<before>${PLACE}) )?(?<named>Republican|Democrat|independent)(?! [\p{Ll}])|an? (?<member>Republican|Democrat) (?:from|of|representing) (?<seat>${PLACE}))`,
  'u',
);
