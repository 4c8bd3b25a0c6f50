import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { root } from '../src/root.ts';

const NO_FILE = path.join(root, 'no-such-folder', '.env');
const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, NO_FILE);
const TOKEN = 'aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbb.cccccccccccccccccccccccc';

function problem(environment: NodeJS.ProcessEnv): string {
  try {
    read(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'none';
}

describe('settings', () => {
  it('need nothing set', () => {
    const config = read({});
    expect(config.discord).toBeNull();
    expect(config.corpus).toBe(path.join(root, 'data', 'articles'));
    expect(config.metricsPort).toBeNull();
  });

  it('count what is set to nothing as not set', () => {
    expect(read({ DISCORD_TOKEN: '  ', METRICS_PORT: '', LOG_LEVEL: '' })).toEqual(read({}));
  });

  it('read lists with commas', () => {
    const { discord } = read({
      DISCORD_TOKEN: TOKEN,
      HOME_GUILDS: '123456789012345678, 223456789012345678,',
    });
    expect(discord?.homeGuilds).toEqual(['123456789012345678', '223456789012345678']);
  });

  it.each([
    [{ DISCORD_TOKEN: 'hello' }, 'DISCORD_TOKEN', 'Reset Token'],
    [{ HOME_GUILDS: 'my server' }, 'HOME_GUILDS', 'Copy Server ID'],
    [{ MODERATOR_ROLES: 'admin' }, 'MODERATOR_ROLES', 'Copy Role ID'],
    [{ COMMAND_SCOPE: 'all' }, 'COMMAND_SCOPE', 'guild or to global'],
    [{ COMMAND_SCOPE: 'guild', DISCORD_TOKEN: TOKEN }, 'HOME_GUILDS', 'list the server ids'],
    [{ METRICS_PORT: '99999' }, 'METRICS_PORT', '1 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'debug, info, warn or error'],
    [{ QUESTIONS_PER_MINUTE: '0' }, 'QUESTIONS_PER_MINUTE', '1 or more'],
    [{ DISCORD_API: 'https://evil.example/api' }, 'DISCORD_API', 'leave it unset'],
    [{ DISCORD_API: 'discord' }, 'DISCORD_API', 'leave it unset'],
  ])('name the variable and the cure: %j', (environment, variable, cure) => {
    const message = problem(environment);
    expect(message).toContain(variable);
    expect(message).toContain(cure);
  });

  it('say once what is wrong with a list', () => {
    expect(problem({ HOME_GUILDS: '1,2,3' }).split('\n')).toHaveLength(1);
  });

  it.each([
    ['HOME_GUILD=123456789012345678', 'HOME_GUILD in ', 'did you mean HOME_GUILDS?'],
    ['PREVEIW_PORT=8080', 'PREVEIW_PORT in ', 'did you mean PREVIEW_PORT?'],
    ['discord_token=x', 'discord_token in ', 'did you mean DISCORD_TOKEN?'],
  ])('name what is nearly a setting in the file: %s', (line, typed, name) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'settings-')), '.env');
    writeFileSync(file, `${line}\n`);
    expect(() => readConfig({}, file)).toThrow(typed);
    expect(() => readConfig({}, file)).toThrow(name);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffLANGUAGE=de\r\n', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeffLANGUAGE=de\r\n')],
  ])('are read from a file in %s, as Windows writes it', (_, bytes) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'settings-')), '.env');
    writeFileSync(file, bytes);
    expect(readConfig({}, file).language).toBe('de');
  });

  it('leave what is for other programs alone', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'settings-')), '.env');
    writeFileSync(file, 'NODE_OPTIONS=x\nSTAGE=y\nTZ=UTC\nCOMPOSE_PROJECT_NAME=z\n');
    expect(readConfig({}, file)).toEqual(readConfig({}, NO_FILE));
  });

  it('name every wrong variable at once', () => {
    const message = problem({ LOG_LEVEL: 'loud', METRICS_PORT: 'x' });
    expect(message).toContain('LOG_LEVEL');
    expect(message).toContain('METRICS_PORT');
  });

  it('never repeat a secret', () => {
    expect(problem({ DISCORD_TOKEN: 'my-secret-but-wrong' })).not.toContain('my-secret');
  });

  it('let the environment go over the file', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'config-')), '.env');
    writeFileSync(file, 'LOG_LEVEL=debug\nCORPUS=elsewhere\n');
    const config = readConfig({ LOG_LEVEL: 'warn' }, file);
    expect(config.logLevel).toBe('warn');
    expect(config.corpus).toBe(path.join(root, 'elsewhere'));
  });

  it('are all in .env.example, which itself is right', () => {
    const example = path.join(root, '.env.example');
    expect(() => readConfig({}, example)).not.toThrow();
    const named = [...readFileSync(example, 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = readFileSync(path.join(root, 'src', 'config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {2}([A-Z_]{4,}):/gm)].map(([, name]) => name);
    const ours = known.filter((name) => !['DISCORD_API', 'LANG', 'NO_COLOR'].includes(name!));
    expect(named.toSorted()).toEqual(ours.toSorted());
  });
});
