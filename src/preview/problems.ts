/** Something a bot did that Discord would refuse, drop or regret. */
export interface Problem {
  /**
   * `refused`: an answer of status 4xx. `unanswered`: no first answer in time. `pinged`: a message that pings somebody.
   * `ignored`: a key or flag that Discord ignores. `broken`: the local Discord itself failed.
   */
  readonly what: 'refused' | 'unanswered' | 'pinged' | 'ignored' | 'broken';
  /** Discord's error code, for a refusal. */
  readonly code: number | null;
  readonly detail: string;
}

export type Expectation = Partial<Pick<Problem, 'what' | 'code'>> & { readonly detail?: RegExp };

/** Records what went wrong, and what was expected to. */
export class Problems {
  readonly found: Problem[] = [];
  #listener: ((problem: Problem) => void) | null = null;
  readonly #expected: { readonly expectation: Expectation; met: boolean }[] = [];

  add(what: Problem['what'], detail: string, code: number | null = null): void {
    const problem = { what, code, detail };
    this.found.push(problem);
    this.#listener?.(problem);
  }

  /** Calls `listener` for each problem as it happens. */
  onFound(listener: (problem: Problem) => void): void {
    this.#listener = listener;
  }

  /** Says that problems of this kind are expected, before or after they happen. At least one must. */
  expect(expectation: Expectation): void {
    this.#expected.push({ expectation, met: false });
  }

  /** Throws, naming each, if there was a problem that no expectation covers, or an expected one did not happen. */
  check(): void {
    const surprises = this.found.filter((problem) => {
      const covering = this.#expected.filter(({ expectation }) => covers(expectation, problem));
      for (const each of covering) each.met = true;
      return covering.length === 0;
    });
    const missing = this.#expected.filter(({ met }) => !met);
    if (surprises.length === 0 && missing.length === 0) return;
    throw new Error(
      [
        ...surprises.map(
          ({ what, code, detail }) => `${what}${code === null ? '' : ` (${code})`}: ${detail}`,
        ),
        ...missing.map(({ expectation }) => `expected, but did not happen: ${describe(expectation)}`),
      ].join('\n'),
    );
  }
}

const covers = ({ what, code, detail }: Expectation, problem: Problem): boolean =>
  (what === undefined || what === problem.what) &&
  (code === undefined || code === problem.code) &&
  (detail === undefined || detail.test(problem.detail));

const describe = ({ what, code, detail }: Expectation): string =>
  [what, code, detail].filter((part) => part !== undefined).join(' ');
