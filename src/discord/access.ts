import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Command } from '../command.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';

/** Who is asking, and where. */
export interface Member {
  readonly id: string;
  readonly guild: string | null;
  readonly roles: readonly string[];
  /** Permissions in the channel as Discord's bits, in one decimal number. */
  readonly permissions: string;
}

export interface Access {
  /** The servers whose moderators look after the articles. If there are none, nobody is a moderator. */
  readonly homeGuilds: readonly string[];
  /** Ids of roles that make a moderator, besides the permission to manage the server. */
  readonly moderatorRoles: readonly string[];
}

/**
 * Why `member` may not use `command`, or null. Discord's own check is not enough: administrators of any server that the
 * bot joins decide whom Discord offers a command to.
 */
export function refusal(
  command: Command,
  member: Member,
  { homeGuilds, moderatorRoles }: Access,
): Phrase | null {
  if (command.who === 'member') return null;
  if (member.guild === null || !homeGuilds.includes(member.guild)) return phrase('discord.not-here');
  const permissions = BigInt(member.permissions);
  const manages =
    (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
  return manages || member.roles.some((role) => moderatorRoles.includes(role))
    ? null
    : phrase('discord.not-you');
}

const ROOM = 1000;

/** Lets each member ask `burst` times at once, then once every `seconds`. Remembers only those who asked lately. */
export class Cooldown {
  readonly #burst: number;
  readonly #interval: number;
  readonly #now: () => number;
  /** When each member's allowance will be full again. */
  readonly #whole = new Map<string, number>();
  /** Once more members than this are remembered, those with a full allowance are forgotten. */
  #room = ROOM;

  constructor(burst: number, seconds: number, now: () => number = () => performance.now()) {
    this.#burst = burst;
    this.#interval = seconds * 1000;
    this.#now = now;
  }

  /** How many members are remembered. */
  get remembered(): number {
    return this.#whole.size;
  }

  /** Uses one of the allowance and returns 0, or returns the seconds until one is available. */
  wait(member: string): number {
    const now = this.#now();
    const whole = Math.max(this.#whole.get(member) ?? now, now) + this.#interval;
    const over = whole - now - this.#burst * this.#interval;
    if (over > 0) return Math.ceil(over / 1000);
    this.#whole.set(member, whole);
    if (this.#whole.size > this.#room) {
      for (const [id, at] of this.#whole) if (at <= now) this.#whole.delete(id);
      this.#room = Math.max(ROOM, 2 * this.#whole.size);
    }
    return 0;
  }
}
