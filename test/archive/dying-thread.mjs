// Stands for a serving thread: answers `status` with how often it was started, dies or hangs when told to.
import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const lives = `${workerData.folder}/lives`;
const life = Number(readFileSync(lives)) + 1;
writeFileSync(lives, String(life));
if (life > 9) process.exit();
parentPort.postMessage('ready');
parentPort.on('message', ({ id, method, args: [typed] }) => {
  if (method === 'people' && typed === 'exit') process.exit();
  if (method === 'people' && typed === 'exit once' && life === 1) process.exit();
  if (method === 'people' && typed === 'hang') for (;;);
  if (method === 'people' && typed === 'fill the memory')
    for (const all = []; ; ) all.push(new Array(1000).fill({}));
  parentPort.postMessage({ id, value: { life, load: workerData.load, overrides: workerData.overrides } });
});
