import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Bytes set aside on disk while an index is built, so that memory does not grow with the corpus. */
export class Spool {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #places = new Map<string, { readonly at: number; readonly length: number }>();
  #end = 0;

  constructor(folder: string) {
    this.#file = path.join(folder, `incoming-${randomBytes(8).toString('hex')}.bin`);
    this.#descriptor = openSync(this.#file, 'wx+');
  }

  put(key: string, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#end + done);
    this.#places.set(key, { at: this.#end, length: bytes.length });
    this.#end += bytes.length;
  }

  get(key: string): Buffer {
    const { at, length } = this.#places.get(key)!;
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#descriptor, bytes, 0, length, at);
    return bytes;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  close(): void {
    closeSync(this.#descriptor);
    rmSync(this.#file, { force: true });
  }
}
