import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import type { Action } from '../src/moderation/journal.ts';
import { standing } from '../src/moderation/state.ts';
import { fact, reply } from '../src/reply.ts';
import { note } from './moderating.ts';
import { reindexed } from './reindex.ts';

/** Everything moderators changed, with who and when; any of it can be undone, and the undoing too. */

const MOST_LISTED = 50;

export const auditList = command({
  name: 'audit list',
  description: phrase('audit.list'),
  who: 'moderator',
  repeatable: true,
  options: {},

  async run(_, { moderation }) {
    const entries = moderation.entries();
    const stands = new Set(standing(entries));
    return reply({
      heading: phrase('audit.heading', { count: entries.length }),
      notes: entries.length > MOST_LISTED ? [phrase('audit.last', { count: MOST_LISTED })] : [],
      groups: [
        {
          label: null,
          items: entries
            .slice(-MOST_LISTED)
            .reverse()
            .map((entry) =>
              fact(
                phrase(stands.has(entry) || entry.action.type === 'undo' ? 'audit.entry' : 'audit.undone', {
                  id: entry.id,
                  at: { date: entry.at },
                  by: entry.by,
                }),
                describe(entry.action),
              ),
            ),
        },
      ].filter(({ items }) => items.length > 0),
      data: { entries },
    });
  },
});

export const auditUndo = command({
  name: 'audit undo',
  description: phrase('audit.undo'),
  who: 'moderator',
  options: {
    entry: {
      type: 'string',
      description: phrase('audit.id'),
      required: true,
      complete: async (typed, { moderation }) =>
        standing(moderation.entries())
          .filter(({ id }) => id.startsWith(typed))
          .slice(-25)
          .reverse()
          .map(({ id, action }) => ({ label: `${id} · ${describe(action)}`.slice(0, 100), value: id })),
    },
  },

  async run({ entry: id }, { archive, moderation, asker, progress }) {
    const entry = moderation.entries().find((each) => each.id === id);
    if (!entry) return note(phrase('moderating.not-done'), phrase('audit.unknown', { id }));
    const undoing = await moderation.act(asker, { type: 'undo', entry: id });
    const touchesIndex =
      entry.action.type === 'remove' || entry.action.type === 'edit' || entry.action.type === 'undo';
    return reply({
      heading: phrase('audit.undo-done', { action: describe(entry.action) }),
      notes: [phrase('moderating.undo', { entry: undoing.id })],
      groups: touchesIndex ? reindexed(await archive.reindex(progress)) : [],
      data: { undone: id, entry: undoing.id },
    });
  },
});

/** The act as data: what a moderator typed, not words of ours. */
function describe(action: Action): string {
  const { type, ...rest } = action;
  return `${type} ${Object.values(rest)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join(' → ')}`;
}
