import { isGivenName, NOT_NAMES, ORGANISATION_WORDS } from './lexicon.ts';
import type { Reading } from './reading.ts';

/** Whether a word before a name does not belong to it: "Republican", "Union" in "the European Union Macron wants". */
export function isNoName(reading: Reading, at: number, end: number): boolean {
  const { lower, text } = reading.words[at]!;
  const more = at + 1 < end;
  if (COLOURS.has(lower)) return !more || isGivenName(reading.words[at + 1]!.text);
  if (NOT_NAMES.has(lower)) return !(FIRST_NAMES.has(lower) && more);
  // "the pro-European Union Macron wants"
  const before = reading.words[at - 1];
  return (
    more &&
    ORGANISATION_WORDS.has(lower) &&
    before !== undefined &&
    reading.words[at]!.joined &&
    /-\p{Lu}/u.test(before.text) &&
    !isGivenName(text)
  );
}
/** Words that may also be first names. */
const FIRST_NAMES = new Set(['christian', 'jesus', 'oscar']);
const COLOURS = new Set(['black', 'white']);
/** Words that are names only behind a first name. */
export const SURNAMES: ReadonlySet<string> = new Set([
  ...COLOURS,
  'north',
  'west',
  'moon',
  'click',
  'brown',
  'story',
]);

/** Whether these are names from captions and links that lost the space between them: "Ruth Hill Ruth HillSenate". */
export function isRunTogether(reading: Reading, first: number, last: number): boolean {
  const seen = new Set<string>();
  for (let i = first; i < last; i++) {
    const { text, mark } = reading.words[i]!;
    if (mark) continue;
    if (/^\p{Lu}\p{Ll}{3,}\p{Lu}/u.test(text) || (text.length > 2 && seen.has(text))) return true;
    seen.add(text);
  }
  return false;
}
