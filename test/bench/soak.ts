import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { User } from '../../src/preview/user.ts';
import { root } from '../../src/root.ts';
import { type BotProcess, startBot } from '../end-to-end/bot-process.ts';
import type { Held } from './heap.ts';

/**
 * npm run soak [-- --interactions 100000 --reindexes 50 --members 1000]
 *
 * The bot in its own process, over a local Discord: commands, completions and buttons by many members, with a reindex of a changed
 * article now and then. Prints what each of its threads holds after collecting its garbage, twenty times over, so that anything
 * that grows with time is seen.
 */
const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '100000' },
    reindexes: { type: 'string', default: '50' },
    members: { type: 'string', default: '1000' },
  },
});
const [interactions, reindexes] = [Number(values.interactions), Number(values.reindexes)];
const FLIGHT = 16;
const STEPS = 20;

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
const members = Array.from({ length: Number(values.members) }, (_, n) => discord.addUser(`Reader ${n}`));

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
      ...Array.from({ length: FLIGHT }, async () => {
        while (done < until) {
          const n = done++;
          await DEEDS[n % DEEDS.length]!(members[n % members.length]!, n);
        }
      }),
      (async () => {
        for (; reindexed < wanted; reindexed++) await reindex(reindexed);
      })(),
    ]);
    forget();
    const held = await ask(bot);
    seen.push(held);
    console.log(`| ${done} | ${reindexed} | ${columns(held).map(mb).join(' | ')} |`);
  }
  const heaps = (from: number, to: number) =>
    Math.min(...seen.slice(from, to).map(([main, serving]) => (main?.heap ?? 0) + (serving?.heap ?? 0)));
  const [early, late] = [heaps(STEPS / 4, STEPS / 2), heaps((3 * STEPS) / 4, STEPS)];
  console.log(
    `\nHeaps together, the least in the second quarter and in the last: ${mb(early)} and ${mb(late)} MB (${(late / early).toFixed(2)} ×)`,
  );
  const unexpected = discord.problems.found.map(({ what, detail }) => `${what}: ${detail}`);
  console.log(`What Discord would have refused or missed: ${unexpected.length}`, unexpected.slice(0, 5));
  if (discord.problems.found.length > 0) process.exitCode = 1;
} finally {
  discord.problems.found.splice(0);
  await bot.stop();
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
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

/** What the threads hold, the main thread's first. */
async function ask({ pid, log, logged }: BotProcess): Promise<readonly Held[]> {
  const told = () => log.flatMap((line) => (line.held ? [line.held as Held] : []));
  process.kill(pid, 'SIGUSR2');
  await logged(() => told().length >= 2);
  return told().sort((a, b) => a.thread - b.thread);
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
