import { WEEKDAYS } from '../text/calendar.ts';
import { contains, type Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { isHead } from './clause.ts';
import { afterDateline } from './dateline.ts';
import type { Denying } from './denials.ts';
import { deniesOutright } from './denying.ts';
import { type Judged, judge } from './judge.ts';
import { kindOf } from './kinds.ts';
import { LAST_OF_SAYING, LAST_OF_SPEECH } from './lexicon.ts';
import type { Models } from './model.ts';
import { contentOf, type Proposal } from './proposal.ts';
import { propose } from './propose.ts';
import type { Ranked } from './rank.ts';
import { isAnonymous, outletOf } from './sources.ts';
import { isTurn, labelsPage, type Run, type Tagged, tag, type Unit, within } from './tag.ts';
import { loadModels } from './weights.ts';

/**
 * Every reported statement in `text`, in order of its cue, those inside the content of another marked `nested`.
 * All spans are offsets into `text`. The first call reads the learnt weights.
 */
export function extract(text: string): Attribution[] {
  const models = loadModels();
  const tagged = tag(text);
  const outer = decide(tagged, judge(tagged, propose(tagged, models), models.judge));
  const found: Attribution[] = [];
  for (const { attribution } of outer) found.push(attribution);
  const known = new Set(found.map((each) => firstOf(each).end));
  for (const each of outer)
    for (const inner of reported(tagged, models, each)) if (!known.has(firstOf(inner).end)) found.push(inner);
  return found.sort((a, b) => firstOf(a).start - firstOf(b).start);
}

/** The first part of the cue; of what has none, of the content. */
const firstOf = ({ cue, content }: Attribution): Span => (cue ?? content)[0]!;

/** An attribution with where its content is, in tokens. */
interface Found {
  readonly attribution: Attribution;
  readonly content: readonly Run[];
  /** The outlet through which what is reported inside it came: its own, or the one that is its source. */
  readonly credit: string | null;
}

/**
 * How likely a statement must be, against nothing, to be kept. Chosen in cross-validation: what is kept should be
 * right more than it should be complete, since people are shown it as what somebody said.
 */
const KEEP = 0.46;
/** The same for what the table knows as a denial, a dispute or no comment: one that is missed leaves an allegation unanswered. */
const KEEP_DENIAL = 0.36;
/** The same for making no comment and not answering a request, which are hardly ever anything else. */
const KEEP_SILENCE = 0.1;
/** The same for the turns of a transcript, which are known by their form. */
const KEEP_TURN = 0.2;
/** Nothing is likelier. */
const NEVER = 1;
/** By how much the odds rise for a quotation: words in quotation marks beside a cue are hardly ever nobody's. */
const QUOTATION_ODDS = 6;
/** The same inside the content of another, where there is less to go by. */
const KEEP_NESTED = 0.6;
/** By how much the likelihood of an inner proposal must be greater to overrule the outer. */
const MARGIN = 0.1;
/** The same where the outer denies: it is what is claimed that holds the other cue, "pushed back against claims that …". */
const DENIAL_MARGIN = 0.5;

/** The attributions to report, from judged proposals: those that are surer than `least` says of each. */
export function decide(
  tagged: Tagged,
  judged: readonly Judged[],
  least = (proposal: Proposal) => enough(tagged, proposal),
): Found[] {
  const denials = new Set(
    judged.filter(({ proposal }) => deniesOutright(tagged, proposal.unit, proposal.cue)),
  );
  const kept = judged.filter(
    (each) =>
      sureness(tagged, each) > least(each.proposal) &&
      !isUntold(tagged, each.proposal) &&
      !hidesName(tagged, each.proposal),
  );
  const outer = kept.filter((a) => {
    const margin = denials.has(a) ? DENIAL_MARGIN : MARGIN;
    return !kept.some((b) => repeats(tagged, b, a) || overrules(b, a, margin));
  });
  const found: Found[] = [];
  for (const each of outer) found.push(assemble(tagged, each));
  const placed: Found[] = [];
  for (const inner of found) {
    const { attribution, content, credit } = inner;
    const outer = found.find((other) => other !== inner && covers(other.attribution, firstOf(attribution)));
    placed.push(outer ? { attribution: nestedIn(outer, attribution), content, credit } : inner);
  }
  return placed;
}

/** An attribution inside the content of another, whose outlet it came through where it names none. Made in full, as tokens are. */
function nestedIn({ credit }: Found, inner: Attribution): Attribution {
  const { kind, source, cue, content, anonymous, via, confidence } = inner;
  return { kind, source, cue, content, anonymous, via: via ?? credit, nested: true, confidence };
}

/** How sure a proposal must be that is not inside another. */
function enough(tagged: Tagged, { unit, cue }: Proposal): number {
  if (labelsPage(tagged, unit, cue) || isLink(tagged, unit, cue)) return NEVER;
  const row = deniesOutright(tagged, unit, cue);
  if (row) return isSilence(row, tagged, cue) ? KEEP_SILENCE : KEEP_DENIAL;
  return isTurn(tagged, unit, cue) ? KEEP_TURN : KEEP;
}

/**
 * Whether the line of the cue is another article's heading: in capitals, where the text is not, "PIER TO CLOSE THIS YEAR, REPORT SAYS",
 * or behind a word that points to it, "More: Pier to close this year, report says".
 */
function isLink(tagged: Tagged, unit: Unit, cue: number): boolean {
  const { text, tokens } = tagged;
  const line = text.slice(tokens[unit.start]!.start, tokens[unit.end - 1]!.end);
  if (POINTER.test(line)) return true;
  if (!tokens[cue]!.capital || unit.end - unit.start < SHORTEST_HEADING || isTurn(tagged, unit, cue))
    return false;
  return !SMALL_LETTER.test(line) && SMALL_WORDS.test(text);
}

const POINTER = /^(?:more|related|(?:see|read|watch) (?:also|more|next))\b[^:.\n]{0,16}:/i;
/** In tokens. */
const SHORTEST_HEADING = 5;
const SMALL_LETTER = /\p{Ll}/u;
const SMALL_WORDS = /\p{Ll}{3} \p{Ll}{3}/u;

/** Whether it is a comment that there is none of, or a request for one that was not answered: "had no comment", "did not return a call". */
function isSilence({ kind, object, lemma }: Denying, { tokens }: Tagged, cue: number): boolean {
  if (kind !== 'no-comment') return false;
  if (tokens.slice(cue + 2, cue + 5).some((token) => token.lemma === 'comment')) return true;
  // What a study does not answer are questions.
  return (
    object === 'request' &&
    lemma !== 'answer' &&
    tokens.slice(cue, cue + 8).some((token) => ASKED.has(token.lemma))
  );
}

const ASKED = new Set(['request', 'call', 'message', 'email', 'e-mail', 'inquiry', 'comment']);

/** Whether what is said is only asked for: "they want to see what Merz says about the fee". */
function isUntold({ tokens }: Tagged, { cue, left: { run }, right }: Proposal): boolean {
  if (!run || run.end - run.start > 1 || tokens[run.start]!.word !== 'what') return false;
  return right.run === null || (right.run.start === cue + 2 && ABOUT.has(tokens[cue + 1]!.word));
}

const ABOUT = new Set(['about', 'on', 'of']);

/**
 * Whether all that is asked for is not to be named, which tells who the source of something else is: "an aide who asked not to
 * be named".
 */
const hidesName = ({ tokens }: Tagged, { source, right }: Proposal): boolean =>
  source.run !== null &&
  tokens[source.run.end - 1]!.word === 'who' &&
  right.run !== null &&
  tokens.slice(right.run.start, right.run.start + 4).some(({ word }) => NAMELESS.has(word));

const NAMELESS = new Set([
  'named',
  'identified',
  'quoted',
  'anonymous',
  'anonymity',
  'unnamed',
  'unidentified',
]);

/** How likely the proposal is a statement, less where its source is in doubt, more for a quotation. */
function sureness(tagged: Tagged, { proposal, likely }: Judged): number {
  const rise = isQuotation(tagged, proposal) ? QUOTATION_ODDS : 1;
  const odds = (rise * likely * proposal.source.probability) / (1 - likely);
  return odds / (1 + odds);
}

/** Whether the content begins with a quotation, and has three words or more or stands beside a verb of saying. */
function isQuotation({ tokens }: Tagged, proposal: Proposal): boolean {
  const content = contentOf(proposal);
  const { reports } = tokens[proposal.cue]!;
  const words = content.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    (words >= 5 || (reports > 0 && reports <= LAST_OF_SAYING)) && tokens[content[0]!.start]!.quotation >= 0
  );
}

