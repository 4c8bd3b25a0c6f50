import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

/** The rooms whose code and tables decide what an index holds. */
const ROOMS = ['text', 'corpus', 'attribution', 'people', 'search', 'archive'];

let known: string | null = null;

/**
 * A short hash of everything the index depends on besides the articles: the compiled code of these rooms, their tables
 * and the packages. An index of another version is rebuilt, so nobody has to remember to raise a number.
 */
export function version(): string {
  known ??= hashOfCode();
  return known;
}

function hashOfCode(): string {
  const hash = createHash('sha256');
  const running = path.resolve(import.meta.dirname, '..');
  const source = path.join(root, 'src');
  for (const room of ROOMS) {
    hashFolder(hash, path.join(running, room), /\.[jt]s$/);
    hashFolder(hash, path.join(source, room), /\.(?!ts$|js$)\w+$/);
  }
  hash.update(readFileSync(path.join(root, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

function hashFolder(hash: ReturnType<typeof createHash>, folder: string, wanted: RegExp): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!wanted.test(file)) continue;
    hash.update(file).update(readFileSync(path.join(folder, file)));
  }
}
