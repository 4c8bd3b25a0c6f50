import type { SpokenAttribution } from '../attribution/attribution.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { fold } from './fold.ts';
import { FUNCTION, SPEECH } from './lexicon.ts';
import { type Reading, read } from './reading.ts';

/** A denial, dispute or no-comment and a claim it answers, as indices into a document's attributions. */
export interface Counterpart {
  readonly denial: number;
  readonly claim: number;
  /** How sure the tie is, 0 to 1. */
  readonly confidence: number;
}

/**
 * Ties each denial, dispute and no-comment among a document's attributions to the statements it answers ("denies the
 * report" to what was reported before), the surest first. A denial of a claim that nobody in the document makes stays
 * untied.
 *
 * This is a logistic model over the features below. `test/evaluation/learn-counterparts.ts` learns its weights from
 * pairs tied by hand.
 */
export function counterparts(text: string, attributions: readonly SpokenAttribution[]): Counterpart[] {
  if (!attributions.some(({ kind }) => ANSWERS.has(kind))) return [];
  const reading = read(text);
  const places = attributions.map((attribution) => placeOf(reading, attribution));
  const found: Counterpart[] = [];
  for (const [denial, { kind }] of attributions.entries()) {
    if (!ANSWERS.has(kind)) continue;
    const scored = candidates(places, denial)
      .map(({ claim, features }) => ({ claim, features, confidence: chance(features) }))
      .sort((a, b) => b.confidence - a.confidence);
    const [best] = scored;
    let ties = 0;
    for (const { claim, features, confidence } of scored) {
      // Where the denial says whose claim it answers, it does not answer anybody else's.
      const other = best!.features.meant === 1 && features.meant === 0;
      const likely = confidence >= THRESHOLD && confidence >= best!.confidence * SHARE && !other;
      if ((likely && ties < MOST) || features.inside === 1) {
        found.push({ denial, claim, confidence });
        ties++;
      }
    }
  }
  return found;
}

/** The features of one denial and one statement, by name; most are from 0 to 1. Exported for learning. */
export type Features = Readonly<Record<string, number>>;

/** The statements a denial could answer, with their features. Exported for learning. */
export function candidatesOf(
  text: string,
  attributions: readonly SpokenAttribution[],
  denial: number,
): { claim: number; features: Features }[] {
  const reading = read(text);
  return candidates(
    attributions.map((attribution) => placeOf(reading, attribution)),
    denial,
  );
}

const NOBODY: ReadonlySet<string> = new Set();
const ANSWERS: ReadonlySet<string> = new Set(['denial', 'dispute', 'no-comment']);
const THRESHOLD = 0.4;
/** A further statement counts as answered if its chance is at least this share of the best one's. */
const SHARE = 0.65;
/** To how many statements one denial is tied at most. A no-comment on a whole interview is shown with a few of them. */
const MOST = 4;
/** A claim may lie this many sentences before its denial, or anywhere before it if it shares enough words. */
const REACH = 14;
const SAME_WORDS = 3;
/** The last sentence that may belong to a headline, abstract or lead. What a denial there answers comes after it. */
const LEAD = 4;

/** What the features need of an attribution, computed once. */
interface Place {
  readonly attribution: SpokenAttribution;
  /** From the first word of its content, source or cue to the last. */
  readonly whole: Span;
  /** From the first word of its content to the last. */
  readonly span: Span;
  readonly sentence: number;
  readonly lastSentence: number;
  readonly paragraph: number;
  readonly cue: string;
  readonly source: string;
  readonly content: string;
  readonly words: ReadonlySet<string>;
  /** Words of the content that begin with a capital, folded. */
  readonly names: ReadonlySet<string>;
  readonly speaker: ReadonlySet<string>;
  /**
   * For an answer, the names of those whose claim it says it answers, folded: "Hill's charge", "criticism from Hill".
   */
  readonly accusers: ReadonlySet<string>;
}

