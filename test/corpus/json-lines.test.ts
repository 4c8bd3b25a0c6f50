import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/folder.ts';
import { ARTICLE, folderOf, jsonLines, readAll, summary } from './fixtures.ts';

describe('a file of lines', () => {
  const lines = [
    { id: 'one', title: 'Harbour to close', text: ARTICLE, outlet: 'Gazette', published: '2021-03-04' },
    '',
    'no json',
    { id: 'two' },
    { text: ARTICLE },
    { id: 'one', text: ARTICLE },
    '[1]',
    {
      id: 3,
      title: null,
      text: `Harbour to close\n\n${ARTICLE}`,
      published: 'soon',
      url: 'javascript:alert(1)',
    },
  ];
  const expected = [
    'document one',
    'skipped news:3 is not valid JSON; write each article on a line of its own, as one object',
    'skipped news:4 has no usable "text"; give it one',
    'skipped news:5 has no usable "id"; give it one',
    'skipped news:6 repeats the id "one" of news:1',
    'skipped news:7 is not a JSON object',
    'document 3',
  ];

  it('is read line by line, bad ones named with their numbers', async () => {
    const folder = await folderOf({ 'news.jsonl': jsonLines(...lines) });
    const reads = await readAll(folder);
    expect(summary(reads)).toEqual(expected.map((line) => line.replaceAll('news', 'news.jsonl')));
    const documents = reads.flatMap((read) => (read.type === 'document' ? read.document : []));
    expect(documents[0]).toMatchObject({
      title: 'Harbour to close',
      outlet: 'Gazette',
      published: '2021-03-04',
    });
    expect(documents[1]).toMatchObject({
      title: 'Harbour to close',
      text: ARTICLE,
      published: null,
      url: null,
    });
  });

  it('is read the same where it is packed', async () => {
    const folder = await folderOf({ 'news.jsonl.gz': gzipSync(jsonLines(...lines)) });
    expect(summary(await readAll(folder))).toEqual(
      expected.map((line) => line.replaceAll('news', 'news.jsonl.gz')),
    );
  });

  it('that breaks off keeps the documents before the break', async () => {
    const many = Array.from({ length: 3000 }, (_, id) => ({
      id: String(id),
      text: `${ARTICLE} ${id * 7919}.`,
    }));
    const packed = gzipSync(jsonLines(...many));
    const folder = await folderOf({ 'news.jsonl.gz': packed.subarray(0, packed.length / 2) });
    const reads = summary(await readAll(folder));
    expect(reads[0]).toBe('document 0');
    expect(reads.at(-1)).toBe('skipped news.jsonl.gz breaks off; copy it again');
  });

  it('that is packed to a thousandth is not unpacked to its end', async () => {
    const folder = await folderOf({ 'bomb.jsonl.gz': gzipSync(Buffer.alloc(120_000_000, 0x20)) });
    expect(summary(await readAll(folder))).toEqual([
      'skipped bomb.jsonl.gz unpacks to more than 100 times its size, which no text does',
    ]);
  });

  it('with a line of ten million bytes is read without it', async () => {
    const folder = await folderOf({
      'news.jsonl': jsonLines({ id: 'a', text: ARTICLE }, 'x'.repeat(10_000_000), { id: 'b', text: ARTICLE }),
    });
    expect(summary(await readAll(folder))).toEqual([
      'document a',
      'skipped news.jsonl:2 is longer than 2 MB',
      'document b',
    ]);
  });

  it('in UTF-16 is named once, with the cure', async () => {
    const text = `\ufeff${jsonLines({ id: 'a', text: ARTICLE }, { id: 'b', text: ARTICLE })}`;
    const folder = await folderOf({ 'news.jsonl': Buffer.from(text, 'utf16le'), 'one.txt': ARTICLE });
    expect(summary(await readAll(folder))).toEqual([
      'skipped news.jsonl is not valid UTF-8; save it as UTF-8',
      'document one.txt',
    ]);
  });

  it('of blank lines, or packed from nothing, is named as empty', async () => {
    const folder = await folderOf({ 'blank.jsonl': '\r\n \n\t\n', 'nothing.jsonl.gz': gzipSync('') });
    expect(summary(await readAll(folder))).toEqual([
      'skipped blank.jsonl is empty',
      'skipped nothing.jsonl.gz is empty',
    ]);
  });

  it('is not empty where no line of it is wanted', async () => {
    const folder = await folderOf({ 'news.jsonl': jsonLines({ id: 'a', text: ARTICLE }) });
    for await (const read of readCorpus(folder, { wanted: () => false })) expect(read).toBeNull();
  });

  it('of nothing but bad lines does not flood', async () => {
    const folder = await folderOf({ 'news.jsonl': 'bad\n'.repeat(5000) });
    const reads = summary(await readAll(folder));
    expect(reads).toHaveLength(101);
    expect(reads.at(-1)).toBe('skipped news.jsonl has 4900 more lines that were skipped');
  });

  it('cleans its texts like any other', async () => {
    const folder = await folderOf({
      'news.jsonl': jsonLines({ id: 'a', title: 'Harbour', text: `Share this:\n${ARTICLE}\nLeave a Reply` }),
    });
    const [read] = await readAll(folder);
    expect(read).toMatchObject({ document: { text: ARTICLE } });
  });
});
