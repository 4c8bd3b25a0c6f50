import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { commands } from '../../commands/index.ts';
import { openDesk } from '../../src/desk.ts';
import { Cooldown } from '../../src/discord/access.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { Faults } from '../../src/discord/faults.ts';
import { Owed } from '../../src/discord/owed.ts';
import { unmetered } from '../../src/hosting/metrics.ts';
import { articles } from './files.ts';

/** A server with a bot in it that everybody moderates, and a place that files are handed over from. */
export interface FuzzedServer {
  readonly id: string;
  readonly bot: Bot;
  /** Where `file` can be fetched from until the next one is handed over. */
  handOver(file: Uint8Array): string;
  close(): Promise<void>;
}

const home = '100000000000000001';
const silent = pino({ level: 'silent' });

/** Opens one over a copy of the articles, all in this thread, with nothing moderated yet. */
export async function openServer(): Promise<FuzzedServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  const corpus = path.join(folder, 'articles');
  mkdirSync(corpus);
  for (const name of readdirSync(articles)) copyFileSync(path.join(articles, name), path.join(corpus, name));
  const desk = await openDesk(
    { corpus, index: path.join(folder, 'index'), state: path.join(folder, 'state'), threads: false },
    () => {},
  );
  let handed: Uint8Array = Buffer.alloc(0);
  const files = createServer((_, response) => response.end(handed)).listen(0, '127.0.0.1');
  await new Promise((resolve) => files.once('listening', resolve));
  const { port } = files.address() as AddressInfo;
  return {
    id: home,
    bot: {
      ...desk,
      commands,
      access: { homeGuilds: [home], moderatorRoles: [] },
      cooldown: new Cooldown(1_000_000, 1),
      faults: new Faults(silent, unmetered),
      owed: new Owed(),
      meter: unmetered,
      log: silent,
    },
    handOver(file) {
      handed = file;
      return `http://127.0.0.1:${port}/file`;
    },
    async close() {
      files.closeAllConnections();
      files.close();
      await desk.archive.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
