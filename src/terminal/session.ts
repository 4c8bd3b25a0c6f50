import type { ReindexProgress } from '../archive/archive.ts';
import type { Command, Context, Desk } from '../command.ts';
import { phrase } from '../locales/phrase.ts';
import { type Reply, reply } from '../reply.ts';
import { parseLine } from './line.ts';

/** How many earlier questions a follow-up may refer to. */
const REMEMBERED = 10;

/** One conversation. Later questions may follow up on earlier ones. */
export interface Session {
  readonly commands: readonly Command[];
  readonly context: () => Context;
  /** Answers a typed line. Rejects only on programming errors and if the archive cannot serve. */
  readonly answer: (line: string) => Promise<Reply>;
}

/** Begins a conversation. `progress` is told how far a long command is. */
export function openSession(
  desk: Desk,
  commands: readonly Command[],
  progress: (progress: ReindexProgress) => void = () => {},
): Session {
  const earlier: string[] = [];
  const context = (): Context => ({
    ...desk,
    commands,
    asker: 'terminal',
    earlier: [...earlier],
    progress,
  });
  return {
    commands,
    context,
    async answer(typed) {
      const line = parseLine(typed, commands);
      if ('problem' in line) {
        return reply({
          heading: phrase('ask.heading', { question: typed.trim() }),
          nothing: { reason: 'not-understood', text: line.problem },
        });
      }
      const answered = await line.command.run(line.values, context());
      const { question } = line.values;
      if (typeof question === 'string') earlier.push(question);
      if (earlier.length > REMEMBERED) earlier.shift();
      return answered;
    },
  };
}
