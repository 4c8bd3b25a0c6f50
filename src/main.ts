import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { OpenOptions } from './archive/open.ts';
import type { Desk } from './command.ts';
import type { Config } from './config.ts';
import { phrase } from './locales/phrase.ts';
import { localeFor, say } from './locales/say.ts';
import { harmless } from './terminal/print.ts';
import type { Style } from './terminal/render.ts';
import { isTold, UsageError } from './terminal/usage.ts';

/** What can be started, by the first word of the command line. Each loads only what it needs. */
const starts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  discord: startBot,
  register: startRegister,
  doctor: startDoctor,
  forget: startForget,
  preview: startPreview,
  chat: startChat,
  ask: startAsk,
  extract: startExtract,
  index: startIndex,
};

const USAGE = `Usage:
  npm start                                   connect to Discord, or without a token open a local one in the browser
  npm start -- [discord | preview] [--corpus DIR] [--index DIR]
  npm run register -- [--dry-run] [--guild | --global] [--clear]
  npm run doctor
  npm run -s forget -- MEMBER_ID              delete what a member reported
  npm run chat -- [--corpus DIR] [--index DIR]
  npm run -s ask -- [--corpus DIR] [--index DIR] [--json] "QUESTION OR /command option:value"
  npm run -s ask -- [--corpus DIR] [--index DIR] --batch FILE.jsonl
  npm run -s extract -- FILE… | --jsonl FILE
  npm run -s index -- [--corpus DIR] [--index DIR] [--json]`;

const WHICH_FOLDER = ': name the folder of the articles with --corpus, or with CORPUS in .env';

const FOLDERS = { corpus: { type: 'string' }, index: { type: 'string' } } as const;

// Whoever reads the output may stop reading early: that is no error.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  complain(`What was to be printed cannot be written: ${message}. Make room, or send it elsewhere`);
  process.exit(1);
});

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = error instanceof Error && 'exitStatus' in error ? Number(error.exitStatus) : 1;
  complain(
    isTold(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
});

async function main(words: readonly string[]): Promise<void> {
  if (words.some((word) => word === '--help' || word === '-h')) {
    print(USAGE);
    return;
  }
  const [named, args] = words[0]?.startsWith('-') ? [undefined, words] : [words[0], words.slice(1)];
  const name = named ?? ((await settings()).discord ? 'discord' : 'preview');
  const start = Object.hasOwn(starts, name) ? starts[name] : undefined;
  if (!start) throw new UsageError(`There is no "${name}" to start.\n${USAGE}`);
  await start(args);
}

/** Not every start needs the settings, and what checks them takes a sixth of the time in which a script is ready. */
async function settings(): Promise<Config> {
  const { readConfig } = await import('./config.ts');
  return readConfig();
}

/** With --wait, connects once the index is up to date, instead of answering meanwhile from the one before. */
async function startBot(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS, wait: { type: 'boolean' } });
  const config = await settings();
  const [{ host }, { commands }] = await Promise.all([
    import('./discord/host.ts'),
    import('../commands/index.ts'),
  ]);
  const update = values.wait ? 'first' : 'meanwhile';
  await host(config, commands, (log, signal) => open(values, config, { log, update, signal }));
}

async function startRegister(args: readonly string[]): Promise<void> {
  const flag = { type: 'boolean' } as const;
  const { values } = read(args, { 'dry-run': flag, guild: flag, global: flag, clear: flag });
  if (values.guild && values.global) throw new UsageError(`Choose --guild or --global.\n${USAGE}`);
  const [{ registerFromConsole }, { commands }] = await Promise.all([
    import('./discord/host.ts'),
    import('../commands/index.ts'),
  ]);
  const scope = values.guild ? 'guild' : values.global ? 'global' : null;
  const how = { dry: values['dry-run'] ?? false, scope, clear: values.clear ?? false } as const;
  fail(await registerFromConsole(await settings(), commands, how, print));
}

