import { KINDS } from './attribution.ts';
import { verbGroup } from './clause.ts';
import { denying } from './kinds.ts';
import { logistic } from './model.ts';
import type { Proposal } from './propose.ts';
import type { Run, Tagged } from './tag.ts';
import { type Forest, forestScore } from './trees.ts';

/** A proposal with what the judge says of it. */
export interface Judged {
  readonly proposal: Proposal;
  /** How likely it is a statement, and not nothing; of beliefs and the like the judge has learnt nothing. */
  readonly likely: number;
}

/** How likely each proposal is right, seen as a whole and beside the others of its text. */
export function judge(tagged: Tagged, proposals: readonly Proposal[], forest: Forest): Judged[] {
  const census = takeCensus(tagged, proposals);
  const row = new Float64Array(ROOM);
  return proposals.map((proposal, i) => {
    if (proposal.signed) return { proposal, likely: SIGNED };
    const near = proposals.slice(Math.max(0, i - NEAR), i + NEAR);
    return { proposal, likely: logistic(forestScore(forest, judgeRow(tagged, proposal, near, census, row))) };
  });
}

/** How likely words with a signature are those of whoever signs. */
const SIGNED = 0.9;

/** How much is reported in a text, by which words and by whom: sums of the probabilities of cues. */
interface Census {
  readonly all: number;
  readonly byCue: ReadonlyMap<number, Tally>;
  readonly bySource: ReadonlyMap<number, Tally>;
  /** The most likely statement of each unit, by its first token. */
  readonly best: ReadonlyMap<number, number>;
  /** The number of each unit, by its first token. */
  readonly place: ReadonlyMap<number, number>;
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
  return { all, byCue, bySource, best, place: new Map(tagged.units.map(({ start }, i) => [start, i])) };
}

/** The mean of the others of a tally; -1 where there are none. */
function others(tally: Tally | undefined, own: number): number {
  return tally && tally.count > 1 ? (tally.sum - own) / (tally.count - 1) : -1;
}

/** How many proposals on either side may be in the same unit, or have content that reaches here. */
const NEAR = 60;

/** The parts of the content of a proposal, in order. */
export function contentOf({ left, right, later }: Proposal): Run[] {
  return [left.run, right.run, ...later].filter((run) => run !== null);
}

/** More than are asked about a proposal. */
const ROOM = 128;

/**
 * The answers to what is asked about a proposal, in an order that stays; `all` are those of the same text. They are written
 * into `row`.
 */
export function judgeRow(
  tagged: Tagged,
  proposal: Proposal,
  all: readonly Proposal[],
  census = takeCensus(tagged, all),
  row = new Float64Array(ROOM),
): Float64Array {
  let length = 0;
  askAbout(tagged, proposal, all, census, (_, value) => {
    row[length++] = value;
  });
  return row.subarray(0, length);
}

