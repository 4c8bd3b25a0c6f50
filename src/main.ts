import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenOptions } from './archive/open.ts';
import type { Desk } from './command.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { localeFor } from './locales/say.ts';
import type { Style } from './terminal/render.ts';
import { UsageError } from './terminal/usage.ts';

/** What can be started, by the first word of the command line. Each loads only what it needs. */
const starts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  discord: startBot,
  chat: startChat,
  ask: startAsk,
  extract: startExtract,
  index: startIndex,
};

const USAGE = `Usage:
  npm start                                   connect to Discord, or chat here without a token
  npm run chat -- [--corpus DIR] [--index DIR]
  npm run -s ask -- [--corpus DIR] [--index DIR] [--json] "QUESTION OR /command option:value"
  npm run -s ask -- [--corpus DIR] [--index DIR] --batch FILE.jsonl
  npm run -s extract -- FILE… | --jsonl FILE
  npm run -s index -- [--corpus DIR] [--index DIR] [--json]`;

const FOLDERS = { corpus: { type: 'string' }, index: { type: 'string' } } as const;

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) process.exitCode = UsageError.exitStatus;
  else if (error instanceof ConfigError) process.exitCode = ConfigError.exitStatus;
  else process.exitCode = 1;
  const expected = error instanceof Error && (process.exitCode !== 1 || error.name === 'ArchiveError');
  complain(
    expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
});

async function main([
  name = readConfig().discord ? 'discord' : 'chat',
  ...args
]: readonly string[]): Promise<void> {
  const start = Object.hasOwn(starts, name) ? starts[name] : undefined;
  if (!start) throw new UsageError(`There is no "${name}" to start.\n${USAGE}`);
  await start(args);
}

/** Runs until it is told to stop, or Discord ends the connection for good. */
async function startBot(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS });
  const config = readConfig();
  const { discord, questionsPerMinute } = config;
  if (!discord)
    throw new ConfigError(
      'DISCORD_TOKEN is not set: put it into .env (see .env.example), or try npm run chat',
    );
  const [{ openLog }, { startDiscord }, { commands }] = await Promise.all([
    import('./hosting/log.ts'),
    import('./discord/start.ts'),
    import('../commands/index.ts'),
  ]);
  const log = openLog(config.logLevel);
  const desk = await open(values, config, { log: (line) => log.warn(line), update: 'meanwhile' });
  const failure = await new Promise<Error | null>((resolve, reject) => {
    const starting = startDiscord({ ...discord, questionsPerMinute }, desk, commands, {
      log,
      failed: resolve,
    });
    starting.catch(reject);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        log.info({ signal }, 'finishing what is under way');
        starting.then((running) => running.stop()).then(() => resolve(null), reject);
      });
  });
  await desk.archive.close();
  if (failure) throw failure;
}

async function startChat(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS });
  const config = readConfig();
  const desk = await open(values, config);
  const [{ chat }, { commands }] = await Promise.all([
    import('./terminal/chat.ts'),
    import('../commands/index.ts'),
  ]);
  await chat(desk, commands, style(config));
  await desk.archive.close();
}

async function startAsk(args: readonly string[]): Promise<void> {
  const { values, positionals } = read(args, {
    ...FOLDERS,
    json: { type: 'boolean' },
    batch: { type: 'string' },
  });
  const line = positionals.join(' ').trim();
  if (!values.batch === !line) throw new UsageError(`Ask one question, or --batch FILE.\n${USAGE}`);
  if (values.batch) mustExist(values.batch, 'file');
  const config = readConfig();
  const desk = await open(values, config);
  const [{ askOnce, askBatch }, { commands }] = await Promise.all([
    import('./terminal/ask.ts'),
    import('../commands/index.ts'),
  ]);
  if (values.batch) fail(await askBatch(values.batch, desk, commands, complain));
  else await askOnce(line, desk, commands, { json: values.json ?? false, style: style(config) });
  await desk.archive.close();
}

async function startExtract(args: readonly string[]): Promise<void> {
  const { values, positionals } = read(args, { jsonl: { type: 'string' } });
  if (!values.jsonl === (positionals.length === 0))
    throw new UsageError(`Name article files, or --jsonl FILE.\n${USAGE}`);
  if (values.jsonl) mustExist(values.jsonl, 'file');
  const { extractFiles, extractLines } = await import('./terminal/extract.ts');
  fail(
    values.jsonl
      ? await extractLines(values.jsonl, complain)
      : await extractFiles(positionals, readConfig().corpus, complain),
  );
}

async function startIndex(args: readonly string[]): Promise<void> {
  const { values } = read(args, { ...FOLDERS, json: { type: 'boolean' } });
  const config = readConfig();
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

function read<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** What commands work on, from the folders named on the command line, else from the configured ones. */
async function open(
  named: { corpus?: string; index?: string },
  config: Config,
  { log = complain, ...options }: Pick<OpenOptions, 'update' | 'log'> = {},
): Promise<Desk> {
  const corpus = named.corpus ? path.resolve(named.corpus) : config.corpus;
  mustExist(corpus, 'folder');
  const index = named.index
    ? path.resolve(named.index)
    : named.corpus
      ? path.join(corpus, '.index')
      : config.index;
  const state = named.corpus ? path.join(corpus, '.state') : config.state;
  const { openDesk } = await import('./desk.ts');
  return openDesk({ corpus, index, state, ...options }, log);
}

function mustExist(name: string, kind: 'file' | 'folder'): void {
  if (!existsSync(name)) throw new UsageError(`There is no ${kind} ${name}`);
  if (statSync(name).isDirectory() !== (kind === 'folder')) throw new UsageError(`${name} is not a ${kind}`);
}

function style(config: Config): Style {
  const { columns, isTTY } = process.stdout;
  return {
    columns: Math.min(columns ?? 80, 100),
    color: Boolean(isTTY) && config.color,
    locale: localeFor(config.language),
  };
}

/** Exit status 1 where some of the input could not be used. */
function fail(unusable: number): void {
  if (unusable > 0) process.exitCode = 1;
}

function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}
