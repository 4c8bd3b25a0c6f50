import {
  type APIMessage,
  type APIMessageComponentInteraction,
  InteractionContextType,
} from 'discord-api-types/v10';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, localeFor } from '../locales/say.ts';
import type { Member } from './access.ts';
import { type Asking, answer, askedOn, type Bot, excerptMarked, suggestedBy } from './bot.ts';
import { isPrivate, notice } from './components.ts';
import { contextMessage } from './context.ts';
import type { Job, Outcome } from './exchange.ts';
import { isRepeatable, type Press, pressOf } from './press.ts';
import { reportModal } from './report.ts';

/** How to answer the press of one of our buttons, of this version or an older one. */
export function pressJob(interaction: APIMessageComponentInteraction, member: Member, bot: Bot): Job {
  const { message } = interaction;
  const id = interaction.data.custom_id;
  const locale = localeFor(interaction.locale);
  const press = pressOf(id, bot.commands);
  const asked = press && askedOn(press, message, bot);
  const known = bot.commands.find((command) => command.name === asked?.command);
  const stale: Job = {
    what: 'stale button',
    locale,
    wait: 'private',
    run: async () => tell(phrase('discord.stale'), locale),
  };
  if (!press || !asked || !known || (press.act !== 'ask' && !isRepeatable(known))) return stale;

  const alone = isPrivate(message) || interaction.context === InteractionContextType.BotDM;
  const mine = alone || askerOf(press, message) === member.id;
  const ephemeral = isPrivate(message) || !mine;
  const asking: Asking = { asked, member, locale, ephemeral, progress: () => {} };
  const asker = ephemeral ? {} : { asker: member.id };
  const page = Number(press.args[0]) || 0;
  const job = (wait: Job['wait'], run: Job['run']): Job => ({
    what: `button ${press.act}`,
    locale,
    wait,
    run,
  });

  switch (press.act) {
    // The member who asked turns the page for everybody. Anybody else gets the page as a copy of their own.
    case 'page':
      return job(mine ? 'update' : 'private', async () => ({
        type: mine ? 'update' : 'message',
        body: await answer(bot, asking, { page, before: press.args[1]!, ...asker }),
      }));
    case 'ask':
      return job(ephemeral ? 'private' : 'public', async () => ({
        type: 'message',
        body: await answer(bot, asking, asker),
      }));
    case 'other':
      return job(ephemeral ? 'private' : 'public', async () => {
        const meant = await suggestedBy(bot, asking, press.args[1]!);
        if ('key' in meant) return tell(meant, locale);
        return { type: 'message', body: await answer(bot, { ...asking, asked: meant }, asker) };
      });
    case 'share':
      return job('public', async () => ({
        type: 'message',
        body: await answer(bot, { ...asking, ephemeral: false }, { page, asker: member.id }),
      }));
    case 'context':
      return job('private', () => context(bot, asking, press.args[1]!));
    case 'report': {
      const modal = reportModal(id, message, locale, bot);
      const form: Outcome | null = modal && { type: 'modal', modal };
      return form ? job(form, async () => form) : stale;
    }
  }
}

async function context(bot: Bot, asking: Asking, mark: string): Promise<Outcome> {
  const found = await excerptMarked(bot, asking, mark);
  if ('key' in found) return tell(found, asking.locale);
  const document = await bot.archive.document(found.document);
  if (document?.text.slice(found.start, found.end) !== found.text)
    return tell(phrase('discord.gone'), asking.locale);
  return { type: 'message', body: contextMessage(document, found, asking.locale) };
}

/** Discord says who used a command. A reply to an ordinary message has the asker on its buttons. */
function askerOf(press: Press, message: APIMessage): string | undefined {
  const onButton = press.act === 'page' && press.args[2];
  return onButton || (message.interaction_metadata?.user ?? message.referenced_message?.author)?.id;
}

function tell(words: Phrase, locale: Locale): Outcome {
  return { type: 'message', body: notice(words, locale, true) };
}
