import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it, vi } from 'vitest';
import { asked, discord, restart, runBot } from './running-bot.ts';

runBot();

describe('A message that mentions the bot', () => {
  it('is answered by a reply that pings nobody', async () => {
    const sight = await discord.member.mention('who denied the report?');
    expect(asked).toEqual([['who denied the report?', []]]);
    expect(sight.stored!.payload.message_reference).toBeDefined();
    expect(sight.stored!.pings).toEqual([]);
  });

  it('is told of an error by an id', async () => {
    expect((await discord.member.mention('what is broken?')).text).toMatch(/in the log as [0-9a-f]{8}/);
  });

  it('is told so where it says nothing and there is no help', async () => {
    expect((await discord.member.mention('')).text).toBe('There is no text in that message.');
  });

  it('is told to mention the bot where it mentions its role, which Discord lets nobody read', async () => {
    const { guild, world } = discord;
    guild.roles.get(guild.id)!.permissions |= PermissionFlagsBits.MentionEveryone;
    const own = world.addRole(guild, 'On the Record', 0n, world.bot.id);
    const other = world.addRole(guild, 'Proof-readers', 0n);
    await restart();
    discord.member.say(`<@&${other.id}> who denied the report?`);
    discord.member.say(`<@&${own.id}> who denied the report?`);
    await vi.waitFor(() => expect(discord.member.sees()).toHaveLength(3));
    expect(discord.member.sees().at(-1)!.text).toContain('Mention me, not the role');
    expect(asked).toEqual([]);
    await discord.member.mention(`<@&${own.id}> who denied the report?`);
    expect(asked).toEqual([['who denied the report?', []]]);
  });

  it('follows up on the answer it replies to, after a restart too', async () => {
    const first = await discord.member.mention('who denied the report?');
    await restart();
    const second = await discord.member.mention('and the company?', { replyTo: first });
    const third = await discord.member.mention('and the workers?', { replyTo: second });
    expect(asked.slice(1)).toEqual([
      ['and the company?', ['who denied the report?']],
      ['and the workers?', ['who denied the report?', 'and the company?']],
    ]);
    await discord.member.click(third, 'Next');
    expect(asked.at(-1)).toEqual(asked[2]);
    expect(third.text).toContain('Page 2 of 2');
  });

  it('follows up on a command’s answer that it replies to', async () => {
    const first = await discord.member.slash('/denials', { about: 'crane' });
    await discord.member.mention('and the company?', { replyTo: first });
    expect(asked).toEqual([['and the company?', ['denials about crane']]]);
  });

  it('follows up on the last question of its thread', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    await discord.member.mention('who denied the report?', { in: thread });
    await discord.moderator.mention('and the company?', { in: thread });
    expect(asked).toEqual([
      ['who denied the report?', []],
      ['and the company?', ['who denied the report?']],
    ]);
  });

  it('follows up on the last question of its thread and of direct messages after a restart, too', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    for (const where of [thread, discord.member.privately]) {
      asked.length = 0;
      await discord.member.mention('who denied the report?', { in: where });
      discord.moderator.say('Somebody says something else.', { in: thread });
      await restart();
      await discord.member.mention('and the company?', { in: where });
      expect(asked.at(-1)).toEqual(['and the company?', ['who denied the report?']]);
    }
  });

  it('follows up on nothing in a thread whose messages it may not read', async () => {
    const thread = discord.world.addChannel(discord.guild, 'Harbour', discord.channel);
    await discord.member.mention('who denied the report?', { in: thread });
    await restart();
    discord.channel.denied = PermissionFlagsBits.ReadMessageHistory;
    discord.problems.expect({ code: 50013 });
    await discord.member.mention('and the company?', { in: thread });
    expect(asked.at(-1)).toEqual(['and the company?', []]);
  });

  it('has its pages turned in place by who asked, and suggestions answered for all', async () => {
    const sight = await discord.member.mention('who denied the report?');
    await discord.member.click(sight, 'Next');
    expect(sight.text).toContain('Page 2 of 2');
    expect((await discord.member.click(sight, 'Ida Brandt')).ephemeral).toBe(false);
    expect((await discord.moderator.click(sight, 'Previous')).ephemeral).toBe(true);
    expect(sight.text).toContain('Page 2 of 2');
  });

  it('is answered in direct messages without a mention, follow-ups too', async () => {
    const dm = { in: discord.member.privately };
    await discord.member.mention('who denied the report?', dm);
    await discord.member.mention('and the company?', dm);
    expect(asked[1]).toEqual(['and the company?', ['who denied the report?']]);
  });
});
