import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Health } from '../command.ts';
import type { Meter } from '../hosting/metrics.ts';

/** Errors that members were told of by id. They are logged, and the last few are kept for moderators. */
export class Faults {
  static readonly #kept = 10;
  readonly #log: Logger;
  readonly #meter: Meter;
  readonly #recent: Health['errors'][number][] = [];

  constructor(log: Logger, meter: Meter) {
    this.#log = log;
    this.#meter = meter;
  }

  /** The last errors, newest first. */
  get recent(): Health['errors'] {
    return this.#recent;
  }

  /** Records the error and returns the id for the member. */
  record(what: string, error: unknown): string {
    const id = randomBytes(4).toString('hex');
    const reason = reasonOf(error);
    this.#log.error({ error: id, what, ...reason }, 'failed');
    this.#meter.failed(what);
    this.#recent.unshift({ id, at: new Date().toISOString(), message: `${what}: ${reason.reason}` });
    this.#recent.splice(Faults.#kept);
    return id;
  }
}

/**
 * What is known of an error, without what it carries along: discord.js puts requests into its errors, with tokens and
 * members' words.
 */
export function reasonOf(error: unknown) {
  if (!(error instanceof Error)) return { reason: String(error) };
  const { code } = error as { code?: unknown };
  return { reason: error.message, stack: error.stack, ...(code === undefined ? {} : { code }) };
}
