import { execFileSync } from 'node:child_process';
import {
  appendFile,
  type FileHandle,
  link,
  mkdir,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../src/corpus/file.ts';
import { CorpusError, listCorpus, type Read, readCorpus, readFew } from '../../src/corpus/folder.ts';
import { MAX_FILE_BYTES } from '../../src/corpus/read.ts';
import { reasonOf } from '../../src/corpus/reason.ts';
import { ARTICLE, folderOf, inEnglish, jsonLines, knownFrom, readAll, summary } from './fixtures.ts';

const YEAR_2020 = new Date('2020-01-01T00:00:00Z');

describe('a folder', () => {
  it('is read with its subfolders, in the order of its paths', async () => {
    const folder = await folderOf({
      'b.txt': ARTICLE,
      'a/z.md': ARTICLE,
      'a.txt': ARTICLE,
      'B.html': `<p>${ARTICLE}</p>`,
      'ü\n💥.txt': ARTICLE,
    });
    expect(summary(await readAll(folder))).toEqual(
      ['B.html', 'a.txt', 'a/z.md', 'b.txt', 'ü\n💥.txt'].map((id) => `document ${id}`),
    );
  });

  it('keeps to itself what is hidden', async () => {
    const folder = await folderOf({
      '.index/x.txt': ARTICLE,
      '.draft.txt': ARTICLE,
      'corpus.yaml': 'aliases: []',
    });
    expect(await readAll(folder)).toEqual([]);
  });

  it('skips what it cannot read, names it with the reason, and reads the rest', async () => {
    const folder = await folderOf({
      'binary.txt': new Uint8Array([0, 1, 2, 3]),
      'empty.txt': '',
      'empty.jsonl': '',
      'good.txt': ARTICLE,
      'large.txt': 'word '.repeat(MAX_FILE_BYTES / 5 + 1),
      'latin.txt': new Uint8Array([0x41, 0xff, 0xfe, 0x81, 0x42]),
      'menu.txt': 'Home\nShare\nContact\n',
      'movie.mp4': 'x',
    });
    expect(summary(await readAll(folder))).toEqual([
      'skipped movie.mp4 is of a type that is not read (.txt, .md, .html, .pdf, .docx, .jsonl, .jsonl.gz are)',
      'skipped binary.txt is binary, not text',
      'skipped empty.jsonl is empty',
      'skipped empty.txt is empty',
      'document good.txt',
      'skipped large.txt is larger than 5 MB; split it into single articles or a .jsonl file',
      'skipped latin.txt is in an unknown encoding; save it as UTF-8',
      'skipped menu.txt holds no article text',
    ]);
  });

  it('follows no link out of itself, and links within it to files alone', async () => {
    const outside = await folderOf({ 'secret.txt': ARTICLE, 'deep/secret.txt': ARTICLE });
    const folder = await folderOf({ 'a/article.txt': ARTICLE });
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'out.txt'));
    await symlink(path.join(outside, 'deep'), path.join(folder, 'deep'));
    await symlink('../../../../../../../../etc/passwd', path.join(folder, 'passwd.txt'));
    await symlink('.', path.join(folder, 'loop'));
    await symlink('gone', path.join(folder, 'dangling.txt'));
    await symlink('ring.txt', path.join(folder, 'ring.txt'));
    await symlink('a/article.txt', path.join(folder, 'in.txt'));
    const reads = summary(await readAll(folder));
    expect(reads.filter((line) => line.startsWith('document'))).toEqual([
      'document a/article.txt',
      'document in.txt',
    ]);
    expect(reads).toContain('skipped out.txt is a link out of the folder, which is not followed');
    expect(reads).toContain('skipped passwd.txt is a link out of the folder, which is not followed');
    expect(reads).toContainEqual(expect.stringMatching(/^skipped deep is a link to a folder, .* CORPUS/));
    expect(reads).toContainEqual(expect.stringMatching(/^skipped loop is a link to a folder/));
    expect(reads).toContain('skipped ring.txt is a link that leads in a circle');
    expect(reads).toContain('skipped dangling.txt does not exist, or vanished before it was read');
  });

  // Other systems refuse to make such a name.
  it.runIf(process.platform === 'linux')('names what it cannot open by its name', async () => {
    const folder = await folderOf({ 'one.txt': ARTICLE });
    const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
    await writeFile(named('Fährhaus.txt'), ARTICLE);
    await mkdir(named('März'));
    expect(summary(await readAll(folder))).toEqual([
      'skipped F\ufffdhrhaus.txt has a name that is not UTF-8; rename it',
      'skipped M\ufffdrz has a name that is not UTF-8; rename it',
      'document one.txt',
    ]);
  });

  it('opens nothing that is no file, a pipe for one', async () => {
    const folder = await folderOf({ 'b.txt': ARTICLE });
    execFileSync('mkfifo', [path.join(folder, 'a.txt')]);
    expect(summary(await readAll(folder))).toEqual(['skipped a.txt is not a regular file', 'document b.txt']);
  });

  it('may itself be reached by a link', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE });
    const other = await folderOf({});
    await symlink(folder, path.join(other, 'articles'));
    expect(summary(await readAll(path.join(other, 'articles')))).toEqual(['document a.txt']);
  });

  it('that is missing or no folder is told with its name and the cure', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE });
    await expect(listCorpus(path.join(folder, 'none'))).rejects.toThrow(
      /none does not exist.*put it back, or name another with --corpus or CORPUS/,
    );
    await expect(readAll(path.join(folder, 'a.txt'))).rejects.toThrow(CorpusError);
  });

  it('with a file that vanishes after the listing is read without it', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    const listing = await listCorpus(folder);
    await rm(path.join(folder, 'a.txt'));
    const reads = [];
    for await (const read of readCorpus(folder, { listing })) reads.push(read);
    expect(summary(reads)).toEqual([
      'skipped a.txt does not exist, or vanished before it was read',
      'document b.txt',
    ]);
  });

  it('with a file that becomes a link out of it after the listing does not follow it', async () => {
    const outside = await folderOf({ 'secret.txt': ARTICLE });
    const folder = await folderOf({ 'a.txt': ARTICLE });
    const listing = await listCorpus(folder);
    await rm(path.join(folder, 'a.txt'));
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'a.txt'));
    const reads = [];
    for await (const read of readCorpus(folder, { listing })) reads.push(read);
    expect(summary(reads)).toEqual(['skipped a.txt is a link out of the folder, which is not followed']);
  });
});

