import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { call, register, respond } from './raw.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await openLocalDiscord();
});

afterEach(() => discord.close());

const names = (commands: readonly { name: string }[]): string[] => commands.map(({ name }) => name);

test('a command for those who manage the guild is offered to them only, and can be forced for a test', async () => {
  const permissions = String(PermissionFlagsBits.ManageGuild);
  await register(discord, { name: 'reindex', default_member_permissions: permissions });
  expect(names(discord.moderator.commands())).toEqual(['reindex']);
  expect(discord.member.commands()).toEqual([]);
  expect(() => discord.member.begin('/reindex')).toThrow('There is no command /reindex for theo here');
  const forced = discord.member.begin('/reindex', {}, { force: true });
  await respond(discord, forced, 4, { content: 'You may not' });
  expect(forced.text).toBe('You may not');
});

test('a global command is offered in private unless it says otherwise', async () => {
  await register(discord, { name: 'anywhere' }, 'global');
  await register(discord, { name: 'guilds', contexts: [0] }, 'global');
  await register(discord, { name: 'private', contexts: [1] }, 'global');
  expect(names(discord.member.commands())).toEqual(['anywhere', 'guilds']);
  expect(names(discord.member.commands({ in: discord.member.privately }))).toEqual(['anywhere', 'private']);
});

test('50013: a bot that may not write in a channel cannot', async () => {
  discord.channel.denied = PermissionFlagsBits.SendMessages;
  const answer = await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, { content: 'x' });
  expect(answer).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.problems.expect({ code: 50013 });
});

test('50001: a bot that may not see a channel does not', async () => {
  discord.channel.denied = PermissionFlagsBits.ViewChannel;
  const answer = await call(discord, 'GET', `/channels/${discord.channel.id}`);
  expect(answer).toMatchObject({ status: 403, body: { code: 50001 } });
  discord.problems.expect({ code: 50001 });
});

test('50005: a bot edits its own messages only', async () => {
  const { payload } = discord.member.say('Mine');
  const path = `/channels/${discord.channel.id}/messages/${payload.id}`;
  expect(await call(discord, 'PATCH', path, { content: 'x' })).toMatchObject({ body: { code: 50005 } });
  expect(await call(discord, 'DELETE', path)).toMatchObject({ body: { code: 50013 } });
  discord.problems.expect({ code: 50005 });
  discord.problems.expect({ code: 50013 });
});

test('401: another token is refused, and counted', async () => {
  expect(await call(discord, 'GET', '/users/@me', undefined, 'wrong')).toMatchObject({
    status: 401,
    body: { code: 0 },
  });
  expect(discord.invalidRequests()).toBe(1);
  discord.problems.expect({ what: 'refused', code: 0 });
});

test('404 and 405: there is nothing where Discord has nothing', async () => {
  expect(await call(discord, 'GET', '/nowhere')).toMatchObject({ status: 404 });
  expect(await call(discord, 'DELETE', '/gateway/bot')).toMatchObject({ status: 405 });
  discord.problems.expect({ detail: /nowhere/ });
  discord.problems.expect({ detail: /gateway/ });
});

test('403: commands of a guild the bot is not in are out of reach', async () => {
  const { guild } = discord.addGuild('Elsewhere');
  guild.members.delete(discord.world.bot.id);
  const path = `/applications/${discord.world.applicationId}/guilds/${guild.id}/commands`;
  expect(await call(discord, 'GET', path)).toMatchObject({ status: 403, body: { code: 50001 } });
  discord.problems.expect({ code: 50001 });
});

const everyone = PermissionFlagsBits.MentionEveryone;

test.each([
  ['an answer pings the users it names', 'answer', '<@MEMBER> @everyone', {}, ['MEMBER']],
  ['an answer that allows no mention pings nobody', 'answer', '<@MEMBER> @everyone', { parse: [] }, []],
  [
    'a channel message pings everybody it can',
    'message',
    '<@MEMBER> @everyone',
    undefined,
    ['MEMBER', 'everyone'],
  ],
  [
    'a channel message pings those that are allowed',
    'message',
    '<@MEMBER> <@MODERATOR> @here',
    { users: ['MEMBER'] },
    ['MEMBER'],
  ],
  ['a text display pings like content', 'display', '<@MEMBER>', undefined, ['MEMBER']],
  ['an embed pings nobody', 'embed', '<@MEMBER> @everyone', undefined, []],
])('%s', async (_, kind, text, allowed, expected) => {
  discord.guild.roles.get(discord.guild.id)!.permissions |= everyone;
  const ids: Record<string, string> = {
    MEMBER: discord.member.account.id,
    MODERATOR: discord.moderator.account.id,
  };
  const named = (template: string) => template.replaceAll(/MEMBER|MODERATOR/g, (name) => ids[name]!);
  const said = named(text);
  const allowedMentions =
    allowed && Object.keys(allowed).length > 0 ? JSON.parse(named(JSON.stringify(allowed))) : undefined;
  const bodies: Record<string, object> = {
    answer: { content: said },
    message: { content: said },
    display: { flags: 1 << 15, components: [{ type: 10, content: said }] },
    embed: { embeds: [{ description: said }] },
  };
  const body = { ...bodies[kind], ...(allowedMentions && { allowed_mentions: allowedMentions }) };
  if (kind === 'answer') {
    await register(discord);
    await respond(discord, discord.member.begin('/ask'), 4, body);
  } else {
    await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, body);
  }
  const [sight] = discord.member.sees();
  expect(sight?.stored?.pings).toEqual(expected.map(named));
  if (expected.length > 0) discord.problems.expect({ what: 'pinged' });
});

test('@everyone pings nobody where the bot may not mention everyone', async () => {
  await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, { content: '@everyone' });
  expect(discord.member.sees()[0]?.stored?.pings).toEqual([]);
});

test('a reply pings the one it replies to unless told not to', async () => {
  const { payload } = discord.member.say('Who denied it?');
  const reply = (more: object) =>
    call(discord, 'POST', `/channels/${discord.channel.id}/messages`, {
      content: 'x',
      message_reference: { message_id: payload.id },
      ...more,
    });
  await reply({});
  await reply({ allowed_mentions: { parse: [] } });
  expect(discord.member.sees().map(({ stored }) => stored?.pings)).toEqual([
    [],
    [discord.member.account.id],
    [],
  ]);
  discord.problems.expect({ what: 'pinged' });
});
