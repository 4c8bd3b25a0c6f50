import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Completion } from '../archive/archive.ts';
import { type Choice, PRIVATE, type Values } from '../command.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, localeFor, say } from '../locales/say.ts';
import { short } from '../text/shorten.ts';
import { type Member, refusal } from './access.ts';
import { attachmentOf } from './attachment.ts';
import { answer, type Bot, contextFor } from './bot.ts';
import { pressJob } from './buttons.ts';
import { notice } from './components.ts';
import type { Job, Outcome } from './exchange.ts';
import { plain } from './markdown.ts';
import { type Asked, ask } from './press.ts';
import { reportJob } from './report.ts';

/** Commands that check the record for what a message says. The first one that exists is used. */
const CHECK = ['check', 'ask'];

/** Discord's limits for completions: their number, and the length of a name or value. */
const CHOICES = { count: 25, characters: 100 };

/** Milliseconds. Discord waits as long for completions as for answers, but members who type do not. */
const TYPING = 2000;

/** How to answer an interaction of any kind. Null for kinds that we never asked Discord for. Never throws. */
export function jobFor(interaction: APIInteraction, bot: Bot): Job | null {
  try {
    return jobOf(interaction, bot);
  } catch (error) {
    return { what: 'request', ...waiting(interaction), run: async () => Promise.reject(error) };
  }
}

/** How to answer an interaction when there is no time left. */
export function farewell(interaction: APIInteraction): Job {
  const { wait, locale } = waiting(interaction);
  if (typeof wait !== 'string') return { what: 'stopping', wait, locale, run: async () => wait };
  return saying('stopping', phrase('discord.stopping'), locale);
}

function jobOf(interaction: APIInteraction, bot: Bot): Job | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        return slashJob(interaction as APIChatInputApplicationCommandInteraction, bot);
      if (interaction.data.type === ApplicationCommandType.Message)
        return menuJob(interaction as APIMessageApplicationCommandInteraction, bot);
      return null;
    case InteractionType.ApplicationCommandAutocomplete:
      return completeJob(interaction, bot);
    case InteractionType.MessageComponent:
      return throttled(interaction, bot) ?? pressJob(interaction, memberOf(interaction), bot);
    case InteractionType.ModalSubmit:
      return reportJob(interaction, memberOf(interaction), bot);
    default:
      return null;
  }
}

/** How to show that we are working on it, when only the kind of interaction is known. */
function waiting(interaction: APIInteraction): Pick<Job, 'wait' | 'locale'> {
  const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  return { wait: typing ? { type: 'choices', choices: [] } : 'private', locale: localeOf(interaction) };
}

/** Who sent an interaction. */
function memberOf(interaction: APIInteraction): Member {
  return {
    id: (interaction.member?.user ?? interaction.user)!.id,
    guild: interaction.guild_id ?? null,
    roles: interaction.member?.roles ?? [],
    permissions: interaction.member?.permissions ?? '0',
  };
}

/** A job that only says something to the member. */
function saying(what: string, words: Phrase, locale: Locale): Job {
  return {
    what,
    locale,
    wait: 'private',
    run: async () => ({ type: 'message', body: notice(words, locale, true) }),
  };
}

/**
 * The question in a text: the first of the named commands that exists, with the text as its first option. Null without
 * text.
 */
export function textAsked(
  text: string,
  names: readonly string[],
  bot: Bot,
  earlier: readonly string[] = [],
): Asked | null {
  const command = names.flatMap((name) => bot.commands.find((known) => known.name === name) ?? [])[0];
  const [option] = Object.keys(command?.options ?? {});
  return command && option !== undefined && plain(text) !== ''
    ? ask(command, { [option]: text }, earlier)
    : null;
}

function throttled(interaction: APIInteraction, bot: Bot): Job | null {
  const count = bot.cooldown.wait(memberOf(interaction).id);
  return count === 0 ? null : saying('cooldown', phrase('discord.wait', { count }), localeOf(interaction));
}

function localeOf(interaction: APIInteraction): Locale {
  return localeFor('locale' in interaction ? interaction.locale : 'en');
}

