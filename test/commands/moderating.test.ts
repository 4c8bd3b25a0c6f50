import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Attachment, Context, Values } from '../../src/command.ts';
import { openDesk } from '../../src/desk.ts';
import { say } from '../../src/locales/say.ts';
import { copyFiveArticles } from '../support/five-articles.ts';
import { type Reply, sentences } from '../support/moderating.ts';

let folder: string;
let context: Context;

const open = async (): Promise<Context> => ({
  ...(await openDesk(
    {
      corpus: path.join(folder, 'articles'),
      index: path.join(folder, 'index'),
      state: path.join(folder, 'state'),
    },
    () => {},
  )),
  commands,
  asker: '7',
  earlier: [],
  progress: () => {},
});

const run = (name: string, values: Values = {}): Promise<Reply> => {
  const found = commands.find((each) => each.name === name);
  if (!found) throw new Error(`There is no command ${name}`);
  return found.run(values, context);
};

const attach = (name: string, content: string): Attachment => {
  const bytes = new TextEncoder().encode(content);
  return { name, size: bytes.length, read: async () => bytes };
};

const STORY = `Harbour Bridge To Close For Repairs, Mayor Says

Mayor Odile Brandt said on Tuesday that the harbour bridge would close for repairs in May.

“We will not let a single lorry cross it until it is safe,” Brandt told reporters at the town hall.

The union of ferry workers denied that it had asked for the closure.
`;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'moderating-'));
  copyFiveArticles(path.join(folder, 'articles'));
  context = await open();
});
afterEach(async () => {
  await context.archive.close();
  rmSync(folder, { recursive: true });
});

