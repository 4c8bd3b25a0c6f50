import { openArchive } from './archive/open.ts';
import type { Desk } from './command.ts';
import { openJournal } from './moderation/journal.ts';
import { openModeration } from './moderation/moderation.ts';

export interface Folders {
  /** The articles. */
  readonly corpus: string;
  readonly index: string;
  /** What moderators changed. */
  readonly state: string;
}

/** Opens the archive with what moderators changed in effect. `log` gets one line for hosts at a time. */
export async function openDesk(
  { corpus, index, state }: Folders,
  log: (line: string) => void,
): Promise<Desk> {
  const journal = openJournal(state);
  for (const { line, reason } of journal.damaged)
    log(
      `${state}/journal.jsonl, line ${line} could not be read and was set aside in journal.damaged.jsonl: ${reason}`,
    );
  const archive = await openArchive({ corpus, index, log });
  const moderation = openModeration(journal, corpus, (changed) => archive.override(changed));
  await archive.override(moderation.state());
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