/** Asks about a proposal; every answer is a number. */
export function askAbout(
  tagged: Tagged,
  proposal: Proposal,
  all: readonly Proposal[],
  census: Census,
  answer: (question: string, value: number) => void,
): void {
  const { tokens } = tagged;
  const { unit, cue, cueProbabilities, source, left, right, later } = proposal;
  const token = tokens[cue]!;
  const [nothing, belief, statement] = cueProbabilities as [number, number, number];
  const content = contentOf(proposal);
  const group = verbGroup(tokens, unit, cue);
  const head = source.run ? tokens[source.run.end - 1]! : null;
  let length = 0;
  let quoted = 0;
  let verbs = 0;
  let reports = 0;
  for (const run of content) {
    for (let i = run.start; i < run.end; i++) {
      const { mark, quotation, pos, reports: kind } = tokens[i]!;
      if (mark) continue;
      length++;
      if (quotation >= 0) quoted++;
      else if (kind > 0 && kind < LAST_ASKED) reports++;
      if (pos === 'VERB' || pos === 'AUX') verbs++;
    }
  }
  const first = tokens[content[0]!.start]!;
  const end = content.at(-1)!.end;
  const near = neighbours(proposal, all, content);
  const word = token.word;
  const place = census.place.get(unit.start) ?? 0;
  const bestOf = (i: number) => census.best.get(tagged.units[i]?.start ?? -1) ?? -1;
  const sameSource = head ? census.bySource.get(head.lemmaId) : undefined;
  const sameCue = census.byCue.get(token.lemmaId);
  const main = content[content.length > 1 && right.run ? 1 : 0] ?? content[0]!;
  const opener = tokens[main.start]!;
  const before = tokens[group.start - 1];
  const next = tokens[cue + 1];
  answer('cue: nothing', logit(nothing));
  answer('cue: belief', logit(belief));
  answer('cue: statement', logit(statement));
  answer('class of the cue', token.reports);
  answer('part of speech', token.posId);
  answer('denies', KINDS.indexOf(denying(tagged, unit, cue)?.kind ?? 'statement'));
  answer('form', word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : word.endsWith('s') ? 3 : 0);
  answer('negated', bit(group.flags, 1));
  answer('passive', bit(group.flags, 2));
  answer('perfect', bit(group.flags, 4));
  answer('modal', bit(group.flags, 8));
  answer('infinitive', bit(group.flags, 32));
  answer('source: sure', source.probability);
  answer('source: side', source.run ? (source.run.start < cue ? 1 : 2) : 0);
  answer(
    'source: gap',
    source.run ? (source.run.start < cue ? cue - source.run.end : source.run.start - cue) : 99,
  );
  answer('source: length', source.run ? source.run.end - source.run.start : 0);
  answer('source: capital', head?.capital ? 1 : 0);
  answer('source: part of speech', head?.posId ?? -1);
  answer('source: noun for a speaker', head?.speaker ? 1 : 0);
  answer('source: speaks elsewhere', head ? (tagged.speakers.get(head.lemmaId) ?? 0) : 0);
  answer('left: sure', left.probability);
  answer('left: length', left.run ? left.run.end - left.run.start : 0);
  answer('right: sure', right.probability);
  answer('right: length', right.run ? right.run.end - right.run.start : 0);
  answer('right: gap', right.run ? right.run.start - cue : 0);
  answer('later', later.length);
  answer('source: near', source.near);
  answer('left: near', left.near);
  answer('right: near', right.near);
  answer('all near', logit(source.near * left.near * right.near));
  answer('all sure', logit(source.probability * left.probability * right.probability));
  answer('quoted share', length === 0 ? 0 : quoted / length);
  answer('verbs', verbs);
  answer('first is mark', first.mark ? 1 : 0);
  answer('first is opener', OPENERS.get(first.word) ?? 0);
  answer('first part of speech', first.posId);
  answer('ends unit', end >= unit.end - 2 ? 1 : 0);
  answer('begins unit', content[0]!.start === unit.start ? 1 : 0);
  answer('unit length', unit.end - unit.start);
  answer('place', cue - unit.start);
  answer('tokens after', unit.end - cue);
  answer('first unit', unit.start === 0 ? 1 : 0);
  answer('leads', unit.leads);
  answer('proposals in unit', near.count);
  answer('stronger in unit', near.stronger);
  answer('inside', near.inside);
  answer('inside whose statement', near.insideStatement);
  answer('holds', near.holds);
  answer('rival', near.rival);
  answer('twin', near.twin);
  answer('reporting words inside', reports);
  answer('content length', length);
  answer('ends at mark', tokens[end]?.mark ? 1 : 0);
  answer('starts after mark', tokens[content[0]!.start - 1]?.mark ? 1 : 0);
  answer('inside sure', near.insideSure);
  answer('speech class before', near.before);
  answer('share of the text', (100 * census.all) / tokens.length);
  answer('same cue elsewhere', others(sameCue, statement));
  answer('same cue how often', sameCue?.count ?? 0);
  answer('same source elsewhere', others(sameSource, statement));
  answer('same source in all', sameSource ? sameSource.sum - statement : 0);
  answer('unit before', bestOf(place - 1));
  answer('unit after', bestOf(place + 1));
  answer('how far in the text', cue / tokens.length);
  answer('units', tagged.units.length);
  answer('same paragraph', tagged.units[place - 1]?.paragraph === unit.paragraph ? 1 : 0);
  answer('main: first part of speech', opener.posId);
  answer('main: first class', opener.reports);
  answer('main: second part of speech', tokens[main.start + 1]?.posId ?? -1);
  answer('main: last class', tokens[main.end - 1]!.reports);
  answer('main: last part of speech', tokens[main.end - 1]!.posId);
  answer('cue: preceded by', before && group.start > unit.start ? before.posId : -1);
  answer('cue: preceded by class', before && group.start > unit.start ? before.reports : 0);
  answer('cue: preceded by word', BEFORE.indexOf(before?.word ?? ''));
  answer('cue: followed by', next ? next.posId : -1);
  answer('ends in question', tokens[unit.end - 1]!.word === '?' ? 1 : 0);
  answer('source: class', head?.reports ?? 0);
  answer('source: pronoun', PRONOUNS.indexOf(head?.word ?? ''));
  answer('source: plural', head?.word.endsWith('s') ? 1 : 0);
  answer('source: gap of verbs', source.run && source.run.start < cue ? group.start - source.run.end : -9);
  answer('source: preceded by', source.run ? (tokens[source.run.start - 1]?.posId ?? -1) : -1);
}

