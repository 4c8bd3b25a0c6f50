import { type Client, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettableClock } from '../../src/preview/clock.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { type Behaviour, openBot } from './bot.ts';

/** Bots that are broken on purpose. Each must make `close` throw: that is what fails the test of a real one. */

let discord: LocalDiscord;
let clock: SettableClock;
let bot: Client;

beforeEach(async () => {
  clock = new SettableClock();
  discord = await openLocalDiscord({ clock });
});

afterEach(() => bot.destroy());

const open = async (
  onInteraction: (interaction: Interaction) => unknown,
  options: Behaviour['options'] = {},
) => {
  bot = await openBot(discord, { commands: [{ name: 'ask', description: 'Asks' }], onInteraction, options });
};

const command =
  (answer: (interaction: Extract<Interaction, { commandName: string }>) => unknown) =>
  (interaction: Interaction) =>
    interaction.isChatInputCommand() && answer(interaction);

test('a bot that answers after three seconds is caught', async () => {
  await open(
    command((interaction) => {
      clock.advance(3_001);
      return interaction.isChatInputCommand() && interaction.reply('At last');
    }),
  );
  expect((await discord.member.slash('/ask')).outcome).toBe('did not respond');
  await refused(10062);
  await expect(discord.close()).rejects.toThrow(/unanswered: ask in newsroom[\s\S]*refused \(10062\)/);
});

test('a bot that never answers is caught', async () => {
  await open(() => {
    clock.advance(3_001);
  });
  await discord.member.slash('/ask');
  await expect(discord.close()).rejects.toThrow('unanswered: ask in newsroom');
});

test('a bot that answers with 2001 characters is caught', async () => {
  await open(command((interaction) => interaction.isRepliable() && interaction.reply('a'.repeat(2001))));
  discord.member.begin('/ask');
  await refused(50035);
  await expect(discord.close()).rejects.toThrow(/refused \(50035\)[\s\S]*Must be 2000 or fewer/);
});

test('a bot that acknowledges twice is caught', async () => {
  await open(
    command(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('Once');
      // discord.js itself refuses the second reply, as long as it is told of the first.
      interaction.replied = false;
      await interaction.reply('Twice');
    }),
  );
  await discord.member.slash('/ask');
  await refused(40060);
  await expect(discord.close()).rejects.toThrow('refused (40060)');
});

test('a bot that quotes a ping is caught', async () => {
  await open(
    command(
      (interaction) =>
        interaction.isRepliable() && interaction.reply(`> He told <@${discord.moderator.account.id}> so`),
    ),
  );
  await discord.member.slash('/ask');
  await expect(discord.close()).rejects.toThrow(`pinged: ${discord.moderator.account.id} by: > He told`);
});

test('the same bot with no mention allowed is not', async () => {
  await open(
    command(
      (interaction) =>
        interaction.isRepliable() && interaction.reply(`> He told <@${discord.moderator.account.id}> so`),
    ),
    { allowedMentions: { parse: [] } },
  );
  await discord.member.slash('/ask');
  await expect(discord.close()).resolves.toBeUndefined();
});

test('a bot that shows a private answer to everybody is seen by everybody', async () => {
  await open(command((interaction) => interaction.isRepliable() && interaction.reply('For you alone')));
  await discord.member.slash('/ask');
  expect(discord.moderator.sees().map(({ text }) => text)).toEqual(['For you alone']);
  await discord.close();
});

test('a bot that edits another page into Components V2 with content beside is caught', async () => {
  await open(
    command(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('Page 1');
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 10, content: 'Page 2' }],
      });
    }),
  );
  await discord.member.slash('/ask');
  await refused(50035);
  await expect(discord.close()).rejects.toThrow(/The 'content' field cannot be used/);
});

test('what was expected and did not happen is told as well', async () => {
  await open(command((interaction) => interaction.isRepliable() && interaction.reply('Fine')));
  await discord.member.slash('/ask');
  discord.problems.expect({ what: 'refused', code: 10062 });
  await expect(discord.close()).rejects.toThrow('expected, but did not happen: refused 10062');
});

async function refused(code: number): Promise<void> {
  while (!discord.problems.found.some((problem) => problem.code === code))
    await new Promise((resolve) => setImmediate(resolve));
}
