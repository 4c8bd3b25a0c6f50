import type { Option } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import type { Suggestion } from '../src/reply.ts';

/** What `/claims`, `/denials` and `/quotes` share. */

export const about = {
  type: 'string',
  description: phrase('option.about'),
  complete: (typed, { archive }) => archive.complete('topic', typed, 25),
} as const satisfies Option;

export const by = {
  type: 'string',
  description: phrase('option.by'),
  complete: completePeople,
} as const satisfies Option;

/** Asks for the same list by somebody else. */
export const sameBy =
  (command: 'claims' | 'denials' | 'quotes', about: string | undefined) =>
  (by: string): Pick<Suggestion, 'command' | 'values'> => ({
    command,
    values: { by, ...(about && { about }) },
  });

/** "Denials", "Denials by Trump", "Denials about asylum", "Denials by Trump about asylum". */
export function listHeading(
  list: 'claims' | 'denials' | 'quotes',
  asked: { readonly by: string | undefined; readonly about: string | undefined },
): Phrase {
  const title = phrase(`${list}.heading`);
  if (asked.by && asked.about) return phrase('heading.by-about', { title, by: asked.by, about: asked.about });
  if (asked.by) return phrase('heading.by', { title, by: asked.by });
  return asked.about ? phrase('heading.about', { title, about: asked.about }) : title;
}

import { completePeople } from './people.ts';
