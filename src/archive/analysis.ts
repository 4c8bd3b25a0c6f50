import { extract } from '../attribution/extract.ts';
import type { Document } from '../corpus/document.ts';
import { findPeople } from '../people/people.ts';
import type { Alias } from '../people/person.ts';
import { resolveSpeakers } from '../people/resolve.ts';
import { sentences } from '../text/sentences.ts';
import type { Entry } from './segment.ts';

/** Everything that is found in one document. */
export function analyse(document: Document, aliases: readonly Alias[]): Entry {
  const { text } = document;
  const people = findPeople(text, aliases);
  return {
    document,
    sentences: sentences(text),
    attributions: resolveSpeakers(text, extract(text), people, aliases),
    people,
  };
}
