import type { Option } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { line, type Reply, reply } from '../src/reply.ts';

/** What the moderators' commands share. */

export const article = {
  type: 'string',
  description: phrase('moderating.article'),
  complete: (typed, { archive }) => archive.complete('article', typed, 25),
} as const satisfies Option;

export const person = {
  type: 'string',
  description: phrase('moderating.name'),
  complete: (typed, { archive }) => archive.complete('person', typed, 25),
} as const satisfies Option;

/** A reply of one line of our own. */
export const note = (heading: Reply['heading'], text: Reply['heading'], data: Reply['data'] = {}): Reply =>
  reply({ heading, groups: [{ label: null, items: [line(text)] }], data });

export const noSuchArticle = (id: string): Reply =>
  note(phrase('moderating.not-done'), phrase('moderating.no-article', { id }));
