import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** In a thread of its own: what hangs cannot say so itself. Ends the process, naming the input, where one takes too long. */
const { current, seed } = workerData as { readonly current: Int32Array; readonly seed: number };

/** Milliseconds. */
const PATIENCE = 60_000;

let last = -1;
let since = 0;
setInterval(() => {
  const input = Atomics.load(current, 0);
  if (input !== last) {
    last = input;
    since = performance.now();
  } else if (performance.now() - since > PATIENCE) {
    writeSync(1, `seed ${seed}, input ${input}: hangs\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}, 1000);
