import type { Span } from '../../text/span.ts';
import type { Person } from '../person.ts';
import type { Appearance } from './cast.ts';

/** One person or organisation, from all documents. */
export interface Entry {
  name: string;
  readonly type: Person['type'];
  /** Form → number of documents that use it. */
  readonly forms: Map<string, number>;
  /** Names from moderators or the tables. */
  readonly given: Set<string>;
  statements: number;
  /** Documents by number, ascending. */
  documents: number[];
  readonly roles: { readonly text: string; readonly document: number; readonly span: Span }[];
  /** Full names that documents use → number of documents. */
  readonly names: Map<string, number>;
  /** Whether others have the same full name. */
  readonly divided: boolean;
  /** What tells it from the others, in a document's words. Null if nothing does. */
  told: string | null;
}

/** A new entry of this name, without appearances. */
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

/** Adds an appearance of `name` to an entry. Documents must come in ascending order. */
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

/** Adds all appearances of one entry to another. */
export function absorb(into: Entry, entry: Entry): void {
  for (const [form, count] of entry.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + count);
  for (const [name, count] of entry.names) into.names.set(name, (into.names.get(name) ?? 0) + count);
  into.statements += entry.statements;
  into.documents = [...new Set([...into.documents, ...entry.documents])].sort((a, b) => a - b);
  // One by one: a large corpus may give somebody more roles than a call takes arguments.
  for (const role of entry.roles) into.roles.push(role);
}
