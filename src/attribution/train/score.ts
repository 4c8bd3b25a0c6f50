import { execFileSync } from 'node:child_process';

/** What the data folder's scorer says of predictions, in percent. */
export interface Figures {
  readonly contentF1: number;
  readonly jointF1: number;
  readonly jointPrecision: number;
  readonly sourceGivenContent: number;
  readonly strictF1: number;
  readonly directRecall: number;
}

export interface DenialFigures {
  readonly f1: number;
  readonly precision: number;
}

interface Scores {
  readonly content: { readonly p: number; readonly f1: number };
  readonly sourceGivenContent: { readonly f1: number };
  readonly joint: { readonly p: number; readonly f1: number };
  readonly strict: { readonly f1: number };
  readonly recallBy: Readonly<Record<string, { readonly content: number }>>;
}

/** How well the predictions in a file find the statements annotated in another. */
export function scoreStatements(scorer: string, gold: string, predictions: string): Figures {
  const scores = run(scorer, gold, predictions, ['--subset', 'statement']);
  return {
    contentF1: scores.content.f1,
    jointF1: scores.joint.f1,
    jointPrecision: scores.joint.p,
    sourceGivenContent: scores.sourceGivenContent.f1,
    strictF1: scores.strict.f1,
    directRecall: scores.recallBy.direct?.content ?? 0,
  };
}

/** The same for denials, disputes and declining to comment. */
export function scoreDenials(scorer: string, gold: string, predictions: string): DenialFigures {
  const kinds = ['--pred-kind', 'denial,dispute,no-comment', '--strict-kind'];
  const { content } = run(scorer, gold, predictions, ['--subset', 'denialStrict', ...kinds]);
  return { f1: content.f1, precision: content.p };
}

function run(scorer: string, gold: string, predictions: string, options: readonly string[]): Scores {
  const output = execFileSync(process.execPath, [scorer, gold, predictions, ...options, '--json']);
  return JSON.parse(output.toString('utf8'));
}
