import type { Gender } from '../lexicon.ts';
import { newcomerSince } from './newcomers.ts';
import { distanceOf, isAhead, isHeading, isInParagraph, type Part, partOf } from './position.ts';
import type { Figure, Scene } from './scene.ts';

/** What is known of a pronoun, beyond where it stands. */
export interface Pronoun {
  /** Index of its word. */
  readonly at: number;
  /** Null where it tells none: "the 36-year-old". */
  readonly gender: Gender | null;
  /** Whom it cannot mean: in "Smith said he lied", the `he` of quoted words is not Smith. */
  readonly not?: ReadonlySet<string>;
  /** Whom its speaker names in quotation marks. They seldom speak of themselves by name. */
  readonly named?: ReadonlySet<string>;
}

/**
 * Weights of the signs for and against one person, set by hand after reading about a hundred articles.
 * Scores can be compared for one pronoun only.
 */
const WEIGHTS = {
  /** By how many sentences the nearest mention lies back. */
  distance: [3, 2.4, 1.2, 0.4, 0],
  /** Subject of an earlier sentence. */
  subject: 1.6,
  /** Subject of the pronoun's own sentence. */
  subjectHere: 2.9,
  /** Spoke last, in this sentence or the one before, and nobody else has come up since. */
  spokeLast: 1.3,
  spokeBefore: 0.5,
  /** Subject of this sentence or the one before, after whoever spoke last. */
  takesOver: 0.8,
  /** Per doubling of how often they were named before. */
  frequency: 0.25,
  owner: -1,
  object: -0.9,
  complement: -0.45,
  quoted: -0.8,
  /** Named in a quotation of the pronoun's own sentence. */
  quotedHere: -2.5,
  unknownGender: -0.9,
  /** Named anywhere in what the pronoun is quoted as saying. */
  named: -1.5,
  /** The only one named before it in its paragraph who may be meant. */
  alone: 1.2,
  /** Named in the question that heads the pronoun's paragraph: "What was Hill's answer?" */
  heading: 3.1,
  /** Named right behind an opening clause that holds the pronoun: "In a move he called fair, Smith left". */
  ahead: 8.1,
};

/** The pronoun stays open where the best score leads the next by less than MARGIN, or is below FLOOR. */
const MARGIN = 1.3;
const FLOOR = 1.5;

/** Whom a pronoun means. Null where nobody is likely, or two are about equally likely. */
export function antecedent(whole: Scene, pronoun: Pronoun): string | null {
  const { reading, people } = whole;
  const { start, sentence } = reading.words[pronoun.at]!;
  const scene: Scene = { ...whole, spoken: whole.spoken.filter((each) => each.start < start) };
  const likely = people.flatMap((figure) => {
    const differs = figure.gender && pronoun.gender && figure.gender !== pronoun.gender;
    return differs || pronoun.not?.has(figure.name) ? [] : (likelihood(scene, pronoun.at, figure) ?? []);
  });
  const here = likely.filter(({ figure }) => isInParagraph(reading, pronoun.at, figure));
  const speaker = stillSpeaking(scene, sentence, likely);
  const latest = Math.max(...likely.map(({ subject }) => subject));
  const takesOver = speaker === null && distanceOf(reading, latest, sentence) < 2;
  const [best, second] = likely
    .map(({ figure, score, subject }) => ({
      figure,
      score:
        score +
        (takesOver && subject === latest ? WEIGHTS.takesOver : 0) +
        (figure.name === speaker ? WEIGHTS.spokeLast : 0) +
        (pronoun.named?.has(figure.name) ? WEIGHTS.named : 0) +
        (here.length === 1 && here[0]!.figure === figure ? WEIGHTS.alone : 0),
    }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score < FLOOR || (second && best.score - second.score < MARGIN)) return null;
  return newcomerSince(scene, pronoun.at, pronoun.gender, best.figure) ? null : best.figure.name;
}

/** Who spoke last, if it was in this sentence or the one before and nobody else has been the subject since; or null. */
function stillSpeaking(
  { reading, spoken }: Scene,
  sentence: number,
  likely: readonly Likelihood[],
): string | null {
  const last = spoken.at(-1);
  if (!last) return null;
  const from = reading.sentenceAt(last.start);
  const another = likely.some(({ figure, subject }) => figure.name !== last.name && subject > from);
  return distanceOf(reading, from, sentence) < 2 && !another ? last.name : null;
}

/** How likely one person is meant, apart from what depends on the others. */
interface Likelihood {
  readonly figure: Figure;
  readonly score: number;
  /** The last sentence of which they are the subject; -1 where there is none near. */
  readonly subject: number;
}

/** How likely it is that the pronoun at a word means `figure`; null where they are not named near it. */
function likelihood(scene: Scene, at: number, figure: Figure): Likelihood | null {
  const { reading, people, spoken, told } = scene;
  const { words } = reading;
  const place = words[at]!;
  let subject = -1;
  let best: number | null = null;
  let earlier = 0;
  for (const mention of figure.mentions) {
    if (mention.start > place.start) {
      if (isAhead(reading, at, mention)) best = Math.max(best ?? 0, WEIGHTS.ahead);
      break;
    }
    earlier++;
    const word = words[reading.at(mention.start)]!;
    const distance = distanceOf(reading, word.sentence, place.sentence);
    const heading = distance === 1 && isHeading(reading, word.sentence);
    if (distance >= WEIGHTS.distance.length || word.signed || (word.headline && !heading)) continue;
    const part = partOf(reading, mention, people);
    if (part === 'subject') subject = word.sentence;
    let score = WEIGHTS.distance[distance]! + weightOf(part, distance === 0);
    if (heading) score += WEIGHTS.heading;
    if (best === null || score > best) best = score;
  }
  // A pronoun that has been taken for somebody names them as well.
  for (const { name, start } of [...spoken, ...told]) {
    if (name !== figure.name) continue;
    const distance = distanceOf(reading, reading.sentenceAt(start), place.sentence);
    if (distance < 0 || distance >= WEIGHTS.distance.length) continue;
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, WEIGHTS.distance[distance]! + WEIGHTS.subject);
  }
  if (best === null) return null;
  if (spoken.some(({ name }) => name === figure.name)) best += WEIGHTS.spokeBefore;
  if (figure.gender === null) best += WEIGHTS.unknownGender;
  return { figure, score: best + WEIGHTS.frequency * Math.log2(1 + earlier), subject };
}

/** What it counts for that a name is that part of its sentence; `here` where the pronoun stands in it too. */
function weightOf(part: Part, here: boolean): number {
  if (part === 'quoted') return here ? WEIGHTS.quotedHere : WEIGHTS.quoted;
  if (part === 'subject') return here ? WEIGHTS.subjectHere : WEIGHTS.subject;
  return part === 'other' ? 0 : WEIGHTS[part];
}
