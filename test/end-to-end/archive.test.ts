import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open.ts';
import { root } from '../../src/root.ts';
import { folderOf, HARBOUR } from '../archive/folder.ts';

/** The archive as it is built: on threads. */
const built = pathToFileURL(path.join(root, 'dist/src/archive/open.js')).href;

/** A process of its own that reindexes and says how far it is, a line for each step. */
function reindexing(corpus: string, index: string): ChildProcess {
  const script = `
    const { openArchive } = await import(${JSON.stringify(built)});
    const archive = await openArchive({ corpus: process.argv[1], index: process.argv[2], update: 'later' });
    await archive.reindex(({ stage }) => console.log(stage));
    await archive.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, corpus, index], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const texts = async (archive: Archive) =>
  Object.fromEntries((await archive.articles('', 999)).map(({ id, text }) => [id, text]));

const STAGES = ['reading', 'analysing', 'indexing', 'saving', 'loading'];
const EDITIONS = ['April', 'May', 'June', 'July', 'August'];

function write(corpus: string, edition: string): void {
  for (let i = 0; i < 200; i++)
    writeFileSync(
      path.join(corpus, `${i}.txt`),
      `Pier ${i}\n\nInspector Ada Lund said in ${edition} that pier ${i} was rotten.\n`,
    );
}

describe('an archive on threads', () => {
  it('answers like one without', async () => {
    const { openArchive: openBuilt } = (await import(built)) as typeof import('../../src/archive/open.ts');
    const corpus = folderOf(HARBOUR);
    const ask = async (archive: Archive) => {
      onTestFinished(() => archive.close());
      const attributions = await archive.attributions({ limit: 20 });
      return [
        await archive.search('how long will the bridge be repaired?', { limit: 3 }),
        attributions,
        await archive.counterparts(attributions, 3),
        await archive.attributionsWithin([{ document: 'ferry.txt', span: { start: 0, end: 500 } }]),
        await archive.count({ by: 'Odile Brandt' }),
        await archive.document('quay.txt'),
        await archive.document('none.txt'),
        await archive.people('okafor', 3),
        await archive.names('what did the mayor say?'),
        await archive.complete('topic', '', 5),
        await archive.articles('bridge', 3),
        { ...(await archive.status()), builtAt: null },
      ];
    };
    expect(await ask(await openBuilt({ corpus, index: folderOf({}) }))).toEqual(
      await ask(await openArchive({ corpus, index: folderOf({}) })),
    );
  });

  it('leaves the old index or the new one, whole, when its process is killed', async () => {
    const { openArchive: openBuilt } = (await import(built)) as typeof import('../../src/archive/open.ts');
    const corpus = folderOf({});
    const index = folderOf({});
    write(corpus, 'March');
    await once(reindexing(corpus, index), 'exit');
    let before = 'March';
    let killed = 0;
    for (const [number, stage] of STAGES.entries()) {
      const edition = EDITIONS[number]!;
      write(corpus, edition);
      const child = reindexing(corpus, index);
      createInterface({ input: child.stdout! }).on('line', (line) => {
        if (STAGES.indexOf(line) >= STAGES.indexOf(stage)) child.kill('SIGKILL');
      });
      const [, signal] = await once(child, 'exit');
      if (signal === 'SIGKILL') killed++;
      const archive = await openBuilt({ corpus, index, update: 'later' });
      const found = Object.values(await texts(archive)).map((text) => /in (\w+) that/.exec(text)?.[1]);
      await archive.close();
      expect(found).toHaveLength(200);
      expect([[before], [edition]]).toContainEqual([...new Set(found)]);
      before = found[0]!;
    }
    // Loading may be over before the signal comes.
    expect(killed).toBeGreaterThanOrEqual(STAGES.length - 1);
    await once(reindexing(corpus, index), 'exit');
    expect(readdirSync(index).filter((file) => /incoming|lock|tmp/.test(file))).toEqual([]);
  }, 240_000);

  it('lets one process build at a time, and the other one use what it built', async () => {
    const { openArchive: openBuilt } = (await import(built)) as typeof import('../../src/archive/open.ts');
    const corpus = folderOf({});
    const index = folderOf({});
    write(corpus, 'March');
    const child = reindexing(corpus, index);
    await once(createInterface({ input: child.stdout! }), 'line');
    const said: string[] = [];
    const archive = await openBuilt({ corpus, index, log: (line) => said.push(line) });
    onTestFinished(() => archive.close());
    expect(said.join()).toContain(`Process ${child.pid} on`);
    expect((await archive.status()).documents).toBe(200);
  });
});
