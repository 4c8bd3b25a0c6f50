import { create, insertMultiple, search } from '@orama/orama';
import { Document as FlexDocument } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { BenchArticle } from './corpus.ts';

/** Another engine on the same articles, as its own documentation sets it up: what our figures are held against. */
export interface Peer {
  readonly name: string;
  /** With more articles it takes hours, and is left out. */
  readonly most?: number;
  build(articles: readonly BenchArticle[]): Promise<Built>;
}

interface Built {
  /** Ids of the best documents. */
  query(words: readonly string[]): Promise<readonly string[]>;
  /** The index as it would be saved, or null where the engine has no short way to. */
  save(): string | null;
}

/** Plain lunr, one index: the baseline of every bar. Terms are OR-ed through `query`, never parsed. */
const plainLunr: Peer = {
  name: 'lunr, one index',
  async build(articles) {
    const index = lunr(function () {
      this.ref('id');
      this.field('title');
      this.field('text');
      for (const article of articles) this.add(article);
    });
    return lunrQueries(index);
  },
};

/** A saved lunr index, loaded again, ready for queries. */
export function loadLunr(saved: string): Built {
  return lunrQueries(lunr.Index.load(JSON.parse(saved)));
}

function lunrQueries(index: lunr.Index): Built {
  return {
    async query(words) {
      const results = index.query((query) => {
        for (const token of lunr.tokenizer(words.join(' '))) query.term(token, { usePipeline: true });
      });
      return results.slice(0, 10).map(({ ref }) => ref);
    },
    save: () => JSON.stringify(index),
  };
}

const miniSearch: Peer = {
  name: 'MiniSearch',
  async build(articles) {
    const index = new MiniSearch<BenchArticle>({ fields: ['title', 'text'] });
    index.addAll(articles);
    return {
      query: async (words) =>
        index
          .search(words.join(' '))
          .slice(0, 10)
          .map(({ id }) => id),
      save: () => JSON.stringify(index),
    };
  },
};

const flexSearch: Peer = {
  name: 'FlexSearch',
  async build(articles) {
    const index = new FlexDocument({ document: { id: 'id', index: ['title', 'text'] } });
    for (const article of articles) index.add({ id: article.id, title: article.title, text: article.text });
    return {
      query: async (words) =>
        index
          .search(words.join(' '), { limit: 10, suggest: true })
          .flatMap(({ result }) => result.map(String)),
      save: () => null,
    };
  },
};

const orama: Peer = {
  name: 'Orama',
  most: 20_000,
  async build(articles) {
    const index = create({ schema: { id: 'string', title: 'string', text: 'string' } as const });
    await insertMultiple(
      index,
      articles.map(({ id, title, text }) => ({ id, title, text })),
    );
    return {
      query: async (words) =>
        (await search(index, { term: words.join(' '), limit: 10 })).hits.map(({ id }) => id),
      save: () => null,
    };
  },
};

export const PEERS: readonly Peer[] = [plainLunr, miniSearch, flexSearch, orama];
