import { SnowflakeUtil } from 'discord.js';
import { type APIMessage, type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';
import { phrase } from '../locales/phrase.ts';
import { type Locale, localeFor } from '../locales/say.ts';
import { answer, askedOn, type Bot } from './bot.ts';
import { type MessageBody, notice, partsOf } from './components.ts';
import { broken } from './exchange.ts';
import { textAsked } from './interactions.ts';
import { type Asked, pressOf } from './press.ts';
import type { Wire } from './wire.ts';

/** The command for a message that asks the bot something. */
const QUESTION = ['ask'];
/** The command for a message that only mentions the bot. */
const SILENCE = 'help';

/** For how many threads and direct messages the last questions are remembered, for follow-ups that are no replies. */
const CONVERSATIONS = 500;
const FORGOTTEN = 30 * 60_000;

/** What was last asked in each thread and direct message, so that no answer has to look there first. */
export class Conversations {
  readonly #asked = new Map<string, { readonly asked: Asked; readonly at: number }>();

  last(channel: string): Asked | null {
    const known = this.#asked.get(channel);
    return known && performance.now() - known.at < FORGOTTEN ? known.asked : null;
  }

  remember(channel: string, asked: Asked): void {
    this.#asked.delete(channel);
    this.#asked.set(channel, { asked, at: performance.now() });
    if (this.#asked.size > CONVERSATIONS) this.#asked.delete(this.#asked.keys().next().value!);
  }
}

export interface Place {
  /** The bot's own user id. */
  readonly self: string;
  /** Language of the server, as Discord has it. */
  readonly language: string;
  /** The role that Discord made for the bot in this server, with the bot's name. Null if there is none. */
  readonly role: string | null;
  /** Whether the channel is a thread. Discord's message does not tell. */
  readonly thread: boolean;
  readonly conversations: Conversations;
}

/** Whether a message asks the bot something: a direct message, or one that mentions the bot or its role. */
export function isQuestion(
  message: GatewayMessageCreateDispatchData,
  { self, role }: Pick<Place, 'self' | 'role'>,
): boolean {
  const ordinary = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (!ordinary || message.author.bot || message.webhook_id || message.author.id === self) return false;
  return isReadable(message, self) || (role !== null && message.mention_roles.includes(role));
}

/** Whether Discord lets the bot read a message. Mentioning only its role is not enough. */
const isReadable = ({ guild_id, mentions }: GatewayMessageCreateDispatchData, self: string): boolean =>
  guild_id === undefined || mentions?.some((user) => user.id === self);

/** Answers a message that is a question. Never rejects. */
export async function answerMessage(
  message: GatewayMessageCreateDispatchData,
  place: Place,
  bot: Bot,
  wire: Wire,
): Promise<void> {
  const started = performance.now();
  const locale = localeFor(place.language);
  const what = message.guild_id === undefined ? 'direct message' : 'mention';
  const body = await reply(message, place, locale, bot, wire).catch((error: unknown) => {
    return broken(error, { what, locale }, bot.faults).body;
  });
  const sent = await wire.send(message.channel_id, body, message.id);
  const ms = performance.now() - started;
  bot.meter.answered(what, sent, ms / 1000);
  bot.log.info({ request: message.id, what, ms: Math.round(ms), sent }, 'answered');
}

async function reply(
  message: GatewayMessageCreateDispatchData,
  place: Place,
  locale: Locale,
  bot: Bot,
  wire: Wire,
): Promise<MessageBody> {
  const member = {
    id: message.author.id,
    guild: message.guild_id ?? null,
    roles: message.member?.roles ?? [],
    // Ordinary messages do not tell permissions, and nothing asked this way needs any.
    permissions: '0',
  };
  const count = bot.cooldown.wait(member.id);
  if (count > 0) return notice(phrase('discord.wait', { count }), locale, false);
  if (!isReadable(message, place.self)) return notice(phrase('discord.role'), locale, false);
  const talk = place.thread || message.guild_id === undefined;
  const before =
    askedBefore(message.referenced_message, place.self, bot) ??
    (talk
      ? (place.conversations.last(message.channel_id) ?? (await askedLately(message, place.self, bot, wire)))
      : null);
  const text = message.content.replaceAll(new RegExp(`<@(?:!?${place.self}|&${place.role})>`, 'g'), ' ');
  const asked =
    textAsked(text, QUESTION, bot, before ? [...before.earlier, questionOf(before)] : []) ?? helpAsked(bot);
  if (!asked) return notice(phrase('discord.no-text'), locale, false);
  if (talk) place.conversations.remember(message.channel_id, asked);
  const asking = { asked, member, locale, ephemeral: false, progress: () => {} };
  return answer(bot, asking, { asker: member.id });
}

/** What our last message in the channel answered, unless that was long ago. Needed after a restart. */
async function askedLately(
  { id, channel_id }: GatewayMessageCreateDispatchData,
  self: string,
  bot: Bot,
  wire: Wire,
): Promise<Asked | null> {
  const since = SnowflakeUtil.timestampFrom(id) - FORGOTTEN;
  for (const message of await wire.recent(channel_id, id)) {
    if (SnowflakeUtil.timestampFrom(message.id) < since) return null;
    const asked = askedBefore(message, self, bot);
    if (asked && asked.command !== SILENCE) return asked;
  }
  return null;
}

/** What our message answered to which this one replies. */
function askedBefore(message: APIMessage | null | undefined, self: string, bot: Bot): Asked | null {
  if (message?.author.id !== self) return null;
  for (const part of partsOf(message)) {
    const press = 'custom_id' in part ? pressOf(part.custom_id, bot.commands) : null;
    const asked = press && press.act !== 'ask' ? askedOn(press, message, bot) : null;
    if (asked) return asked;
  }
  return askedOn({ act: 'share', args: [], asked: null }, message, bot);
}

/** What was asked, as a question to follow up on. A command becomes words from its options ("denials by Brandt"). */
function questionOf(asked: Asked): string {
  const given = Object.entries(asked.values).flatMap(([option, value]) => {
    if (typeof value !== 'string') return [];
    return option === 'by' || option === 'about' ? [option, value] : [value];
  });
  return asked.command === QUESTION[0] ? given.join(' ') : [asked.command, ...given].join(' ');
}

function helpAsked(bot: Bot): Asked | null {
  return bot.commands.some((command) => command.name === SILENCE)
    ? { command: SILENCE, values: {}, earlier: [] }
    : null;
}
