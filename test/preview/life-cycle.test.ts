import type { Client } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { openBot } from './bot.ts';

let discord: LocalDiscord;
let bot: Client;

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const echo = {
  name: 'echo',
  description: 'Says it back',
  options: [{ type: 3 as const, name: 'text', description: 'What to say', required: true }],
};

test('a stock discord.js client logs in, registers a command and answers it', async () => {
  discord = await openLocalDiscord();
  bot = await openBot(discord, {
    commands: [echo],
    onInteraction: (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply(`You said ${interaction.options.getString('text')}`),
  });
  const seen = await discord.member.slash('/echo', { text: 'hello' });
  expect(seen).toMatchObject({ outcome: 'answered', text: 'You said hello', ephemeral: false });
});
