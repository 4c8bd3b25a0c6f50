import { check as checkMessage } from '../src/answers/check.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, replyTo } from '../src/reply.ts';

export const check = command({
  name: 'check',
  description: phrase('check.description'),
  who: 'member',
  options: {
    text: { type: 'string', description: phrase('check.text'), required: true },
  },

  async run({ text }, { archive }) {
    const found = await checkMessage(archive, text);
    return replyTo(found, phrase('check.heading'), (excerpts) => [
      { label: phrase('check.said'), items: excerptItems(excerpts.filter(({ said }) => said !== null)) },
      { label: phrase('check.written'), items: excerptItems(excerpts.filter(({ said }) => said === null)) },
    ]);
  },
});
