import { extract } from '../attribution/extract.ts';
import { findPeople } from '../people/people.ts';
import { resolveSpeakers } from '../people/speakers/resolve.ts';

/** An article with its attributions as one line of JSON, or why there is none, in English for the host. */
export type Row = { readonly json: string } | { readonly failure: string };

/**
 * The row of what is known of an article and the attributions in its text. A mistake with one article must cost no other its row:
 * nothing is thrown.
 */
export function rowWith(known: Readonly<Record<string, unknown>>, text: string): Row {
  try {
    return { json: JSON.stringify({ ...known, attributions: attributions(text) }) };
  } catch (error) {
    return { failure: `cannot be read for statements: ${(error as Error).message}` };
  }
}

/** The row of a line `{"id","text"}`, whose text is taken as it is and not given back; null for an empty line. */
export function rowOf(line: string): Row | null {
  if (line.trim() === '') return null;
  let article: unknown;
  try {
    article = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch (error) {
    return { failure: `${(error as Error).message}. Each line is one JSON object: {"id","text"}` };
  }
  const { id, text } = (article ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return { failure: 'it has no "id"' };
  return typeof text === 'string' ? rowWith({ id: String(id) }, text) : { failure: 'it has no "text"' };
}

function attributions(text: string) {
  const spoken = resolveSpeakers(text, extract(text), findPeople(text));
  return spoken.map(({ kind, source, cue, content, speaker, anonymous, via, nested }) => ({
    kind,
    source,
    cue,
    content,
    speaker,
    anonymous,
    via,
    nested,
  }));
}
