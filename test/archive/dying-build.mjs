// Stands for a building thread that dies in the way its index folder is named after.
import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', ({ build: { index } }) => {
  if (index === 'exit') process.exit();
  if (index === 'fill the memory') for (const all = []; ; ) all.push(new Array(1000).fill({}));
  if (index === 'hang') return;
  // Tells which thread this is by what it calls itself.
  const added = index === 'build much' ? Array.from({ length: 1000 }, () => `${threadId}`) : [`${threadId}`];
  parentPort.postMessage({ value: { added, changed: [] } });
});
