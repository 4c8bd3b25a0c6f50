import { execFileSync } from 'node:child_process';
import { appendFile, type FileHandle, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../src/corpus/file.ts';
import { CorpusError, listCorpus, type Read, readCorpus } from '../../src/corpus/folder.ts';
import { MAX_FILE_BYTES } from '../../src/corpus/read.ts';
import { reasonOf } from '../../src/corpus/reason.ts';
import { ARTICLE, folderOf, inEnglish, jsonLines, knownFrom, readAll, summary } from './fixtures.ts';

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

it('a file that may not be read is told with the cure', () => {
  expect(inEnglish(reasonOf(Object.assign(new Error(), { code: 'EACCES' })))).toBe(
    'may not be read; check its permissions',
  );
  expect(inEnglish(reasonOf(Object.assign(new Error(), { code: 'EIO' })))).toBe('cannot be read (EIO)');
});

const write = (folder: string, file: string, content: string) => writeFile(path.join(folder, file), content);
