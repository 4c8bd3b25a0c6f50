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
    const { weak, fair, strong } = this.#counts;
    const own = from <= cue && cue < to ? this.#own : 0;
    if (strong[to]! - strong[from]! > (own > 2 ? 1 : 0)) return 3;
    if (fair[to]! - fair[from]! > (own > 1 ? 1 : 0)) return 2;
    return weak[to]! - weak[from]! > (own > 0 ? 1 : 0) ? 1 : 0;
  }

  verbsBetween(a: number, b: number): number {
    return between(this.#counts.verbs, a, b);
  }

  headsBetween(a: number, b: number): number {
    return between(this.#counts.heads, a, b);
  }

  /** Without quotation marks. */
  marksBetween(a: number, b: number): number {
    return between(this.#counts.marks, a, b);
  }
}

/** How likely a cue is: below 0.1, 0.35, 0.7 or above. */
type Level = 0 | 1 | 2 | 3;

function levelOf(strength: number): Level {
  return strength < 0.1 ? 0 : strength < 0.35 ? 1 : strength < 0.7 ? 2 : 3;
}

/** How many of something stand before each token of a text; cues by the least level that they have. */
interface Counts {
  readonly verbs: Int32Array;
  readonly heads: Int32Array;
  readonly marks: Int32Array;
  readonly weak: Int32Array;
  readonly fair: Int32Array;
  readonly strong: Int32Array;
}

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
  const counter = () => new Int32Array(tokens.length + 1);
  const counts = {
    verbs: counter(),
    heads: counter(),
    marks: counter(),
    weak: counter(),
    fair: counter(),
    strong: counter(),
  };
  const { verbs, heads, marks, weak, fair, strong } = counts;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const level = levelOf(strengths[i]!);
    verbs[i + 1] = verbs[i]! + (token.pos === 'VERB' || token.pos === 'AUX' ? 1 : 0);
    heads[i + 1] = heads[i]! + (isHead(token) ? 1 : 0);
    marks[i + 1] = marks[i]! + (token.mark && token.word !== '“' && token.word !== '”' ? 1 : 0);
    weak[i + 1] = weak[i]! + (level > 0 ? 1 : 0);
    fair[i + 1] = fair[i]! + (level > 1 ? 1 : 0);
    strong[i + 1] = strong[i]! + (level > 2 ? 1 : 0);
  }
  return counts;
}

function between(counts: Int32Array, a: number, b: number): number {
  return a < b ? counts[b]! - counts[a]! : 0;
}

const SUBORDINATORS = new WordSet(
  'who which that while after before when as if because although though where since until whether whose amid despite'.split(
    ' ',
  ),
);
const OPENERS = new WordSet('that whether how why what if to as'.split(' '));
