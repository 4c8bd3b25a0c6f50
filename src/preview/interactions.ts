import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIUser,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Messages, SentFile, Wording } from './messages.ts';
import { type Fault, Refusal, refuseIf } from './refusal.ts';
import type { Modal } from './rules/components.ts';
import type { MessageBody } from './rules/message.ts';
import { checkModal } from './rules/modal.ts';
import { oracle } from './rules/oracle.ts';
import type { Channel, Stored, World } from './world.ts';

/** One thing a member did with the bot, and the outcome. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: Channel;
  /** The message with the pressed button or chosen option, also through a modal it opened. */
  readonly source: Stored | null;
  readonly sentAt: number;
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  state: 'waiting' | 'acknowledged' | 'missed';
  callback: InteractionResponseType | null;
  /** What `@original` stands for. */
  original: Stored | null;
  readonly followUps: Stored[];
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  modal: Modal | null;
  /** Whether a deferred answer has been filled in, or a deferred update made. */
  completed: boolean;
}

export interface CallbackBody {
  readonly type: InteractionResponseType;
  readonly data?:
    | (MessageBody & Partial<Modal> & { choices?: APIApplicationCommandOptionChoice[] })
    | null
    | undefined;
}

/** How long a bot has for its first answer, and how long its token lives, in milliseconds. */
export const firstAnswerWithin = 3_000;
const tokenLives = 15 * 60_000;
/** Interactions older than these are forgotten. Their messages stay, but their tokens are unknown. */
const remembered = 10_000;

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
  InteractionResponseType;

const answers = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
const allowed: Readonly<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [...answers, InteractionResponseType.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.MessageComponent]: [
    ...answers,
    DeferredMessageUpdate,
    UpdateMessage,
    InteractionResponseType.Modal,
  ],
  [InteractionType.ModalSubmit]: answers,
};

