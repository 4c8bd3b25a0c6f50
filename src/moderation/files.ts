import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../corpus/document.ts';
import { type FileType, fileType, readDocument } from '../corpus/read.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';

/** What became of a file that was to be added. */
export type Added =
  | { readonly type: 'added'; readonly document: Document }
  /** Byte for byte the file that is there already. */
  | { readonly type: 'same'; readonly id: string }
  /** `reason` reads on from the file's name: "is empty". */
  | { readonly type: 'refused'; readonly reason: Phrase };

/** Formats of a single article. Lines of articles are for whoever runs the bot: nothing here could tell which of them are new. */
const ADDABLE: readonly (FileType | null)[] = ['text', 'markdown', 'html', 'pdf', 'docx'];

/**
 * Puts a file into the corpus folder, where it can be read as a document. The name a member gave is data: only letters,
 * digits, dots, dashes and underscores of its last part are kept, and another file of that name is never overwritten.
 * Rejects where the folder cannot be written.
 */
export async function addFile(folder: string, name: string, bytes: Uint8Array): Promise<Added> {
  const id = safeName(name);
  if (!ADDABLE.includes(fileType(id))) return { type: 'refused', reason: phrase('corpus-add.wrong-type') };
  const read = await readDocument(bytes, id);
  if ('skipped' in read) return { type: 'refused', reason: read.skipped };
  await mkdir(folder, { recursive: true });
  for (let n = 1; ; n++) {
    const { name: stem, ext } = path.parse(id);
    const free = n === 1 ? id : `${stem}-${n}${ext}`;
    const there = await contentOf(path.join(folder, free));
    if (there && Buffer.compare(there, bytes) === 0) return { type: 'same', id: free };
    if (there) continue;
    await writeWhole(path.join(folder, free), bytes);
    return { type: 'added', document: { ...read.document, id: free } };
  }
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

async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside under a name that the corpus ignores and renamed, so that a reindex never reads half a file. */
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