async function startDoctor(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS });
  const config = await settings();
  const [{ doctor }, { commands }] = await Promise.all([
    import('./discord/host.ts'),
    import('../commands/index.ts'),
  ]);
  fail(await doctor(config, commands, () => open(values, config), print));
}

/** Deletes what a member reported, as they may ask for. */
async function startForget(args: readonly string[]): Promise<void> {
  const { positionals } = readWithWords(args, {});
  const [member, ...more] = positionals;
  if (!member || more.length > 0 || !/^\d{15,20}$/.test(member))
    throw new UsageError(`Name one member by their Discord id, a number.\n${USAGE}`);
  const { openJournal } = await import('./moderation/journal.ts');
  const forgotten = openJournal((await settings()).state).forget(member);
  print(`${forgotten} ${forgotten === 1 ? 'report' : 'reports'} deleted`);
}

/** The bot in a local Discord, and a page to use it from, until told to stop. */
async function startPreview(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS });
  const { previewPort, logLevel, language, corpus } = await settings();
  mustExist(values.corpus ?? corpus, 'folder', WHICH_FOLDER);
  const [preview, { printLine }, { environmentWith }] = await Promise.all([
    import('./preview/preview.ts'),
    import('./terminal/print.ts'),
    import('./config.ts'),
  ]);
  const running = await preview.startPreview({
    port: previewPort,
    args: ['--wait', ...args],
    // The page shows what the bot does; its log would only hide the link.
    environment: environmentWith({ LOG_LEVEL: logLevel === 'info' ? 'warn' : logLevel }),
    complain,
  });
  const words = (key: 'preview.open' | 'preview.end') => say(phrase(key), localeFor(language));
  await printLine(`\n  ${words('preview.open')}\n\n  ${running.url}\n\n  ${words('preview.end')}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await running.stop();
}

async function startChat(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS });
  const config = await settings();
  const desk = await open(values, config);
  const [{ chat }, { commands }] = await Promise.all([
    import('./terminal/chat.ts'),
    import('../commands/index.ts'),
  ]);
  await chat(desk, commands, style(config));
  await desk.archive.close();
}

async function startAsk(args: readonly string[]): Promise<void> {
  const { values, positionals } = readWithWords(args, {
    ...FOLDERS,
    json: { type: 'boolean' },
    batch: { type: 'string' },
  });
  const line = positionals.join(' ').trim();
  if (!values.batch === !line) throw new UsageError(`Ask one question, or --batch FILE.\n${USAGE}`);
  if (values.batch) mustExist(values.batch, 'file');
  const config = await settings();
  const desk = await open(values, config, { serveHere: true });
  const [{ askOnce, askBatch }, { commands }] = await Promise.all([
    import('./terminal/ask.ts'),
    import('../commands/index.ts'),
  ]);
  if (values.batch) fail(await askBatch(values.batch, desk, commands, complain));
  else await askOnce(line, desk, commands, { json: values.json ?? false, style: style(config) });
  await desk.archive.close();
}

async function startExtract(args: readonly string[]): Promise<void> {
  const { values, positionals } = readWithWords(args, { jsonl: { type: 'string' } });
  if (!values.jsonl === (positionals.length === 0))
    throw new UsageError(`Name article files, or --jsonl FILE.\n${USAGE}`);
  if (values.jsonl) mustExist(values.jsonl, 'file');
  tuneForReading();
  const { extractFiles, extractLines } = await import('./terminal/extract.ts');
  fail(
    values.jsonl
      ? await extractLines(values.jsonl, complain)
      : await extractFiles(positionals, (await settings()).corpus, complain),
  );
}

async function startIndex(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS, json: { type: 'boolean' } });
  const config = await settings();
  // What it builds is what this reports.
  const desk = await open(values, config, { update: 'later' });
  const [{ reindex }, { openSession }, { render }, { printLine }] = await Promise.all([
    import('../commands/reindex.ts'),
    import('./terminal/session.ts'),
    import('./terminal/render.ts'),
    import('./terminal/print.ts'),
  ]);
  const reply = await openSession(desk, [reindex]).answer('/reindex');
  await printLine(values.json ? JSON.stringify(reply.data) : render(reply, style(config)).join('\n'));
  await desk.archive.close();
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** The options of a command line that has nothing else: a folder without --corpus before it would be passed over. */
function read<const O extends Options>(args: readonly string[], options: O) {
  const { values, positionals } = readWithWords(args, options);
  if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" says nothing here.\n${USAGE}`);
  return { values };
}

