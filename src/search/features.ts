import type { Question } from './question.ts';
import { lowest, type Reader, type Reading, stemsAround, sumOf, type Window } from './reader.ts';
import { Trait } from './words.ts';

/** What all windows of one search share: the best first impression of any window, and the best score of any document. */
export interface Field {
  readonly bestPromise: number;
  readonly bestDocument: number;
}

/**
 * What the model is told of a window, in this order. Coverage is the share of the question's weight, 0 to 1, that
 * stands in a place (`stems`: in the window; `near`: within a sentence of it; `document`: anywhere in the document);
 * where it is of a part of the question (its names, its numbers, what is asked for) that the question does not have, -1.
 */
export const FEATURES = [
  ...['stems', 'exact', 'pairs', 'near', 'nearby', 'withTitle', 'nearWithTitle', 'document', 'sentence'],
  ...['fading', 'fadingKin', 'localStems', 'localNear', 'localMissing'],
  ...[
    'names',
    'namesNear',
    'namesDocument',
    'numbers',
    'focus',
    'focusNear',
    'core',
    'coreNear',
    'plain',
    'plainNear',
  ],
  ...['kin', 'kinNear', 'kinSoft', 'kinPlain', 'kinFocus', 'kinDensity'],
  ...['missing', 'missingNear', 'missingDocument', 'covered', 'rarestCovered', 'rarestMissing'],
  ...['spread', 'phrases', 'density', 'anyDensity', 'fitting', 'capitals', 'digits', 'years', 'content'],
  ...['documentScore', 'documentLead', 'mentions', 'promise', 'promiseLead'],
  ...['characters', 'sentences', 'position', 'terms', 'weight', 'asksTime', 'asksNumber'],
] as const;

/** The features of `window`, as many as `FEATURES` names. */
export function featuresOf(window: Window, reader: Reader, field: Field): Float64Array {
  const { question } = reader;
  const { reading, stems, exact, pairs, kin, first, last } = window;
  const { weigh, names, numbers, focus } = question;
  const { title, sentences } = reading;
  const near = stems | stemsAround(reading, first, last, 1);
  const nearby = stems | stemsAround(reading, first, last, 3);
  const kinNear = kin | (sentences[first - 1]?.kin ?? 0) | (sentences[last + 1]?.kin ?? 0);
  const every = 2 ** question.terms.length - 1;
  const core = every & ~focus;
  const plain = core & ~names;
  const share = (part: number, of: number) => (of === 0 ? -1 : weigh(part & of) / weigh(of));
  const heaviest = (set: number) => most(set, (term) => question.terms[term]!.share);
  const scan = scanTokens(window, reader);
  let sentence = 0;
  for (let s = first; s <= last; s++) sentence = Math.max(sentence, weigh(sentences[s]!.stems & stems));
  let mentions = 0;
  for (const [i, { share }] of question.terms.entries())
    mentions += share * Math.min(1, reading.counts[i]! / 10);
  return Float64Array.of(
    ...[weigh(stems), weigh(exact), weigh(pairs), weigh(near), weigh(nearby)],
    ...[weigh(stems | title), weigh(near | title), weigh(reading.all), sentence],
    ...[fading(window, question, (one) => one.stems), fading(window, question, (one) => one.stems | one.kin)],
    ...[sumOf(reading.shares, stems), sumOf(reading.shares, near)],
    most(every & ~stems, (term) => reading.shares[term]!),
    ...[share(stems, names), share(near | title, names), share(reading.all, names), share(stems, numbers)],
    ...[share(stems, focus), share(near | title, focus), share(stems, core), share(near | title, core)],
    ...[share(stems, plain), share(near, plain)],
    ...[weigh(stems | kin), weigh(near | kinNear), weigh(stems) + scan.kinSoft],
    ...[share(stems | kin, plain), share(stems | kin, focus), scan.kinDensity],
    ...[heaviest(every & ~stems), heaviest(every & ~(near | title)), heaviest(every & ~reading.all)],
    ...[weigh(stems), heaviest(stems), heaviest(every & ~stems)].map((part) => part * question.weight),
    ...[scan.spread, scan.phrases, scan.density, scan.anyDensity, scan.fitting],
    ...[scan.capitals, scan.digits, scan.years, scan.content],
    ...[reading.score, reading.score / (field.bestDocument || 1), mentions],
    ...[window.promise, window.promise - field.bestPromise],
    ...[window.span.end - window.span.start, last - first + 1, first],
    ...[question.terms.length, question.weight],
    ...[question.asks === 'time' ? 1 : 0, question.asks === 'number' ? 1 : 0],
  );
}

function most(set: number, value: (term: number) => number): number {
  let best = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) best = Math.max(best, value(lowest(rest)));
  return best;
}

/** Coverage in which a term counts for less, the more sentences away from the window it stands. */
function fading(
  { reading, first, last, stems, kin, exact, pairs }: Window,
  question: Question,
  of: (marks: { stems: number; kin: number; exact: number; pairs: number }) => number,
): number {
  let seen = of({ stems, kin, exact, pairs });
  let sum = question.weigh(seen);
  for (let distance = 1; distance <= 8; distance++) {
    const before = reading.sentences[first - distance];
    const after = reading.sentences[last + distance];
    let here = (before ? of(before) : 0) | (after ? of(after) : 0);
    if (distance === 3) here |= reading.title;
    sum += 0.7 ** distance * question.weigh(here & ~seen);
    seen |= here;
  }
  return sum;
}

