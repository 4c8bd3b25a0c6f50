import path from 'node:path';
import { baselines } from './baselines.ts';
import { crossValidate } from './cross-validation.ts';
import { holds, readAnswers, segmentsOf } from './data.ts';
import { curve, type Outcome } from './outcome.ts';

const PARTS = 4;

/**
 * Finding the sentence, as text to print: what hits, beside baselines on the same documents, and what is silent. The
 * model that ships was fitted to these questions; so each is answered by one fitted to questions on other articles.
 */
export function answersReport(folder: string): string {
  const data = readAnswers(path.join(folder, 'answers'));
  const { questions } = data;
  const some = questions.filter((_, i) => i % 10 === 0);
  const news = segmentsOf(data.news);
  const all = [...news, ...segmentsOf(data.articles)];
  const outcomes = crossValidate(data, all, news, PARTS, (progress) => process.stderr.write(`${progress}\n`));
  const share = (count: number) => ((100 * count) / some.length).toFixed(1);
  const plain = baselines([...data.news, ...data.articles]).map(({ name, answer }) => {
    const began = performance.now();
    const hits = some.map(({ question, answers }) => answer(question).map((text) => holds(text, answers)));
    const time = (performance.now() - began) / some.length;
    const first = share(hits.filter(([one]) => one).length);
    return `| ${name} | ${first} | ${share(hits.filter((one) => one.includes(true)).length)} | ${time.toFixed(0)} ms |`;
  });
  return [
    `${questions.length} questions over ${data.news.length + data.articles.length} documents, cross-validated in ${PARTS} parts by article. ${timesOf(outcomes)}`,
    curve(outcomes),
    '',
    `| without us, ${some.length} of the questions | hit@1 | hit@3 | time |`,
    '| --- | --- | --- | --- |',
    ...plain,
  ].join('\n');
}

function timesOf(outcomes: readonly Outcome[]): string {
  const sorted = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * sorted.length)] ?? 0).toFixed(1);
  return `Time to search: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms.`;
}
