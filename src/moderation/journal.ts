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
 * Everything moderators and reporting members have ever done, oldest first, one JSON object a line in
 * `data/state/journal.jsonl`. The current state is a fold over it, undoing is one more entry, and the audit log is the
 * journal itself: there is no second copy that could disagree.
 */

/** Characters of a name that is merged, split or hidden. */
export const LONGEST_NAME = 200;

const name = z.string().min(1).max(LONGEST_NAME);
const Action = z.discriminatedUnion('type', [
  /** Corrects what is known of an article; null clears a field. */
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
  /** Takes an article out of the index; its file stays where it is. */
  z.object({ type: z.literal('remove'), document: z.string() }),
  /** `name` is another name of `into`. */
  z.object({ type: z.literal('merge'), name, into: name }),
  /** `name` is not the person that it was taken for, but somebody of their own. */
  z.object({ type: z.literal('split'), name }),
  /** `name` is neither a person nor an organisation, or is not to be offered. */
  z.object({ type: z.literal('hide'), name }),
  z.object({
    type: z.literal('report'),
    document: z.string(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    reason: z.enum(['wrong-speaker', 'wrong-kind', 'out-of-context', 'other']),
    note: z.string().max(1000),
    /** What the member was shown it as: the kind, and who was said to have said it; null where nobody was. */
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

/** The journal cannot be read or written; the message names it and the cure. */
class JournalError extends Error {
  override readonly name = 'JournalError';
}

export interface Journal {
  /** All entries, oldest first, undone ones and undos included. */
  entries(): readonly Entry[];
  /** Writes an entry through to the disk before returning it. Throws a JournalError where it cannot be; then all is as it was. */
  write(by: string, action: Action): Entry;
  /**
   * Rewrites the journal, and what was set aside of it, without the reports of `by`, and returns how many those were. Throws a
   * JournalError where it cannot be written.
   */
  forget(by: string): number;
  /** Lines that could not be read, with their number, left in a file of their own beside the journal. */
  readonly damaged: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Opens the journal in `folder`, which is made with the first entry. A line that cannot be read (a torn write, a hand edit)
 * is set aside into `journal.damaged.jsonl` and named in `damaged`; all others count. Throws a JournalError where the file cannot
 * be read, or what is damaged not set aside.
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

/** Does what writes `file`, which leaves it as it was where that fails. Throws a JournalError then. */
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
    // Of a full disk, half a line would spoil the next entry too.
    ftruncateSync(handle, size);
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Written beside and renamed, so that a crash leaves the old lines or the new ones. */
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
