import { MEANING, type Meaning } from './meaning.ts';
import type { Asks, Question } from './question.ts';
import type { Reader } from './reader.ts';
import { lowest, type Reading, stemsAround, sumOf, tokensOf, type Window } from './reading.ts';
import { RELATIONS, type Relations } from './relations.ts';
import { Trait } from './words.ts';

/** What a window competes with: the other windows of one search, and what they have in common. */
export interface Field {
  readonly meaning: Meaning;
  readonly relations: Relations;
  /**
   * The best score of any document, by our measure and by Lunr's, and the largest share of the question's weight in any
   * document.
   */
  readonly bestDocument: number;
  readonly bestLunr: number;
  readonly mostCovered: number;
  /** The best first impression of any window, and for each document that of its best window, best first. */
  readonly bestPromise: number;
  readonly leaders: readonly { readonly reading: Reading; readonly promise: number }[];
}

/** A window's place in the field: how many windows promise more, and the rank and score of its document by Lunr. */
export interface Standing {
  readonly promiseRank: number;
  readonly lunrRank: number;
  readonly lunr: number;
}

/**
 * What the model is told of a window, in this order. Coverage is the share of the question's weight, 0 to 1, found in a
 * place: `stems` in the window, `near` within a sentence of it, `document` anywhere in the document. Coverage of a part
 * of the question (its names, what is asked for, what the title lacks) is -1 if the question has no such part.
 */
// biome-ignore format: a table
export const FEATURES = [
  'stems', 'exact', 'exactNames', 'pairs', 'near', 'nearby', 'nearbyWithTitle', 'withTitle', 'nearWithTitle',
  'title', 'titleAsked', 'besidesTitle', 'besidesTitleNear', 'document', 'sentence', 'fadingKin', 'localStems',
  'localNear', 'localMissing',
  'names', 'namesNear', 'namesDocument', 'focus', 'focusNear', 'core', 'coreNear', 'plain', 'plainNear',
  'kin', 'kinNear', 'kinPlain', 'kinFocus', 'kinDensity', ...MEANING, ...RELATIONS,
  'missing', 'missingNear', 'missingDocument', 'covered', 'rarestCovered', 'rarestMissing',
  'rareMissingNames', 'rareMissingDocument', 'rareMissingNamesDocument',
  'spread', 'inOrder', 'phrases', 'density', 'fitting', 'digits', 'content',
  'documentScore', 'documentLead', 'documentCoveredLead', 'mentions', 'lunr', 'lunrLead', 'lunrRank',
  'promise', 'promiseLead', 'othersLead', 'promiseRank', 'bestPromise', 'bestDocument', 'bestLunr', 'mostCovered',
  'characters', 'sentences', 'position', 'terms', 'weight',
] as const;

/**
 * The features of `window`, in the order of `FEATURES`. They have single precision, like the model's cuts: otherwise,
 * shares of a question added up in another order could come to slightly less than the whole.
 */
