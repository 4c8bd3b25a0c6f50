import { readFileSync } from 'node:fs';

/** The text of the file named on the command line. Where none is, or it cannot be read, a line says so and the process ends. */
export function readInput(file: string, usage: string): string {
  if (file === '') return end(usage);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return end(`${file} cannot be read (${(error as Error).message}). ${usage}`);
  }
}

/** The JSON objects of a file, one a line; empty lines are passed over. A line that is none is named, and the process ends. */
export function readLines<T>(file: string, usage: string): T[] {
  return readInput(file, usage)
    .split('\n')
    .flatMap((line, number) => {
      if (line.trim() === '') return [];
      try {
        return JSON.parse(line) as T;
      } catch (error) {
        return end(`${file}, line ${number + 1}: ${(error as Error).message}. ${usage}`);
      }
    });
}

function end(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