function readWithWords<const O extends Options>(args: readonly string[], options: O) {
  const read = parse(args, options);
  // As of a variable of a script that is not set: what is meant is not what stands for nothing named.
  const empty = Object.entries(read.values).find(([, value]) => value === '');
  if (empty) throw new UsageError(`--${empty[0]} is set to nothing: name one, or leave it out.\n${USAGE}`);
  return read;
}

function parse<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node goes on about positional arguments, which nobody meant.
    const [message] = (error as Error).message.split(/(?<=')\. To specify /);
    throw new UsageError(`${message}\n${USAGE}`);
  }
}

/** What commands work on, from the folders named on the command line, else from the configured ones. */
async function open(
  named: { corpus?: string; index?: string },
  config: Config,
  { log = complain, ...options }: Pick<OpenOptions, 'update' | 'log' | 'signal' | 'serveHere'> = {},
): Promise<Desk> {
  const corpus = named.corpus ? path.resolve(named.corpus) : config.corpus;
  mustExist(corpus, 'folder', WHICH_FOLDER);
  const index = named.index
    ? path.resolve(named.index)
    : named.corpus
      ? path.join(corpus, '.index')
      : config.index;
  const state = named.corpus ? path.join(corpus, '.state') : config.state;
  mustLieApart(index, corpus, 'index');
  mustLieApart(state, corpus, 'state');
  const { openDesk } = await import('./desk.ts');
  return openDesk({ corpus, index, state, ...options }, log);
}

function mustExist(name: string, kind: 'file' | 'folder', cure = ''): void {
  if (!existsSync(name)) throw new UsageError(`There is no ${kind} ${name}${cure}`);
  if (statSync(name).isDirectory() !== (kind === 'folder'))
    throw new UsageError(`${name} is not a ${kind}${cure}`);
}

/** What is written into a folder among the articles would be read as articles, unless its name is passed over. */
function mustLieApart(folder: string, corpus: string, what: string): void {
  const names = path.relative(corpus, folder).split(path.sep);
  if (names[0] === '..' || path.isAbsolute(names[0]!) || names.some((name) => name.startsWith('.'))) return;
  throw new UsageError(
    `The folder of the ${what}, ${folder}, lies among the articles in ${corpus}: choose one outside, or one whose name begins with a dot`,
  );
}

function style(config: Config): Style {
  const { columns, isTTY } = process.stdout;
  return {
    columns: Math.max(40, Math.min(columns || 80, 100)),
    color: Boolean(isTTY) && config.color,
    locale: localeFor(config.language),
  };
}

/**
 * Sets up V8 for reading one article after another on as little as one core, where its compiler takes its time from the code that it
 * compiles. It heeds this only for what is compiled from now on. The shares are of processor time, over 700 articles and over 1,500.
 */
function tuneForReading(): void {
  // Inlines less deeply, and watches a function for twice as long before compiling it at its best: a twentieth less.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=500');
  setFlagsFromString('--interrupt-budget=135168');
  // Inlines small functions alone: a fifth less of what compiling still costs, and what is compiled is no slower.
  setFlagsFromString('--max-inlined-bytecode-size=100');
  // Makes nothing among what lives long. Every word of every article would go there, since those that V8 looks at first outlive its
  // first collections. A twentieth less again, and a third less memory.
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Exit status 1 where some of the input could not be used. */
function fail(unusable: number): void {
  if (unusable > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is wrong may be told in words of a file, or by its name. */
function complain(message: string): void {
  process.stderr.write(`${harmless(message)}\n`);
}
