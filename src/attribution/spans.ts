import { closesQuotation, opensQuotation } from './candidates.ts';
import { bucket, type FeatureList, pair, questions, templates } from './features.ts';
import type { Surroundings } from './surroundings.ts';

// What is asked about a span: that there is none, its start (s), its end (e), both together (p). The *kind* of a token is
// its word where it is a mark, its part of speech elsewhere; a *joint* is a mark or a conjunction, with its word, too.

// biome-ignore format: names, to be read as a table
const T = templates(
  'span',
  'none', 'none lemma', 'none before', 'none after', 'none quote', 'none flags', 'none source',
  'none lemma source', 'none lemma after', 'none lemma quote', 'none mark', 'none lemma mark',
  'none subject', 'none class', 'none class source', 'none class after', 'none class edge', 'none cue',
  'none end', 's between words', 'e group', 'e form', 'e gap pos', 'e gap words', 'e heads',
);

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

// biome-ignore format: a table
const START = questions(
  'span',
  [
    'word', 'pos', 'kind', 'pronoun', 'before', 'pos before', 'both pos', 'next', 'next pos', 'side', 'after', 'distance',
    'verbs and marks', 'verbs', 'marks', 'cues', 'quote', 'edge', 'lemma', 'cue pos', 'class', 'form', 'flags',
    'to opener', 'opener', 'adjacent', 'beyond', 'where',
  ],
  {
    's word': ['word', 'side'],
    's before': ['before', 'side'],
    's pos before': ['both pos', 'side'],
    's distance': ['distance', 'side'],
    's between': ['verbs and marks', 'side'],
    's verb between': [['verbs', 'distance'], 'cue pos'],
    's quote': ['quote', 'side'],
    's cue between': ['cues', ['side', 'distance']],
    's passive': ['before', ['flags', 'form']],
    's speaks': ['pronoun', ['pos before', 'form']],
  },
  {
    's pos': ['pos', 'side'],
    's lemma': ['lemma', 'kind'],
    's lemma distance': ['lemma', 'distance'],
    's lemma before': [['lemma', 'before'], 'pos'],
    's next': ['word', 'next pos'],
    's unit': ['edge', 'side'],
    's flags': [['flags', 'cue pos'], 'distance'],
    's marks word': [['marks', 'word'], 'side'],
    's class': ['class', ['kind', 'after']],
    's class before': ['class', ['before', 'pos']],
    's class distance': ['class', 'distance'],
    's opener': ['to opener', 'side'],
    's class opener': ['class', ['to opener', 'opener']],
    's later opener': ['pos', ['to opener', 'opener']],
    's before word': ['before', ['distance', 'form']],
    's first words': ['word', 'next'],
    's adjacent': 'adjacent',
    's beyond': ['beyond', 'where'],
    's beyond class': [['beyond', 'class'], 'where'],
  },
);

/** What is asked about places by themselves: first what tells most, then, of those that are still likely, the rest. */
export interface Asking {
  readonly first: (around: Surroundings, at: number, sink: FeatureList) => void;
  /** To be asked right after the first, since it goes by the same facts. */
  readonly rest: (around: Surroundings, at: number, sink: FeatureList) => void;
}

/** That the span begins at a token. */
export const STARTS: Asking = { first: askStart, rest: askMoreOfStart };