function placeOf(reading: Reading, attribution: SpokenAttribution): Place {
  const { source, cue, content, speaker } = attribution;
  const textOf = (spans: readonly Span[] | null): string =>
    (spans ?? []).map(({ start, end }) => reading.plain.slice(start, end)).join(' ');
  const all = [...content, ...(source ?? []), ...(cue ?? [])];
  const span = hull(content);
  const whole = hull(all);
  const body = textOf(content);
  const names = textOf(source);
  return {
    attribution,
    span,
    whole,
    sentence: reading.sentenceAt(whole.start),
    lastSentence: reading.sentenceAt(Math.max(whole.start, whole.end - 1)),
    paragraph: lineAt(reading.plain, whole.start),
    cue: fold(textOf(cue)),
    source: fold(names),
    content: fold(body),
    words: contentWords(body),
    names: capitalised(body),
    speaker: capitalised(`${names} ${speaker ?? ''}`),
    accusers: ANSWERS.has(attribution.kind) ? accusersIn(body) : NOBODY,
  };
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** Offset of the last line break before `offset`. It tells paragraphs apart. */
const lineAt = (plain: string, offset: number): number => plain.lastIndexOf('\n', offset);

/** Content words, cut to six letters so that "denied" matches "denial" and "accuse" matches "accusation". */
function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu))
    if (word.length > 3 && !FUNCTION.has(word) && !SPEECH.has(word))
      found.add(word.replace(/'s$/, '').slice(0, 6));
  return found;
}

function capitalised(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}'-]+/gu)) {
    const plain = fold(word).replace(/'s$/, '');
    if (plain.length > 2 && !FUNCTION.has(plain) && !TITLES.has(plain)) found.add(plain);
  }
  return found;
}
const TITLES = new Set('mrs president senator secretary sen gov rep governor'.split(' '));

function accusersIn(content: string): Set<string> {
  const found = new Set<string>();
  for (const [, before, after] of content.matchAll(ACCUSER))
    for (const name of capitalised(before ?? after ?? '')) found.add(name);
  return found;
}
/**
 * "Ruth Hill's sharp criticism", "criticism from the mayor, Ruth Hill". Names have at most forty letters here, so that
 * the search stays linear.
 */
