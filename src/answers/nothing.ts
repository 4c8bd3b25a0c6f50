import type { PersonRecord } from '../archive/archive.ts';
import type { Nearby, Nothing } from './answer.ts';

/** Nothing on record, with everything that is not given empty. */
export function nothing(parts: Partial<Nothing> & Pick<Nothing, 'reason' | 'searched'>): Nothing {
  return { status: 'nothing', name: '', taken: [], nearby: [], related: [], ...parts };
}

/** People as what is offered in place of an answer. */
export function nearPeople(people: readonly PersonRecord[]): Nearby[] {
  return people.map(({ name }) => ({ type: 'person', label: name }));
}
