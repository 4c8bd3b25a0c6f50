import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/config.ts';
import { doctor, registerFromConsole } from '../../src/discord/host.ts';
import { openMeter, serveMetrics } from '../../src/hosting/metrics.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { botWith, commandsWith, replyOf } from './fixture.ts';

const commands = commandsWith(() => replyOf([]));

describe('A host', () => {
  let discord: LocalDiscord;
  let said: string[];
  const say = (line: string) => void said.push(line);
  const config = (more: NodeJS.ProcessEnv = {}) =>
    readConfig(
      { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, HOME_GUILDS: discord.guild.id, ...more },
      '/there is no such file',
    );
  const archive = {
    status: async () => ({ documents: 5, builtAt: '2021-05-05T00:00:00Z' }),
    close: async () => {},
  } as Partial<Archive> as Archive;
  const desk = async () => ({ ...botWith(commands), archive });
  const names = (scope: string) =>
    [...discord.world.commandsIn(scope).values()].map(({ name }) => name).sort();

  beforeEach(async () => {
    said = [];
    discord = await openLocalDiscord();
  });
  afterEach(() => discord.close());

  const how = { dry: false, scope: null, clear: false } as const;

  it('registers the commands from the console, and sees the invite link', async () => {
    await registerFromConsole(config(), commands, how, say);
    expect(names('global')).toEqual(['Check the record', 'ask', 'denials']);
    expect(said.at(-1)).toContain(
      `client_id=${discord.world.applicationId}&scope=bot+applications.commands&permissions=274877991936`,
    );
  });

  it('sees what would change without changing it', async () => {
    await registerFromConsole(config(), commands, { ...how, dry: true }, say);
    expect(said[0]).toBe('everywhere: would change; ask, denials, Check the record');
    expect(names('global')).toEqual([]);
  });

  it('takes all commands back', async () => {
    await registerFromConsole(config(), commands, how, say);
    await registerFromConsole(config(), commands, { ...how, clear: true }, say);
    expect([...names('global'), ...names(discord.guild.id)]).toEqual([]);
  });

  it('is told that all is well where it is', async () => {
    await registerFromConsole(config(), commands, how, () => {});
    expect(await doctor(config(), commands, desk, say)).toBe(0);
    expect(said.every((line) => line.startsWith('✓'))).toBe(true);
  });

  it('is told by the doctor what to do about commands that are not registered', async () => {
    expect(await doctor(config(), commands, desk, say)).toBe(2);
    expect(said.join('\n')).toContain('npm run register');
  });

  it('is told by the doctor of a home guild that the bot is not in', async () => {
    discord.problems.expect({ what: 'refused', detail: /commands/ });
    await doctor(config({ HOME_GUILDS: '100000000000000009' }), commands, desk, say);
    expect(said.join('\n')).toContain('✗ the bot is not in the home guild 100000000000000009');
  });

  it('is told by the doctor where to get a new token', async () => {
    discord.problems.expect({ what: 'refused' });
    const wrong = config({ DISCORD_TOKEN: `${discord.token.slice(0, -3)}abc` });
    expect(await doctor(wrong, commands, desk, say)).toBe(1);
    expect(said.at(-1)).toContain('Reset Token');
  });

  it('is told by the doctor of an index that cannot be served', async () => {
    const broken = async () => Promise.reject(new Error('the index folder cannot be written'));
    await doctor(config(), commands, broken, say);
    expect(said[0]).toContain('✗ the articles cannot be served: the index folder cannot be written');
  });
});

describe('The port for metrics', () => {
  let connected = true;
  let loaded = true;
  const sources = {
    connected: () => connected,
    latency: () => 42,
    status: async () =>
      loaded ? ({ documents: 5, builtAt: '2021-05-05T00:00:00Z' } as never) : Promise.reject(new Error('no')),
  };
  let server: Awaited<ReturnType<typeof serveMetrics>>;
  const meter = openMeter(sources);
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { headers });

  beforeEach(async () => {
    connected = loaded = true;
    server = await serveMetrics(0, meter.registry, sources);
  });
  afterEach(() => server.close());

  it('says ready only while Discord is connected and the index is loaded', async () => {
    expect((await get('/ready')).status).toBe(200);
    connected = false;
    expect((await get('/ready')).status).toBe(503);
    connected = true;
    loaded = false;
    expect((await get('/ready')).status).toBe(503);
    expect((await get('/health')).status).toBe(200);
  });

  it('counts answers and failures for Prometheus', async () => {
    meter.answered('/ask', 'sent', 0.02);
    meter.failed('/ask');
    const text = await (await get('/metrics')).text();
    expect(text).toContain('record_answer_seconds_count{what="/ask",sent="sent"} 1');
    expect(text).toContain('record_failures_total{what="/ask"} 1');
    expect(text).toContain('record_articles 5');
    expect(text).toContain('record_discord_seconds 0.042');
  });

  it('is closed to web pages that point a name of their own at it', async () => {
    const { port } = server;
    const status = await new Promise((resolve) =>
      request({ port, path: '/metrics', headers: { host: 'page.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end(),
    );
    expect(status).toBe(403);
  });

  it('is named where it is taken already', async () => {
    await expect(serveMetrics(server.port, meter.registry, sources)).rejects.toThrow(
      /^METRICS_PORT cannot be used/,
    );
  });

  it('answers nothing else', async () => {
    expect((await get('/')).status).toBe(404);
  });
});