function askStart(around: Surroundings, i: number, sink: FeatureList): void {
  const { cue, unit, source } = around.place;
  const token = around.at(i);
  const before = around.at(i - 1);
  const next = around.at(i + 1);
  const verb = around.at(cue);
  const after = i > cue;
  const distance = after ? bucket(i - cue - 1) : 16 + bucket(around.groupStart - i);
  const verbs = after ? around.verbsBetween(cue + 1, i) : around.verbsBetween(i, around.groupStart);
  const marks = after ? around.marksBetween(cue + 1, i) : around.marksBetween(i, around.groupStart);
  const opens = opensQuotation(around.tokens, i) ? 1 : token.quotation >= 0 ? 2 : 0;
  const { facts, fact } = START;
  facts[fact.word] = token.wordId;
  facts[fact.pos] = token.posId;
  facts[fact.kind] = token.mark ? token.wordId : token.posId;
  facts[fact.pronoun] = token.pos === 'PRON' ? token.wordId : token.posId;
  facts[fact.before] = before.wordId;
  facts[fact['pos before']] = before.posId;
  facts[fact['both pos']] = token.posId * 32 + before.posId;
  facts[fact.next] = next.wordId;
  facts[fact['next pos']] = next.posId;
  facts[fact.side] = (after ? 4 : 0) + around.side;
  facts[fact.after] = after ? 1 : 0;
  facts[fact.distance] = distance;
  facts[fact['verbs and marks']] = Math.min(verbs, 3) * 4 + Math.min(marks, 3);
  facts[fact.verbs] = Math.min(verbs, 2);
  facts[fact.marks] = Math.min(marks, 3);
  facts[fact.cues] = after ? around.cueBetween(cue + 1, i) : around.cueBetween(i, cue);
  facts[fact.quote] = opens * 32 + distance;
  facts[fact.edge] = i === unit.start ? 1 : before.quotation >= 0 ? 2 : 0;
  facts[fact.lemma] = verb.lemmaId;
  facts[fact['cue pos']] = verb.posId;
  facts[fact.class] = around.class;
  facts[fact.form] = around.form;
  facts[fact.flags] = around.flags;
  facts[fact['to opener']] = around.opener < 0 ? 9 : Math.max(-3, Math.min(3, i - around.opener));
  facts[fact.opener] = around.opener < 0 ? 0 : around.at(around.opener).wordId;
  const adjacent = source && !after ? i - source.end : -1;
  facts[fact.adjacent] = adjacent === 0 || i === cue + 1 ? 1 : 0;
  facts[fact.beyond] = around.beyond;
  facts[fact.where] = i === cue + 1 ? 1 : after ? 2 : 0;
  START.answers[0]!(sink);
}

function askMoreOfStart(around: Surroundings, i: number, sink: FeatureList): void {
  START.answers[1]!(sink);
  const { cue } = around.place;
  if (i <= cue || i - cue > 4) return;
  let gap = 0;
  for (let j = cue + 1; j < i; j++) gap = pair(gap, around.at(j).posId);
  sink.add(T['s between words'], pair(gap, pair(around.class, around.at(i).posId)));
}

// biome-ignore format: a table
const END = questions(
  'span',
  [
    'last', 'last pos', 'last and quote', 'next', 'next pos', 'next kind', 'next joint', 'next class', 'both pos', 'third',
    'third pos', 'third class', 'third and next pos', 'fourth pos', 'fourth class', 'side', 'distance', 'side and distance',
    'rest', 'rest and distance', 'quote', 'verbs and marks', 'marks', 'cues', 'cues next', 'lemma', 'cue pos', 'class',
    'clause', 'touches', 'speaks',
  ],
  {
    'e last': ['last and quote', 'side'],
    'e next': ['next', 'side'],
    'e pos': ['both pos', 'side'],
    'e end': [['rest', 'next kind'], 'side'],
    'e end distance': ['rest and distance', 'side'],
    'e quote': ['quote', 'side'],
    'e adjacent': ['touches', 'next'],
    'e reports': [['next class', 'third class'], ['fourth class', 'next joint']],
    'e cue next word': ['cues next', ['next', 'third pos']],
    'e cue between': ['cues', ['side', 'next joint']],
  },
  {
    'e next next': [['next', 'third pos'], 'side'],
    'e distance': ['distance', 'side'],
    'e lemma next': ['lemma', 'next'],
    'e lemma': ['lemma', ['rest', 'side']],
    'e next pos lemma': [['cue pos', 'third'], 'next'],
    'e source': ['touches', 'side'],
    'e verbs': ['verbs and marks', ['side', 'next kind']],
    'e marks': ['marks', 'side'],
    'e class next': ['class', ['next', 'side']],
    'e clause': ['clause', ['next joint', 'third pos']],
    'e clause next': ['clause', ['next joint', 'side']],
    'e words': [['last', 'next'], 'third'],
    'e fourth': [['next joint', 'third pos'], ['fourth pos', 'side']],
    'e class rest': ['class', ['rest', 'next joint']],
    'e cue next': ['cues next', ['next joint', 'side']],
    'e speaks': ['speaks', 'side and distance'],
    'e class speaks': [['class', 'speaks'], 'next joint'],
    'e verb next': ['third and next pos', ['side', 'last pos']],
  },
);

