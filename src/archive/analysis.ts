import { extract } from '../attribution/extract.ts';
import type { Document } from '../corpus/document.ts';
import { counterparts } from '../people/counterparts/counterparts.ts';
import { findPeople } from '../people/people.ts';
import type { Alias } from '../people/person.ts';
import { resolveSpeakers } from '../people/speakers/resolve.ts';
import { words } from '../search/words.ts';
import { withoutLinks } from '../text/normalise.ts';
import { sentences } from '../text/sentences.ts';
import type { Entry } from './entry.ts';
import { DOCUMENT_SKETCH, Runs, STATEMENT_SKETCH } from './sketch.ts';
import { topicsOf } from './topics.ts';

/** Everything found in one document. If finding statements fails, the rest, with the reason. */
export function analyse(
  document: Document,
  aliases: readonly Alias[],
): { readonly entry: Entry; readonly failure: string | null } {
  const { text } = document;
  const title = document.title ?? '';
  const textWords = words(withoutLinks(text));
  const runs = new Runs(textWords);
  const statements = statementsOf(text, aliases);
  const entry: Entry = {
    document,
    sentences: sentences(text),
    attributions: statements.attributions,
    people: statements.people,
    ties: statements.ties,
    topics: topicsOf(title, words(title), text, textWords),
    sketch: runs.sketch([{ start: 0, end: text.length }], DOCUMENT_SKETCH),
    statementSketches: statements.attributions.map(({ content }) => runs.sketch(content, STATEMENT_SKETCH)),
  };
  return { entry, failure: statements.failure };
}

function statementsOf(text: string, aliases: readonly Alias[]) {
  try {
    const people = findPeople(text, aliases);
    const attributions = resolveSpeakers(text, extract(text), people, aliases);
    const ties = counterparts(text, attributions)
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ denial, claim }) => ({ denial, claim }));
    return { people, attributions, ties, failure: null };
  } catch (error) {
    return { people: [], attributions: [], ties: [], failure: (error as Error).message };
  }
}
