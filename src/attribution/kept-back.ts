import { isNominal } from './clause.ts';
import { type Denying, GIVING, REPLIES, REQUESTS, TELLING, WORDS } from './denials.ts';
import { afterOccasion } from './occasion.ts';
import type { Token, Unit } from './tag.ts';

/** Whether words are kept back by the word at `i`, as its row of the table demands: what it governs begins at `next`. */
export function isKeptBack(
  tokens: readonly Token[],
  unit: Unit,
  i: number,
  next: number,
  object: Extract<Denying['object'], 'telling' | 'comment' | 'silence' | 'question' | 'request'>,
): boolean {
  switch (object) {
    case 'telling':
      return tells(tokens, unit, i);
    case 'comment':
      return givesWord(tokens, unit, next, REPLIES);
    case 'silence':
      return keepsSilence(tokens, unit, next);
    case 'question':
      return givesWord(tokens, unit, next, QUESTIONS);
    case 'request':
      return answersRequest(tokens, unit, i);
  }
}

const QUESTIONS = new Set(['question', 'query', 'inquiry', 'enquiry']);

/** "To comment", "comment", "an interview request"; not "to vote", "by 3 percent". */
function tells(tokens: readonly Token[], unit: Unit, i: number): boolean {
  const from = afterOccasion(tokens, unit, i + 1);
  for (let j = from; j < unit.end && j < from + 5; j++) {
    const token = tokens[j]!;
    if (token.lemma === 'be') return /^(interview|identif|name|quote|draw)/.test(tokens[j + 1]?.lemma ?? '');
    if (GIVING.has(token.lemma)) return givesWord(tokens, unit, j + 1, WORDS);
    if (TELLING.has(token.lemma) || TELLING.has(token.word)) return true;
    if (token.mark || (token.pos === 'VERB' && token.word !== 'to')) return false;
  }
  return false;
}

/** Whether somebody is silent about something: "stayed tight-lipped about the fee". */
function keepsSilence(tokens: readonly Token[], unit: Unit, from: number): boolean {
  let at = from;
  while (at < unit.end && (tokens[at]!.pos === 'ADV' || SILENT.has(tokens[at]!.word))) at++;
  return SILENT.has(tokens[at - 1]!.word) && ABOUT.has(tokens[at]?.word ?? '');
}

const SILENT = new Set(['silent', 'mum', 'quiet', 'tight', '-', 'lipped']);
const ABOUT = new Set(['on', 'about', 'over', 'regarding']);

/** "To provide a comment", "to share details"; not "to provide documents". */
function givesWord(tokens: readonly Token[], unit: Unit, from: number, words: ReadonlySet<string>): boolean {
  for (let j = from; j < unit.end && j < from + 6; j++) {
    // "No reason to worry" is none that is asked for.
    if (words.has(tokens[j]!.lemma) && tokens[j]!.pos !== 'ADJ') return tokens[j + 1]?.word !== 'to';
    // "To make her available for an interview"
    if (tokens[j]!.word === 'for' && tokens[j - 1]!.word === 'available') continue;
    if (!isNominal(tokens[j]!) && tokens[j]!.pos !== 'ADV') return false;
  }
  return false;
}

/** Whether a request follows, or nothing that tells what was not answered. */
function answersRequest(tokens: readonly Token[], unit: Unit, i: number): boolean {
  for (let j = i + 1; j < unit.end && j < i + 12; j++)
    // "The question of what he will do" nobody has put to him.
    if (REQUESTS.has(tokens[j]!.lemma)) return tokens[j]!.word !== 'question' || tokens[j + 1]?.word !== 'of';
  return i + 2 >= unit.end;
}
