import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import type { FromServer, Requests } from '../../src/preview/page/protocol.ts';
import { type PageServer, servePage } from '../../src/preview/page-server.ts';
import { register, respond } from './raw.ts';

let discord: LocalDiscord;
let page: PageServer;
let origin: string;
let cookie: string;

beforeEach(async () => {
  discord = await openLocalDiscord();
  page = await servePage(
    {
      discord,
      people: [
        { user: discord.member, moderator: false },
        { user: discord.moderator, moderator: true },
      ],
      channels: [discord.channel],
      botState: () => 'ready',
    },
    0,
  );
  origin = new URL(page.url).origin;
  const { headers } = await get(page.url.slice(origin.length));
  cookie = String(headers['set-cookie']).split(';')[0]!;
});

afterEach(async () => {
  await page.close();
  await discord.close();
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with headers that `fetch` would not let through. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(page.url);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('the link lets a browser in by a cookie that no script and no other site sees', async () => {
  const { status, headers } = await get(page.url.slice(origin.length));
  expect(status).toBe(302);
  expect(headers.location).toBe('/');
  expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  expect(await get('/', { cookie })).toMatchObject({ status: 200 });
});

test.each([
  ['no token', '/', {}],
  ['a wrong token', '/?token=wrong', {}],
  ['a name that was made to lead here (DNS rebinding)', '/', { host: 'evil.example' }],
  ['a name that only begins like this machine', '/', { host: '127.0.0.1.evil.example' }],
  ['a page of another origin', '/', { origin: 'http://evil.example' }],
  ['a page of another port', '/', { origin: 'http://127.0.0.1:1' }],
])('a request with %s is refused', async (_, path, headers) => {
  const rightful = path === '/' && Object.keys(headers).length > 0 ? { cookie } : {};
  expect(await get(path, { ...rightful, ...headers })).toMatchObject({ status: 403 });
});

test('nothing may be run or fetched but what the page itself is made of', async () => {
  const { headers } = await get('/', { cookie });
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
});

test.each(['/../package.json', '/..%2fpackage.json', '/page.html', '/constructor', '/.env'])(
  '%s is not served',
  async (path) => {
    expect(await get(path, { cookie })).toMatchObject({ status: 404 });
  },
);

test('an uploaded file is never run as a page', async () => {
  const { url } = discord.world.addFile(
    discord.parts.messages.origin,
    'a.html',
    'text/html',
    Buffer.from('<b>'),
  );
  const { headers } = await get(new URL(url).pathname, { cookie });
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  });
});

test.each([
  ['no cookie', {}],
  ['another origin', { origin: 'http://evil.example' }],
  ['another host', { host: 'evil.example' }],
])('the web socket is refused to %s', async (_, headers) => {
  const given = Object.keys(headers).length > 0 ? { cookie } : {};
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`, { headers: { ...given, ...headers } });
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(error.message).toMatch(/403/);
});

test('the local Discord itself does not answer browsers', async () => {
  const api = `${discord.api}/v10/gateway`;
  expect((await fetch(api, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
  expect((await fetch(api)).status).toBe(200);
});

/** A page without a browser: what it is told, and what it asks. */
async function openLine() {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`, { headers: { cookie, origin } });
  const told: FromServer[] = [];
  const arrivals = new Set<() => void>();
  socket.on('message', (raw) => {
    told.push(JSON.parse(String(raw)));
    for (const wake of arrivals) wake();
  });
  await new Promise((resolve) => socket.once('open', resolve));
  let n = 0;
  const line = {
    async got<T extends FromServer['type']>(
      type: T,
      fits: (message: Extract<FromServer, { type: T }>) => boolean,
    ) {
      for (;;) {
        const found = told.find((message) => message.type === type && fits(message as never));
        if (found) return found as Extract<FromServer, { type: T }>;
        await new Promise<void>((resolve) => arrivals.add(resolve));
      }
    },
    async ask<K extends keyof Requests>(type: K, body: Requests[K][0]): Promise<Requests[K][1]> {
      const mine = ++n;
      socket.send(JSON.stringify({ n: mine, type, body }));
      const answer = await Promise.race([
        line.got('answer', (message) => message.n === mine),
        line.got('failed', (message) => message.n === mine),
      ]);
      if (answer.type === 'failed') throw new Error(answer.why);
      return answer.ok as Requests[K][1];
    },
  };
  return line;
}

test('a port that is taken is named with its cure', async () => {
  const scene = { discord, people: [], channels: [], botState: () => 'ready' as const };
  await expect(servePage(scene, Number(new URL(page.url).port))).rejects.toThrow(/PREVIEW_PORT is not right/);
});

test('a private reply reaches the page of the one who asked and no other', async () => {
  await register(discord);
  const [asker, other] = [await openLine(), await openLine()];
  const as = (user: string) => ({ user, room: discord.channel.id, locale: 'en-US' });
  const { commands } = await asker.ask('enter', as(discord.member.account.id));
  await other.ask('enter', as(discord.moderator.account.id));
  await asker.ask('slash', { command: commands[0]!.id, path: [], values: {} });
  const interaction = discord.parts.interactions.all().at(-1)!;
  await respond(discord, { interaction } as never, 4, { content: 'For you', flags: 64 });
  const seen = await asker.got('view', () => true);
  expect(seen.view).toMatchObject({ ephemeral: true, used: { name: '/ask' } });
  discord.member.say('For all');
  const next = await other.got('view', () => true);
  expect(next.view.message.content).toBe('For all');
});

test('a command that nobody answers is shown to have failed', async () => {
  await register(discord);
  const line = await openLine();
  const { commands } = await line.ask('enter', {
    user: discord.member.account.id,
    room: discord.channel.id,
    locale: 'de',
  });
  await line.ask('slash', { command: commands[0]!.id, path: [], values: {} });
  await line.got('attempt', ({ attempt }) => attempt.state === 'waiting');
  await line.got('attempt', ({ attempt }) => attempt.state === 'failed');
  expect(discord.member.locale).toBe('de');
  discord.problems.expect({ what: 'unanswered' });
});

test('what cannot be done is said to the person at the page', async () => {
  const line = await openLine();
  await line.ask('enter', { user: discord.member.account.id, room: 'private', locale: 'en-US' });
  await expect(line.ask('press', { message: '1', control: 'x' })).rejects.toThrow('no longer there');
  await expect(line.ask('enter', { user: '1', room: 'private', locale: 'en' })).rejects.toThrow(
    'no such user',
  );
});

test('it is said in the language of that person', async () => {
  const line = await openLine();
  for (const [locale, said] of [
    ['de', 'Diese Nachricht gibt es nicht mehr'],
    ['es-ES', 'Ese mensaje ya no está'],
  ] as const) {
    await line.ask('enter', { user: discord.member.account.id, room: 'private', locale });
    await expect(line.ask('press', { message: '1', control: 'x' })).rejects.toThrow(said);
  }
});
