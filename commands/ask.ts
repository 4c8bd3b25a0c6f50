import { answer } from '../src/answers/ask.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, replyTo } from '../src/reply.ts';

export const ask = command({
  name: 'ask',
  description: phrase('ask.description'),
  who: 'member',
  options: {
    question: { type: 'string', description: phrase('ask.question'), required: true },
  },

  async run({ question }, { archive, earlier }) {
    const found = await answer(archive, question, earlier);
    return replyTo(
      found,
      phrase('ask.heading', { question }),
      (excerpts) => [{ label: null, items: excerptItems(excerpts) }],
      (name, called) => {
        const at = question.toLowerCase().indexOf(called.toLowerCase());
        if (at < 0) return { command: 'who', values: { name } };
        const meant = question.slice(0, at) + name + question.slice(at + called.length);
        return { label: meant, command: 'ask', values: { question: meant } };
      },
    );
  },
});
