import { isHead, isNominal, verbGroup } from './clause.ts';
import { bucket, type FeatureList, pair, templates } from './features.ts';
import type { Run, Tagged, Token, Unit } from './tag.ts';

/** What is looked for around a cue: its source, and the parts of its content before and after it. */
export type Role = 'source' | 'left' | 'right';

/** The cue whose surroundings are searched, and what is known of them. */
export interface Place {
  readonly unit: Unit;
  readonly cue: number;
  /** How likely each token of the text is the head of a cue; 0 where it cannot be one. */
  readonly strengths: Float32Array;
  /** Known to have its source after it. */
  readonly inverted?: boolean;
  /** The source, once it has been found. */
  readonly source: Run | null;
}

/** The tokens at which a span of this role may begin and may end (exclusive). */
export function candidates(
  { tokens }: Tagged,
  { unit, cue, source, inverted }: Place,
  role: Role,
): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  if (role === 'source') {
    const from = inverted ? cue + 1 : Math.max(unit.start, cue - 45);
    const to = Math.min(unit.end, cue + 40);
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (token.quotation >= 0 || i === cue) continue;
      if (canStartPhrase(tokens, unit, i)) starts.push(i);
      if (i + 1 <= unit.end && endsPhrase(tokens, unit, i, cue)) ends.push(i + 1);
    }
  } else {
    const from = role === 'left' ? unit.start : cue + 1;
    const to = role === 'left' ? cue : unit.end;
    const mid = role === 'right' && source && source.start > cue ? source.end : from;
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (source && i >= source.start && i < source.end) continue;
      if (!token.mark || opensQuotation(tokens, i)) {
        if (role === 'left' ? startsClause(tokens, unit, i) : i - mid < 30) starts.push(i);
      }
      if (!token.mark || closesQuotation(tokens, i))
        if (endsClause(tokens, i, to, cue, source)) ends.push(i + 1);
    }
  }
  return { starts, ends };
}

function canStartPhrase(tokens: readonly Token[], unit: Run, i: number): boolean {
  const { pos, word } = tokens[i]!;
  if (isNominal(tokens[i]!) && pos !== 'PART') return startsPhrase(tokens, unit, i);
  // A word tagged as a verb may be part of a name or describe one: "hacking specialists", "Will Strong".
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    (pos === 'VERB' || pos === 'AUX' || pos === 'ADV' || word === '$') &&
    isNominal(next)
  );
}

function startsPhrase(tokens: readonly Token[], unit: Run, i: number): boolean {
  if (i === unit.start) return true;
  const before = tokens[i - 1]!;
  if (before.mark || !isNominal(before)) return true;
  return (
    tokens[i]!.pos === 'DET' ||
    tokens[i]!.pos === 'PRON' ||
    before.pos === 'PRON' ||
    before.word === "'s" ||
    (before.pos === 'NOUN' && tokens[i]!.pos !== 'NOUN')
  );
}

function endsPhrase(tokens: readonly Token[], unit: Run, i: number, cue: number): boolean {
  if (i + 1 === unit.end || i + 1 === cue) return true;
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (next.mark || token.word === ')') return true;
  if (isHead(token))
    return (
      !isNominal(next) ||
      next.pos === 'PRON' ||
      next.pos === 'PART' ||
      next.pos === 'DET' ||
      token.pos === 'PRON' ||
      token.pos === 'PROPN'
    );
  return next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV';
}

function startsClause(tokens: readonly Token[], unit: Run, i: number): boolean {
  if (i === unit.start) return true;
  const before = tokens[i - 1]!;
  if (before.mark) return true;
  const { pos } = tokens[i]!;
  return (
    pos === 'SCONJ' ||
    pos === 'DET' ||
    pos === 'PRON' ||
    (isNominal(tokens[i]!) && !isNominal(before)) ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ'
  );
}

function endsClause(
  tokens: readonly Token[],
  i: number,
  to: number,
  cue: number,
  source: Run | null,
): boolean {
  if (i + 1 >= to || i + 1 === cue || (source && i + 1 === source.start)) return true;
  const next = tokens[i + 1]!;
  if (next.mark) return true;
  switch (next.pos) {
    case 'ADP':
    case 'SCONJ':
    case 'CCONJ':
    case 'ADV':
    case 'PART':
    case 'VERB':
    case 'AUX':
      return true;
    case 'PRON':
    case 'DET':
      return true;
    case 'PROPN':
      return TIME.has(next.word);
    default:
      return tokens[i]!.quotation !== next.quotation;
  }
}

