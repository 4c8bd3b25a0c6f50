import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { ReindexProgress } from './archive.ts';
import { buildPartInThread, type FromBuilding, type Task } from './builder.ts';
import { build } from './building.ts';
import { buildPart } from './part.ts';
import { outcomeOf } from './threads.ts';

/** Milliseconds at least between two reports of progress. */
const PACE = 100;
let told = 0;

giveWay();
parentPort!.on('message', async (task: Task) => {
  send(
    await outcomeOf<unknown>(() =>
      'part' in task ? buildPart(task.part, tell) : build(task.build, tell, buildPartInThread),
    ),
  );
});

function send(message: FromBuilding): void {
  parentPort!.postMessage(message);
}

function tell(progress: ReindexProgress): void {
  if (performance.now() - told < PACE) return;
  told = performance.now();
  send({ progress });
}

/** Lets the answering threads go first, where the system can rank threads by number (Linux). */
function giveWay(): void {
  try {
    setPriority(
      Number(readlinkSync('/proc/thread-self').split('/').at(-1)),
      constants.priority.PRIORITY_BELOW_NORMAL,
    );
  } catch {
    // The build works without it.
  }
}
