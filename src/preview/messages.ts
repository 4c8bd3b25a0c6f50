import {
  type APIMessage,
  type APIUser,
  ComponentType,
  MessageFlags,
  type MessageType,
} from 'discord-api-types/v10';
import { mentioned, pingsOf } from './mentions.ts';
import { Refusal } from './refusal.ts';
import { type Component, everyComponent } from './rules/components.ts';
import { type AllowedMentions, checkMessage, type Embed, type MessageBody } from './rules/message.ts';
import type { Channel, Stored, World } from './world.ts';

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Draft {
  readonly channel: Channel;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly files: readonly SentFile[];
  /** The only user who will see it; null if everyone will. */
  readonly onlyFor: string | null;
  readonly type: MessageType;
  readonly repliesTo: Stored | null;
  /** What Discord adds: interaction metadata, the webhook's id. */
  readonly extra?: Partial<APIMessage>;
  readonly byDefault: AllowedMentions;
  readonly flags: number;
}

/** How to read the body of a request. */
export interface Wording {
  readonly schema: string;
  readonly path: readonly string[];
}

const mostFiles = 10;
const largestFile = 10 * 1024 * 1024;

/** Writes messages into the world after checking them by Discord's rules, and reports them. */
export class Messages {
  readonly #world: World;
  /** Where attachments are fetched from. */
  origin = '';

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Throws the Refusal that Discord would answer with; nothing is written then. `accepted` runs just before writing.
   */
  async post(draft: Draft, wording: Wording, accepted?: () => void): Promise<Stored> {
    checkFiles(draft.files);
    await checkMessage(draft.body, { ...wording, files: draft.files.map(({ name }) => name) });
    accepted?.();
    return this.write(draft);
  }

  /** Writes without a check: members' messages, and the loading message of a deferred reply. */
  write(draft: Draft): Stored {
    const { channel, author, body, onlyFor, repliesTo, extra, type } = draft;
    const id = this.#world.snowflake();
    const payload = {
      id,
      channel_id: channel.id,
      author,
      content: '',
      timestamp: this.#world.timestamp(),
      edited_timestamp: null,
      tts: body.tts ?? false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      type,
      flags: draft.flags,
      ...(body.nonce != null && { nonce: body.nonce }),
      ...extra,
      ...(repliesTo && {
        message_reference: {
          type: 0,
          message_id: repliesTo.payload.id,
          channel_id: channel.id,
          ...(channel.guild && { guild_id: channel.guild.id }),
        },
        referenced_message: { ...repliesTo.payload, referenced_message: undefined },
      }),
    } as unknown as APIMessage;
    const stored: Stored = { payload, channel, onlyFor, gone: false, pings: [] };
    this.#fill(stored, body, draft.files, draft.byDefault, repliesTo?.payload.author ?? null);
    channel.messages.set(id, stored);
    this.#world.tell({ type: 'message', change: 'created', stored });
    return stored;
  }

  /** Keeps what `patch` does not name, and checks the resulting message. */
  async edit(
    stored: Stored,
    patch: MessageBody,
    files: readonly SentFile[],
    wording: Wording,
    byDefault: AllowedMentions,
    accepted?: () => void,
  ): Promise<Stored> {
    checkFiles(files);
    const was = stored.payload;
    const isV2 = ((was.flags ?? 0) | (patch.flags ?? 0)) & MessageFlags.IsComponentsV2;
    const kept = patch.attachments
      ? was.attachments.filter(({ id }) => patch.attachments?.some((each) => String(each.id) === id))
      : was.attachments;
    const after: MessageBody = {
      content: was.content,
      embeds: was.embeds as Embed[],
      components: was.components as Component[],
      ...patch,
      flags: isV2,
      attachments: [],
    };
    const names = [...kept.map(({ filename }) => filename), ...files.map(({ name }) => name)];
    await checkMessage(after, { ...wording, files: names });
    accepted?.();
    const loading = (was.flags ?? 0) & MessageFlags.Loading;
    const suppressed = (patch.flags ?? was.flags ?? 0) & MessageFlags.SuppressEmbeds;
    stored.payload = {
      ...was,
      flags: ((was.flags ?? 0) & MessageFlags.Ephemeral) | isV2 | suppressed,
      attachments: kept,
      // For readers, the first content of a deferred reply is not an edit.
      edited_timestamp: loading ? null : this.#world.timestamp(),
    };
    this.#fill(stored, after, files, byDefault, null);
    this.#world.tell({ type: 'message', change: 'edited', stored });
    return stored;
  }

  remove(stored: Stored): void {
    stored.gone = true;
    this.#world.tell({ type: 'message', change: 'deleted', stored });
  }

  #fill(
    stored: Stored,
    body: MessageBody,
    files: readonly SentFile[],
    byDefault: AllowedMentions,
    repliedTo: APIUser | null,
  ): void {
    const { payload, channel } = stored;
    const attachments = [
      ...payload.attachments,
      ...files.map(({ name, type, bytes }) => this.#world.addFile(this.origin, name, type, bytes)),
    ];
    const media = (sent: string): Media => {
      const url = attachments.find(({ filename }) => sent === `attachment://${filename}`)?.url ?? sent;
      return { id: this.#world.snowflake(), url, proxy_url: url };
    };
    const who = mentioned(this.#world, channel, payload.author, body, byDefault, repliedTo);
    stored.pings = stored.onlyFor ? [] : pingsOf(who);
    stored.payload = {
      ...payload,
      content: body.content ?? '',
      attachments,
      embeds: (body.embeds ?? []).map((embed) => ({
        type: 'rich',
        ...embed,
        ...(embed.fields && { fields: embed.fields.map((field) => ({ inline: false, ...field })) }),
      })) as APIMessage['embeds'],
      components: keptComponents(body.components ?? [], media) as APIMessage['components'] & object,
      mentions: [...who.users],
      mention_roles: [...who.roles],
      mention_everyone: who.everyone,
    };
  }
}

function checkFiles(files: readonly SentFile[]): void {
  if (files.length > mostFiles)
    throw new Refusal('invalid-body', [
      { path: ['files'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${mostFiles} or fewer in length.` },
    ]);
  if (files.some(({ bytes }) => bytes.length > largestFile)) throw new Refusal('too-large');
}

/** Components as Discord returns them: each with a number, and media with their addresses. */
function keptComponents(components: readonly Component[], fetched: (url: string) => Media): Component[] {
  const copies = structuredClone(components) as Component[];
  const all = [...everyComponent(copies)].map(({ component }) => component);
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const component of all) {
    if (!component.id) {
      while (taken.has(next)) next++;
      component.id = next++;
    }
    Object.assign(component, { ...defaults[component.type], ...component });
    for (const item of component.items ?? [])
      Object.assign(item, { description: null, spoiler: false, ...item });
    for (const holder of [component, ...(component.items ?? [])])
      if (holder.media) holder.media = fetched(holder.media.url);
    if (component.file) component.file = fetched(component.file.url);
  }
  return copies;
}

interface Media {
  readonly id: string;
  readonly url: string;
  readonly proxy_url: string;
}

const defaults: Partial<Record<ComponentType, Partial<Component> & { spoiler?: boolean }>> = {
  [ComponentType.Separator]: { spacing: 1, divider: true },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
};
