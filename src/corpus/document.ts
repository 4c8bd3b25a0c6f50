import type { Span } from '../text/span.ts';

/**
 * One article. `text` is final: it is cleaned before any offset exists and never changes afterwards, so that every span
 * points into it.
 */
export interface Document {
  /** The file's path within the corpus folder with its extension, `/`-separated, or the id of its line. */
  readonly id: string;
  /** The article's own title, or null. People are then shown its first sentence, marked as such. */
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO 8601 date (`2019-04-13`), or null. */
  readonly published: string | null;
  /** http(s) link, or null. */
  readonly url: string | null;
  readonly text: string;
  /** In order, without empty or overlapping ones. Numbers shown to people count from 1. */
  readonly paragraphs: readonly Span[];
}
