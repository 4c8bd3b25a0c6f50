import { closesQuotation, opensQuotation } from './candidates.ts';
import { bucket, type FeatureList, pair, templates } from './features.ts';
import type { Surroundings } from './surroundings.ts';

/** The questions asked about a span: that there is none, its start (s), its end (e), both together (p). */
// biome-ignore format: names, to be read as a table
const T = templates(
  'span',
  'none', 'none lemma', 'none before', 'none after', 'none quote', 'none flags', 'none source',
  'none lemma source', 'none lemma after', 'none lemma quote', 'none mark', 'none lemma mark',
  'none subject', 'none class', 'none class source', 'none class after', 'none class edge', 'none cue',
  'none end', 's word', 's pos', 's before', 's pos before', 's distance', 's lemma', 's lemma distance',
  's lemma before', 's between', 's verb between', 's quote', 's next', 's unit', 's flags', 's marks word',
  's class', 's class before', 's class distance', 's cue between', 's opener', 's class opener',
  's later opener', 's before word', 's passive', 's speaks', 's first words', 's between words',
  's adjacent', 'e last', 'e next', 'e pos', 'e next next', 'e distance', 'e end', 'e end distance',
  'e quote', 'e lemma next', 'e lemma', 'e next pos lemma', 'e source', 'e adjacent', 'e verbs', 'e marks',
  'e class next', 'e reports', 'e clause', 'e clause next', 'e words', 'e fourth', 'e class rest',
  'e cue next', 'e cue next word', 'e cue between', 'e speaks', 'e class speaks', 'e group', 'e form',
  'e gap pos', 'e gap words', 'e heads', 'e verb next', 'p length', 'p quote', 'p verbs', 'p lemma length',
  'p lemma verbs', 'p comma', 'p first next', 'p first last', 'p pos', 'p length first', 'p head',
  'p lemma head', 'p last next', 'p class first next', 'p class quote', 'p class verbs', 'p speaks comma',
  'p cue inside', 'p cue inside next', 'p opener next', 'p heads', 'p adjacent', 'p one',
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
