import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';

/** An image cannot be built where there is no engine; what building it needs can be looked at. */

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const lines = read('deploy/Dockerfile').split('\n');
const ignored = read('.dockerignore').split('\n').filter(Boolean);

/** What is copied from the project's folder, into both stages. */
const copied = lines.flatMap((line) => {
  const [word, ...rest] = line.split(/\s+/).filter((each) => !each.startsWith('--chown'));
  return word === 'COPY' && !rest[0]!.startsWith('--from') ? rest.slice(0, -1) : [];
});

const within = (file: string, folders: readonly string[]) =>
  folders.some((folder) => file === folder || file.startsWith(`${folder}/`));

describe('the image', () => {
  it('is built from files that are there and not kept out of the build', () => {
    expect(copied.length).toBeGreaterThan(4);
    for (const source of copied) {
      expect(existsSync(path.join(root, source)), source).toBe(true);
      expect(within(source, ignored), source).toBe(false);
    }
  });

  it('has what its build compiles and bundles', () => {
    const build = JSON.parse(read('tsconfig.build.json')) as { extends: string; include: string[] };
    const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>;
    const bundled = scripts.page!.match(/src\/\S+/g)!;
    // Benches and evaluations are not for hosts; the compiler does without.
    const compiled = build.include.filter((folder) => !folder.startsWith('test/'));
    for (const needed of [build.extends, ...compiled, ...bundled])
      expect(within(path.normalize(needed).replace(/\/\*\*.*$/, ''), copied), needed).toBe(true);
  });

  it('has every file of the project that the bot reads when it runs', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const named = sources
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...read(`src/${file}`).matchAll(/path\.(?:join|resolve)\(root, '([^']+)'/g)])
      .map(([, file]) => file!);
    expect(named.length).toBeGreaterThan(2);
    // What is built there, and what the container is started with.
    const there = [...copied, 'dist', '.env'];
    for (const file of named) expect(within(file, there), file).toBe(true);
  });

  it('runs as a user who owns nothing but the data', () => {
    const user = lines.findIndex((line) => line.startsWith('USER '));
    expect(user).toBeGreaterThan(lines.findLastIndex((line) => /^(?:COPY|RUN)/.test(line)));
    expect(lines.filter((line) => line.includes('chown')).every((line) => line.includes('data'))).toBe(true);
  });

  it('starts what npm start would, and says how it fares', () => {
    expect(lines.at(-2)).toContain('"dist/src/main.js", "discord"');
    expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
  });
});