/** That the span ends before a token. */
export const ENDS: Asking = { first: askEnd, rest: askMoreOfEnd };

function askEnd(around: Surroundings, e: number, sink: FeatureList): void {
  const { cue, unit, source } = around.place;
  const verb = around.at(cue);
  const last = around.at(e - 1);
  const next = around.at(e);
  const third = around.at(e + 1);
  const fourth = around.at(e + 2);
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
  const joint = next.mark || next.pos === 'CCONJ' || next.pos === 'SCONJ' ? next.wordId : next.posId;
  const { facts, fact } = END;
  facts[fact.last] = last.wordId;
  facts[fact['last pos']] = last.posId;
  facts[fact['last and quote']] = last.posId * 4 + closes;
  facts[fact.next] = next.wordId;
  facts[fact['next pos']] = next.posId;
  facts[fact['next kind']] = next.mark ? next.wordId : next.posId;
  facts[fact['next joint']] = joint;
  facts[fact['next class']] = next.reports;
  facts[fact['both pos']] = last.posId * 32 + next.posId;
  facts[fact.third] = third.wordId;
  facts[fact['third pos']] = third.posId;
  facts[fact['third class']] = third.reports;
  facts[fact['third and next pos']] = third.posId * 32 + next.posId;
  facts[fact['fourth pos']] = fourth.posId;
  facts[fact['fourth class']] = fourth.reports;
  facts[fact.side] = side;
  facts[fact.distance] = distance;
  facts[fact['side and distance']] = side * 32 + distance;
  facts[fact.rest] = rest;
  facts[fact['rest and distance']] = rest * 32 + distance;
  facts[fact.quote] = closes * 4 + (next.quotation >= 0 ? 1 : 0);
  facts[fact['verbs and marks']] = Math.min(verbs, 4) * 8 + Math.min(marks, 4);
  facts[fact.marks] = Math.min(marks, 5);
  facts[fact.cues] = after ? around.cueBetween(cue + 1, e) : around.cueBetween(e, cue);
  facts[fact['cues next']] = around.cueBetween(e, e + 4);
  facts[fact.lemma] = verb.lemmaId;
  facts[fact['cue pos']] = verb.posId;
  facts[fact.class] = around.class;
  facts[fact.clause] = around.clause;
  facts[fact.touches] = toSource * 4 + toCue;
  facts[fact.speaks] =
    (last.speaker ? 1 : 0) +
    2 * Math.min(around.speakers.get(last.lemmaId) ?? 0, 3) +
    (last.pos === 'PRON' ? 8 : 0) +
    (last.capital ? 16 : 0);
  END.answers[0]!(sink);
}

function askMoreOfEnd(around: Surroundings, e: number, sink: FeatureList): void {
  END.answers[1]!(sink);
  if (e > around.place.cue + 1) return;
  const { form } = around;
  const next = around.at(e);
  const joint = END.facts[END.fact['next joint']]!;
  const verbs = around.verbsBetween(e, around.groupStart);
  const group = around.at(around.groupStart - 1);
  sink.add(T['e group'], pair(pair(next.wordId, group.wordId), around.class));
  sink.add(
    T['e form'],
    pair(pair(form, joint), pair(group.mark ? group.wordId : group.posId, Math.min(verbs, 3))),
  );
  const near = around.groupStart - e;
  if (near >= 0 && near <= 5) {
    let gap = 0;
    let words = 0;
    for (let j = e; j < around.groupStart; j++) {
      gap = pair(gap, around.at(j).posId);
      words = pair(words, around.at(j).wordId);
    }
    sink.add(T['e gap pos'], pair(gap, form));
    sink.add(T['e gap words'], pair(words, form));
  }
  const heads = around.headsBetween(e, around.groupStart);
  sink.add(T['e heads'], pair(pair(Math.min(heads, 5), Math.min(verbs, 3)), form));
}

