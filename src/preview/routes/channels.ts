import { ChannelType, MessageFlags, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { demand, sendingTo } from '../permissions.ts';
import { Refusal } from '../refusal.ts';
import { ignoredInMessage } from '../rules/keys.ts';
import type { MessageBody } from '../rules/message.ts';
import { shapes } from '../shapes.ts';
import type { Channel, Stored, World } from '../world.ts';
import type { Call, Parts, Route } from './route.ts';

const nonceMinutes = 5;
const everything = { parse: ['users', 'roles', 'everyone'], replied_user: true };

/** Channels and their messages, as far as a bot may see them. */
export const channelRoutes: readonly Route[] = [
  { at: 'GET /channels/:channel', handle: (call, { world }) => shapes.channel(visible(call, world)) },
  {
    at: 'GET /channels/:channel/messages',
    handle: (call, { world }) => {
      const channel = visible(call, world, PermissionFlagsBits.ReadMessageHistory);
      const before = call.query.get('before');
      return [...channel.messages.values()]
        .filter(
          ({ onlyFor, gone, payload }) =>
            !onlyFor && !gone && (!before || BigInt(payload.id) < BigInt(before)),
        )
        .map(({ payload }) => payload)
        .reverse()
        .slice(0, Number(call.query.get('limit') ?? 50));
    },
  },
  {
    at: 'GET /channels/:channel/messages/:message',
    handle: (call, { world }) => present(call, world).payload,
  },
  { at: 'POST /channels/:channel/messages', handle: post },
  {
    at: 'PATCH /channels/:channel/messages/:message',
    handle: async (call: Call<MessageBody>, { world, messages }) => {
      const stored = present(call, world);
      if (stored.payload.author.id !== world.bot.id) throw new Refusal('not-the-author');
      const edited = await messages.edit(stored, call.body, call.files, wording.edit, everything);
      return edited.payload;
    },
  },
  {
    at: 'DELETE /channels/:channel/messages/:message',
    handle: (call, { world, messages }) => {
      const stored = present(call, world);
      if (stored.payload.author.id !== world.bot.id)
        demand(stored.channel, world.bot.id, PermissionFlagsBits.ManageMessages);
      messages.remove(stored);
    },
  },
  {
    at: 'POST /channels/:channel/typing',
    handle: (call, { world }) => {
      const channel = visible(call, world);
      demand(channel, world.bot.id, sendingTo(channel));
      world.tell({ type: 'typing', channel, user: world.bot });
    },
  },
  {
    at: 'POST /users/@me/channels',
    handle: (call: Call<{ recipient_id?: string }>, { world }) => {
      const user = world.users.get(call.body?.recipient_id ?? '');
      if (!user) throw new Refusal('unknown-user');
      return shapes.channel(world.directMessage(user));
    },
  },
];

const wording = {
  create: { schema: 'MessageCreateRequest', path: [] },
  edit: { schema: 'MessageEditRequestPartial', path: [] },
};

async function post(call: Call<MessageBody>, { world, messages, problems }: Parts): Promise<unknown> {
  const { body, files } = call;
  for (const key of ignoredInMessage(body)) problems.add('ignored', key);
  const channel = visible(call, world);
  demand(channel, world.bot.id, sendingTo(channel));
  if (files.length > 0) demand(channel, world.bot.id, PermissionFlagsBits.AttachFiles);
  const again = body.enforce_nonce && body.nonce != null ? sentBefore(channel, body.nonce, world) : undefined;
  if (again) return again.payload;
  const replied = body.message_reference?.message_id;
  const target = replied ? world.message(channel, replied) : undefined;
  if (replied && !target && body.message_reference?.fail_if_not_exists !== false)
    throw new Refusal('invalid-body', [
      { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  const stored = await messages.post(
    {
      channel,
      author: world.bot,
      body,
      files,
      onlyFor: null,
      type: target ? MessageType.Reply : MessageType.Default,
      repliesTo: target ?? null,
      byDefault: everything,
      // A channel message cannot be for one reader only.
      flags: (body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds),
    },
    wording.create,
  );
  return stored.payload;
}

/** A message with the nonce of one from the last few minutes is not sent again; the first one is returned. */
function sentBefore(channel: Channel, nonce: string | number, { clock, bot }: World): Stored | undefined {
  return [...channel.messages.values()].findLast(
    ({ payload }) =>
      payload.author.id === bot.id &&
      payload.nonce === nonce &&
      clock.now() - Date.parse(payload.timestamp) < nonceMinutes * 60_000,
  );
}

function visible({ params }: Call, world: World, needed = 0n): Channel {
  const channel = world.channels.get(params.channel ?? '');
  if (!channel || (channel.type === ChannelType.DM && !channel.recipient))
    throw new Refusal('unknown-channel');
  demand(channel, world.bot.id, needed);
  return channel;
}

function present(call: Call, world: World): Stored {
  const channel = visible(call, world, PermissionFlagsBits.ReadMessageHistory);
  const stored = world.message(channel, call.params.message ?? '');
  if (!stored || stored.onlyFor) throw new Refusal('unknown-message');
  return stored;
}
