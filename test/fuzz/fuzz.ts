import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { numbersOf } from '../support/numbers.ts';
import { random } from '../support/random.ts';
import { file } from './files.ts';
import { Member } from './interactions.ts';
import { openServer } from './server.ts';

/**
 * npm run fuzz -- [--inputs 200000] [--seed 1]
 *
 * Every fifth input is a damaged file of any format, read and searched for attributions and names; the others are what members and
 * moderators do on Discord: commands with values for every option, completions, menus, presses of buttons, forms and messages, answered as
 * on Discord. Each is a failure if it throws, takes three seconds of processor time, gives a span outside its text, quotes what stands in no
 * article, or makes a message that Discord would refuse or that could ping. Prints each failure with the input's number and ends with
 * status 1 where there was one, or is killed by its watchdog where one never ends: the same seed and number of inputs give the same inputs.
 */
const { values: options } = parseArgs({
  options: { inputs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
});
const { inputs, seed } = numbersOf(options);

/** Milliseconds of processor time from which an input counts as hanging: several hundred times what one takes. */
const HANGS = 3_000;
/** After so many inputs what moderators did is forgotten, so that all of them find about the same articles. */
const FRESH = 2_000;

/** The number of the input that is being worked on. */
const current = new Int32Array(new SharedArrayBuffer(4));
new Worker(new URL('./watchdog.js', import.meta.url), { workerData: { current, seed } }).unref();

// Loads Discord's schemas and the language model, which would count against the first inputs.
await inputsFrom(random(0), 20);
const began = performance.now();
const { failures, slowest } = await inputsFrom(random(seed), inputs);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `seed ${seed}: ${inputs} inputs in ${seconds} s, ${failures} failures, slowest ${Math.round(slowest)} ms`,
);
process.exitCode = failures > 0 ? 1 : 0;

async function inputsFrom(seeds: () => number, count: number) {
  let failures = 0;
  let slowest = 0;
  let server = await openServer();
  let member = new Member(server);
  for (let n = 0; n < count; n++) {
    if (n % FRESH === FRESH - 1) {
      await server.close();
      server = await openServer();
      member = new Member(server);
    }
    Atomics.store(current, 0, n);
    const next = random(seeds() * 2 ** 32);
    const start = process.cpuUsage();
    let problem: string | null;
    try {
      problem = n % 5 === 0 ? await file(next) : await member.act(next);
    } catch (error) {
      problem =
        error instanceof Error ? `${error.stack ?? error.message} ${JSON.stringify(error)}` : String(error);
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    problem ??= took > HANGS ? `took ${Math.round(took)} ms` : null;
    if (problem) console.log(`seed ${seed}, input ${n}: ${problem}`);
    if (problem) failures++;
    if (n % 20_000 === 19_999) console.error(`${n + 1} of ${count}, ${failures} failures`);
  }
  await server.close();
  return { failures, slowest };
}
