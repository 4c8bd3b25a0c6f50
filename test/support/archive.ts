import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open.ts';

/** An archive over a folder of articles, its index in a temporary folder, all in this thread. */
export function archiveOf(corpus: string): Promise<Archive> {
  return openArchive({ corpus, index: temporary(), threads: false });
}

/** The same over articles given by file name. */
export function archiveWith(articles: Readonly<Record<string, string>>): Promise<Archive> {
  const corpus = temporary();
  for (const [file, text] of Object.entries(articles)) {
    const target = path.join(corpus, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return archiveOf(corpus);
}

/** The first excerpt that answers a question, or why there is none. */
export async function firstExcerpt(archive: Archive, question: string): Promise<string> {
  const found = await answer(archive, question);
  return found.status === 'answered' ? found.excerpts[0]!.text : found.reason;
}

export function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
}
