import { onRecord } from '../src/answers/record.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, replyTo } from '../src/reply.ts';
import { about, by, listHeading, sameList } from './lists.ts';

export const denials = command({
  name: 'denials',
  description: phrase('denials.description'),
  who: 'member',
  options: { about, by },

  async run({ about, by }, { archive }) {
    const found = await onRecord(archive, { kinds: ['denial', 'dispute', 'no-comment'], about, by });
    return replyTo(
      found,
      listHeading('denials', { about, by }),
      (excerpts) => {
        const of = (kind: string) => excerptItems(excerpts.filter(({ said }) => said?.kind === kind));
        return [
          { label: phrase('denials.denials'), items: of('denial') },
          { label: phrase('denials.disputes'), items: of('dispute') },
          { label: phrase('denials.no-comments'), items: of('no-comment') },
        ];
      },
      sameList('denials', { about, by }),
    );
  },
});
