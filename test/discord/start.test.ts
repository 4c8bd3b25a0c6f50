import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { command } from '../../src/command.ts';
import { ConfigError } from '../../src/config.ts';
import { commandsWith, replyOf, unsafe } from './fixture.ts';
import { commands, discord, failed, restart, runBot, running, start } from './running-bot.ts';

runBot();

const requests = (method: string, path: RegExp) =>
  discord.seen.filter((seen) => seen.method === method && path.test(seen.path));

describe('Registration', () => {
  const names = (scope: string) =>
    [...discord.world.commandsIn(scope).values()].map(({ name }) => name).sort();

  it('puts members’ commands everywhere and moderators’ into the home guilds', () => {
    expect(names('global')).toEqual(['Check the record', 'ask', 'denials']);
    expect(names(discord.guild.id)).toEqual(['reindex']);
  });

  it('writes nothing where nothing differs', async () => {
    const before = requests('PUT', /commands/).length;
    await restart();
    expect(requests('PUT', /commands/)).toHaveLength(before);
  });

  it('clears the other scope', async () => {
    await restart({ scope: 'guild' });
    expect(names('global')).toEqual([]);
    expect(names(discord.guild.id)).toEqual(['Check the record', 'ask', 'denials', 'reindex']);
  });

  it('leaves no moderators’ commands behind where there is no home guild any more', async () => {
    await restart({ homeGuilds: [] });
    expect(names(discord.guild.id)).toEqual([]);
  });

  it('puts moderators’ commands into a home guild that the bot is invited to later', async () => {
    const { guild } = discord.addGuild('Annex');
    discord.world.guilds.delete(guild.id);
    discord.problems.expect({ code: 50001 });
    await restart({ homeGuilds: [discord.guild.id, guild.id] });
    expect(names(guild.id)).toEqual([]);
    discord.world.guilds.set(guild.id, guild);
    discord.world.tell({ type: 'guild', change: 'created', guild });
    await vi.waitFor(() => expect(names(guild.id)).toEqual(['reindex']));
  });

  it('that fails keeps nobody from being answered', async () => {
    discord.faults.add({ on: 'GET /applications/:application/commands', does: 'bad gateway', times: 4 });
    await restart();
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('tells a member who still sees a removed command', async () => {
    const remembered = discord.member.commands().find(({ name }) => name === 'denials')!;
    await restart({}, commands.slice(0, 1));
    expect((await discord.member.slash('/denials', {}, { remembered })).text).toContain('/denials');
  });

  it('names the command that Discord would refuse, before anything is sent', async () => {
    const wrong = command({ ...commands[0]!, name: 'Ask Me Now', options: {} });
    await expect(start({}, [wrong])).rejects.toThrow('/Ask Me Now cannot be registered');
  });
});

describe('When Discord is not well', () => {
  const callback = 'POST /interactions/:id/:token/callback';

  it.each([
    ['a connection that breaks', { does: 'reset' } as const],
    ['a bad gateway, three times over', { does: 'bad gateway', times: 3 } as const],
    ['an answer that is lost after it was taken', { does: 'bad gateway', processed: true } as const],
    ['a connection closed after the answer was taken', { does: 'hang up', processed: true } as const],
  ])('an answer survives %s', async (_, script) => {
    discord.faults.add({ on: callback, ...script });
    if ('processed' in script) discord.problems.expect({ what: 'refused', code: 40060 });
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('an interaction that comes again after a dropped connection is answered once', async () => {
    discord.gateway.repeatAfterResume();
    await discord.member.slash('/denials');
    discord.gateway.drop();
    await discord.gateway.ready();
    await discord.member.slash('/denials');
    expect(requests('POST', /callback/)).toHaveLength(2);
  });

  it('an answer waits out a short rate limit', async () => {
    discord.faults.add({ on: callback, does: 429, retryAfter: 0.1 });
    expect((await discord.member.slash('/denials')).text).toContain('Ida Brandt');
  });

  it('an interaction is answered before all servers have been heard of', async () => {
    await running.stop();
    discord.setAvailable(discord.guild, false);
    const starting = restart();
    await discord.gateway.ready();
    expect((await discord.member.slash('/denials', {}, { in: discord.member.privately })).text).toContain(
      'Ida',
    );
    discord.setAvailable(discord.guild, true);
    await starting;
  });

  it('a token that is taken back is a mistake in the settings, for nobody to start again on', async () => {
    discord.gateway.close(4004);
    expect(await failed).toBeInstanceOf(ConfigError);
    expect((await failed).message).toContain('DISCORD_TOKEN');
    expect(running.ready()).toBe(false);
  });

  it('a wrong token is a mistake in the settings that names the variable', async () => {
    discord.problems.expect({ what: 'refused' });
    const wrong = `${discord.token.slice(0, -3)}xyz`;
    await expect(start({ token: wrong })).rejects.toThrow(ConfigError);
  });

  it('the token is sent nowhere but to Discord and this machine', async () => {
    await expect(start({ api: 'https://discord.example/api' })).rejects.toThrow('token is not sent there');
  });
});

it('The log tells of every request by its id, and holds no word of a member', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  await restart({}, commands, log);
  discord.faults.add({ on: 'POST /interactions/:id/:token/callback', does: 'bad gateway' });
  const sight = await discord.member.slash('/ask', { question: 'What did Zaphod say?' });
  await discord.member.slash('/ask', { question: 'Is Zaphod broken?' });
  await discord.member.click(sight, 'Next');
  await discord.member.mention('where is Zaphod?');
  await discord.member.autocomplete('/denials', { about: 'Zaphod' });
  await discord.member.apps(discord.moderator.say('Zaphod was here.'), 'Check the record');
  await running.stop();
  const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
  expect(answered).toHaveLength(6);
  expect(answered.every(({ request, what }) => /^\d+$/.test(request) && what !== '')).toBe(true);
  expect(lines.join('')).not.toMatch(/Zaphod|Theo|theo/);
  expect(lines.join('')).not.toContain(discord.token);
});

it('Stopping finishes what is being answered', async () => {
  const asked: (() => void)[] = [];
  const slow = commandsWith(
    () =>
      new Promise((resolve) => {
        asked.push(() => resolve(replyOf([unsafe])));
      }),
  );
  await restart({}, slow);
  const sight = discord.member.begin('/ask', { question: 'What happened?' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const stopped = running.stop();
  for (const answer of asked) answer();
  await stopped;
  expect(sight.text).toContain('Ida Brandt');
});
