import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { Refusal } from './refusal.ts';
import type { Channel, Guild } from './world.ts';

const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/**
 * What a user may do in a channel, by Discord's rules: owner and administrators everything, others the sum of their
 * roles.
 */
export function permissionsIn(channel: Channel, userId: string): bigint {
  if (!channel.guild) return directMessage;
  const inGuild = permissionsOf(channel.guild, userId);
  if (inGuild & PermissionFlagsBits.Administrator) return all;
  return inGuild & ~(channel.denied | (channel.parent?.denied ?? 0n));
}

/** What a user may do in a guild, before channels restrict it. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.owner === userId) return all;
  let sum = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) sum |= guild.roles.get(id)?.permissions ?? 0n;
  return sum & PermissionFlagsBits.Administrator ? all : sum;
}

/** Throws 50001 if the user cannot see the channel, and 50013 if one of `needed` is missing. */
export function demand(channel: Channel, userId: string, needed: bigint): void {
  const has = permissionsIn(channel, userId);
  if (!(has & PermissionFlagsBits.ViewChannel)) throw new Refusal('missing-access');
  if ((has & needed) !== needed) throw new Refusal('missing-permissions');
}

/** The permission needed to send into this channel. */
export const sendingTo = (channel: Channel): bigint =>
  channel.type === ChannelType.PublicThread
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;

const directMessage =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;
