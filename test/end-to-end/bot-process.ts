import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { environmentWith } from '../../src/config.ts';
import type { LocalDiscord } from '../../src/preview/local-discord.ts';
import { root } from '../../src/root.ts';

const main = path.join(root, 'dist/src/main.js');

/** A copy of the articles beside this file, with an index and a state of its own. */
export interface Folders {
  readonly corpus: string;
  readonly index: string;
  readonly state: string;
  remove(): void;
}

export function makeFolders(): Folders {
  const base = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  const corpus = path.join(base, 'articles');
  cpSync(path.join(import.meta.dirname, 'articles'), corpus, { recursive: true });
  return {
    corpus,
    index: path.join(base, 'index'),
    state: path.join(base, 'state'),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** A line of the bot's log. */
type Logged = Readonly<Record<string, unknown>>;

/** The real bot, compiled, as hosts run it. */
export interface BotProcess {
  readonly pid: number;
  readonly log: readonly Logged[];
  /** Its exit status; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  /** What it wrote besides its log. */
  readonly complaints: readonly string[];
  /** The first line of the log, so far or to come, for which this holds. Rejects when the bot ends before. */
  logged(holds: (line: Logged) => boolean): Promise<Logged>;
  /** Ends the channel by which whoever started it is there, and resolves with the exit status. */
  abandon(): Promise<number | null>;
  /** Sends SIGTERM and resolves with the exit status. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface BotOptions {
  /** Variables besides those that lead it here. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
}

/** Starts the bot against a local Discord and resolves when it is connected and has registered its commands. */
export async function startBot(
  discord: LocalDiscord,
  folders: Folders,
  options: BotOptions = {},
): Promise<BotProcess> {
  const bot = launchBot(discord, folders, { args: ['--wait'], ...options });
  await Promise.race([
    bot.logged(({ msg }) => msg === 'connected to Discord'),
    bot.exited.then((code) => {
      throw new Error(`The bot ended with ${code} before it was connected:\n${bot.complaints.join('\n')}`);
    }),
  ]);
  await discord.ready();
  return bot;
}

/** Starts the bot and does not wait for anything. */
export function launchBot(
  discord: LocalDiscord,
  folders: Folders,
  { environment = {}, args = [] }: BotOptions = {},
): BotProcess {
  if (!existsSync(main)) throw new Error('The bot is not built: npm run build');
  const child = spawn(process.execPath, [main, 'discord', ...args], {
    env: environmentWith({
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      HOME_GUILDS: discord.guild.id,
      COMMAND_SCOPE: 'global',
      MODERATOR_ROLES: '',
      CORPUS: folders.corpus,
      INDEX: folders.index,
      STATE: folders.state,
      LOG_LEVEL: 'info',
      METRICS_PORT: '',
      QUESTIONS_PER_MINUTE: '1000',
      ...environment,
    }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return follow(child);
}

function follow(child: ChildProcess): BotProcess {
  const log: Logged[] = [];
  const complaints: string[] = [];
  const waiting = new Set<(line: Logged) => void>();
  // Node tells no 'close' of a child whose channel was ended from here.
  const exited = Promise.all([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    once(child.stdout!, 'close'),
    once(child.stderr!, 'close'),
  ]).then(([status]) => status);
  for (const stream of [child.stdout!, child.stderr!])
    createInterface(stream).on('line', (text) => {
      if (!text.startsWith('{')) {
        complaints.push(text);
        return;
      }
      const line = JSON.parse(text) as Logged;
      log.push(line);
      for (const look of waiting) look(line);
    });
  return {
    pid: child.pid!,
    log,
    complaints,
    exited,
    logged(holds) {
      const known = log.find(holds);
      if (known) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        waiting.add((line) => holds(line) && resolve(line));
        void exited.then(() =>
          reject(new Error(`The bot ended without it:\n${JSON.stringify(log.slice(-5))}`)),
        );
      });
    },
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
    abandon() {
      child.disconnect();
      return exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
