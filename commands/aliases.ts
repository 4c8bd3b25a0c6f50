import { type Context, command } from '../src/command.ts';
import { lineOf } from '../src/corpus/metadata.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { type Action, LONGEST_NAME } from '../src/moderation/journal.ts';
import { line, type Reply, reply } from '../src/reply.ts';
import { note, person, undo } from './moderating.ts';

/** Which names mean whom. Each change is effective at once, kept through reindexing, and can be undone. */

export const aliasesMerge = command({
  name: 'aliases merge',
  description: phrase('aliases.merge'),
  who: 'moderator',
  options: {
    name: { ...person, required: true },
    into: { ...person, description: phrase('aliases.into'), required: true },
  },
  run: ({ name, into }, context) => done(context, { type: 'merge', name, into }),
});

export const aliasesSplit = command({
  name: 'aliases split',
  description: phrase('aliases.split'),
  who: 'moderator',
  options: { name: { ...person, required: true } },
  run: ({ name }, context) => done(context, { type: 'split', name }),
});

export const aliasesHide = command({
  name: 'aliases hide',
  description: phrase('aliases.hide'),
  who: 'moderator',
  options: { name: { ...person, required: true } },
  run: ({ name }, context) => done(context, { type: 'hide', name }),
});

export const aliasesList = command({
  name: 'aliases list',
  description: phrase('aliases.list'),
  who: 'moderator',
  repeatable: true,
  options: {},

  async run(_, { moderation }) {
    const { merged, split, hidden } = moderation.state();
    return reply({
      heading: phrase('aliases.heading'),
      notes: merged.size + split.size + hidden.size === 0 ? [phrase('aliases.none')] : [],
      groups: [
        {
          label: phrase('aliases.merged'),
          items: [...merged].map(([name, into]) => line(phrase('aliases.means', { name, into }))),
        },
        {
          label: phrase('aliases.apart'),
          items: [...split].map((name) => line(phrase('aliases.name', { name }))),
        },
        {
          label: phrase('aliases.hidden'),
          items: [...hidden].map((name) => line(phrase('aliases.name', { name }))),
        },
      ].filter(({ items }) => items.length > 0),
      data: { merged: Object.fromEntries(merged), split: [...split], hidden: [...hidden] },
    });
  },
});

type Naming = Extract<Action, { type: 'merge' | 'split' | 'hide' }>;

async function done({ archive, moderation, asker }: Context, typed: Naming): Promise<Reply> {
  const refused = (why: Phrase) => note(phrase('moderating.not-done'), why);
  const name = lineOf(typed.name) ?? '';
  const action: Naming =
    typed.type === 'merge' ? { ...typed, name, into: lineOf(typed.into) ?? '' } : { ...typed, name };
  const named = action.type === 'merge' ? [name, action.into] : [name];
  if (named.some((each) => each === '' || each.length > LONGEST_NAME))
    return refused(phrase('aliases.no-name', { most: LONGEST_NAME }));
  if (named[1] === name) return refused(phrase('aliases.same', { name }));
  const known = await Promise.all(named.map((name) => archive.people(name, 5)));
  const several = named.flatMap((name, n) => {
    const bearers = known[n]!.filter(
      ({ person, score }) => person.told !== null && score === known[n]![0]!.score,
    );
    return bearers.length > 1 ? [{ name, names: bearers.map(({ person }) => person.name) }] : [];
  });
  if (several[0]) return refused(phrase('aliases.several', several[0]));
  const unknown = named.filter((_, n) => known[n]![0]?.how !== 'exact');
  const { id: entry } = await moderation.act(asker, action);
  return reply({
    heading: phrase(`aliases.${action.type}-done`, {
      name,
      into: action.type === 'merge' ? action.into : '',
    }),
    notes: [
      ...unknown.map((name) => phrase('aliases.unknown', { name })),
      phrase('moderating.undo', { entry }),
    ],
    suggestions: [undo(entry)],
    data: { entry, ...action },
  });
}
