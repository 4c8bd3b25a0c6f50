import { excerpt } from '../src/answers/passages/excerpt.ts';
import { command, OFFERED } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import type { State } from '../src/moderation/state.ts';
import { fact, type Group, line, reply, type Suggestion } from '../src/reply.ts';
import { note, undo } from './moderating.ts';

/** What members reported as wrong, for moderators to read, fix or dismiss. */

export const reportsList = command({
  name: 'reports list',
  description: phrase('reports.list'),
  who: 'moderator',
  repeatable: true,
  options: {},

  async run(_, { archive, moderation }) {
    const { reports } = moderation.state();
    const groups = await Promise.all(
      reports.map(
        async ({ id, at, by, document: where, start, end, reason, note, shown }): Promise<Group> => {
          const document = await archive.document(where);
          const there = document !== null && end <= document.text.length && start < end;
          return {
            label: phrase('reports.report', {
              id,
              at: { time: at },
              by: { member: by },
              reason: phrase(`report.${reason}`),
            }),
            items: [
              ...(note === '' ? [] : [fact(phrase('reports.note'), note)]),
              ...(shown ? [fact(phrase('reports.shown'), shownAs(shown))] : []),
              there
                ? { type: 'excerpt' as const, excerpt: excerpt(document, { start, end }) }
                : line(phrase('reports.gone', { id: where })),
            ],
          };
        },
      ),
    );
    return reply({
      heading: phrase('reports.heading', { count: reports.length }),
      groups,
      suggestions: reports.slice(0, 2).flatMap(({ id }) => [close(id, 'fixed'), close(id, 'dismissed')]),
      data: { reports },
    });
  },
});

const shownAs = ({ kind, speaker }: NonNullable<State['reports'][number]['shown']>): Phrase =>
  phrase('reports.shown-as', {
    kind: phrase(`kind.${kind}`),
    speaker: speaker ?? phrase('who.unidentified'),
  });

/** A button that closes a report. */
const close = (report: string, outcome: 'fixed' | 'dismissed'): Suggestion => ({
  label: phrase('reports.close-as', { report, outcome: phrase(`reports.${outcome}`) }),
  command: 'reports close',
  values: { report, outcome },
});

export const reportsClose = command({
  name: 'reports close',
  description: phrase('reports.close'),
  who: 'moderator',
  options: {
    report: {
      type: 'string',
      description: phrase('reports.id'),
      required: true,
      complete: async (typed, { moderation }) =>
        moderation
          .state()
          .reports.filter(({ id }) => id.startsWith(typed))
          .slice(0, OFFERED)
          .map(({ id, document, reason }) => ({
            label: phrase('reports.choice', { id, document, reason: phrase(`report.${reason}`) }),
            value: id,
          })),
    },
    outcome: {
      type: 'string',
      description: phrase('reports.outcome'),
      required: true,
      choices: [
        { name: phrase('reports.fixed'), value: 'fixed' },
        { name: phrase('reports.dismissed'), value: 'dismissed' },
      ],
    },
  },

  async run({ report, outcome }, { moderation, asker }) {
    if (!moderation.state().reports.some(({ id }) => id === report))
      return note(phrase('moderating.not-done'), phrase('reports.unknown', { report }));
    if (outcome !== 'fixed' && outcome !== 'dismissed')
      return note(phrase('moderating.not-done'), phrase('reports.no-outcome', { outcome }));
    const { id: entry } = await moderation.act(asker, { type: 'close', report, outcome });
    return reply({
      heading: phrase('reports.closed', { report, outcome: phrase(`reports.${outcome}`) }),
      notes: [phrase('moderating.undo', { entry })],
      suggestions: [undo(entry)],
      data: { report, outcome, entry },
    });
  },
});
