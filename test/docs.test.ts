import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../src/root.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const PAGES = [
  'README.md',
  'DESIGN.md',
  ...readdirSync(path.join(root, 'docs')).map((page) => path.join('docs', page)),
];

/** What the only group of `pattern` finds in a page. */
const named = (page: string, pattern: RegExp): string[] =>
  Array.from(read(page).matchAll(pattern), ([, name]) => name!);

const isMissing = (file: string): boolean => !existsSync(path.join(root, file));

it.each(PAGES)('%s names files and scripts that there are', (page) => {
  const links = named(page, /\]\((?!https?:)([^)#]+)/g).map((link) => path.join(path.dirname(page), link));
  const tests = named(page, /`(?:test\/)?([\w/-]+\.test\.ts)`/g).map((test) => path.join('test', test));
  expect([...links, ...tests].filter(isMissing)).toEqual([]);
  const { scripts } = JSON.parse(read('package.json'));
  const run = named(page, /npm run (?:-s )?([a-z:]+)/g);
  expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

it.each(['docs/faults.md', 'docs/threat-model.md'])('%s names tests by titles that they have', (page) => {
  // `archive/faults`: _killed at any step_, _where the disk says …_
  const held = [...read(page).matchAll(/`(?:test\/)?([\w/-]+)`: ([^`|]+)/g)];
  expect(held.length).toBeGreaterThan(10);
  for (const [, test, titles] of held) {
    const source = read(`test/${test}.test.ts`);
    for (const [, title] of titles!.matchAll(/(?<!\w)_([^_]+)_(?!\w)/g))
      for (const part of title!.split('…'))
        expect(source.includes(part.trim()), `${test}: ${title}`).toBe(true);
  }
});
