import { once } from 'node:events';

/** Writes one line to standard output, waiting where whoever reads it is slower. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
