import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { ArchiveError, type Completion, type ReindexProgress } from '../archive/archive.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import type { Locale } from '../locales/say.ts';
import type { Bot } from './bot.ts';
import { type MessageBody, notice } from './components.ts';
import type { Faults } from './faults.ts';
import type { Owed } from './owed.ts';
import type { Sent, Wire } from './wire.ts';

/** How an interaction is answered. */
export type Outcome =
  | { readonly type: 'message'; readonly body: MessageBody }
  /** Replaces the message with the button. */
  | { readonly type: 'update'; readonly body: MessageBody }
  | { readonly type: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly type: 'choices'; readonly choices: readonly Completion[] };

/** How to get the answer to one interaction. */
export interface Job {
  /** For the log. */
  readonly what: string;
  readonly locale: Locale;
  /** How Discord shows that we are working on it, or an immediate answer where Discord allows no waiting. */
  readonly wait: 'public' | 'private' | 'update' | Outcome;
  readonly run: (progress: (progress: ReindexProgress) => void) => Promise<Outcome>;
}

/** Milliseconds until a member is shown that we are working on it. Discord waits 3000 from when it sent the event. */
const SOON = 1500;
/** An interaction's token lasts 15 minutes. */
const TOKEN = 14 * 60_000;
/** Milliseconds between two edits that show progress. */
const PROGRESS = 1500;

/**
 * Does the job and makes sure that Discord gets exactly one answer in time, whatever happens: directly if possible,
 * else after "thinking…", and as a notice with an error id if something breaks. Calling what it puts into `stops` ends
 * it early, with a notice. Never rejects.
 */
export async function exchange(
  interaction: APIInteraction,
  job: Job,
  wire: Wire,
  { log, faults, meter, owed }: Pick<Bot, 'log' | 'faults' | 'meter' | 'owed'>,
  stops: Set<() => void> = new Set(),
): Promise<void> {
  const started = performance.now();
  const waiting = new Waiting(interaction, job, wire, owed);
  const work = job
    .run((progress) => waiting.progress(progress))
    .catch((error: unknown) => broken(error, job, faults));
  const timer = setTimeout(() => waiting.begin(), SOON);
  const outcome = fitting(await unlessStopped(work, job, stops), job);
  clearTimeout(timer);
  let sent = await waiting.finish(outcome);
  if (sent === 'refused')
    sent = await waiting.finish(broken(new Error('Discord refused the answer'), job, faults));
  const ms = performance.now() - started;
  if (sent === 'sent' && 'body' in outcome) await giveOwed(interaction, wire, owed);
  meter.answered(job.what, sent, ms / 1000);
  log.info(
    { request: interaction.id, what: job.what, ms: Math.round(ms), waited: waiting.visible, sent },
    'answered',
  );
}

/** Sends along what the member could not be given before, privately. */
async function giveOwed(interaction: APIInteraction, wire: Wire, owed: Owed): Promise<void> {
  const asker = askerOf(interaction);
  const body = asker === undefined ? undefined : owed.take(asker);
  if (!body) return;
  const sent = await wire.follow(interaction, { ...body, flags: body.flags | MessageFlags.Ephemeral });
  // After the token's end nothing can follow an answer, not even one that came as an ordinary message.
  if (sent === 'unreachable' || sent === 'late') owed.keep(asker!, body);
}

const askerOf = ({ member, user }: APIInteraction): string | undefined => (member?.user ?? user)?.id;

/** While somebody types, Discord takes only completions, not even a notice that there are none. */
function fitting(outcome: Outcome, { wait }: Job): Outcome {
  return typeof wait === 'string' || wait.type !== 'choices' || outcome.type === 'choices' ? outcome : wait;
}

/** The notice for something that should never happen, with the id under which the log explains it. */
export function broken(error: unknown, { what, locale }: Pick<Job, 'what' | 'locale'>, faults: Faults) {
  return { type: 'message', body: notice(excuse(error, what, faults), locale, true) } as const;
}

function excuse(error: unknown, what: string, faults: Faults): Phrase {
  const building = error instanceof ArchiveError && error.code === 'building';
  if (building) return phrase('discord.building');
  const id = faults.record(what, error);
  return phrase(error instanceof ArchiveError ? 'discord.no-archive' : 'discord.error', { id });
}

/** The outcome of the work, or a notice that we are stopping if `stops` is called first. */
function unlessStopped(work: Promise<Outcome>, job: Job, stops: Set<() => void>): Promise<Outcome> {
  return new Promise((resolve) => {
    const stop = () =>
      resolve({ type: 'message', body: notice(phrase('discord.stopping'), job.locale, true) });
    stops.add(stop);
    void work.then((outcome) => {
      stops.delete(stop);
      resolve(outcome);
    });
  });
}