describe('a great deal', () => {
  it('of files in one folder, ten thousand, is listed and read', async () => {
    const folder = await folderOf({});
    const names = Array.from({ length: 10_000 }, (_, n) => `${String(n).padStart(5, '0')}.txt`);
    for (const name of names) await write(folder, name, ARTICLE);
    expect((await listCorpus(folder)).files.map(({ file }) => file)).toEqual(names);
    const reads: Read[] = [];
    for await (const read of readCorpus(folder, { wanted: (id) => id.endsWith('99.txt') })) reads.push(read);
    expect(reads.filter(({ type }) => type === 'document')).toHaveLength(100);
  });

  it('of bytes in one file, 200 MB, is skipped, or read line by line', async () => {
    const folder = await folderOf({
      'large.txt': ARTICLE,
      'large.jsonl': jsonLines({ id: 'a', text: ARTICLE }),
    });
    // Without content beyond the article: the system keeps no bytes for that, but gives them.
    for (const file of ['large.txt', 'large.jsonl']) await truncate(path.join(folder, file), 200_000_000);
    expect(summary(await readAll(folder))).toEqual([
      'document a',
      'skipped large.jsonl:2 is longer than 2 MB',
      `skipped large.txt is larger than ${MAX_FILE_BYTES / 1e6} MB; split it into single articles or a .jsonl file`,
    ]);
  });
});

