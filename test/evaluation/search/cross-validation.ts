import { Corpus } from '../../../src/search/corpus.ts';
import { openEngine, promising, Readers } from '../../../src/search/engine.ts';
import { fill } from '../../../src/search/fill.ts';
import { BASE, FOREST, type Model } from '../../../src/search/model.ts';
import { readQuestion } from '../../../src/search/question.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { type Answers, type Asked, holds, type Line, segmentsOf } from './data.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Examples, fitTrees, meanOf } from './trees.ts';

/** A window that came up for a question. */
interface Row {
  readonly features: Float32Array;
  /** Whether the whole sentences that would be shown of it hold the answer. */
  readonly right: boolean;
  /** From the news alone. */
  readonly wrong: boolean;
  readonly question: number;
}

/** So many windows are learnt from for each question, the best at first sight; so many of the news', as wrong. */
const LEARNT = 60;
const WRONG = 20;

/** A handful of documents holds the answers to the questions on so many, among so many of news; as few of news hold none. */
const HANDFUL = { answering: 4, news: 8, without: 10 };

/** Windows to learn from: each question asked of all documents, and of the news, which do not answer it. */
export function examplesOf(data: Answers, all: readonly Segment[], news: readonly Segment[]): Row[] {
  return [
    ...rowsOf(data, data.questions, all, false, LEARNT),
    ...rowsOf(data, data.questions, news, true, WRONG),
  ];
}

/** The same of handfuls of documents, where a word in one of a dozen tells less than a word in one of ten thousand. */
export function examplesOfFew(data: Answers): Row[] {
  return handfuls(data).flatMap(({ questions, among, without }) => [
    ...rowsOf(data, questions, segmentsOf(among), false, LEARNT),
    ...rowsOf(data, questions, segmentsOf(without), true, WRONG),
  ]);
}

interface Handful {
  readonly questions: readonly Asked[];
  readonly among: readonly Line[];
  readonly without: readonly Line[];
}

function handfuls({ articles, news, questions }: Answers): Handful[] {
  const count = Math.ceil(articles.length / HANDFUL.answering);
  const someNews = (from: number, most: number) =>
    Array.from({ length: most }, (_, i) => news[(from + i * count) % news.length]!);
  return Array.from({ length: count }, (_, at) => {
    const answering = articles.slice(at * HANDFUL.answering, (at + 1) * HANDFUL.answering);
    const ids = new Set(answering.map(({ id }) => id));
    return {
      questions: questions.filter(({ document }) => ids.has(document)),
      among: [...answering, ...someNews(at, HANDFUL.news)],
      without: someNews(at + HANDFUL.news * count, HANDFUL.without),
    };
  });
}

function rowsOf(
  { questions, articles }: Answers,
  asked: readonly Asked[],
  segments: readonly Segment[],
  wrong: boolean,
  most: number,
): Row[] {
  const corpus = new Corpus(segments);
  const texts = new Map(articles.map(({ id, text }) => [id, text] as const));
  const numbers = new Map(questions.map((one, index) => [one, index] as const));
  return asked.flatMap((one) => {
    const { question, answers, document } = one;
    const read = readQuestion(question, corpus);
    return promising(corpus, read, new Readers(read))
      .slice(0, most)
      .map(({ window, features }) => {
        const { segment, local } = window.reading;
        const its = segment.ids[local] === document ? texts.get(document) : undefined;
        const { start, end } = fill(window, []).span;
        const right = its !== undefined && holds(its.slice(start, end), answers);
        return { features, right, wrong, question: numbers.get(one)! };
      });
  });
}

/** A model is the mean of as many, which waver less. */
const SEEDS = [1, 2, 3];

/** The model that ships is fitted so to all rows. */
export function fitModel(rows: readonly Row[]): Model {
  const [ranked, all] = [examples(rows.filter(({ wrong }) => !wrong)), examples(rows)];
  const settings = { trees: FOREST, leaves: 12, rate: 0.09 };
  const rank = { ...settings, aim: 'rank', base: 0, least: 3 } as const;
  const answer = { ...settings, aim: 'answer', base: BASE, least: 20 } as const;
  return {
    rank: meanOf(SEEDS.map((seed) => fitTrees(ranked, { ...rank, seed }))),
    answer: meanOf(SEEDS.map((seed) => fitTrees(all, { ...answer, seed }))),
  };
}

function examples(rows: readonly Row[]): Examples {
  return {
    rows: rows.map(({ features }) => features),
    right: Uint8Array.from(rows, ({ right }) => (right ? 1 : 0)),
    group: Int32Array.from(rows, ({ question }) => question),
  };
}

/** Parts the questions by their article; each part is answered by a model fitted to the others. */
export function crossValidate(
  data: Answers,
  all: readonly Segment[],
  news: readonly Segment[],
  parts: number,
  say: (progress: string) => void,
): Outcome[] {
  const rows = examplesOf(data, all, news);
  const articles = [...new Set(data.questions.map(articleOf))];
  const partOf = (question: Asked) => articles.indexOf(articleOf(question)) % parts;
  const texts = new Map([...data.articles, ...data.news].map(({ id, text }) => [id, text] as const));
  const outcomes: Outcome[] = [];
  for (let part = 0; part < parts; part++) {
    const model = fitModel(rows.filter(({ question }) => partOf(data.questions[question]!) !== part));
    const complete = openEngine(new Corpus(all), model);
    const without = openEngine(new Corpus(news), model);
    for (const question of data.questions)
      if (partOf(question) === part) outcomes.push(outcomeOf(question, complete, without, texts));
    say(`Passages: part ${part + 1} of ${parts} answered by a model fitted to the others`);
  }
  return outcomes;
}

/** Questions on one encyclopedia article, which is cut into several documents. */
function articleOf({ document }: Asked): string {
  return document.replace(/_\d+$/, '');
}
