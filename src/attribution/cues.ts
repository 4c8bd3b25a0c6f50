import { isHead, isNominal, type VerbGroup, verbGroup } from './clause.ts';
import { CUE, RARE } from './cue-questions.ts';
import { denying } from './denying.ts';
import { bucket, type FeatureList, hash, pair } from './features.ts';
import { EDGE, labelEnd, type Run, type Tagged, type Token, type Unit } from './tag.ts';
import { WordSet } from './word-set.ts';

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

/** What the model looks at to say whether the token at `i` is the head of a cue. */
export function cueFeatures(tagged: Tagged, unit: Unit, i: number, to: FeatureList): void {
  farFeatures(tagged, unit, i, nearFeatures(tagged, unit, i, to), to);
}

/** The first part of it: the words right beside the token. Returns the verb with its auxiliaries. */
export function nearFeatures({ tokens }: Tagged, unit: Unit, i: number, to: FeatureList): VerbGroup {
  const group = verbGroup(tokens, unit, i);
  writeWords(tokens, unit, i);
  writeGroup(tokens, unit, i, group);
  CUE.answers[0]!(to);
  return group;
}

/** The rest, right after `nearFeatures` of the same token, with what that returned. */
export function farFeatures(tagged: Tagged, unit: Unit, i: number, group: VerbGroup, to: FeatureList): void {
  const { tokens } = tagged;
  writeSubject(tagged, unit, i, group);
  writeObject(tokens, unit, i);
  writeQuotations(tokens, unit, i);
  writePlace(tokens, unit, i);
  writeOtherVerbs(tokens, unit, i, group);
  CUE.answers[1]!(to);
  for (const [question, answer] of special(tagged, unit, i)) to.add(RARE[question], answer);
}

/** The names of what is asked of the token that `cueFeatures` was last called for, in the order of its features. */
export function cueQuestions(tagged: Tagged, unit: Unit, i: number): string[] {
  return [...CUE.names, ...special(tagged, unit, i).map(([question]) => question)];
}

/** What is asked about few tokens, with the answers. */
function special(tagged: Tagged, unit: Unit, i: number): readonly Asked[] {
  const token = tagged.tokens[i]!;
  const leading = unit.leads > 0 && facts[fact.quotations] === 0 ? beforeQuotation(token, unit) : NOTHING;
  const denial = denying(tagged, unit, i);
  if (denial) return [['denies', pair(hash(denial.object), hash(denial.kind))], ...leading];
  if (token.word !== ':') return leading;
  const label = labelEnd(tagged.tokens, unit) === i ? 1 + Math.min(tagged.labels, 4) : 0;
  return [['label', label], ...leading];
}

function beforeQuotation({ posId, lemmaId }: Token, { leads }: Unit): readonly Asked[] {
  return [
    ['leads', leads * 32 + posId],
    ['lemma leads', pair(lemmaId, leads)],
    ['class leads', pair(facts[fact.kind]!, leads)],
    ['subject leads', pair(facts[fact.speaks]!, leads)],
  ];
}

type Asked = readonly [question: keyof typeof RARE, answer: number];

const NOTHING: readonly Asked[] = [];

const { facts, fact } = CUE;

function at(tokens: readonly Token[], unit: Run, i: number): Token {
  return i >= unit.start && i < unit.end ? tokens[i]! : EDGE;
}

/** The token and those around it. */
function writeWords(tokens: readonly Token[], unit: Run, i: number): void {
  const { wordId, lemmaId, posId: pos, ending: ends, reports } = tokens[i]!;
  const p1 = at(tokens, unit, i - 1);
  const p2 = at(tokens, unit, i - 2);
  const n1 = at(tokens, unit, i + 1);
  const n2 = at(tokens, unit, i + 2);
  facts[fact.lemma] = lemmaId;
  facts[fact.word] = wordId;
  facts[fact.pos] = pos;
  facts[fact.ending] = ends;
  facts[fact['ending and pos']] = ends + 8 * pos;
  facts[fact.class] = reports;
  facts[fact.kind] = pair(reports, ends);
  facts[fact['word -1']] = p1.wordId;
  facts[fact['word -2']] = p2.wordId;
  facts[fact['word -3']] = at(tokens, unit, i - 3).wordId;
  facts[fact['word +1']] = n1.wordId;
  facts[fact['word +2']] = n2.wordId;
  facts[fact['word +3']] = at(tokens, unit, i + 3).wordId;
  facts[fact['lemma -1']] = p1.lemmaId;
  facts[fact['lemma +1']] = n1.lemmaId;
  facts[fact['pos -1']] = p1.posId;
  facts[fact['pos +1']] = n1.posId;
  facts[fact['pos -1 +1']] = p1.posId * 32 + n1.posId;
  facts[fact['pos +1 +2']] = n1.posId * 32 + n2.posId;
  facts[fact['pos -2 -1']] = p2.posId * 32 + p1.posId;
  facts[fact['mark -1']] = p1.mark ? p1.wordId : 0;
  facts[fact['quoted -2']] = p2.quotation >= 0 ? 1 : 0;
}