describe('a file that changes while it is read', () => {
  it('of lines, is read to where it ended and named', async () => {
    const folder = await folderOf({
      'news.jsonl': jsonLines({ id: 'a', text: ARTICLE }, { id: 'b', text: ARTICLE }),
    });
    const reads = [];
    for await (const read of readCorpus(folder)) {
      if (reads.length === 0)
        await appendFile(path.join(folder, 'news.jsonl'), jsonLines({ id: 'c', text: ARTICLE }));
      reads.push(read);
    }
    expect(summary(reads)).toEqual([
      'document a',
      'document b',
      'skipped news.jsonl changed while it was read; reindex to have it whole',
    ]);
    expect(summary(await readAll(folder, knownFrom(reads)))).toEqual([
      'unchanged a',
      'unchanged b',
      'document c',
    ]);
  });

  /** A file that is as long as told each time it is looked at, at last as long as told last. */
  function changing(sizes: number[]): FileHandle {
    let size = 0;
    return {
      stat: async () => {
        size = sizes.shift() ?? size;
        return { size: BigInt(size), mtimeNs: BigInt(size) };
      },
      read: async (buffer: Buffer, offset: number, length: number, position: number) => ({
        bytesRead: Buffer.alloc(size, 'x').copy(buffer, offset, position, position + length),
      }),
    } as unknown as FileHandle;
  }

  it('of one article, is read when it is still', async () => {
    const read = await readWhole(changing([5, 6, 6, 6]));
    expect(read).toMatchObject({ bytes: Buffer.from('xxxxxx'), version: { size: 6 } });
  });

  it('of one article, is skipped where it never is', async () => {
    const read = await readWhole(changing([1, 2, 3, 4, 5, 6, 7, 8]));
    expect('skipped' in read && inEnglish(read.skipped)).toBe('keeps changing; reindex when it is complete');
  });
});

