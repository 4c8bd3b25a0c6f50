import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { oracle } from '../../src/preview/rules/oracle.ts';
import type { Sight } from '../../src/preview/sight.ts';
import { asked, call, register, respond, webhook } from './raw.ts';

/** What the local Discord answers, held against Discord's own description of its answers. */

let discord: LocalDiscord;
let sight: Sight;

beforeAll(async () => {
  discord = await openLocalDiscord();
  const options = [
    { type: 3, name: 'about', description: 'A topic', choices: [{ name: 'One', value: '1' }] },
  ];
  await register(discord, { name: 'ask', options, default_member_permissions: '32' });
  await register(discord, { name: 'everywhere' }, 'global');
  sight = discord.member.begin('/everywhere');
  await respond(discord, sight, 4, everything);
});

afterAll(() => discord.close());

const everything = {
  flags: 1 << 15,
  components: [
    {
      type: 17,
      accent_color: 0x5865f2,
      components: [
        { type: 10, content: 'A text' },
        { type: 14 },
        {
          type: 9,
          components: [{ type: 10, content: 'A section' }],
          accessory: { type: 2, style: 1, label: 'Context', custom_id: 'context' },
        },
        {
          type: 9,
          components: [{ type: 10, content: 'With a picture' }],
          accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
        },
        { type: 12, items: [{ media: { url: 'https://example.org/b.png' } }] },
        {
          type: 1,
          components: [{ type: 3, custom_id: 'kind', options: [{ label: 'Claims', value: 'claims' }] }],
        },
      ],
    },
    { type: 1, components: [{ type: 2, style: 5, label: 'Link', url: 'https://example.org' }] },
  ],
};

const bot = () => discord.world.applicationId;
const guild = () => `/guilds/${discord.guild.id}`;
const channel = () => `/channels/${discord.channel.id}`;

const answers: readonly [string, () => Promise<unknown>, string][] = [
  ['the gateway', () => get('/gateway/bot'), 'GatewayBotResponse'],
  ['the bot', () => get('/users/@me'), 'UserPIIResponse'],
  ['a user', () => get(`/users/${discord.member.account.id}`), 'UserResponse'],
  ['the application', () => get('/applications/@me'), 'PrivateApplicationResponse'],
  ['a guild', () => get(guild()), 'GuildResponse'],
  ['a role', async () => ((await get(`${guild()}/roles`)) as unknown[])[0], 'GuildRoleResponse'],
  ['a member', () => get(`${guild()}/members/${discord.member.account.id}`), 'GuildMemberResponse'],
  ['a channel', () => get(channel()), 'GuildChannelResponse'],
  ['a private channel', () => get(`/channels/${discord.member.privately.id}`), 'PrivateChannelResponse'],
  [
    'a thread',
    () => get(`/channels/${discord.world.addChannel(discord.guild, 'A thread', discord.channel).id}`),
    'ThreadResponse',
  ],
  [
    'a guild command',
    async () => ((await get(`/applications/${bot()}${guild()}/commands`)) as unknown[])[0],
    'ApplicationCommandResponse',
  ],
  [
    'a global command',
    async () => ((await get(`/applications/${bot()}/commands`)) as unknown[])[0],
    'ApplicationCommandResponse',
  ],
  [
    'an answer with components of every kind',
    async () => (await webhook(discord, sight, 'GET', '@original')).body,
    'MessageResponse',
  ],
  [
    'a message of the bot with an embed',
    async () =>
      (
        await call(discord, 'POST', `${channel()}/messages`, {
          content: 'x',
          embeds: [{ title: 'T', fields: [{ name: 'n', value: 'v' }] }],
        })
      ).body,
    'MessageResponse',
  ],
  [
    'a message of a member',
    () => get(`${channel()}/messages/${discord.member.say('Hello').payload.id}`),
    'MessageResponse',
  ],
  [
    'a reply',
    async () => {
      const { payload } = discord.member.say('Hello', { replyTo: sight });
      return get(`${channel()}/messages/${payload.id}`);
    },
    'MessageResponse',
  ],
  [
    'what with_response asks for',
    async () => {
      const { interaction } = await asked(discord, discord.moderator);
      const path = `/interactions/${interaction!.id}/${interaction!.token}/callback?with_response=true`;
      return (await call(discord, 'POST', path, { type: 4, data: { content: 'x' } })).body;
    },
    'InteractionCallbackResponse',
  ],
];

const get = async (path: string): Promise<unknown> => (await call(discord, 'GET', path)).body;

test.each(answers)('Discord could have sent %s', async (_, answer, schema) => {
  expect(await oracle(schema, await answer())).toEqual([]);
});
