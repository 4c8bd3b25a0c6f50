import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SpokenAttribution } from '../attribution/attribution.ts';
import { extract } from '../attribution/extract.ts';
import type { Document } from '../corpus/document.ts';
import { say } from '../locales/say.ts';
import { findPeople } from '../people/people.ts';
import { resolveSpeakers } from '../people/speakers/resolve.ts';
import { printLine } from './print.ts';

/**
 * Prints the attributions of each article file as one JSON line, with its text, into which the offsets point. A file's id is its
 * path within `corpus`, or its name where it lies elsewhere. Names what cannot be read and returns how many those are.
 */
export async function extractFiles(
  files: readonly string[],
  corpus: string,
  complain: (message: string) => void,
): Promise<number> {
  let unreadable = 0;
  for (const file of files) {
    const article = await readArticle(file, corpus);
    const failure =
      typeof article === 'string'
        ? article
        : await print({ id: article.id, title: article.title, text: article.text }, article.text);
    if (failure !== null) {
      unreadable += 1;
      complain(`${file} ${failure}`);
    }
  }
  return unreadable;
}

/** The same for each line `{"id","text"}` of a file, one at a time; `text` is taken as it is and not printed back. */
export async function extractLines(file: string, complain: (message: string) => void): Promise<number> {
  let number = 0;
  let unreadable = 0;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const row = readRow(line);
    const failure = typeof row === 'string' ? row : await print({ id: row.id }, row.text);
    if (failure !== null) {
      unreadable += 1;
      complain(`${file}, line ${number}: ${failure}`);
    }
  }
  return unreadable;
}

/** Prints what is known of an article with its attributions; returns why not, since a mistake with one must cost no other its line. */
async function print(known: Readonly<Record<string, unknown>>, text: string): Promise<string | null> {
  let line: string;
  try {
    line = JSON.stringify({ ...known, attributions: attributions(text) });
  } catch (error) {
    return `cannot be read for statements: ${(error as Error).message}`;
  }
  await printLine(line);
  return null;
}

function attributions(text: string) {
  return spoken(text).map(({ kind, source, cue, content, speaker, anonymous, via, nested }) => ({
    kind,
    source,
    cue,
    content,
    speaker,
    anonymous,
    via,
    nested,
  }));
}

function spoken(text: string): SpokenAttribution[] {
  return resolveSpeakers(text, extract(text), findPeople(text));
}

/** The article, or why there is none, in English for the host. */
async function readArticle(file: string, corpus: string): Promise<Document | string> {
  const within = path.relative(corpus, path.resolve(file));
  const id =
    within.startsWith('..') || path.isAbsolute(within)
      ? path.basename(file)
      : within.split(path.sep).join('/');
  const { readDocument } = await import('../corpus/read.ts');
  try {
    const read = await readDocument(await readFile(file), id);
    return 'document' in read ? read.document : say(read.skipped, 'en');
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}

function readRow(line: string): { readonly id: string; readonly text: string } | string {
  let row: unknown;
  try {
    row = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch (error) {
    return `${(error as Error).message}. Each line is one JSON object: {"id","text"}`;
  }
  const { id, text } = (row ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return 'it has no "id"';
  return typeof text === 'string' ? { id: String(id), text } : 'it has no "text"';
}
