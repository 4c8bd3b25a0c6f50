import { ending, isHead, isNominal, verbGroup } from './clause.ts';
import { bucket, type FeatureSink, hash, pair, templates } from './features.ts';
import { denying } from './kinds.ts';
import { EDGE, labelEnd, type Tagged, type Token, type Unit } from './tag.ts';

/** Whether the token can be the head of a cue at all. */
export function canBeCue(token: Token): boolean {
  if (token.quotation >= 0) return false;
  switch (token.pos) {
    case 'VERB':
    case 'NOUN':
    case 'ADJ':
    case 'ADV':
    case 'ADP':
    case 'PROPN':
      return true;
    default:
      return token.word === ':';
  }
}

/** Whether it is worth asking the model: every verb is, other words where they have been the head of a cue before. */
export function isWorthAsking(token: Token, known: ReadonlySet<number>): boolean {
  return canBeCue(token) && (token.pos === 'VERB' || token.reports !== 0 || known.has(knownAs(token)));
}

/** The number by which a word that is not a verb is known as the head of a cue. */
export function knownAs({ lemmaId, posId }: Token): number {
  return pair(lemmaId, posId);
}

/** The questions asked about a token, by name. */
// biome-ignore format: names, to be read as a table
export const CUE_TEMPLATES = templates(
  'cue',
  'bias', 'lemma', 'word', 'pos', 'lemma pos', 'ending', 'word -1', 'word -2', 'word -3', 'word +1',
  'word +2', 'word +3', 'lemma -1', 'lemma +1', 'pos -1', 'pos +1', 'pos -1 +1', 'pos +1 +2', 'pos -2 -1',
  'lemma, word +1', 'lemma, word +2', 'lemma, word -1', 'lemma, pos +1', 'lemma, pos -1',
  'lemma, pos +1 +2', 'word +1 +2', 'pos, word +1', 'flags', 'lemma, flags', 'group pos',
  'lemma, group pos', 'before group', 'subject', 'subject pos', 'lemma, subject', 'lemma, subject pos',
  'subject gap', 'subject preceded', 'comma gap', 'object', 'lemma, object', 'pronoun after', 'that',
  'lemma, that', 'to', 'class', 'class, word +1', 'class, word -1', 'class, pos +1 +2',
  'class, subject pos', 'class, flags', 'class that', 'class object', 'class group pos', 'words -2 -1',
  'pos -2 to +2', 'speaks', 'class speaks', 'lemma speaks', 'quotation after', 'quotation before',
  'lemma, quotation after', 'lemma, quotation before', 'lemma, unit has quotation', 'class, quotation',
  'class place', 'mark -1', 'place', 'end', 'lemma, end', 'lemma, ending place', 'first unit',
  'verb before', 'class before', 'class, class before', 'verb before gap', 'lemma, verb before', 'relative',
  'lemma, relative', 'bracket', 'verb after', 'class after', 'noun before', 'speech before', 'speech after',
  'capitals', 'denies', 'label', 'object head', 'lemma, object head', 'class, object head', 'lemma, object class',
  'class, object class', 'frame', 'lemma, frame', 'class, frame', 'subject head', 'class, subject head', 'beyond',
);
const T = CUE_TEMPLATES;

