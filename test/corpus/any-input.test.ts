import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { SEAM } from '../../src/text/seams.ts';
import { slice } from '../../src/text/span.ts';
import { inEnglish } from './fixtures.ts';

const FILES = ['a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx', 'a'];
const PAGE = `---
title: Harbour to close
---
<html><head><meta charset="utf-8"><title>T</title></head><body><article># Mayor

By Ada Penrose, March 4, 2021

The *council* of [Marwick](https://m.example) voted “to close” the harbour, said Hale.
Share this: Facebook Twitter
<p>The mayor’s office &amp; others declined to comment.</p></article></body></html>
Leave a Reply`;

/** Pieces of files in an order that nobody wrote. */
const jumble = fc.array(
  fc.constantFrom(...PAGE.split(/(?<=[ <>\n])/), '\0', '\ud800', '\u2028', '\ufeff', '\r'),
  {
    maxLength: 60,
  },
);

/** A file with some of its bytes changed, left out or doubled. */
const mutated = fc.array(fc.tuple(fc.nat(PAGE.length), fc.nat(255), fc.nat(2))).map((changes) => {
  const bytes = [...Buffer.from(PAGE)];
  for (const [at, byte, how] of changes) bytes.splice(at, how, ...(how === 2 ? [] : [byte]));
  return Uint8Array.from(bytes);
});

function check(document: Document): void {
  expect(document.paragraphs.length).toBeGreaterThan(0);
  let end = 0;
  for (const paragraph of document.paragraphs) {
    expect(paragraph.start).toBeGreaterThanOrEqual(end);
    expect(document.text.slice(end, paragraph.start).trim()).toBe('');
    expect(slice(document.text, paragraph).trim()).not.toBe('');
    end = paragraph.end;
  }
  expect(end).toBe(document.text.length);
  expect(document.text).not.toMatch(/\p{Cs}/u);
  expect(document.title ?? 'title').toMatch(/\S/);
  expect(document.published ?? '2021-03-04').toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(document.url ?? 'https://').toMatch(/^https?:/);
}

describe.each(FILES)('whatever is in %s, it is read or skipped with a reason', (file) => {
  test.each([
    ['pieces', jumble.map((pieces) => pieces.join(''))],
    ['a string', fc.string({ unit: 'binary' })],
    ['bytes', fc.uint8Array()],
    ['a damaged file', mutated],
  ] as const)('%s', async (_, contents) => {
    await fc.assert(
      fc.asyncProperty(contents as fc.Arbitrary<string | Uint8Array>, async (content) => {
        const result = await readDocument(content, file);
        if ('document' in result) check(result.document);
        else expect(inEnglish(result.skipped)).toMatch(/^\S.*\S$/);
      }),
    );
  });
});

test('what is kept of a text stands in it, paragraph by paragraph', async () => {
  await fc.assert(
    fc.asyncProperty(jumble, async (pieces) => {
      const raw = pieces
        .join('\n')
        .replace(/[\0\ud800]/g, '')
        .replace(/<html/g, 'html');
      const result = await readDocument(raw, 'a.txt');
      if ('skipped' in result) return;
      let at = 0;
      for (const paragraph of result.document.paragraphs) {
        const found = raw.indexOf(slice(result.document.text, paragraph), at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found;
      }
    }),
  );
});

test('a text has a seam wherever it is not as it was: what stands between two of them stands so in the file', async () => {
  await fc.assert(
    fc.asyncProperty(jumble, async (pieces) => {
      const raw = pieces
        .join('\n')
        .replace(/[\0\ud800\r]/g, '')
        .replace(/<html/g, 'html');
      const result = await readDocument(raw, 'a.txt');
      if ('skipped' in result) return;
      for (const stretch of result.document.text.split(SEAM)) expect(raw).toContain(stretch);
    }),
  );
});