/** The time between an interaction and its answer. */
class Waiting {
  readonly #interaction: APIInteraction;
  readonly #job: Job;
  readonly #wire: Wire;
  readonly #owed: Owed;
  readonly #until = performance.now() + TOKEN;
  #begun: Promise<Sent> | null = null;
  #latest: ReindexProgress | null = null;
  #showing = false;
  #editing: Promise<unknown> = Promise.resolve();
  #over = false;

  constructor(interaction: APIInteraction, job: Job, wire: Wire, owed: Owed) {
    this.#interaction = interaction;
    this.#job = job;
    this.#wire = wire;
    this.#owed = owed;
  }

  /** Whether the member has been shown that we are working on it. */
  get visible(): boolean {
    return this.#begun !== null;
  }

  begin(): Promise<Sent> {
    this.#begun ??= this.#wire.respond(this.#interaction, waitResponse(this.#job.wait));
    return this.#begun;
  }

  /** Shows the latest progress of the job, as often as Discord allows. */
  progress(progress: ReindexProgress): void {
    this.#latest = progress;
    if (this.#showing || this.#over) return;
    this.#showing = true;
    this.#editing = this.begin().then(() => this.#show());
  }

  async #show(): Promise<void> {
    const { stage, done, total } = this.#latest!;
    this.#latest = null;
    const late = performance.now() > this.#until;
    const words = late
      ? phrase(this.#channel() ? 'discord.longer-here' : 'discord.longer')
      : phrase(`progress.${stage}`, { done, total });
    await this.#wire.edit(this.#interaction, notice(words, this.#job.locale, false));
    if (late) return;
    setTimeout(() => {
      this.#showing = false;
      if (this.#latest) this.progress(this.#latest);
    }, PROGRESS).unref();
  }

  async finish(outcome: Outcome): Promise<Sent> {
    this.#over = true;
    await this.#editing;
    if (this.#begun === null) return this.#wire.respond(this.#interaction, response(outcome));
    const begun = await this.#begun;
    if (begun !== 'sent' || typeof this.#job.wait !== 'string' || !('body' in outcome)) return begun;
    if (this.#job.wait === 'update' && outcome.type === 'message')
      return this.#wire.follow(this.#interaction, outcome.body);
    const sent = await this.#wire.edit(this.#interaction, outcome.body);
    return sent === 'late' ? this.#afterTheEnd(outcome.body) : sent;
  }

  /**
   * For when Discord takes no more answers: sends an ordinary message if everybody may see it. Otherwise, or if that
   * fails, sends a direct message. If the member takes none, the answer is owed to them.
   */
  async #afterTheEnd(body: MessageBody): Promise<Sent> {
    const channel = this.#channel();
    const sent = channel === null ? 'refused' : await this.#wire.send(channel, body);
    const asker = askerOf(this.#interaction);
    if (sent === 'sent' || asker === undefined) return sent;
    if ((await this.#wire.direct(asker, body)) === 'sent') return 'sent';
    this.#owed.keep(asker, body);
    return 'late';
  }

  /** The channel for an ordinary message in place of an answer after the token's end; null if there is none. */
  #channel(): string | null {
    const { channel, app_permissions } = this.#interaction;
    const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    if (this.#job.wait !== 'public' || !channel || channel.type === ChannelType.GroupDM) return null;
    return (BigInt(app_permissions ?? '0') & needed) === needed ? channel.id : null;
  }
}

function waitResponse(wait: Job['wait']): APIInteractionResponse {
  switch (wait) {
    case 'public':
      return { type: InteractionResponseType.DeferredChannelMessageWithSource };
    case 'private':
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      };
    case 'update':
      return { type: InteractionResponseType.DeferredMessageUpdate };
    default:
      return response(wait);
  }
}

function response(outcome: Outcome): APIInteractionResponse {
  switch (outcome.type) {
    case 'message':
      return { type: InteractionResponseType.ChannelMessageWithSource, data: outcome.body };
    case 'update':
      return {
        type: InteractionResponseType.UpdateMessage,
        data: { ...outcome.body, flags: MessageFlags.IsComponentsV2 },
      };
    case 'modal':
      return { type: InteractionResponseType.Modal, data: outcome.modal };
    case 'choices':
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: outcome.choices.map(({ label, value }) => ({ name: label, value })) },
      };
  }
}
