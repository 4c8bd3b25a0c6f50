import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/root.ts';

const shipped = path.join(root, 'data', 'articles');
/** As the articles that ship are called, told from what a host puts beside them. */
const SHIPPED = /^\d{3}_[0-9a-f]{16}\.txt$/;

/** Makes `folder` a corpus of the five articles that ship. */
export function copyFiveArticles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(shipped))
    if (SHIPPED.test(file)) copyFileSync(path.join(shipped, file), path.join(folder, file));
}