describe('/corpus', () => {
  it('adds an article that can be asked at once', async () => {
    const reply = await run('corpus add', { file: attach('bridge.txt', STORY) });
    expect(reply.data).toEqual({ added: ['bridge.txt'] });
    expect(sentences(await run('denials', { about: 'closure' })).join(' ')).toContain('ferry workers denied');
  });

  it('recognises an article that is there already, to the byte', async () => {
    await run('corpus add', { file: attach('bridge.txt', STORY) });
    const reply = await run('corpus add', { file: attach('bridge.txt', STORY) });
    expect(reply.data).toEqual({ added: [] });
    expect(sentences(reply)).toContain('bridge.txt: already there as bridge.txt');
    const renamed = await run('corpus add', { file: attach('other name.txt', STORY) });
    expect(sentences(renamed)).toContain('other name.txt: already there as bridge.txt');
  });

  it('says so when an added article is nearly the same as one on record', async () => {
    await run('corpus add', { file: attach('bridge.txt', STORY) });
    const reply = await run('corpus add', {
      file: attach('again.txt', `${STORY}\nA hearing is set for June.\n`),
    });
    expect(sentences(reply)).toEqual([
      'again.txt: added',
      'Harbour Bridge To Close For Repairs, Mayor Says',
      'Nearly the same as: Harbour Bridge To Close For Repairs, Mayor Says',
    ]);
    expect(reply.suggestions.map(({ command, values }) => [command, values])).toEqual([
      ['corpus remove', { article: 'again.txt' }],
    ]);
  });

  it('says so of two articles that are added together, too', async () => {
    const reply = await run('corpus add', {
      file: attach('bridge.txt', STORY),
      file2: attach('again.txt', `${STORY}\nA hearing is set for June.\n`),
    });
    expect(reply.data).toEqual({ added: ['bridge.txt', 'again.txt'] });
    expect(sentences(reply).filter((each) => each.startsWith('Nearly the same'))).toHaveLength(2);
  });

  it('never overwrites another file of the same name, and never leaves the folder', async () => {
    await run('corpus add', { file: attach('bridge.txt', STORY) });
    const other = STORY.replace('May', 'June');
    const reply = await run('corpus add', { file: attach('../../bridge.txt', other) });
    expect(reply.data).toEqual({ added: ['bridge-2.txt'] });
    expect(existsSync(path.join(folder, 'bridge.txt'))).toBe(false);
  });

  it('says what the host has to do where an article cannot be written, and keeps none of it', async () => {
    const articles = path.join(folder, 'articles');
    rmSync(articles, { recursive: true });
    writeFileSync(articles, '');
    const reply = await run('corpus add', { file: attach('bridge.txt', STORY) });
    expect(reply.data).toEqual({ added: [] });
    expect(sentences(reply)).toEqual([expect.stringMatching(/^bridge\.txt: .*\(E[A-Z]+\).*make room/)]);
  });

  it('keeps no article whose addition cannot be written down', async () => {
    writeFileSync(path.join(folder, 'state'), '');
    const adding = run('corpus add', { file: attach('bridge.txt', STORY) });
    await expect(adding).rejects.toThrow(/journal\.jsonl cannot be written.*Nothing was changed/);
    expect(readdirSync(path.join(folder, 'articles'))).toHaveLength(5);
  });

  it('refuses what is no article and says why', async () => {
    const reply = await run('corpus add', {
      file: attach('empty.txt', '  \n'),
      file2: attach('virus.exe', 'MZ\0\0'),
      file3: attach('story.exe', STORY),
      file4: attach('many.jsonl', JSON.stringify({ id: 1, text: STORY })),
    });
    expect(reply.data).toEqual({ added: [] });
    expect(sentences(reply)).toEqual([
      expect.stringMatching(/^empty\.txt: /),
      expect.stringMatching(/^virus\.exe: .*\.txt, \.md/),
      expect.stringMatching(/^story\.exe: .*\.txt, \.md/),
      expect.stringMatching(/^many\.jsonl: .*\.txt, \.md/),
    ]);
    expect(readdirSync(path.join(folder, 'articles'))).toHaveLength(5);
  });

  it('adds the others where one cannot be fetched', async () => {
    const lost: Attachment = {
      name: 'lost.txt',
      size: 5,
      read: async () => Promise.reject(new Error('reset')),
    };
    const reply = await run('corpus add', { file: lost, file2: attach('bridge.txt', STORY) });
    expect(reply.data).toEqual({ added: ['bridge.txt'] });
    expect(sentences(reply)[0]).toBe('lost.txt: could not be fetched from Discord: try again');
  });

  it('takes an article off the record, through a restart, until that is undone', async () => {
    const removed = await run('corpus remove', { article: '000_bbc4ccc2e3994ef7.txt' });
    expect(await context.archive.document('000_bbc4ccc2e3994ef7.txt')).toBeNull();
    await context.archive.close();
    context = await open();
    expect((await context.archive.status()).documents).toBe(4);
    await run('audit undo', { entry: String(removed.data.entry) });
    expect((await context.archive.status()).documents).toBe(5);
  });

  it('takes an addition back, once, and that too', async () => {
    await run('corpus add', { file: attach('bridge.txt', STORY) });
    const [entry] = context.moderation.entries();
    const undone = await run('audit undo', { entry: entry!.id });
    expect(await context.archive.document('bridge.txt')).toBeNull();
    expect(sentences(await run('audit undo', { entry: entry!.id })).join(' ')).toContain('undone before');
    await run('audit undo', { entry: String(undone.data.entry) });
    expect(await context.archive.document('bridge.txt')).not.toBeNull();
  });

  it('corrects what is known of an article and refuses a date that is none', async () => {
    const article = '002_5991628dadd4bca4.txt';
    expect(sentences(await run('corpus edit', { article, published: 'last week' })).join(' ')).toContain(
      'is no date',
    );
    await run('corpus edit', { article, outlet: 'The Ledger', published: '2019-06-23' });
    expect(await context.archive.document(article)).toMatchObject({
      outlet: 'The Ledger',
      published: '2019-06-23',
    });
  });

  it('keeps a correction as an article would have it, and none of nothing', async () => {
    const article = '002_5991628dadd4bca4.txt';
    await run('corpus edit', { article, title: ' The \u202e Pier\n', published: 'March 3, 2020', url: '-' });
    expect(await context.archive.document(article)).toMatchObject({
      title: 'The Pier',
      published: '2020-03-03',
      url: null,
    });
    for (const nothing of [{}, { title: '  ' }, { title: '\u200b' }])
      expect(sentences(await run('corpus edit', { article, ...nothing })).join(' ')).toContain(
        'what to correct',
      );
    expect(context.moderation.entries()).toHaveLength(1);
  });

  it.each(['aliases merge', 'aliases split', 'aliases hide'])(
    '%s takes no name that is none',
    async (name) => {
      for (const none of ['x'.repeat(201), ' ', '\u200e'])
        expect(sentences(await run(name, { name: none, into: 'Ida Holt' })).join(' ')).toContain('1 to 200');
      expect(context.moderation.entries()).toEqual([]);
    },
  );

  it('says which article it does not know', async () => {
    expect(sentences(await run('corpus remove', { article: 'nowhere.txt' })).join(' ')).toContain(
      '“nowhere.txt”',
    );
    expect(context.moderation.entries()).toEqual([]);
  });
});