/** The auxiliaries of a verb, and what stands before them. */
function writeGroup(tokens: readonly Token[], unit: Run, i: number, { start, flags }: VerbGroup): void {
  const { posId: pos } = tokens[i]!;
  const before = at(tokens, unit, start - 1);
  facts[fact.flags] = flags;
  facts[fact['flags and pos']] = flags + 64 * pos;
  facts[fact['before group']] = before.wordId;
  facts[fact['group pos']] = before.posId;
  facts[fact['group pos and pos']] = before.posId + 32 * pos;
}

/** The nearest thing on the left that may be the subject, and how far it is. */
function writeSubject({ tokens, speakers }: Tagged, unit: Run, i: number, group: VerbGroup): void {
  const { posId: pos } = tokens[i]!;
  let s = group.start - 1;
  let commas = 0;
  while (s >= unit.start && !isHead(tokens[s]!)) if (tokens[s--]!.mark) commas++;
  const subject = at(tokens, unit, s);
  facts[fact.subject] = subject.lemmaId;
  facts[fact['subject pos']] = subject.posId * 4 + (subject.capital ? 2 : 0) + (commas > 0 ? 1 : 0);
  facts[fact['subject gap']] = bucket(group.start - s) * 32 + pos;
  facts[fact['subject preceded']] = at(tokens, unit, s - 1).posId;
  facts[fact.commas] = commas;
  facts[fact['pos and comma']] = pos * 2 + (commas > 0 ? 1 : 0);
  facts[fact.speaks] =
    (subject.speaker ? 1 : 0) +
    2 * Math.min(speakers.get(subject.lemmaId) ?? 0, 3) +
    (subject.pos === 'PRON' ? 8 : 0);
  // The subject without what is attached to it: "the head of the council said".
  let whole = s;
  while (whole - 2 > unit.start && isAttached(at(tokens, unit, whole))) whole--;
  while (whole < s && !isNoun(at(tokens, unit, whole))) whole++;
  const head = at(tokens, unit, whole);
  facts[fact['subject head']] = head.lemmaId;
  facts[fact['subject head speaks']] = head.speaker ? 1 : 0;
}

const isAttached = (token: Token) => isNominal(token) || token.word === 'of';
const isNoun = (token: Token) => isHead(token) && token.pos !== 'DET';

/** What it governs. */
function writeObject(tokens: readonly Token[], unit: Run, i: number): void {
  const { posId: pos } = tokens[i]!;
  const n1 = at(tokens, unit, i + 1);
  const n2 = at(tokens, unit, i + 2);
  let o = i + 1;
  while (o < unit.end && o < i + 6 && !isHead(tokens[o]!) && tokens[o]!.pos !== 'VERB' && !tokens[o]!.mark)
    o++;
  const object = at(tokens, unit, o);
  facts[fact.object] = object.lemmaId;
  facts[fact['object pos']] = object.posId;
  facts[fact['object kind']] = object.posId * 4 + (object.capital ? 2 : 0) + (object.quotation >= 0 ? 1 : 0);
  // The noun phrase right after it: its last noun, and what comes next.
  let beyond = i + 1;
  let headAt = -1;
  while (beyond < unit.end && beyond < i + 12 && isNominal(tokens[beyond]!)) {
    if (isNoun(tokens[beyond]!)) headAt = beyond;
    beyond++;
  }
  const governed = headAt < 0 ? EDGE : tokens[headAt]!;
  const next = at(tokens, unit, beyond);
  const joins = next.mark || next.pos === 'ADP' || next.pos === 'SCONJ' || next.pos === 'PART';
  facts[fact['object head']] = governed.lemmaId;
  facts[fact['object class']] = governed.reports;
  facts[fact['object sort']] =
    governed.posId * 16 +
    (governed.capital ? 1 : 0) +
    (governed.speaker ? 2 : 0) +
    (governed.word.endsWith('s') ? 4 : 0) +
    (n1.pos === 'DET' || n1.pos === 'PRON' ? 8 : 0);
  facts[fact.governs] = headAt < 0 ? 0 : 1;
  facts[fact.follows] = joins ? next.wordId : next.posId * 8 + next.ending;
  let that = 0;
  for (let j = i + 1; !that && j < Math.min(i + 9, unit.end) && tokens[j]!.pos !== 'VERB'; j++)
    if (CLAUSES.has(tokens[j]!)) that = j - i;
  facts[fact.that] = Math.min(that, 4) + 8 * pos;
  facts[fact['has that']] = that > 0 ? 1 : 0;
  facts[fact['has to']] = n1.word === 'to' || n2.word === 'to' ? 1 : 0;
  facts[fact['that or to']] = that > 0 ? 1 : n1.word === 'to' ? 2 : 0;
}

