import { opensQuotation, type Place } from './candidates.ts';
import { isHead, verbGroup } from './clause.ts';
import { pair } from './features.ts';
import { EDGE, type Tagged, type Token } from './tag.ts';

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
  /** How many verbs outside quotations, marks and quotation marks stand before each token, counted from the unit's start. */
  readonly verbs: Int16Array;
  readonly marks: Int16Array;
  readonly heads: Int16Array;
  readonly speakers: ReadonlyMap<number, number>;

  constructor(tagged: Tagged, place: Place) {
    const { tokens } = tagged;
    const { unit, cue } = place;
    this.tokens = tokens;
    this.place = place;
    const group = verbGroup(tokens, unit, cue);
    this.flags = group.flags;
    this.groupStart = tokens[cue]!.pos === 'VERB' ? group.start : cue;
    let clause = cue - 1;
    while (clause >= unit.start && !SUBORDINATORS.has(tokens[clause]!.word)) clause--;
    const opening = tokens[unit.start]!.word;
    this.clause = pair(
      clause >= unit.start ? tokens[clause]!.wordId : 0,
      SUBORDINATORS.has(opening) ? tokens[unit.start]!.wordId : 0,
    );
    let opener = cue + 1;
    while (opener < unit.end && !(OPENERS.has(tokens[opener]!.word) || opensQuotation(tokens, opener)))
      opener++;
    this.opener = opener < unit.end && opener < cue + 16 ? opener : -1;
    const { word } = tokens[cue]!;
    this.form = word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : tokens[cue]!.pos === 'VERB' ? 3 : 4;
    const length = unit.end - unit.start + 1;
    this.verbs = new Int16Array(length);
    this.marks = new Int16Array(length);
    this.heads = new Int16Array(length);
    this.speakers = tagged.speakers;
    for (let i = 0; i + 1 < length; i++) {
      const token = tokens[unit.start + i]!;
      this.verbs[i + 1] = this.verbs[i]! + (token.pos === 'VERB' || token.pos === 'AUX' ? 1 : 0);
      this.heads[i + 1] = this.heads[i]! + (isHead(token) ? 1 : 0);
      this.marks[i + 1] = this.marks[i]! + (token.mark && token.word !== '“' && token.word !== '”' ? 1 : 0);
    }
  }

  at(i: number): Token {
    const { unit } = this.place;
    return i >= unit.start && i < unit.end ? this.tokens[i]! : EDGE;
  }

  /** The strongest cue from `a` to before `b`, in four steps. */
  cueBetween(a: number, b: number): number {
    const { strengths, unit, cue } = this.place;
    let most = 0;
    for (let i = Math.max(a, unit.start); i < Math.min(b, unit.end); i++)
      if (i !== cue) most = Math.max(most, strengths[i]!);
    return most < 0.1 ? 0 : most < 0.35 ? 1 : most < 0.7 ? 2 : 3;
  }

  verbsBetween(a: number, b: number): number {
    const { start } = this.place.unit;
    return a < b ? this.verbs[b - start]! - this.verbs[a - start]! : 0;
  }

  headsBetween(a: number, b: number): number {
    const { start } = this.place.unit;
    return a < b ? this.heads[b - start]! - this.heads[a - start]! : 0;
  }

  marksBetween(a: number, b: number): number {
    const { start } = this.place.unit;
    return a < b ? this.marks[b - start]! - this.marks[a - start]! : 0;
  }

  /** Where the source stands: 0 nowhere (known), 1 before the cue, 2 right after it. */
  get side(): number {
    const { source, cue } = this.place;
    return source ? (source.start < cue ? 1 : 2) : 0;
  }
}

const SUBORDINATORS = new Set(
  'who which that while after before when as if because although though where since until whether whose amid despite'.split(
    ' ',
  ),
);
const OPENERS = new Set('that whether how why what if to as'.split(' '));
