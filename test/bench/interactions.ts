import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { environmentWith } from '../../src/config.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { Sight } from '../../src/preview/sight.ts';
import type { User } from '../../src/preview/user.ts';
import { root } from '../../src/root.ts';
import { startBot } from '../end-to-end/bot-process.ts';
import { numbersOf } from '../support/numbers.ts';
import { percentile } from './tasks.ts';

/**
 * npm run bench:discord [-- --interactions 1000 --rounds 5 --flight 32 --rate 200 --seconds 15 --json]
 *
 * `/denials` over the five articles through a local Discord, answered by the bot in a process of its own and, in turns with it, by a
 * discord.js bot that answers the same payload without doing anything for it. The local Discord, which checks every payload,
 * shares the processors with both, so that besides the rates the processor time of the bots themselves is printed.
 */
const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    flight: { type: 'string', default: '32' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
  },
});
const { json, ...counts } = values;
const { interactions, rounds, flight, rate, seconds } = numbersOf(counts);

/** A bot in its own Discord. */
interface Contestant {
  readonly name: string;
  readonly discord: LocalDiscord;
  readonly members: readonly User[];
  readonly pid: number;
  stop(): Promise<unknown>;
}

interface Round {
  readonly perSecond: number;
  /** Processor time of the bot's process for one interaction, all its threads; NaN where the system does not tell. */
  readonly cpuMs: number;
  /** Not answered within three seconds, and not among those answered. */
  readonly missed: number;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'on-the-record-bench-'));
const ours = await startOurs();
const sample = await ours.members[0]!.slash('/denials');
const { flags, components } = sample.stored!.payload;
const payload = path.join(folder, 'payload.json');
writeFileSync(payload, JSON.stringify({ flags, components }));
const constant = await startConstant(payload);
const both = [ours, constant];
try {
  console.log(
    `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, load ${os.loadavg()[0]!.toFixed(1)}; medians of ${rounds} rounds of ${interactions} in turns, ${flight} in flight, a payload of ${readFileSync(payload).length} bytes\n`,
  );
  const expected = sample.text;
  for (const each of both) await flood(each, Math.ceil(interactions / 2), expected);
  const measured = both.map(() => [] as Round[]);
  for (let n = 0; n < rounds; n++)
    for (const [at, each] of both.entries()) measured[at]!.push(await flood(each, interactions, expected));
  const median = (done: readonly Round[], figure: keyof Round) =>
    percentile(
      done.map((round) => round[figure]),
      0.5,
    );
  const compared = (what: string, figure: keyof Round) => {
    const [mine, theirs] = measured.map((done) => median(done, figure));
    return row(what, mine!, theirs!);
  };
  const missed = measured.map((done) => done.reduce((sum, round) => sum + round.missed, 0));
  console.log('| what | On the Record | constant bot | ratio |\n| --- | --- | --- | --- |');
  console.log(compared('interactions answered a second', 'perSecond'));
  console.log(compared('processor time of the bot for one, ms', 'cpuMs'));
  console.log(`| not answered in three seconds | ${missed.join(' | ')} | |`);
  const [offered, toConstant] = [await offer(ours), await offer(constant)];
  console.log(row(`at ${rate}/s offered for ${seconds} s: sent a second`, offered.sent, toConstant.sent));
  console.log(row('… answered after, ms: p50', offered.p50, toConstant.p50));
  console.log(row('… p99', offered.p99, toConstant.p99));
  console.log(row('… longest', offered.longest, toConstant.longest));
  console.log(
    `| … late or never | ${offered.late} of ${offered.count} | ${toConstant.late} of ${toConstant.count} | |`,
  );
  if (json) {
    const of = (done: readonly Round[]) => [median(done, 'perSecond'), median(done, 'cpuMs')];
    const [[perSecond, cpuMs], [perSecondOfConstant, cpuMsOfConstant]] = measured.map(of) as [
      number[],
      number[],
    ];
    console.log(
      JSON.stringify({
        perSecond,
        perSecondOfConstant,
        cpuMs,
        cpuMsOfConstant,
        rate,
        offered: offered.count,
        late: offered.late,
        lateOfConstant: toConstant.late,
      }),
    );
  }
} finally {
  for (const each of both) await each.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startOurs(): Promise<Contestant> {
  const discord = await openLocalDiscord();
  const bot = await startBot(
    discord,
    {
      corpus: path.join(root, 'data', 'articles'),
      index: path.join(folder, 'index'),
      state: path.join(folder, 'state'),
      remove: () => {},
    },
    { environment: { QUESTIONS_PER_MINUTE: '1000000' } },
  );
  const stop = async () => {
    await bot.stop();
    await closeLate(discord);
  };
  return { name: 'On the Record', discord, members: membersOf(discord), pid: bot.pid, stop };
}

async function startConstant(payload: string): Promise<Contestant> {
  const discord = await openLocalDiscord({ botName: 'Constant' });
  const script = path.join(import.meta.dirname, 'constant-bot.js');
  const child = spawn(process.execPath, [script, payload], {
    env: environmentWith({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api }),
    stdio: 'inherit',
  });
  await discord.ready();
  const stop = async () => {
    child.kill();
    await closeLate(discord);
  };
  return { name: 'Constant', discord, members: membersOf(discord), pid: child.pid!, stop };
}

/** What came too late is among the figures. */
async function closeLate(discord: LocalDiscord): Promise<void> {
  discord.problems.found.splice(0);
  await discord.close();
}

function membersOf(discord: LocalDiscord): User[] {
  return Array.from({ length: flight }, (_, n) => discord.addUser(`Reader ${n}`));
}

/** Sends `count`, each member the next one when the last is answered. Throws where an answer is not the expected one. */
async function flood(
  { name, discord, members, pid }: Contestant,
  count: number,
  expected: string,
): Promise<Round> {
  let left = count;
  let missed = 0;
  const began = performance.now();
  const before = cpuOf(pid);
  await Promise.all(
    members.map(async (member) => {
      while (left-- > 0) {
        const sight = await member.slash('/denials');
        if (sight.outcome === 'did not respond') missed++;
        else if (sight.text !== expected) throw new Error(`${name} answered: ${sight.text.slice(0, 300)}`);
      }
    }),
  );
  const round = {
    perSecond: (1000 * (count - missed)) / (performance.now() - began),
    cpuMs: (cpuOf(pid) - before) / count,
    missed,
  };
  discord.channel.messages.clear();
  return round;
}

/** Sends at an even rate whether or not there are answers; what is answered after three seconds, Discord has given up on. */
async function offer({ discord, members }: Contestant) {
  const began = performance.now();
  const count = rate * seconds;
  const times: number[] = [];
  const answers: Promise<Sight>[] = [];
  while (answers.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    while (answers.length < due) {
      const sent = performance.now();
      const sight = members[answers.length % members.length]!.begin('/denials').settled();
      answers.push(sight);
      void sight.then(({ outcome }) => outcome === 'answered' && times.push(performance.now() - sent));
    }
    await sleep(5);
  }
  const sent = (1000 * count) / (performance.now() - began);
  await Promise.all(answers);
  discord.channel.messages.clear();
  return {
    count,
    sent,
    late: count - times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    longest: Math.max(...times),
  };
}

/** Milliseconds of processor time that a process has had so far: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}

function row(what: string, mine: number, theirs: number): string {
  return `| ${what} | ${short(mine)} | ${short(theirs)} | ${(mine / theirs).toFixed(2)} × |`;
}

function short(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
