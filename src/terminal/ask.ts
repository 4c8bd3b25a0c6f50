import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { warmUp } from '../answers/warm.ts';
import type { Command, Desk } from '../command.ts';
import { toJson } from './json.ts';
import { readJsonLine } from './json-line.ts';
import { printLine } from './print.ts';
import { render, type Style } from './render.ts';
import { openSession, type Session } from './session.ts';
import { isTold, UsageError } from './usage.ts';

/** Answers one line on standard output, as text or JSON. Throws a UsageError for a line that asks nothing. */
export async function askOnce(
  line: string,
  desk: Desk,
  commands: readonly Command[],
  output: { readonly json: boolean; readonly style: Style },
): Promise<void> {
  const reply = await openSession(desk, commands).answer(line);
  if (reply.nothing?.reason === 'not-understood')
    throw new UsageError(render(reply, output.style).join('\n'));
  await printLine(output.json ? JSON.stringify(toJson(line, reply)) : render(reply, output.style).join('\n'));
}

/**
 * Answers every line `{"id","question","thread"?}` of a file with one JSON line, in order, with its `id` and the
 * milliseconds it took. Questions of one thread follow up on each other. Reports lines that cannot be read or answered,
 * with the reason, and returns how many there are.
 */
export async function askBatch(
  file: string,
  desk: Desk,
  commands: readonly Command[],
  complain: (message: string) => void,
): Promise<number> {
  const threads = new Map<string, Session>();
  let number = 0;
  let unusable = 0;
  const leaveOut = (reason: string) => {
    unusable += 1;
    complain(`${file}, line ${number}: ${reason}`);
  };
  await warmUp(desk.archive, (question) => openSession(desk, commands).answer(question));
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const asked = readJsonLine(line, 'question');
    if (typeof asked === 'string') {
      leaveOut(asked);
      continue;
    }
    const { id, text: question, fields } = asked;
    const thread = fields.thread == null ? null : String(fields.thread);
    const session = (thread !== null && threads.get(thread)) || openSession(desk, commands);
    if (thread !== null) threads.set(thread, session);
    const began = performance.now();
    try {
      const reply = await session.answer(question);
      const ms = Math.round((performance.now() - began) * 100) / 100;
      await printLine(JSON.stringify({ id, ...toJson(question, reply), ms }));
    } catch (error) {
      if (!isTold(error)) throw error;
      leaveOut(error.message);
    }
  }
  return unusable;
}
