import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../src/root.ts';
import { temporary } from './support/archive.ts';

// Each run is a process of its own, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = path.join(root, 'dist', 'src', 'main.js');

/** The scripts run from the build, as hosts run them; nothing of this machine's settings reaches them. */
async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DISCORD_TOKEN: '' };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [MAIN, ...args], {
      env,
      cwd: root,
    });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, out: stdout, err: stderr };
  }
}

const lines = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const corpus = temporary();
const DAM = `Dam Inspector Warned Council

Dam inspector Mara Quill warned the town council in May that the spillway gates were rusted.

Mayor Henrik Osgood denied that the council had been warned. “No such letter ever reached us,” Osgood told reporters.`;

beforeAll(() => {
  mkdirSync(path.join(corpus, 'news'));
  writeFileSync(path.join(corpus, 'news', 'dam.txt'), DAM);
});

describe('the scripts', () => {
  it('answer one question as JSON, verbatim, and print nothing else', async () => {
    const { status, out } = await run(
      'ask',
      '--corpus',
      corpus,
      '--json',
      'who denied that the council was warned?',
    );
    expect(status).toBe(0);
    const [answer, ...more] = lines(out);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ status: 'answered', question: 'who denied that the council was warned?' });
    const [first] = answer!.excerpts as Record<string, string>[];
    expect(first).toMatchObject({ document: 'news/dam.txt', speaker: 'Henrik Osgood', kind: 'denial' });
    expect(DAM).toContain(first!.text!);
  });

  it('tell how they are used where asked, and where they are used otherwise', async () => {
    expect(await run('--help')).toMatchObject({ status: 0, out: expect.stringContaining('npm run doctor') });
    const { status, err } = await run('doctor', '--nonsense');
    expect(status).toBe(64);
    expect(err).toMatch(/^Unknown option '--nonsense'\nUsage:/);
  });

  it('answer commands, whose first option may stand without its name', async () => {
    const { out } = await run('ask', '--corpus', corpus, '--json', '/who osgood');
    expect(lines(out)[0]).toMatchObject({ status: 'answered', name: 'Henrik Osgood' });
  });

  it('answer whatever is piped into the chat, from its first line', () => {
    const { stdout } = spawnSync(process.execPath, [MAIN, 'chat', '--corpus', corpus], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DISCORD_TOKEN: '' },
      input: 'who warned the council?\nwho denied it?\n',
      encoding: 'utf8',
    });
    const shown = stdout.replace(/\s+/g, ' ');
    expect(shown).toContain('spillway gates were rusted');
    expect(shown).toContain('No such letter ever reached us');
  });

  it('go on where one thing cannot be done', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'dam.txt'), DAM);
    symlinkSync('nowhere/at/all', path.join(folder, '.state'));
    const { status, stdout } = spawnSync(process.execPath, [MAIN, 'chat', '--corpus', folder], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DISCORD_TOKEN: '' },
      input: '/aliases hide name:Quill\nwho denied it?\n',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('journal.jsonl cannot be written');
    expect(stdout).toContain('Henrik Osgood');
    const file = path.join(folder, '.questions.jsonl');
    const asked = ['/aliases hide name:Quill', 'who denied it?'].map((question, id) => ({ id, question }));
    writeFileSync(file, asked.map((each) => JSON.stringify(each)).join('\n'));
    const batch = await run('ask', '--corpus', folder, '--batch', file);
    expect(batch.status).toBe(1);
    expect(batch.err).toContain('line 1: ');
    expect(lines(batch.out)).toMatchObject([{ id: 1, status: 'answered' }]);
  });

  it('answer a batch line by line, following up within a thread only', async () => {
    const file = path.join(temporary(), 'questions.jsonl');
    const asked = [
      { id: 1, question: 'what did Quill warn about?', thread: 'a' },
      { id: 'two', question: '/denials by:osgood' },
      { id: 3, question: 'and Osgood?', thread: 'a' },
    ];
    writeFileSync(file, `${asked.map((each) => JSON.stringify(each)).join('\n')}\nnot json\n{"id":4}\n`);
    const { status, out, err } = await run('ask', '--corpus', corpus, '--batch', file);
    const answers = lines(out);
    expect(answers.map(({ id }) => id)).toEqual([1, 'two', 3]);
    for (const answer of answers) expect(answer.ms).toEqual(expect.any(Number));
    expect(JSON.stringify(answers[2])).toContain('Osgood');
    expect(status).toBe(1);
    expect(err).toContain('line 4');
    expect(err).toContain('line 5: it has no "question"');
  });

  it('extract files with their text, into which every span points', async () => {
    const file = path.join(corpus, 'news', 'dam.txt');
    const { out } = await run('extract', file);
    const [found] = lines(out) as unknown as [
      { text: string; attributions: { content: { start: number; end: number }[] }[] },
    ];
    expect(found).toMatchObject({ id: 'dam.txt', title: 'Dam Inspector Warned Council' });
    const contents = found.attributions.map(({ content }) =>
      found.text.slice(content[0]!.start, content[0]!.end),
    );
    expect(contents.join('\n')).toContain('No such letter ever reached us');
  });

  it('extract lines with the text as it is, and do not print it back', async () => {
    const file = path.join(temporary(), 'articles.jsonl');
    const text = '  “No,” Mara Quill said.\n\nLeave a Reply';
    writeFileSync(file, `${JSON.stringify({ id: 'a', text })}\n${JSON.stringify({ id: 'b', text: '' })}\n`);
    const { status, out } = await run('extract', '--jsonl', file);
    expect(status).toBe(0);
    const [a, b] = lines(out) as unknown as {
      id: string;
      attributions: { content: { start: number; end: number }[] }[];
    }[];
    expect(text.slice(a!.attributions[0]!.content[0]!.start, a!.attributions[0]!.content[0]!.end)).toContain(
      'No',
    );
    expect(a).not.toHaveProperty('text');
    expect(b).toEqual({ id: 'b', attributions: [] });
  });

  it('extract the lines of a long file in their order, whichever thread read them', async () => {
    const file = path.join(temporary(), 'articles.jsonl');
    const line = (id: number) =>
      JSON.stringify({ id, text: `“Gate ${id} is rusted,” Mara Quill said.${' '.repeat(10_000)}` });
    const rows = Array.from({ length: 200 }, (_, id) => (id === 150 ? '{"id":150}' : line(id)));
    writeFileSync(file, rows.join('\n'));
    const { status, out, err } = await run('extract', '--jsonl', file);
    expect(status).toBe(1);
    expect(err).toBe(`${file}, line 151: it has no "text"\n`);
    const found = lines(out);
    expect(found.map(({ id }) => Number(id))).toEqual(rows.map((_, id) => id).filter((id) => id !== 150));
    for (const { attributions } of found) expect(attributions).toMatchObject([{ speaker: 'Mara Quill' }]);
  });

  it('extract the lines of a packed file, as far as it is whole', async () => {
    const line = (id: number) => JSON.stringify({ id, text: `“Gate ${id} is rusted,” Mara Quill said.` });
    const packed = gzipSync([1, 2].map(line).join('\n'), { level: 0 });
    const file = path.join(temporary(), 'articles.jsonl.gz');
    writeFileSync(file, packed);
    const { status, out } = await run('extract', '--jsonl', file);
    expect(status).toBe(0);
    expect(lines(out).map(({ id }) => id)).toEqual(['1', '2']);
    writeFileSync(file, packed.subarray(0, -12));
    const cut = await run('extract', '--jsonl', file);
    expect(cut.status).toBe(1);
    expect(cut.err).toContain(`${file} breaks off`);
  });

  it('tell nothing that a terminal would obey', async () => {
    const file = path.join(temporary(), 'articles.jsonl');
    writeFileSync(file, '\u001b[2J\u0007\n');
    const { status, err } = await run('extract', '--jsonl', file);
    expect(status).toBe(1);
    expect(err).toContain('line 1: ');
    expect(err).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it.runIf(existsSync('/dev/full'))('say so where there is no room for what they print', () => {
    const article = path.join(corpus, 'news', 'dam.txt');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'extract', article], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^What was to be printed cannot be written: .*Make room.*\n$/);
  });

  it('say what an update of the index changed', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'dam.txt'), DAM);
    writeFileSync(path.join(folder, 'empty.txt'), '');
    const { out } = await run('index', '--corpus', folder, '--json');
    const [summary] = lines(out);
    expect(summary).toMatchObject({ added: ['dam.txt'], changed: [], removed: [], documents: 1 });
    expect(JSON.stringify(summary!.skipped)).toContain('empty.txt');
    const again = await run('index', '--corpus', folder, '--json');
    expect(lines(again.out)[0]).toMatchObject({ added: [] });
  });

  it('say what to do where a folder holds no articles', async () => {
    const { status, out } = await run('index', '--corpus', temporary());
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'There are no articles yet. Put files into the articles folder',
    );
  });

  it.each([
    [['sing'], 64, 'There is no "sing" to start'],
    [['ask'], 64, 'Ask one question'],
    [['ask', '--corpus', path.join(root, 'no-such-folder'), 'who?'], 64, 'There is no folder'],
    [['ask', '--corpus', path.join(root, 'package.json'), 'who?'], 64, 'is not a folder'],
    [['ask', '--corpus', 'CORPUS', '/nonsense'], 64, 'no command /nonsense'],
    [['ask', '--corpus', '', 'who?'], 64, '--corpus is set to nothing'],
    [['ask', '--sing'], 64, "Unknown option '--sing'"],
    [['index', 'data/articles'], 64, '"data/articles" says nothing here'],
    [['index', '--corpus', 'CORPUS', '--index', 'CORPUS'], 64, 'lies among the articles'],
    [['index', '--corpus', 'CORPUS', '--index', 'CORPUS/index'], 64, 'choose one outside'],
    [['--corpus', path.join(root, 'no-such-folder')], 64, 'There is no folder'],
    [['extract'], 64, 'Name article files'],
    [['extract', 'no-such-file.txt'], 1, 'no-such-file.txt does not exist'],
    [['extract', root], 1, 'is not a regular file'],
    [['extract', 'export.jsonl.gz'], 1, 'extract -- --jsonl export.jsonl.gz'],
    [['extract', '--jsonl', 'no-such-file.jsonl'], 64, 'There is no file'],
    [['discord'], 78, 'DISCORD_TOKEN'],
  ])('refuse %j with a message and a status', async (args, status, message) => {
    const result = await run(...args.map((arg) => arg.replace('CORPUS', corpus)));
    expect(result.err).toContain(message);
    expect(result.status).toBe(status);
    expect(result.out).toBe('');
  });
});
