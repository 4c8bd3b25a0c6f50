import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/root.ts';

/**
 * Counts the words that news writes in lower case nearly always, into `src/people/lexicon/common-words.txt`:
 * `node dist/test/evaluation/learn-common-words.js FOLDER`, with the evaluation data in FOLDER.
 */
const LEAST = 3;
const LOWER_CASE = 0.7;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say where the evaluation data is: learn-common-words.js FOLDER');
const lower = new Map<string, number>();
const capital = new Map<string, number>();
const count = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) + 1);
for (const line of readFileSync(path.join(folder, 'polnear-train-visible.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)) {
  const text = (JSON.parse(line) as { text: string }).text.replace(/[’‘]/g, "'");
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}'-])\p{L}\p{L}+(?:'t)?(?![\p{L}-])/gu)) {
    const within = /[\p{L},] $/u.test(text.slice(Math.max(0, index - 2), index));
    if (/^\p{Ll}+$/u.test(word)) count(lower, word);
    else if (/^\p{Lu}\p{Ll}+$/u.test(word) && within) count(capital, word.toLowerCase());
  }
}
const words = [...lower]
  .filter(([word, times]) => times >= LEAST && times / (times + (capital.get(word) ?? 0)) >= LOWER_CASE)
  .map(([word]) => word)
  .sort();
const lines = words.join(' ').replace(/(.{100,}?) /g, '$1\n');
writeFileSync(
  path.join(root, 'src/people/lexicon/common-words.txt'),
  `# Words that news writes in lower case nearly always: at the start of a sentence they are no names.\n# Counted by test/evaluation/learn-common-words.ts.\n${lines}\n`,
);
