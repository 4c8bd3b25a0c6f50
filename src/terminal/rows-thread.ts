import { parentPort } from 'node:worker_threads';
import { rowOf } from './rows.ts';

parentPort!.on('message', (lines: readonly string[]) => parentPort!.postMessage(lines.map(rowOf)));