const CLAUSES = new WordSet(['that', 'whether', 'how', 'if', 'why']);

/** Quotations and words of plain reporting before and after it. */
function writeQuotations(tokens: readonly Token[], unit: Run, i: number): void {
  const { posId: pos } = tokens[i]!;
  let after = 0;
  let said = 0;
  for (let j = i + 1; j < unit.end && !(after && said); j++) {
    const { quotation, plain } = tokens[j]!;
    if (quotation >= 0) after ||= j - i;
    else if (plain) said ||= j;
  }
  let before = 0;
  let told = 0;
  for (let j = i - 1; j >= unit.start && !(before && told); j--) {
    const { quotation, plain } = tokens[j]!;
    if (quotation >= 0) before ||= i - j;
    else if (plain) told ||= i - j;
  }
  const left = bucket(before) + 16 * pos;
  const right = bucket(after) + 16 * pos;
  facts[fact['quotation after']] = right;
  facts[fact['quotation before']] = left;
  facts[fact.after] = after === 0 ? 0 : after < 3 ? 1 : 2;
  facts[fact.before] = before === 0 ? 0 : before < 6 ? 1 : 2;
  facts[fact.quotations] = (after > 0 ? 1 : 0) + (before > 0 ? 2 : 0);
  facts[fact.beside] = Math.min(right, 16 * pos + 3) * 512 + Math.min(left, 16 * pos + 6);
  facts[fact['speech before']] = (told ? bucket(told) + 1 : 0) * 32 + pos;
  facts[fact['speech after']] = (said ? Math.min(unit.end - said, 6) * 16 + bucket(said - i) : 0) * 32 + pos;
}

/** Where in its unit it stands. */
function writePlace(tokens: readonly Token[], unit: Run, i: number): void {
  const { posId: pos } = tokens[i]!;
  const place = bucket(i - unit.start);
  const end = bucket(unit.end - i);
  facts[fact.place] = place;
  facts[fact['place and pos']] = place + 16 * pos;
  facts[fact['end and pos']] = end + 16 * pos;
  facts[fact.end] = Math.min(end, 4);
  facts[fact['end and place']] = Math.min(end, 4) * 16 + place;
  facts[fact['first unit']] = (unit.start === 0 ? 1 : 0) + 2 * pos;
  const beginning = Math.min(unit.end, unit.start + 12);
  let capitals = 0;
  for (let j = unit.start; j < beginning; j++) if (tokens[j]!.capital) capitals++;
  facts[fact.capitals] = (capitals > ((beginning - unit.start) * 2) / 3 ? 1 : 0) + 2 * pos;
}

/** Other verbs outside quotations: what this one depends on, or is told in. */
function writeOtherVerbs(tokens: readonly Token[], unit: Run, i: number, group: VerbGroup): void {
  const { posId: pos } = tokens[i]!;
  let v = group.start - 1;
  let relative = 0;
  let bracket = 0;
  while (v >= unit.start && !isVerb(tokens[v]!)) {
    const { word } = tokens[v]!;
    if (!relative && RELATIVES.has(tokens[v]!)) relative = RELATIVE.get(word)!;
    if (word === '(') bracket = 1;
    if (word === ')') bracket = 2;
    v--;
  }
  let w = i + 1;
  while (w < unit.end && !isVerb(tokens[w]!)) w++;
  let noun = i - 1;
  while (noun >= unit.start && noun > i - 12 && tokens[noun]!.reports >= 0) noun--;
  const earlier = at(tokens, unit, v);
  const later = at(tokens, unit, w);
  facts[fact['verb before']] = earlier.lemmaId;
  facts[fact['class before']] = earlier.reports;
  facts[fact['verb gap']] = bucket(i - v);
  facts[fact['verb gap and pos']] = bucket(i - v) * 32 + pos;
  facts[fact.relative] = relative;
  facts[fact['relative and pos']] = relative * 32 + pos;
  facts[fact.bracket] = bracket * 32 + pos;
  facts[fact['verb after']] = later.lemmaId;
  facts[fact['class after']] = later.reports;
  facts[fact['noun before']] = at(tokens, unit, noun).reports;
}

const isVerb = ({ pos, quotation }: Token) => pos === 'VERB' && quotation < 0;

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
const RELATIVES = new WordSet([...RELATIVE.keys()]);
