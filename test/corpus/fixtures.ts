import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { type Known, type Read, readCorpus } from '../../src/corpus/folder.ts';
import { readDocument } from '../../src/corpus/read.ts';
import type { Phrase } from '../../src/locales/phrase.ts';
import { say } from '../../src/locales/say.ts';

export const ARTICLE =
  'The council of Marwick voted to close the harbour.\n\n“Nobody asked us,” said Tom Hale.';

/** A reason as hosts read it. */
export const inEnglish = (reason: Phrase): string => say(reason, 'en');

/** Reads `content` as the file `id`; fails the test where it is skipped. */
export async function documentOf(content: string | Uint8Array, id = 'article.txt'): Promise<Document> {
  const result = await readDocument(content, id);
  if ('skipped' in result) throw new Error(`${id} ${inEnglish(result.skipped)}`);
  return result.document;
}

/** The reason why `content` is skipped, or null where it is read. */
export async function reasonFor(content: string | Uint8Array, id = 'article.txt'): Promise<string | null> {
  const result = await readDocument(content, id);
  return 'skipped' in result ? inEnglish(result.skipped) : null;
}

/** A folder of these files, removed when the test ends. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

/** Everything that reading `folder` yields. */
export async function readAll(folder: string, known?: Known): Promise<Read[]> {
  const reads: Read[] = [];
  for await (const read of readCorpus(folder, known ? { known } : {})) reads.push(read);
  return reads;
}

/** What was read, one word and a name a line: `document a.txt`, `unchanged b.txt`, `skipped c.txt is empty`. */
export function summary(reads: readonly Read[]): string[] {
  return reads.map((read) => {
    if (read.type === 'document') return `document ${read.document.id}`;
    return read.type === 'unchanged'
      ? `unchanged ${read.id}`
      : `skipped ${read.file} ${inEnglish(read.reason)}`;
  });
}

/** What a later reading may be told of this one. */
export function knownFrom(reads: readonly Read[]): Known {
  return new Map(
    reads.flatMap((read) =>
      read.type === 'skipped' ? [] : [[read.type === 'document' ? read.document.id : read.id, read.source]],
    ),
  );
}

export const jsonLines = (...lines: readonly unknown[]): string =>
  `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`;
