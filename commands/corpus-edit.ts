import { command } from '../src/command.ts';
import { dateOf, urlOf } from '../src/corpus/metadata.ts';
import { phrase } from '../src/locales/phrase.ts';
import { fact, reply } from '../src/reply.ts';
import { article, noSuchArticle, note, undo } from './moderating.ts';
import { alsoReindexed, reindexNotes } from './reindex.ts';

/** What clears a field. */
const NONE = '-';

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
    const wrong = wrongField(given);
    if (wrong) return note(phrase('moderating.not-done'), wrong);
    const heading = phrase('corpus-edit.heading', { article: id });
    const changes = Object.fromEntries(
      Object.entries(given).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value === NONE ? null : value]],
      ),
    );
    const { id: entry } = await moderation.act(asker, { type: 'edit', document: id, changes });
    const summary = await archive.reindex(progress);
    return reply({
      heading,
      notes: [phrase('moderating.undo', { entry }), ...reindexNotes(summary)],
      groups: [
        {
          label: null,
          items: Object.entries(changes).map(([field, value]) =>
            fact(phrase(`articles.${field as keyof typeof given}`), value ?? NONE),
          ),
        },
        ...alsoReindexed(summary, [id]),
      ],
      suggestions: [undo(entry)],
      data: { edited: id, changes, entry },
    });
  },
});

function wrongField({ published, url }: { published: string | undefined; url: string | undefined }) {
  if (published && published !== NONE && dateOf(published) === null)
    return phrase('corpus-edit.no-date', { published });
  if (url && url !== NONE && urlOf(url) === null) return phrase('corpus-edit.no-link', { url });
  return null;
}
