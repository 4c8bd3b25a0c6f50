/**
 * Fits the model of passages: `node dist/test/evaluation/search/fit.js DATA` writes `src/search/model.bin`; with
 * `--folds 4` nothing is written: questions are parted by their article, and each part is answered by a model fitted
 * to the others. DATA is the folder with the questions and corpora (`squad-visible-*`, `news-10k`).
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../src/root.ts';
import { Corpus } from '../../../src/search/corpus.ts';
import { openEngine, promising, Readers } from '../../../src/search/engine.ts';
import { BASE, MODEL, type Model } from '../../../src/search/model.ts';
import { pack } from '../../../src/search/pack.ts';
import { readQuestion } from '../../../src/search/question.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { type Answers, type Asked, holds, readAnswers, segmentsOf } from './data.ts';
import { curve, type Outcome, outcomeOf } from './outcome.ts';
import { type Examples, fitTrees } from './trees.ts';

/** So many of the news' windows are shown as wrong for each question. */
const WRONG = 25;

interface Row {
  readonly features: Float64Array;
  readonly right: boolean;
  /** From the news alone. */
  readonly wrong: boolean;
  readonly question: number;
}

const [folder = '', option, folds] = process.argv.slice(2);
const data = readAnswers(folder);
const news = segmentsOf(data.news);
const all = [...news, ...segmentsOf(data.articles)];
const rows = [...rowsOf(data, all, Number.POSITIVE_INFINITY), ...rowsOf(data, news, WRONG)];
say(`${rows.length} windows`);

if (option === '--folds') crossValidate(Number(folds));
else {
  const { rank, answer } = fitModel(rows);
  const columns: [string, Uint8Array | Uint32Array | Float64Array][] = [];
  for (const [name, trees] of Object.entries({ rank, answer }))
    for (const part of ['root', 'feature', 'value', 'next'] as const)
      columns.push([`${name}${part[0]!.toUpperCase()}${part.slice(1)}`, trees[part]]);
  writeFileSync(path.join(root, 'src/search/model.bin'), pack(MODEL, null, Object.fromEntries(columns)));
}

function crossValidate(parts: number): void {
  const articles = [...new Set(data.questions.map(articleOf))];
  const partOf = (question: Asked) => articles.indexOf(articleOf(question)) % parts;
  const texts = new Map([...data.articles, ...data.news].map(({ id, text }) => [id, text] as const));
  const outcomes: Outcome[] = [];
  for (let part = 0; part < parts; part++) {
    const model = fitModel(rows.filter(({ question }) => partOf(data.questions[question]!) !== part));
    const complete = openEngine(all, model);
    const without = openEngine(news, model);
    for (const question of data.questions)
      if (partOf(question) === part) outcomes.push(outcomeOf(question, complete, without, texts));
    say(`part ${part + 1} of ${parts}`);
  }
  process.stdout.write(`${curve(outcomes)}\n`);
}

/** Questions on one encyclopedia article, which is cut into several documents. */
function articleOf({ document }: Asked): string {
  return document.replace(/_\d+$/, '');
}

function rowsOf({ questions, articles }: Answers, segments: readonly Segment[], most: number): Row[] {
  const corpus = new Corpus(segments);
  const texts = new Map(articles.map(({ id, text }) => [id, text] as const));
  return questions.flatMap(({ question, answers, document }, index) => {
    const read = readQuestion(question, corpus);
    return promising(corpus, read, new Readers(read))
      .slice(0, most)
      .map(({ window, features }) => {
        const { reading, span } = window;
        const its = reading.segment.ids[reading.local] === document ? texts.get(document) : undefined;
        const right = its !== undefined && holds(its.slice(span.start, span.end), answers);
        return { features, right, wrong: segments === news, question: index };
      });
  });
}

function fitModel(these: readonly Row[]): Model {
  const ranked = these.filter(({ wrong }) => !wrong);
  const settings = { trees: 200, leaves: 8, rate: 0.08 };
  return {
    rank: fitTrees(examples(ranked), { ...settings, aim: 'rank', base: 0, least: 1 }),
    answer: fitTrees(examples(these), { ...settings, aim: 'answer', base: BASE, least: 8 }),
  };
}

function examples(these: readonly Row[]): Examples {
  return {
    rows: these.map(({ features }) => features),
    right: Uint8Array.from(these, ({ right }) => (right ? 1 : 0)),
    group: Int32Array.from(these, ({ question }) => question),
  };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
