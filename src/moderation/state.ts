import { qualified } from '../people/parts.ts';
import type { Action, Entry } from './journal.ts';

type Edit = Extract<Action, { type: 'edit' }>['changes'];
type Report = Extract<Action, { type: 'report' }>;

/** The current state: what the journal adds up to. */
export interface State {
  /** Corrected metadata by document id. Later corrections go over earlier ones. */
  readonly metadata: ReadonlyMap<string, Edit>;
  /** Document ids taken out of the index. */
  readonly removed: ReadonlySet<string>;
  /** Other name → canonical name, as merged by moderators. */
  readonly merged: ReadonlyMap<string, string>;
  /** Names kept apart from everybody else. */
  readonly split: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Open reports, oldest first. */
  readonly reports: readonly (Report & { readonly id: string; readonly at: string; readonly by: string })[];
}

/** The ids of undone entries, undos among them. If an undo was undone itself, what it took back counts again. */
export function undone(entries: readonly Entry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const entry of [...entries].reverse())
    if (entry.action.type === 'undo' && !ids.has(entry.id)) ids.add(entry.action.entry);
  return ids;
}

/** The entries that count: neither undone nor undos. */
export function standing(entries: readonly Entry[]): readonly Entry[] {
  const taken = undone(entries);
  return entries.filter((entry) => entry.action.type !== 'undo' && !taken.has(entry.id));
}

/** Reverses every merge of two people with this full name. Returns whether there was any. */
function divide(merged: Map<string, string>, name: string): boolean {
  const called = qualified(name)?.name ?? name;
  const same = [...merged].filter(([from, into]) =>
    [from, into].every((each) => qualified(each)?.name === called),
  );
  for (const [from] of same) merged.delete(from);
  return same.length > 0;
}

/** Folds the journal's entries into the state. */
export function stateOf(entries: readonly Entry[]): State {
  const metadata = new Map<string, Edit>();
  const removed = new Set<string>();
  const merged = new Map<string, string>();
  const split = new Set<string>();
  const hidden = new Set<string>();
  const reports = new Map<string, State['reports'][number]>();
  const taken = undone(entries);
  for (const { id, at, by, action } of entries) {
    if (taken.has(id)) {
      // The file stays where it is.
      if (action.type === 'add') for (const document of action.documents) removed.add(document);
      continue;
    }
    switch (action.type) {
      case 'edit':
        metadata.set(action.document, { ...metadata.get(action.document), ...action.changes });
        break;
      case 'add':
        for (const document of action.documents) removed.delete(document);
        break;
      case 'remove':
        removed.add(action.document);
        break;
      case 'merge':
        split.delete(action.name);
        merged.set(action.name, action.into);
        break;
      case 'split':
        // If people with this full name were merged, they are separate again.
        if (divide(merged, action.name)) break;
        merged.delete(action.name);
        split.add(action.name);
        break;
      case 'hide':
        hidden.add(action.name);
        break;
      case 'report':
        reports.set(id, { ...action, id, at, by });
        break;
      case 'close':
        reports.delete(action.report);
        break;
    }
  }
  return { metadata, removed, merged, split, hidden, reports: [...reports.values()] };
}
