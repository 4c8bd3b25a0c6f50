import { extract } from '../attribution/extract.ts';
import { findPeople } from '../people/people.ts';
import { resolveSpeakers } from '../people/speakers/resolve.ts';
import { readJsonLine } from './json-line.ts';

/** An article with its attributions as one line of JSON, or the reason there is none, in English for the host. */
export type Row = { readonly json: string } | { readonly failure: string };

/**
 * The row of an article: what is known of it, and the attributions in its text. Throws nothing, since a mistake with
 * one article must not cost others their rows.
 */
export function rowWith(known: Readonly<Record<string, unknown>>, text: string): Row {
  try {
    return { json: JSON.stringify({ ...known, attributions: attributions(text) }) };
  } catch (error) {
    return { failure: `cannot be read for statements: ${(error as Error).message}` };
  }
}

/** The row of a line `{"id","text"}`. Its text is taken as it is and not given back. Null for an empty line. */
export function rowOf(line: string): Row | null {
  if (line.trim() === '') return null;
  const read = readJsonLine(line, 'text');
  return typeof read === 'string' ? { failure: read } : rowWith({ id: String(read.id) }, read.text);
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