/** Classes of verbs up to here count as reporting inside a content. */
const LAST_ASKED = 12;

// biome-ignore format: a table
const OPENERS = new Map([
  ['that', 1],
  ['to', 2],
  ['“', 3],
  ['whether', 4],
  ['how', 5],
  ['for', 6],
  ['on', 7],
  ['of', 8],
  ['about', 9],
  ['as', 10],
]);

const BEFORE = [
  'to',
  'for',
  'by',
  'after',
  'while',
  'without',
  'and',
  'or',
  'but',
  ',',
  'who',
  'that',
  'which',
  'of',
  'in',
  'as',
  'if',
  'when',
];
const PRONOUNS = ['he', 'she', 'they', 'it', 'who', 'i', 'we', 'you', 'that', 'which', 'one', 'this'];

/** How a proposal stands to the others around it: strengths are how likely their cues report anything. */
function neighbours(mine: Proposal, all: readonly Proposal[], content: readonly Run[]) {
  const near = {
    count: 0,
    stronger: 0,
    inside: 0,
    insideStatement: 0,
    insideSure: 0,
    holds: 0,
    rival: 0,
    twin: 0,
    before: 0,
  };
  const own = 1 - mine.cueProbabilities[0]!;
  for (const other of all) {
    if (other === mine || other.unit.start > mine.unit.end + 60 || mine.unit.start > other.unit.end + 200)
      continue;
    const strength = 1 - other.cueProbabilities[0]!;
    if (other.unit === mine.unit) {
      near.count++;
      near.stronger = Math.max(near.stronger, strength - own);
      if (other.cue < mine.cue) near.before = Math.max(near.before, strength);
      if (Math.abs(other.cue - mine.cue) < 5) near.twin = Math.max(near.twin, strength);
    }
    let covered = false;
    let crosses = false;
    for (const theirs of [other.left.run, other.right.run, ...other.later]) {
      if (!theirs) continue;
      if (theirs.start <= mine.cue && mine.cue < theirs.end) covered = true;
      if (content.some((run) => run.start < theirs.end && theirs.start < run.end)) crosses = true;
    }
    const covers = content.some((run) => run.start <= other.cue && other.cue < run.end);
    if (covered && strength > near.inside) {
      near.inside = strength;
      near.insideStatement = other.cueProbabilities[2]!;
      near.insideSure = other.left.probability * other.right.probability;
    }
    if (covers) near.holds = Math.max(near.holds, strength);
    if (!covered && !covers && crosses) near.rival = Math.max(near.rival, strength);
  }
  return near;
}

const bit = (flags: number, mask: number) => (flags & mask ? 1 : 0);

function logit(p: number): number {
  return Math.log((p + 1e-4) / (1 - p + 1e-4));
}
