import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/root.ts';

/** From the ground up: a room may import from itself and from any room before it. */
const ROOMS = [
  ['root'],
  ['text', 'locales'],
  ['corpus'],
  ['attribution'],
  ['people'],
  ['search'],
  ['moderation'],
  ['archive'],
  ['answers'],
  ['reply'],
  ['command'],
  ['commands'],
  ['config'],
  ['hosting'],
  ['desk'],
  ['discord', 'terminal', 'preview'],
  ['main'],
];

/** Packages that only the named rooms may know. */
const RESERVED: Record<string, readonly string[]> = {
  'discord.js': ['discord'],
  lunr: ['search'],
  dotenv: ['config'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const files = ['src', 'commands']
  .flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(top, file),
    ),
  )
  .filter((file) => file.endsWith('.ts') && !file.startsWith(path.join('src', 'preview', 'page')));

const roomOf = (file: string): string => {
  const [top, second = ''] = file.split(path.sep);
  return top === 'commands' ? 'commands' : second.replace(/\.ts$/, '');
};

const imports: Import[] = files.flatMap((file) => {
  const source = readFileSync(path.join(root, file), 'utf8');
  const targets = [
    ...source.matchAll(
      /(?:^|[\s;])(?:import|export)\b[^;'"]*?['"]([^'"\n]+)['"]|import\(\s*['"]([^'"\n]+)['"]\s*\)/g,
    ),
  ];
  return targets.map((match) => ({ file, room: roomOf(file), target: match[1] ?? match[2] ?? '' }));
});

const level = (room: string): number => ROOMS.findIndex((rooms) => rooms.includes(room));

describe('the house', () => {
  it('has a place for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => level(room) === -1)).toEqual([]);
  });

  it('imports one way only', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((each) => ({ ...each, to: roomOf(path.join(path.dirname(each.file), each.target)) }))
      .filter(({ room, to }) => room !== to && level(to) >= level(room))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('has no circle among the files of a room that reads texts', () => {
    const left = new Map(
      files
        .filter((file) => ['text', 'attribution', 'people', 'answers'].includes(roomOf(file)))
        .map((file) => [file, imports.filter((each) => each.file === file)]),
    );
    const isLeft = ({ file, target }: Import) => left.has(path.join(path.dirname(file), target));
    for (let free = [...left.keys()]; free.length > 0; ) {
      free = [...left].filter(([, needs]) => !needs.some(isLeft)).map(([file]) => file);
      for (const file of free) left.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it('keeps discord.js, lunr and dotenv where they belong', () => {
    const wrong = imports
      .filter(({ target, room }) => {
        const owners = RESERVED[target];
        return owners !== undefined && !owners.includes(room);
      })
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const wrong = files.filter(
      (file) =>
        roomOf(file) !== 'config' &&
        /\bprocess\s*\.\s*env\b/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
