import { OFFERED, type Option } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import type { Suggestion } from '../src/reply.ts';
import { completePeople } from './people.ts';

/** What `/claims`, `/denials` and `/quotes` share. */

export const about = {
  type: 'string',
  description: phrase('option.about'),
  complete: (typed, { archive }) => archive.complete('topic', typed, OFFERED),
} as const satisfies Option;

export const by = {
  type: 'string',
  description: phrase('option.by'),
  complete: completePeople,
} as const satisfies Option;

/** Asks for the same list by, or about, somebody else than the one whom the name that was typed there was taken for. */
export const sameList =
  (command: 'claims' | 'denials' | 'quotes', { by, about }: Asked) =>
  (name: string, typed: string): Pick<Suggestion, 'command' | 'values'> => {
    const isBy = by?.trim() === typed;
    const [speaker, subject] = isBy ? [name, about] : [by, name];
    return { command, values: { ...(subject && { about: subject }), ...(speaker && { by: speaker }) } };
  };

interface Asked {
  readonly by: string | undefined;
  readonly about: string | undefined;
}

/** "Denials", "Denials by Trump", "Denials about asylum", "Denials by Trump about asylum". */
export function listHeading(list: 'claims' | 'denials' | 'quotes', asked: Asked): Phrase {
  const title = phrase(`${list}.heading`);
  if (asked.by && asked.about) return phrase('heading.by-about', { title, by: asked.by, about: asked.about });
  if (asked.by) return phrase('heading.by', { title, by: asked.by });
  return asked.about ? phrase('heading.about', { title, about: asked.about }) : title;
}
