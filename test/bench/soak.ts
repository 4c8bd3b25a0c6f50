import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { User } from '../../src/preview/user.ts';
import { root } from '../../src/root.ts';
import { type BotProcess, startBot } from '../end-to-end/bot-process.ts';
import { numbersOf } from '../support/numbers.ts';
import type { Held } from './heap.ts';

/**
 * npm run soak [-- --interactions 100000 --reindexes 50 --members 1000]
 *
 * The bot in its own process, over a local Discord: commands, completions and buttons by many members, with a reindex of a changed
 * article now and then. What remembers words up to a bound is filled first; whatever grows after that grows with time. Prints what
 * each of the threads holds after collecting its garbage, twenty times over, and a verdict, which is the exit status too.
 */
const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '100000' },
    reindexes: { type: 'string', default: '50' },
    members: { type: 'string', default: '1000' },
  },
});
const { interactions, reindexes, members: readers } = numbersOf(values);
const FLIGHT = 16;
const STEPS = 20;
/** Nearly as many words as are remembered (src/text/memoise.ts), so many in a question. */
const WORDS = 60_000;
const IN_QUESTION = 40;
/** The numbers that Node gives them: the serving thread is the first to be started. */
const [MAIN, SERVING] = [0, 1];
/** A heap may hold so much more in the last quarter than in the first: at its fullest, for what is remembered comes and goes. */
const GROWTH = 1.05;

const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-soak-'));
const corpus = path.join(folder, 'articles');
cpSync(path.join(root, 'data', 'articles'), corpus, { recursive: true });
const discord = await openLocalDiscord();
const bot = await startBot(
  discord,
  { corpus, index: path.join(folder, 'index'), state: path.join(folder, 'state'), remove: () => {} },
  {
    environment: {
      QUESTIONS_PER_MINUTE: '1000000',
      NODE_OPTIONS: `--import=${new URL('./heap.js', import.meta.url).href}`,
    },
  },
);
const members = Array.from({ length: readers }, (_, n) => discord.addUser(`Reader ${n}`));

/** What members do, in turns. The words of a question differ each time. */
const DEEDS: readonly ((member: User, n: number) => Promise<unknown>)[] = [
  (member) => member.slash('/denials'),
  (member, n) => member.slash('/ask', { question: `who said anything about matter ${n} or money?` }),
  (member, n) => member.autocomplete('/who', { name: 'abcdefghijklmnopqrstuvwxyz'[n % 26]! }),
  async (member) => {
    const sight = await member.slash('/quotes');
    const next = sight.buttons.find((label) => label.includes('Next'));
    return next && member.click(sight, next);
  },
  (member, n) => member.slash('/claims', { about: `subject ${n}` }),
];

try {
  await inFlight(WORDS / IN_QUESTION, (n) => {
    const words = Array.from({ length: IN_QUESTION }, (_, i) => `w${(n * IN_QUESTION + i).toString(36)}`);
    return members[n % members.length]!.slash('/ask', { question: `who said ${words.join(' ')}?` });
  });
  console.log(
    '| interactions | reindexes | main thread, heap | serving thread, heap | buffers | resident, MB |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  let [done, reindexed] = [0, 0];
  const seen: (readonly Held[])[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const until = Math.round((interactions * step) / STEPS);
    const wanted = Math.round((reindexes * step) / STEPS);
    await Promise.all([
      inFlight(until - done, (n) => {
        const at = done + n;
        return DEEDS[at % DEEDS.length]!(members[at % members.length]!, at);
      }),
      (async () => {
        for (; reindexed < wanted; reindexed++) await reindex(reindexed);
      })(),
    ]);
    done = until;
    forget();
    const held = await ask(bot);
    seen.push(held);
    console.log(`| ${done} | ${reindexed} | ${columns(held).map(mb).join(' | ')} |`);
  }
  let grown = false;
  for (const [thread, name] of ['main', 'serving'].entries()) {
    const most = (from: number, to: number) =>
      Math.max(...seen.slice(from, to).map((held) => held[thread]!.heap));
    const [early, late] = [most(0, STEPS / 4), most((3 * STEPS) / 4, STEPS)];
    grown ||= late > early * GROWTH;
    console.log(
      `${name} thread, the most in the first quarter and in the last: ${mb(early)} and ${mb(late)} MB (${(late / early).toFixed(2)} ×)`,
    );
  }
  console.log(`VERDICT: memory ${grown ? 'GROWS' : 'does not grow'} with time`);
  const unexpected = discord.problems.found.map(({ what, detail }) => `${what}: ${detail}`);
  console.log(`What Discord would have refused or missed: ${unexpected.length}`, unexpected.slice(0, 5));
  if (grown || discord.problems.found.length > 0) process.exitCode = 1;
} finally {
  discord.problems.found.splice(0);
  await bot.stop();
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Does it `times` times, so many at once. */
async function inFlight(times: number, deed: (n: number) => Promise<unknown>): Promise<void> {
  let begun = 0;
  const one = async () => {
    while (begun < times) await deed(begun++);
  };
  await Promise.all(Array.from({ length: FLIGHT }, one));
}

/** One article is another one each time, the others stay. */
async function reindex(n: number): Promise<void> {
  const file = path.join(corpus, 'changing.txt');
  if (n % 10 === 9) rmSync(file);
  else
    writeFileSync(
      file,
      `Council votes ${n} times\n\nMayor Ilse Varga denied that the vote was number ${n}.\n`,
    );
  const sight = await discord.moderator.slash('/reindex');
  if (sight.outcome !== 'answered') throw new Error(`Reindex ${n}: ${sight.outcome} ${sight.text}`);
}

/** What the local Discord and this script remember grows; the bot must not be judged by how slow that makes them. */
function forget(): void {
  for (const channel of discord.world.channels.values()) channel.messages.clear();
  (discord.seen as unknown[]).length = 0;
  (bot.log as unknown[]).length = 0;
}

/** What the threads that live as long as the bot hold, the main thread's first. One that builds may be there, too. */
async function ask({ pid, log, logged }: BotProcess): Promise<readonly Held[]> {
  const told = () => log.flatMap((line) => (line.held ? [line.held as Held] : []));
  process.kill(pid, 'SIGUSR2');
  const has = (one: number) => told().some(({ thread }) => thread === one);
  await logged(() => has(MAIN) && has(SERVING));
  return told()
    .filter(({ thread }) => thread <= SERVING)
    .sort((a, b) => a.thread - b.thread);
}

function columns(held: readonly Held[]): number[] {
  const [main, serving] = held;
  return [
    main?.heap ?? Number.NaN,
    serving?.heap ?? Number.NaN,
    held.reduce((sum, { buffers }) => sum + buffers, 0),
    main?.resident ?? Number.NaN,
  ];
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
