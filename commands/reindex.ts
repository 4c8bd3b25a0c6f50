import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { fact, type Group, reply } from '../src/reply.ts';

export const reindex = command({
  name: 'reindex',
  description: phrase('reindex.description'),
  who: 'moderator',
  options: {},

  async run(_, { archive, progress }) {
    const summary = await archive.reindex(progress);
    const { added, changed, removed, skipped, documents, attributions, milliseconds } = summary;
    const named = (label: 'added' | 'changed' | 'removed', files: readonly string[]): Group => ({
      label: phrase(`reindex.${label}`, { count: files.length }),
      items: files.map((file) => fact(phrase('reindex.file'), file)),
    });
    return reply({
      heading: phrase('reindex.heading'),
      notes: [
        phrase('reindex.serving', {
          documents: phrase('reindex.documents', { count: documents }),
          attributions: phrase('reindex.attributions', { count: attributions }),
        }),
        phrase('reindex.took', { seconds: Math.round(milliseconds / 100) / 10 }),
      ],
      groups: [
        named('added', added),
        named('changed', changed),
        named('removed', removed),
        {
          label: phrase('reindex.skipped', { count: skipped.length }),
          items: skipped.map(({ file, reason }) => fact(phrase('reindex.skipped-file', { file }), reason)),
        },
      ].filter(({ items }) => items.length > 0),
      data: { ...summary },
    });
  },
});