/** Interactions, from being sent until their token ends. */
export class Interactions {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World, messages: Messages) {
    this.#world = world;
    this.#messages = messages;
  }

  /** The clock starts here: three seconds for the first answer. */
  open(about: Pick<Interaction, 'type' | 'user' | 'channel' | 'source' | 'name' | 'metadata'>): Interaction {
    const interaction: Interaction = {
      ...about,
      id: this.#world.snowflake(),
      token: randomBytes(48).toString('base64url'),
      sentAt: this.#world.clock.now(),
      state: 'waiting',
      callback: null,
      original: null,
      followUps: [],
      choices: null,
      modal: null,
      completed: false,
    };
    this.#byToken.set(interaction.token, interaction);
    if (this.#byToken.size > remembered) this.#byToken.delete(this.#byToken.keys().next().value!);
    this.#world.clock.after(firstAnswerWithin, () => {
      if (interaction.state !== 'waiting') return;
      interaction.state = 'missed';
      this.#changed(interaction);
    });
    return interaction;
  }

  all(): readonly Interaction[] {
    return [...this.#byToken.values()];
  }

  /** The first answer. */
  async respond(
    id: string,
    token: string,
    body: CallbackBody,
    files: readonly SentFile[],
  ): Promise<Interaction> {
    const interaction = this.#byToken.get(token);
    if (!interaction || interaction.id !== id || interaction.state === 'missed')
      throw new Refusal('unknown-interaction');
    if (interaction.state === 'acknowledged') throw new Refusal('acknowledged');
    const types = [...allowed[interaction.type]];
    // A form opened from a button may update the button's message. A form opened by a command has no message to update.
    if (interaction.type === InteractionType.ModalSubmit && interaction.source)
      types.push(DeferredMessageUpdate, UpdateMessage);
    refuseIf(
      types.includes(body.type)
        ? []
        : [
            {
              path: ['type'],
              code: 'BASE_TYPE_CHOICES',
              message: `Value must be one of {${types.join(', ')}}.`,
            },
          ],
    );
    await this.#answer(interaction, body, files);
    interaction.callback = body.type;
    this.#changed(interaction);
    return interaction;
  }

  async #answer(
    interaction: Interaction,
    { type, data }: CallbackBody,
    files: readonly SentFile[],
  ): Promise<void> {
    // The answer is checked first and acknowledged only if it is sound: a refused body leaves the interaction open.
    const acknowledge = (): void => {
      if (interaction.state === 'acknowledged') throw new Refusal('acknowledged');
      interaction.state = 'acknowledged';
    };
    switch (type) {
      case ChannelMessageWithSource:
        interaction.original = await this.#reply(interaction, data ?? {}, files, asCallback, acknowledge);
        interaction.completed = true;
        return;
      case DeferredChannelMessageWithSource:
        acknowledge();
        interaction.original = this.#messages.write({
          ...this.#draft(interaction, {}, []),
          ...privacy(interaction, (data?.flags ?? 0) & MessageFlags.Ephemeral, MessageFlags.Loading),
        });
        return;
      case DeferredMessageUpdate:
        acknowledge();
        interaction.original = interaction.source;
        return;
      case UpdateMessage: {
        const source = interaction.source;
        if (!source || source.gone) throw new Refusal('unknown-message');
        await this.#messages.edit(source, data ?? {}, files, asUpdate, usersOnly, acknowledge);
        interaction.original = source;
        interaction.completed = true;
        return;
      }
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        refuseIf(await choiceFaults({ type, data }));
        acknowledge();
        interaction.choices = data?.choices ?? [];
        interaction.completed = true;
        return;
      case InteractionResponseType.Modal:
        await checkModal(data ?? {});
        acknowledge();
        interaction.modal = data as Modal;
        interaction.completed = true;
        return;
    }
  }

  /** Sends a further message. Right after a deferral, it is the deferred answer itself. */
  async followUp(token: string, body: MessageBody, files: readonly SentFile[]): Promise<Stored> {
    const interaction = this.#live(token);
    const deferred =
      interaction.callback === DeferredChannelMessageWithSource &&
      !interaction.completed &&
      interaction.original;
    if (deferred) return this.edit(token, '@original', body, files);
    const stored = await this.#reply(interaction, body, files, asFollowUp);
    interaction.followUps.push(stored);
    this.#changed(interaction);
    return stored;
  }

  async edit(token: string, id: string, body: MessageBody, files: readonly SentFile[]): Promise<Stored> {
    const { interaction, stored } = this.message(token, id);
    await this.#messages.edit(stored, body, files, asEdit, usersOnly);
    if (stored === interaction.original) interaction.completed = true;
    this.#changed(interaction);
    return stored;
  }

  remove(token: string, id: string): void {
    const { interaction, stored } = this.message(token, id);
    this.#messages.remove(stored);
    if (stored === interaction.original) interaction.completed = true;
    this.#changed(interaction);
  }

  /** A message this token may change: its own answers, and the message with its button. */
  message(token: string, id: string): { readonly interaction: Interaction; readonly stored: Stored } {
    const interaction = this.#live(token);
    const stored =
      id === '@original'
        ? interaction.original
        : [interaction.original, ...interaction.followUps].find((each) => each?.payload.id === id);
    if (!stored || stored.gone) throw new Refusal('unknown-message');
    return { interaction, stored };
  }

  #live(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.state !== 'acknowledged') throw new Refusal('unknown-webhook');
    if (this.#world.clock.now() - interaction.sentAt > tokenLives) throw new Refusal('expired-token');
    return interaction;
  }

  #reply(
    interaction: Interaction,
    body: MessageBody,
    files: readonly SentFile[],
    wording: Wording,
    accepted?: () => void,
  ): Promise<Stored> {
    const kept = (body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
    const draft = {
      ...this.#draft(interaction, body, files),
      ...privacy(interaction, (body.flags ?? 0) & MessageFlags.Ephemeral, kept),
    };
    return this.#messages.post(draft, wording, accepted);
  }

  #draft(interaction: Interaction, body: MessageBody, files: readonly SentFile[]) {
    const { applicationId, bot } = this.#world;
    const first = interaction.type === InteractionType.ApplicationCommand && interaction.state === 'waiting';
    const onMessage = interaction.metadata.target_message_id !== undefined;
    return {
      channel: interaction.channel,
      author: bot,
      body,
      files,
      repliesTo: first ? null : (interaction.source ?? interaction.original),
      type: !first
        ? MessageType.Reply
        : onMessage
          ? MessageType.ContextMenuCommand
          : MessageType.ChatInputCommand,
      byDefault: usersOnly,
      extra: {
        webhook_id: applicationId,
        application_id: applicationId,
        interaction_metadata: {
          id: interaction.id,
          type: interaction.type,
          user: interaction.user,
          authorizing_integration_owners: { '0': interaction.channel.guild?.id ?? '0' },
          ...interaction.metadata,
        } as never,
      },
    };
  }

  #changed({ id }: Interaction): void {
    this.#world.tell({ type: 'interaction', id });
  }
}

const usersOnly = { parse: ['users'] };
const asCallback: Wording = { schema: 'IncomingWebhookInteractionRequest', path: ['data'] };
const asUpdate: Wording = {
  schema: 'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
  path: ['data'],
};
const asFollowUp: Wording = { schema: 'IncomingWebhookRequestPartial', path: [] };
const asEdit: Wording = { schema: 'IncomingWebhookUpdateRequestPartial', path: [] };

const privacy = ({ user }: Interaction, ephemeral: number, flags: number) => ({
  onlyFor: ephemeral ? user.id : null,
  flags: ephemeral | flags,
});

async function choiceFaults(body: CallbackBody): Promise<readonly Fault[]> {
  const described = await oracle('ApplicationCommandAutocompleteCallbackRequest', body);
  if (described.length > 0) return described;
  return (body.data?.choices ?? []).flatMap(({ name, value }, index) =>
    [
      ['name', name],
      ['value', value],
    ]
      .filter(([, text]) => typeof text === 'string' && (text.length < 1 || text.length > 100))
      .map(([key]) => ({
        path: ['data', 'choices', index, key as string],
        code: 'BASE_TYPE_BAD_LENGTH',
        message: 'Must be between 1 and 100 in length.',
      })),
  );
}
