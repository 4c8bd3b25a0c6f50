// Stands for a building thread that dies in the way its index folder is named after.
import { workerData } from 'node:worker_threads';

if (workerData.build.index === 'exit') process.exit();
for (const all = []; ; ) all.push(new Array(1000).fill({}));
