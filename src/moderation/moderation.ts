import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Added, addFile } from './files.ts';
import type { Action, Entry, Journal } from './journal.ts';
import { type State, stateOf } from './state.ts';

/**
 * What moderators do to the corpus and its names, and what members report. Every act is in the journal before it takes
 * effect.
 */
export interface Moderation {
  state(): State;
  /** The audit log, oldest first. */
  entries(): readonly Entry[];
  /** Writes the act down, then applies it. Rejects if the state folder cannot be written; then nothing has changed. */
  act(by: string, action: Action): Promise<Entry>;
  /** Puts a file into the corpus folder under a safe name. The caller must reindex. */
  add(name: string, bytes: Uint8Array): Promise<Added>;
  /** Deletes the file of an article that was just added. */
  discard(id: string): Promise<void>;
}

/**
 * @param corpus the corpus folder, where added files go
 *
 * @param apply puts the state into effect at once; called after every act
 */
export function openModeration(
  journal: Journal,
  corpus: string,
  apply: (state: State) => Promise<void>,
): Moderation {
  return {
    state: () => stateOf(journal.entries()),
    entries: () => journal.entries(),
    async act(by, action) {
      const entry = journal.write(by, action);
      await apply(stateOf(journal.entries()));
      return entry;
    },
    add: (name, bytes) => addFile(corpus, name, bytes),
    discard: (id) => rm(path.join(corpus, id), { force: true }),
  };
}