const SUBORDINATORS = new Set(
  'who which that while after before when as if because although though where since until whether whose amid despite'.split(
    ' ',
  ),
);
const OPENERS = new Set('that whether how why what if to as'.split(' '));

const TIME = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight'.split(' '),
);

const opensQuotation = (tokens: readonly Token[], i: number) =>
  tokens[i]!.quotation >= 0 && tokens[i - 1]?.quotation !== tokens[i]!.quotation;
const closesQuotation = (tokens: readonly Token[], i: number) =>
  tokens[i]!.quotation >= 0 && tokens[i + 1]?.quotation !== tokens[i]!.quotation;

const T = templates(
  200,
  'none',
  'none lemma',
  'none before',
  'none after',
  'none quote',
  'none flags',
  'none source',
  'none lemma source',
  'none lemma after',
  'none lemma quote',
  'none mark',
  'none lemma mark',
  'none subject',
  'none end',
  'none class',
  'none class source',
  'none class after',
  'none class edge',
  's word',
  's pos',
  's before',
  's distance',
  's lemma',
  's lemma distance',
  's between',
  's quote',
  's side',
  's adjacent',
  's time',
  's verbs',
  's first',
  's pos before',
  's next',
  's lemma before',
  's flags',
  's verb between',
  's mark between',
  's nominal',
  's unit',
  's marks word',
  'e last',
  'e next',
  'e pos',
  'e distance',
  'e end',
  'e quote',
  'e lemma next',
  'e side',
  'e next next',
  'e verbs',
  'e lemma',
  'e adjacent',
  'e next pos lemma',
  'e head',
  'e marks',
  'e source',
  'e end distance',
  'e punct',
  'e verb next',
  's class',
  's class before',
  's class distance',
  's opener',
  's class opener',
  's later opener',
  's before word',
  's speaks',
  's passive',
  's between words',
  's first words',
  'e class next',
  'e reports',
  'e clause',
  'e clause next',
  'e words',
  'e fourth',
  'e class rest',
  'e group',
  'e gap words',
  'e gap pos',
  'e heads',
  'e speaks',
  'e class speaks',
  'e form',
  'p class first next',
  'p class quote',
  'p heads',
  'p speaks comma',
  'p class verbs',
  'p opener next',
  's cue between',
  'e cue next',
  'e cue next word',
  'e cue between',
  'p cue inside',
  'p cue inside next',
  'none cue',
  'p length',
  'p quote',
  'p verbs',
  'p lemma length',
  'p first last',
  'p balance',
  'p comma',
  'p one',
  'p lemma verbs',
  'p first next',
  'p head',
  'p relative',
  'p adjacent',
  'p lemma head',
  'p and',
  'p flags',
  'p pos',
  'p place',
  'p last next',
  'p verb first',
  'p length first',
);

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

/** That there is no such span. */
export function noneFeatures(around: Surroundings, sink: FeatureList): void {
  const { place } = around;
  const cue = around.at(place.cue);
  const before = around.at(around.groupStart - 1);
  const after = around.at(place.cue + 1);
  const edge = place.source && place.source.start < place.cue ? around.at(place.source.start - 1) : before;
  sink.add(T.none, around.side);
  sink.add(T['none lemma'], cue.lemmaId);
  sink.add(T['none before'], before.posId);
  sink.add(T['none after'], after.wordId);
  sink.add(T['none quote'], (edge.quotation >= 0 ? 1 : 0) + (after.quotation >= 0 ? 2 : 0));
  sink.add(T['none flags'], pair(cue.posId, around.flags));
  sink.add(T['none source'], pair(around.side, cue.posId));
  sink.add(T['none lemma source'], pair(cue.lemmaId, around.side));
  sink.add(T['none lemma after'], pair(cue.lemmaId, after.posId));
  sink.add(
    T['none lemma quote'],
    pair(cue.lemmaId, (edge.quotation >= 0 ? 1 : 0) + (after.quotation >= 0 ? 2 : 0)),
  );
  sink.add(T['none mark'], pair(edge.wordId, edge.mark ? 1 : 0));
  sink.add(T['none lemma mark'], pair(cue.lemmaId, edge.mark ? edge.wordId : 0));
  sink.add(T['none subject'], pair(before.posId, before.capital ? 1 : 0));
  const kind = pair(cue.reports, cue.posId);
  sink.add(T['none class'], pair(kind, around.flags));
  sink.add(T['none class source'], pair(kind, around.side));
  sink.add(T['none class after'], pair(kind, after.mark ? after.wordId : after.posId));
  sink.add(T['none class edge'], pair(kind, edge.mark ? edge.wordId : edge.posId));
  sink.add(
    T['none cue'],
    pair(
      around.cueBetween(place.unit.start, place.cue) * 4 + around.cueBetween(place.cue + 1, place.unit.end),
      around.side,
    ),
  );
  sink.add(T['none end'], bucket(place.unit.end - place.cue));
}

