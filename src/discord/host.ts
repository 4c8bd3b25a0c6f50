import { answer } from '../answers/ask.ts';
import { warmUp } from '../answers/warm.ts';
import type { Command, Desk } from '../command.ts';
import { type Config, ConfigError } from '../config.ts';
import { openLog } from '../hosting/log.ts';
import { openMeter, serveMetrics, unmetered } from '../hosting/metrics.ts';
import { inviteLink } from './client.ts';
import { applicationOf, examine, openRest, sayFinding, unanswered } from './doctor.ts';
import { plan, register } from './registration.ts';
import { type Running, type Settings, startDiscord } from './start.ts';

/** What hosts start from a console. */

type Log = ReturnType<typeof openLog>;

/** The settings for Discord. Throws a ConfigError if there is no token. */
function settingsOf({ discord, questionsPerMinute }: Config): Settings {
  if (!discord)
    throw new ConfigError(
      'DISCORD_TOKEN is not set: put it into .env (see .env.example), or try npm run chat',
    );
  return { ...discord, questionsPerMinute };
}

/** Runs the bot until it is told to stop. Rejects if Discord ends the connection for good. */
export async function host(
  config: Config,
  commands: readonly Command[],
  open: (log: (line: string) => void, stopping: AbortSignal) => Promise<Desk>,
): Promise<void> {
  const settings = settingsOf(config);
  const log = openLog(config.logLevel);
  const stopping = new AbortController();
  // A preview that is killed cannot say so, but its channel to the bot closes.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'finishing what is under way');
      stopping.abort();
    });
  process.channel?.unref();
  const desk = await open((line) => log.warn(line), stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) return null;
    throw error;
  });
  if (!desk) return;
  try {
    await run(settings, desk, commands, { log, stopping: stopping.signal, metricsPort: config.metricsPort });
  } finally {
    await desk.archive.close();
  }
}

async function run(
  settings: Settings,
  desk: Desk,
  commands: readonly Command[],
  { log, stopping, metricsPort }: { log: Log; stopping: AbortSignal; metricsPort: number | null },
): Promise<void> {
  let running: Running | null = null;
  const sources = {
    connected: () => running?.ready() ?? false,
    latency: () => running?.latency() ?? null,
    status: () => desk.archive.status(),
  };
  const meter = metricsPort === null ? null : openMeter(sources);
  const server =
    meter && metricsPort !== null ? await serveMetrics(metricsPort, meter.registry, sources) : null;
  const told = new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    else stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const starting = startDiscord(settings, desk, commands, {
    log,
    meter: meter ?? unmetered,
    failed: fail,
    stopping,
  }).then((started) => {
    running = started;
    void warmUp(desk.archive, (question) => answer(desk.archive, question));
  });
  try {
    await Promise.race([told, failed, starting.then(() => Promise.race([told, failed]))]);
  } finally {
    await starting.catch(() => {});
    await (running as Running | null)?.stop();
    server?.close();
  }
}

/**
 * Registers the commands, or says what it would register, or removes them all. Reports each scope to `say` and returns
 * how many failed.
 */
export async function registerFromConsole(
  config: Config,
  commands: readonly Command[],
  { dry, scope, clear }: { dry: boolean; scope: Settings['scope'] | null; clear: boolean },
  say: (line: string) => void,
): Promise<number> {
  const settings = { ...settingsOf(config), ...(scope ? { scope } : {}) };
  const rest = openRest(settings);
  let id: string;
  try {
    ({ id } = await applicationOf(rest));
  } catch (error) {
    say(sayFinding(unanswered(error)));
    return 1;
  }
  const invite = inviteLink(id);
  let failed = 0;
  for (const each of plan(clear ? [] : commands, settings)) {
    const wanted = clear ? { ...each, commands: [] } : each;
    const where = each.guild === null ? 'everywhere' : `server ${each.guild}`;
    try {
      const [result] = await register(rest, id, [wanted], { dry });
      const what = !result?.changed ? 'nothing to change' : dry ? 'would change' : 'changed';
      const names = wanted.commands.map(({ name }) => name).join(', ');
      say(`${where}: ${what}; ${names || 'no commands'}`);
    } catch (error) {
      failed++;
      say(
        sayFinding({ what: `${where}: ${(error as Error).message}`, cure: `invite the bot with ${invite}` }),
      );
    }
  }
  say(`Invite the bot with ${invite}`);
  return failed;
}

/** Reports every check with what to do about it. Returns how many failed. */
export async function doctor(
  config: Config,
  commands: readonly Command[],
  open: () => Promise<Desk>,
  say: (line: string) => void,
): Promise<number> {
  let unwell = 0;
  const archive = async () => (await open()).archive;
  for await (const finding of examine(config.discord && settingsOf(config), commands, archive)) {
    if (finding.cure !== null) unwell++;
    say(sayFinding(finding));
  }
  return unwell;
}
