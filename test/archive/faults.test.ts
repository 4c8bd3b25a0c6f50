import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open.ts';
import { buildPart } from '../../src/archive/part.ts';
import { readCorrections } from '../../src/corpus/corrections.ts';
import { listCorpus } from '../../src/corpus/folder.ts';
import { type Disk, heal } from './disk.ts';
import { folderOf, HARBOUR } from './folder.ts';

const disk: Disk = vi.hoisted(() => ({ changes: 0, killedAt: Number.POSITIVE_INFINITY, failing: null }));
vi.mock('node:fs/promises', async (original) => {
  const { failingFiles } = await import('./disk.ts');
  return failingFiles(await original(), disk);
});

/** What a killed process leaves of its lock: this one must not take it for its own. */
function outlive(index: string): void {
  const file = path.join(index, 'building.lock');
  if (!existsSync(file)) return;
  const holder = readFileSync(file, 'utf8');
  if (holder !== '') writeFileSync(file, JSON.stringify({ ...JSON.parse(holder), token: 'of the dead' }));
}

const texts = async (archive: Archive) =>
  Object.fromEntries((await archive.articles('', 99)).map(({ id, text }) => [id, text]));

beforeEach(() => heal(disk));
afterEach(() => heal(disk));

describe('an index whose build is interrupted', () => {
  it('is the old one or the new one, whole, wherever the process is killed', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const change = () => {
      writeFileSync(
        path.join(corpus, 'bridge.txt'),
        'Bridge open\n\nThe bridge was opened, the office said.\n',
      );
      rmSync(path.join(corpus, 'quay.txt'));
    };
    const changeBack = () => {
      for (const [name, text] of Object.entries(HARBOUR)) writeFileSync(path.join(corpus, name), text);
    };
    const before = await texts(await openArchive({ corpus, index }));
    change();
    heal(disk);
    const after = await texts(await openArchive({ corpus, index }));
    const steps = disk.changes;
    expect(steps).toBeGreaterThan(8);
    expect(after).not.toEqual(before);

    const seen = { old: 0, new: 0 };
    for (let step = 1; step <= steps; step++) {
      rmSync(index, { recursive: true });
      changeBack();
      heal(disk);
      await (await openArchive({ corpus, index })).close();
      change();
      heal(disk);
      disk.killedAt = step;
      const doomed = openArchive({ corpus, index });
      const outcome = await Promise.race([
        doomed.then(() => 'done'),
        vi.waitFor(() => expect(disk.changes).toBeGreaterThanOrEqual(step)).then(() => 'killed'),
      ]);
      expect(outcome).toBe('killed');

      heal(disk);
      outlive(index);
      const reopened = await openArchive({ corpus, index, update: 'later' });
      const found = await texts(reopened);
      const which = 'quay.txt' in found ? 'old' : 'new';
      expect(found).toEqual(which === 'old' ? before : after);
      seen[which]++;
      await reopened.reindex();
      expect(await texts(reopened)).toEqual(after);
      await reopened.close();
      expect(readdirSync(index).filter((file) => /incoming|lock|tmp/.test(file))).toEqual([]);
    }
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    ['ENOSPC', /disk is full/],
    ['EROFS', /read-only/],
    ['EACCES', /permissions/],
  ])('goes on serving what it has where the disk says %s', async (code, cure) => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const archive = await openArchive({ corpus, index });
    const before = await texts(archive);
    writeFileSync(path.join(corpus, 'crane.txt'), 'Crane\n\nThe crane was sold, the office said.\n');
    disk.failing = code;
    await expect(archive.reindex()).rejects.toThrow(cure);
    expect(await texts(archive)).toEqual(before);
    expect(readdirSync(index)).not.toContain('building.lock');
    await archive.close();

    const said: string[] = [];
    const reopened = await openArchive({ corpus, index, log: (line) => said.push(line) });
    expect(await texts(reopened)).toEqual(before);
    expect(said.join()).toMatch(cure);
    heal(disk);
    expect((await reopened.reindex()).added).toEqual(['crane.txt']);
  });

  it('says so where only the part that a second thread builds cannot be written', async () => {
    const corpus = folderOf(HARBOUR);
    const request = {
      prefix: '1',
      corpus,
      index: folderOf({}),
      listing: await listCorpus(corpus),
      known: new Map(),
      whole: new Set<string>(),
      before: [],
      segments: [],
      corrections: await readCorrections(corpus),
      overrides: null,
    };
    disk.failing = 'ENOSPC';
    await expect(buildPart(request, () => {})).rejects.toThrow(/cannot be written: the disk is full/);
  });

  it('keeps nothing of a first build that did not come to its end', async () => {
    const index = folderOf({ 'incoming-0a.bin': 'half an article', 'segment-0b.bin': 'half a segment' });
    const noFolder = path.join(folderOf({ file: '' }), 'file');
    await expect(openArchive({ corpus: noFolder, index })).rejects.toThrow(/is not a folder/);
    expect(readdirSync(index)).toEqual([]);
  });

  it('says why there is none where the first one cannot be written', async () => {
    const corpus = folderOf(HARBOUR);
    disk.failing = 'ENOSPC';
    await expect(openArchive({ corpus, index: folderOf({}) })).rejects.toThrow(/disk is full/);
  });

  it('serves an index that is up to date from a disk that cannot be written', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    await (await openArchive({ corpus, index })).close();
    disk.failing = 'EROFS';
    const said: string[] = [];
    const archive = await openArchive({ corpus, index, log: (line) => said.push(line) });
    expect(Object.keys(await texts(archive))).toHaveLength(3);
    expect(said).toEqual([]);
  });
});

