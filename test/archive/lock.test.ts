import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { type Holder, lock } from '../../src/archive/lock.ts';
import { openArchive } from '../../src/archive/open.ts';
import { folderOf, HARBOUR } from './folder.ts';

const held = (holder: Partial<Holder>, age = 0): string => {
  const folder = folderOf({});
  const file = path.join(folder, 'building.lock');
  const whole = {
    pid: process.pid,
    host: hostname(),
    since: '2030-01-01T00:00:00Z',
    token: 'other',
    ...holder,
  };
  writeFileSync(file, JSON.stringify(whole));
  const then = Date.now() / 1000 - age;
  utimesSync(file, then, then);
  return folder;
};

/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['--version']).pid;

describe('the lock of an index', () => {
  it('is held by one at a time, and free again when it is given back', async () => {
    const folder = folderOf({});
    const release = await lock(folder);
    expect(await lock(folder)).toMatchObject({ pid: process.pid });
    await (release as () => Promise<void>)();
    expect(await lock(folder)).toBeTypeOf('function');
  });

  it.each<[string, Partial<Holder>, number, 'taken' | 'respected']>([
    ['a process that has ended', { pid: dead }, 0, 'taken'],
    ['an earlier life of this container, with our number', { pid: process.pid }, 0, 'taken'],
    ['a process that runs', { pid: process.ppid }, 0, 'respected'],
    ['another machine, heard of just now', { host: 'elsewhere', pid: dead }, 0, 'respected'],
    ['another machine that has fallen silent', { host: 'elsewhere', pid: dead }, 60, 'taken'],
  ])('of %s', async (_, holder, age, outcome) => {
    const got = await lock(held(holder, age));
    expect(typeof got === 'function' ? 'taken' : 'respected').toBe(outcome);
  });

  it('of another machine whose clock is ahead is taken once it has been silent while we looked on', async () => {
    const folder = held({ host: 'elsewhere', pid: dead }, -1_000_000);
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    onTestFinished(() => now.mockRestore());
    expect(await lock(folder)).toBeTypeOf('object');
    now.mockReturnValue(19_000);
    expect(await lock(folder)).toBeTypeOf('object');
    now.mockReturnValue(21_000);
    expect(await lock(folder)).toBeTypeOf('function');
  });

  it.each([
    [
      JSON.stringify({ pid: 7, host: 'elsewhere', since: '2030-01-01T00:00:00Z', token: 'other' }),
      'Process 7 on elsewhere, since 2030-01-01T00:00:00Z, builds',
    ],
    ['', 'Another process builds'],
  ])('that holds %j is told of in words', async (text, words) => {
    const index = folderOf({ 'building.lock': text });
    let tell = (_: string) => {};
    const told = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const opening = openArchive({ corpus: folderOf(HARBOUR), index, log: tell });
    expect(await told).toBe(`${words} the index in ${index}; waiting`);
    rmSync(path.join(index, 'building.lock'));
    await (await opening).close();
  });

  it('does not keep an archive that waits for it from closing', async () => {
    const index = folderOf({});
    await (await openArchive({ corpus: folderOf(HARBOUR), index })).close();
    await lock(index);
    let waiting = () => {};
    const waits = new Promise<void>((resolve) => {
      waiting = resolve;
    });
    const archive = await openArchive({
      corpus: folderOf(HARBOUR),
      index,
      update: 'later',
      log: () => waiting(),
    });
    const refused = expect(archive.reindex()).rejects.toThrow(/closed/);
    await waits;
    await archive.close();
    await refused;
  });

  it('does not keep one from giving up who opens an archive', async () => {
    const index = folderOf({});
    await (await openArchive({ corpus: folderOf(HARBOUR), index })).close();
    await lock(index);
    const giveUp = new AbortController();
    const opening = openArchive({
      corpus: folderOf(HARBOUR),
      index,
      log: () => giveUp.abort(),
      signal: giveUp.signal,
    });
    await expect(opening).rejects.toThrow(/closed/);
  });

  it('is no failure to tell of where the archive is closed meanwhile', async () => {
    const index = folderOf({});
    const corpus = folderOf(HARBOUR);
    await (await openArchive({ corpus, index })).close();
    await lock(index);
    const told: string[] = [];
    const archive = await new Promise<Archive>((resolve, reject) => {
      const opened = openArchive({
        corpus,
        index,
        update: 'meanwhile',
        log: (line) => {
          told.push(line);
          opened.then(resolve, reject);
        },
      });
    });
    await archive.close();
    await new Promise(setImmediate);
    expect(told).toEqual([expect.stringContaining('waiting')]);
  });

  it('is respected while it is being written, and no longer', async () => {
    const folder = held({});
    writeFileSync(path.join(folder, 'building.lock'), '');
    expect(await lock(folder)).toBeTypeOf('object');
    utimesSync(path.join(folder, 'building.lock'), 0, 0);
    expect(await lock(folder)).toBeTypeOf('function');
  });

  it('is not taken from who took it over meanwhile', async () => {
    const folder = folderOf({});
    const release = await lock(folder);
    const file = path.join(folder, 'building.lock');
    const theirs = JSON.stringify({ pid: process.ppid, host: hostname(), since: '', token: 'theirs' });
    writeFileSync(file, theirs);
    await (release as () => Promise<void>)();
    expect(readFileSync(file, 'utf8')).toBe(theirs);
  });

  it('makes who opens an archive wait, and says for whom', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const release = (await lock(index)) as () => Promise<void>;
    const said: string[] = [];
    const log = (line: string) => {
      said.push(line);
      void release();
    };
    const archive = await openArchive({ corpus, index, log });
    expect(said).toEqual([expect.stringContaining(`Process ${process.pid} on ${hostname()}`)]);
    expect((await archive.status()).documents).toBe(3);
  });
});
