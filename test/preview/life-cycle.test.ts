import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettableClock } from '../../src/preview/clock.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { asked, call, register, respond, webhook } from './raw.ts';

let discord: LocalDiscord;
let clock: SettableClock;

beforeEach(async () => {
  clock = new SettableClock();
  discord = await openLocalDiscord({ clock });
});

afterEach(() => discord.close());

const minutes = 60_000;
const press = {
  components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] }],
};

test('10062: a first answer after three seconds is too late, and the member is told so', async () => {
  const late = await asked(discord);
  clock.advance(3_000);
  expect(late.outcome).toBe('did not respond');
  expect(await respond(discord, late, 4, { content: 'x' })).toMatchObject({
    status: 404,
    body: { code: 10062 },
  });
  discord.problems.expect({ what: 'refused', code: 10062 });
  discord.problems.expect({ what: 'unanswered' });
});

test('a first answer just within three seconds is in time', async () => {
  const sight = await asked(discord);
  clock.advance(2_999);
  await respond(discord, sight, 4, { content: 'x' });
  clock.advance(1);
  expect(sight.outcome).toBe('answered');
});

test('40060: an interaction is acknowledged once', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'first' });
  expect(await respond(discord, sight, 4, { content: 'second' })).toMatchObject({ body: { code: 40060 } });
  expect(sight.text).toBe('first');
  discord.problems.expect({ code: 40060 });
});

test('40060: of two answers at the same moment one is taken', async () => {
  const sight = await asked(discord);
  const both = await Promise.all([1, 2].map((n) => respond(discord, sight, 4, { content: `${n}` })));
  expect(both.map(({ status }) => status).sort()).toEqual([204, 400]);
  expect(discord.member.sees()).toHaveLength(1);
  discord.problems.expect({ code: 40060 });
});

test('50027: a token lives fifteen minutes', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 5);
  clock.advance(15 * minutes);
  expect(await webhook(discord, sight, 'PATCH', '@original', { content: 'x' })).toMatchObject({
    status: 200,
  });
  clock.advance(1);
  expect(await webhook(discord, sight, 'PATCH', '@original', { content: 'y' })).toMatchObject({
    status: 401,
    body: { code: 50027 },
  });
  discord.problems.expect({ code: 50027 });
});

test('10015: a token that was not answered with yet has no webhook', async () => {
  const sight = await asked(discord);
  expect(await webhook(discord, sight, 'POST', '', { content: 'x' })).toMatchObject({
    body: { code: 10015 },
  });
  await respond(discord, sight, 4, { content: 'x' });
  discord.problems.expect({ code: 10015 });
});

test('10008: a token reaches its own messages only, and none that was deleted', async () => {
  const [mine, other] = [await asked(discord), await asked(discord)];
  await respond(discord, mine, 4, { content: 'mine' });
  await respond(discord, other, 4, { content: 'other' });
  const id = other.stored!.payload.id;
  expect(await webhook(discord, mine, 'PATCH', id, { content: 'x' })).toMatchObject({
    body: { code: 10008 },
  });
  expect(await webhook(discord, mine, 'DELETE', '@original')).toMatchObject({ status: 204 });
  expect(await webhook(discord, mine, 'GET', '@original')).toMatchObject({ body: { code: 10008 } });
  discord.problems.expect({ code: 10008 });
});

test('a deferred answer shows as thinking until it is edited', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 5);
  expect(sight).toMatchObject({ outcome: 'thinking', loading: true });
  await webhook(discord, sight, 'PATCH', '@original', { content: 'done' });
  expect(sight).toMatchObject({ outcome: 'answered', loading: false, text: 'done' });
});

test('the first follow-up to a deferred answer fills it in', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 5, { flags: 64 });
  await webhook(discord, sight, 'POST', '', { content: 'done' });
  expect(sight).toMatchObject({ text: 'done', ephemeral: true, followUps: [] });
  await webhook(discord, sight, 'POST', '', { content: 'more' });
  expect(sight.followUps.map(({ text, ephemeral }) => [text, ephemeral])).toEqual([['more', false]]);
});

test('an ephemeral answer is seen by the one who asked, and the first answer decides', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'for you', flags: 64, ...press });
  await webhook(discord, sight, 'PATCH', '@original', { content: 'still for you', flags: 0 });
  expect(sight.ephemeral).toBe(true);
  expect(discord.member.sees().map(({ text }) => text)).toEqual(['still for you']);
  expect(discord.moderator.sees()).toEqual([]);
  await expect(discord.moderator.click(sight, 'Next')).rejects.toThrow('cannot see');
});

test('10008: an ephemeral message is not to be found in its channel', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'for you', flags: 64 });
  const path = `/channels/${discord.channel.id}/messages`;
  expect(await call(discord, 'GET', `${path}/${sight.stored!.payload.id}`)).toMatchObject({
    body: { code: 10008 },
  });
  expect(await call(discord, 'GET', path)).toMatchObject({ body: [] });
  discord.problems.expect({ code: 10008 });
});

test.each([
  ['an update of a message', 'a command, which has none', 7],
  ['a deferred update', 'a command, which has no message', 6],
  ['choices', 'a command', 8],
  ['a pong', 'a command', 1],
])('50035: %s is no answer to %s', async (_, __, type) => {
  const sight = await asked(discord);
  expect(await respond(discord, sight, type, { content: 'x', choices: [] })).toMatchObject({
    body: { code: 50035 },
  });
  await respond(discord, sight, 4, { content: 'x' });
  discord.problems.expect({ code: 50035 });
});

