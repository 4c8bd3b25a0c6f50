import { FUNCTION, type Gender, GROUPS, genderOfRole, isPlace, ORGANISATION_WORDS } from '../lexicon.ts';
import { isAcronym } from '../reading.ts';
import { isRoleNoun, KIN, KIN_OF } from '../roles.ts';
import { INDEFINITE, type Phrases } from './phrases.ts';
import { distanceOf, PREPOSITIONS } from './position.ts';
import { type Figure, type Scene, UNKNOWN } from './scene.ts';

/**
 * Whether a source is one person who is not among those named: somebody new ("a neighbour"), or "the prosecutor" where
 * nobody named is one. Later pronouns may mean them.
 */
export function isNewcomer(phrases: Phrases, first: number, last: number): boolean {
  const { words } = phrases.reading;
  const { start, end } = phrases.core(first, last);
  const head = words[end - 1];
  if (!head || end <= start) return false;
  if (GROUPS.has(head.lower) || FUNCTION.has(head.lower)) return false;
  const article = words[first]!.lower;
  if (isRoleNoun(head.lower) || ONE_PERSON.has(head.lower))
    return INDEFINITE.has(article) || (article === 'the' && !REDESCRIBING.has(head.lower));
  // A name that was not taken for one: "Linus said".
  return (
    head.capital &&
    end - first < 4 &&
    !head.headline &&
    !/s$/.test(head.lower) &&
    !isAcronym(head.text) &&
    !ORGANISATION_WORDS.has(head.lower) &&
    !isPlace(head.text) &&
    article !== 'the'
  );
}

/** By these words the press speaks again of somebody it has just named. */
const REDESCRIBING = new Set(['president', 'lawmaker', 'nominee', 'businessman']);
/** Nouns for one person that are no roles. */
const ONE_PERSON = new Set(
  'source official man woman person boy girl aide ally operative protester'.split(' '),
);

/**
 * Whether somebody without a name came in after `figure` was last named, so that a pronoun of that gender at a word may
 * mean them instead: "… Hill left. A neighbour waved. He said …".
 */
export function newcomerSince(scene: Scene, at: number, gender: Gender | null, figure: Figure): boolean {
  const { reading, spoken } = scene;
  const { words } = reading;
  const { start, sentence } = words[at]!;
  const since = lastNamed(scene, figure, start);
  const last = spoken.at(-1);
  if (last?.name === UNKNOWN && distanceOf(reading, reading.sentenceAt(last.start), sentence) <= 2) {
    // Somebody the stranger speaks of in the same sentence has not taken over yet.
    if (since < reading.sentences[reading.sentenceAt(last.start)]!.end) return true;
  }
  for (let i = at - 1; i > 0 && words[i]!.start > since && sentence - words[i]!.sentence <= 1; i--)
    if (!words[i]!.quoted && (isRelative(scene, i, gender) || isStranger(scene, i))) return true;
  return false;
}

/** Where somebody was last named before `start`, by name or as a speaker; -1 where they were not. */
function lastNamed({ spoken }: Scene, figure: Figure, start: number): number {
  const mention = figure.mentions.findLast((each) => each.start < start)?.start ?? -1;
  const speech = spoken.findLast((each) => each.name === figure.name && each.start < start)?.start ?? -1;
  return Math.max(mention, speech);
}

/** Whether a word is somebody's relative or lawyer, of that gender: "Hill's father waved. He said …". */
function isRelative({ reading: { words } }: Scene, i: number, gender: Gender | null): boolean {
  const { lower } = words[i]!;
  if (!(KIN.has(lower) || LAWYERS.has(lower)) || words[i + 1]?.text === ',') return false;
  const owner = words[i - 1]!;
  const fits = gender === null || (genderOfRole(lower) ?? gender) === gender;
  // In "she heard it from her daughter" it is still the mother who speaks.
  const isObject = !owner.capital && PREPOSITIONS.has(words[i - 2]?.lower ?? '');
  return fits && KIN_OF.has(owner.lower) && !isObject;
}

/** Whether a word is the subject of its clause and brings in somebody new by what they are: "a neighbour". */
function isStranger({ reading: { words } }: Scene, i: number): boolean {
  const { lower } = words[i]!;
  const next = words[i + 1];
  if (!isRoleNoun(lower) || GROUPS.has(lower) || next?.capital || next?.text === ',' || lower.endsWith('s'))
    return false;
  for (let j = i - 1; j >= i - 4 && j > 0 && !words[j]!.mark; j--)
    if (INDEFINITE.has(words[j]!.lower) && (words[j]!.initial || CLAUSES.has(words[j - 1]!.lower)))
      return true;
  return false;
}

/** Whose owner a pronoun may leave for them, as with relatives: "Hill's lawyer waved. He said …". */
const LAWYERS = new Set(['lawyer', 'attorney']);
/** Words a clause may begin with: what follows is its subject. */
const CLAUSES = new Set('that when while after before and but because since if where until'.split(' '));
