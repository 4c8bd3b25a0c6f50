import type { APIMessage, APIMessageComponentInteraction } from 'discord-api-types/v10';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, localeFor } from '../locales/say.ts';
import type { Member } from './access.ts';
import { type Asking, answer, askedOn, type Desk, excerptMarked } from './desk.ts';
import type { Job, Outcome } from './exchange.ts';
import { contextMessage, isPrivate, notice } from './message.ts';
import { type Press, pressOf } from './press.ts';
import { reportModal } from './report.ts';

/** How to answer the press of a button of ours, of this version or an older one. */
export function pressJob(interaction: APIMessageComponentInteraction, member: Member, desk: Desk): Job {
  const { message } = interaction;
  const id = interaction.data.custom_id;
  const locale = localeFor(interaction.locale);
  const press = pressOf(id, desk.commands);
  const asked = press && askedOn(press, message, desk);
  if (!press || !asked)
    return {
      what: 'stale button',
      locale,
      wait: 'private',
      run: async () => tell(phrase('discord.stale'), locale),
    };

  const mine = isPrivate(message) || askerOf(press, message) === member.id;
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
    // Whoever asked turns the page for everybody; anybody else gets the page they want as a copy of their own.
    case 'page':
      return job(mine ? 'update' : 'private', async () => ({
        type: mine ? 'update' : 'message',
        body: await answer(desk, asking, { page, before: press.args[1]!, ...asker }),
      }));
    case 'ask':
      return job(ephemeral ? 'private' : 'public', async () => ({
        type: 'message',
        body: await answer(desk, asking, asker),
      }));
    case 'share':
      return job('public', async () => ({
        type: 'message',
        body: await answer(desk, { ...asking, ephemeral: false }, { page, asker: member.id }),
      }));
    case 'context':
      return job('private', () => context(desk, asking, press.args[1]!));
    case 'report': {
      const modal: Outcome = { type: 'modal', modal: reportModal(id, message, locale, desk) };
      return job(modal, async () => modal);
    }
  }
}

async function context(desk: Desk, asking: Asking, mark: string): Promise<Outcome> {
  const found = await excerptMarked(desk, asking, mark);
  if ('key' in found) return tell(found, asking.locale);
  const document = await desk.archive.document(found.document);
  if (document?.text.slice(found.start, found.end) !== found.text)
    return tell(phrase('discord.gone'), asking.locale);
  return { type: 'message', body: contextMessage(document, found, asking.locale) };
}

/** Discord tells who used a command; an answer to an ordinary message has it on its buttons. */
function askerOf(press: Press, message: APIMessage): string | undefined {
  return (press.act === 'page' && press.args[2]) || message.interaction_metadata?.user.id;
}

function tell(words: Phrase, locale: Locale): Outcome {
  return { type: 'message', body: notice(words, locale, true) };
}
