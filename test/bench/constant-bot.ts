import { readFileSync } from 'node:fs';
import { Client, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js';

/**
 * The least that a bot can do: answers every command with the payload in the file named on the command line, over discord.js
 * as it comes. Only its limit of 50 requests a second is lifted, which Discord does not apply to interactions.
 */
const payload = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as InteractionReplyOptions;
const api = process.env.DISCORD_API!;
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});
client.on('interactionCreate', (interaction) => {
  // What comes too late is counted where it was awaited.
  if (interaction.isChatInputCommand()) interaction.reply(payload).catch(() => {});
});
client.once('clientReady', () => {
  client.application?.commands
    .set([{ name: 'denials', description: 'Always the same' }])
    .catch(console.error);
});
await client.login(process.env.DISCORD_TOKEN);
