import { type OpenOptions, openArchive } from './archive/open.ts';
import type { Desk } from './command.ts';
import { openJournal } from './moderation/journal.ts';
import { openModeration } from './moderation/moderation.ts';
import { stateOf } from './moderation/state.ts';

export interface Folders {
  /** The articles. */
  readonly corpus: string;
  readonly index: string;
  /** What moderators changed. */
  readonly state: string;
  /** See `OpenOptions`, as for what follows. */
  readonly update?: NonNullable<OpenOptions['update']>;
  readonly threads?: NonNullable<OpenOptions['threads']>;
  readonly serveHere?: NonNullable<OpenOptions['serveHere']>;
  readonly signal?: AbortSignal;
}

/** Opens the archive with what moderators changed in effect. `log` gets one line for hosts at a time. */
export async function openDesk({ state, ...folders }: Folders, log: (line: string) => void): Promise<Desk> {
  const journal = openJournal(state);
  for (const { line, reason } of journal.damaged)
    log(
      `${state}/journal.jsonl, line ${line} could not be read and was set aside in journal.damaged.jsonl: ${reason}`,
    );
  const overrides = stateOf(journal.entries());
  const archive = await openArchive({ ...folders, overrides, log });
  const moderation = openModeration(journal, folders.corpus, (changed) => archive.override(changed));
  return {
    archive,
    moderation,
    health: () => ({
      uptimeSeconds: process.uptime(),
      memoryBytes: process.memoryUsage.rss(),
      latencyMilliseconds: null,
      errors: [],
    }),
  };
}
