import { type Phrase, phrase } from '../locales/phrase.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { openFile } from './file.ts';
import type { Metadata } from './metadata.ts';
import { reasonOf } from './reason.ts';

/** The optional file of a corpus folder that adds or corrects metadata and names. */
export const CORRECTIONS_FILE = 'corpus.yaml';

export interface Corrections {
  /** By document id. A null field becomes unknown, whatever the article says. */
  readonly metadata: ReadonlyMap<string, Partial<Metadata>>;
  readonly aliases: readonly {
    readonly name: string;
    readonly type?: 'person' | 'organisation';
    readonly aliases: readonly string[];
  }[];
  /** What could not be used, each with the cure; the rest applies. To be shown behind the file's name. */
  readonly problems: readonly Phrase[];
}

/** The corrections in `folder`, or none if the file is missing. Never rejects. */
export async function readCorrections(folder: string): Promise<Corrections> {
  const opened = await openFile(folder, CORRECTIONS_FILE);
  if ('skipped' in opened) return opened.code === 'ENOENT' ? NONE : { ...NONE, problems: [opened.skipped] };
  try {
    const { size } = await opened.handle.stat();
    if (size > LARGEST)
      return { ...NONE, problems: [phrase('corrections.too-large', { megabytes: LARGEST / 1e6 })] };
    const read = decode(await opened.handle.readFile());
    if ('skipped' in read)
      return read.skipped.key === 'skipped.empty' ? NONE : { ...NONE, problems: [read.skipped] };
    // Most folders have none, and a YAML parser takes long to load.
    const { parseCorrections } = await import('./parse-corrections.ts');
    return parseCorrections(read.text);
  } catch (error) {
    return { ...NONE, problems: [reasonOf(error)] };
  } finally {
    await opened.handle.close();
  }
}

/** Bytes. */
const LARGEST = 2_000_000;
/** No corrections, as for a folder without the file. */
export const NONE: Corrections = { metadata: new Map(), aliases: [], problems: [] };

/** `document` with the corrections of `corpus.yaml`. */
export function corrected(document: Document, { metadata }: Corrections): Document {
  return { ...document, ...metadata.get(document.id) };
}
