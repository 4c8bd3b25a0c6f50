import { isNominal, PASSIVE, verbGroup } from './clause.ts';
import type { Run, Token, Unit } from './tag.ts';

/** Phrases with a word of reporting, marked with an asterisk, that report nothing: "needless to say"; each with an example. */
export const IDIOMS: readonly (readonly [phrase: string, example: string])[] = [
  ['not to mention*', 'The mill was old, not to mention the roof.'],
  ['needless to say*', 'Needless to say, the boats stayed in the harbor.'],
  ['to say* the least', 'The bridge is old, to say the least.'],
  ['to say* nothing of', 'The harbor is too small, to say nothing of the road.'],
  ['that is to say*', 'The ferry is free, that is to say it costs the town nothing.'],
  ['suffice it to say*', 'Suffice it to say the roof leaked.'],
  ['suffice to say*', 'Suffice to say the roof leaked.'],
  ['shall we say*', 'The bridge is, shall we say, a little tired.'],
  ['so to speak*', 'The harbor is, so to speak, their kitchen.'],
  ['call* off', 'The council may call off the fair in the harbor.'],
  ['called* off', 'The mayor called off the fair with the bakers.'],
  ['calling* off', 'The mayor is calling off the fair with the bakers.'],
];

interface Phrase {
  readonly words: readonly string[];
  /** Which of the words is the one of reporting. */
  readonly at: number;
}

const BY_WORD = new Map<string, Phrase[]>();
for (const [phrase] of IDIOMS) {
  const at = phrase.split(' ').findIndex((word) => word.endsWith('*'));
  const words = phrase.replace('*', '').split(' ');
  BY_WORD.set(words[at]!, [...(BY_WORD.get(words[at]!) ?? []), { words, at }]);
}

/**
 * Whether the word reports nothing where it stands: in an idiom, where only a voice is told of ("spoke with an accent"), or only who
 * asked.
 */
export function isIdle(tokens: readonly Token[], unit: Unit, i: number): boolean {
  const { word, lemma } = tokens[i]!;
  const phrases = BY_WORD.get(word);
  if (phrases?.some(({ words, at }) => words.every((each, k) => tokens[i - at + k]?.word === each)))
    return true;
  return (lemma === 'speak' && tellsOfVoice(tokens, unit, i)) || isOccasion(tokens, unit, i);
}

/** Whether a sentence begins with who put a question, and not which: "Asked by reporters, the owner denied it". */
function isOccasion(tokens: readonly Token[], unit: Unit, i: number): boolean {
  if (i > unit.start || tokens[i + 1]?.word !== 'by' || !tokens[i]!.word.endsWith('ed')) return false;
  let at = i + 2;
  while (at < unit.end && (isNominal(tokens[at]!) || tokens[at]!.word === 'of')) at++;
  return at > i + 2 && tokens[at]?.word === ',';
}

/** Whether nothing but the voice follows "speak": "in a low voice", "with an accent", "clearly and loudly". */
function tellsOfVoice(tokens: readonly Token[], unit: Unit, i: number): boolean {
  const next = tokens[i + 1]?.word;
  if (next === 'in' || next === 'with') {
    for (let at = i + 2; at < Math.min(i + 7, unit.end) && !tokens[at]!.mark; at++)
      if (VOICES.has(tokens[at]!.lemma)) return true;
    return false;
  }
  let end = i + 1;
  while (end < unit.end && (tokens[end]!.pos === 'ADV' || tokens[end]!.pos === 'CCONJ')) end++;
  return end > i + 1 && (end === unit.end || tokens[end]!.word === '.');
}

const VOICES = new Set('voice accent tone whisper drawl lisp monotone dialect language stutter'.split(' '));

/**
 * Whether the subject of a verb is who it is told of, and not who tells it: "Merz is said to have paid", "Merz is accused of fraud".
 */
export function isToldOf(tokens: readonly Token[], unit: Unit, verb: number, subject: Run): boolean {
  const { lemma, word } = tokens[verb]!;
  const { start, flags } = verbGroup(tokens, unit, verb);
  if (subject.end > start || !(flags & PASSIVE) || word.endsWith('ing')) return false;
  return lemma === 'accuse' || (TOLD_OF.has(lemma) && tokens[verb + 1]?.word === 'to');
}

const TOLD_OF = new Set([
  'say',
  'allege',
  'report',
  'rumor',
  'rumour',
  'claim',
  'believe',
  'think',
  'repute',
]);
