import { citation } from '../src/answers/passages/excerpt.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { line, reply } from '../src/reply.ts';

const MOST_LISTED = 200;

export const corpusList = command({
  name: 'corpus list',
  description: phrase('corpus-list.description'),
  who: 'moderator',
  repeatable: true,
  options: {},

  async run(_, { archive, moderation }) {
    const [{ documents: count }, listed] = await Promise.all([
      archive.status(),
      archive.articles('', MOST_LISTED),
    ]);
    const { removed, metadata } = moderation.state();
    const edited = listed.filter(({ id }) => metadata.has(id)).map(({ id }) => id);
    return reply({
      heading: phrase('articles.heading', { count }),
      notes: count > MOST_LISTED ? [phrase('corpus-list.first', { count: MOST_LISTED })] : [],
      groups: [
        {
          label: phrase('corpus-list.removed', { count: removed.size }),
          items: [...removed].map((file) => line(phrase('reindex.file', { file }))),
        },
        {
          label: phrase('corpus-list.edited', { count: edited.length }),
          items: edited.map((file) => line(phrase('reindex.file', { file }))),
        },
        {
          label: phrase('corpus-list.serving'),
          items: listed.map((document) => ({
            type: 'article' as const,
            citation: citation(document),
            file: true as const,
          })),
        },
      ].filter(({ items }) => items.length > 0),
      data: { articles: listed.map(({ id }) => id), removed: [...removed], edited },
    });
  },
});
