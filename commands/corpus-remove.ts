import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { reply } from '../src/reply.ts';
import { article, noSuchArticle, undo } from './moderating.ts';
import { alsoReindexed, reindexNotes } from './reindex.ts';

export const corpusRemove = command({
  name: 'corpus remove',
  description: phrase('corpus-remove.description'),
  who: 'moderator',
  options: { article: { ...article, required: true } },

  async run({ article: id }, { archive, moderation, asker, progress }) {
    const document = await archive.document(id);
    if (!document) return noSuchArticle(id);
    const { id: entry } = await moderation.act(asker, { type: 'remove', document: id });
    const summary = await archive.reindex(progress);
    return reply({
      heading: phrase('corpus-remove.heading', { article: document.title ?? id }),
      notes: [phrase('moderating.undo', { entry }), ...reindexNotes(summary)],
      groups: alsoReindexed(summary, [id]),
      suggestions: [undo(entry)],
      data: { removed: id, entry },
    });
  },
});