/** What the model looks at to say whether the token at `i` is the head of a cue. */
export function cueFeatures(tagged: Tagged, unit: Unit, i: number, sink: FeatureSink): void {
  const { tokens } = tagged;
  const at = (j: number) => (j >= unit.start && j < unit.end ? tokens[j]! : EDGE);
  const token = tokens[i]!;
  const { lemmaId: lemma, posId: pos } = token;
  const [p1, p2, p3] = [at(i - 1), at(i - 2), at(i - 3)];
  const [n1, n2, n3] = [at(i + 1), at(i + 2), at(i + 3)];
  const add = (template: number, value: number) => sink.add(template, value);

  add(T.bias, 0);
  add(T.lemma, lemma);
  add(T.word, token.wordId);
  add(T.pos, pos);
  add(T['lemma pos'], pair(lemma, pos));
  const ends = ending(token.word);
  add(T.ending, ends + 8 * pos);
  add(T['word -1'], p1.wordId);
  add(T['word -2'], p2.wordId);
  add(T['word -3'], p3.wordId);
  add(T['word +1'], n1.wordId);
  add(T['word +2'], n2.wordId);
  add(T['word +3'], n3.wordId);
  add(T['lemma -1'], pair(p1.lemmaId, pos));
  add(T['lemma +1'], pair(n1.lemmaId, pos));
  add(T['pos -1'], p1.posId);
  add(T['pos +1'], n1.posId);
  add(T['pos -1 +1'], p1.posId * 32 + n1.posId);
  add(T['pos +1 +2'], pair(pos, n1.posId * 32 + n2.posId));
  add(T['pos -2 -1'], pair(pos, p2.posId * 32 + p1.posId));
  add(T['lemma, word +1'], pair(lemma, n1.wordId));
  add(T['lemma, word +2'], pair(lemma, n2.wordId));
  add(T['lemma, word -1'], pair(lemma, p1.wordId));
  add(T['lemma, pos +1'], pair(lemma, n1.posId));
  add(T['lemma, pos -1'], pair(lemma, p1.posId));
  add(T['lemma, pos +1 +2'], pair(lemma, n1.posId * 32 + n2.posId));
  add(T['word +1 +2'], pair(n1.wordId, n2.wordId));
  add(T['pos, word +1'], pair(pos, n1.wordId));

  const group = verbGroup(tokens, unit, i);
  const before = at(group.start - 1);
  add(T.flags, group.flags + 64 * pos);
  add(T['lemma, flags'], pair(lemma, group.flags));
  add(T['group pos'], before.posId + 32 * pos);
  add(T['lemma, group pos'], pair(lemma, before.posId));
  add(T['before group'], before.wordId);

  // The nearest thing on the left that may be the subject, and how far it is.
  let s = group.start - 1;
  let commas = 0;
  while (s >= unit.start && !isHead(tokens[s]!)) if (tokens[s--]!.mark) commas++;
  const subject = at(s);
  const subjectPos = subject.posId * 4 + (subject.capital ? 2 : 0) + (commas > 0 ? 1 : 0);
  add(T.subject, subject.lemmaId);
  add(T['subject pos'], subjectPos);
  add(T['lemma, subject'], pair(lemma, subject.lemmaId));
  add(T['lemma, subject pos'], pair(lemma, subjectPos));
  add(T['subject gap'], bucket(group.start - s) * 32 + pos);
  add(T['subject preceded'], pair(at(s - 1).posId, subjectPos));
  add(T['comma gap'], pair(commas, pos));

  // What it governs.
  let o = i + 1;
  while (o < unit.end && o < i + 6 && !isHead(tokens[o]!) && tokens[o]!.pos !== 'VERB' && !tokens[o]!.mark)
    o++;
  const object = at(o);
  const objectKind = object.posId * 4 + (object.capital ? 2 : 0) + (object.quotation >= 0 ? 1 : 0);
  add(T.object, object.lemmaId);
  add(T['lemma, object'], pair(lemma, objectKind));
  add(T['pronoun after'], pair(object.posId, pos));
  // The noun phrase right after it: its last noun, and what comes next.
  let beyond = i + 1;
  let headAt = -1;
  while (beyond < unit.end && beyond < i + 12 && isNominal(tokens[beyond]!)) {
    if (isHead(tokens[beyond]!) && tokens[beyond]!.pos !== 'DET') headAt = beyond;
    beyond++;
  }
  const governed = headAt < 0 ? EDGE : tokens[headAt]!;
  const sort =
    governed.posId * 16 +
    (governed.capital ? 1 : 0) +
    (governed.speaker ? 2 : 0) +
    (governed.word.endsWith('s') ? 4 : 0) +
    (n1.pos === 'DET' || n1.pos === 'PRON' ? 8 : 0);
  const next = at(beyond);
  const frame = pair(
    headAt < 0 ? 0 : 1,
    next.mark || next.pos === 'ADP' || next.pos === 'SCONJ' || next.pos === 'PART'
      ? next.wordId
      : next.posId * 8 + ending(next.word),
  );
  add(T['object head'], governed.lemmaId);
  add(T['lemma, object head'], pair(lemma, governed.lemmaId));
  add(T['class, object head'], pair(token.reports, governed.lemmaId));
  add(T['lemma, object class'], pair(lemma, pair(sort, governed.reports)));
  add(T['class, object class'], pair(token.reports, pair(sort, governed.reports)));
  add(T.frame, pair(frame, pos));
  add(T['lemma, frame'], pair(lemma, frame));
  add(T['class, frame'], pair(token.reports, frame));
  add(T.beyond, pair(frame, pair(sort, token.reports)));
  // The subject without what is attached to it: "the head of the council said".
  let whole = s;
  while (whole - 2 > unit.start && (isNominal(at(whole)) || at(whole).word === 'of')) whole--;
  while (whole < s && !(isHead(at(whole)) && at(whole).pos !== 'DET')) whole++;
  add(T['subject head'], pair(at(whole).lemmaId, at(whole).speaker ? 1 : 0));
  add(T['class, subject head'], pair(token.reports, at(whole).lemmaId));
  if (token.word === ':') add(T.label, labelEnd(tokens, unit) === i ? 1 + Math.min(tagged.labels, 4) : 0);
  let that = 0;
  for (let j = i + 1; j < Math.min(i + 9, unit.end) && tokens[j]!.pos !== 'VERB'; j++) {
    const { word } = tokens[j]!;
    if (word === 'that' || word === 'whether' || word === 'how' || word === 'if' || word === 'why') {
      that = j - i;
      break;
    }
  }
  add(T.that, Math.min(that, 4) + 8 * pos);
  add(T['lemma, that'], pair(lemma, that > 0 ? 1 : 0));
  add(T.to, pair(lemma, n1.word === 'to' || n2.word === 'to' ? 1 : 0));

  const denial = denying(tagged, unit, i);
  if (denial) add(T.denies, pair(hash(denial.object), hash(denial.kind)));

  const kind = pair(token.reports, ends);
  const { reports } = token;
  add(T.class, kind);
  add(T['class, word +1'], pair(kind, n1.wordId));
  add(T['class, word -1'], pair(kind, p1.wordId));
  add(T['class, pos +1 +2'], pair(kind, n1.posId * 32 + n2.posId));
  add(T['class, subject pos'], pair(reports, subjectPos));
  add(T['class, flags'], pair(reports, group.flags));
  add(T['class that'], pair(kind, that > 0 ? 1 : n1.word === 'to' ? 2 : 0));
  add(T['class object'], pair(kind, objectKind));
  add(T['class group pos'], pair(kind, before.posId));
  add(T['words -2 -1'], pair(p2.wordId, p1.wordId));
  add(T['pos -2 to +2'], pair(pair(p2.posId * 32 + p1.posId, n1.posId * 32 + n2.posId), pos));
  const speaks =
    (subject.speaker ? 1 : 0) +
    2 * Math.min(tagged.speakers.get(subject.lemmaId) ?? 0, 3) +
    (subject.pos === 'PRON' ? 8 : 0);
  add(T.speaks, pair(speaks, pos * 2 + (commas > 0 ? 1 : 0)));
  add(T['class speaks'], pair(reports, speaks));
  add(T['lemma speaks'], pair(lemma, speaks));

  // Quotations and the frame of the unit.
  let after = 0;
  for (let j = i + 1; j < unit.end && !after; j++) if (tokens[j]!.quotation >= 0) after = j - i;
  let quotedBefore = 0;
  for (let j = i - 1; j >= unit.start && !quotedBefore; j--)
    if (tokens[j]!.quotation >= 0) quotedBefore = i - j;
  const left = bucket(quotedBefore) + 16 * pos;
  const right = bucket(after) + 16 * pos;
  add(T['quotation after'], right);
  add(T['quotation before'], left);
  add(T['lemma, quotation after'], pair(lemma, after === 0 ? 0 : after < 3 ? 1 : 2));
  add(T['lemma, quotation before'], pair(lemma, quotedBefore === 0 ? 0 : quotedBefore < 6 ? 1 : 2));
  add(T['lemma, unit has quotation'], pair(lemma, (after > 0 ? 1 : 0) + (quotedBefore > 0 ? 2 : 0)));
  add(T['class, quotation'], pair(kind, Math.min(right, 16 * pos + 3) * 512 + Math.min(left, 16 * pos + 6)));
  add(T['class place'], pair(reports, bucket(i - unit.start)));
  add(T['mark -1'], pair(p1.mark ? p1.wordId : 0, p2.quotation >= 0 ? 1 : 0));
  add(T.place, bucket(i - unit.start) + 16 * pos);
  const end = bucket(unit.end - i);
  add(T.end, end + 16 * pos);
  add(T['lemma, end'], pair(lemma, Math.min(end, 4)));
  add(T['lemma, ending place'], pair(ends, Math.min(end, 4) * 16 + bucket(i - unit.start)));
  add(T['first unit'], (unit.start === 0 ? 1 : 0) + 2 * pos);

  // Other verbs outside quotations: what this one depends on, or is told in.
  let v = group.start - 1;
  let relative = 0;
  let bracket = 0;
  while (v >= unit.start && !(tokens[v]!.pos === 'VERB' && tokens[v]!.quotation < 0)) {
    const { word } = tokens[v]!;
    if (!relative) relative = RELATIVE.get(word) ?? 0;
    if (word === '(') bracket = 1;
    if (word === ')') bracket = 2;
    v--;
  }
  const earlier = at(v);
  add(T['verb before'], earlier.lemmaId);
  add(T['class before'], pair(earlier.reports, kind));
  add(T['class, class before'], pair(pair(earlier.reports, reports), bucket(i - v)));
  add(T['verb before gap'], bucket(i - v) * 32 + pos);
  add(T['lemma, verb before'], pair(lemma, earlier.lemmaId));
  add(T.relative, relative * 32 + pos);
  add(T['lemma, relative'], pair(lemma, relative));
  add(T.bracket, bracket * 32 + pos);
  let w = i + 1;
  while (w < unit.end && !(tokens[w]!.pos === 'VERB' && tokens[w]!.quotation < 0)) w++;
  add(T['verb after'], at(w).lemmaId);
  add(T['class after'], pair(at(w).reports, kind));
  let noun = i - 1;
  while (noun >= unit.start && noun > i - 12 && tokens[noun]!.reports >= 0) noun--;
  add(T['noun before'], pair(at(noun).reports, kind));
  let speech = 0;
  for (let j = unit.start; j < i; j++)
    if (tokens[j]!.plain && tokens[j]!.quotation < 0) speech = bucket(i - j) + 1;
  add(T['speech before'], speech * 32 + pos);
  speech = 0;
  for (let j = unit.end - 1; j > i; j--) {
    if (tokens[j]!.plain && tokens[j]!.quotation < 0) speech = Math.min(unit.end - j, 6) * 16 + bucket(j - i);
  }
  add(T['speech after'], speech * 32 + pos);
  let capitals = 0;
  for (let j = unit.start; j < unit.end && j < unit.start + 12; j++) if (tokens[j]!.capital) capitals++;
  add(T.capitals, (capitals > (Math.min(unit.end - unit.start, 12) * 2) / 3 ? 1 : 0) + 2 * pos);
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['who', 1],
  ['which', 2],
  ['that', 3],
  ['whose', 4],
  ['when', 5],
  ['as', 6],
  ['if', 7],
  ['after', 8],
  ['because', 9],
  ['while', 10],
  [',', 11],
]);