test('50035: a form cannot be answered with a form', async () => {
  const sight = await asked(discord);
  const input = { type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 2 } };
  const form = { custom_id: 'report', title: 'Report', components: [input] };
  await respond(discord, sight, 9, form);
  const sent = discord.member.submitModal(sight, { Why: 'because' });
  const again = discord.parts.interactions.all().at(-1)!;
  const path = `/interactions/${again.id}/${again.token}/callback`;
  expect(await call(discord, 'POST', path, { type: 9, data: form })).toMatchObject({ body: { code: 50035 } });
  await call(discord, 'POST', path, { type: 4, data: { content: 'Thank you' } });
  expect((await sent).text).toBe('Thank you');
  discord.problems.expect({ code: 50035 });
});

test('autocomplete offers at most 25 choices of at most 100 characters', async () => {
  await register(discord, { options: [{ type: 3, name: 'about', description: 'A', autocomplete: true }] });
  const offered = discord.member.autocomplete('/ask', { about: 'a' });
  const { id, token } = discord.parts.interactions.all().at(-1)!;
  const answer = (choices: object[]) =>
    call(discord, 'POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } });
  const choice = { name: 'asylum', value: 'asylum' };
  expect(await answer(Array(26).fill(choice))).toMatchObject({ body: { code: 50035 } });
  expect(await answer([{ name: 'a'.repeat(101), value: 'a' }])).toMatchObject({ body: { code: 50035 } });
  expect(await answer([{ name: '', value: 'a' }])).toMatchObject({ body: { code: 50035 } });
  expect(await answer([choice])).toMatchObject({ status: 204 });
  expect(await offered).toEqual([choice]);
  discord.problems.expect({ code: 50035 });
});

test('with_response tells which message an answer became', async () => {
  const { interaction } = await asked(discord);
  const path = `/interactions/${interaction!.id}/${interaction!.token}/callback?with_response=true`;
  const answer = await call(discord, 'POST', path, { type: 4, data: { content: 'x', flags: 64 } }, null);
  const { id } = interaction!.original!.payload;
  expect(answer).toMatchObject({
    status: 200,
    body: {
      interaction: { response_message_id: id, response_message_ephemeral: true },
      resource: { type: 4, message: { id, content: 'x' } },
    },
  });
});

test('a button updates its message, and is still there for a press long after', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'page 1', ...press });
  clock.advance(60 * minutes);
  const pressed = discord.member.press(sight, 'Next');
  await respond(discord, pressed, 7, { content: 'page 2' });
  expect(sight).toMatchObject({ text: 'page 2', buttons: ['Next'] });
  expect(pressed.stored).toBe(sight.stored);
});

test('a button that is not there, is switched off or is a link cannot be pressed', async () => {
  const sight = await asked(discord);
  const buttons = [
    { type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true },
    { type: 2, style: 5, label: 'Link', url: 'https://example.org' },
  ];
  await respond(discord, sight, 4, { components: [{ type: 1, components: buttons }] });
  await expect(discord.member.click(sight, 'On')).rejects.toThrow('There is no On on this message');
  await expect(discord.member.click(sight, 'Off')).rejects.toThrow('Off is switched off');
  await expect(discord.member.click(sight, 'Link')).rejects.toThrow('Link is a link');
});

test('a select menu takes as many of its values as it says', async () => {
  const sight = await asked(discord);
  const menu = {
    type: 3,
    custom_id: 'kind',
    placeholder: 'Kind',
    max_values: 2,
    options: ['claim', 'denial', 'quote'].map((value) => ({ label: value, value })),
  };
  await respond(discord, sight, 4, { components: [{ type: 1, components: [menu] }] });
  await expect(discord.member.select(sight, 'Kind', [])).rejects.toThrow('takes 1 to 2');
  await expect(discord.member.select(sight, 'Kind', ['claim', 'denial', 'quote'])).rejects.toThrow(
    'takes 1 to 2',
  );
  await expect(discord.member.select(sight, 'Kind', ['rumour'])).rejects.toThrow('no option rumour');
});

test('a command that was changed or removed still arrives from a client that remembers it', async () => {
  await register(discord);
  const [remembered] = discord.member.commands();
  await call(
    discord,
    'PUT',
    `/applications/${discord.world.applicationId}/guilds/${discord.guild.id}/commands`,
    [],
  );
  expect(() => discord.member.begin('/ask')).toThrow('There is no command /ask');
  const sight = discord.member.begin('/ask', {}, { remembered: remembered! });
  await respond(discord, sight, 4, { content: 'It is gone' });
  expect(sight.text).toBe('It is gone');
});

test('a key that Discord does not know is noted, in embeds and components too', async () => {
  const sight = await asked(discord);
  const button = { type: 2, style: 1, label: 'x', custom_id: 'x', colour: 'red' };
  const embeds = [{ title: 'x', titel: 'x' }];
  await respond(discord, sight, 4, {
    contents: 'x',
    embeds,
    components: [{ type: 1, components: [button] }],
  });
  for (const detail of [/^contents$/, /^embeds\.0\.titel$/, /^components\.0\.components\.0\.colour$/])
    discord.problems.expect({ what: 'ignored', detail });
});

test('flags that mean nothing on a deferred answer are noted', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 5, { flags: 1 << 15 });
  discord.problems.expect({ what: 'ignored' });
});
