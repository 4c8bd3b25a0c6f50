import { KINDS } from './attribution.ts';
import { INFINITIVE, MODAL, NEGATED, PASSIVE, PERFECT, verbGroup } from './clause.ts';
import { denying } from './denying.ts';
import { VERB_CLASS } from './lexicon.ts';
import { contentOf, type Proposal } from './proposal.ts';
import { EDGE, type Run, type Tagged } from './tag.ts';

/** How much is reported in a text, by which words and by whom: sums of the probabilities of cues. */
interface Census {
  readonly all: number;
  readonly byCue: ReadonlyMap<number, Tally>;
  readonly bySource: ReadonlyMap<number, Tally>;
  /** The most likely statement of each unit, by its first token. */
  readonly best: ReadonlyMap<number, number>;
  /** The number of each unit, by its first token. */
  readonly place: ReadonlyMap<number, number>;
  readonly contents: ReadonlyMap<Proposal, readonly Run[]>;
}

interface Tally {
  count: number;
  sum: number;
}

/** Counts what the proposals of a text have in common. */
export function takeCensus(tagged: Tagged, proposals: readonly Proposal[]): Census {
  const byCue = new Map<number, Tally>();
  const bySource = new Map<number, Tally>();
  const best = new Map<number, number>();
  let all = 0;
  const count = (tallies: Map<number, Tally>, key: number, strength: number) => {
    const tally = tallies.get(key);
    if (tally) {
      tally.count++;
      tally.sum += strength;
    } else tallies.set(key, { count: 1, sum: strength });
  };
  for (const { unit, cue, source, cueProbabilities } of proposals) {
    const strength = cueProbabilities[2]!;
    all += strength;
    count(byCue, tagged.tokens[cue]!.lemmaId, strength);
    if (source.run) count(bySource, tagged.tokens[source.run.end - 1]!.lemmaId, strength);
    best.set(unit.start, Math.max(best.get(unit.start) ?? 0, strength));
  }
  const place = new Map(tagged.units.map(({ start }, i) => [start, i]));
  const contents = new Map(proposals.map((proposal) => [proposal, contentOf(proposal)]));
  return { all, byCue, bySource, best, place, contents };
}

/** The mean of the others of a tally; -1 where there are none. */
function others(tally: Tally | undefined, own: number): number {
  return tally && tally.count > 1 ? (tally.sum - own) / (tally.count - 1) : -1;
}

/** What is asked about a proposal, in the order in which the trees have learnt the answers. */
// biome-ignore format: a table
export const QUESTIONS = [
  'cue: nothing', 'cue: belief', 'cue: statement', 'class of the cue', 'part of speech', 'denies', 'form', 'negated',
  'passive', 'perfect', 'modal', 'infinitive', 'source: sure', 'source: side', 'source: gap', 'source: length',
  'source: capital', 'source: part of speech', 'source: noun for a speaker', 'source: speaks elsewhere', 'left: sure',
  'left: length', 'right: sure', 'right: length', 'right: gap', 'later', 'source: near', 'left: near', 'right: near',
  'all near', 'all sure', 'quoted share', 'verbs', 'first is mark', 'first is opener', 'first part of speech', 'ends unit',
  'begins unit', 'unit length', 'place', 'tokens after', 'first unit', 'leads', 'proposals in unit', 'stronger in unit',
  'inside', 'inside whose statement', 'holds', 'rival', 'twin', 'reporting words inside', 'content length', 'ends at mark',
  'starts after mark', 'inside sure', 'speech class before', 'share of the text', 'same cue elsewhere',
  'same cue how often', 'same source elsewhere', 'same source in all', 'unit before', 'unit after', 'how far in the text',
  'units', 'same paragraph', 'main: first part of speech', 'main: first class', 'main: second part of speech',
  'main: last class', 'main: last part of speech', 'cue: preceded by', 'cue: preceded by class', 'cue: preceded by word',
  'cue: followed by', 'ends in question', 'source: class', 'source: pronoun', 'source: plural', 'source: gap of verbs',
  'source: preceded by',
] as const;

const ask = Object.fromEntries(QUESTIONS.map((question, i) => [question, i])) as Record<
  (typeof QUESTIONS)[number],
  number
>;

/** Room for the answers about one proposal. */
export const emptyRow = () => new Float64Array(QUESTIONS.length);

/**
 * The answers to `QUESTIONS` about a proposal, each of them a number, in their order; `all` are the others of the same text that
 * stand near it. They are written into `row`.
 */
export function judgeRow(
  tagged: Tagged,
  proposal: Proposal,
  all: readonly Proposal[],
  census = takeCensus(tagged, all),
  row = emptyRow(),
): Float64Array {
  const content = contentOf(proposal);
  writeCue(tagged, proposal, census, row);
  writeSource(tagged, proposal, census, row);
  writeSpans(proposal, row);
  writeContent(tagged, proposal, content, row);
  writeUnit(tagged, proposal, census, row);
  writeNeighbours(proposal, all, content, census, row);
  return row;
}

