import { labelEnd, type Run, type Tagged } from './tag.ts';

/** Where the sentences of a unit begin behind its dateline, "ELLERY, Maine (Reuters) - The mayor said …"; its start where it has none. */
export function afterDateline({ text, tokens }: Tagged, { start, end }: Run): number {
  const { start: at, end: until, capital: opens, word: first } = tokens[start]!;
  // In small letters it is a place only before an agency: "Ellery, Maine (AP) —".
  const isPlace = PLACE_OF_NEWS.test(text.slice(at, until));
  if (!(opens || first === '(')) return start;
  for (let i = start + 1; i + 1 < end && i < start + LONGEST_DATELINE; i++) {
    const { mark, word, capital, pos } = tokens[i]!;
    if (DASHES.has(word) && tokens[i - 1]!.end < tokens[i]!.start) {
      const ends = (isPlace || isAgency(text, tokens, i - 1)) && startsNews(tokens, { start: i + 1, end });
      return ends ? i + 1 : start;
    }
    if (word === ':' || !(mark || capital || pos === 'NUM' || tokens[i - 1]!.word === '(')) return start;
  }
  return start;
}

/** Whether a name in brackets ends with the token at `i`, an abbreviation or one word: "(AP)", "(Reuters)". */
function isAgency(text: string, tokens: Tagged['tokens'], i: number): boolean {
  const name = tokens[i - 1];
  if (tokens[i]!.word !== ')' || tokens[i - 2]?.word !== '(' || !name) return false;
  return AGENCY.test(text.slice(name.start, name.end));
}

const AGENCY = /^(?:\p{Lu}{2,}|Reuters|Bloomberg|Xinhua|dpa)$/u;

/** Whether a sentence begins: not "NATO - the alliance - said", and not a heading "CHANGE OF PLANS - MERZ: …". */
function startsNews(tokens: Tagged['tokens'], run: Run): boolean {
  const { capital, mark, pos } = tokens[run.start]!;
  return (capital || mark || pos === 'NUM') && labelEnd(tokens, run) < 0;
}

const PLACE_OF_NEWS = /^\p{Lu}{3,}/u;
const DASHES = new Set(['—', '–', '-', '--']);
/** In tokens. */
const LONGEST_DATELINE = 14;
