import { link, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCorpus, type Read, readCorpus, readFew } from '../../src/corpus/folder.ts';
import { ARTICLE, folderOf, jsonLines, knownFrom, readAll, summary } from './fixtures.ts';

const YEAR_2020 = new Date('2020-01-01T00:00:00Z');
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

const write = (folder: string, file: string, content: string) => writeFile(path.join(folder, file), content);
const date = (folder: string, file: string, time: Date) => utimes(path.join(folder, file), time, time);
