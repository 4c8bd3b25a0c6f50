import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Excerpt } from '../answers/answer.ts';
import type { ReindexProgress } from '../archive/archive.ts';
import type { Command, Context, Desk } from '../command.ts';
import type { Meter } from '../hosting/metrics.ts';
import { localName } from '../locales/names.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import type { Locale } from '../locales/say.ts';
import type { Reply } from '../reply.ts';
import { type Access, type Cooldown, type Member, refusal } from './access.ts';
import { type MessageBody, notice, partsOf } from './components.ts';
import type { Faults } from './faults.ts';
import { excerptsOf } from './layout.ts';
import { plain } from './markdown.ts';
import { askedBySuggestion, markOf, replyMessage, type Showing } from './message.ts';
import type { Owed } from './owed.ts';
import { type Asked, askedFrom, ECHO, isRepeatable, mark, type Press } from './press.ts';

/** What every answer needs. */
export interface Bot extends Desk {
  readonly commands: readonly Command[];
  readonly access: Access;
  readonly cooldown: Cooldown;
  readonly faults: Faults;
  readonly owed: Owed;
  readonly meter: Meter;
  readonly log: Logger;
}

export interface Asking {
  readonly asked: Asked;
  readonly member: Member;
  readonly locale: Locale;
  readonly ephemeral: boolean;
  readonly progress: (progress: ReindexProgress) => void;
}

/** Runs a command and shows a page of its reply, or says why the member may not use it. */
export async function answer(
  bot: Bot,
  asking: Asking,
  page: Partial<Pick<Showing, 'page' | 'before' | 'asker'>> = {},
): Promise<MessageBody> {
  const ran = await run(bot, asking);
  if ('key' in ran) return notice(ran, asking.locale, true);
  return replyMessage(ran.reply, {
    asked: asking.asked,
    page: 0,
    locale: asking.locale,
    ephemeral: asking.ephemeral,
    stamp: ran.stamp,
    commands: bot.commands,
    repeatable: isRepeatable(ran.command),
    ...page,
  });
}

/** The reply, with a stamp of the index it came from, or why the member may not use the command. */
async function run(
  bot: Bot,
  { asked, member, locale, progress }: Asking,
): Promise<{ reply: Reply; stamp: string; command: Command } | Phrase> {
  const command = bot.commands.find((known) => known.name === asked.command)!;
  const refused = refusal(command, member, bot.access);
  if (refused) return refused;
  // Discord requires these options, but accepts an invisible character for one. Old buttons also know nothing of new
  // options.
  const empty = Object.keys(command.options).find((name) => {
    const value = asked.values[name] ?? '';
    return command.options[name]!.required && typeof value === 'string' && plain(value) === '';
  });
  if (empty !== undefined) return phrase('discord.empty', { option: localName(empty, locale) });
  const context = { ...contextFor(bot, member), earlier: asked.earlier, progress };
  const [reply, stamp] = await Promise.all([
    command.run(asked.values, context),
    bot.archive.status().then(
      (status) => mark(status.builtAt),
      () => '',
    ),
  ]);
  return { reply, stamp, command };
}

/** What a command gets to work with when this member uses it. */
export function contextFor(bot: Bot, member: Member): Context {
  const { archive, moderation, health } = bot;
  const commands = bot.commands.filter((known) => refusal(known, member, bot.access) === null);
  return { archive, moderation, health, commands, earlier: [], asker: member.id, progress: () => {} };
}

/** The excerpt of the reply with the mark, wherever it now stands, or why there is none. */
export async function excerptMarked(bot: Bot, asking: Asking, mark: string): Promise<Excerpt | Phrase> {
  const ran = await run(bot, asking);
  if ('key' in ran) return ran;
  return excerptsOf(ran.reply).find((excerpt) => markOf(excerpt) === mark) ?? phrase('discord.gone');
}

/** What the suggestion with the mark asks, or why it is no longer known. */
export async function suggestedBy(bot: Bot, asking: Asking, mark: string): Promise<Asked | Phrase> {
  const ran = await run(bot, asking);
  if ('key' in ran) return ran;
  return askedBySuggestion(ran.reply, mark, asking.asked, bot.commands) ?? phrase('discord.unoffered');
}

/** What the message with the button answers. */
export function askedOn(press: Press, message: Pick<APIMessage, 'components'>, bot: Bot): Asked | null {
  if (press.asked) return press.asked;
  const small = partsOf(message).find((part) => part.type === ComponentType.TextDisplay && part.id === ECHO);
  return small && 'content' in small ? askedFrom(small.content, bot.commands) : null;
}
