import { once } from 'node:events';

/** Writes one line to standard output, waiting if the reader is slower. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/**
 * Removes everything that a terminal would obey. Of control and format characters, only line breaks and tabs remain.
 * The length stays the same, so that offsets hold.
 */
export const harmless = (text: string): string =>
  text.replace(/[^\P{C}\n\t\u00ad\u200d]/gu, (mark) => '\ufffd'.repeat(mark.length));
