import { citation, excerpt, sentencesAround } from '../src/answers/passages/excerpt.ts';
import { clipped } from '../src/answers/passages/window.ts';
import { command, OFFERED } from '../src/command.ts';
import type { Document } from '../src/corpus/document.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { fact, type Item, nothingReply, reply } from '../src/reply.ts';

const MOST_LISTED = 50;

export const articles = command({
  name: 'articles',
  description: phrase('articles.description'),
  who: 'member',
  options: {
    find: {
      type: 'string',
      description: phrase('articles.find'),
      complete: (typed, { archive }) => archive.complete('article', typed, OFFERED),
    },
  },

  async run({ find = '' }, { archive }) {
    const [{ documents: count }, one, listed] = await Promise.all([
      archive.status(),
      find ? archive.document(find) : null,
      archive.articles(find, MOST_LISTED),
    ]);
    const found = one ? [one] : listed;
    const heading = headingOf(find, count, one);
    if (found.length === 0)
      return nothingReply({ reason: count ? 'no-evidence' : 'empty-corpus', searched: count }, heading);
    return reply({
      heading,
      groups: [{ label: null, items: found.length === 1 ? facts(found[0]!) : found.map(article) }],
      data: { articles: found.map(entry) },
    });
  },
});

function headingOf(find: string, count: number, one: Document | null): Phrase {
  if (one) return phrase('articles.one', { name: one.title ?? one.id });
  return find ? phrase('articles.found', { find }) : phrase('articles.heading', { count });
}

const article = (document: Document): Item => ({ type: 'article', citation: citation(document) });

const entry = ({ id, title, outlet, author, published, url }: Document) => ({
  id,
  title,
  outlet,
  author,
  published,
  url,
});

/** One article's facts and how it begins. */
function facts(document: Document): Item[] {
  const { id, title, outlet, author, published, url, paragraphs } = document;
  const known = { title, outlet, author, published, url };
  const begins = clipped(document, sentencesAround(document, paragraphs[0]!)[0] ?? paragraphs[0]!);
  return [
    ...Object.entries(known).flatMap(([name, value]) =>
      value === null ? [] : [fact(phrase(`articles.${name as keyof typeof known}`), value)],
    ),
    fact(phrase('articles.id'), id),
    { type: 'line', text: phrase('articles.length', { count: paragraphs.length }) },
    { type: 'excerpt', excerpt: excerpt(document, begins) },
  ];
}