/** The cue, and the words around it. */
function writeCue(
  tagged: Tagged,
  { unit, cue, cueProbabilities }: Proposal,
  { all, byCue }: Census,
  row: Float64Array,
): void {
  const { tokens } = tagged;
  const [nothing, belief, statement] = cueProbabilities as [number, number, number];
  const { word, lemmaId, posId, reports } = tokens[cue]!;
  const { start, flags } = verbGroup(tokens, unit, cue);
  const before = start > 0 ? tokens[start - 1]! : EDGE;
  const inside = start > unit.start;
  const tally = byCue.get(lemmaId);
  row[ask['cue: nothing']] = logit(nothing);
  row[ask['cue: belief']] = logit(belief);
  row[ask['cue: statement']] = logit(statement);
  row[ask['class of the cue']] = reports;
  row[ask['part of speech']] = posId;
  row[ask.denies] = KINDS.indexOf(denying(tagged, unit, cue)?.kind ?? 'statement');
  row[ask.form] = word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : word.endsWith('s') ? 3 : 0;
  row[ask.negated] = bit(flags, NEGATED);
  row[ask.passive] = bit(flags, PASSIVE);
  row[ask.perfect] = bit(flags, PERFECT);
  row[ask.modal] = bit(flags, MODAL);
  row[ask.infinitive] = bit(flags, INFINITIVE);
  row[ask['share of the text']] = (100 * all) / tokens.length;
  row[ask['same cue elsewhere']] = others(tally, statement);
  row[ask['same cue how often']] = tally ? tally.count : 0;
  row[ask['cue: preceded by']] = inside ? before.posId : -1;
  row[ask['cue: preceded by class']] = inside ? before.reports : 0;
  row[ask['cue: preceded by word']] = BEFORE.indexOf(before.word);
  row[ask['cue: followed by']] = cue + 1 < tokens.length ? tokens[cue + 1]!.posId : -1;
}

/** Who says it. */
function writeSource(
  { tokens, speakers }: Tagged,
  { cue, unit, cueProbabilities, source: { run, probability } }: Proposal,
  { bySource }: Census,
  row: Float64Array,
): void {
  const head = run ? tokens[run.end - 1]! : EDGE;
  const before = run !== null && run.start < cue;
  const tally = run ? bySource.get(head.lemmaId) : undefined;
  const statement = cueProbabilities[2]!;
  row[ask['source: sure']] = probability;
  row[ask['source: side']] = run ? (before ? 1 : 2) : 0;
  row[ask['source: gap']] = run ? (before ? cue - run.end : run.start - cue) : 99;
  row[ask['source: length']] = lengthOf(run);
  row[ask['source: capital']] = head.capital ? 1 : 0;
  row[ask['source: part of speech']] = run ? head.posId : -1;
  row[ask['source: noun for a speaker']] = head.speaker ? 1 : 0;
  row[ask['source: speaks elsewhere']] = run ? (speakers.get(head.lemmaId) ?? 0) : 0;
  row[ask['same source elsewhere']] = others(tally, statement);
  row[ask['same source in all']] = tally ? tally.sum - statement : 0;
  row[ask['source: class']] = head.reports;
  row[ask['source: pronoun']] = PRONOUNS.indexOf(head.word);
  row[ask['source: plural']] = head.word.endsWith('s') ? 1 : 0;
  row[ask['source: gap of verbs']] = before ? verbGroup(tokens, unit, cue).start - run.end : -9;
  row[ask['source: preceded by']] = run && run.start > 0 ? tokens[run.start - 1]!.posId : -1;
}

/** How sure its spans are, and how long. */
function writeSpans({ cue, source, left, right, later }: Proposal, row: Float64Array): void {
  row[ask['left: sure']] = left.probability;
  row[ask['left: length']] = lengthOf(left.run);
  row[ask['right: sure']] = right.probability;
  row[ask['right: length']] = lengthOf(right.run);
  row[ask['right: gap']] = right.run ? right.run.start - cue : 0;
  row[ask.later] = later.length;
  row[ask['source: near']] = source.near;
  row[ask['left: near']] = left.near;
  row[ask['right: near']] = right.near;
  row[ask['all near']] = logit(source.near * left.near * right.near);
  row[ask['all sure']] = logit(source.probability * left.probability * right.probability);
}

