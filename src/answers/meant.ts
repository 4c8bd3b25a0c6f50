import type { Archive, NameInQuestion } from '../archive/archive.ts';
import { partsOf } from '../people/parts.ts';
import { terms } from '../search/words.ts';
import { type Span, slice } from '../text/span.ts';

/** Somebody whom a text means: by their last name, and as and where it was typed. */
export interface Meant {
  readonly surname: string;
  readonly typed: string;
  readonly span: Span;
}

/** The people whom a text names, or means by their office. */
export const peopleIn = async (archive: Archive, text: string): Promise<Meant[]> =>
  peopleOf(await archive.names(text), text);

/** Those of them whom a text calls by their names. */
export const calledIn = async (archive: Archive, text: string): Promise<Meant[]> =>
  (await peopleIn(archive, text)).filter(({ surname, typed }) =>
    typed.toLowerCase().includes(surname.toLowerCase()),
  );

/** The people among names found in a text. */
export const peopleOf = (names: readonly NameInQuestion[], text: string): Meant[] =>
  names.flatMap(({ span, matches: [best] }) =>
    best?.person.type === 'person'
      ? [{ surname: partsOf(best.person.called).surname, typed: slice(text, span), span }]
      : [],
  );

/** The stems of their last names, as they are known and as they were typed, which may be another name after all. */
export const stemsOf = (people: readonly Meant[]): string[] =>
  people.flatMap(({ surname, typed }) => [...terms(surname), ...terms(typed).slice(-1)]);