export function featuresOf(window: Window, reader: Reader, field: Field, standing: Standing): Float32Array {
  const { question } = reader;
  const { reading, stems, exact, pairs, kin, first, last } = window;
  const { weigh, names, focus } = question;
  const { title, marks } = reading;
  const near = stems | stemsAround(reading, first, last, 1);
  const nearby = stems | stemsAround(reading, first, last, 3);
  const kinNear = kin | (marks[first - 1]?.kin ?? 0) | (marks[last + 1]?.kin ?? 0);
  const every = 2 ** question.terms.length - 1;
  const core = every & ~focus;
  const plain = core & ~names;
  const share = (part: number, of: number) => (of === 0 ? -1 : weigh(part & of) / weigh(of));
  const heaviest = (set: number) => most(set, (term) => question.terms[term]!.share);
  const rarity = (part: number) => part * question.weight;
  const scan = scanTokens(window, reader);
  let sentence = 0;
  for (let s = first; s <= last; s++) sentence = Math.max(sentence, weigh(marks[s]!.stems & stems));
  let mentions = 0;
  for (let i = 0; i < reading.counts.length; i++)
    mentions += question.terms[i]!.share * Math.min(1, reading.counts[i]! / 10);
  const others = field.leaders[field.leaders[0]?.reading === reading ? 1 : 0]?.promise ?? 0;
  const inTitle = titleOf(window, reader);
  const row: number[] = [];
  row.push(weigh(stems), weigh(exact), weigh(exact & names), weigh(pairs), weigh(near), weigh(nearby));
  row.push(weigh(nearby | title), weigh(stems | title), weigh(near | title));
  row.push(weigh(title), inTitle, share(stems, every & ~title), share(near, every & ~title));
  row.push(weigh(reading.all), sentence);
  row.push(fadingKin(window, question), sumOf(reading.shares, stems), sumOf(reading.shares, near));
  row.push(most(every & ~stems, (term) => reading.shares[term]!));
  row.push(share(stems, names), share(near | title, names), share(reading.all, names));
  row.push(share(stems, focus), share(near | title, focus), share(stems, core), share(near | title, core));
  row.push(share(stems, plain), share(near, plain));
  row.push(weigh(stems | kin), weigh(near | kinNear), share(stems | kin, plain), share(stems | kin, focus));
  row.push(scan.kinDensity, ...field.meaning.features(window, reader.slot));
  row.push(...field.relations.features(window, reader.slot));
  row.push(heaviest(every & ~stems), heaviest(every & ~(near | title)), heaviest(every & ~reading.all));
  row.push(rarity(weigh(stems)), rarity(heaviest(stems)), rarity(heaviest(every & ~stems)));
  row.push(rarity(weigh(names & ~(near | title))));
  row.push(rarity(weigh(every & ~reading.all)), rarity(weigh(names & ~reading.all)));
  row.push(scan.spread, scan.inOrder, scan.phrases, scan.density, scan.fitting, scan.digits, scan.content);
  row.push(reading.score, reading.score / (field.bestDocument || 1), weigh(reading.all) - field.mostCovered);
  row.push(mentions, standing.lunr, standing.lunr / (field.bestLunr || 1), standing.lunrRank);
  row.push(window.promise, window.promise - field.bestPromise, window.promise - others, standing.promiseRank);
  row.push(field.bestPromise, field.bestDocument, field.bestLunr, field.mostCovered);
  row.push(window.span.end - window.span.start, last - first + 1, first);
  row.push(question.terms.length, question.weight);
  return new Float32Array(row);
}

/** The share of the title's words that the question has, or -1. */
function titleOf({ reading: { local } }: Window, { segment, slot, question: { roles } }: Reader): number {
  const { tokens, formTerm, formTraits, tokenStart, textStart } = segment;
  const begin = tokenStart[local]!;
  let all = 0;
  let asked = 0;
  for (let i = begin; i < begin + textStart[local]!; i++) {
    const form = tokens[i]!;
    if (form === 0 || formTraits[form]! & Trait.stop) continue;
    all++;
    if (roles[slot[formTerm[form]!]!]!.term !== 0) asked++;
  }
  return all === 0 ? -1 : asked / all;
}

function most(set: number, value: (term: number) => number): number {
  let best = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) best = Math.max(best, value(lowest(rest)));
  return best;
}

/** Coverage, similar words included, in which a term counts for less the further from the window it stands. */
function fadingKin({ reading, first, last, stems, kin }: Window, { weigh }: Question): number {
  let seen = stems | kin;
  let sum = weigh(seen);
  for (let distance = 1; distance < FADING.length; distance++) {
    const before = reading.marks[first - distance];
    const after = reading.marks[last + distance];
    let here = (before ? before.stems | before.kin : 0) | (after ? after.stems | after.kin : 0);
    if (distance === 3) here |= reading.title;
    sum += FADING[distance]! * weigh(here & ~seen);
    seen |= here;
  }
  return sum;
}

const FADING = Array.from({ length: 9 }, (_, distance) => 0.7 ** distance);

interface Scan {
  /** How many tokens the shortest stretch has that holds all the window's terms. */
  readonly spread: number;
  /** The share of the question's neighbouring words, stop words included, that are neighbours here too. */
  readonly phrases: number;
  /**
   * Of the question's words that follow one another, the share that do so in the question's order; -1 if there are
   * none.
   */
  readonly inOrder: number;
  /**
   * How many words are of the kind the question asks for, and how much of the question stands close to the best of
   * them.
   */
  readonly fitting: number;
  readonly density: number;
  readonly kinDensity: number;
  /** Words that the question lacks: those with digits, and all except stop words. */
  readonly digits: number;
  readonly content: number;
}

/** A word of the window that the question has, or a similar one. */
interface Hit {
  readonly at: number;
  readonly term: number;
  readonly weight: number;
}

