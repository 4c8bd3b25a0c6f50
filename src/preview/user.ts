import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { type FormValues, filled } from './fill.ts';
import { Impossible } from './impossible.ts';
import { firstAnswerWithin, type Interaction } from './interactions.ts';
import { chatInput, commandsFor, interactionEvent, type OptionValue, onMessage } from './invocation.ts';
import type { SentFile } from './messages.ts';
import type { Parts } from './routes/route.ts';
import type { Component } from './rules/components.ts';
import { controlsOf, labelOf, Sight } from './sight.ts';
import type { Channel, Stored } from './world.ts';

export interface Where {
  /** By default, the channel the user is in. */
  readonly in?: Channel;
}

export interface Invocation extends Where {
  /** Sends it although the user lacks the permission, as an administrator of another guild could arrange. */
  readonly force?: boolean;
  /** A command the client remembers, which may have been changed or removed since. */
  readonly remembered?: APIApplicationCommand;
}

/** A member of the local Discord, who does what a member's client can do and sees what it shows. */
export class User {
  readonly #parts: Parts;
  readonly account: APIUser;
  /** Where they are by default. */
  channel: Channel;
  /** Their language, as reported by their client. */
  locale = 'en-US';

  constructor(parts: Parts, account: APIUser, channel: Channel) {
    this.#parts = parts;
    this.account = account;
    this.channel = channel;
  }

  /** Their direct messages with the bot. */
  get privately(): Channel {
    return this.#parts.world.directMessage(this.account);
  }

  /** The commands offered to them. */
  commands({ in: channel = this.channel }: Where = {}): APIApplicationCommand[] {
    return commandsFor(this.#parts.world, this.account, channel);
  }

  /** Types `/denials` or `/corpus add` with options, sends it, and waits for what they get to see. */
  async slash(line: string, values: Record<string, OptionValue> = {}, how: Invocation = {}): Promise<Sight> {
    return this.begin(line, values, how).settled();
  }

  /** Like `slash`, without waiting. */
  begin(line: string, values: Record<string, OptionValue> = {}, how: Invocation = {}): Sight {
    const { command, path } = this.#find(line, how);
    return this.#send(
      InteractionType.ApplicationCommand,
      {
        channel: how.in ?? this.channel,
        source: null,
        name: [command.name, ...path].join(' '),
        metadata: commandMetadata,
      },
      chatInput(command, path, values, null),
    );
  }

  /** The choices offered for `focused` while they type; null if the bot did not answer in time. */
  async autocomplete(
    line: string,
    values: Record<string, OptionValue>,
    focused = Object.keys(values).at(-1)!,
    how: Invocation = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[] | null> {
    const { command, path } = this.#find(line, how);
    const sight = await this.#send(
      InteractionType.ApplicationCommandAutocomplete,
      { channel: how.in ?? this.channel, source: null, name: command.name, metadata: commandMetadata },
      chatInput(command, path, values, focused),
    ).settled();
    return sight.outcome === 'choices' ? sight.choices : null;
  }

  /** Chooses Apps → `name` on a message. */
  async apps(message: Sight | Stored, name: string, how: Invocation = {}): Promise<Sight> {
    return this.chooseApp(message, name, how).settled();
  }