interface Scan {
  /** Tokens of the shortest stretch that holds all the window's terms, by term. */
  readonly spread: number;
  /** Share of the question's neighbouring words, stop words included, that are neighbours here. */
  readonly phrases: number;
  /** How much of what the window lacks is there in words of like meaning. */
  readonly kinSoft: number;
  /** How many words may be the answer, by their kind, and how much of the question stands close to the best of them. */
  readonly fitting: number;
  readonly density: number;
  readonly kinDensity: number;
  /** The same for any word. */
  readonly anyDensity: number;
  /** Words that the question does not have. */
  readonly capitals: number;
  readonly digits: number;
  readonly years: number;
  readonly content: number;
}

/** A word of the window that the question has, or one like it. */
interface Hit {
  readonly at: number;
  readonly term: number;
  readonly weight: number;
}

/** A term counts as close to a word up to so many words away. */
const CLOSE = 12;

function scanTokens(window: Window, reader: Reader): Scan {
  const { from, to, stems } = window;
  const { tokens, formTerm } = reader.segment;
  const { terms, phrases: asked } = reader.question;
  const { slot, term: termOf, word: wordOf, kin: kinOf, strength } = reader.roles;
  const hits: Hit[] = [];
  const kinHits: Hit[] = [];
  const kinBest = new Float64Array(terms.length);
  const lastSeen = new Map<number, number>();
  const phrases = new Set<number>();
  let distinct = 0;
  for (let rest = stems; rest !== 0; rest &= rest - 1) distinct++;
  let spread = 100;
  let previous = 0;
  for (let i = from; i < to; i++) {
    const role = slot[formTerm[tokens[i]!]!]!;
    const word = wordOf[role]!;
    if (word !== 0 && previous !== 0 && asked.has(previous * 256 + word)) phrases.add(previous * 256 + word);
    previous = word;
    if (role === 0) continue;
    const term = termOf[role]! - 1;
    if (term >= 0) {
      hits.push({ at: i, term, weight: terms[term]!.share });
      lastSeen.set(term, i);
      if (lastSeen.size === distinct) spread = Math.min(spread, i - Math.min(...lastSeen.values()) + 1);
    } else if (kinOf[role] !== 0) {
      const akin = kinOf[role]! - 1;
      kinHits.push({ at: i, term: akin, weight: terms[akin]!.share * strength[role]! });
      if (!(stems & (1 << akin))) kinBest[akin] = Math.max(kinBest[akin]!, strength[role]!);
    }
  }
  let kinSoft = 0;
  for (const [i, best] of kinBest.entries()) kinSoft += best * terms[i]!.share;
  return {
    spread: distinct === 0 ? 100 : spread / distinct,
    phrases: phrases.size / Math.max(1, asked.size),
    kinSoft,
    ...scanAnswers(window, reader, hits, kinHits),
  };
}

function scanAnswers(
  { from, to, first, last, reading }: Window,
  reader: Reader,
  hits: readonly Hit[],
  kinHits: readonly Hit[],
): Omit<Scan, 'spread' | 'phrases' | 'kinSoft'> {
  const { tokens, formTerm, formTraits } = reader.segment;
  const { slot, word } = reader.roles;
  const counts = { fitting: 0, capitals: 0, digits: 0, years: 0, content: 0 };
  let density = 0;
  let kinDensity = 0;
  let anyDensity = 0;
  for (let i = from; i < to; i++) {
    const form = tokens[i]!;
    const traits = formTraits[form]!;
    if (form === 0 || word[slot[formTerm[form]!]!] !== 0) continue;
    const stop = (traits & Trait.stop) !== 0;
    const capital = (traits & Trait.capital) !== 0 && !stop && !opens(reading, first, last, i);
    const digit = (traits & (Trait.digit | Trait.number)) !== 0;
    const year = (traits & (Trait.year | Trait.month)) !== 0;
    if (capital) counts.capitals++;
    if (digit) counts.digits++;
    if (year) counts.years++;
    if (stop) continue;
    counts.content++;
    const seen = { terms: 0 };
    const here = closeTo(i, hits, seen);
    anyDensity = Math.max(anyDensity, here);
    if (!fits(reader.question, { capital, digit, year, reason: (traits & Trait.reason) !== 0 })) continue;
    counts.fitting++;
    density = Math.max(density, here);
    kinDensity = Math.max(kinDensity, here + closeTo(i, kinHits, seen));
  }
  return { ...counts, density, kinDensity, anyDensity };
}

/** Weight of the distinct terms close to a place, the closer the heavier. Adds to the terms that were seen. */
function closeTo(place: number, hits: readonly Hit[], seen: { terms: number }): number {
  let sum = 0;
  for (const { at, term, weight } of hits) {
    const distance = Math.abs(at - place);
    if (distance === 0 || distance > CLOSE || seen.terms & (1 << term)) continue;
    seen.terms |= 1 << term;
    sum += weight * (1 - distance / 16);
  }
  return sum;
}

/** Whether the token is the first of a sentence, where a capital says nothing. */
function opens({ sentences }: Reading, first: number, last: number, token: number): boolean {
  for (let s = first; s <= last; s++) if (sentences[s]!.from === token) return true;
  return false;
}

function fits(
  { asks }: Question,
  word: { capital: boolean; digit: boolean; year: boolean; reason: boolean },
): boolean {
  if (asks === 'time') return word.year;
  if (asks === 'number') return word.digit;
  if (asks === 'person' || asks === 'place') return word.capital;
  return asks === 'reason' ? word.reason : true;
}
