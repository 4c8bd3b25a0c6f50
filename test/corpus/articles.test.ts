import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/corpus/read.ts';
import { root } from '../../src/root.ts';
import { slice } from '../../src/text/span.ts';
import { inEnglish } from './fixtures.ts';

/** What each of the articles that come with the project holds. */
const ARTICLES = [
  {
    id: '000_bbc4ccc2e3994ef7.txt',
    title:
      'Trump Told Top Immigration Official To Break Law And Block Asylum Seekers From Entering U.S., Report Claims',
    paragraphs: 11,
    first: 'The Trump administration’s latest crackdown',
    last: 'nevertheless left the post.',
  },
  {
    id: '001_5fd2b49faa8a5c2b.txt',
    title:
      'REPORT: Donald Trump and Stephen Miller Tried to Get Immigration Officials to Drop Off Detained Immigrants in Sanctuary Cities to Retaliate Against Democrats',
    paragraphs: 12,
    first: 'The White House sought to punish Democrats',
    last: 'actually open to the idea.',
  },
  {
    id: '002_5991628dadd4bca4.txt',
    title: null,
    paragraphs: 13,
    first: 'After Donald Trump tweeted Monday',
    last: 'his colleagues to listen to him.',
  },
  {
    id: '003_31508e0416801ff4.txt',
    title: null,
    paragraphs: 17,
    first: 'Homeland Security Secretary Alejandro Mayorkas reiterated',
    last: 'since Biden took office.',
  },
  {
    id: '004_2e846e7793ac7719.txt',
    title: 'Trump ICE Chief Wants To Prosecute Politicians Who Won’t Lock Up More Immigrants',
    paragraphs: 8,
    first: 'WASHINGTON ― The Trump administration is considering',
    last: 'criminal prosecution requires personal…',
  },
];

const CLUTTER =
  /Categories|Archives|donald trump,|Getty Images|Load more|Page 1 of|View All|Avatar|Brandon|Political Writer|VIP Member|full article|Leave a Reply|email address/;

test.each(ARTICLES)('$id is read as its article and nothing else', async (expected) => {
  const bytes = await readFile(path.join(root, 'data/articles', expected.id));
  const result = await readDocument(bytes, expected.id);
  if ('skipped' in result) throw new Error(inEnglish(result.skipped));
  const { document } = result;
  expect(document.title).toBe(expected.title);
  expect(document.paragraphs).toHaveLength(expected.paragraphs);
  expect(document.text.startsWith(expected.first)).toBe(true);
  expect(document.text.endsWith(expected.last)).toBe(true);
  expect(document.text).not.toMatch(CLUTTER);
  expect(document).toMatchObject({ outlet: null, author: null, published: null, url: null });
});

test.each(ARTICLES)('every paragraph of $id stands in its file character by character', async ({ id }) => {
  const bytes = await readFile(path.join(root, 'data/articles', id));
  const result = await readDocument(bytes, id);
  if ('skipped' in result) throw new Error(inEnglish(result.skipped));
  const raw = new TextDecoder().decode(bytes);
  let at = 0;
  for (const span of result.document.paragraphs) {
    const found = raw.indexOf(slice(result.document.text, span), at);
    expect(found).toBeGreaterThanOrEqual(at);
    at = found;
  }
});
