import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Excerpt } from '../answers/answer.ts';
import type { Archive, ReindexProgress } from '../archive/archive.ts';
import type { Command } from '../command.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import type { Locale } from '../locales/say.ts';
import type { Reply } from '../reply.ts';
import { type Cooldown, type Member, type Moderation, refusal } from './access.ts';
import { excerptsOf } from './layout.ts';
import { type MessageBody, markOf, notice, partsOf, replyMessage, type Showing } from './message.ts';
import { type Asked, askedFrom, ECHO, mark, type Press } from './press.ts';

/** What every answer is made from. */
export interface Desk {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  readonly moderation: Moderation;
  readonly cooldown: Cooldown;
  /** Null: excerpts cannot be reported. */
  readonly reports: Reports | null;
  readonly log: Logger;
}

/** What a member says is wrong with an excerpt. */
export interface Report {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly reason: 'wrong-speaker' | 'wrong-kind' | 'out-of-context' | 'other';
  readonly note: string;
}

export interface Reports {
  /** Keeps it for the moderators. `by` is the id of the member's account. Throws where it cannot be kept. */
  report(by: string, report: Report): void;
}

export interface Asking {
  readonly asked: Asked;
  readonly member: Member;
  readonly locale: Locale;
  readonly ephemeral: boolean;
  readonly progress: (progress: ReindexProgress) => void;
}

/** Runs the command asked for and shows a page of its reply, or says why the member may not have it. */
export async function answer(
  desk: Desk,
  asking: Asking,
  page: Partial<Pick<Showing, 'page' | 'before' | 'asker'>> = {},
): Promise<MessageBody> {
  const ran = await run(desk, asking);
  if ('key' in ran) return notice(ran, asking.locale, true);
  return replyMessage(ran.reply, {
    asked: asking.asked,
    page: 0,
    locale: asking.locale,
    ephemeral: asking.ephemeral,
    stamp: ran.stamp,
    commands: desk.commands,
    repeatable: repeatable(ran.command),
    reports: desk.reports !== null,
    ...page,
  });
}

/** The reply to what was asked with a stamp of the index that it came from, or why the member may not have it. */
export async function run(
  desk: Desk,
  { asked, member, progress }: Asking,
): Promise<{ reply: Reply; stamp: string; command: Command } | Phrase> {
  const command = desk.commands.find((known) => known.name === asked.command)!;
  const refused = refusal(command, member, desk.moderation);
  if (refused) return refused;
  const commands = desk.commands.filter((known) => refusal(known, member, desk.moderation) === null);
  const [reply, stamp] = await Promise.all([
    command.run(asked.values, { archive: desk.archive, commands, earlier: asked.earlier, progress }),
    desk.archive.status().then(
      (status) => mark(status.builtAt),
      () => '',
    ),
  ]);
  return { reply, stamp, command };
}

/** The excerpt of the reply that has the mark, wherever it stands in it now, or why there is none. */
export async function excerptMarked(desk: Desk, asking: Asking, mark: string): Promise<Excerpt | Phrase> {
  const ran = await run(desk, asking);
  if ('key' in ran) return ran;
  return excerptsOf(ran.reply).find((excerpt) => markOf(excerpt) === mark) ?? phrase('discord.gone');
}

/** What the message with the button answers. */
export function askedOn(press: Press, message: Pick<APIMessage, 'components'>, desk: Desk): Asked | null {
  if (press.asked) return press.asked;
  const small = partsOf(message).find((part) => part.type === ComponentType.TextDisplay && part.id === ECHO);
  return small && 'content' in small ? askedFrom(small.content, desk.commands) : null;
}

/** Whether a command may be run again to show another page of its reply: moderators' commands change things. */
function repeatable(command: Command): boolean {
  return command.who === 'member';
}
