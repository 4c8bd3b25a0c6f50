/** What was typed on the command line cannot be used: the message says why, and what can be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Exit status for it (EX_USAGE of sysexits). */
  readonly exitStatus = 64;
}
