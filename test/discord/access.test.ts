import { describe, expect, it } from 'vitest';
import { Cooldown, refusal } from '../../src/discord/access.ts';
import { apiBase } from '../../src/discord/client.ts';
import { commandsWith, replyOf } from './fixture.ts';

const [ask, , reindex] = commandsWith(() => replyOf([]));
const access = { homeGuilds: ['1'], moderatorRoles: ['7'] };
const member = { id: '5', guild: '1', roles: [] as string[], permissions: '0' };

describe('A moderators’ command', () => {
  it.each([
    ['somebody who may manage the home guild', { permissions: String(1n << 5n) }, true],
    ['an administrator of the home guild', { permissions: String(1n << 3n) }, true],
    ['somebody with a moderators’ role there', { roles: ['7'] }, true],
    ['any other member there', {}, false],
    ['an administrator of another guild', { guild: '2', permissions: String(1n << 3n) }, false],
    ['somebody with the same role id elsewhere', { guild: '2', roles: ['7'] }, false],
    ['somebody in a direct message', { guild: null, permissions: String(1n << 3n) }, false],
  ])('is for %s: %o', (_, parts, allowed) => {
    expect(refusal(reindex!, { ...member, ...parts }, access) === null).toBe(allowed);
  });

  it('is for nobody where there is no home guild', () => {
    const admin = { ...member, permissions: String(1n << 3n) };
    expect(refusal(reindex!, admin, { homeGuilds: [], moderatorRoles: ['7'] })).not.toBeNull();
  });
});

it('A members’ command is for everybody', () => {
  expect(refusal(ask!, { ...member, guild: null }, access)).toBeNull();
});

describe('A member who asks very often', () => {
  it('is asked to wait, and may go on after that', () => {
    let now = 0;
    const cooldown = new Cooldown(3, 2, () => now);
    expect([1, 2, 3, 4].map(() => cooldown.wait('a'))).toEqual([0, 0, 0, 2]);
    now += 2000;
    expect([1, 2].map(() => cooldown.wait('a'))).toEqual([0, 2]);
  });

  it('is forgotten once the allowance is whole again', () => {
    let now = 0;
    const cooldown = new Cooldown(1, 1, () => now);
    for (let id = 0; id < 10_000; id++) {
      now += 100;
      cooldown.wait(String(id));
    }
    expect(cooldown.remembered).toBeLessThan(2000);
  });

  it('makes nobody else wait', () => {
    const cooldown = new Cooldown(1, 60, () => 0);
    expect(['a', 'a', 'b'].map((id) => cooldown.wait(id))).toEqual([0, 60, 0]);
  });
});

describe('The address of Discord', () => {
  it.each([
    ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api'],
    ['http://localhost:4000/api/', 'http://localhost:4000/api'],
    ['https://discord.com/api', 'https://discord.com/api'],
    [null, 'https://discord.com/api'],
  ])('may be %s', (given, base) => {
    expect(apiBase(given)).toBe(base);
  });

  it.each([
    'https://discord.example/api',
    'http://discord.com/api',
    'https://discord.com.example/api',
    'https://me:you@discord.com/api',
    'http://127.0.0.1.example/api',
    'not an address',
  ])('may not be %s', (given) => {
    expect(() => apiBase(given)).toThrow('the bot’s token is not sent there'.replace('’', "'"));
  });
});
