import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer, Excerpt } from '../../src/answers/answer.ts';
import { answer } from '../../src/answers/ask.ts';
import { distinct } from '../../src/answers/passages/shown.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { root } from '../../src/root.ts';
import { archiveOf, temporary } from '../support/archive.ts';
import { copyFiveArticles } from '../support/five-articles.ts';

// Five hundred questions take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Asked {
  readonly question: string;
  /** What document and which words, any of them, answer it. */
  readonly document: string;
  readonly gold: readonly string[];
  /** Any of the names for whoever is to be named. */
  readonly source?: readonly string[];
}

const folder = path.join(root, 'test', 'answers');
const rows = <T>(file: string): T[] =>
  readFileSync(path.join(folder, 'questions', `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const LONGEST = 350;
const fold = (text: string) =>
  text.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');

const five = temporary();
copyFiveArticles(five);

const SETS = [
  {
    name: 'the five articles',
    corpus: five,
    file: 'five-articles',
    bars: { first: 0.9, third: 0.95, source: 0.9, silent: 14 / 15 },
  },
  {
    // As members type them, in haste and in their own words, which the articles often do not use. Floors below what is found now.
    name: 'the five articles, in members’ own words',
    corpus: five,
    file: 'members',
    bars: { first: 0.75, third: 0.8, source: 0.82, silent: 0.82 },
  },
  {
    name: 'invented articles of other kinds',
    corpus: path.join(folder, 'corpus'),
    file: 'invented',
    bars: { first: 0.85, third: 0.9, source: 0.85, silent: 0.85 },
  },
];

describe.each(SETS)('questions over $name', ({ corpus, file, bars }) => {
  let archive: Archive;
  const answers = new Map<string, Answer>();
  const asked = rows<Asked>(file);
  const unanswerable = rows<Pick<Asked, 'question'>>(`${file}-nothing`);

  beforeAll(async () => {
    archive = await archiveOf(corpus);
    for (const { question } of [...asked, ...unanswerable])
      answers.set(question, await answer(archive, question));
  });

  const excerptsOf = (question: string): readonly Excerpt[] => {
    const found = answers.get(question)!;
    return found.status === 'answered' ? found.excerpts : [];
  };
  const rank = ({ question, gold }: Asked): number =>
    excerptsOf(question).findIndex(
      ({ text }) => text.length <= LONGEST && gold.some((words) => fold(text).includes(fold(words))),
    );
  const share = (hits: readonly unknown[], all: readonly unknown[]) => hits.length / all.length;

  it('find the words that answer them, mostly first', () => {
    const missed = asked.filter((each) => rank(each) !== 0).map(({ question }) => question);
    expect(1 - share(missed, asked), missed.join('\n')).toBeGreaterThanOrEqual(bars.first);
  });

  it('find them among the first three', () => {
    const missed = asked.filter((each) => rank(each) < 0 || rank(each) > 2).map(({ question }) => question);
    expect(1 - share(missed, asked), missed.join('\n')).toBeGreaterThanOrEqual(bars.third);
  });

  it('name the source', () => {
    const sourced = asked.filter(({ source }) => source);
    const missed = sourced.filter((each) => {
      const said = excerptsOf(each.question)[Math.max(0, rank(each))]?.said;
      const named = fold([said?.speaker, said?.source, said?.via].join(' '));
      return !each.source!.some((name) => named.includes(fold(name)));
    });
    expect(
      1 - share(missed, sourced),
      missed.map(({ question }) => question).join('\n'),
    ).toBeGreaterThanOrEqual(bars.source);
  });

  it('are met with silence where the articles hold no answer', () => {
    const talkative = unanswerable.filter(({ question }) => answers.get(question)!.status === 'answered');
    expect(
      1 - share(talkative, unanswerable),
      talkative.map(({ question }) => question).join('\n'),
    ).toBeGreaterThanOrEqual(bars.silent);
  });

  it('are answered verbatim and within the limit, quotations aside, and nothing is shown twice', async () => {
    for (const [question, found] of answers) {
      const shown = [...(found.status === 'answered' ? found.excerpts : []), ...found.related];
      expect(
        new Set(shown.map(({ document, start, end }) => `${document} ${start} ${end}`)).size,
        question,
      ).toBe(shown.length);
      for (const [at, each] of found.related.entries()) {
        const beside = found.related.slice(0, at).flatMap(({ counterparts }) => counterparts);
        expect(distinct([...beside, each]), question).toContain(each);
      }
      for (const each of shown.flatMap((excerpt) => [excerpt, ...excerpt.counterparts])) {
        const stored = (await archive.document(each.document))!;
        expect(stored.text.slice(each.start, each.end), question).toBe(each.text);
        if (!/^["“]/.test(each.text)) expect(each.text.length, each.text).toBeLessThanOrEqual(LONGEST);
        for (const { start, end } of each.matches) expect(each.text.slice(start, end).trim()).not.toBe('');
      }
    }
  });
});
