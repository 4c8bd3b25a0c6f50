import type { Run, Token } from './tag.ts';

/** Whether a source is described but not named: "a senior official", "people briefed on the meeting". */
export function isAnonymous(tokens: readonly Token[], run: Run): boolean {
  return tokens
    .slice(run.start, run.end)
    .some(({ word }) => /^(official|source|person|people|individual)s?$/.test(word));
}