/** That the span begins at token `i`. */
export function startFeatures(around: Surroundings, i: number, sink: FeatureList): void {
  const { cue, unit } = around.place;
  const verb = around.at(cue);
  const token = around.at(i);
  const before = around.at(i - 1);
  const after = i > cue;
  const distance = after ? bucket(i - cue - 1) : 16 + bucket(around.groupStart - i);
  const between = after ? around.verbsBetween(cue + 1, i) : around.verbsBetween(i, around.groupStart);
  const marks = after ? around.marksBetween(cue + 1, i) : around.marksBetween(i, around.groupStart);
  const opens = opensQuotation(around.tokens, i) ? 1 : token.quotation >= 0 ? 2 : 0;
  const side = (after ? 4 : 0) + around.side;
  sink.add(T['s word'], pair(token.wordId, side));
  sink.add(T['s pos'], pair(token.posId, side));
  sink.add(T['s before'], pair(before.wordId, side));
  sink.add(T['s pos before'], pair(token.posId * 32 + before.posId, side));
  sink.add(T['s distance'], pair(distance, side));
  sink.add(T['s lemma'], pair(verb.lemmaId, token.mark ? token.wordId : token.posId));
  sink.add(T['s lemma distance'], pair(verb.lemmaId, distance));
  sink.add(T['s lemma before'], pair(pair(verb.lemmaId, before.wordId), token.posId));
  sink.add(T['s between'], pair(Math.min(between, 3) * 4 + Math.min(marks, 3), side));
  sink.add(T['s verb between'], pair(pair(Math.min(between, 2), distance), verb.posId));
  sink.add(T['s quote'], pair(opens * 32 + distance, side));
  sink.add(T['s next'], pair(token.wordId, around.at(i + 1).posId));
  sink.add(T['s unit'], pair(i === unit.start ? 1 : before.quotation >= 0 ? 2 : 0, side));
  sink.add(T['s flags'], pair(pair(around.flags, verb.posId), distance));
  sink.add(T['s marks word'], pair(pair(Math.min(marks, 3), token.wordId), side));
  const kind = pair(verb.reports, around.form);
  sink.add(T['s class'], pair(kind, pair(token.mark ? token.wordId : token.posId, after ? 1 : 0)));
  sink.add(T['s class before'], pair(kind, pair(before.wordId, token.posId)));
  sink.add(T['s class distance'], pair(kind, distance));
  sink.add(
    T['s cue between'],
    pair(after ? around.cueBetween(cue + 1, i) : around.cueBetween(i, cue), pair(side, distance)),
  );
  const toOpener = around.opener < 0 ? 9 : Math.max(-3, Math.min(3, i - around.opener));
  sink.add(T['s opener'], pair(toOpener, side));
  sink.add(
    T['s class opener'],
    pair(kind, pair(toOpener, around.opener < 0 ? 0 : around.at(around.opener).wordId)),
  );
  sink.add(
    T['s later opener'],
    pair(token.posId, pair(toOpener, around.opener < 0 ? 0 : around.at(around.opener).wordId)),
  );
  sink.add(T['s before word'], pair(before.wordId, pair(distance, around.form)));
  sink.add(T['s passive'], pair(before.wordId, pair(around.flags, around.form)));
  sink.add(
    T['s speaks'],
    pair(token.pos === 'PRON' ? token.wordId : token.posId, pair(before.posId, around.form)),
  );
  sink.add(T['s first words'], pair(token.wordId, around.at(i + 1).wordId));
  if (after && i - cue <= 4) {
    let gap = 0;
    for (let j = cue + 1; j < i; j++) gap = pair(gap, around.at(j).posId);
    sink.add(T['s between words'], pair(gap, pair(kind, token.posId)));
  }
  const adjacent = around.place.source && !after ? i - around.place.source.end : -1;
  sink.add(T['s adjacent'], adjacent === 0 || i === cue + 1 ? 1 : 0);
}