/** What the content of an attribution reports in its turn: "officials said that the mayor had told them …". */
function reported(tagged: Tagged, models: Models, outer: Found): Attribution[] {
  const found: Attribution[] = [];
  if (outer.attribution.nested) return found;
  for (const run of outer.content) {
    if (!mayReport(tagged, run)) continue;
    const part = within(tagged, run);
    const proposals = propose(part, models);
    for (let i = proposals.length - 1; i > 0; i--)
      proposals[i]!.source = asSureAs(proposals[i - 1]!.source, proposals[i]!.source);
    for (const { attribution } of decide(part, judge(part, proposals, models.judge), () => KEEP_NESTED))
      found.push(nestedIn(outer, attribution));
  }
  return found;
}

/** A source as sure as the one before it, where that is the same: "Merz called people, said they should pay". */
function asSureAs(before: Ranked, source: Ranked): Ranked {
  const isSame =
    source.run !== null && before.run?.start === source.run.start && before.run.end === source.run.end;
  return isSame && before.probability > source.probability ? before : source;
}

/** Most contents hold no word of reporting; it would be a waste to look at them twice. */
function mayReport({ tokens }: Tagged, run: Run): boolean {
  if (run.end - run.start < 6) return false;
  for (let i = run.start; i < run.end; i++) {
    const { reports, word } = tokens[i]!;
    if ((reports > 0 && reports <= LAST_OF_SPEECH) || word === 'according') return true;
  }
  return false;
}

