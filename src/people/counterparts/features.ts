import type { SpokenAttribution } from '../../attribution/attribution.ts';
import { contains, overlaps } from '../../text/span.ts';
import { read } from '../reading.ts';
import { ANSWERS, type Place, placeOf } from './place.ts';

/** The features of one denial and one statement, by name; most are from 0 to 1. Exported for learning. */
export type Features = Readonly<Record<string, number>>;

/** The statements a denial could answer, with their features. Exported for learning. */
export function candidatesOf(
  text: string,
  attributions: readonly SpokenAttribution[],
  denial: number,
): { claim: number; features: Features }[] {
  const reading = read(text);
  const places = attributions.map((attribution) => placeOf(reading, attribution));
  return candidates(places, denial);
}

/** A claim may lie this many sentences before its denial, or anywhere before it if it shares enough words. */
const REACH = 14;
const SAME_WORDS = 3;
/** The last sentence that may belong to a headline, abstract or lead. What a denial there answers comes after it. */
const LEAD = 4;

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

/** The statements a denial could answer, with their features. */
export function candidates(
  places: readonly Place[],
  denial: number,
): { claim: number; features: Features }[] {
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
