import lunr from 'lunr';
import { MONTHS, MONTHS_IN_SHORT, WEEKDAYS } from '../text/calendar.ts';
import { fnv1a } from '../text/fnv.ts';
import { memoise } from '../text/memoise.ts';
import { endOfPlain } from '../text/tokens.ts';

/** A word and its place in a text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** What is known of a word as written, in whatever text. */
export interface Form {
  /** Lower case, no accents, no possessive: `CNN‘s` and `CNN` fold to `cnn`. */
  readonly folded: string;
  /** What Lunr's stemmer makes of it: the index's term. */
  readonly stem: string;
  readonly stop: boolean;
  /** The `hashOf` of its stem, and 32 bits of that of its folded form. */
  readonly stemHash: number;
  readonly foldedHash: number;
  /** A number for its folded form, from 0 and below 2^32, by which runs of words are compared. */
  readonly number: number;
  /** Its length as written. */
  readonly width: number;
  readonly traits: number;
}

/** Traits of a form, one bit each. */
export const Trait = {
  capital: 1,
  digit: 2,
  year: 4,
  capitals: 8,
  month: 16,
  number: 32,
  stop: 64,
  reason: 128,
} as const;

/**
 * The words of `text`, in order. Hyphens and dashes divide words, as do all other signs except the points of `U.S.`,
 * the comma and point of `1,234.5` and the apostrophe of `O'Brien`. Linear in the text's length.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (written, start) => {
    found.push({ start, end: start + written.length, form: formOf(written) });
  });
  return found;
}

/** Calls `found` for each word of `text`, as `words` finds them, with the word as written and its start. */
export function eachWord(text: string, found: (written: string, start: number) => void): void {
  for (let start = 0; start < text.length; ) {
    const end = endOfWord(text, start);
    if (end > start) found(text.slice(start, end), start);
    start = end > start ? end : start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  }
}

/**
 * Where the word that begins at `start` ends, or `start` if none begins there. Most words are plain letters and need no
 * regular expression.
 */
function endOfWord(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const end = endOfPlain(text, start);
  if (first < 128 && end === start) return start;
  const next = end < text.length ? text[end]! : ' ';
  if (first > 57 && end > start && next < '\x80' && !(end === start + 1 ? ".'&" : "'&").includes(next))
    return end;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

/** The stems of `text` that search can use: without stop words, each once, in order. */
export function terms(text: string): string[] {
  const stems = new Set<string>();
  eachWord(text, (written) => {
    const { stop, stem } = formOf(written);
    if (!stop) stems.add(stem);
  });
  return [...stems];
}

/** A number below 2^53 for `term`, equal on every machine. Segments name terms by it, without keeping their letters. */
export const hashOf: (term: string) => number = memoise(hash53);

const WORD =
  /\p{L}(?:\.\p{L})+(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’‘ʼ&][\p{L}\p{M}\p{N}]+)*/uy;

/** What is known of a word. Remembered. */
export const formOf: (written: string) => Form = memoise((written) => {
  const folded = fold(written);
  const stop = STOP_WORDS.has(folded);
  const stem = stemOf(folded);
  return {
    folded,
    stem,
    stop,
    stemHash: hash53(stem),
    foldedHash: hash53(folded) >>> 0,
    number: fnv1a(folded),
    width: written.length,
    traits: traitsOf(written, folded) | (stop ? Trait.stop : 0),
  };
});

/** A word in the form for comparing: lower case, without accents and possessive. */
export function fold(written: string): string {
  if (UNITED_STATES.has(written)) return 'u.s';
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['’‘ʼ]s$/, '')
    .replace(/['’‘ʼ,]/g, '')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '');
}

function stemOf(folded: string): string {
  return folded === 'u.s' ? folded : lunr.stemmer(new lunr.Token(folded, {})).toString();
}

function traitsOf(written: string, folded: string): number {
  let traits = 0;
  if (/^\p{Lu}/u.test(written)) traits |= Trait.capital;
  if (/^\p{Lu}[\p{Lu}\p{N}.&]+/u.test(written)) traits |= Trait.capitals;
  if (/\p{N}/u.test(written)) traits |= Trait.digit;
  if (/^1\d{3}$|^20\d{2}$|^1\d{2}0s$|^20\d0s$/.test(folded)) traits |= Trait.year;
  if (MONTHS_AND_DAYS.has(folded) && traits & Trait.capital) traits |= Trait.month;
  if (NUMBER_WORDS.has(folded)) traits |= Trait.number;
  if (REASONS.has(folded)) traits |= Trait.reason;
  return traits;
}

/** After cyrb53 (public domain, bryc): two multiplicative hashes of 32 bits, joined into 53. */
function hash53(term: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** The only words told apart by case: `US` is a country, `us` a pronoun. */
const UNITED_STATES = new Set(['US', 'U.S', 'USA', 'U.S.A']);

const MONTHS_AND_DAYS = new Set([...MONTHS, ...MONTHS_IN_SHORT, ...WEEKDAYS]);

const NUMBER_WORDS = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
   hundreds thousands millions billions dozen dozens half quarter third once twice`.split(/\s+/),
);

/** Words that often come before a reason. */
const REASONS = new Set(
  `because due since reason reasons cause caused causes causing led thus therefore result resulted owing thereby order`.split(
    ' ',
  ),
);

/** Words too common to find anything by, including question words (who, how many). */
const STOP_WORDS = new Set(
  `a about above across after again against all almost also although always am among an and another any anybody anyone
   anything are arent around as at be because been before being below between both but by can cannot cant could
   couldnt did didnt do does doesnt doing dont down during each either else ever every everybody everyone everything
   few for from further get gets got had hadnt has hasnt have havent having he hed hell her here hers herself hes him
   himself his how however i id if ill im in into is isnt it itd itll its itself ive just least less let like likely
   many may me might more most much must my myself neither no nobody nor not nothing now of off often on once one only
   onto or other others ought our ours ourselves out over own per perhaps quite rather really same shall shant she shed
   shell shes should shouldnt since so some somebody someone something still such than that thats the their theirs
   them themselves then there therefore theres these they theyd theyll theyre theyve this those though through thus to
   too toward towards u under unless until up upon us very via was wasnt we wed well were werent weve what whatever
   whats when whenever where wheres whereas wherever whether which whichever while who whoever whom whos whose why will
   with within without wont would wouldnt yes yet you youd youll your youre yours yourself yourselves youve s t re ve ll
   d m`.split(/\s+/),
);
