import type { Span } from '../../text/span.ts';
import type { Person } from '../person.ts';
import type { Appearance } from './cast.ts';

/** One person or organisation, from all documents. */
export interface Entry {
  name: string;
  readonly type: Person['type'];
  /** Form → in how many documents it is written so. */
  readonly forms: Map<string, number>;
  /** Names that moderators or the tables give them. */
  readonly given: Set<string>;
  statements: number;
  /** Documents by number, ascending. */
  documents: number[];
  readonly roles: { readonly text: string; readonly document: number; readonly span: Span }[];
  /** Full names that documents use, with how many do. */
  readonly names: Map<string, number>;
  /** Whether it is one of several of this full name. */
  readonly divided: boolean;
  /** What tells it from the others, in the words of a document; null where nothing does. */
  told: string | null;
}

/** An entry of this name that nobody has appeared as yet. */
export const emptyEntry = (name: string, type: Person['type']): Entry => ({
  name,
  type,
  forms: new Map(),
  given: new Set(),
  statements: 0,
  documents: [],
  roles: [],
  names: new Map(),
  divided: false,
  told: null,
});

/** Counts an appearance of `name` towards an entry. Documents come in ascending order. */
export function addAppearance(
  entry: Entry,
  name: string,
  document: number,
  { forms, statements, roles }: Appearance,
): void {
  entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
  for (const form of forms) entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
  entry.statements += statements;
  if (entry.documents.at(-1) !== document) entry.documents.push(document);
  for (const { text, span } of roles) entry.roles.push({ text, document, span });
}

/** Counts all appearances of one entry towards another. */
export function absorb(into: Entry, entry: Entry): void {
  for (const [form, count] of entry.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + count);
  for (const [name, count] of entry.names) into.names.set(name, (into.names.get(name) ?? 0) + count);
  into.statements += entry.statements;
  into.documents = [...new Set([...into.documents, ...entry.documents])].sort((a, b) => a - b);
  // One by one: a corpus may give somebody more roles than a call takes arguments.
  for (const role of entry.roles) into.roles.push(role);
}
