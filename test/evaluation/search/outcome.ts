import { CONFIDENT, chanceOf, type Engine } from '../../../src/search/engine.ts';
import { type Asked, holds } from './data.ts';

/** What became of one question, asked where its answer is and where it is not. */
export interface Outcome {
  readonly question: Asked;
  /** For each excerpt shown, best first: whether it holds an answer, and whether in the right document too. */
  readonly hits: readonly boolean[];
  readonly strict: readonly boolean[];
  /** The chance that one of them answers. */
  readonly confidence: number;
  /** The same where there is no answer. */
  readonly without: number;
  readonly milliseconds: number;
}

export function outcomeOf(
  question: Asked,
  engine: Engine,
  withoutAnswer: Engine,
  texts: ReadonlyMap<string, string>,
): Outcome {
  const began = performance.now();
  const passages = engine.search(question.question, { limit: 3 });
  const milliseconds = performance.now() - began;
  const hits = passages.map(({ document, span, until }) =>
    holds(texts.get(document)?.slice(span.start, until) ?? '', question.answers),
  );
  return {
    question,
    hits,
    strict: hits.map((hit, i) => hit && passages[i]!.document === question.document),
    confidence: chanceOf(passages),
    without: chanceOf(withoutAnswer.search(question.question, { limit: 3 })),
    milliseconds,
  };
}

/** Wrong answers against wrong silences: a line for each threshold, the one in force marked. */
export function curve(outcomes: readonly Outcome[]): string {
  const share = (of: (one: Outcome) => boolean) =>
    ((100 * outcomes.filter(of).length) / outcomes.length).toFixed(1);
  const lowest = outcomes.map(({ without }) => without).sort((a, b) => a - b);
  const at = (part: number) => lowest[Math.floor(part * lowest.length)] ?? 0;
  const thresholds = [0, CONFIDENT, ...[0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map(at)].sort((a, b) => a - b);
  const head =
    '| confidence ≥ | hit@1 | hit@3 | strict@1 | strict@3 | silent though there | silent where nothing is |';
  const lines = thresholds.map((least) => {
    const shown = (one: Outcome) => one.confidence >= least && one.hits.length > 0;
    return [
      `${least.toFixed(3)}${least === CONFIDENT ? ' (in force)' : ''}`,
      share((one) => shown(one) && one.hits[0] === true),
      share((one) => shown(one) && one.hits.includes(true)),
      share((one) => shown(one) && one.strict[0] === true),
      share((one) => shown(one) && one.strict.includes(true)),
      share((one) => !shown(one)),
      share((one) => one.without < least || one.without === 0),
    ].join(' | ');
  });
  return [head, '| --- | --- | --- | --- | --- | --- | --- |', ...lines.map((line) => `| ${line} |`)].join(
    '\n',
  );
}
