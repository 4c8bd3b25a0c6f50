import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../corpus/document.ts';
import { listCorpus } from '../corpus/folder.ts';
import { type FileType, fileType, readDocument } from '../corpus/read.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';

/** The outcome of adding a file. */
export type Added =
  | { readonly type: 'added'; readonly document: Document }
  /** The same bytes as a file that is already there. */
  | { readonly type: 'same'; readonly id: string }
  /** `reason` continues the file's name: "is empty". */
  | { readonly type: 'refused'; readonly reason: Phrase };

/**
 * Formats of a single article. Files of many articles, one a line, are left to whoever runs the bot: this could not
 * tell which of them are new.
 */
const ADDABLE: readonly (FileType | null)[] = ['text', 'markdown', 'html', 'pdf', 'docx'];

/**
 * Puts a file into the corpus folder if it can be read as a document. The name a member gave is data: only letters,
 * digits, dots, dashes and underscores of its last part are kept, and another file of that name is never overwritten.
 */
export async function addFile(folder: string, name: string, bytes: Uint8Array): Promise<Added> {
  const id = safeName(name);
  if (!ADDABLE.includes(fileType(id))) return { type: 'refused', reason: phrase('corpus-add.wrong-type') };
  const read = await readDocument(bytes, id);
  if ('skipped' in read) return { type: 'refused', reason: read.skipped };
  try {
    await mkdir(folder, { recursive: true });
    const same = await sameFile(folder, bytes);
    if (same !== null) return { type: 'same', id: same };
    const { name: stem, ext } = path.parse(id);
    let free = id;
    for (let n = 2; existsSync(path.join(folder, free)); n++) free = `${stem}-${n}${ext}`;
    await writeWhole(path.join(folder, free), bytes);
    return { type: 'added', document: { ...read.document, id: free } };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { type: 'refused', reason: phrase('corpus-add.not-written', { code }) };
  }
}

/** The file of an article in `folder` with exactly these bytes, whatever its name; null if there is none. */
async function sameFile(folder: string, bytes: Uint8Array): Promise<string | null> {
  const { files } = await listCorpus(folder);
  for (const { file, size } of files) {
    if (size !== bytes.length || !ADDABLE.includes(fileType(file))) continue;
    // A file that cannot be read does not count as the same.
    if ((await readFile(path.join(folder, file)).catch(() => null))?.equals(bytes)) return file;
  }
  return null;
}

/** A file name that is safe on every system: "Über/uns?.txt" → "uns.txt". A name with nothing left gets one from its hash. */
function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const { name: stem, ext } = path.parse(last);
  const kept = stem
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  const fallback = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${kept === '' ? `article-${fallback}` : kept}${ext.toLowerCase().replace(/[^.a-z0-9]/g, '')}`;
}

/** Writes to a name that the corpus ignores, then renames, so that a reindex never reads half a file. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.new`);
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
