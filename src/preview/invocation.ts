import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIAttachment,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import { Impossible } from './impossible.ts';
import type { Interaction } from './interactions.ts';
import { permissionsIn, permissionsOf } from './permissions.ts';
import { shapes } from './shapes.ts';
import type { Channel, World } from './world.ts';

/** A value a member may give an option. */
export type OptionValue = string | number | boolean | APIUser | APIAttachment;

const subcommand = new Set<number>([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);

/** The commands Discord would offer this user here. */
export function commandsFor(world: World, user: APIUser, channel: Channel): APIApplicationCommand[] {
  const { guild } = channel;
  const global = [...world.commandsIn('global').values()].filter((command) => {
    const { contexts, dm_permission: inPrivate } = command;
    if (contexts)
      return contexts.includes(guild ? InteractionContextType.Guild : InteractionContextType.BotDM);
    return Boolean(guild) || inPrivate !== false;
  });
  const own = guild ? [...world.commandsIn(guild.id).values()] : [];
  return [...own, ...global].filter(({ default_member_permissions: needed }) => {
    if (!guild || needed === null) return true;
    const has = permissionsOf(guild, user.id);
    // "0" is for administrators only.
    return needed === '0'
      ? permissionsIn(channel, user.id) === has && has > 1n << 40n
      : (has & BigInt(needed)) === BigInt(needed);
  });
}

/** The `data` of a slash command or of its autocomplete. Throws if Discord's client would not send it. */
export function chatInput(
  command: APIApplicationCommand,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
  focused: string | null,
): Record<string, unknown> {
  let level: readonly APIApplicationCommandOption[] = command.options ?? [];
  const chain: APIApplicationCommandOption[] = [];
  for (const name of path) {
    const next = level.find((option) => option.name === name && subcommand.has(option.type));
    if (!next) throw new Error(`/${command.name} has no subcommand ${name}`);
    chain.push(next);
    level = ('options' in next && next.options) || [];
  }
  if (level.some(({ type }) => subcommand.has(type)))
    throw new Error(
      `/${command.name} ${path.join(' ')} needs one of its subcommands: ${level.map(({ name }) => name).join(', ')}`,
    );
  const resolved: { attachments?: Record<string, unknown>; users?: Record<string, unknown> } = {};
  for (const name of Object.keys(values))
    if (!level.some((option) => option.name === name))
      throw new Error(`/${command.name} has no option ${name}`);
  let options: unknown[] = level.flatMap((option) => {
    const given = values[option.name];
    if (given === undefined) {
      if (option.required && focused === null)
        throw new Impossible('impossible.required', { command: `/${command.name}`, name: option.name });
      return [];
    }
    return [
      {
        name: option.name,
        type: option.type,
        value: sent(option, given, resolved, focused === option.name),
        ...(focused === option.name && { focused: true }),
      },
    ];
  });
  for (const { name, type } of chain.reverse()) options = [{ name, type, options }];
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

function sent(
  option: APIApplicationCommandOption,
  given: OptionValue,
  resolved: { attachments?: Record<string, unknown>; users?: Record<string, unknown> },
  focused: boolean,
): string | number | boolean {
  const { name } = option;
  if (typeof given === 'object') {
    const kind = option.type === ApplicationCommandOptionType.Attachment ? 'attachments' : 'users';
    resolved[kind] = { ...resolved[kind], [given.id]: given };
    return given.id;
  }
  if (focused) return String(given);
  const types: Partial<Record<ApplicationCommandOptionType, 'string' | 'number' | 'boolean'>> = {
    [ApplicationCommandOptionType.String]: 'string',
    [ApplicationCommandOptionType.Integer]: 'number',
    [ApplicationCommandOptionType.Number]: 'number',
    [ApplicationCommandOptionType.Boolean]: 'boolean',
  };
  const type = types[option.type];
  if (typeof given !== type) throw new Impossible(`impossible.${type ?? 'string'}`, { name });
  const { choices, min_length, max_length, min_value, max_value } = option as {
    choices?: { value: unknown }[];
    min_length?: number;
    max_length?: number;
    min_value?: number;
    max_value?: number;
  };
  if (choices?.length && !choices.some(({ value }) => value === given))
    throw new Impossible('impossible.choice', { name, value: String(given) });
  if (typeof given === 'string') {
    if (given.length > (max_length ?? 6000))
      throw new Impossible('impossible.most', { name, max: max_length ?? 6000 });
    if (given.length < (min_length ?? 0))
      throw new Impossible('impossible.least', { name, min: min_length ?? 0 });
  }
  if (typeof given === 'number') {
    if (given > (max_value ?? 2 ** 53) || given < (min_value ?? -(2 ** 53)))
      throw new Impossible('impossible.range', { name, value: String(given) });
    if (option.type === ApplicationCommandOptionType.Integer && !Number.isInteger(given))
      throw new Impossible('impossible.whole', { name });
  }
  return given;
}

/** The `data` of a command chosen from a message's menu. */
export function onMessage(command: APIApplicationCommand, message: { id: string }): Record<string, unknown> {
  return {
    id: command.id,
    name: command.name,
    type: ApplicationCommandType.Message,
    ...(command.guild_id && { guild_id: command.guild_id }),
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
}

/** The whole event as the gateway sends it. */
export function interactionEvent(
  world: World,
  interaction: Interaction,
  data: unknown,
  locale: string,
): Record<string, unknown> {
  const { channel, user, source } = interaction;
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  const may = String(permissionsIn(channel, user.id));
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel: { ...shapes.channel(channel), permissions: may },
    channel_id: channel.id,
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: 'en-US', features: [] },
      guild_locale: 'en-US',
    }),
    ...(member ? { member: { ...shapes.member(member), permissions: may } } : { user }),
    ...(source && interaction.type !== InteractionType.ApplicationCommand && { message: source.payload }),
    app_permissions: String(permissionsIn(channel, world.bot.id)),
    locale,
    entitlements: [],
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10 * 1024 * 1024,
  };
}
