import { parentPort, workerData } from 'node:worker_threads';
import type { Call, FromServing, ServingStart } from './server.ts';
import { Serving } from './serving.ts';
import { outcomeOf } from './threads.ts';

const { folder, overrides, load } = workerData as ServingStart;
const send = (message: FromServing) => parentPort!.postMessage(message);
const serving = new Serving(folder, { onChange: () => send('changed') });
const ready = (async () => {
  if (overrides) await serving.override(overrides);
  if (load) await serving.load();
})();

parentPort!.on('message', async ({ id, method, args }: Call) => {
  const outcome = await outcomeOf(async () => {
    await ready;
    return (serving[method] as (...args: readonly unknown[]) => unknown)(...args);
  });
  send({ id, ...outcome });
});
void ready.then(
  () => send('ready'),
  // Every call is answered with this error.
  () => send('ready'),
);
