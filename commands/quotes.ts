import { onRecord } from '../src/answers/record.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, replyTo } from '../src/reply.ts';
import { about, by, listHeading, sameList } from './lists.ts';

export const quotes = command({
  name: 'quotes',
  description: phrase('quotes.description'),
  who: 'member',
  options: { by, about },

  async run({ by, about }, { archive }) {
    const found = await onRecord(archive, { quoted: true, by, about });
    return replyTo(
      found,
      listHeading('quotes', { about, by }),
      (excerpts) => [{ label: null, items: excerptItems(excerpts) }],
      sameList('quotes', { about, by }),
    );
  },
});
