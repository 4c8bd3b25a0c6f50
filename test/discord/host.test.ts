import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/config.ts';
import { doctor, registerFromConsole } from '../../src/discord/host.ts';
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

  it('is told what to do where Discord does not know the token or the server', async () => {
    discord.problems.expect({ what: 'refused' });
    const wrong = config({ DISCORD_TOKEN: `${discord.token.slice(0, -3)}abc` });
    expect(await registerFromConsole(wrong, commands, how, say)).toBe(1);
    expect(said.at(-1)).toMatch(/^✗ Discord does not know the token\n.*Reset Token/);
    const elsewhere = config({ HOME_GUILDS: '100000000000000009', COMMAND_SCOPE: 'guild' });
    discord.problems.expect({ what: 'refused', detail: /commands/ });
    expect(await registerFromConsole(elsewhere, commands, how, say)).toBe(1);
    expect(said.join('\n')).toMatch(/✗ server 100000000000000009: .*\n {2}→ invite the bot/);
    expect(said.at(-1)).toMatch(/^Invite the bot with https:/);
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
