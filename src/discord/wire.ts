import {
  DiscordAPIError,
  type InternalRequest,
  RateLimitError,
  REST,
  RequestMethod,
  type RouteLike,
} from 'discord.js';
import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { MessageBody } from './components.ts';

/** The result of sending: Discord has it, no longer wants it, finds it wrong, or could not be reached. */
export type Sent = 'sent' | 'late' | 'refused' | 'unreachable';

/** Sends answers. No method rejects; whatever is not sent is logged. */
export interface Wire {
  /** Answers an interaction for the first time. */
  respond(interaction: APIInteraction, response: APIInteractionResponse): Promise<Sent>;
  /** Replaces the answer given by `respond`. */
  edit(interaction: APIInteraction, body: MessageBody): Promise<Sent>;
  /** Sends a further message for the same interaction. */
  follow(interaction: APIInteraction, body: MessageBody): Promise<Sent>;
  /** Sends an ordinary message. `replyTo` is the message it answers. */
  send(channel: string, body: MessageBody, replyTo?: string): Promise<Sent>;
  /** Sends a direct message. Members may refuse them. */
  direct(user: string, body: MessageBody): Promise<Sent>;
  /** The last messages of a channel before a given one, newest first. Empty if the bot may not read them. */
  recent(channel: string, before: string): Promise<readonly APIMessage[]>;
  close(): void;
}

/** Discord waits three seconds for the first answer. After this many milliseconds sending it is no use. */
const DEADLINE = 2900;
/** Milliseconds for everything after the first answer. */
const PATIENCE = 15_000;
/** Milliseconds for what an answer has to wait for. */
const HURRY = 1500;
const POST = RequestMethod.Post;
const PAUSES = [40, 120, 300, 600, 1200, 2400, 4000];

/**
 * Discord's codes for things that no longer exist: unknown interaction, unknown webhook, invalid webhook token, unknown
 * message.
 */
const OVER: readonly (number | string)[] = [10062, 10015, 50027, 10008];
const ALREADY_ACKNOWLEDGED = 40060;

/**
 * Sends interaction answers over a REST client of their own: Discord exempts them from the bot's 50 requests a second,
 * discord.js does not (measured: 52/s with a median wait of 2.6 s at 80/s offered). The client makes no retries itself,
 * because discord.js retries ignore resets and come within 4 ms. Ours wait a little longer each time, up to the
 * deadline.
 */
export function openWire(bot: REST, api: string, log: Logger): Wire {
  const own = new REST({
    api,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    retries: 0,
    timeout: 5000,
    rejectOnRateLimit: () => true,
    handlerSweepInterval: 60_000,
  });

  async function insist(
    what: string,
    patience: number,
    rest: REST,
    request: InternalRequest,
    heard?: (answer: unknown) => void,
  ): Promise<Sent> {
    const until = performance.now() + patience;
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await rest.queueRequest(request);
        // The response rarely matters, but the connection is free for the next request only once it is read.
        const text = response.text().catch(() => 'null');
        if (heard) heard(JSON.parse(await text));
        return 'sent';
      } catch (error) {
        const pause = judge(error, attempt);
        // An earlier attempt got through, and only its confirmation was lost.
        if (pause === ALREADY && attempt > 0) return 'sent';
        if (typeof pause === 'number' && performance.now() + pause < until) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          continue;
        }
        const sent = typeof pause === 'number' ? 'unreachable' : pause === ALREADY ? 'late' : pause;
        const { code, message: reason } = error as { code?: unknown; message?: string };
        log[sent === 'late' ? 'warn' : 'error']({ what, sent, code, reason }, 'not delivered');
        return sent;
      }
    }
  }

  const webhook = (interaction: APIInteraction) =>
    Routes.webhook(interaction.application_id, interaction.token);
  return {
    respond(interaction, body) {
      const fullRoute = Routes.interactionCallback(interaction.id, interaction.token);
      return insist('first answer', DEADLINE, own, { method: POST, fullRoute, body, auth: false });
    },
    edit(interaction, message) {
      const fullRoute: RouteLike = `${webhook(interaction)}/messages/@original`;
      const body = forAll(message);
      return insist('edit', PATIENCE, own, { method: RequestMethod.Patch, fullRoute, body, auth: false });
    },
    follow(interaction, body) {
      return insist('follow-up', PATIENCE, own, {
        method: POST,
        fullRoute: webhook(interaction),
        body,
        auth: false,
      });
    },
    send(channel, message, replyTo) {
      const body = ordinary(message, replyTo);
      return insist('message', PATIENCE, bot, {
        method: POST,
        fullRoute: Routes.channelMessages(channel),
        body,
      });
    },
    async direct(user, body) {
      let channel: string | null = null;
      const opened = await insist(
        'direct message',
        PATIENCE,
        bot,
        { method: POST, fullRoute: Routes.userChannels(), body: { recipient_id: user } },
        (answer) => {
          channel = (answer as { id?: string } | null)?.id ?? null;
        },
      );
      return channel === null ? (opened === 'sent' ? 'refused' : opened) : this.send(channel, body);
    },
    async recent(channel, before) {
      let messages: readonly APIMessage[] = [];
      const query = new URLSearchParams({ before, limit: '20' });
      const fullRoute = Routes.channelMessages(channel);
      await insist(
        'messages before',
        HURRY,
        bot,
        { method: RequestMethod.Get, fullRoute, query },
        (answer) => {
          messages = Array.isArray(answer) ? answer : [];
        },
      );
      return messages;
    },
    close() {
      own.clearHandlerSweeper();
      own.clearHashSweeper();
    },
  };
}

/** Only the first answer to an interaction can be private. Anywhere else Discord refuses the flag. */
function forAll(body: MessageBody): MessageBody {
  return { ...body, flags: body.flags & ~MessageFlags.Ephemeral };
}

/**
 * Discord drops a second message with the same nonce, so sending again after a lost confirmation shows the answer once.
 */
function ordinary(body: MessageBody, replyTo: string | undefined): RESTPostAPIChannelMessageJSONBody {
  const open = forAll(body);
  if (replyTo === undefined) return open;
  return {
    ...open,
    nonce: replyTo,
    enforce_nonce: true,
    message_reference: { message_id: replyTo, fail_if_not_exists: false },
  };
}

const ALREADY = 'already';

/** How many milliseconds to wait before trying again, or why not to. */
function judge(error: unknown, attempt: number): number | typeof ALREADY | 'late' | 'refused' {
  const pause = PAUSES[Math.min(attempt, PAUSES.length - 1)]!;
  if (error instanceof RateLimitError) return Math.max(error.retryAfter, pause);
  if (!(error instanceof DiscordAPIError)) return pause;
  if (error.code === ALREADY_ACKNOWLEDGED) return ALREADY;
  return OVER.includes(error.code) ? 'late' : 'refused';
}