  /** Like `apps`, without waiting. */
  chooseApp(message: Sight | Stored, name: string, how: Invocation = {}): Sight {
    const stored = this.#visible(message);
    const command =
      how.remembered ??
      this.#offered({ ...how, in: stored.channel }).find(
        (each) => each.type === ApplicationCommandType.Message && each.name === name,
      );
    if (!command) throw new Error(`There is no message command ${name} for ${this.account.username} here`);
    const metadata = { ...commandMetadata, target_message_id: stored.payload.id };
    return this.#send(
      InteractionType.ApplicationCommand,
      { channel: stored.channel, source: null, name, metadata },
      onMessage(command, stored.payload),
    );
  }

  /** Presses a button, found by its label or custom id. */
  async click(message: Sight | Stored, label: string): Promise<Sight> {
    return this.press(message, label).settled();
  }

  /** Like `click`, without waiting. */
  press(message: Sight | Stored, label: string): Sight {
    const stored = this.#visible(message);
    const button = control(stored, label, ({ type }) => type === ComponentType.Button);
    if (button.url) throw new Impossible('impossible.link', { name: label });
    return this.#component(stored, button, {});
  }

  /** Chooses values of a select menu, found by its placeholder or custom id. */
  async select(message: Sight | Stored, menu: string, values: readonly string[]): Promise<Sight> {
    return this.chooseFrom(message, menu, values).settled();
  }

  /** Like `select`, without waiting. */
  chooseFrom(message: Sight | Stored, menu: string, values: readonly string[]): Sight {
    const stored = this.#visible(message);
    const found = control(stored, menu, ({ type }) => type !== ComponentType.Button);
    const [min, max] = [found.min_values ?? 1, found.max_values ?? 1];
    if (values.length < min || values.length > max)
      throw new Impossible('impossible.count', { name: menu, min, max, given: values.length });
    for (const value of values)
      if (
        found.type === ComponentType.StringSelect &&
        !found.options?.some((option) => option.value === value)
      )
        throw new Impossible('impossible.no-option', { name: menu, value });
    return this.#component(stored, found, { values });
  }

  /** Fills in a form by its labels or custom ids and sends it. */
  async submitModal(form: Sight, values: FormValues): Promise<Sight> {
    return this.fillIn(form, values).settled();
  }

  /** Like `submitModal`, without waiting. */
  fillIn(form: Sight, values: FormValues): Sight {
    const modal = form.form;
    if (!modal || !form.interaction) throw new Impossible('impossible.form-gone');
    const components = filled(modal, values);
    const { channel, source } = form.interaction;
    const metadata = { triggering_interaction_metadata: { id: form.interaction.id } };
    return this.#send(
      InteractionType.ModalSubmit,
      { channel, source, name: modal.custom_id, metadata },
      { custom_id: modal.custom_id, components },
    );
  }

  /** Writes a message. `@Name` of the bot or of a user becomes a mention. */
  say(
    text: string,
    {
      in: channel = this.channel,
      replyTo,
      files = [],
    }: Where & { replyTo?: Sight | Stored; files?: SentFile[] } = {},
  ): Stored {
    const { world, messages } = this.#parts;
    let content = text;
    for (const { id, username, global_name: name } of world.users.values())
      for (const known of [name, username])
        if (known && content.includes(`@${known}`)) content = content.replaceAll(`@${known}`, `<@${id}>`);
    const target = replyTo ? this.#visible(replyTo) : null;
    return messages.write({
      channel,
      author: this.account,
      body: { content },
      files,
      onlyFor: null,
      type: target ? MessageType.Reply : MessageType.Default,
      repliesTo: target,
      byDefault: { parse: ['users', 'roles', 'everyone'], replied_user: true },
      flags: 0,
    });
  }

  /** Mentions the bot with a question (in private no mention is needed) and waits for its message. */
  async mention(text: string, how: Parameters<User['say']>[1] = {}): Promise<Sight> {
    const { world } = this.#parts;
    const channel = how.in ?? this.channel;
    const answer = new Promise<Sight>((resolve) => {
      const finish = (sight: Sight): void => {
        stop();
        cancel();
        resolve(sight);
      };
      const stop = world.onHappening((happening) => {
        if (happening.type !== 'message' || happening.change !== 'created') return;
        const { stored } = happening;
        const here = stored.channel === channel || stored.channel.parent === channel;
        if (here && stored.payload.author.id === world.bot.id) finish(new Sight(world, null, stored));
      });
      const cancel = world.clock.after(firstAnswerWithin, () => finish(new Sight(world, null)));
    });
    this.say(channel.guild ? `<@${world.bot.id}> ${text}` : text, how);
    return answer;
  }

  /** Every message they can see in a channel, oldest first. */
  sees({ in: channel = this.channel }: Where = {}): Sight[] {
    return [...channel.messages.values()]
      .filter(({ gone, onlyFor }) => !gone && (onlyFor === null || onlyFor === this.account.id))
      .map((stored) => new Sight(this.#parts.world, null, stored));
  }

  #offered(how: Invocation): APIApplicationCommand[] {
    const { world } = this.#parts;
    const channel = how.in ?? this.channel;
    if (!how.force) return this.commands({ in: channel });
    const own = channel.guild ? [...world.commandsIn(channel.guild.id).values()] : [];
    return [...own, ...world.commandsIn('global').values()];
  }

  #find(line: string, how: Invocation): { command: APIApplicationCommand; path: string[] } {
    const [name, ...path] = line.replace(/^\//, '').split(' ') as [string, ...string[]];
    const command =
      how.remembered ??
      this.#offered(how).find((each) => each.type === ApplicationCommandType.ChatInput && each.name === name);
    if (!command) throw new Error(`There is no command /${name} for ${this.account.username} here`);
    return { command, path };
  }

  #visible(message: Sight | Stored): Stored {
    const stored = message instanceof Sight ? message.stored : message;
    if (!stored || stored.gone) throw new Impossible('impossible.message-gone');
    if (stored.onlyFor !== null && stored.onlyFor !== this.account.id)
      throw new Impossible('impossible.not-visible', { user: this.account.username });
    return stored;
  }

  #component(stored: Stored, component: Component, more: Record<string, unknown>): Sight {
    return this.#send(
      InteractionType.MessageComponent,
      {
        channel: stored.channel,
        source: stored,
        name: component.custom_id ?? '',
        metadata: { interacted_message_id: stored.payload.id },
      },
      { id: component.id, custom_id: component.custom_id, component_type: component.type, ...more },
    );
  }

  #send(
    type: InteractionType,
    about: Pick<Interaction, 'channel' | 'source' | 'name' | 'metadata'>,
    data: Record<string, unknown>,
  ): Sight {
    const { world, interactions, gateway } = this.#parts;
    const interaction = interactions.open({ ...about, type, user: this.account });
    const event = interactionEvent(world, interaction, data, this.locale);
    gateway.dispatch('INTERACTION_CREATE', event, about.channel.guild?.id ?? null);
    return new Sight(world, interaction);
  }
}

const commandMetadata = {};

function control(stored: Stored, name: string, kind: (component: Component) => boolean): Component {
  const controls = controlsOf(stored).filter(kind);
  const found = controls.find(
    (each) => labelOf(each) === name || each.custom_id === name || each.placeholder === name,
  );
  if (!found)
    throw new Impossible('impossible.no-control', {
      name,
      others: controls.map((each) => labelOf(each) || each.placeholder).join(', ') || '–',
    });
  if (found.disabled) throw new Impossible('impossible.off', { name });
  return found;
}
