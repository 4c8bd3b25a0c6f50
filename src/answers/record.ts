import type { Archive, ArchiveStatus } from '../archive/archive.ts';
import type { Kind } from '../attribution/attribution.ts';
import type { Answer } from './answer.ts';
import { aboutEach } from './choice.ts';
import { WORSE } from './inquiry.ts';
import { type Understood, understood } from './names.ts';
import { nearPeople, nothing } from './nothing.ts';
import { shown } from './passages/shown.ts';
import { steady } from './steady.ts';

/** What a list of attributions is asked for by. Words typed by a member are data. */
export interface RecordQuery {
  readonly kinds?: readonly Kind[];
  /** Only what holds words in quotation marks. */
  readonly quoted?: boolean;
  readonly by: string | undefined;
  readonly about: string | undefined;
}

/** The most that one reply lists; whoever needs more narrows by speaker or topic. */
export const MOST_LISTED = 50;

/** So many attributions of other kinds are shown as related where there are none of those asked for. */
const MOST_RELATED = 3;

/**
 * The attributions of these kinds by whoever `by` names, about what `about` names, best first; names in any form a member types.
 * Nothing where `by` is nobody here, or never says such a thing.
 */
export function onRecord(archive: Archive, query: RecordQuery): Promise<Answer> {
  return steady(archive, (status) => onIndex(archive, query, status));
}

async function onIndex(
  archive: Archive,
  query: RecordQuery,
  status: Promise<ArchiveStatus>,
): Promise<Answer> {
  const [{ documents: searched }, meant, about] = await Promise.all([
    status,
    understood(archive, query.by),
    named(archive, query.about),
  ]);
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  // Any claim about somebody is one that was asked for, whoever makes it.
  const aboutAny = (by: Understood | null) =>
    aboutEach(
      about?.exact ? about : null,
      (one) => recordOf(archive, query, searched, by, one ?? about),
      ({ status }) => status === 'answered',
    );
  return aboutEach(meant, aboutAny);
}

/** Whom a topic names; null for an ordinary word by which statements hardly ever mean anybody ("wall"). */
async function named(archive: Archive, about: string | undefined): Promise<Understood | null> {
  const who = await understood(archive, about);
  if (who?.person?.type !== 'person' || !/^(?:the )?\p{Ll}+$/u.test(who.typed)) return who;
  const { name } = who.person;
  const [all, ...theirs] = await Promise.all([
    archive.count({ about: who.typed }),
    archive.count({ mentions: name }),
    archive.count({ by: name }),
  ]);
  return all > RARELY * Math.max(...theirs) ? null : who;
}

/** A word is no name where so many times as many statements are on it as mention its most prominent bearer, or are by them. */
const RARELY = 10;

/** The same, once it is known whom the names mean. */
async function recordOf(
  archive: Archive,
  query: RecordQuery,
  searched: number,
  by: Understood | null,
  about: Understood | null,
): Promise<Answer> {
  const speaker = by?.person;
  const common = { searched, taken: by?.taken ?? [] };
  if (by && !speaker)
    return nothing({ searched, reason: 'unknown-name', name: by.typed, nearby: nearPeople(by.near) });

  // A topic that names somebody asks for what mentions them; any other for what its words are about.
  const mentioned = about?.exact && about.person;
  const said = {
    ...(speaker && { by: speaker.name }),
    ...(mentioned ? { mentions: mentioned.name } : query.about?.trim() && { about: query.about }),
  };
  const wanted = {
    ...said,
    ...(query.kinds && { kinds: query.kinds }),
    ...(query.quoted && { quoted: true }),
  };
  const records = await archive.attributions({ ...wanted, limit: MOST_LISTED });
  if (records.length === 0) {
    const nearby = nearPeople(about?.near ?? []);
    const others =
      speaker || query.about?.trim() ? await archive.attributions({ ...said, limit: MOST_RELATED }) : [];
    const related = await shown(
      archive,
      others.filter(({ score }) => score >= others[0]!.score * WORSE),
      query.about,
    );
    return speaker
      ? nothing({ ...common, reason: 'silent-speaker', name: speaker.name, nearby, related })
      : nothing({ ...common, reason: 'no-evidence', nearby, related });
  }
  const [excerpts, total] = await Promise.all([
    shown(archive, records, query.about),
    records.length < MOST_LISTED ? records.length : archive.count(wanted),
  ]);
  return { ...common, status: 'answered', excerpts, related: [], ...(total > MOST_LISTED && { total }) };
}