/** What is said. Its *main* part is the one after the cue, where there is one. */
function writeContent(
  { tokens }: Tagged,
  { unit, right }: Proposal,
  content: readonly Run[],
  row: Float64Array,
): void {
  let length = 0;
  let quoted = 0;
  let verbs = 0;
  let reporting = 0;
  for (const run of content) {
    for (let i = run.start; i < run.end; i++) {
      const { mark, quotation, pos, reports } = tokens[i]!;
      if (mark) continue;
      length++;
      if (quotation >= 0) quoted++;
      else if (reports > 0 && reports < ORDERING) reporting++;
      if (pos === 'VERB' || pos === 'AUX') verbs++;
    }
  }
  const { start } = content[0]!;
  const { end } = content[content.length - 1]!;
  const first = tokens[start]!;
  const main = content[content.length > 1 && right.run ? 1 : 0]!;
  const last = tokens[main.end - 1]!;
  row[ask['quoted share']] = length === 0 ? 0 : quoted / length;
  row[ask.verbs] = verbs;
  row[ask['first is mark']] = first.mark ? 1 : 0;
  row[ask['first is opener']] = OPENERS.indexOf(first.word) + 1;
  row[ask['first part of speech']] = first.posId;
  row[ask['ends unit']] = end >= unit.end - 2 ? 1 : 0;
  row[ask['begins unit']] = start === unit.start ? 1 : 0;
  row[ask['reporting words inside']] = reporting;
  row[ask['content length']] = length;
  row[ask['ends at mark']] = end < tokens.length && tokens[end]!.mark ? 1 : 0;
  row[ask['starts after mark']] = start > 0 && tokens[start - 1]!.mark ? 1 : 0;
  row[ask['main: first part of speech']] = tokens[main.start]!.posId;
  row[ask['main: first class']] = tokens[main.start]!.reports;
  row[ask['main: second part of speech']] =
    main.start + 1 < tokens.length ? tokens[main.start + 1]!.posId : -1;
  row[ask['main: last class']] = last.reports;
  row[ask['main: last part of speech']] = last.posId;
}

/** Where in the text it is said. */
function writeUnit(
  { tokens, units }: Tagged,
  { unit, cue }: Proposal,
  { best, place }: Census,
  row: Float64Array,
): void {
  const at = place.get(unit.start) ?? 0;
  const before = at > 0 ? units[at - 1]! : null;
  const after = at + 1 < units.length ? units[at + 1]! : null;
  row[ask['unit length']] = unit.end - unit.start;
  row[ask.place] = cue - unit.start;
  row[ask['tokens after']] = unit.end - cue;
  row[ask['first unit']] = unit.start === 0 ? 1 : 0;
  row[ask.leads] = unit.leads;
  row[ask['unit before']] = (before && best.get(before.start)) ?? -1;
  row[ask['unit after']] = (after && best.get(after.start)) ?? -1;
  row[ask['how far in the text']] = cue / tokens.length;
  row[ask.units] = units.length;
  row[ask['same paragraph']] = before?.paragraph === unit.paragraph ? 1 : 0;
  row[ask['ends in question']] = tokens[unit.end - 1]!.word === '?' ? 1 : 0;
}

/** How it stands to the others around it: strengths are how likely their cues report anything. */
function writeNeighbours(
  mine: Proposal,
  all: readonly Proposal[],
  content: readonly Run[],
  { contents }: Census,
  row: Float64Array,
): void {
  const { unit, cue } = mine;
  const own = 1 - mine.cueProbabilities[0]!;
  let count = 0;
  let stronger = 0;
  let before = 0;
  let twin = 0;
  let holds = 0;
  let rival = 0;
  let inside = 0;
  let insideStatement = 0;
  let insideSure = 0;
  for (const other of all) {
    if (other === mine || other.unit.start > unit.end + 60 || unit.start > other.unit.end + 200) continue;
    const strength = 1 - other.cueProbabilities[0]!;
    if (other.unit === unit) {
      count++;
      stronger = Math.max(stronger, strength - own);
      if (other.cue < cue) before = Math.max(before, strength);
      if (Math.abs(other.cue - cue) < 5) twin = Math.max(twin, strength);
    }
    const theirs = contents.get(other)!;
    const covered = isIn(theirs, cue);
    const covers = isIn(content, other.cue);
    if (covered && strength > inside) {
      inside = strength;
      insideStatement = other.cueProbabilities[2]!;
      insideSure = other.left.probability * other.right.probability;
    }
    if (covers) holds = Math.max(holds, strength);
    if (!covered && !covers && meet(content, theirs)) rival = Math.max(rival, strength);
  }
  row[ask['proposals in unit']] = count;
  row[ask['stronger in unit']] = stronger;
  row[ask.inside] = inside;
  row[ask['inside whose statement']] = insideStatement;
  row[ask.holds] = holds;
  row[ask.rival] = rival;
  row[ask.twin] = twin;
  row[ask['inside sure']] = insideSure;
  row[ask['speech class before']] = before;
}

function isIn(content: readonly Run[], token: number): boolean {
  for (const { start, end } of content) if (start <= token && token < end) return true;
  return false;
}

function meet(content: readonly Run[], others: readonly Run[]): boolean {
  for (const { start, end } of others)
    for (const run of content) if (run.start < end && start < run.end) return true;
  return false;
}

const lengthOf = (run: Run | null) => (run ? run.end - run.start : 0);

/** The classes of verbs before this one count as reporting inside a content. */
const ORDERING = VERB_CLASS.get('order')!;

/** Words at the beginning of a content, before a cue and for a source that are told apart; by their places here the trees know them. */
const OPENERS = 'that to “ whether how for on of about as'.split(' ');
const BEFORE = 'to for by after while without and or but , who that which of in as if when'.split(' ');
const PRONOUNS = 'he she they it who i we you that which one this'.split(' ');

const bit = (flags: number, mask: number) => (flags & mask ? 1 : 0);

function logit(p: number): number {
  return Math.log((p + 1e-4) / (1 - p + 1e-4));
}
