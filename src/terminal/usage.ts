/** What was typed on the command line cannot be used: the message says why, and what can be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Exit status for it (EX_USAGE of sysexits). */
  readonly exitStatus = 64;
}

/**
 * Whether the message of an error says all that whoever sits at the terminal needs: the thing and its cure. Of any other they have
 * found a mistake of ours, and its stack tells where.
 */
export function isTold(error: unknown): error is Error {
  return error instanceof Error && ('exitStatus' in error || TOLD.has(error.name));
}

/** By their names, since to load what throws them takes time that most commands do without. */
const TOLD: ReadonlySet<string> = new Set(['ArchiveError', 'JournalError']);
