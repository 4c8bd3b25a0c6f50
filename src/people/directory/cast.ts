import type { SpokenAttribution } from '../../attribution/attribution.ts';
import type { Document } from '../../corpus/document.ts';
import type { Span } from '../../text/span.ts';
import { type Facts, factsOf } from '../namesakes/facts.ts';
import { traitsOf } from '../namesakes/traits.ts';
import type { Person } from '../person.ts';

/** The people one document names and how often they speak, without the text: what the directory needs. Plain JSON. */
export interface CastList {
  readonly document: string;
  /** ISO 8601 date, or null. */
  readonly published: string | null;
  readonly people: readonly Appearance[];
}

/** Somebody in one document. */
export interface Appearance {
  readonly name: string;
  readonly type: Person['type'];
  /** The forms of the name the document uses, each once. */
  readonly forms: readonly string[];
  /** How many attributions have them as speaker. */
  readonly statements: number;
  readonly roles: readonly { readonly text: string; readonly span: Span }[];
  /** For people named in full, what may tell them from others of the same name. Absent if there is nothing. */
  readonly facts?: Facts;
  /** What other documents may contradict. See Trait. */
  readonly traits?: readonly string[];
}

/** What the directory needs to know of a document. `people` and `attributions` are what was found in it. */
export function castList(
  document: Pick<Document, 'id' | 'published' | 'text'>,
  people: readonly Person[],
  attributions: readonly SpokenAttribution[],
): CastList {
  const statements = new Map<string, number>();
  for (const { speaker, speakers } of attributions)
    for (const name of speakers ?? (speaker === null ? [] : [speaker]))
      statements.set(name, (statements.get(name) ?? 0) + 1);
  const { text, published } = document;
  const year = published === null ? null : Number(published.slice(0, 4));
  const cast = people.map(({ name, type, mentions, roles }): Appearance => {
    const written = roles.map((span) => ({ text: text.slice(span.start, span.end), span }));
    const facts = type === 'person' ? factsOf(text, mentions) : {};
    const traits = type === 'person' ? traitsOf(year, written, facts) : [];
    return {
      name,
      type,
      forms: [...new Set(mentions.map(({ start, end }) => text.slice(start, end)))],
      statements: statements.get(name) ?? 0,
      roles: written,
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(traits.length > 0 && { traits }),
    };
  });
  // Countries may speak without being people or organisations of the document.
  const known = new Set(people.map(({ name }) => name));
  for (const [name, count] of statements)
    if (!known.has(name)) cast.push({ name, type: 'organisation', forms: [], statements: count, roles: [] });
  return { document: document.id, published: document.published, people: cast };
}
