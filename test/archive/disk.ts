import type * as promises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** What happens to the disk: nothing, or the process dies at the change of that number, or every change fails. */
export interface Disk {
  changes: number;
  /** From this change on nothing is changed any more, as if the process had been killed half-way through it. */
  killedAt: number;
  /** The code of the error with which every change fails; a full disk makes empty files, and deletes. */
  failing: string | null;
}

const FULL = 'ENOSPC';

export function heal(disk: Disk): void {
  Object.assign(disk, { changes: 0, killedAt: Number.POSITIVE_INFINITY, failing: null });
}

type Files = typeof promises;

/** `node:fs/promises` on a disk that fails as `disk` says. */
export function failingFiles(files: Files, disk: Disk): Files {
  const changing =
    <A extends unknown[], R>(change: (...args: A) => Promise<R>, half?: (...args: A) => Promise<unknown>) =>
    async (...args: A): Promise<R> => {
      if (disk.failing)
        throw Object.assign(new Error(disk.failing), { code: disk.failing, syscall: 'write' });
      disk.changes++;
      if (disk.changes === disk.killedAt) await half?.(...args);
      if (disk.changes >= disk.killedAt) return new Promise(() => {});
      return change(...args);
    };
  const handled = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'writeFile')
          return changing(
            (bytes: Uint8Array) => target.writeFile(bytes),
            async (bytes) => {
              await target.writeFile(bytes.subarray(0, bytes.length >> 1));
              await target.close();
            },
          );
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return {
    ...files,
    open: (async (file: string, flags?: string | number) =>
      flags !== 'wx'
        ? files.open(file, flags)
        : handled(await changing(files.open)(file, flags))) as Files['open'],
    rename: changing(files.rename) as Files['rename'],
    rm: ((...args: Parameters<Files['rm']>) =>
      (disk.failing === FULL ? files.rm : changing(files.rm))(...args)) as Files['rm'],
    writeFile: (async (file: string, text: string, options: object) => {
      if (disk.failing === FULL) await files.writeFile(file, '', options);
      return changing(files.writeFile)(file, text, options);
    }) as Files['writeFile'],
  };
}
