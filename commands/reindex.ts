import type { ReindexSummary } from '../src/archive/archive.ts';
import { command } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { say } from '../src/locales/say.ts';
import { fact, type Group, line, reply } from '../src/reply.ts';

export const reindex = command({
  name: 'reindex',
  description: phrase('reindex.description'),
  who: 'moderator',
  options: {},

  async run(_, { archive, progress }) {
    const summary = await archive.reindex(progress);
    return reply({
      heading: phrase('reindex.heading'),
      notes: reindexNotes(summary),
      groups: reindexed(summary),
      data: {
        ...summary,
        skipped: summary.skipped.map(({ file, reason }) => ({ file, reason: say(reason, 'en') })),
      },
    });
  },
});

/** What is served now, how long it took, and what to do where there is nothing. */
export function reindexNotes({ documents, attributions, milliseconds }: ReindexSummary): Phrase[] {
  return [
    phrase('reindex.serving', {
      documents: phrase('reindex.documents', { count: documents }),
      attributions: phrase('reindex.attributions', { count: attributions }),
    }),
    phrase('reindex.took', { seconds: Math.max(1, Math.round(milliseconds / 100)) / 10 }),
    ...(documents === 0 ? [phrase('nothing.empty-corpus')] : []),
  ];
}

/** How many files are named: nobody reads ten thousand names, and `data` has them all. */
const NAMED = 20;

/** What else a reindex has added, changed and removed after a command that was about some articles; only what there is. */
export function alsoReindexed(summary: ReindexSummary, about: readonly string[]): Group[] {
  const others = (files: readonly string[]) => files.filter((file) => !about.includes(file));
  const { added, changed, removed } = summary;
  return reindexed({
    ...summary,
    added: others(added),
    changed: others(changed),
    removed: others(removed),
    skipped: [],
  });
}

/** What a reindex has skipped, with reasons, and what it added, changed and removed; only what there is. */
export function reindexed({ added, changed, removed, skipped }: ReindexSummary): Group[] {
  const named = (label: 'added' | 'changed' | 'removed', files: readonly string[]): Group => ({
    label: phrase(`reindex.${label}`, { count: files.length }),
    items: [
      ...files.slice(0, NAMED).map((file) => line(phrase('reindex.file', { file }))),
      ...(files.length > NAMED ? [line(phrase('reindex.more', { count: files.length - NAMED }))] : []),
    ],
  });
  return [
    {
      label: phrase('reindex.skipped', { count: skipped.length }),
      items: skipped.map(({ file, reason }) => fact(phrase('reindex.skipped-file', { file }), reason)),
    },
    named('added', added),
    named('changed', changed),
    named('removed', removed),
  ].filter(({ items }) => items.length > 0);
}
