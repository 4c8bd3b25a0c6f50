import { command, OFFERED } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import type { Action } from '../src/moderation/journal.ts';
import { standing, undone } from '../src/moderation/state.ts';
import { fact, reply } from '../src/reply.ts';
import { note, undo } from './moderating.ts';
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
    const taken = undone(entries);
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
                deed(entry.action),
                phrase(taken.has(entry.id) ? 'audit.undone' : 'audit.entry', {
                  id: entry.id,
                  at: { time: entry.at },
                  by: { member: entry.by },
                }),
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
          .slice(-OFFERED)
          .reverse()
          .map(({ id, action }) => ({
            label: phrase('audit.choice', { id, deed: deed(action) }),
            value: id,
          })),
    },
  },

  async run({ entry: id }, { archive, moderation, asker, progress }) {
    const entry = moderation.entries().find((each) => each.id === id);
    if (!entry) return note(phrase('moderating.not-done'), phrase('audit.unknown', { id }));
    if (undone(moderation.entries()).has(id))
      return note(phrase('moderating.not-done'), phrase('audit.already', { id }));
    const undoing = await moderation.act(asker, { type: 'undo', entry: id });
    const touchesIndex = TOUCHING_INDEX.has(entry.action.type);
    return reply({
      heading: phrase('audit.undo-done', { action: deed(entry.action) }),
      notes: [phrase('moderating.undo', { entry: undoing.id })],
      groups: touchesIndex ? reindexed(await archive.reindex(progress)) : [],
      suggestions: [undo(undoing.id)],
      data: { undone: id, entry: undoing.id },
    });
  },
});

/** Deeds that change which articles are on record or what is known of them; an undo may have taken one of them back. */
const TOUCHING_INDEX: ReadonlySet<Action['type']> = new Set(['add', 'remove', 'edit', 'undo']);

/** What somebody did, in words. */
function deed(action: Action): Phrase {
  switch (action.type) {
    case 'edit': {
      const { document, changes } = action;
      const said = Object.entries(changes).map(([field, value]) =>
        phrase('audit.change', {
          field: phrase(`articles.${field as keyof typeof changes}`),
          value: value ?? '-',
        }),
      );
      return phrase('audit.did-edit', { document, changes: said });
    }
    case 'report':
      return phrase('audit.did-report', {
        document: action.document,
        reason: phrase(`report.${action.reason}`),
      });
    case 'close':
      return phrase('audit.did-close', {
        report: action.report,
        outcome: phrase(`reports.${action.outcome}`),
      });
    default: {
      const { type, ...values } = action;
      return phrase(`audit.did-${type}`, values);
    }
  }
}
