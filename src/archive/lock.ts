import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** Who is building in a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  /** Tells it from an earlier process with the same number. */
  readonly token: string;
}

/** A holder not heard of for this many milliseconds is gone, on whatever machine it ran. */
const SILENCE = 20_000;
const HEARTBEAT = 2_000;

/** The last state of other holders' locks and since when, by a monotonic clock. Their clock or ours may be wrong. */
const seen = new Map<string, { readonly sign: string; readonly since: number }>();

/** Tokens of the locks that this process holds. */
const held = new Set<string>();

/**
 * Takes the right to build in `folder` and returns the function that gives it back. If another process (or another
 * archive of this one) has it, returns that holder instead. Takes over the lock of a process that died. Readers need no
 * lock.
 */
export async function lock(folder: string): Promise<(() => Promise<void>) | Holder> {
  const file = path.join(folder, 'building.lock');
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    token: randomBytes(8).toString('hex'),
  };
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
      return hold(file, holder);
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      // Created but not written, as on a full disk: nobody could tell whose it is.
      if (syscall === 'write') await rm(file, { force: true }).catch(() => {});
      if (code !== 'EEXIST') throw error;
    }
    const other = await holderOf(file);
    if (other && !(await gone(file, other))) return other;
    if (other) await takeAway(file, other);
  }
}

function hold(file: string, { token }: Holder): () => Promise<void> {
  held.add(token);
  const heartbeat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => {});
  }, HEARTBEAT);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    held.delete(token);
    if ((await holderOf(file))?.token === token) await rm(file, { force: true }).catch(() => {});
  };
}

async function holderOf(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // Read while being written: only its age counts.
    return { pid: 0, host: '', since: '', token: '' };
  }
}

async function gone(file: string, holder: Holder): Promise<boolean> {
  if (held.has(holder.token)) return false;
  // Our process number without a token of ours: left by an earlier run of this container.
  if (holder.host === hostname() && (holder.pid === process.pid || !alive(holder.pid))) return true;
  const touched = await stat(file).catch(() => null);
  if (touched === null || Date.now() - touched.mtimeMs > SILENCE) return true;
  const sign = `${holder.token} ${touched.mtimeMs}`;
  const last = seen.get(file);
  if (last?.sign === sign) return performance.now() - last.since > SILENCE;
  seen.set(file, { sign, since: performance.now() });
  return false;
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes the lock of `holder`. If somebody else has set one in the meantime, puts that back. */
async function takeAway(file: string, holder: Holder): Promise<void> {
  const aside = `${file}-${randomBytes(8).toString('hex')}.tmp`;
  await rename(file, aside).catch(() => {});
  if ((await holderOf(aside))?.token !== holder.token) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}
