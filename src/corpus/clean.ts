import { lines, trimmed } from '../text/paragraphs.ts';

/** An article without the clutter around it. */
export interface Cleaned {
  /** The title line, where there is one; it is not part of `text`. */
  readonly title: string | null;
  /** The article's paragraphs as they stand in `raw`, one or two newlines between them as there. */
  readonly text: string;
}

/**
 * The article that `raw` holds. Every line gets a label and only title and prose are kept;
 * no line that is kept is altered but for the white space at its ends.
 */
export function clean(raw: string): Cleaned {
  let title: string | null = null;
  let text = '';
  let gap = false;
  for (const line of lines(raw)) {
    const span = trimmed(raw, line);
    if (!span) {
      gap = true;
      continue;
    }
    const kept = raw.slice(span.start, span.end);
    if (!/\p{L}/u.test(kept)) continue;
    if (text === '' && title === null && kept.length < 250 && !/[.!?"”’']$/.test(kept)) {
      title = kept;
      continue;
    }
    text += (text === '' ? '' : gap ? '\n\n' : '\n') + kept;
    gap = false;
  }
  return { title, text };
}