/** From how many words away a term counts as close. */
const CLOSE = 12;

function scanTokens(window: Window, reader: Reader): Scan {
  const { from, to, stems } = window;
  const { tokens, formTerm } = reader.segment;
  const { slot } = reader;
  const { terms, roles, phrases: asked } = reader.question;
  const hits: Hit[] = [];
  const kinHits: Hit[] = [];
  const lastSeen = terms.map(() => Number.POSITIVE_INFINITY);
  let seen = 0;
  const phrases = new Set<number>();
  let distinct = 0;
  for (let rest = stems; rest !== 0; rest &= rest - 1) distinct++;
  let spread = 100;
  let previous = 0;
  for (let i = from; i < to; i++) {
    const role = roles[slot[formTerm[tokens[i]!]!]!]!;
    const { word } = role;
    if (word !== 0 && previous !== 0 && asked.has(previous * 256 + word)) phrases.add(previous * 256 + word);
    previous = word;
    const term = role.term - 1;
    if (term >= 0) {
      hits.push({ at: i, term, weight: terms[term]!.share });
      if (lastSeen[term] === Number.POSITIVE_INFINITY) seen++;
      lastSeen[term] = i;
      if (seen === distinct) spread = Math.min(spread, i - Math.min(...lastSeen) + 1);
    } else if (role.kin !== 0) {
      const akin = role.kin - 1;
      kinHits.push({ at: i, term: akin, weight: terms[akin]!.share * role.strength });
    }
  }
  let changes = 0;
  let forward = 0;
  for (let i = 1; i < hits.length; i++) {
    const [before, { term }] = [hits[i - 1]!.term, hits[i]!];
    if (term !== before) changes++;
    if (term > before) forward++;
  }
  return {
    spread: distinct === 0 ? 100 : spread / distinct,
    phrases: phrases.size / Math.max(1, asked.size),
    inOrder: changes === 0 ? -1 : forward / changes,
    ...scanAnswers(window, reader, hits, kinHits),
  };
}

function scanAnswers(
  { from, to, first, last, reading }: Window,
  reader: Reader,
  hits: readonly Hit[],
  kinHits: readonly Hit[],
): Omit<Scan, 'spread' | 'phrases' | 'inOrder'> {
  const { tokens, formTerm, formTraits } = reader.segment;
  const { slot } = reader;
  const { roles, asks } = reader.question;
  const wanted = FITTING[asks];
  const openings: number[] = [];
  for (let s = first; s <= last; s++) openings.push(tokensOf(reading, s).from);
  let fitting = 0;
  let digits = 0;
  let content = 0;
  let density = 0;
  let kinDensity = 0;
  for (let i = from; i < to; i++) {
    const form = tokens[i]!;
    const traits = formTraits[form]!;
    if (form === 0 || roles[slot[formTerm[form]!]!]!.word !== 0) continue;
    if (traits & (Trait.digit | Trait.number)) digits++;
    if (traits & Trait.stop) continue;
    content++;
    if (wanted !== 0 && !(traits & wanted)) continue;
    // The first word of a sentence always has a capital.
    if (wanted === Trait.capital && openings.includes(i)) continue;
    fitting++;
    const seen = { terms: 0 };
    const here = closeTo(i, hits, seen);
    density = Math.max(density, here);
    kinDensity = Math.max(kinDensity, here + closeTo(i, kinHits, seen));
  }
  return { fitting, digits, content, density, kinDensity };
}

/** The traits by which words fit a kind of answer, one of which is enough; 0 if any word fits. */
const FITTING: Readonly<Record<Asks, number>> = {
  time: Trait.year | Trait.month,
  number: Trait.digit | Trait.number,
  person: Trait.capital,
  place: Trait.capital,
  reason: Trait.reason,
  manner: 0,
  thing: 0,
  other: 0,
};

/** Weight of the distinct terms close to a place, the closer the heavier. Adds them to `seen`. */
function closeTo(place: number, hits: readonly Hit[], seen: { terms: number }): number {
  let sum = 0;
  for (let i = 0; i < hits.length; i++) {
    const { at, term, weight } = hits[i]!;
    const distance = Math.abs(at - place);
    if (distance === 0 || distance > CLOSE || seen.terms & (1 << term)) continue;
    seen.terms |= 1 << term;
    sum += weight * (1 - distance / 16);
  }
  return sum;
}
