import { type Key, type Phrase, phrase } from '../locales/phrase.ts';

/** The content of a file keeps it from being read. `reason` is to be shown behind the file's name. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  readonly reason: Phrase;

  constructor(reason: Phrase) {
    super(reason.key);
    this.reason = reason;
  }
}

/** Why a file cannot be read, to be shown behind its name. */
export function reasonOf(error: unknown): Phrase {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return phrase('skipped.error', { error: messageOf(error) });
  const known = REASONS.get(code);
  return known ? phrase(known) : phrase('skipped.code', { code });
}

/** What went wrong: in our words if we found it, else as the system or a library says it. */
export function messageOf(error: unknown): string | Phrase {
  return error instanceof Unreadable ? error.reason : (error as Error).message;
}

const REASONS: ReadonlyMap<string, Key> = new Map([
  ['ENOENT', 'skipped.missing'],
  ['EACCES', 'skipped.permissions'],
  ['EPERM', 'skipped.permissions'],
  ['ENOTDIR', 'skipped.no-folder'],
  ['EISDIR', 'skipped.not-regular'],
  ['ELOOP', 'skipped.link-circle'],
  ['ENAMETOOLONG', 'skipped.long-name'],
  ['EMFILE', 'skipped.too-many-open'],
  ['Z_DATA_ERROR', 'skipped.damaged-gz'],
  ['Z_BUF_ERROR', 'skipped.breaks-off'],
]);
