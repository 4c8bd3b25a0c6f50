import { onRecord } from '../src/answers/record.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, replyTo } from '../src/reply.ts';
import { about, by, listHeading, sameList } from './lists.ts';

export const claims = command({
  name: 'claims',
  description: phrase('claims.description'),
  who: 'member',
  options: { about, by },

  async run({ about, by }, { archive }) {
    const found = await onRecord(archive, { kinds: ['claim'], about, by });
    return replyTo(
      found,
      listHeading('claims', { about, by }),
      (excerpts) => [{ label: null, items: excerptItems(excerpts) }],
      sameList('claims', { about, by }),
    );
  },
});