/** That the span ends before token `e`. */
export function endFeatures(around: Surroundings, e: number, sink: FeatureList): void {
  const { cue, unit, source } = around.place;
  const verb = around.at(cue);
  const last = around.at(e - 1);
  const next = around.at(e);
  const third = around.at(e + 1);
  const after = e > cue + 1;
  const distance = after ? bucket(e - cue - 1) : 16 + bucket(around.groupStart - e);
  const closes =
    e - 1 >= unit.start && closesQuotation(around.tokens, e - 1) ? 1 : last.quotation >= 0 ? 2 : 0;
  const side = (after ? 4 : 0) + around.side;
  const rest = after ? bucket(unit.end - e) : 0;
  const toSource = source ? (e === source.start ? 1 : e + 1 === source.start ? 2 : 3) : 0;
  const toCue = e === around.groupStart ? 1 : e + 1 === around.groupStart ? 2 : e === cue ? 3 : 0;
  const verbs = after ? around.verbsBetween(cue + 1, e) : around.verbsBetween(e, around.groupStart);
  const marks = after ? around.marksBetween(cue + 1, e) : around.marksBetween(e, around.groupStart);
  sink.add(T['e last'], pair(last.posId * 4 + closes, side));
  sink.add(T['e next'], pair(next.wordId, side));
  sink.add(T['e pos'], pair(last.posId * 32 + next.posId, side));
  sink.add(T['e next next'], pair(pair(next.wordId, third.posId), side));
  sink.add(T['e distance'], pair(distance, side));
  sink.add(T['e end'], pair(pair(rest, next.mark ? next.wordId : next.posId), side));
  sink.add(T['e end distance'], pair(rest * 32 + distance, side));
  sink.add(T['e quote'], pair(closes * 4 + (next.quotation >= 0 ? 1 : 0), side));
  sink.add(T['e lemma next'], pair(verb.lemmaId, next.wordId));
  sink.add(T['e lemma'], pair(verb.lemmaId, pair(rest, side)));
  sink.add(T['e next pos lemma'], pair(pair(verb.posId, third.wordId), next.wordId));
  sink.add(T['e source'], pair(toSource * 4 + toCue, side));
  sink.add(T['e adjacent'], pair(toSource * 4 + toCue, next.wordId));
  sink.add(
    T['e verbs'],
    pair(Math.min(verbs, 4) * 8 + Math.min(marks, 4), pair(side, next.mark ? next.wordId : next.posId)),
  );
  sink.add(T['e marks'], pair(Math.min(marks, 5), side));
  const kind = pair(verb.reports, around.form);
  const fourth = around.at(e + 2);
  const nextKind = next.mark || next.pos === 'CCONJ' || next.pos === 'SCONJ' ? next.wordId : next.posId;
  sink.add(T['e class next'], pair(kind, pair(next.wordId, side)));
  sink.add(T['e reports'], pair(pair(next.reports, third.reports), pair(fourth.reports, nextKind)));
  sink.add(T['e clause'], pair(around.clause, pair(nextKind, third.posId)));
  sink.add(T['e clause next'], pair(around.clause, pair(nextKind, side)));
  sink.add(T['e words'], pair(pair(last.wordId, next.wordId), third.wordId));
  sink.add(T['e fourth'], pair(pair(nextKind, third.posId), pair(fourth.posId, side)));
  sink.add(T['e class rest'], pair(kind, pair(rest, nextKind)));
  const cueNext = around.cueBetween(e, e + 4);
  sink.add(T['e cue next'], pair(cueNext, pair(nextKind, side)));
  sink.add(T['e cue next word'], pair(cueNext, pair(next.wordId, third.posId)));
  sink.add(
    T['e cue between'],
    pair(after ? around.cueBetween(cue + 1, e) : around.cueBetween(e, cue), pair(side, nextKind)),
  );
  const speaks =
    (last.speaker ? 1 : 0) +
    2 * Math.min(around.speakers.get(last.lemmaId) ?? 0, 3) +
    (last.pos === 'PRON' ? 8 : 0) +
    (last.capital ? 16 : 0);
  sink.add(T['e speaks'], pair(speaks, side * 32 + distance));
  sink.add(T['e class speaks'], pair(pair(kind, speaks), nextKind));
  if (!after) {
    const group = around.at(around.groupStart - 1);
    const near = around.groupStart - e;
    sink.add(T['e group'], pair(pair(next.wordId, group.wordId), kind));
    sink.add(
      T['e form'],
      pair(pair(around.form, nextKind), pair(group.mark ? group.wordId : group.posId, Math.min(verbs, 3))),
    );
    if (near >= 0 && near <= 5) {
      let gap = 0;
      let words = 0;
      for (let j = e; j < around.groupStart; j++) {
        gap = pair(gap, around.at(j).posId);
        words = pair(words, around.at(j).wordId);
      }
      sink.add(T['e gap pos'], pair(gap, around.form));
      sink.add(T['e gap words'], pair(words, around.form));
    }
    sink.add(
      T['e heads'],
      pair(pair(Math.min(around.headsBetween(e, around.groupStart), 5), Math.min(verbs, 3)), around.form),
    );
  }
  sink.add(T['e verb next'], pair(third.posId * 32 + next.posId, pair(side, last.posId)));
}

