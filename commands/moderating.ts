import { OFFERED, type Option } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { line, type Reply, reply, type Suggestion } from '../src/reply.ts';
import { completePeople } from './people.ts';

/** What the moderators' commands share. */

export const article = {
  type: 'string',
  description: phrase('moderating.article'),
  complete: (typed, { archive }) => archive.complete('article', typed, OFFERED),
} as const satisfies Option;

export const person = {
  type: 'string',
  description: phrase('moderating.name'),
  complete: completePeople,
} as const satisfies Option;

/** A reply of one line of our own. */
export const note = (heading: Reply['heading'], text: Reply['heading'], data: Reply['data'] = {}): Reply =>
  reply({ heading, groups: [{ label: null, items: [line(text)] }], data });

/** A button that takes an entry of the audit log back. */
export const undo = (entry: string): Suggestion => ({
  label: phrase('moderating.undo-it'),
  command: 'audit undo',
  values: { entry },
});

export const noSuchArticle = (id: string): Reply =>
  note(phrase('moderating.not-done'), phrase('moderating.no-article', { id }));
