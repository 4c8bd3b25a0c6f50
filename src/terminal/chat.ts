import { createInterface } from 'node:readline/promises';
import type { ReindexProgress } from '../archive/archive.ts';
import type { Command, Desk } from '../command.ts';
import { phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';
import { complete } from './complete.ts';
import { harmless } from './print.ts';
import { render, type Style } from './render.ts';
import { openSession } from './session.ts';
import { isTold } from './usage.ts';

/** A conversation on the terminal, or with piped input, until its end. */
export async function chat(desk: Desk, commands: readonly Command[], style: Style): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const interactive = Boolean(input.isTTY && output.isTTY);
  const session = openSession(desk, commands, interactive ? showProgress(style) : undefined);
  const screen = interactive ? Math.max(10, (output.rows || 24) - 3) : Number.POSITIVE_INFINITY;
  const { documents } = await desk.archive.status();
  const greeting = [
    say(phrase('chat.greeting', { count: documents }), style.locale),
    say(phrase('chat.how'), style.locale),
    say(phrase('chat.discord'), style.locale),
  ];
  if (interactive) console.log(greeting.join('\n'));
  // Piped input is read from here on. A line that arrived before anything iterates over them would be lost.
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, session),
  });

  let rest: readonly string[] = [];
  const show = (text: readonly string[]): void => {
    console.log(text.slice(0, screen).join('\n'));
    rest = text.slice(screen);
    if (rest.length > 0) console.log(say(phrase('chat.more', { count: rest.length }), style.locale));
  };
  /** A failure such as a full disk does not end the conversation. */
  const answer = async (typed: string): Promise<readonly string[]> => {
    try {
      return render(await session.answer(typed), style);
    } catch (error) {
      if (!isTold(error)) throw error;
      return [harmless(error.message)];
    }
  };
  lines.setPrompt('› ');
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (/^\/?(?:quit|exit|bye)$/i.test(typed)) break;
    if (typed === 'more') show(rest.length > 0 ? rest : [say(phrase('chat.no-more'), style.locale)]);
    else if (typed !== '') show(['', ...(await answer(typed)), '']);
    if (interactive) lines.prompt();
  }
  lines.close();
}

function showProgress({ locale }: Style): (progress: ReindexProgress) => void {
  return ({ stage, done, total }) => {
    const line = say(phrase(`progress.${stage}`, { done, total }), locale);
    process.stdout.write(`\r\u001b[K${line}${done >= total && stage === 'loading' ? '\n' : ''}`);
  };
}
