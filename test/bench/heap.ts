import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/**
 * Loaded into the bot and each of its threads (`--import`): on SIGUSR2 every thread collects its garbage and tells how much it
 * holds, as a line of the bot's log.
 */
export interface Held {
  readonly thread: number;
  readonly heap: number;
  readonly buffers: number;
  /** Of the whole process. */
  readonly resident: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const channel = new BroadcastChannel('heap') as BroadcastChannel & { unref(): void };

function held(): Held {
  for (let n = 0; n < 3; n++) collect();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { thread: threadId, heap: heapUsed, buffers: arrayBuffers, resident: rss };
}

const write = (held: Held) => process.stdout.write(`${JSON.stringify({ held })}\n`);
channel.onmessage = ({ data }: { data?: unknown }) => {
  if (!isMainThread && data === 'tell') channel.postMessage(held());
  if (isMainThread && typeof data === 'object') write(data as Held);
};
channel.unref();
if (isMainThread)
  process.on('SIGUSR2', () => {
    channel.postMessage('tell');
    write(held());
  });
