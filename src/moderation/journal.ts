import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { KINDS } from '../attribution/attribution.ts';

/**
 * Everything moderators and reporting members have ever done, oldest first, one JSON object per line in
 * `data/state/journal.jsonl`. The current state is a fold over it, an undo is one more entry, and the audit log is the
 * journal itself: there is no second copy that could disagree.
 */

/** The most characters of a name that is merged, split or hidden. */
export const LONGEST_NAME = 200;

const name = z.string().min(1).max(LONGEST_NAME);
const Action = z.discriminatedUnion('type', [
  /** Corrects an article's metadata; null clears a field. */
  z.object({
    type: z.literal('edit'),
    document: z.string(),
    changes: z.object({
      title: z.string().nullish(),
      outlet: z.string().nullish(),
      published: z.string().nullish(),
      url: z.string().nullish(),
    }),
  }),
  z.object({ type: z.literal('add'), documents: z.array(z.string()) }),
  /** Takes an article out of the index. Its file stays. */
  z.object({ type: z.literal('remove'), document: z.string() }),
  /** `name` is another name of `into`. */
  z.object({ type: z.literal('merge'), name, into: name }),
  /** `name` is not the person it was taken for, but a person in their own right. */
  z.object({ type: z.literal('split'), name }),
  /** `name` is not a person or organisation, or is not to be offered. */
  z.object({ type: z.literal('hide'), name }),
  z.object({
    type: z.literal('report'),
    document: z.string(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    reason: z.enum(['wrong-speaker', 'wrong-kind', 'out-of-context', 'other']),
    note: z.string().max(1000),
    /** What the member was shown: the kind, and the speaker; null if there was none. */
    shown: z.object({ kind: z.enum(KINDS), speaker: z.string().nullable() }).optional(),
  }),
  z.object({ type: z.literal('close'), report: z.string(), outcome: z.enum(['fixed', 'dismissed']) }),
  z.object({ type: z.literal('undo'), entry: z.string() }),
]);
/** What can be written into the journal. */
export type Action = z.infer<typeof Action>;

const Entry = z.object({ id: z.string(), at: z.iso.datetime(), by: z.string(), action: Action });
/** One line of the journal: `by` is the Discord user id, or `terminal`. */
export type Entry = z.infer<typeof Entry>;

/** The journal cannot be read or written. The message names it and the cure. */
class JournalError extends Error {
  override readonly name = 'JournalError';
}

export interface Journal {
  /** All entries, oldest first, undone ones and undos included. */
  entries(): readonly Entry[];
  /** Writes an entry to the disk before returning it. Throws a JournalError if it cannot; then nothing has changed. */
  write(by: string, action: Action): Entry;
  /**
   * Rewrites the journal, and the lines set aside from it, without the reports of `by`. Returns how many there were.
   * Throws a JournalError if it cannot be written.
   */
  forget(by: string): number;
  /** Unreadable lines with their numbers. They are kept in a separate file beside the journal. */
  readonly damaged: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Opens the journal in `folder`, which the first entry creates. An unreadable line (a torn write, a hand edit) is set
 * aside in `journal.damaged.jsonl` and listed in `damaged`; all others count. Throws a JournalError if the file cannot
 * be read, or damaged lines cannot be set aside.
 */
export function openJournal(folder: string): Journal {
  const file = path.join(folder, 'journal.jsonl');
  const aside = path.join(folder, 'journal.damaged.jsonl');
  const { entries, damaged } = read(file);
  if (damaged.length > 0)
    written(file, () => {
      appendFileSync(aside, damaged.map((d) => `${d.text}\n`).join(''));
      rewrite(file, entries.map(lineOf));
    });
  return {
    entries: () => entries,
    damaged: damaged.map(({ line, reason }) => ({ line, reason })),
    write(by, action) {
      const entry: Entry = {
        id: randomUUID().slice(0, 8),
        at: new Date().toISOString(),
        by,
        action: Action.parse(action),
      };
      written(file, () => {
        mkdirSync(folder, { recursive: true });
        append(file, entry);
      });
      entries.push(entry);
      return entry;
    },
    forget(by) {
      const kept = entries.filter((entry) => !(entry.by === by && entry.action.type === 'report'));
      const forgotten = entries.length - kept.length;
      if (forgotten > 0) {
        written(file, () => rewrite(file, kept.map(lineOf)));
        entries.splice(0, entries.length, ...kept);
      }
      const broken = existsSync(aside) ? readFileSync(aside, 'utf8').split('\n').filter(Boolean) : [];
      const left = broken.filter((line) => !(line.includes(`"by":"${by}"`) && line.includes('"report"')));
      if (left.length < broken.length) written(aside, () => rewrite(aside, left));
      return forgotten + broken.length - left.length;
    },
  };
}

function read(file: string) {
  const entries: Entry[] = [];
  const damaged: { line: number; text: string; reason: string }[] = [];
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { entries, damaged };
    throw new JournalError(
      `${file} cannot be read: ${(error as Error).message}. Let the bot's user read it, or name another folder with STATE`,
    );
  }
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if (typeof parsed === 'string') damaged.push({ line: index + 1, text, reason: parsed });
    else entries.push(parsed);
  }
  return { entries, damaged };
}

function parse(line: string): Entry | string {
  try {
    const result = Entry.safeParse(JSON.parse(line));
    return result.success ? result.data : z.prettifyError(result.error);
  } catch (error) {
    return (error as Error).message;
  }
}

const lineOf = (entry: Entry): string => JSON.stringify(entry);

/** Runs `write`, which must leave `file` as it was if it fails. Throws a JournalError in that case. */
function written(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new JournalError(
      `${file} cannot be written: ${(error as Error).message}. Nothing was changed. Make room, let the bot's user write there, or name another folder with STATE`,
    );
  }
}

function append(file: string, entry: Entry): void {
  const handle = openSync(file, 'a', 0o600);
  const { size } = fstatSync(handle);
  try {
    writeFileSync(handle, `${lineOf(entry)}\n`);
    fsyncSync(handle);
  } catch (error) {
    // On a full disk, half a line would spoil the next entry too.
    ftruncateSync(handle, size);
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Writes beside the file and renames, so that a crash leaves either the old lines or the new ones. */
function rewrite(file: string, lines: readonly string[]): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(handle, lines.map((line) => `${line}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
