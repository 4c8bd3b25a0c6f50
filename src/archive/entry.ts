import type { SpokenAttribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import type { Person } from '../people/person.ts';
import type { Span } from '../text/span.ts';
import type { OwnTopic } from './topics.ts';

/** All that the archive keeps of one document. */
export interface Entry {
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly attributions: readonly SpokenAttribution[];
  readonly people: readonly Person[];
  readonly topics: readonly OwnTopic[];
  /** Of the text and of each attribution's content, for finding others like them. */
  readonly sketch: readonly number[];
  readonly statementSketches: readonly (readonly number[])[];
}