describe('a damaged index', () => {
  const damages: Readonly<Record<string, (file: string) => void>> = {
    'cut short': (file) => truncateSync(file, readFileSync(file).length >> 1),
    empty: (file) => truncateSync(file, 0),
    missing: (file) => rmSync(file),
    ...Object.fromEntries(
      [0, 0.1, 0.5, 0.9].map((where) => [
        `flipped in one bit at ${where * 100} %`,
        (file: string) => {
          const bytes = readFileSync(file);
          bytes[Math.floor(where * bytes.length)]! ^= 4;
          writeFileSync(file, bytes);
        },
      ]),
    ),
  };

  it.each(Object.entries(damages))(
    'is noticed and built anew where a file of it is %s',
    async (name, damage) => {
      const corpus = folderOf(HARBOUR);
      const index = folderOf({});
      const archive = await openArchive({ corpus, index });
      const whole = await texts(archive);
      await archive.close();
      for (const kind of ['segment', 'catalogue', 'manifest']) {
        damage(path.join(index, readdirSync(index).find((file) => file.startsWith(kind))!));
        const said: string[] = [];
        const reopened = await openArchive({ corpus, index, log: (line) => said.push(line) });
        expect(await texts(reopened)).toEqual(whole);
        expect(await reopened.attributions({ kinds: ['denial'], limit: 3 })).toHaveLength(1);
        await reopened.close();
        // Nobody who asks meets damage in the catalogue, and where the manifest is gone there is no index.
        const isSaid = kind === 'segment' || (kind === 'manifest' && name !== 'missing');
        expect.soft(said.join(), kind).toMatch(isSaid ? /is built anew/ : /^$/);
      }
    },
  );

  it('is built anew where another version wrote it, and says so', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    await (await openArchive({ corpus, index })).close();
    const file = path.join(index, 'manifest.json');
    const [, body] = readFileSync(file, 'utf8').split('\n');
    const other = JSON.stringify({ ...JSON.parse(body!), version: 'another' });
    writeFileSync(file, `${crc32(other)}\n${other}`);
    const said: string[] = [];
    const archive = await openArchive({ corpus, index, log: (line) => said.push(line) });
    expect(Object.keys(await texts(archive))).toHaveLength(3);
    expect(said.join()).toMatch(/another version/);
  });

  it('is mended while it serves, and the question is answered', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const said: string[] = [];
    const archive = await openArchive({ corpus, index, log: (line) => said.push(line) });
    const segment = path.join(index, readdirSync(index).find((file) => file.startsWith('segment'))!);
    const bytes = readFileSync(segment);
    bytes[bytes.length - 40]! ^= 4;
    writeFileSync(segment, bytes);
    const found = await texts(archive);
    expect(Object.keys(found).sort()).toEqual(Object.keys(HARBOUR).sort());
    expect(said.join()).toMatch(/checksum/);
  });

  it.each([
    ['a file', (place: string) => writeFileSync(place, ''), /there is a file where the folder should be/],
    ['a link to nothing', (place: string) => symlinkSync('nowhere', place), /link stands in its place/],
    ['a link to itself', (place: string) => symlinkSync('index', place), /links lead in a circle/],
  ])('has a reason and a cure where %s stands in its place', async (_, put, reason) => {
    const index = path.join(folderOf({}), 'index');
    put(index);
    await expect(openArchive({ corpus: folderOf(HARBOUR), index })).rejects.toThrow(reason);
  });

  it('never makes a file of anybody else disappear', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({ 'segment-notes.txt': 'mine', 'letter.bin': 'mine' });
    await (await openArchive({ corpus, index })).close();
    expect(readFileSync(path.join(index, 'segment-notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(path.join(index, 'letter.bin'), 'utf8')).toBe('mine');
  });
});

describe('a folder of articles that cannot be read', () => {
  it('leaves the old index serving, and says why', async () => {
    const corpus = folderOf(HARBOUR);
    const archive = await openArchive({ corpus, index: folderOf({}) });
    rmSync(corpus, { recursive: true });
    await expect(archive.reindex()).rejects.toThrow(/does not exist/);
    expect(Object.keys(await texts(archive))).toHaveLength(3);
  });

  it('does not come into being again, empty, for an index within it', async () => {
    const corpus = folderOf(HARBOUR);
    const archive = await openArchive({ corpus });
    rmSync(corpus, { recursive: true });
    await expect(archive.reindex()).rejects.toThrow(/does not exist/);
    expect(existsSync(corpus)).toBe(false);
    expect(Object.keys(await texts(archive))).toHaveLength(3);
  });
});
