import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../src/preview/markdown.ts';
import type { Sight } from '../../src/preview/sight.ts';

const folder = path.join(import.meta.dirname, 'articles');

/** The articles as text on one line, so that a quotation over two lines is found. */
const articles = readdirSync(folder).map((name) => flat(readFileSync(path.join(folder, name), 'utf8')));

/** What a reader sees set off as quoted. */
export function quotationsIn({ text }: Sight): string[] {
  const lines = text.split('\n');
  const quoted: string[] = [];
  let open = false;
  for (const line of lines) {
    const isQuoted = line.startsWith('> ');
    if (isQuoted && open) quoted.push(`${quoted.pop()} ${plainText(line.slice(2))}`);
    else if (isQuoted) quoted.push(plainText(line.slice(2)));
    open = isQuoted;
  }
  return quoted.map(flat);
}

/** The quotations of a reply that stand in no article word for word. */
export const inventedIn = (sight: Sight): string[] =>
  quotationsIn(sight).filter((quotation) => !articles.some((article) => article.includes(quotation)));

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
