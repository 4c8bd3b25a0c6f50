import type { Archive, PersonMatch, PersonRecord } from '../archive/archive.ts';
import type { Taken } from './answer.ts';

/** Whom a typed name means, as far as can be told. */
export interface Understood {
  readonly typed: string;
  readonly person: PersonRecord | null;
  /** Whether the name was typed as the corpus has it. */
  readonly exact: boolean;
  /** Others of that very name. */
  readonly others: readonly PersonRecord[];
  /** Whom the name may have meant where it is nobody's. */
  readonly near: readonly PersonRecord[];
  readonly taken: readonly Taken[];
}

/** The least score of a name, misspelt or a role, for it to be taken for somebody. */
const SURE = 0.6;

/** Whom a name means that a member typed as such; null where nothing was typed. */
export async function understood(archive: Archive, typed: string | undefined): Promise<Understood | null> {
  if (!typed?.trim()) return null;
  return resolve(typed, await archive.people(typed, 5));
}

/** The same for matches in hand. */
export function resolve(typed: string, matches: readonly PersonMatch[]): Understood {
  const [best, ...rest] = matches;
  if (!best || best.score < SURE) {
    return {
      typed,
      person: null,
      exact: false,
      others: [],
      near: matches.map(({ person }) => person),
      taken: [],
    };
  }
  return {
    typed,
    person: best.person,
    exact: best.how === 'exact',
    others: rest
      .filter(({ how, score }) => how === 'exact' && score >= best.score)
      .map(({ person }) => person),
    near: [],
    taken: best.how === 'near' ? [{ typed, name: best.person.name }] : [],
  };
}
