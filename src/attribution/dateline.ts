import { labelEnd, type Run, type Tagged } from './tag.ts';

/** Where the sentences of a unit begin behind its dateline, "ELLERY, Maine (Reuters) - The mayor said …"; its start where it has none. */
export function afterDateline({ text, tokens }: Tagged, { start, end }: Run): number {
  if (!PLACE_OF_NEWS.test(text.slice(tokens[start]!.start, tokens[start]!.end))) return start;
  for (let i = start + 1; i + 1 < end && i < start + LONGEST_DATELINE; i++) {
    const { mark, word, capital } = tokens[i]!;
    if (DASHES.has(word) && tokens[i - 1]!.end < tokens[i]!.start)
      return startsNews(tokens, { start: i + 1, end }) ? i + 1 : start;
    if (word === ':' || !(mark || capital)) return start;
  }
  return start;
}

/** Whether a sentence begins: not "NATO - the alliance - said", and not a heading "CHANGE OF PLANS - MERZ: …". */
function startsNews(tokens: Tagged['tokens'], run: Run): boolean {
  const { capital, mark, pos } = tokens[run.start]!;
  return (capital || mark || pos === 'NUM') && labelEnd(tokens, run) < 0;
}

const PLACE_OF_NEWS = /^\p{Lu}{3,}/u;
const DASHES = new Set(['—', '–', '-', '--']);
/** In tokens. */
const LONGEST_DATELINE = 14;
