import { type Context, type Option, PRIVATE } from '../command.ts';
import type { Session } from './session.ts';

/**
 * Completions for readline: how a line may go on, and the end of the line that they replace. They complete a command's
 * name, an option's name, or a value from the corpus.
 */
export async function complete(line: string, session: Session): Promise<[string[], string]> {
  const [values, replaced] = await completions(line, session);
  // With several completions, readline replaces what was typed by their common beginning. If that is shorter, it gets
  // what was typed instead: then it lists the completions and leaves the line alone.
  const shared = values.length > 1 ? common(values) : null;
  return [values, shared !== null && shared.length < replaced.length ? shared : replaced];
}

/** The common beginning. */
function common(values: readonly string[]): string {
  return values.reduce((shared, value) => {
    let length = 0;
    while (length < shared.length && shared[length] === value[length]) length++;
    return shared.slice(0, length);
  });
}

async function completions(line: string, { commands, context }: Session): Promise<[string[], string]> {
  const command = commands.find(({ name }) => line.startsWith(`/${name} `));
  if (!command)
    return [commands.map(({ name }) => `/${name} `).filter((begun) => begun.startsWith(line)), line];
  const names = Object.keys(command.options);
  const typed = line.slice(command.name.length + 2);
  const [, asked, value = typed] = /^(?:.*\s)?([\w-]+):(.*)$/.exec(typed) ?? [];
  const named = asked ?? names[0] ?? '';
  const option = Object.hasOwn(command.options, named) ? command.options[named] : undefined;
  const values = option ? await valuesOf(option, value.replaceAll('"', ''), context()) : [];
  const last = /\S*$/.exec(line)![0];
  const free = [...names, PRIVATE].map((name) => `${name}:`).filter((name) => name.startsWith(last));
  const isValue = values.length > 0 && (asked !== undefined || value !== '');
  return isValue ? [values, value] : [[...values, ...free], last];
}

/** Values of an option that begin with what is typed, in quotation marks if they have spaces. */
async function valuesOf({ choices, complete }: Option, typed: string, context: Context): Promise<string[]> {
  const values =
    choices?.filter(({ value }) => value.startsWith(typed)) ?? (await complete?.(typed, context));
  return (values ?? []).map(({ value }) => (/\s/.test(value) ? `"${value}"` : value));
}