const ACCUSER =
  /((?:\p{Lu}[\p{L}.-]{1,40} ){0,2}\p{Lu}[\p{L}-]{1,40})['’‘]s? (?:[\p{L}-]{1,40} ){0,2}?(?:accus|alleg|claim|charge|critici|attack|comment|remark|suggest|argu|statement|point|concern|proposal|report|letter|stor|complaint|assert|call)|\b(?:from|by) ((?:[\p{L}.,-]+ ){0,4}\p{Lu}[\p{L}, -]+)/gu;
/** Content that states in full what it answers: "the notion that …". */
const COMPLETE = /^(?:\S+\s+){0,7}?(?:that|whether|if|who said|who say|who called)\s+(?:\S+\s+){3}/;

/** Nouns by which a denial says what it answers, with the cues of such statements. */
const ANSWERED: readonly (readonly [noun: RegExp, cue: RegExp])[] = [
  [
    /\b(?:report|reports|story|stories|article|findings|investigation)\b/,
    /report|accord|wrote|writ|conclu|found|reveal|publish|rumou?r|say|said/,
  ],
  [
    /\b(?:criticism|critics|attack|attacks|complaint|complaints)\b/,
    /critici|attack|accus|blast|slam|assail|condemn|charg|said|say|complain|call|character|blam/,
  ],
  [
    /\b(?:claim|claims|allegation|allegations|accusation|accusations|charge|charges|wrongdoing|fraud)\b/,
    /alleg|accus|claim|charg|assert|argu|contend|say|said|report|tell|told/,
  ],
  [
    /\b(?:suggestion|idea|notion|argument|point|assertion|view|concern|concerns|contention)\b/,
    /suggest|argu|say|said|idea|rais|point|warn|contend|insist|question|press|ask/,
  ],
  [
    /\b(?:comment|comments|remark|remarks|statement|statements|words)\b/,
    /said|say|call|tweet|told|tell|wrote|remark|suggest|comment/,
  ],
  [
    /\b(?:proposal|proposals|plan|plans|offer|demand|request|call|calls)\b/,
    /propos|plan|offer|suggest|call|demand|ask|urg|promis|want/,
  ],
];
const ACCUSES = /alleg|accus|critici|attack|charg|blast|slam|assail|condemn|blam|call/;
const REPORTS = /report|accord|claim|assert|suggest|argu|reveal|conclu|question|writ|wrote|found|point/;
/** Content that only points to what was said before. */
const POINTER =
  /^(?:(?:the|those|these|this|that|any|all|such|his|her|its|their|many of the|several of the)\s+)?(?:[\w'’-]+\s+){0,2}(?:reports?|story|stories|claims?|allegations?|accusations?|charges?|wrongdoing|criticisms?|suggestions?|ideas?|notions?|comments?|remarks?|findings|concerns?|it|that|this|him|them|to comment|comment|questions?|points?)\b/;
const OWN =
  /\b(?:his|her|their|its) (?:own )?(?:[\w-]+ )?(?:comments?|remarks?|words|statements?|claims?|opposition|position|support)\b/;

function candidates(places: readonly Place[], denial: number): { claim: number; features: Features }[] {
  const answer = places[denial]!;
  const pointer = POINTER.test(answer.content) || answer.words.size <= 2;
  const nouns = ANSWERED.filter(([noun]) => noun.test(answer.content));
  const own = OWN.test(answer.content);
  const complete = COMPLETE.test(answer.content) || (!pointer && answer.words.size >= 7);
  const eligible = places.flatMap((place, claim) => {
    if (claim === denial || ANSWERS.has(place.attribution.kind)) return [];
    const inside = contains(answer.span, place.whole);
    if (!inside && overlaps(answer.span, place.span)) return [];
    const before = answer.sentence - place.lastSentence;
    const after = place.sentence - answer.lastSentence;
    const far = before > REACH && common(place.words, answer.words) < SAME_WORDS;
    return far || after > (answer.sentence <= LEAD ? REACH : 3) ? [] : [{ place, claim, inside }];
  });
  const weight = rarity(eligible.map(({ place }) => place.words));
  const other = eligible.filter(({ place, inside }) => !inside && !sameSpeaker(place, answer));
  const earlier = other.filter(({ place }) => place.whole.start < answer.whole.start);
  const nearest = earlier.at(-1);
  const named = other.filter(({ place }) => shares(place.speaker, answer.accusers));
  const nearestNamed = named.findLast(({ place }) => place.whole.start < answer.whole.start) ?? named[0];
  const accusing = (place: Place): boolean => ACCUSES.test(place.cue) || place.attribution.kind === 'claim';
  const nearestAbout = earlier.findLast(({ place }) => shares(place.names, answer.speaker));
  const nearestAccusing = earlier.findLast(({ place }) => accusing(place));
  const alikeness = eligible.map(({ place }) => likeness(place.words, answer.words, weight));
  const mostAlike = Math.max(0, ...alikeness);
  return eligible.map(({ place, claim, inside }, i) => {
    const ahead = place.whole.start > answer.whole.start;
    const distance = Math.max(
      0,
      ahead ? place.sentence - answer.lastSentence : answer.sentence - place.lastSentence,
    );
    const same = sameSpeaker(place, answer);
    const alike = alikeness[i]!;
    const closest = claim === nearest?.claim;
    const meant = !same && shares(place.speaker, answer.accusers);
    const about = !same && shares(place.names, answer.speaker);
    const on = (condition: boolean): number => (condition ? 1 : 0);
    return {
      claim,
      features: {
        bias: 1,
        near: ahead ? 0 : 1 / (1 + distance),
        paragraph: on(place.paragraph === answer.paragraph && !ahead),
        far: Math.min(1, distance / REACH),
        ahead: on(ahead && !inside),
        aheadOfLead: on(ahead && !inside && answer.sentence <= LEAD),
        aheadSameSentence: on(ahead && !inside && distance === 0),
        closest: on(closest),
        closestPointer: on(closest && pointer),
        sameAsClosest: on(
          !closest && !!nearest && !ahead && !same && shares(nearest.place.speaker, place.speaker),
        ),
        meant: on(meant),
        meantNearest: on(claim === nearestNamed?.claim),
        anotherMeant: on(named.length > 0 && !meant),
        meantInLead: on(meant && ahead && answer.sentence <= LEAD),
        about: on(about),
        noCommentAbout: on(about && answer.attribution.kind === 'no-comment'),
        speakerNamed: on(!same && shares(place.speaker, answer.names)),
        unlike: on(complete && alike < 0.1),
        alike,
        mostAlike: on(alike > 0.12 && alike === mostAlike),
        alikeProposition: pointer ? 0 : alike,
        aboutNearest: on(claim === nearestAbout?.claim),
        aboutAccuses: on(about && accusing(place)),
        reports: on(REPORTS.test(place.cue)),
        fitting: on(nouns.some(([, cue]) => cue.test(place.cue))),
        accuses: on(accusing(place)),
        accusesNearest: on(claim === nearestAccusing?.claim),
        same: on(same && !own),
        ownWords: on(same && own),
        noComment: on(answer.attribution.kind === 'no-comment'),
        inside: on(inside),
        nested: on(place.attribution.nested && !inside),
      },
    };
  });
}

function sameSpeaker(a: Place, b: Place): boolean {
  const x = a.attribution.speaker;
  const y = b.attribution.speaker;
  if (x !== null && y !== null) return x === y;
  return a.source !== '' && (a.source === b.source || (x === y && shares(a.speaker, b.speaker)));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Whether two sets of names share one. A name may be the beginning of the other: "Exxon", "ExxonMobil". */
function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) {
    if (b.has(word)) return true;
    for (const other of b)
      if (word.length > 4 && other.length > 4 && (word.startsWith(other) || other.startsWith(word)))
        return true;
  }
  return false;
}

/** How much a word tells: the fewer statements have it, the more. */
function rarity(statements: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of statements) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + statements.length / (1 + (counts.get(word) ?? 0)));
}

