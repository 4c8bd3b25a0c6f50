import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../root.ts';
import { openLocalDiscord } from './local-discord.ts';
import type { BotState } from './page/protocol.ts';
import { servePage } from './page-server.ts';
import type { Scene } from './page-session.ts';

export interface PreviewOptions {
  /** 0 means any free port. */
  readonly port: number;
  /** What follows `discord` on the bot's command line. */
  readonly args: readonly string[];
  /** The bot's environment, apart from what makes it log in here. */
  readonly environment: NodeJS.ProcessEnv;
  /** Receives, for hosts, what Discord would have refused, and the bot's end. */
  readonly complain: (message: string) => void;
}

export interface Preview {
  /** The link to open. */
  readonly url: string;
  /** Lets the bot finish what is under way, then ends everything. */
  stop(): Promise<void>;
}

/** The command that shows what can be asked. */
const HELP = 'help';

/**
 * Opens a local Discord, starts the bot as a separate process that logs in to it, and serves the page that shows both.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { port, args, environment, complain } = options;
  const discord = await openLocalDiscord();
  let state: BotState = 'starting';
  const scene: Scene = {
    discord,
    people: [
      { user: discord.member, moderator: false },
      { user: discord.moderator, moderator: true },
    ],
    channels: [discord.channel],
    botState: () => state,
  };
  const page = await servePage(scene, port).catch(async (error: unknown) => {
    await discord.close();
    throw error;
  });
  const become = (next: BotState): void => {
    state = next;
    page.tell({ type: 'bot', state });
  };
  discord.problems.onFound(({ what, detail }) =>
    complain(`Discord would not like this (${what}): ${detail}`),
  );

  const bot = startBot(args, {
    ...environment,
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    HOME_GUILDS: discord.guild.id,
    COMMAND_SCOPE: 'global',
  });
  let stopping = false;
  const ended = once(bot, 'exit').then(([code, signal]) => {
    if (!stopping) complain(`The bot has stopped (${signal ?? `exit status ${code}`}).`);
    become('stopped');
  });
  void discord.ready().then(async () => {
    become('ready');
    // Something to read and press for those who do not know what to ask.
    if (discord.member.commands().some(({ name }) => name === HELP)) await discord.member.slash(`/${HELP}`);
  });

  return {
    url: page.url,
    async stop() {
      stopping = true;
      bot.kill('SIGTERM');
      await ended;
      await page.close();
      // Its errors were reported as they happened.
      await discord.close().catch(() => {});
    },
  };
}

function startBot(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const main = path.join(root, 'dist/src/main.js');
  return spawn(process.execPath, [main, 'discord', ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
