import { describe, expect, it, onTestFinished } from 'vitest';
import { BuildingThread } from '../../src/archive/builder.ts';
import type { BuildRequest } from '../../src/archive/building.ts';
import { ServingThread } from '../../src/archive/server.ts';
import { folderOf } from './folder.ts';

const start = (options: { heap?: number; patience?: number } = {}) => {
  const said: string[] = [];
  const script = new URL('./dying-thread.mjs', import.meta.url);
  const thread = new ServingThread(
    folderOf({ lives: '0' }),
    (line) => said.push(line),
    () => {},
    {
      script,
      ...options,
    },
  );
  onTestFinished(() => thread.close());
  return { thread, said };
};

describe('the thread that serves', () => {
  it('is asked again where it dies, in a new life that knows what the old one knew', async () => {
    const { thread, said } = start();
    const overrides = {
      metadata: new Map(),
      removed: new Set(['a']),
      merged: new Map(),
      split: new Set<string>(),
      hidden: new Set<string>(),
    };
    await thread.call('load');
    await thread.call('override', overrides);
    const [first, second] = await Promise.all([thread.call('people', 'exit once', 1), thread.call('status')]);
    expect(first).toEqual({ life: 2, load: true, overrides });
    expect(second).toMatchObject({ life: 2 });
    expect(said.join()).toMatch(/started again/);
  });

  it('rejects what it dies of twice, and answers the rest', async () => {
    const { thread } = start();
    const fatal = thread.call('people', 'exit', 1);
    const harmless = thread.call('status');
    await expect(fatal).rejects.toMatchObject({ name: 'ArchiveError', code: 'failed' });
    expect(await harmless).toMatchObject({ life: 3 });
  });

  it('survives running out of memory', async () => {
    const { thread, said } = start({ heap: 32 });
    await expect(thread.call('people', 'fill the memory', 1)).rejects.toMatchObject({ code: 'failed' });
    expect(await thread.call('status')).toMatchObject({ life: 3 });
    expect(said.join()).toMatch(/memory/);
  });

  it('is started anew where it hangs', async () => {
    const { thread, said } = start({ patience: 500 });
    await expect(thread.call('people', 'hang', 1)).rejects.toMatchObject({ code: 'failed' });
    expect(await thread.call('status')).toMatchObject({ life: 3 });
    expect(said.join()).toMatch(/has not answered/);
  });

  it('gives up where it cannot even start, and is tried again with the next call', async () => {
    const { thread } = start();
    for (let i = 0; i < 4; i++)
      await expect(thread.call('people', 'exit', 1)).rejects.toMatchObject({ code: 'failed' });
    await expect(thread.call('people', 'exit', 1)).rejects.toMatchObject({ code: 'failed' });
    await expect(thread.call('status')).rejects.toMatchObject({ code: 'failed' });
  });

  it('says so where it is asked after it was closed', async () => {
    const { thread } = start();
    const pending = thread.call('people', 'hang', 1);
    await Promise.all([expect(pending).rejects.toMatchObject({ code: 'closed' }), thread.close()]);
    await expect(thread.call('status')).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a thread that builds', () => {
  const script = new URL('./dying-build.mjs', import.meta.url);
  const requestOf = (index: string): BuildRequest => ({
    corpus: '',
    index,
    overrides: null,
    verify: false,
    unwritable: null,
  });

  it('is kept for the next build where it had little to do, and is another one after much and after a death', async () => {
    const thread = new BuildingThread({ script });
    onTestFinished(() => thread.close());
    const number = async (index: string) => (await thread.build(requestOf(index), () => {})).added[0];
    const first = await number('build little');
    expect(await number('build little')).toBe(first);
    expect(await number('build much')).toBe(first);
    const second = await number('build little');
    expect(second).not.toBe(first);
    await expect(number('exit')).rejects.toMatchObject({ code: 'failed' });
    expect(await number('build little')).not.toBe(second);
  });

  it('may be kept any number of times', async () => {
    const warned: string[] = [];
    const warn = ({ name }: Error) => warned.push(name);
    process.on('warning', warn);
    onTestFinished(() => void process.off('warning', warn));
    const thread = new BuildingThread({ script });
    onTestFinished(() => thread.close());
    for (let i = 0; i < 12; i++) await thread.build(requestOf('build little'), () => {});
    expect(warned).toEqual([]);
  });

  it('ends where it is told to, before its work or in its midst', async () => {
    const thread = new BuildingThread({ script });
    const ending = new AbortController();
    const building = thread.build(requestOf('hang'), () => {}, ending.signal);
    ending.abort();
    await expect(building).rejects.toMatchObject({ code: 'closed' });
    const late = thread.build(requestOf('build little'), () => {}, ending.signal);
    await expect(late).rejects.toMatchObject({ code: 'closed' });
  });

  it.each([
    ['exit', /its thread died/],
    ['fill the memory', /memory/],
  ])('is told of where it dies of "%s", and takes nothing with it', async (index, why) => {
    const building = new BuildingThread({ script, heap: 32 }).build(requestOf(index), () => {});
    await expect(building).rejects.toMatchObject({ name: 'ArchiveError', code: 'failed' });
    await expect(building).rejects.toThrow(why);
  });
});
