import type { Logger } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import type { Command } from '../../src/command.ts';
import { type Running, type Settings, startDiscord } from '../../src/discord/start.ts';
import { unmetered } from '../../src/hosting/metrics.ts';
import { phrase } from '../../src/locales/phrase.ts';
import {
  type LocalDiscord,
  type LocalDiscordOptions,
  openLocalDiscord,
} from '../../src/preview/local-discord.ts';
import { reply } from '../../src/reply.ts';
import { botWith, commandsWith, excerpt, harbour, replyOf, silent } from './fixture.ts';

/** Our client as it runs, against the local Discord: anything that Discord would refuse fails the test when it closes. */

export let discord: LocalDiscord;
export let running: Running;
/** Resolves with the reason where Discord ends the connection for good. */
export let failed: Promise<Error>;
/** The questions that `/ask` was given, each with those before it. */
export const asked: (readonly [question: string, earlier: readonly string[]])[] = [];

const everySentence = replyOf(
  [...harbour.text.split(/(?<=\.)\s+/), 'closed on Tuesday'].map((sentence) => excerpt(sentence)),
  { suggestions: [{ label: 'Ida Brandt', command: 'denials', values: { by: 'Ida Brandt' } }] },
);

/** `/ask` answers with every sentence of the article; with nothing where "nobody" is asked about, with an error where "broken" is. */
export const commands = commandsWith((question, earlier) => {
  asked.push([question, earlier]);
  if (question.includes('nobody'))
    return reply({
      heading: phrase('suggestions'),
      nothing: { reason: 'no-evidence', text: phrase('nothing.no-evidence') },
    });
  if (question.includes('broken')) throw new Error('a secret of the article');
  return everySentence;
});

export const bot = botWith(commands);

/** Gives each test a Discord of its own, with a bot in it that knows some commands. */
export function runBot(options: LocalDiscordOptions = {}, known = commands): void {
  beforeEach(async () => {
    asked.length = 0;
    bot.kept.length = 0;
    discord = await openLocalDiscord(options);
    running = await start({}, known);
  });
  afterEach(async () => {
    await running.stop();
    await discord.close();
  });
}

/** Starts a bot in the Discord of the test; `restart` is for another one in place of that which runs. */
export function start(
  parts: Partial<Settings> = {},
  known: readonly Command[] = commands,
  log: Logger = silent,
): Promise<Running> {
  const settings: Settings = {
    token: discord.token,
    applicationId: null,
    api: discord.api,
    scope: 'global',
    homeGuilds: [discord.guild.id],
    moderatorRoles: [],
    questionsPerMinute: 10_000,
    ...parts,
  };
  let fail: (error: Error) => void = () => {};
  failed = new Promise((resolve) => {
    fail = resolve;
  });
  return startDiscord(settings, bot, known, { log, meter: unmetered, failed: (error) => fail(error) });
}

/** Stops the bot that runs and starts it as `start` does. */
export async function restart(...how: Parameters<typeof start>): Promise<void> {
  await running.stop();
  running = await start(...how);
}