/** A proposal whose content holds the cue of a surer one was wrong to reach so far. */
function overrules(inner: Judged, outer: Judged, margin: number): boolean {
  if (inner === outer) return false;
  const { cue } = inner.proposal;
  const { left, right } = outer.proposal;
  if (![left.run, right.run].some((run) => run !== null && run.start <= cue && cue < run.end)) return false;
  return inner.likely > outer.likely + margin;
}

/** Whether `again`, found by its colon alone, has the words of another with a verb for them: "as the Courier put it: “…”". */
function repeats({ tokens }: Tagged, { proposal }: Judged, { proposal: again }: Judged): boolean {
  return (
    tokens[again.cue]!.word === ':' &&
    again.cue !== proposal.cue &&
    again.unit === proposal.unit &&
    again.right.run !== null &&
    proposal.right.run?.start === again.right.run.start
  );
}

function assemble(tagged: Tagged, { proposal, likely }: Judged): Found {
  const { tokens } = tagged;
  const words = contentOf(proposal);
  const { unit } = proposal;
  const isCued = !proposal.form || words.every(({ start }) => start !== proposal.cue);
  const cue = isCued ? cueRun(tagged, proposal) : null;
  const source =
    proposal.source.run &&
    beforeTime(tokens, trim(tokens, behindDateline(tagged, unit, proposal.source.run)));
  const holes = [cue, source].filter((run) => run !== null).sort((a, b) => a.start - b.start);
  const content: Run[] = [];
  const spans: Span[] = [];
  for (const run of words)
    for (const part of without(behindDateline(tagged, unit, run), holes)) {
      const own = trim(tokens, part);
      if (own.start === own.end || (content.length > 0 && isTime(tokens, own))) continue;
      content.push(own);
      spans.push(offsets(tokens, own));
    }
  return {
    content,
    credit: outletOf(tagged, unit, null, spans),
    attribution: {
      kind: proposal.form === 'silent' ? 'no-comment' : kindOf(tagged, proposal, source, content),
      source: source && [offsets(tokens, source)],
      cue: cue && [offsets(tokens, cue)],
      content: spans,
      anonymous: source !== null && isAnonymous(tokens, source),
      via: outletOf(tagged, unit, source, spans),
      nested: false,
      confidence: likely,
    },
  };
}

