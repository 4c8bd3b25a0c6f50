import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from '../../src/root.ts';

/** Lets every import of the package fail, as where development dependencies are left out. */
const hook = `export function resolve(name, context, next) {
  if (!name.startsWith('discord-api-spec')) return next(name, context);
  throw Object.assign(new Error('not installed'), { code: 'ERR_MODULE_NOT_FOUND' });
}`;
const asUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const register = asUrl(`import { register } from 'node:module'; register(${JSON.stringify(asUrl(hook))});`);

const script = (local: string): string => `
  import { openLocalDiscord } from ${JSON.stringify(local)};
  const discord = await openLocalDiscord();
  const post = async (body) => (await fetch(discord.api + '/v10/channels/' + discord.channel.id + '/messages', {
    method: 'POST',
    headers: { authorization: 'Bot ' + discord.token, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })).status;
  const button = { type: 2, style: 1, label: 'x', custom_id: 'x' };
  console.log(JSON.stringify([
    await post({ content: 'fine' }),
    await post({ content: 'x'.repeat(2001) }),
    await post({ components: [{ type: 1, components: [button, button] }] }),
  ]));
  process.exit();
`;

test('where Discord’s description is not installed, our own rules stand alone', () => {
  const local = pathToFileURL(path.join(root, 'dist/src/preview/local-discord.js')).href;
  const args = ['--import', register, '--input-type=module', '--eval', script(local)];
  expect(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))).toEqual([200, 400, 400]);
});