// biome-ignore format: a table
const PAIR = questions(
  'span',
  [
    'first', 'first pos', 'first kind', 'only', 'last', 'last lemma', 'last and capital', 'last speaker', 'both pos',
    'next', 'next pos', 'next kind', 'side', 'length', 'gap', 'distance', 'verbs', 'marks', 'heads', 'cues', 'quote',
    'opener', 'lemma', 'class',
  ],
  {
    'p length': ['length', 'side'],
    'p quote': ['quote', 'side'],
    'p verbs': [['verbs', 'first pos'], 'side'],
    'p lemma length': ['lemma', 'length'],
    'p lemma verbs': ['lemma', 'verbs'],
    'p comma': [['marks', 'verbs'], ['side', 'next kind']],
    'p first next': [['first', 'next'], 'side'],
    'p first last': ['both pos', 'side'],
    'p pos': [['first pos', 'next pos'], ['length', 'side']],
    'p length first': [['first', 'verbs'], 'side'],
    'p head': ['last lemma', 'side'],
    'p lemma head': ['lemma', 'last and capital'],
    'p last next': [['last', 'next'], 'side'],
    'p class first next': ['class', ['first kind', 'next kind']],
    'p class quote': ['class', 'quote'],
    'p class verbs': [['class', 'verbs'], ['length', 'side']],
    'p speaks comma': [['last speaker', 'marks'], ['first pos', 'next kind']],
    'p cue inside': ['cues', ['side', 'length']],
    'p cue inside next': [['cues', 'class'], 'next kind'],
    'p opener next': [['opener', 'class'], 'next kind'],
    'p heads': [['heads', 'verbs'], ['side', 'next kind']],
    'p adjacent': [['distance', 'marks'], ['side', 'first pos']],
    'p one': [['only', 'gap'], 'side'],
  },
);

/** That the span is the tokens from `s` to before `e`. */
export function pairFeatures(around: Surroundings, s: number, e: number, sink: FeatureList): void {
  const { cue } = around.place;
  const { opener } = around;
  const first = around.at(s);
  const last = around.at(e - 1);
  const next = around.at(e);
  const opens = opensQuotation(around.tokens, s) ? 1 : first.quotation >= 0 ? 2 : 0;
  const closes = closesQuotation(around.tokens, e - 1) ? 1 : last.quotation >= 0 ? 2 : 0;
  const same = opens > 0 && first.quotation === last.quotation ? 1 : 0;
  const gap = s > cue ? s - cue : around.groupStart - e;
  const { facts, fact } = PAIR;
  facts[fact.first] = first.wordId;
  facts[fact['first pos']] = first.posId;
  facts[fact['first kind']] = first.mark ? first.wordId : first.posId;
  facts[fact.only] = e - s === 1 ? first.wordId : 0;
  facts[fact.last] = last.wordId;
  facts[fact['last lemma']] = last.lemmaId;
  facts[fact['last and capital']] = last.posId * 2 + (last.capital ? 1 : 0);
  facts[fact['last speaker']] = last.speaker ? 1 : 0;
  facts[fact['both pos']] = first.posId * 32 + last.posId;
  facts[fact.next] = next.wordId;
  facts[fact['next pos']] = next.posId;
  facts[fact['next kind']] = next.mark ? next.wordId : next.posId;
  facts[fact.side] = (s > cue ? 4 : 0) + around.side;
  facts[fact.length] = bucket(e - s);
  facts[fact.gap] = gap;
  facts[fact.distance] = bucket(Math.max(gap, 0));
  facts[fact.verbs] = Math.min(around.verbsBetween(s, e), 3);
  facts[fact.marks] = Math.min(around.marksBetween(s, e), 4);
  facts[fact.heads] = Math.min(around.headsBetween(s, e), 5);
  facts[fact.cues] = around.cueBetween(s, e);
  facts[fact.quote] = opens * 8 + closes * 2 + same;
  facts[fact.opener] = opener < 0 ? 2 : s === opener ? 1 : s < opener && opener < e ? 3 : 4;
  facts[fact.lemma] = around.at(cue).lemmaId;
  facts[fact.class] = around.class;
  PAIR.answer(sink);
}