/** That the span is the tokens from `s` to before `e`. */
export function pairFeatures(around: Surroundings, s: number, e: number, sink: FeatureList): void {
  const { cue } = around.place;
  const verb = around.at(cue);
  const first = around.at(s);
  const last = around.at(e - 1);
  const next = around.at(e);
  const length = bucket(e - s);
  const side = (s > cue ? 4 : 0) + around.side;
  const verbs = Math.min(around.verbsBetween(s, e), 3);
  const marks = Math.min(around.marksBetween(s, e), 4);
  const opens = opensQuotation(around.tokens, s) ? 1 : first.quotation >= 0 ? 2 : 0;
  const closes = closesQuotation(around.tokens, e - 1) ? 1 : last.quotation >= 0 ? 2 : 0;
  const same = opens > 0 && first.quotation === last.quotation ? 1 : 0;
  sink.add(T['p length'], pair(length, side));
  sink.add(T['p quote'], pair(opens * 8 + closes * 2 + same, side));
  sink.add(T['p verbs'], pair(pair(verbs, first.posId), side));
  sink.add(T['p lemma length'], pair(verb.lemmaId, length));
  sink.add(T['p lemma verbs'], pair(verb.lemmaId, verbs));
  sink.add(T['p comma'], pair(pair(marks, verbs), pair(side, next.mark ? next.wordId : next.posId)));
  sink.add(T['p first next'], pair(pair(first.wordId, next.wordId), side));
  sink.add(T['p first last'], pair(first.posId * 32 + last.posId, side));
  sink.add(T['p pos'], pair(pair(first.posId, next.posId), pair(length, side)));
  sink.add(T['p length first'], pair(pair(first.wordId, verbs), side));
  sink.add(T['p head'], pair(last.lemmaId, side));
  sink.add(T['p lemma head'], pair(verb.lemmaId, last.posId * 2 + (last.capital ? 1 : 0)));
  sink.add(T['p last next'], pair(pair(last.wordId, next.wordId), side));
  const kind = pair(verb.reports, around.form);
  const nextKind = next.mark ? next.wordId : next.posId;
  sink.add(T['p class first next'], pair(kind, pair(first.mark ? first.wordId : first.posId, nextKind)));
  sink.add(T['p class quote'], pair(kind, opens * 8 + closes * 2 + same));
  sink.add(T['p class verbs'], pair(pair(kind, verbs), pair(length, side)));
  sink.add(T['p speaks comma'], pair(pair(last.speaker ? 1 : 0, marks), pair(first.posId, nextKind)));
  const inside = around.cueBetween(s, e);
  sink.add(T['p cue inside'], pair(inside, pair(side, length)));
  sink.add(T['p cue inside next'], pair(pair(inside, kind), nextKind));
  const opener =
    around.opener < 0 ? 2 : s === around.opener ? 1 : s < around.opener && around.opener < e ? 3 : 4;
  sink.add(T['p opener next'], pair(pair(opener, kind), nextKind));
  sink.add(T['p heads'], pair(pair(Math.min(around.headsBetween(s, e), 5), verbs), pair(side, nextKind)));
  const gap = s > cue ? s - cue : around.groupStart - e;
  sink.add(T['p adjacent'], pair(pair(bucket(Math.max(gap, 0)), marks), pair(side, first.posId)));
  sink.add(T['p one'], pair(pair(e - s === 1 ? first.wordId : 0, gap), side));
}

const EDGE: Token = {
  start: 0,
  end: 0,
  word: '',
  lemma: '',
  pos: 'X',
  wordId: 1,
  lemmaId: 1,
  posId: 31,
  capital: false,
  mark: true,
  reports: 0,
  speaker: false,
  quotation: -1,
};
