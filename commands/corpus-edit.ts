import { command } from '../src/command.ts';
import { dateOf, lineOf, urlOf } from '../src/corpus/metadata.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { fact, reply } from '../src/reply.ts';
import { article, noSuchArticle, note, undo } from './moderating.ts';
import { alsoReindexed, reindexNotes } from './reindex.ts';

/** What clears a field. */
const NONE = '-';

/** What is made of what a moderator types; null for what cannot be used. */
const FIELDS = { title: lineOf, outlet: lineOf, published: dateOf, url: urlOf } as const;

type Field = keyof typeof FIELDS;

export const corpusEdit = command({
  name: 'corpus edit',
  description: phrase('corpus-edit.description'),
  who: 'moderator',
  options: {
    article: { ...article, required: true },
    title: { type: 'string', description: phrase('corpus-edit.title') },
    outlet: { type: 'string', description: phrase('corpus-edit.outlet') },
    published: { type: 'string', description: phrase('corpus-edit.published') },
    url: { type: 'string', description: phrase('corpus-edit.url') },
  },

  async run({ article: id, ...given }, { archive, moderation, asker, progress }) {
    if (!(await archive.document(id))) return noSuchArticle(id);
    const changes: Partial<Record<Field, string | null>> = {};
    for (const field of Object.keys(FIELDS) as Field[]) {
      const typed = given[field]?.trim();
      if (!typed) continue;
      const value = typed === NONE ? null : FIELDS[field](typed);
      if (value === null && typed !== NONE) return note(phrase('moderating.not-done'), wrong(field, typed));
      changes[field] = value;
    }
    if (Object.keys(changes).length === 0)
      return note(phrase('moderating.not-done'), phrase('corpus-edit.nothing'));
    const heading = phrase('corpus-edit.heading', { article: id });
    const { id: entry } = await moderation.act(asker, { type: 'edit', document: id, changes });
    const summary = await archive.reindex(progress);
    return reply({
      heading,
      notes: [phrase('moderating.undo', { entry }), ...reindexNotes(summary)],
      groups: [
        {
          label: null,
          items: Object.entries(changes).map(([field, value]) =>
            fact(phrase(`articles.${field as Field}`), value ?? NONE),
          ),
        },
        ...alsoReindexed(summary, [id]),
      ],
      suggestions: [undo(entry)],
      data: { edited: id, changes, entry },
    });
  },
});

/** Why a field cannot be what was typed. */
function wrong(field: Field, typed: string): Phrase {
  if (field === 'published') return phrase('corpus-edit.no-date', { published: typed });
  return field === 'url' ? phrase('corpus-edit.no-link', { url: typed }) : phrase('corpus-edit.nothing');
}