function slashJob(interaction: APIChatInputApplicationCommandInteraction, bot: Bot): Job {
  const { name, options } = calledBy(interaction.data.name, interaction.data.options);
  const locale = localeOf(interaction);
  const command = bot.commands.find((known) => known.name === name);
  if (!command) return saying('removed', phrase('discord.removed', { command: `/${name}` }), locale);
  const throttle = throttled(interaction, bot);
  if (throttle) return throttle;
  const member = memberOf(interaction);
  const values = valuesOf(options, interaction.data.resolved?.attachments ?? {});
  const ephemeral = values[PRIVATE] === true || refusal(command, member, bot.access) !== null;
  return {
    what: `/${name}`,
    locale,
    wait: ephemeral ? 'private' : 'public',
    run: async (progress) => {
      const asked = ask(command, values);
      return { type: 'message', body: await answer(bot, { asked, member, locale, ephemeral, progress }) };
    },
  };
}

/** Private: that somebody has their message checked is nobody's business until they share it. */
function menuJob(interaction: APIMessageApplicationCommandInteraction, bot: Bot): Job {
  const locale = localeOf(interaction);
  const message = interaction.data.resolved.messages[interaction.data.target_id];
  const asked = textAsked(message ? textOf(message) : '', CHECK, bot);
  if (!asked) return saying('menu', phrase('discord.no-text'), locale);
  const throttle = throttled(interaction, bot);
  if (throttle) return throttle;
  const member = memberOf(interaction);
  return {
    what: `menu /${asked.command}`,
    locale,
    wait: 'private',
    run: async (progress) => {
      const asking = { asked, member, locale, ephemeral: true, progress };
      return { type: 'message', body: await answer(bot, asking) };
    },
  };
}

/**
 * A forwarded message has its text in a snapshot. A message from a feed, or one that is only a link, has it in its
 * embeds.
 */
function textOf(message: Pick<APIMessage, 'content' | 'embeds' | 'message_snapshots'>): string {
  const said = message.content ? message : (message.message_snapshots?.[0]?.message ?? message);
  const { content = '', embeds = [] } = said;
  if (content.replace(LINK, '').trim() !== '') return content;
  const embedded = embeds.flatMap(({ title, description }) => [title, description]).filter(Boolean);
  return embedded.join('\n') || content;
}

const LINK = /\bhttps?:\/\/\S+/g;

/** Never fails and never returns more than Discord takes. If nothing can be completed, there are no completions. */
function completeJob(interaction: APIApplicationCommandAutocompleteInteraction, bot: Bot): Job {
  const { name, options } = calledBy(interaction.data.name, interaction.data.options);
  const none: Outcome = { type: 'choices', choices: [] };
  const member = memberOf(interaction);
  const command = bot.commands.find((known) => known.name === name);
  const focused = options.find((option) => 'focused' in option && option.focused);
  const complete = focused && command?.options[focused.name]?.complete;
  return {
    what: `complete /${name}`,
    locale: localeOf(interaction),
    wait: none,
    run: async () => {
      if (!complete || refusal(command, member, bot.access)) return none;
      const typed = short(plain(String(focused.value)), CHOICES.characters);
      try {
        const late = new Promise<[]>((resolve) => setTimeout(resolve, TYPING, []).unref());
        return {
          type: 'choices',
          choices: choicesFor(
            await Promise.race([complete(typed, contextFor(bot, member)), late]),
            localeOf(interaction),
          ),
        };
      } catch (error) {
        bot.faults.record(`complete /${name}`, error);
        return none;
      }
    },
  };
}

function choicesFor(completions: readonly Choice[], locale: Locale): Completion[] {
  const seen = new Set<string>();
  return completions
    .map(({ label, value }) => {
      const words = typeof label === 'string' ? label : say(label, locale);
      return { label: short(plain(words), CHOICES.characters), value };
    })
    .filter(({ label, value }) => {
      const fits = label !== '' && value !== '' && value.length <= CHOICES.characters && !seen.has(value);
      seen.add(value);
      return fits;
    })
    .slice(0, CHOICES.count);
}

type BasicOption = APIApplicationCommandInteractionDataBasicOption;

/** Discord's `corpus` with the subcommand `add` is our command `corpus add`. */
function calledBy(
  name: string,
  options: readonly APIApplicationCommandInteractionDataOption<InteractionType>[] = [],
): { name: string; options: readonly BasicOption[] } {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand)
    return { name: `${name} ${first.name}`, options: (first.options ?? []) as BasicOption[] };
  return { name, options: options as BasicOption[] };
}

function valuesOf(
  options: readonly BasicOption[],
  attachments: Readonly<Record<string, APIAttachment>>,
): Values {
  const values: Record<string, Values[string]> = {};
  for (const { name, type, value } of options) {
    const attachment = attachments[String(value)];
    if (type !== ApplicationCommandOptionType.Attachment) values[name] = value;
    else if (attachment) values[name] = attachmentOf(attachment);
  }
  return values;
}
