import { fold } from './fold.ts';
import { figure } from './gazetteer.ts';
import { COMMON, isGivenName, PARTICLES, POSTNOMINALS, SUFFIXES, sameGivenName } from './lexicon.ts';

/** The parts of a person's name. */
export interface Parts {
  readonly given: string;
  readonly middle: readonly string[];
  readonly surname: string;
  readonly suffix: string;
}

/** Splits a person's full name into its parts. */
export function partsOf(name: string): Parts {
  const words = name.split(/[\s,]+/).filter(Boolean);
  let suffix = '';
  if (words.length > 1 && SUFFIXES.has(words.at(-1)!.toLowerCase())) suffix = words.pop()!.replace('.', '');
  if (words.length === 2 && GIVEN_LAST.test(words[1]!))
    return { given: words[1]!, middle: [], surname: words[0]!, suffix };
  let first = Math.max(0, words.length - 1);
  while (first > 1 && PARTICLES.has(words[first - 1]!.toLowerCase())) first--;
  return {
    given: first > 0 ? words[0]! : '',
    middle: words.slice(1, first),
    surname: words.slice(first).join(' '),
    suffix,
  };
}

/** A Korean given name of two syllables, which comes after the surname: "Ban Ki-moon". */
const GIVEN_LAST = /^\p{Lu}\p{Ll}+-\p{Ll}+$/u;

/** A person's name without letters behind it ("Ruth Hill QC"), and with "RUTH HILL" written as "Ruth Hill". */
export function personalName(written: string): string {
  const name = written.replace(POSTNOMINAL, '');
  if (!CAPITALS.test(name)) return name;
  return name.replace(
    /(\p{L})([\p{L}’']*)/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

const POSTNOMINAL = new RegExp(` (?:${[...POSTNOMINALS].join('|')})$`);
/** Two words or more in capitals throughout. */
const CAPITALS = /^\p{Lu}[\p{Lu}'-]+(?: \p{Lu}[\p{Lu}'-]+)+$/u;

/** A surname for lookup: folded, and without the article the press leaves out ("al-Harun" becomes "harun"). */
export const surnameKey = (surname: string): string => fold(surname.replace(ARABIC_ARTICLE, ''));
const ARABIC_ARTICLE = /^(?:[AaEe]l-|[ae]l )(?=\p{L}{3})/u;

/** Whether two full names may belong to one person: same surname and suffix, compatible first names. */
export function samePerson(a: Parts, b: Parts): boolean {
  return (
    surnameKey(a.surname) === surnameKey(b.surname) &&
    fold(a.suffix) === fold(b.suffix) &&
    sameGivenName(a.given, b.given) &&
    (a.middle.length === 0 ||
      b.middle.length === 0 ||
      a.middle[0]![0] === b.middle[0]![0] ||
      (a.given === b.given && a.middle.length !== b.middle.length))
  );
}

const isFirstName = (given: string): boolean => given.length > 1 && !PARTICLES.has(given.toLowerCase());

/** The form of a person's name that the text uses most often, among those with a first name. */
export function canonical(name: string, forms: ReadonlyMap<string, number>): string {
  let best = name;
  let count = forms.get(name) ?? 0;
  for (const [form, times] of forms) {
    if (
      times > count &&
      /\s/.test(form) &&
      isFirstName(partsOf(form).given) &&
      samePerson(partsOf(form), partsOf(name))
    ) {
      best = form;
      count = times;
    }
  }
  // The press calls "Donald J. Trump" Donald Trump.
  const parts = partsOf(best);
  const known = figure(parts.surname);
  if (known === `${parts.given} ${parts.surname}` && INITIAL.test(parts.middle.join(' '))) return known;
  return best.replace(/['’]s$/, '');
}

/**
 * Whether a name of two words is a surname after somebody's first name: "Kalder Klein", "Abdul Mahdi". "Ann Holt" is
 * not: she may be somebody other than Mary Ann Holt.
 */
export function isDouble(name: string, { given }: Parts): boolean {
  const [first, ...rest] = name.split(' ');
  if (isGivenName(first!) && !ARABIC_SERVANT.test(first!)) return false;
  return ![given, first!, ...rest].some((word) => COMMON.has(word.toLowerCase()));
}

/** First words of Arabic names of several words: "Abdul Mahdi". */
const ARABIC_SERVANT = /^(?:Abd|Abdul|Abdel|Abdal|Abu|Ibn)$/;
const INITIAL = /^\p{Lu}\.?$/u;

/** A name with what tells its bearer from others of the same name: "Ida Holt (mayor of Ellery)". */
export interface Qualified {
  readonly name: string;
  readonly told: string;
}

/** Splits a qualified name in two. Null for a name without a qualification. */
export function qualified(written: string): Qualified | null {
  const match = /^([^()]*[^() ]) \(([^()]+)\)$/.exec(written);
  return match && { name: match[1]!, told: match[2]! };
}

/** The reverse of `qualified`. The name alone where `told` is null. */
export const fullName = (name: string, told: string | null): string =>
  told === null ? name : `${name} (${told})`;
