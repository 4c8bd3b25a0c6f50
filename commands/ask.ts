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
      (name, typed) => {
        const meant = replaced(question, typed, name);
        return meant === null
          ? { command: 'who', values: { name } }
          : { command: 'ask', values: { question: meant } };
      },
    );
  },
});

/** A question with another name in the place of the one that was typed, or null where that stands in an earlier question. */
function replaced(question: string, typed: string, name: string): string | null {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(question[at] ?? '');
  let at = question.indexOf(typed);
  while (at >= 0 && (isLetter(at - 1) || isLetter(at + typed.length))) at = question.indexOf(typed, at + 1);
  return at < 0 ? null : question.slice(0, at) + name + question.slice(at + typed.length);
}
