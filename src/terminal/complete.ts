import { type Context, type Option, PRIVATE } from '../command.ts';
import type { Session } from './session.ts';

/**
 * For readline: what a line so far may go on with, and the end of the line that this stands in place of. A command's name, an
 * option's name, or a value from the corpus.
 */
export async function complete(line: string, session: Session): Promise<[string[], string]> {
  const [values, replaced] = await completions(line, session);
  // Of several, readline puts what they all begin with in place of what is typed. Where that is less, it is told that it stands there
  // already: then it lists them, and what is typed stays.
  const shared = values.length > 1 ? common(values) : null;
  return [values, shared !== null && shared.length < replaced.length ? shared : replaced];
}

/** What all of them begin with. */
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

/** What an option may be that begins with what is typed, in quotation marks where it has spaces. */
async function valuesOf({ choices, complete }: Option, typed: string, context: Context): Promise<string[]> {
  const values =
    choices?.filter(({ value }) => value.startsWith(typed)) ?? (await complete?.(typed, context));
  return (values ?? []).map(({ value }) => (/\s/.test(value) ? `"${value}"` : value));
}
