import type { Archive, ArchiveStatus, AttributionQuery, PersonRecord } from '../archive/archive.ts';
import type { Choice, Excerpt, Nothing, Taken } from './answer.ts';
import { choiceOf } from './choice.ts';
import { understood } from './names.ts';
import { nearPeople, nothing } from './nothing.ts';
import { shown } from './passages/shown.ts';
import { steady } from './steady.ts';

/** What the articles hold on one person or organisation. */
export interface Profile {
  readonly status: 'answered';
  readonly person: PersonRecord;
  /** Others who hold or held an office that was asked for. */
  readonly others: readonly PersonRecord[];
  readonly taken: readonly Taken[];
  readonly choice?: Choice | undefined;
  readonly said: readonly Excerpt[];
  readonly claimedAbout: readonly Excerpt[];
  readonly denied: readonly Excerpt[];
}

const MOST_EACH = 10;

/** Who `typed` is by the articles, and what they said, denied and are claimed to have done; nothing where it names nobody. */
export function profile(archive: Archive, typed: string): Promise<Profile | Nothing> {
  return steady(archive, (status) => onIndex(archive, typed, status));
}

async function onIndex(
  archive: Archive,
  typed: string,
  status: Promise<ArchiveStatus>,
): Promise<Profile | Nothing> {
  const [{ documents: searched }, named] = await Promise.all([status, understood(archive, typed)]);
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  if (!named) return nothing({ searched, reason: 'empty-question' });
  if (!named.person) {
    return nothing({ searched, reason: 'unknown-name', name: typed, nearby: nearPeople(named.near) });
  }
  const { name } = named.person;
  const list = async (query: Omit<AttributionQuery, 'limit'>) =>
    shown(archive, await archive.attributions({ ...query, limit: MOST_EACH }));
  const [said, claimedAbout, denied] = await Promise.all([
    list({ by: name, kinds: ['quote', 'statement', 'claim'] }),
    list({ mentions: name, kinds: ['claim'] }),
    list({ by: name, kinds: ['denial', 'dispute', 'no-comment'] }),
  ]);
  return {
    status: 'answered',
    person: named.person,
    others: named.office ? named.others : [],
    taken: named.taken,
    choice: choiceOf(named),
    said,
    claimedAbout: claimedAbout.filter((each) => each.said?.speaker !== name),
    denied,
  };
}
