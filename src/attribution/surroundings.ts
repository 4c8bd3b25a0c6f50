import { opensQuotation, type Place } from './candidates.ts';
import { isHead, isNominal, verbGroup } from './clause.ts';
import { pair } from './features.ts';
import { EDGE, type Run, type Tagged, type Token } from './tag.ts';
import { WordSet } from './word-set.ts';

/** Facts about each place of a unit that are asked again and again. */
export class Surroundings {
  readonly tokens: readonly Token[];
  readonly place: Place;
  readonly flags: number;
  readonly groupStart: number;
  /** The nearest word before the cue that makes its clause a dependent one, with the unit's first; as a number. */
  readonly clause: number;
  /** The first token after the cue that often begins reported speech (that, to, a quotation), or -1. */
  readonly opener: number;
  readonly form: number;
  /** What comes after the noun phrase behind the cue, as a number: "said the mayor had left", "said the mayor, who". */
  readonly beyond: number;
  /** What the cue does, by the lexicon and its form; as a number. */
  readonly class: number;
  /** Where the source stands: 0 nowhere (known), 1 before the cue, 2 right after it. */
  side = 0;
  readonly #counts: Counts;
  /** How many of the other cues' counts are the cue itself. */
  readonly #own: Level;
  readonly speakers: ReadonlyMap<number, number>;

  constructor(tagged: Tagged, place: Place) {
    const { tokens } = tagged;
    const { unit, cue, source, strengths } = place;
    this.tokens = tokens;
    this.place = place;
    const group = verbGroup(tokens, unit, cue);
    this.flags = group.flags;
    this.groupStart = tokens[cue]!.pos === 'VERB' ? group.start : cue;
    let clause = cue - 1;
    while (clause >= unit.start && !SUBORDINATORS.has(tokens[clause]!)) clause--;
    const opening = tokens[unit.start]!;
    this.clause = pair(
      clause >= unit.start ? tokens[clause]!.wordId : 0,
      SUBORDINATORS.has(opening) ? opening.wordId : 0,
    );
    let opener = cue + 1;
    while (opener < unit.end && !(OPENERS.has(tokens[opener]!) || opensQuotation(tokens, opener))) opener++;
    this.opener = opener < unit.end && opener < cue + 16 ? opener : -1;
    const { word } = tokens[cue]!;
    this.form = word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : tokens[cue]!.pos === 'VERB' ? 3 : 4;
    this.class = pair(tokens[cue]!.reports, this.form);
    let beyond = cue + 1;
    while (beyond < unit.end && (isNominal(tokens[beyond]!) || tokens[beyond]!.word === 'of')) beyond++;
    const after = this.at(beyond);
    this.beyond = pair(
      pair(
        beyond === cue + 1 ? 0 : 1,
        after.mark || after.pos === 'AUX' ? after.wordId : after.posId * 8 + after.ending,
      ),
      this.at(beyond + 1).posId * 2 + (this.at(cue - 1).mark ? 1 : 0),
    );
    this.speakers = tagged.speakers;
    this.#counts = countsOf(tagged, strengths);
    this.#own = levelOf(strengths[cue]!);
    if (source) this.found(source);
  }

  /** Notes the source, once it has been found: nothing else here depends on it. */
  found(source: Run): void {
    this.place.source = source;
    this.side = source.start < this.place.cue ? 1 : 2;
  }

  at(i: number): Token {
    const { unit } = this.place;
    return i >= unit.start && i < unit.end ? this.tokens[i]! : EDGE;
  }

  /** The strongest other cue from `a` to before `b`, in four steps. */
  cueBetween(a: number, b: number): Level {
    const { unit, cue } = this.place;
    const from = Math.max(a, unit.start);
    const to = Math.min(b, unit.end);
    if (from >= to) return 0;
    const counts = this.#counts;
    const own = from <= cue && cue < to ? this.#own : 0;
    if (between(counts, STRONG, from, to) > (own > 2 ? 1 : 0)) return 3;
    if (between(counts, FAIR, from, to) > (own > 1 ? 1 : 0)) return 2;
    return between(counts, WEAK, from, to) > (own > 0 ? 1 : 0) ? 1 : 0;
  }

  verbsBetween(a: number, b: number): number {
    return between(this.#counts, VERBS, a, b);
  }

  headsBetween(a: number, b: number): number {
    return between(this.#counts, HEADS, a, b);
  }

  /** Without quotation marks. */
  marksBetween(a: number, b: number): number {
    return between(this.#counts, MARKS, a, b);
  }
}

/** How likely a cue is: below 0.1, 0.35, 0.7 or above. */
type Level = 0 | 1 | 2 | 3;

function levelOf(strength: number): Level {
  return strength < 0.1 ? 0 : strength < 0.35 ? 1 : strength < 0.7 ? 2 : 3;
}

/** What is counted: verbs, heads of phrases, marks, and cues by the least level that they have. */
const VERBS = 0;
const HEADS = 1;
const MARKS = 2;
const WEAK = 3;
const FAIR = 4;
const STRONG = 5;
const COUNTED = 6;

/** How many of each stand before each token of a text, `COUNTED` numbers for a token. */
type Counts = Int32Array;

/** By the strengths of the cues of a text: the same for all of them. */
const known = new WeakMap<Float32Array, Counts>();

function countsOf(tagged: Tagged, strengths: Float32Array): Counts {
  const there = known.get(strengths);
  if (there) return there;
  const counts = count(tagged, strengths);
  known.set(strengths, counts);
  return counts;
}

function count({ tokens }: Tagged, strengths: Float32Array): Counts {
  const counts = new Int32Array(COUNTED * (tokens.length + 1));
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const level = levelOf(strengths[i]!);
    const at = COUNTED * i;
    const next = at + COUNTED;
    counts[next + VERBS] = counts[at + VERBS]! + (token.pos === 'VERB' || token.pos === 'AUX' ? 1 : 0);
    counts[next + HEADS] = counts[at + HEADS]! + (isHead(token) ? 1 : 0);
    counts[next + MARKS] =
      counts[at + MARKS]! + (token.mark && token.word !== '“' && token.word !== '”' ? 1 : 0);
    counts[next + WEAK] = counts[at + WEAK]! + (level > 0 ? 1 : 0);
    counts[next + FAIR] = counts[at + FAIR]! + (level > 1 ? 1 : 0);
    counts[next + STRONG] = counts[at + STRONG]! + (level > 2 ? 1 : 0);
  }
  return counts;
}

/** How many of one kind stand from `a` to before `b`. */
function between(counts: Counts, kind: number, a: number, b: number): number {
  return a < b ? counts[COUNTED * b + kind]! - counts[COUNTED * a + kind]! : 0;
}

const SUBORDINATORS = new WordSet(
  'who which that while after before when as if because although though where since until whether whose amid despite'.split(
    ' ',
  ),
);
const OPENERS = new WordSet('that whether how why what if to as'.split(' '));