describe('/aliases', () => {
  it('lets one name mean another at once and for good', async () => {
    await run('aliases merge', { name: 'The Boss', into: 'Kevin McAleenan' });
    const named = async () => (await context.archive.people('the boss', 1))[0]?.person.name;
    expect(await named()).toBe('Kevin McAleenan');
    await context.archive.reindex();
    expect(await named()).toBe('Kevin McAleenan');
  });

  it('says so where a name is nobody’s yet', async () => {
    const { notes } = await run('aliases merge', { name: 'The Boss', into: 'Kevin McAleenan' });
    expect(notes.map((note) => say(note, 'en'))[0]).toBe('No article names “The Boss” so far.');
  });

  it('hides a name from completion until that is undone', async () => {
    const offered = async () =>
      (await context.archive.complete('person', 'mulvaney', 25)).some(({ value }) =>
        value.includes('Mulvaney'),
      );
    expect(await offered()).toBe(true);
    const hidden = await run('aliases hide', { name: 'Mick Mulvaney' });
    expect(await offered()).toBe(false);
    await run('audit undo', { entry: String(hidden.data.entry) });
    expect(await offered()).toBe(true);
  });

  it('hides those with a name that were made to mean it', async () => {
    await run('corpus add', {
      file: attach('two.txt', 'Ida Stranck said the dam was safe.\n\nOle Vindel said the dam was old.'),
    });
    await run('aliases merge', { name: 'Ole Vindel', into: 'Ida Stranck' });
    await run('aliases hide', { name: 'Ida Stranck' });
    const offered = await Promise.all(
      ['stranck', 'vindel'].map((typed) => context.archive.complete('person', typed, 25)),
    );
    expect(offered).toEqual([[], []]);
  });
});

describe('/reports', () => {
  it('shows what was reported with the passage, and closes it', async () => {
    const { id } = await context.moderation.act('42', {
      type: 'report',
      document: '000_bbc4ccc2e3994ef7.txt',
      start: 0,
      end: 40,
      reason: 'wrong-speaker',
      note: 'Not @everyone said this',
      shown: { kind: 'denial', speaker: null },
    });
    const listed = await run('reports list');
    expect(listed.data.reports).toMatchObject([{ id, by: '42' }]);
    expect(sentences(listed)).toContain('Shown as: Denial: Speaker not identified');
    await run('reports close', { report: id, outcome: 'fixed' });
    expect((await run('reports list')).data.reports).toEqual([]);
  });
});

describe('/audit', () => {
  it('names every change with who made it', async () => {
    await run('aliases hide', { name: 'Load More' });
    expect((await run('audit list')).data.entries).toMatchObject([
      { by: '7', action: { type: 'hide', name: 'Load More' } },
    ]);
  });

  it('tells what was done in words, by whom and when', async () => {
    await run('corpus edit', { article: '002_5991628dadd4bca4.txt', outlet: 'The Ledger' });
    await run('aliases merge', { name: 'The Boss', into: 'Kevin McAleenan' });
    expect(sentences(await run('audit list'))).toEqual([
      expect.stringMatching(
        /^Let The Boss mean Kevin McAleenan: <@7>, \w+ \d+, \d+, \d+:\d\d [AP]M UTC · \w+$/,
      ),
      expect.stringMatching(/^Corrected 002_5991628dadd4bca4\.txt: Outlet: The Ledger: <@7>, /),
    ]);
  });
});

describe('/status', () => {
  it('says how many articles and statements there are, since when it is up, and what went wrong last', async () => {
    const said = await run('status');
    const { documents, attributions } = await context.archive.status();
    const all = sentences(said);
    expect(all).toContain(`${documents} articles`);
    expect(all).toContain(`Denial: ${attributions.denial}`);
    expect(attributions.denial).toBeGreaterThan(0);
    expect(all.join('\n')).toMatch(/Up for \d+ minutes?\n\d+ MB of memory/);
    expect(said.groups).toHaveLength(2);

    const failed = { id: 'e7', at: '2026-02-03T04:05:06.000Z', message: 'The disk is full' };
    const health = () => ({ ...context.health(), latencyMilliseconds: 41, errors: [failed] });
    const reply = await commands.find(({ name }) => name === 'status')!.run({}, { ...context, health });
    expect(sentences(reply)).toContain('41 ms to Discord and back');
    expect(sentences(reply).at(-1)).toMatch(/e7.*: The disk is full$/);
  });
});
