import { createInterface } from 'node:readline/promises';
import type { ReindexProgress } from '../archive/archive.ts';
import { type Command, type Desk, PRIVATE } from '../command.ts';
import { phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';
import { render, type Style } from './render.ts';
import { openSession, type Session } from './session.ts';

/** A conversation on the terminal, or with whatever is piped in, until its end. */
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
  // What is piped in is read from here on: a line that comes while nobody iterates over them would be lost.
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
  lines.setPrompt('› ');
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (/^\/?(?:quit|exit|bye)$/i.test(typed)) break;
    if (typed === 'more') show(rest.length > 0 ? rest : [say(phrase('chat.no-more'), style.locale)]);
    else if (typed !== '') show(['', ...render(await session.answer(typed), style), '']);
    if (interactive) lines.prompt();
  }
  lines.close();
}

/** The line so far with each of its completions: a command's name, an option's name, or a value from the corpus. */
async function complete(line: string, { commands, context }: Session): Promise<[string[], string]> {
  const typed = /^\/(\S+) (.*)$/.exec(line);
  if (!typed) return [commands.map(({ name }) => `/${name} `).filter((name) => name.startsWith(line)), line];
  const command = commands.find(({ name }) => name === typed[1]);
  if (!command) return [[], line];
  const options = Object.keys(command.options);
  const asked = /^(?:.*\s)?([\w-]+):(.*)$/.exec(typed[2]!);
  const name = asked?.[1] ?? options[0] ?? '';
  const value = asked?.[2] ?? typed[2]!;
  const option = command.options[name];
  const values = (await option?.complete?.(value.replaceAll('"', ''), context())) ?? [];
  const completed = values.map((each) => (/\s/.test(each.value) ? `"${each.value}"` : each.value));
  const names = [...options, PRIVATE].map((each) => `${each}:`);
  const last = /\S*$/.exec(line)![0];
  return value === '' || completed.length === 0
    ? [[...completed, ...names.filter((each) => each.startsWith(last))], last]
    : [completed, value];
}

function showProgress({ locale }: Style): (progress: ReindexProgress) => void {
  return ({ stage, done, total }) => {
    const line = say(phrase(`progress.${stage}`, { done, total }), locale);
    process.stdout.write(`\r\u001b[K${line}${done >= total && stage === 'loading' ? '\n' : ''}`);
  };
}
