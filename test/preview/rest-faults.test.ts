import type { Client, Interaction } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Faults, type Live } from '../../src/preview/faults.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { openBot } from './bot.ts';
import { asked, call, respond } from './raw.ts';

let discord: LocalDiscord;
let bot: Client | undefined;

beforeEach(async () => {
  discord = await openLocalDiscord();
});

afterEach(async () => {
  await bot?.destroy();
  bot = undefined;
  await discord.close();
});

const ask = { name: 'ask', description: 'Asks' };
const callback = 'POST /interactions/:id/:token/callback';
const messages = () => `/channels/${discord.channel.id}/messages`;

test('429: a sixth message within five seconds is one too many, and the headers say so', async () => {
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await call(discord, 'POST', messages(), { content: `${n}` }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  const [first, last] = [answers[0]!, answers[5]!];
  expect(first.headers.get('x-ratelimit-limit')).toBe('5');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
  expect(first.headers.get('x-ratelimit-bucket')).toBe(last.headers.get('x-ratelimit-bucket'));
  expect(last.body).toMatchObject({ message: 'You are being rate limited.', global: false });
  expect(last.body.retry_after).toBeGreaterThan(0);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  discord.problems.expect({ code: 429 });
});

test('429: all routes together take fifty requests a second, interactions apart', async () => {
  const gets = await Promise.all(Array.from({ length: 51 }, () => call(discord, 'GET', '/users/@me')));
  expect(gets.filter(({ status }) => status === 429)).toHaveLength(1);
  expect(gets.find(({ status }) => status === 429)?.body.global).toBe(false);
  const other = await call(discord, 'GET', '/gateway/bot');
  expect(other).toMatchObject({ status: 429, body: { global: true } });
  expect(await respond(discord, await forced(), 4, { content: 'x' })).toMatchObject({ status: 204 });
  discord.problems.expect({ code: 429 });
});

/** A command on its way that needed no request to be registered. */
async function forced() {
  const id = discord.world.snowflake();
  const command = { id, name: 'ask', type: 1, options: [], default_member_permissions: null } as never;
  return discord.member.begin('/ask', {}, { remembered: command });
}

test('a stock client waits out a scripted 429 and gets through', async () => {
  const limit = discord.faults.add({ on: callback, does: 429, retryAfter: 0.01 });
  bot = await answering();
  const sight = await discord.member.slash('/ask');
  expect(limit.count).toBe(1);
  expect(sight.text).toBe('On the record');
});

const answering = () => openBot(discord, { commands: [ask], onInteraction: reply });
const reply = (interaction: Interaction) =>
  interaction.isChatInputCommand() && interaction.reply('On the record');

test('502 without the request processed: a stock client tries again and gets through', async () => {
  const gateway = discord.faults.add({ on: callback, does: 'bad gateway', times: 2 });
  bot = await answering();
  expect((await discord.member.slash('/ask')).text).toBe('On the record');
  expect(gateway.count).toBe(2);
});

test('502 with the request processed: the member has the answer, and trying again meets 40060', async () => {
  discord.faults.add({ on: callback, does: 'bad gateway', processed: true });
  bot = await answering();
  const sight = await discord.member.slash('/ask');
  expect(sight.text).toBe('On the record');
  await refusals(40060);
  discord.problems.expect({ code: 40060 });
});

test('a connection that is reset with the request processed: trying again meets 40060', async () => {
  discord.faults.add({ on: callback, does: 'reset', processed: true });
  bot = await answering();
  expect((await discord.member.slash('/ask')).text).toBe('On the record');
  await refusals(40060);
  discord.problems.expect({ code: 40060 });
});

test('a connection that is closed with the request processed is an error to the bot alone', async () => {
  discord.faults.add({ on: callback, does: 'hang up', processed: true });
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise((resolve) => {
    fail = resolve;
  });
  bot = await openBot(discord, { commands: [ask], onInteraction: reply, onError: fail });
  expect((await discord.member.slash('/ask')).text).toBe('On the record');
  expect(await failed).toMatchObject({ message: 'other side closed' });
});

test('a request that is held stays without an answer until it is released', async () => {
  const held = discord.faults.add({ on: callback, does: 'hold' });
  const sight = await asked(discord);
  const answer = respond(discord, sight, 4, { content: 'x' });
  await held.met;
  expect(sight.outcome).toBe('waiting');
  held.release();
  expect(await answer).toMatchObject({ status: 204 });
});

test('faults befall the requests they are meant for, in their order', async () => {
  discord.faults.add({ on: 'GET /users/@me', does: 500 });
  discord.faults.add({ on: 'GET /users/@me', does: 503 });
  const statuses = [];
  for (const path of ['/gateway', '/users/@me', '/users/@me', '/users/@me'])
    statuses.push((await call(discord, 'GET', path)).status);
  expect(statuses).toEqual([200, 500, 503, 200]);
});

test('a message sent again with its nonce enforced is there once', async () => {
  const body = { content: 'Once', nonce: '7', enforce_nonce: true };
  const answers = [
    await call(discord, 'POST', messages(), body),
    await call(discord, 'POST', messages(), body),
  ];
  expect(answers[1]!.body.id).toBe(answers[0]!.body.id);
  expect(discord.member.sees()).toHaveLength(1);
});

async function refusals(code: number): Promise<void> {
  const found = (): boolean => discord.problems.found.some((problem) => problem.code === code);
  while (!found()) await new Promise((resolve) => setImmediate(resolve));
}

test('what one local Discord holds, another that closes does not let go', async () => {
  const other = new Faults();
  const held = other.add({ does: 'hold' }) as Live;
  const own = new Faults();
  const mine = own.add({ does: 'hold' }) as Live;
  own.take('GET', '/users/@me');
  own.clear();
  await mine.released;
  expect(await Promise.race([held.released.then(() => 'let go'), Promise.resolve('held')])).toBe('held');
});