/** Cosine of two sets of words, each word weighted by how much it tells. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (word: string) => number): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += weight(word) ** 2;
  return shared === 0 ? 0 : shared / (length(a, weight) * length(b, weight));
}

function length(words: ReadonlySet<string>, weight: (word: string) => number): number {
  let sum = 0;
  for (const word of words) sum += weight(word) ** 2;
  return Math.sqrt(sum);
}

/** Log-odds of each feature. */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -4.19,
  near: 2.69,
  paragraph: 1.78,
  far: 0.06,
  ahead: -0.63,
  aheadOfLead: 0.82,
  aheadSameSentence: 4.08,
  closest: 0.9,
  closestPointer: 0.71,
  sameAsClosest: 0.01,
  meant: 2.74,
  meantNearest: -0.12,
  anotherMeant: -0.51,
  meantInLead: 1.14,
  about: 1.42,
  noCommentAbout: 0.96,
  speakerNamed: 0.12,
  unlike: -1.51,
  alike: 2.24,
  mostAlike: -0.12,
  alikeProposition: 1.82,
  aboutNearest: 0.9,
  aboutAccuses: 1.12,
  reports: 0.16,
  fitting: 0.96,
  accuses: 0.5,
  accusesNearest: 0.83,
  same: -4.72,
  ownWords: 2.25,
  noComment: 0.83,
  inside: 4.0,
  nested: 0.0,
};

function chance(features: Features): number {
  let odds = 0;
  for (const [name, value] of Object.entries(features)) odds += value * (WEIGHTS[name] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}
