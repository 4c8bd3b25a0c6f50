import {
  type ApplicationCommandDataResolvable,
  Client,
  type ClientOptions,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../../src/preview/local-discord.ts';

export interface Behaviour {
  readonly commands?: readonly ApplicationCommandDataResolvable[];
  readonly onInteraction?: (interaction: Interaction) => unknown;
  readonly onReady?: (client: Client<true>) => unknown;
  readonly options?: Partial<ClientOptions>;
  /** What a handler throws goes here; nowhere where left out, as the local Discord notes refusals by itself. */
  readonly onError?: (error: unknown) => void;
}

/** A discord.js client as anybody would write it, logged in to the local Discord by its address alone. */
export async function openBot(discord: LocalDiscord, behaviour: Behaviour = {}): Promise<Client<true>> {
  const { commands = [], onInteraction, onReady, options, onError = () => {} } = behaviour;
  const client = new Client({ intents: 513, ...options, rest: { api: discord.api, ...options?.rest } });
  client.on('error', onError);
  client.on('interactionCreate', (interaction) => {
    void (async () => onInteraction?.(interaction))().catch(onError);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  const readyClient = await ready;
  await onReady?.(readyClient);
  if (commands.length > 0) await readyClient.application.commands.set(commands, discord.guild.id);
  return readyClient;
}