/** The head of the cue with what belongs to it: *to* of "according to", the particle of "pushed back", a negation. */
function cueRun({ tokens }: Tagged, { cue, unit }: Proposal): Run {
  let start = cue;
  while (start > unit.start && NEGATIONS.has(tokens[start - 1]!.word)) start--;
  const next = tokens[cue + 1];
  const follows =
    next &&
    (FOLLOWED_BY.get(tokens[cue]!.word) ?? (PARTICLES.has(next.word) ? next.word : null)) === next.word;
  return { start, end: follows ? cue + 2 : cue + 1 };
}

/** What belongs to a cue by itself: *to* of "according to", *it* of "as Merz put it". */
const FOLLOWED_BY: ReadonlyMap<string, string> = new Map([
  ['according', 'to'],
  ['put', 'it'],
  ['puts', 'it'],
]);
const NEGATIONS = new Set(['not', "n't", 'never', 'did', 'does', 'do', 'would', 'wo']);
const PARTICLES = new Set(['back', 'out', 'off', 'down', 'up', 'aside']);

/** A run without the dateline of its unit. */
function behindDateline(tagged: Tagged, unit: Run, run: Run): Run {
  const start = run.start === unit.start ? afterDateline(tagged, unit) : run.start;
  return start < run.end ? { start, end: run.end } : run;
}

/** A source without when it spoke, if no clause or apposition is in it: "Merz earlier in the day". */
function beforeTime(tokens: Tagged['tokens'], run: Run): Run {
  const { start, end } = run;
  if (start === end || !PERIODS.has(tokens[end - 1]!.word)) return run;
  for (let i = start; i < end; i++) if (tokens[i]!.pos === 'VERB' || tokens[i]!.word === ',') return run;
  let at = end - 1;
  while (at > start && OF_PERIODS.has(tokens[at - 1]!.word)) at--;
  // Something must be left of the source, and of the time more than its noun: "this week", "Black Friday".
  return at > start && at < end - 1 && isHead(tokens[at - 1]!) && tokens[at - 1]!.word !== 'who'
    ? { start, end: at }
    : run;
}

/** Whether words outside quotation marks only tell when something was said: "early Tuesday". */
const isTime = (tokens: Tagged['tokens'], { start, end }: Run) =>
  PERIODS.has(tokens[end - 1]!.word) &&
  tokens
    .slice(start, end)
    .every(({ word, quotation }) => quotation < 0 && (PERIODS.has(word) || OF_PERIODS.has(word)));

const PERIODS = new Set([
  ...WEEKDAYS,
  ...'day days week weeks weekend month months year years morning afternoon evening night hours'.split(' '),
]);
const OF_PERIODS = new Set(
  'on in for during over earlier later last this just the that late early past recent several many some'.split(
    ' ',
  ),
);

/** What is left of a run when the holes, in their order, are cut out. */
function without(run: Run, holes: readonly Run[]): Run[] {
  const parts: Run[] = [];
  let { start } = run;
  for (const hole of holes) {
    if (hole.end <= start || run.end <= hole.start) continue;
    if (start < hole.start) parts.push({ start, end: hole.start });
    start = hole.end;
  }
  if (start < run.end) parts.push({ start, end: run.end });
  return parts;
}

/** A run without the marks at its ends that do not belong to it. */
function trim(tokens: Tagged['tokens'], { start, end }: Run): Run {
  while (start < end && tokens[start]!.mark && !/^[“‘"$#@([]/.test(tokens[start]!.word)) start++;
  while (end > start && tokens[end - 1]!.mark && !/^[”’"%)\]?!]/.test(tokens[end - 1]!.word)) end--;
  return { start, end };
}

function offsets(tokens: Tagged['tokens'], run: Run): Span {
  return { start: tokens[run.start]!.start, end: tokens[run.end - 1]!.end };
}

function covers(outer: Attribution, inner: Span): boolean {
  return outer.content.some((span) => contains(span, inner));
}
