import { say } from '../../src/locales/say.ts';
import { type Reply, usageLine } from '../../src/reply.ts';

export type { Reply };

/** Everything that a reply's items say, a string each, in English. */
export function sentences(reply: Reply): string[] {
  return reply.groups.flatMap(({ items }) =>
    items.map((item) => {
      if (item.type === 'line') return say(item.text, 'en');
      if (item.type === 'usage') return usageLine(item);
      if (item.type === 'fact') {
        const { label, value } = item;
        return `${say(label, 'en')}: ${typeof value === 'string' ? value : say(value, 'en')}`;
      }
      return item.type === 'excerpt' ? item.excerpt.text : (item.citation.title ?? item.citation.document);
    }),
  );
}
