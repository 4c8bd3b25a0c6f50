import { type APIMessage, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { CallbackBody, Interaction } from '../interactions.ts';
import { Refusal } from '../refusal.ts';
import { ignoredInMessage } from '../rules/keys.ts';
import type { MessageBody } from '../rules/message.ts';
import type { Call, Parts, Route } from './route.ts';

/** First answers, and the webhook that each interaction opens for fifteen minutes. */
export const interactionRoutes: readonly Route[] = [
  { at: 'POST /interactions/:id/:token/callback', open: true, handle: respond },
  {
    at: 'POST /webhooks/:application/:token',
    open: true,
    handle: async (call: Call<MessageBody>, parts) => {
      own(call, parts);
      ignored(call.body, parts);
      const stored = await parts.interactions.followUp(call.params.token!, call.body, call.files);
      return call.query.get('wait') === 'false' ? undefined : stored.payload;
    },
  },
  {
    at: 'GET /webhooks/:application/:token/messages/:message',
    open: true,
    handle: (call, parts): APIMessage => {
      own(call, parts);
      return parts.interactions.message(call.params.token!, call.params.message!).stored.payload;
    },
  },
  {
    at: 'PATCH /webhooks/:application/:token/messages/:message',
    open: true,
    handle: async (call: Call<MessageBody>, parts): Promise<APIMessage> => {
      own(call, parts);
      ignored(call.body, parts);
      const { token, message } = call.params;
      return (await parts.interactions.edit(token!, message!, call.body, call.files)).payload;
    },
  },
  {
    at: 'DELETE /webhooks/:application/:token/messages/:message',
    open: true,
    handle: (call, parts) => {
      own(call, parts);
      parts.interactions.remove(call.params.token!, call.params.message!);
    },
  },
];

async function respond(call: Call<CallbackBody>, parts: Parts): Promise<unknown> {
  const { id, token } = call.params;
  const { body } = call;
  const deferred = body.type === InteractionResponseType.DeferredChannelMessageWithSource;
  if (deferred && (body.data?.flags ?? 0) & ~MessageFlags.Ephemeral)
    parts.problems.add('ignored', 'flags other than EPHEMERAL on a deferred answer');
  if (!deferred) ignored(body.data ?? {}, parts);
  const interaction = await parts.interactions.respond(id!, token!, body, call.files);
  return call.query.get('with_response') === 'true' ? described(interaction, body.type) : undefined;
}

function described(interaction: Interaction, type: InteractionResponseType): unknown {
  const message = interaction.original;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && {
        response_message_id: message.payload.id,
        response_message_loading: ((message.payload.flags ?? 0) & MessageFlags.Loading) !== 0,
        response_message_ephemeral: message.onlyFor !== null,
        channel_id: message.channel.id,
        ...(message.channel.guild && { guild_id: message.channel.guild.id }),
      }),
    },
    ...(message && { resource: { type, message: message.payload } }),
  };
}

function own({ params }: Call, { world }: Parts): void {
  if (params.application !== world.applicationId) throw new Refusal('unknown-webhook');
}

const meaningful =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

function ignored(body: MessageBody, { problems }: Parts): void {
  const { flags } = body;
  for (const key of ignoredInMessage(body)) problems.add('ignored', key);
  if ((flags ?? 0) & ~meaningful) problems.add('ignored', `message flags ${(flags ?? 0) & ~meaningful}`);
}
