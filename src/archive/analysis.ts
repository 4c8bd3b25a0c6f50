import { extract } from '../attribution/extract.ts';
import type { Document } from '../corpus/document.ts';
import { findPeople } from '../people/people.ts';
import type { Alias } from '../people/person.ts';
import { resolveSpeakers } from '../people/resolve.ts';
import { sentences } from '../text/sentences.ts';
import type { Entry } from './entry.ts';

/** Everything that is found in one document. Where finding it fails, the document alone, and why. */
export function analyse(
  document: Document,
  aliases: readonly Alias[],
): { readonly entry: Entry; readonly failure: string | null } {
  const { text } = document;
  try {
    const people = findPeople(text, aliases);
    const attributions = resolveSpeakers(text, extract(text), people, aliases);
    return { entry: { document, sentences: sentences(text), attributions, people }, failure: null };
  } catch (error) {
    const entry = { document, sentences: sentences(text), attributions: [], people: [] };
    return { entry, failure: (error as Error).message };
  }
}
