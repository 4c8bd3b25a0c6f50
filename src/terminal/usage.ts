/** The command line cannot be used. The message says why, and what can be typed instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Exit status for it (EX_USAGE of sysexits). */
  readonly exitStatus = 64;
}

/**
 * Whether an error's message tells all that somebody at the terminal needs: the thing and its cure. Any other error is
 * a mistake of ours, and its stack tells where.
 */
export function isTold(error: unknown): error is Error {
  return error instanceof Error && ('exitStatus' in error || TOLD.has(error.name));
}

/** By name, since loading the modules that throw them takes time most commands do not need. */
const TOLD: ReadonlySet<string> = new Set(['ArchiveError', 'JournalError']);