describe('reading again', () => {
  it('opens no file whose size and time are as they were', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    await date(folder, 'a.txt', YEAR_2020);
    await date(folder, 'b.txt', YEAR_2020);
    const known = knownFrom(await readAll(folder));
    await write(folder, 'a.txt', ARTICLE.replace('Hale', 'Roe!'));
    await write(folder, 'b.txt', ARTICLE.replace('Hale', 'Roe!'));
    await date(folder, 'a.txt', YEAR_2020);
    expect(summary(await readAll(folder, known))).toEqual(['unchanged a.txt', 'document b.txt']);
  });

  it('does not clean a file again that was only touched', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE });
    const known = knownFrom(await readAll(folder));
    await date(folder, 'a.txt', YEAR_2020);
    const reads = await readAll(folder, known);
    expect(summary(reads)).toEqual(['unchanged a.txt']);
    expect(knownFrom(reads).get('a.txt')!.modified).not.toBe(known.get('a.txt')!.modified);
  });

  it('does not trust a time that is a whole second just past', async () => {
    const folder = await folderOf({ 'a.txt': ARTICLE });
    const now = new Date(Math.floor(Date.now() / 1000) * 1000);
    await date(folder, 'a.txt', now);
    expect((await listCorpus(folder)).files[0]!.modified).toBe('');
  });

  it('does not clean a known line again, wherever it has moved', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, text: `${ARTICLE} ${id}.` }));
    const folder = await folderOf({ 'news.jsonl': jsonLines(a, b) });
    const known = knownFrom(await readAll(folder));
    await write(folder, 'news.jsonl', jsonLines(c, { ...b, text: ARTICLE }, a));
    const reads = await readAll(folder, known);
    expect(summary(reads)).toEqual(['document c', 'document b', 'unchanged a']);
    expect(knownFrom(reads).get('a')!.line).toBe(3);
  });

  it('does not open a file of lines that is known as a whole, unless it is another version', async () => {
    const folder = await folderOf({
      'news.jsonl': jsonLines({ id: 'b', text: ARTICLE }, { id: 'a', text: ARTICLE }),
    });
    const then = new Date(Date.now() - 60_001);
    await date(folder, 'news.jsonl', then);
    const known = knownFrom(await readAll(folder));
    const again = async (wanted = (_id: string) => true) => {
      const reads: Read[] = [];
      for await (const read of readCorpus(folder, { known, whole: new Set(['news.jsonl']), wanted }))
        reads.push(read);
      return summary(reads);
    };
    // Had it been opened, its other bytes would have been seen.
    await write(folder, 'news.jsonl', jsonLines({ id: 'c', text: ARTICLE }, { id: 'd', text: ARTICLE }));
    await date(folder, 'news.jsonl', then);
    expect(await again()).toEqual(['unchanged b', 'unchanged a']);
    expect(await again((id) => id === 'a')).toEqual(['unchanged a']);
    await date(folder, 'news.jsonl', new Date(then.getTime() + 1002));
    expect(await again()).toEqual(['document c', 'document d']);
  });

  it('is read at once where little of it is new, and else no further than it takes to know', async () => {
    const lines = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `${ARTICLE} ${id}.` }));
    const folder = await folderOf({ 'news.jsonl': jsonLines(...lines), 'one.txt': ARTICLE });
    const all = await readAll(folder);
    expect(await readFew(readCorpus(folder), 10 * ARTICLE.length)).toEqual(all);
    let read = 0;
    const counted = (async function* () {
      for await (const one of readCorpus(folder)) {
        read++;
        yield one;
      }
    })();
    expect(await readFew(counted, 2.5 * ARTICLE.length)).toBeNull();
    expect(read).toBe(3);
    await write(folder, 'news.jsonl', jsonLines(...lines, { id: 'e', text: `${ARTICLE} e.` }));
    const again = await readFew(readCorpus(folder, { known: knownFrom(all) }), 1.5 * ARTICLE.length);
    expect(again?.map(({ type }) => type)).toEqual([
      ...lines.map(() => 'unchanged'),
      'document',
      'unchanged',
    ]);
  });

  it('yields what a first reading would, whatever is known', async () => {
    const folder = await folderOf({
      'a.jsonl': jsonLines({ id: 'x', text: ARTICLE }),
      'b.jsonl': jsonLines({ id: 'x', text: `${ARTICLE} More.` }, { id: 'y', text: ARTICLE }, 'broken'),
    });
    const known = knownFrom(await readAll(folder));
    await rm(path.join(folder, 'a.jsonl'));
    expect(
      summary(await readAll(folder, known)).map((line) => line.replace('unchanged', 'document')),
    ).toEqual(summary(await readAll(folder)));
    await rename(path.join(folder, 'b.jsonl'), path.join(folder, '0.jsonl'));
    await link(path.join(folder, '0.jsonl'), path.join(folder, '1.jsonl'));
    expect(summary(await readAll(folder, known))).toEqual([
      'document x',
      'unchanged y',
      'skipped 0.jsonl:3 is not valid JSON; write each article on a line of its own, as one object',
      'skipped 1.jsonl:1 repeats the id "x" of 0.jsonl:1',
      'skipped 1.jsonl:2 repeats the id "y" of 0.jsonl:2',
      'skipped 1.jsonl:3 is not valid JSON; write each article on a line of its own, as one object',
    ]);
  });
});

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

it('a file that may not be read is told with the cure', () => {
  expect(inEnglish(reasonOf(Object.assign(new Error(), { code: 'EACCES' })))).toBe(
    'may not be read; check its permissions',
  );
  expect(inEnglish(reasonOf(Object.assign(new Error(), { code: 'EIO' })))).toBe('cannot be read (EIO)');
});

const write = (folder: string, file: string, content: string) => writeFile(path.join(folder, file), content);
const date = (folder: string, file: string, time: Date) => utimes(path.join(folder, file), time, time);
