import { type CastList, castList } from '../people/directory/cast.ts';
import type { Entry } from './entry.ts';
import { joinTopics, type Topic } from './topics.ts';

/** What a collection needs from each segment to make one directory and one list of topics. Plain JSON. */
export interface Lists {
  readonly casts: readonly CastList[];
  readonly topics: readonly Topic[];
}

/** The lists of some documents: casts in the documents' order, and each topic once. */
export function listsOf(entries: readonly Entry[]): Lists {
  return {
    casts: entries.map(({ document, people, attributions }) => castList(document, people, attributions)),
    topics: joinTopics(entries.map(({ topics }) => topics)),
  };
}
