import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/attribution/extract.ts';
import type { Document } from '../../src/corpus/document.ts';
import { readJsonLines } from '../../src/corpus/jsonl.ts';
import { parseCorrections } from '../../src/corpus/parse-corrections.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { say } from '../../src/locales/say.ts';
import { findPeople } from '../../src/people/people.ts';
import { resolveSpeakers } from '../../src/people/speakers/resolve.ts';
import { root } from '../../src/root.ts';
import type { Span } from '../../src/text/span.ts';
import { docxOf, pdfOf } from '../corpus/binary-files.ts';
import { pick, type Random } from '../support/random.ts';
import { mutate } from './mutate.ts';

/** The articles that come with the bot: what members ask about, and what is damaged. */
export const articles = path.join(root, 'data', 'articles');

export const texts: readonly string[] = readdirSync(articles)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join(articles, name), 'utf8'));

const corrections = `metadata:
  000.txt: { title: A title, outlet: The Star, published: 2019-04-13, url: "https://star.example/a" }
aliases:
  - { name: Ada Brandt, type: person, aliases: [Brandt, the mayor] }
`;

/** Every article in every format that is read. */
const whole: readonly { readonly name: string; readonly bytes: Uint8Array }[] = texts.flatMap((text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const paragraphs = lines.join('</p><p>');
  const page = lines.slice(0, 30).map((line, n) => [50, 780 - 20 * n, 11, line] as const);
  const json = lines.map((line, n) => JSON.stringify({ id: n, title: 'A title', text: line }));
  return [
    { name: 'a.txt', bytes: Buffer.from(text) },
    {
      name: 'a.md',
      bytes: Buffer.from(`---\ntitle: A title\npublished: 2020-01-02\n---\n# Heading\n\n${text}`),
    },
    {
      name: 'a.html',
      bytes: Buffer.from(
        `<html><head><title>T</title></head><body><article><p>${paragraphs}</p></article></body></html>`,
      ),
    },
    { name: 'a.docx', bytes: docxOf(lines) },
    { name: 'a.pdf', bytes: pdfOf([page]) },
    { name: 'a.jsonl', bytes: Buffer.from(json.join('\n')) },
    { name: 'corpus.yaml', bytes: Buffer.from(corrections) },
  ];
});

/** A damaged file of any format, under the name of the format that it was. */
export function damaged(next: Random): { readonly name: string; readonly bytes: Uint8Array } {
  const { name, bytes } = pick(whole, next);
  return { name, bytes: mutate(bytes, next) };
}

/** Reads a damaged file. Returns what is wrong, or null. */
export async function file(next: Random): Promise<string | null> {
  const { name, bytes } = damaged(next);
  if (name === 'corpus.yaml') {
    const { problems } = parseCorrections(Buffer.from(bytes).toString());
    return problems.some((problem) => say(problem, 'en') === '')
      ? 'a correction was refused without a reason'
      : null;
  }
  if (name === 'a.jsonl') {
    for await (const line of readJsonLines(
      (async function* () {
        yield bytes;
      })(),
    )) {
      if (line.type === 'skipped' && say(line.reason, 'en') === '')
        return 'a line was skipped without a reason';
      const wrong = line.type === 'document' ? outside(line.document) : null;
      if (wrong) return wrong;
    }
    return null;
  }
  const read = await readDocument(bytes, name);
  if ('skipped' in read) return say(read.skipped, 'en') === '' ? 'a file was skipped without a reason' : null;
  return outside(read.document);
}

/** Says which span of a document, of what it reports or of whom it names does not lie within its text. */
function outside({ text, paragraphs }: Document): string | null {
  const people = findPeople(text, []);
  const spoken = resolveSpeakers(text, extract(text), people, []);
  const spans = [
    ...paragraphs,
    ...spoken.flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]),
    ...people.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
  ];
  const wrong = spans.find(({ start, end }: Span) => !(start >= 0 && start < end && end <= text.length));
  return wrong ? `a span lies outside its text: ${JSON.stringify(wrong)}` : null;
}
