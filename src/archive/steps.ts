import { setImmediate as turn } from 'node:timers/promises';

/** Work that stops after each small step. */
export type Steps<T> = Generator<void, T>;

/** Milliseconds before other work gets a turn. */
const SLICE = 4;

/** Does all of the work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work a few milliseconds at a time. Returns null as soon as it is no longer `wanted`. */
export async function inTurns<T>(steps: Steps<T>, wanted: () => boolean): Promise<T | null> {
  while (wanted()) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await turn();
  }
  return null;
}
